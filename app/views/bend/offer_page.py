"""What stands in the place of a space that has no picture: why, and what would give it one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.look.theme import BASE, Theme
from app.widgets.limited import limited, place_of

THREE = 3  # units that a layer may have to be seen as it is
LUCK = f"With only {THREE} units it is the start that decides: one that gets stuck may need another (Other start)."


class OfferPage(QWidget):
    """`shadow_wanted()`; `narrowed(path)` when a layer is to have three units: its units, as a setting."""

    shadow_wanted = Signal()
    narrowed = Signal(str)

    def __init__(self, shadow: str) -> None:
        """`shadow` is the name of the choice of the view."""
        super().__init__()
        self.words = QLabel()
        self.shadow = QPushButton("Show its shadow")
        self.narrow = QPushButton(f"{THREE} units instead")
        self.narrow.setToolTip(
            f"A layer of {THREE} units is seen as it is, in three dimensions. The network begins anew."
        )
        self.luck = QLabel(LUCK)
        self.luck.setProperty("role", "caption")
        self._path = ""
        self.shadow.clicked.connect(self.shadow_wanted)
        self.narrow.clicked.connect(lambda: self.narrowed.emit(self._path))
        for label in (self.words, self.luck):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column, row = QVBoxLayout(self), QHBoxLayout()
        row.addStretch(1)
        row.addWidget(limited(self.shadow, shadow))
        row.addWidget(limited(self.narrow, "layers"))
        row.addStretch(1)
        column.addStretch(1)
        column.addWidget(self.words)
        column.addLayout(row)
        column.addWidget(limited(self.luck, "layers"))
        column.addStretch(1)

    def offer(self, words: str, layer: str) -> None:
        """`layer` is one whose units can be set; "": there is none."""
        self.words.setText(words)
        if (path := f"layers.{layer}.units" if layer else "") != self._path:
            self._path = path
            for part in (self.narrow, self.luck):
                place_of(part).concern(path)
        for part in (self.narrow, self.luck):
            place_of(part).want(bool(layer))

    def show_theme(self, theme: Theme) -> None:
        self.setStyleSheet(f"font-size: {theme.px(BASE)}px;")
