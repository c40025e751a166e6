"""What is worth trying with a race, until it is put away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from app.look.theme import BASE, Theme
from app.widgets.icon_button import IconButton


class TryWords(QFrame):
    """Two sentences with a title."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "raised")
        self.setAccessibleName("What to try")
        self._dismissed = ""
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        title = QLabel("What to try")
        title.setProperty("role", "title")
        shut = IconButton("close", "Put this away", "Put this away; Help brings it back", small=True)
        shut.clicked.connect(self.dismiss)
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(shut)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(10, 5, 6, 7)
        rows.setSpacing(2)
        rows.addLayout(head)
        rows.addWidget(self.words)

    def show_words(self, words: str) -> None:
        self.words.setText(words)
        self.setVisible(bool(words) and words != self._dismissed)

    def dismiss(self) -> None:
        self._dismissed = self.words.text()
        self.hide()

    def recall(self) -> None:
        self._dismissed = ""
        self.show_words(self.words.text())

    def show_theme(self, theme: Theme) -> None:
        self.words.setStyleSheet(f"font-size: {theme.px(BASE)}px;")
