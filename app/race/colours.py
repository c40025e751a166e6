"""How racers are told apart: a colour and a marker each, readable on the heat map, on white and on dark background."""

from __future__ import annotations

import functools
import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF

from app.look.theme import Theme

# Okabe and Ito's darker colours first, lightened or darkened a little, so that lines reach 3 : 1 on white and on dark
# background.
COLOURS = ("#D55E00", "#1E88D2", "#CF5C9A", "#009E73", "#B07D00", "#8A6FD1", "#6E7A87", "#C0392B")
CORNERS = (0, 4, 3, -4, 5, 6, -5, -3)  # of the marker: 0 a disc, negative: turned, so that it stands on a tip
DASHES: tuple[tuple[float, ...], ...] = ((), (7, 3), (2, 2), (9, 3, 2, 3))


def colour_of(index: int) -> str:
    """The colour of a racer as #RRGGBB; repeats after eight."""
    return COLOURS[index % len(COLOURS)]


def dashes_of(index: int) -> tuple[float, ...]:
    """The dashes of its curve in multiples of the pen's width; none for a solid line. Colour is never the only sign."""
    return DASHES[index % len(DASHES)]


def marker(index: int, spot: QPointF, size: float) -> QPolygonF | QRectF:
    """The outline of a racer's marker around a spot; a rectangle stands for the disc within it."""
    corners = CORNERS[index % len(CORNERS)]
    if corners == 0:
        return QRectF(spot.x() - size, spot.y() - size, 2 * size, 2 * size)
    count, turn = abs(corners), math.pi / 2 if corners < 0 or corners % 2 else math.pi / 2 + math.pi / corners
    turn = turn + math.pi / count if corners in (-5, -3) else turn
    reach = size * (1.28 if count <= 4 else 1.15)
    angles = [turn + 2 * math.pi * number / count for number in range(count)]
    return QPolygonF(
        [QPointF(spot.x() + reach * math.cos(angle), spot.y() - reach * math.sin(angle)) for angle in angles]
    )


def paint_marker(painter: QPainter, index: int, spot: QPointF, size: float, rim: str, width: float) -> None:
    """A racer's marker, filled with its colour."""
    painter.setPen(QPen(QColor(rim), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(QColor(colour_of(index)))
    shape = marker(index, spot, size)
    if isinstance(shape, QRectF):
        painter.drawEllipse(shape)
    else:
        painter.drawPolygon(shape)


def picture(index: int, side: int, theme: Theme, density: float = 1.0) -> QPixmap:
    """The marker alone, `side` px wide."""
    pixmap = QPixmap(round(side * density), round(side * density))
    pixmap.setDevicePixelRatio(density)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_marker(painter, index, QPointF(side / 2, side / 2), 0.33 * side, theme.surface, 1.0)
    painter.end()
    return pixmap


@functools.lru_cache(64)
def icon(index: int, side: int, theme: Theme) -> QIcon:
    """A racer's marker as an icon of `side` pixels."""
    return QIcon(picture(index, side, theme, 2.0))
