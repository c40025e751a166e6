"""The head of the sheet: its name, and the ready studies."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.look.theme import current
from app.widgets.icon_button import IconButton
from core.experiment import Experiment
from core.studies.ready import Ready, ready


class Head(QWidget):
    """`chosen(ready)`: a person wants to have that study."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        title = QLabel("Study")
        title.setProperty("role", "title")
        self.cross = IconButton("close", "Close", "Back to the lab (Esc)", small=True)
        self.ready: dict[str, QPushButton] = {}
        self._studies: dict[QPushButton, Ready] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._row.addWidget(title)
        self._row.addStretch(1)
        self._row.addWidget(self.cross)

    def show_experiment(self, experiment: Experiment) -> None:
        """Which studies there are of it; the others say why not."""
        self._studies = {}
        for each in ready(experiment):
            button = self.ready.get(each.name) or self._add(each.name)
            self._studies[button] = each
            button.setEnabled(not each.refusal)
            button.setToolTip(each.refusal or f"Vary {' and '.join(each.vary)}")

    def _add(self, name: str) -> QPushButton:
        button = self.ready[name] = QPushButton(name)
        button.setStyleSheet("padding: 0px 10px; min-height: 0px;")
        button.setFixedHeight(current().px(26))
        button.clicked.connect(self._press)
        self._row.insertWidget(self._row.count() - 1, button)
        return button

    def _press(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.chosen.emit(self._studies[button])
