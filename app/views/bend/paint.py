"""What is drawn of a place on the way, from ready-made buffers: the grid, the border, axes and samples."""

from __future__ import annotations

import math

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from app.look.theme import Theme, mix
from app.views.bend.camera import CORNERS, Camera
from app.views.bend.course import AXES
from app.views.bend.shades import Swarm, Thread
from app.views.drawing.class_key import marker_path
from app.views.drawing.plot import pen
from app.views.drawing.strokes import draw_pieces, stamp

LINE, BORDER, RING = 1.3, 1.9, 17.0  # px at a text scale of 1
EDGES = [(a, b) for a in range(8) for b in range(a + 1, 8) if int(np.abs(CORNERS[a] - CORNERS[b]).sum()) == 2]
TEST_HEART = "#FFFFFF"


def paint_threads(painter: QPainter, threads: tuple[Thread, ...], seen: np.ndarray, theme: Theme) -> None:
    """The grid whose points are at px (p, 2)."""
    for thread in threads:
        painter.setPen(pen(thread.colour, LINE * theme.scale))
        draw_pieces(painter, seen[thread.pieces].reshape(-1, 4))


def paint_border(painter: QPainter, ends: np.ndarray, theme: Theme) -> None:
    """Pieces whose ends, in pairs, are at px (2·n, 2): where the decision changes."""
    if not len(ends):
        return
    made = pen(theme.text, BORDER * theme.scale)
    made.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(made)
    if np.allclose(ends[::2], ends[1::2]):
        for x, y in ends[::2]:
            painter.drawEllipse(QPointF(float(x), float(y)), 3.0, 3.0)
    else:
        painter.drawPath(pg.arrayToQPath(ends[:, 0], ends[:, 1], connect="pairs"))


def paint_cut(painter: QPainter, corners: np.ndarray, strength: float, theme: Theme) -> None:
    """A line, or a flat piece, whose corners are at px (k, 2)."""
    if len(corners) < 2:
        return
    ink = QColor(theme.text)
    ink.setAlphaF(strength)
    dashed = pen(theme.text, BORDER * 0.75 * theme.scale)
    dashed.setColor(ink)
    dashed.setDashPattern([6, 4])
    painter.setPen(dashed)
    if len(corners) == 2:
        painter.drawLine(QPointF(*map(float, corners[0])), QPointF(*map(float, corners[1])))
        return
    fill = QColor(theme.text)
    fill.setAlphaF(0.1 * strength)
    painter.setBrush(fill)
    painter.drawPolygon(QPolygonF([QPointF(float(x), float(y)) for x, y in corners]))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def paint_axes(painter: QPainter, camera: Camera, tilt: float, theme: Theme) -> None:
    """Axes through the origin, in a box where it is not seen from straight above."""
    half, middle = camera.window.half, camera.window.middle
    if tilt > 0:
        corners = camera.see(middle + half * CORNERS)
        painter.setPen(_pen(theme.border, 1.0, tilt))
        for a, b in EDGES:
            painter.drawLine(QPointF(*map(float, corners[a])), QPointF(*map(float, corners[b])))
    for axis in range(AXES):
        strength = 1.0 if axis < 2 else tilt
        if strength:
            painter.setPen(_pen(mix(theme.muted, theme.surface, 0.25), 1.0, strength))
            ends = np.zeros((2, AXES))
            ends[:, axis] = middle[axis] - half[axis], middle[axis] + half[axis]
            low, high = camera.see(ends)
            painter.drawLine(QPointF(*map(float, low)), QPointF(*map(float, high)))


def paint_samples(painter: QPainter, swarms: tuple[Swarm, ...], markers: tuple[QPixmap, ...], seen: np.ndarray) -> None:
    """Samples at px (n, 2), each swarm by its marker."""
    for swarm, marker in zip(swarms, markers, strict=True):
        stamp(painter, seen[swarm.which], marker)


def paint_ring(painter: QPainter, spot: np.ndarray, theme: Theme) -> None:
    """The chosen sample."""
    x, y = map(float, spot)
    side = theme.px(RING) / 2
    for colour, width in ((theme.surface, 5.0), (theme.text, 2.5)):
        painter.setPen(QPen(QColor(colour), width * theme.scale))
        painter.drawEllipse(QPointF(x, y), side, side)


def marker(swarm: Swarm, size: float, theme: Theme, density: float) -> QPixmap:
    """How a sample looks, so many px large: filled one of training, with a pale heart one of the test part."""
    side = math.ceil(size) + 4
    picture = QPixmap(round(side * density), round(side * density))
    picture.setDevicePixelRatio(density)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    tested = swarm.part == 2
    rim = (
        mix(swarm.colour, theme.text, 0.35)
        if tested
        else mix(theme.surface, theme.text, 0.9 if not theme.dark else 0.1)
    )
    painter.setPen(QPen(QColor(rim), (1.8 if tested else 1.0) * theme.scale))
    painter.setBrush(QColor(TEST_HEART if tested else swarm.colour))
    painter.drawPath(marker_path(swarm.symbol, QRectF((side - size) / 2, (side - size) / 2, size, size)))
    painter.end()
    return picture


def _pen(colour: str, width: float, strength: float) -> QPen:
    made = pen(colour, width)
    ink = QColor(colour)
    ink.setAlphaF(strength)
    made.setColor(ink)
    return made
