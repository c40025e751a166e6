"""What is drawn of a place on the way, from ready-made buffers: the grid, the border, axes and samples."""

from __future__ import annotations

import math

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from app.look.numbers import written
from app.look.theme import CAPTION, Theme, mix
from app.views.bend.camera import CORNERS, Camera
from app.views.bend.course import AXES
from app.views.bend.shades import Swarm, Thread
from app.views.drawing.class_key import marker_path
from app.views.drawing.plot import pen

LINE, BORDER, RING = 1.3, 1.9, 17.0  # px at a text scale of 1
STEPS = (1.0, 2.0, 5.0, 10.0)
EDGES = [(a, b) for a in range(8) for b in range(a + 1, 8) if int(np.abs(CORNERS[a] - CORNERS[b]).sum()) == 2]
TEST_HEART, GROUND = "#FFFFFF", 0.75


def paint_threads(painter: QPainter, threads: tuple[Thread, ...], seen: np.ndarray, theme: Theme) -> None:
    """The grid whose points are at px (p, 2)."""
    for thread in threads:
        ends = seen[thread.pieces.ravel()]
        painter.setPen(pen(thread.colour, LINE * theme.scale))
        painter.drawPath(pg.arrayToQPath(ends[:, 0], ends[:, 1], connect="pairs"))


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


def paint_names(
    painter: QPainter, camera: Camera, names: tuple[str, ...], room: QRectF, strength: float, theme: Theme
) -> None:
    """What runs along the axes, at their ends."""
    painter.setOpacity(strength)
    painter.setPen(QColor(theme.text))
    painter.setFont(theme.font(CAPTION + 1, bold=True))
    metrics = painter.fontMetrics()
    for axis, name in enumerate(names[:AXES]):
        end = np.zeros((1, AXES))
        end[0, axis] = camera.window.middle[axis] + camera.window.half[axis]
        x, y = map(float, camera.see(end)[0])
        wide, high = metrics.horizontalAdvance(name), metrics.height()
        x, y = (x - wide, y - 4) if axis == 0 else (x + 6, y + metrics.ascent() - 2 if axis == 1 else y - 4)
        x = min(max(x, room.left() + 2), room.right() - wide - 2)
        _on_ground(painter, QPointF(x, min(max(y, room.top() + high), room.bottom() - 4)), name, theme)
    painter.setOpacity(1.0)


def paint_samples(painter: QPainter, swarms: tuple[Swarm, ...], markers: tuple[QPixmap, ...], seen: np.ndarray) -> None:
    """Samples at px (n, 2), each swarm by its marker."""
    for swarm, marker in zip(swarms, markers, strict=True):
        shift = marker.deviceIndependentSize().width() / 2
        for x, y in seen[swarm.which].tolist():
            painter.drawPixmap(QPointF(x - shift, y - shift), marker)


def paint_ring(painter: QPainter, spot: np.ndarray, theme: Theme) -> None:
    """The chosen sample."""
    x, y = map(float, spot)
    side = theme.px(RING) / 2
    for colour, width in ((theme.surface, 5.0), (theme.text, 2.5)):
        painter.setPen(QPen(QColor(colour), width * theme.scale))
        painter.drawEllipse(QPointF(x, y), side, side)


def tick_step(half: float) -> float:
    """The distance of the numbers at an axis: 1, 2 or 5 times a power of ten, two or three to each side."""
    power = 10.0 ** math.floor(math.log10(half / 2))
    return power * max(step for step in STEPS if power * step <= half / 2 * (1 + 1e-9))


def paint_numbers(painter: QPainter, camera: Camera, theme: Theme) -> None:
    """Numbers at the axes of a space that is seen from straight above."""
    step, half, middle = tick_step(camera.window.reach), camera.window.half, camera.window.middle
    painter.setFont(theme.digits(CAPTION))
    painter.setPen(QColor(theme.muted))
    metrics = painter.fontMetrics()
    for axis in (0, 1):
        first, last = math.ceil((middle[axis] - half[axis]) / step), math.floor((middle[axis] + half[axis]) / step)
        for number in range(first, last + 1):
            if not number:
                continue
            at = np.zeros((1, AXES))
            at[0, axis] = number * step
            x, y = map(float, camera.see(at)[0])
            text = written(f"{number * step:g}")
            wide = metrics.horizontalAdvance(text)
            spot = QPointF(x - wide / 2, y + metrics.ascent() + 4) if axis == 0 else QPointF(x - wide - 5, y + 4)
            _on_ground(painter, spot, text, theme)


def _on_ground(painter: QPainter, spot: QPointF, text: str, theme: Theme) -> None:
    """A text that what lies below does not strike through."""
    ground = QColor(theme.surface)
    ground.setAlphaF(GROUND)
    metrics = painter.fontMetrics()
    wide = metrics.horizontalAdvance(text)
    painter.fillRect(QRectF(spot.x() - 2, spot.y() - metrics.ascent(), wide + 4, metrics.height()), ground)
    painter.drawText(spot, text)


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
