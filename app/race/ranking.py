"""Who arrived first, who diverged, and the best value of each."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from app.look import theme as look
from app.look.theme import Theme
from app.race.colours import icon
from app.race.figures import figure
from app.race.runs import Run

HEADERS = ("Racer", "Arrives", "Best f", "End")
MOST = 6  # rows that are seen without scrolling
NAME, NAMES = 64, 128  # px that the racers' markers and names get at least and at most
TIPS = (
    "In the order in which they arrive at a minimum.",
    "",
    "The lowest value on its whole path.",
    "The value after the last update.",
)
ARRIVES = "The first update from which on the racer stays within {} of a minimum, the tolerance of the race; flying past is no arrival."


class Ranking(QTableWidget):
    """One row a racer; `picked(number)` when one is pressed."""

    picked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, len(HEADERS), parent)
        self.setAccessibleName("Ranking")
        self._runs: tuple[Run, ...] = ()
        self._rows: list[tuple] = []
        self._guess, self._tolerance = False, 0.0
        self.setHorizontalHeaderLabels(list(HEADERS))
        for column, tip in enumerate(TIPS):
            self.horizontalHeaderItem(column).setToolTip(tip)  # type: ignore[union-attr]
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setStyleSheet("QTableView::item { padding: 2px 4px; }")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.cellClicked.connect(self._pressed)

    def show_runs(self, runs: tuple[Run, ...], tolerance: float) -> None:
        """Those that arrive first, then by their best value; who diverges is last. Rows that say the same are left
        alone."""
        self._runs, self._tolerance = tuple(runs if self._guess else sorted(runs, key=rank)), tolerance
        self.horizontalHeaderItem(1).setToolTip(ARRIVES.format(f"{tolerance:g}"))  # type: ignore[union-attr]
        rows = [
            (run.colour, run.name, run.diverged is not None, arrival(run), figure(run.best), figure(run.end))
            for run in self._runs
        ]
        if self._guess:
            rows = [(run.colour, run.name, False, "?", "?", "?") for run in self._runs]
        if rows != self._rows:
            self._rows = rows
            self._write(look.current())

    def set_guess(self, on: bool) -> None:
        """While people guess, nobody is told who wins: in the order of the recipe, without figures."""
        if on != self._guess:
            self._guess = on
            self.show_runs(tuple(sorted(self._runs, key=_number)), self._tolerance)

    def _write(self, theme: Theme) -> None:
        self.setRowCount(len(self._rows))
        digits = theme.digits(look.BASE)
        for row, (colour, name, diverged, *texts) in enumerate(self._rows):
            self.setRowHeight(row, theme.px(24))
            called = self._cell(row, 0)
            called.setIcon(icon(colour, theme.px(16), theme))
            called.setText(name)
            called.setToolTip(name)
            for column, text in enumerate(texts, start=1):
                item = self._cell(row, column)
                item.setText(text)
                item.setFont(digits)
                item.setForeground(QColor(theme.error if column == 1 and diverged else theme.text))
        self.setFixedHeight(theme.px(24) * (1 + min(max(len(self._rows), 1), MOST)) + 4)
        self._fit()

    def _cell(self, row: int, column: int) -> QTableWidgetItem:
        """What stands in a cell; written anew it is cheaper than made anew."""
        item = self.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            if column:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.setItem(row, column, item)
        return item

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Fewer figures rather than cut ones: the last go first, names and arrivals stay."""
        theme = look.current()
        names = min(max(self.sizeHintForColumn(0), theme.px(NAME)), theme.px(NAMES))
        room = self.viewport().width() - names
        for column in range(1, len(HEADERS)):
            room -= max(self.sizeHintForColumn(column), self.horizontalHeader().sectionSizeHint(column))
            self.setColumnHidden(column, column > 1 and room < 0)

    def show_theme(self, theme: Theme) -> None:
        self.horizontalHeader().setFixedHeight(theme.px(24))
        self._write(theme)

    def _pressed(self, row: int, _column: int) -> None:
        self.picked.emit(self._runs[row].number)


def _number(run: Run) -> int:
    return run.number


def rank(run: Run) -> tuple[bool, float, float]:
    """The order of the table."""
    arrived = run.arrived if run.arrived is not None else math.inf
    return run.diverged is not None, arrived, run.best if math.isfinite(run.best) else math.inf


def arrival(run: Run) -> str:
    """When it arrives, or why it does not."""
    if not run.known:
        return "…"
    if run.diverged == 0:
        return "no f at start"
    if run.diverged is not None:
        return f"diverges, {run.diverged:,}"
    if run.fell is not None:
        return f"runs off, {run.fell:,}"
    if not np.isfinite(run.distance).any():
        return "–"
    return "not yet" if run.arrived is None else f"{run.arrived:,}"
