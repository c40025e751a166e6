"""What is written in the picture of bent space: the names of the axes and the numbers at them."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from app.look.numbers import written
from app.look.theme import CAPTION, Theme
from app.views.bend.camera import Camera
from app.views.bend.course import AXES

STEPS = (1.0, 2.0, 5.0, 10.0)
GROUND = 0.75
Spots = list[tuple[QPointF, str]]  # of texts, by the beginning of their base line


def name_spots(camera: Camera, names: tuple[str, ...], room: QRectF, metrics: QFontMetrics) -> Spots:
    """What runs along the axes, at their ends, within the room; none on another."""
    spots: Spots = []
    for axis, name in enumerate(names[:AXES]):
        end = np.zeros((1, AXES))
        end[0, axis] = camera.window.middle[axis] + camera.window.half[axis]
        x, y = map(float, camera.see(end)[0])
        wide, high = metrics.horizontalAdvance(name), metrics.height()
        x, y = (x - wide, y - 4) if axis == 0 else (x + 6, y + metrics.ascent() - 2 if axis == 1 else y - 4)
        x = min(max(x, room.left() + 2), room.right() - wide - 2)
        spots.append((QPointF(x, min(max(y, room.top() + high), room.bottom() - 4)), name))
    return spots


def paint_names(painter: QPainter, spots: Spots, strength: float, theme: Theme) -> None:
    """The names of the axes."""
    painter.setOpacity(strength)
    painter.setPen(QColor(theme.text))
    painter.setFont(name_font(theme))
    for spot, name in spots:
        _on_ground(painter, spot, name, theme)
    painter.setOpacity(1.0)


def name_font(theme: Theme) -> QFont:
    """That of the names of the axes."""
    return theme.font(CAPTION + 1, bold=True)


def tick_step(half: float) -> float:
    """The distance of the numbers at an axis: 1, 2 or 5 times a power of ten, two or three to each side."""
    power = 10.0 ** math.floor(math.log10(half / 2))
    return power * max(step for step in STEPS if power * step <= half / 2 * (1 + 1e-9))


def paint_numbers(painter: QPainter, camera: Camera, taken: list[QRectF], theme: Theme) -> None:
    """Numbers at the axes of a space that is seen from straight above: the outermost first, and none on what is
    `taken` or on another."""
    painter.setFont(theme.digits(CAPTION))
    painter.setPen(QColor(theme.muted))
    there = list(taken)
    for spot, text in number_spots(camera, painter.fontMetrics()):
        box = box_of(spot, text, painter.fontMetrics())
        if not any(box.intersects(other) for other in there):
            there.append(box)
            _on_ground(painter, spot, text, theme)


def number_spots(camera: Camera, metrics: QFontMetrics) -> Spots:
    """Where the numbers of both axes would stand, from the ends inwards."""
    step, half, middle = tick_step(camera.window.reach), camera.window.half, camera.window.middle
    spots: Spots = []
    for axis in (0, 1):
        first, last = math.ceil((middle[axis] - half[axis]) / step), math.floor((middle[axis] + half[axis]) / step)
        for number in sorted(set(range(first, last + 1)) - {0}, key=lambda each: -abs(each)):
            at = np.zeros((1, AXES))
            at[0, axis] = number * step
            x, y = map(float, camera.see(at)[0])
            text = written(f"{number * step:g}")
            wide = metrics.horizontalAdvance(text)
            spot = QPointF(x - wide / 2, y + metrics.ascent() + 4) if axis == 0 else QPointF(x - wide - 5, y + 4)
            spots.append((spot, text))
    return spots


def box_of(spot: QPointF, text: str, metrics: QFontMetrics) -> QRectF:
    """The room of a text, px."""
    return QRectF(spot.x() - 2, spot.y() - metrics.ascent(), metrics.horizontalAdvance(text) + 4, metrics.height())


def _on_ground(painter: QPainter, spot: QPointF, text: str, theme: Theme) -> None:
    """A text that what lies below does not strike through."""
    ground = QColor(theme.surface)
    ground.setAlphaF(GROUND)
    painter.fillRect(box_of(spot, text, painter.fontMetrics()), ground)
    painter.drawText(spot, text)
