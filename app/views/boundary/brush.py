"""Drawing samples with the mouse: where a stroke leaves points, and what the eraser takes."""

from __future__ import annotations

import math

from app.documents.brush import Brush
from core.frozen import frozen

GOLDEN = math.pi * (3 - math.sqrt(5))  # successive points at this angle fill a disc evenly
GAP = 7.0  # px along a stroke between two points


@frozen
class Tool:
    """What is in the hand: `label` is the class or the value that is drawn, None along a curve; `size` px across."""

    eraser: bool = False
    label: float | None = 0.0
    size: float = 14.0

    @classmethod
    def of(cls, brush: Brush, curve: bool, classes: bool) -> Tool:
        label = None if curve else float(brush.number) if classes else brush.value
        return cls(brush.tool == "eraser", label, brush.size)


class Stroke:
    """One stroke: `points(x, y)` in px tells where new samples lie as the mouse moves on."""

    def __init__(self, tool: Tool) -> None:
        self.tool = tool
        self._last: tuple[float, float] | None = None
        self._count = 0

    def points(self, x: float, y: float) -> list[tuple[float, float]]:
        """New places between the last position and this one, scattered over the brush; none before the mouse has moved
        on."""
        if self._last is None:
            self._last = (x, y)
            return [(x, y)]
        away = math.dist(self._last, (x, y))
        steps = int(away // GAP)
        if not steps:
            return []
        x0, y0 = self._last
        places = [
            (x0 + (x - x0) * GAP * step / away, y0 + (y - y0) * GAP * step / away) for step in range(1, steps + 1)
        ]
        self._last = places[-1]
        return [self._scattered(*place) for place in places]

    def _scattered(self, x: float, y: float) -> tuple[float, float]:
        self._count += 1
        away = 0.5 * self.tool.size * math.sqrt((self._count * 0.618034) % 1.0)
        return x + away * math.cos(self._count * GOLDEN), y + away * math.sin(self._count * GOLDEN)
