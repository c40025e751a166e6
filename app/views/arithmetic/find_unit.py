"""Any unit by its name, where a layer has more of them than are drawn."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from app.views.numbers.naming import Names

MOST = 4096  # units that are offered


class FindUnit(QLineEdit):
    """`found(layer, place)` when a name is chosen from the list, or typed whole."""

    found = Signal(str, tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText("Find a unit …")
        self.setAccessibleName("Find a unit")
        self.setClearButtonEnabled(True)
        self._units: dict[str, tuple[str, tuple[int, ...]]] = {}
        self._model = QStringListModel(self)
        completer = QCompleter(self._model, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self.choose)
        self.setCompleter(completer)
        self.returnPressed.connect(self._take)

    def show_units(self, names: Names) -> None:
        """Those of the layers whose units stand in a row."""
        units = {
            names.unit(layer.name, (at,)): (layer.name, (at,))
            for layer in names.account.layers
            if layer.sums.ndim == 1
            for at in range(len(layer.sums))
        }
        units = dict(list(units.items())[:MOST])
        if units.keys() != self._units.keys():
            self._model.setStringList(list(units))
        self._units = units

    def choose(self, words: str) -> None:
        """The unit of that name is taken into the hand."""
        if words in self._units:
            self.found.emit(*self._units[words])

    def _take(self) -> None:
        typed = self.text().strip().lower()
        names = [name for name in self._units if typed and typed in name.lower()]
        if names:
            self.choose(names[0])
