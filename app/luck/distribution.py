"""Where the starts have ended: a dot for each, or bars of many, with quantiles and the goal."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.look.theme import Theme, mix
from app.luck.plot import Plot
from core.luck.found import Found, figure_words, level_words, written

BINS = 30
DOTS = 40  # starts up to which each is a dot
MARKS = ((2, "median"), (0, "10 %"), (4, "90 %"))  # places among the shares of a `Spread`, the one to name first


def heaps(values: Sequence[float], low: float, high: float, bins: int = BINS) -> list[list[int]]:
    """Places of the values by bin, from `low` to `high`; what is no number is in none."""
    found: list[list[int]] = [[] for _ in range(bins)]
    for place, value in enumerate(values):
        if np.isfinite(value):
            found[min(bins - 1, int((value - low) / ((high - low) or 1.0) * bins))].append(place)
    return found


def _beside(found: Found, lost: int) -> str:
    """What the dashed line is, and how many have no place along."""
    goal = found.goal
    dashed = f"dashed: the goal, {level_words(found.question.experiment, goal)}" if goal else ""
    return ", ".join(filter(None, (f"{lost} without a number" if lost else "", dashed)))


class Distribution(Plot):
    """The figure runs along; the first start, the run in the window, is the filled dot."""

    def paint(self, painter: QPainter, area: QRectF, found: Found, theme: Theme) -> None:
        experiment, values = found.question.experiment, [start.figure for start in found.starts]
        known = [value for value in values if np.isfinite(value)]
        lost = len(values) - len(known)
        self.write_above(
            painter,
            f"Final {figure_words(experiment, found.name)}",
            theme,
            right=_beside(found, lost),
        )
        if not known:
            return
        goal = [found.goal.value] if found.goal is not None else []
        low, high = min(known + goal), max(known + goal)
        if low == high:
            low, high = low - 0.5 * (abs(low) or 1.0), high + 0.5 * (abs(high) or 1.0)
        inner = area.adjusted(6, painter.fontMetrics().height(), -6, 0)

        def across(value: float) -> float:
            return inner.left() + (value - low) / (high - low) * inner.width()

        self._paint_heaps(painter, inner, heaps(values, low, high), theme)
        self._paint_quantiles(painter, area, found, across, theme)
        for value in goal:
            painter.setPen(QPen(QColor(theme.text), 1.5 * theme.scale, Qt.PenStyle.DashLine))
            painter.drawLine(QLineF(across(value), inner.top(), across(value), inner.bottom()))
        self.write_below(
            painter, written(experiment, found.name, low), written(experiment, found.name, high), theme
        )  # fmt: skip

    def _paint_heaps(self, painter: QPainter, inner: QRectF, bins: list[list[int]], theme: Theme) -> None:
        highest = max(map(len, bins)) or 1
        wide = inner.width() / BINS
        dots = sum(map(len, bins)) <= DOTS
        high = min(inner.height() / highest, wide) if dots else inner.height() / highest
        for number, places in enumerate(bins):
            left = inner.left() + number * wide
            if not dots:
                bar = QRectF(left + 1, inner.bottom() - len(places) * high, wide - 2, len(places) * high)
                painter.fillRect(bar, QColor(theme.muted))
                continue
            for level, place in enumerate(sorted(places)):
                painter.setPen(QPen(QColor(theme.text), 1.2 * theme.scale))
                painter.setBrush(QColor(theme.text) if place == 0 else QColor(mix(theme.field, theme.text, 0.3)))
                radius = 0.42 * min(wide, high)
                painter.drawEllipse(QPointF(left + wide / 2, inner.bottom() - (level + 0.5) * high), radius, radius)
        painter.setPen(QPen(QColor(theme.disabled), 1))
        painter.drawLine(inner.bottomLeft(), inner.bottomRight())

    def _paint_quantiles(self, painter: QPainter, area: QRectF, found: Found, across, theme: Theme) -> None:
        """Lines with their names, each name where there is room for it."""
        metrics, taken = painter.fontMetrics(), list[tuple[float, float]]()
        for place, words in MARKS:
            value = found.spread.quantiles[place]
            if not np.isfinite(value):
                continue
            x, wide = across(value), metrics.horizontalAdvance(words)
            painter.setPen(QPen(QColor(theme.muted), 1))
            painter.drawLine(QLineF(x, area.top() + metrics.height(), x, area.bottom()))
            left = min(max(x - wide / 2, area.left()), area.right() - wide)
            if all(left >= right + 6 or left + wide + 6 <= start for start, right in taken):
                painter.drawText(QPointF(left, area.top() + metrics.ascent()), words)
                taken.append((left, left + wide))
