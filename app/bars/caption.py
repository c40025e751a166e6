"""The line above two large pictures, and the sizes of the Lecture layout."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.look.theme import Theme

CAPTION, BAR = 40, 72  # px


TEXT, DIGITS, ICON = 24, 32, 32  # px


class Caption(QWidget):
    """What is shown: the experiment's title and its one sentence."""

    def __init__(self) -> None:
        super().__init__()
        self.title, self.sentence = QLabel(), QLabel()
        self._words = ""
        self.sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        box = QHBoxLayout(self)
        box.setContentsMargins(16, 0, 16, 0)
        box.setSpacing(16)
        box.addWidget(self.title)
        box.addWidget(self.sentence, 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(1, super().minimumSizeHint().height())

    def show_title(self, title: str, sentence: str) -> None:
        self.title.setText(title)
        self._words = sentence
        self.sentence.setToolTip(sentence)
        self._write()

    def _write(self) -> None:
        """As many words as there is room for: nothing is cut within a letter; all of it stands in the tip."""
        self.sentence.ensurePolished()
        whole = self.layout()
        if whole is not None:
            whole.activate()
        self.sentence.setText(
            self.sentence.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, self.sentence.width())
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._write()

    def show_theme(self, theme: Theme) -> None:
        self.setFixedHeight(theme.px(CAPTION))
        self.title.setStyleSheet(f"font-size: {theme.px(TEXT)}px; font-weight: 600;")
        self.sentence.setStyleSheet(f"font-size: {theme.px(TEXT)}px; color: {theme.muted};")
        self._write()
