"""Signs of the network picture that come and go: the shade of units that are switched off, links that are cut or whose
weight is 0, and what they mean."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from app.look import theme as look
from app.look.theme import Theme
from app.views.network import paint

LINES = 6  # px between the lines of a shade
OFF, STEADY, CUT, ZERO = "off", "steady", "cut", "zero"
COVER = {OFF: 0.74, STEADY: 0.3}  # how much of a unit's map the shade takes away


def paint_shade(painter: QPainter, room: QRectF, sign: str, theme: Theme) -> None:
    """A unit that is off is nearly covered; one that is so now and then is veiled."""
    cover, line = QColor(theme.surface), QColor(theme.muted)
    cover.setAlphaF(COVER[sign])
    line.setAlphaF(1.0 if sign == OFF else 0.45)
    painter.save()
    painter.setClipRect(room)
    painter.fillRect(room, cover)
    painter.setPen(QPen(line, 1.2 * theme.scale))
    step, high = theme.px(LINES), room.height()
    starts = range(-round(high), round(room.width()), step)
    painter.drawLines([QLineF(room.left() + x, room.bottom(), room.left() + x + high, room.top()) for x in starts])
    painter.restore()


def paint_keys(painter: QPainter, room: QRectF, keys: list[tuple[str, str]], theme: Theme) -> None:
    """Signs with their words (sign, words), at the right end of a line; what has no room is said in brief, or left
    out."""
    font, right = theme.font(look.CAPTION), room.right()
    painter.setFont(font)
    for sign, words in reversed(keys):
        told = told_in(right - room.left() - theme.px(22) - 2, words, painter.fontMetrics())
        if not told:
            return
        wide = painter.fontMetrics().horizontalAdvance(told) + 2
        left = right - wide - theme.px(22)
        _paint_sign(painter, QRectF(left, room.center().y() - theme.px(6), theme.px(16), theme.px(12)), sign, theme)
        paint.paint_words(
            painter, QRectF(right - wide, room.top(), wide, room.height()), told, theme.muted, font,
            Qt.AlignmentFlag.AlignLeft,
        )  # fmt: skip
        right = left - theme.px(14)


def told_in(room: float, words: str, metrics: QFontMetrics) -> str:
    """The words of a sign, those without what stands in brackets where they have no room, or ""."""
    forms = words, words.partition(" (")[0]
    return next((form for form in forms if metrics.horizontalAdvance(form) <= room), "")


def _paint_sign(painter: QPainter, room: QRectF, sign: str, theme: Theme) -> None:
    if sign in (CUT, ZERO):
        painter.setPen(paint.nothing_pen(QColor(theme.missing), cut=sign == CUT))
        middle = room.center().y()
        painter.drawLine(QPointF(room.left(), middle), QPointF(room.right(), middle))
        return
    paint_shade(painter, room, sign, theme)
    paint.paint_frame(painter, room, theme.muted, 1)
