"""The cells of a study beside and below each other, each to be pressed."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.look.theme import BASE, CAPTION, Theme, current
from app.widgets.own_keys import OwnKeys
from core.documents.labels import label_of
from core.studies.axis import Axis
from core.studies.report import Report

GAP = 2  # px between cells
SHAPE = 4 / 3  # of a cell: width over height
Flag = Qt.AlignmentFlag
STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class CellGrid(OwnKeys, QWidget):
    """`pressed(cell)`. Of two settings the first one's values go from top to bottom, the second one's from left to
    right; of one setting cell follows cell, each under its value. `theme`: another one than is worn."""

    own_keys = frozenset(STEPS)
    pressed = Signal(int)

    def __init__(self, theme: Theme | None = None) -> None:
        super().__init__()
        self._theme = theme
        self.report: Report | None = None
        self.chosen: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def paint_cell(self, painter: QPainter, place: QRectF, cell: int) -> None:
        """What a subclass shows of a cell."""
        raise NotImplementedError

    def right_room(self) -> float:
        """px that a subclass needs beside the cells."""
        return 2

    def paint_beside(self, painter: QPainter, grid: QRectF) -> None:
        """What stands there."""

    @property
    def look(self) -> Theme:
        return self._theme or current()

    def show_report(self, report: Report | None) -> None:
        """Another one, or more of it."""
        self.report = report
        self.update()

    def choose(self, cell: int | None) -> None:
        """Show which cell is looked at; emits nothing."""
        self.chosen = cell
        self.update()

    # Where the cells lie

    @property
    def _axes(self) -> tuple[Axis, ...]:
        return self.report.study.axes if self.report is not None else ()

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        axes = self._axes
        if len(axes) == 2:
            return len(axes[0].values), len(axes[1].values)
        count = len(axes[0].values) if axes else 1
        columns = round(math.sqrt(count * self.width() / max(self.height(), 1) / SHAPE))
        columns = min(max(columns, 1), count)
        return -(-count // columns), columns

    def grid(self) -> QRectF:
        """Beside and above the names."""
        whole = QRectF(self.rect()).adjusted(2, 2, -self.right_room(), -2)
        if len(self._axes) < 2:
            return whole
        metrics = QFontMetricsF(self.look.font(BASE))
        left = max(metrics.horizontalAdvance(name) for name in self._axes[0].names) + 2.5 * metrics.height()
        return whole.adjusted(left, 0, 0, -2.8 * metrics.height())

    def place_of(self, cell: int) -> QRectF:
        """Where a cell lies."""
        grid, (rows, columns) = self.grid(), self.shape
        row, column = divmod(cell, columns)
        wide, high = grid.width() / columns, grid.height() / rows
        return QRectF(grid.left() + column * wide, grid.top() + row * high, wide - GAP, high - GAP)

    def cell_at(self, point: QPointF) -> int | None:
        """The cell under a point."""
        count = len(self.report.study.cells) if self.report is not None else 0
        return next((cell for cell in range(count) if self.place_of(cell).contains(point)), None)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.report is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        alone = len(self._axes) < 2
        for cell in range(len(self.report.study.cells)):
            place = self.place_of(cell)
            self.paint_cell(painter, self._under_name(painter, place, cell) if alone else place, cell)
            if cell == self.chosen:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(self.look.accent if self.hasFocus() else self.look.text), 2))
                painter.drawRect(place)
        if not alone:
            self._paint_names(painter, self.grid())
        self.paint_beside(painter, self.grid())
        painter.end()

    def _under_name(self, painter: QPainter, place: QRectF, cell: int) -> QRectF:
        """The name of a value stands over its cell."""
        painter.setFont(self.look.digits(CAPTION))
        painter.setPen(QColor(self.look.muted))
        line = QFontMetricsF(painter.font()).height()
        name = painter.fontMetrics().elidedText(
            self._axes[0].names[cell] if self._axes else "", Qt.TextElideMode.ElideRight, int(place.width())
        )
        painter.drawText(QRectF(place.left(), place.top(), place.width(), line), Flag.AlignCenter, name)
        return place.adjusted(2, line, -2, -2)

    def _paint_names(self, painter: QPainter, grid: QRectF) -> None:
        """The values, and what they are values of."""
        assert self.report is not None, "there is something to paint"
        (down, along), look, base = self._axes, self.look, self.report.study.base
        rows, columns = self.shape
        wide, high = grid.width() / columns, grid.height() / rows
        painter.setFont(look.digits(CAPTION + 1))
        painter.setPen(QColor(look.muted))
        metrics = painter.fontMetrics()
        line = QFontMetricsF(painter.font()).height()
        for row, name in enumerate(down.names):
            room = QRectF(0, grid.top() + row * high, grid.left() - 8, high)
            painter.drawText(room, Flag.AlignRight | Flag.AlignVCenter, name)
        every = max(1, math.ceil(max(map(metrics.horizontalAdvance, along.names)) / max(wide - 4, 1)))
        for column, name in list(enumerate(along.names))[::every]:
            room = QRectF(grid.left() + column * wide - 40, grid.bottom() + 2, wide + 80, line)
            painter.drawText(room, Flag.AlignCenter, name)
        painter.setFont(look.font(BASE))
        painter.setPen(QColor(look.text))
        below = QRectF(grid.left(), grid.bottom() + line + 4, grid.width(), self.height() - grid.bottom() - line - 4)
        painter.drawText(below, Flag.AlignHCenter | Flag.AlignTop, label_of(base, along.path))
        painter.save()
        painter.translate(0, grid.bottom())
        painter.rotate(-90)
        beside = QRectF(0, 0, grid.height(), 1.5 * line)
        painter.drawText(beside, Flag.AlignHCenter | Flag.AlignTop, label_of(base, down.path))
        painter.restore()

    # The hand

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position())
        if cell is not None:
            self.pressed.emit(cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()))
        if step is None or self.report is None:
            super().keyPressEvent(event)
            return
        rows, columns = self.shape
        row, column = divmod(self.chosen if self.chosen is not None else 0, columns)
        cell = min(max(row + step[0], 0), rows - 1) * columns + min(max(column + step[1], 0), columns - 1)
        if cell < len(self.report.study.cells):
            self.pressed.emit(cell)
