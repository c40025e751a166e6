"""A figure over two settings: a cell for each pair of values, its median as a colour and a number."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.command_line.study_curve import FAR
from app.look.numbers import written
from app.look.theme import BASE, CAPTION, Theme, contrast, mix
from core.studies.report import Report
from core.studies.result import falls

GAP = 2  # px between cells
STRONGEST = 0.9  # how much of the accent the best cell has
LEAST = 18  # px of a cell that has room for its number
Flag = Qt.AlignmentFlag


class HeatMap(QWidget):
    """The first setting's values from top to bottom, the second one's from left to right."""

    def __init__(self, report: Report, look: Theme) -> None:
        super().__init__()
        self._look = look
        self._down, self._along = report.study.axes
        name = report.names[0]
        medians = [each.figures[name].median for each in report.cells]
        wide = len(self._along.values)
        self._rows = [medians[first : first + wide] for first in range(0, len(medians), wide)]
        self._goodness = _Goodness(medians, falling=falls(name))
        self.setAccessibleName(f"{name} over {self._down.path} and {self._along.path}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        grid = self._grid()
        wide, high = grid.width() / len(self._along.values), grid.height() / len(self._down.values)
        for row, medians in enumerate(self._rows):
            for column, median in enumerate(medians):
                cell = QRectF(grid.left() + column * wide, grid.top() + row * high, wide - GAP, high - GAP)
                self._paint_cell(painter, cell, median)
        self._paint_names(painter, grid, wide, high)
        painter.end()

    def _grid(self) -> QRectF:
        """Where the cells lie: beside and above the names."""
        metrics = QFontMetricsF(self._look.font(BASE))
        left = max(metrics.horizontalAdvance(name) for name in self._down.names) + 2.5 * metrics.height()
        bottom = 2.8 * metrics.height()
        return QRectF(left, 2, self.width() - left - 2, self.height() - bottom - 2)

    def _paint_cell(self, painter: QPainter, cell: QRectF, median: float) -> None:
        look, share = self._look, self._goodness.of(median)
        colour = look.missing if share is None else mix(look.surface, look.accent, 0.06 + (STRONGEST - 0.06) * share)
        painter.fillRect(cell, QColor(colour))
        text = written(f"{median:.3g}") if math.isfinite(median) else "∞"
        painter.setFont(look.digits(BASE))
        if cell.height() < LEAST or QFontMetricsF(painter.font()).horizontalAdvance(text) > cell.width() - 4:
            return
        painter.setPen(QColor(max((look.text, look.on_accent), key=lambda pen: contrast(pen, colour))))
        painter.drawText(cell, Flag.AlignCenter, text)

    def _paint_names(self, painter: QPainter, grid: QRectF, wide: float, high: float) -> None:
        """The values, and what they are values of."""
        look = self._look
        painter.setFont(look.digits(CAPTION + 1))
        painter.setPen(QColor(look.muted))
        line = QFontMetricsF(painter.font()).height()
        for row, name in enumerate(self._down.names):
            painter.drawText(
                QRectF(0, grid.top() + row * high, grid.left() - 8, high), Flag.AlignRight | Flag.AlignVCenter, name
            )
        for column, name in enumerate(self._along.names):
            room = QRectF(grid.left() + column * wide - 20, grid.bottom() + 2, wide + 40, line)
            painter.drawText(room, Flag.AlignCenter, name)
        painter.setFont(look.font(BASE))
        painter.setPen(QColor(look.text))
        below = QRectF(grid.left(), grid.bottom() + line + 4, grid.width(), self.height() - grid.bottom() - line - 4)
        painter.drawText(below, Flag.AlignHCenter | Flag.AlignTop, self._along.path)
        painter.translate(0, grid.bottom())
        painter.rotate(-90)
        painter.drawText(QRectF(0, 0, grid.height(), 1.5 * line), Flag.AlignHCenter | Flag.AlignTop, self._down.path)


class _Goodness:
    """How good a median is among the others, 0 to 1; over powers of ten where they lie that far apart."""

    def __init__(self, medians: list[float], *, falling: bool) -> None:
        known = [value for value in medians if math.isfinite(value)]
        self._falling = falling
        self._log = falling and bool(known) and min(known) > 0 and max(known) > FAR * min(known)
        scaled = [self._scaled(value) for value in known] or [0.0]
        self._low, self._high = min(scaled), max(scaled)

    def _scaled(self, value: float) -> float:
        return math.log(value) if self._log else value

    def of(self, median: float) -> float | None:
        """None of what is no number."""
        if not math.isfinite(median):
            return None
        share = (self._scaled(median) - self._low) / ((self._high - self._low) or 1.0)
        return 1 - share if self._falling else share
