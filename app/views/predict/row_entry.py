"""A row that a person types: a cell for each value, as the data write it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.views.predict.cells import Cell, NumberCell, WordCell
from core.families import Entry, parted

ACROSS, APART = 4, 4  # cells beside one another at most, and px between them


class RowEntry(QWidget):
    """Starts with a typical row; every committed value says the whole row."""

    typed = Signal(object)  # tuple of float, in the data's own units

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("A row of your own")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(APART)
        self.entries: tuple[Entry, ...] = ()
        self.cells: list[Cell] = []
        self._labels: list[QLabel] = []
        self._across = 0
        self.problem = QLabel()
        self.problem.setProperty("role", "problem")
        self.problem.setWordWrap(True)
        self.problem.hide()

    def show_entries(self, entries: tuple[Entry, ...], typical: Sequence[float]) -> None:
        """Cells for other values; the same ones keep what was typed."""
        if entries == self.entries:
            return
        self.entries = entries
        self.problem.hide()
        for widget in (*self._labels, *self.cells):
            widget.hide()
            widget.deleteLater()
        self._labels = [QLabel(entry.name, self) for entry in entries]
        for label in self._labels:
            label.setProperty("role", "caption")
        self.cells = [
            self._cell(entry, numbers) for entry, numbers in zip(entries, parted(entries, typical), strict=True)
        ]
        self._across = 0
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def minimumSizeHint(self) -> QSize:
        """However narrow: there is at least one cell beside nothing."""
        return QSize(self._widest(), super().minimumSizeHint().height())

    def _widest(self) -> int:
        parts = (*self._labels, *self.cells)
        for part in parts:
            part.ensurePolished()
        return max((part.minimumSizeHint().width() for part in parts), default=0)

    def fit(self) -> None:
        """As many cells beside one another as have room with their whole names."""
        across = min(ACROSS, max(1, (self.width() + APART) // (self._widest() + APART)))
        if across == self._across:
            return
        self._across = across
        while self._grid.takeAt(0) is not None:
            pass
        for place, (label, cell) in enumerate(zip(self._labels, self.cells, strict=True)):
            row, column = divmod(place, across)
            self._grid.addWidget(label, 2 * row, column)
            self._grid.addWidget(cell, 2 * row + 1, column)
        self._grid.addWidget(self.problem, 2 * -(-len(self.cells) // across), 0, 1, across)

    def show_row(self, row: Sequence[float]) -> None:
        """The cells hold this row; it is said to nobody."""
        for each, numbers in zip(self.cells, parted(self.entries, row), strict=True):
            each.show_numbers(numbers)

    def row(self) -> tuple[float, ...]:
        return tuple(number for each in self.cells for number in each.numbers())

    def _cell(self, entry: Entry, numbers: Sequence[float]) -> Cell:
        return self._words(entry, numbers) if entry.words else self._number(entry, float(numbers[0]))

    def _words(self, entry: Entry, numbers: Sequence[float]) -> WordCell:
        made = WordCell(entry, numbers)
        made.changed.connect(self._say)
        return made

    def _number(self, entry: Entry, value: float) -> NumberCell:
        made = NumberCell(entry, value)
        made.value_changed.connect(self._say)
        made.refused.connect(self._say_problem)
        made.accepted.connect(self._say_problem)
        return made

    def _say(self) -> None:
        self.typed.emit(self.row())

    def _say_problem(self) -> None:
        """Which cells hold something else than a number, and what."""
        wrong = [each for each in self.cells if isinstance(each, NumberCell) and each.problem]
        self.problem.setText(" ".join(f"{each.accessibleName()}: {each.problem}." for each in wrong))
        self.problem.setVisible(bool(wrong))
