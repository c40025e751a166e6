"""A tick of the import dialogs: whether data of a person's own begin without what was set for other data."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from app.panels.words import Words
from core.experiment.plain import Extra, told

PLAIN = "Begin plain"


class BeginPlain(QWidget):
    """Ticked at first; not there where nothing was set."""

    def __init__(self, found: tuple[Extra, ...]) -> None:
        super().__init__()
        self._told = told(found)
        self.tick, self.words = QCheckBox(PLAIN), Words("", "caption")
        self.tick.setChecked(True)
        self.tick.toggled.connect(self._say)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        self._say()
        self.setVisible(bool(found))

    @property
    def wanted(self) -> bool:
        return self.tick.isChecked()

    def _say(self) -> None:
        before = "Without what was set before" if self.wanted else "Kept from before"
        self.words.setText(f"{before}: {self._told}.")
        self.tick.setAccessibleDescription(self.words.text())
