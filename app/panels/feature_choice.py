"""Which inputs the network sees, as check boxes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.panels.words import one_line
from app.widgets.entries import Check
from core.data.preparation import Prepared

NARROW = 4  # letters up to which four boxes stand in a row


class FeatureChoice(QWidget):
    """`changed(keys)` with the inputs that are to be on; the last one cannot be switched off."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Inputs")
        self.boxes: dict[str, Check] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(0)
        self._waiting = one_line("The inputs follow as soon as the data are there.", "caption")
        self._grid.addWidget(self._waiting)

    def show_features(self, prepared: Prepared | None) -> None:
        """The inputs that the data offer, those in use checked."""
        offered = dict(zip(prepared.available_keys, prepared.available, strict=True)) if prepared else {}
        if list(offered) != list(self.boxes):
            self._rebuild(offered)
        for key, box in self.boxes.items():
            on = prepared is not None and key in prepared.keys
            box.set_value(on)
            last = on and prepared is not None and len(prepared.keys) == 1
            box.setEnabled(not last)
            box.setToolTip("A network needs at least one input." if last else "")

    def keys(self) -> tuple[str, ...]:
        """The inputs that are on."""
        return tuple(key for key, box in self.boxes.items() if box.value())

    def _rebuild(self, offered: dict[str, str]) -> None:
        for box in self.boxes.values():
            self._grid.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = {}
        self._waiting.setVisible(not offered)
        longest = max(map(len, offered.values()), default=0)
        columns = 4 if longest <= NARROW else 3 if longest <= 6 else 2 if longest <= 18 else 1
        for place, (key, name) in enumerate(offered.items()):
            box = Check(name)
            box.changed.connect(self._say)
            self._grid.addWidget(box, place // columns, place % columns)
            self.boxes[key] = box

    def _say(self) -> None:
        self.changed.emit(self.keys())
