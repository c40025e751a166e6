"""A row that a person types: a cell for each value, as the data write it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.views.predict.cells import Cell, NumberCell, WordCell
from core.families import Entry, parted

ACROSS = 4  # cells beside one another


class RowEntry(QWidget):
    """Starts with a typical row; every committed value says the whole row."""

    typed = Signal(object)  # tuple of float, in the data's own units

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("A row of your own")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(4)
        self.entries: tuple[Entry, ...] = ()
        self.cells: list[Cell] = []
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
        self._grid.removeWidget(self.problem)
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self.cells = [
            self._cell(place, entry, numbers)
            for place, (entry, numbers) in enumerate(zip(entries, parted(entries, typical), strict=True))
        ]
        below = 2 * ((len(entries) + ACROSS - 1) // ACROSS)
        self._grid.addWidget(self.problem, below, 0, 1, ACROSS)

    def show_row(self, row: Sequence[float]) -> None:
        """The cells hold this row; it is said to nobody."""
        for each, numbers in zip(self.cells, parted(self.entries, row), strict=True):
            each.show_numbers(numbers)

    def row(self) -> tuple[float, ...]:
        return tuple(number for each in self.cells for number in each.numbers())

    def _cell(self, place: int, entry: Entry, numbers: Sequence[float]) -> Cell:
        made = self._words(entry, numbers) if entry.words else self._number(entry, float(numbers[0]))
        label = QLabel(entry.name)
        label.setProperty("role", "caption")
        row, column = divmod(place, ACROSS)
        self._grid.addWidget(label, 2 * row, column)
        self._grid.addWidget(made, 2 * row + 1, column)
        return made

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
