"""A row that a person types: a field a column."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.widgets.number_field import NumberField
from core.params import Range

ACROSS = 4  # fields beside one another


class RowEntry(QWidget):
    """Starts with a typical row; every committed number says the whole row."""

    typed = Signal(object)  # tuple of float, in the data's own units

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("A row of your own")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(4)
        self.columns: tuple[str, ...] = ()
        self.fields: list[NumberField] = []

    def show_columns(self, columns: tuple[str, ...], typical: np.ndarray) -> None:
        """Fields for other columns; the same columns keep what was typed."""
        if columns == self.columns:
            return
        self.columns = columns
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        self.fields = [
            self._field(place, name, float(value))
            for place, (name, value) in enumerate(zip(columns, typical, strict=False))
        ]

    def show_row(self, row: Sequence[float]) -> None:
        """The fields hold this row; it is said to nobody."""
        for field, value in zip(self.fields, row, strict=False):
            field.set_value(float(value))

    def _field(self, place: int, name: str, value: float) -> NumberField:
        field = NumberField(name, Range(low=min(value, 0.0) - 1e6, high=max(value, 0.0) + 1e6))
        field.set_value(float(f"{value:.4g}"))
        field.value_changed.connect(self._say)
        label = QLabel(name)
        label.setProperty("role", "caption")
        row, column = divmod(place, ACROSS)
        self._grid.addWidget(label, 2 * row, column)
        self._grid.addWidget(field, 2 * row + 1, column)
        return field

    def row(self) -> tuple[float, ...]:
        return tuple(field.value() for field in self.fields)

    def _say(self) -> None:
        self.typed.emit(self.row())
