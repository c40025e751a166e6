"""The courses of all starts as a band: the middle 80 % of them at each update."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from app.look.theme import Theme, mix
from app.luck.plot import EDGE, Plot
from core.luck.found import Found, figure_words, written

RIGHT = Qt.AlignmentFlag.AlignRight
ROOM = 5  # px between the heading and what is drawn
LONG = 30.0  # times the lowest from which on a loss is drawn on a logarithmic height
BAND, CAUTION = "the middle 80 % at each update", "no single run need look like it"


class Course(Plot):
    """The line is the median at each update."""

    def __init__(self) -> None:
        super().__init__("The course of the starts")
        self.setToolTip(f"The band is {BAND}; {CAUTION}. The line is the median.")

    def paint(self, painter: QPainter, area: QRectF, found: Found, theme: Theme) -> None:
        experiment, band = found.question.experiment, found.band
        values = np.concatenate([band.low, band.high])
        known = values[np.isfinite(values)]
        words = figure_words(experiment, found.name)
        self.write_above(painter, f"{words[:1].upper()}{words[1:]}: {BAND}", theme)
        if not len(known) or len(band.at) < 2:
            return
        low, high = float(known.min()), float(known.max())
        goal = found.goal.value if found.goal is not None else None
        if goal is not None:
            low, high = min(low, goal), max(high, goal)
        told = [value for value in (goal, high, low) if value is not None]  # the goal's own place is told first
        names = [written(experiment, found.name, value) for value in told]
        wide = max(map(painter.fontMetrics().horizontalAdvance, names))
        area = area.adjusted(wide + 6, ROOM * theme.scale, 0, 0)
        scale = _Scale(low, high, log=found.falling and 0 < LONG * low < high)
        end = float(band.at[-1])

        def line(heights: np.ndarray) -> list[QPointF]:
            return [
                QPointF(area.left() + at / end * area.width(), area.bottom() - scale(height) * area.height())
                for at, height in zip(band.at.tolist(), heights.tolist(), strict=True)
            ]

        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(mix(theme.field, theme.text, 0.22)))
        painter.drawPolygon(QPolygonF([*line(band.low), *reversed(line(band.high))]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.text), 2 * theme.scale))
        painter.drawPolyline(QPolygonF(line(band.middle)))
        if goal is not None:
            height = area.bottom() - scale(goal) * area.height()
            painter.setPen(QPen(QColor(theme.text), 1.5 * theme.scale, Qt.PenStyle.DashLine))
            painter.drawLine(QLineF(area.left(), height, area.right(), height))
        painter.setPen(QColor(theme.muted))
        line_high = painter.fontMetrics().height()
        heights = [area.bottom() - scale(value) * area.height() for value in told]
        for place, top in placed(heights, line_high, area.top() - ROOM, area.bottom()).items():
            painter.drawText(QRectF(EDGE, top, wide, line_high), RIGHT | Qt.AlignmentFlag.AlignVCenter, names[place])
        self.write_below(painter, CAUTION, f"update {end:,.0f}", theme)


def placed(heights: Sequence[float], high: float, top: float, bottom: float) -> dict[int, float]:
    """The tops of words that are so `high` beside the heights that they are of, by their places, all of them between
    `top` and `bottom`. What would lie over one before it is left out."""
    found: dict[int, float] = {}
    for place, middle in enumerate(heights):
        here = min(max(middle - high / 2, top), bottom - high)
        if all(abs(here - other) >= high for other in found.values()):
            found[place] = here
    return found


class _Scale:
    """Values -> shares of the height, from 0 to 1."""

    def __init__(self, low: float, high: float, *, log: bool) -> None:
        self._log = log
        self._low, self._high = (math.log(low), math.log(high)) if log else (low, high)

    def __call__(self, value: float) -> float:
        if not math.isfinite(value):
            return 1.0 if value > 0 else 0.0
        number = math.log(value) if self._log else value
        return min(1.0, max(0.0, (number - self._low) / ((self._high - self._low) or 1.0)))
