"""The colours of runs: a letter in a disc. They never take those of the classes; after the fourth they begin anew, and
a dash tells the fifth from the first."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from app.look.theme import Theme
from core.runs.run import letter_of

LIGHT = ("#1B1F27", "#00785A", "#8E4585", "#6B4E16")  # ink, green, purple, brown
DARK = ("#E9ECF1", "#4CC9A4", "#D08BC7", "#C9A766")
SIDE = 20  # px
LETTERS = [letter_of(number) for number in range(26 * 27)]


def run_colour(letter: str, theme: Theme) -> str:
    """That of a run; ink where it has no letter yet."""
    number = LETTERS.index(letter) if letter in LETTERS else 0
    colours = DARK if theme.dark else LIGHT
    return colours[number % len(colours)]


def is_dashed(letter: str) -> bool:
    """Whether another run before it has the same colour."""
    return letter in LETTERS and LETTERS.index(letter) >= len(LIGHT)


def disc(letter: str, theme: Theme) -> QPixmap:
    """The letter in a disc of its run's colour; a rim with gaps from the fifth on."""
    side = theme.px(SIDE)
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = QColor(run_colour(letter, theme))
    painter.setBrush(colour)
    painter.setPen(Qt.PenStyle.NoPen)
    if is_dashed(letter):
        pen = painter.pen()
        pen.setStyle(Qt.PenStyle.DotLine)
        pen.setColor(colour)
        pen.setWidthF(1.5 * theme.scale)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = side / 2 - 1
    painter.drawEllipse(QPointF(side / 2, side / 2), radius, radius)
    painter.setPen(QColor(theme.surface) if not is_dashed(letter) else colour)
    painter.setFont(theme.font(11, bold=True))
    painter.drawText(QRectF(0, 0, side, side), Qt.AlignmentFlag.AlignCenter, letter or "–")
    painter.end()
    return picture
