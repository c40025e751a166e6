"""A figure over two settings: a cell for each pair of values, its median as a colour and a number."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QLinearGradient, QPainter

from app.look.numbers import written
from app.look.theme import BASE, CAPTION, Theme, contrast, mix
from app.studies.cell_grid import CellGrid
from app.studies.curve import FAR
from core.studies.report import Report
from core.studies.result import falls

WEAKEST, STRONGEST = 0.06, 0.9  # how much of the accent the worst and the best cell have
LEAST = 18  # px of a cell that has room for its number
KEY, SIDE = 14, 10  # px: how wide the key of the colours is, and what lies between it and the cells
Flag = Qt.AlignmentFlag


class HeatMap(CellGrid):
    """The stronger the colour, the better; its key stands at the right."""

    def __init__(self, report: Report | None = None, theme: Theme | None = None) -> None:
        super().__init__(theme)
        self._medians: list[float] = []
        self._goodness = Goodness([], falling=True)
        self.show_report(report)

    def show_report(self, report: Report | None) -> None:
        super().show_report(report)
        if report is None or not report.names:
            self.report = None
            return
        name = report.names[0]
        self._medians = [each.figures[name].median if each.runs else math.nan for each in report.cells]
        self._goodness = Goodness(self._medians, falling=falls(name))
        self.setAccessibleName(f"{name} over {' and '.join(axis.path for axis in report.study.axes)}")

    def right_room(self) -> float:
        metrics = QFontMetricsF(self.look.digits(CAPTION))
        return KEY + 2 * SIDE + max((metrics.horizontalAdvance(words) for _, words in self.key), default=0)

    @property
    def key(self) -> tuple[tuple[float, str], ...]:
        """What stands at the key: how strong (0 to 1), and the number there."""
        worst, best = self._goodness.ends
        return ((1.0, number(best)), (0.0, number(worst))) if math.isfinite(best) else ()

    def paint_cell(self, painter: QPainter, place: QRectF, cell: int) -> None:
        look, median = self.look, self._medians[cell]
        colour = self._colour(self._goodness.of(median))
        painter.fillRect(place, QColor(colour))
        there = self.report is not None and self.report.cells[cell].runs
        text = number(median) if there else ""
        painter.setFont(look.digits(BASE))
        if place.height() < LEAST or QFontMetricsF(painter.font()).horizontalAdvance(text) > place.width() - 4:
            return
        painter.setPen(QColor(max((look.text, look.on_accent), key=lambda pen: contrast(pen, colour))))
        painter.drawText(place, Flag.AlignCenter, text)

    def _colour(self, share: float | None) -> str:
        look = self.look
        strong = WEAKEST + (STRONGEST - WEAKEST) * (share or 0.0)
        return look.missing if share is None else mix(look.surface, look.accent, strong)

    def paint_beside(self, painter: QPainter, grid: QRectF) -> None:
        """The key of the colours: the best at the top."""
        if not self.key:
            return
        look, left = self.look, grid.right() + SIDE
        bar = QRectF(left, grid.top(), KEY, grid.height())
        gradient = QLinearGradient(bar.bottomLeft(), bar.topLeft())
        gradient.setColorAt(0, QColor(self._colour(0.0)))
        gradient.setColorAt(1, QColor(self._colour(1.0)))
        painter.fillRect(bar, gradient)
        painter.setPen(QColor(look.outline))
        painter.drawRect(bar)
        painter.setFont(look.digits(CAPTION))
        painter.setPen(QColor(look.muted))
        metrics = QFontMetricsF(painter.font())
        for share, words in self.key:
            up = bar.top() + metrics.ascent() if share else bar.bottom() - metrics.descent()
            painter.drawText(QPointF(bar.right() + 4, up), words)


class Goodness:
    """How good a median is among the others, 0 to 1; over powers of ten where they lie that far apart."""

    def __init__(self, medians: list[float], *, falling: bool) -> None:
        known = [value for value in medians if math.isfinite(value)]
        self._falling = falling
        self._log = falling and bool(known) and min(known) > 0 and max(known) > FAR * min(known)
        low, high = (min(known), max(known)) if known else (math.nan, math.nan)
        self.ends = (high, low) if falling else (low, high)  # the worst and the best
        self._low, self._high = (self._scaled(low), self._scaled(high)) if known else (0.0, 0.0)

    def _scaled(self, value: float) -> float:
        return math.log(value) if self._log else value

    def of(self, median: float) -> float | None:
        """None of what is no number."""
        if not math.isfinite(median):
            return None
        share = (self._scaled(median) - self._low) / ((self._high - self._low) or 1.0)
        return 1 - share if self._falling else share


def number(value: float) -> str:
    """A median as it stands in a cell."""
    return written(f"{value:.3g}") if math.isfinite(value) else "∞"
