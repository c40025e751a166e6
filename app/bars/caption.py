"""The line above two large pictures, and the sizes of the Lecture layout."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.look.theme import Theme, current
from app.widgets.labels import Lines

CAPTION, BAR = 40, 72  # px


TEXT, SMALL, DIGITS, ICON = 24, 15, 32, 32  # px; SMALL: of two lines beside the title


class Caption(QWidget):
    """What is shown: the experiment's title and its one sentence."""

    def __init__(self) -> None:
        super().__init__()
        self.title, self.sentence = QLabel(), Lines()
        self._theme = current()
        self.sentence.fold(1)
        self.sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        box = QHBoxLayout(self)
        box.setContentsMargins(16, 0, 16, 0)
        box.setSpacing(16)
        box.addWidget(self.title)
        box.addWidget(self.sentence, 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(1, super().minimumSizeHint().height())

    def show_title(self, title: str, sentence: str) -> None:
        self.title.setText(title)
        self.sentence.setText(sentence)
        self.sentence.setToolTip(sentence)
        self._write()

    def _write(self) -> None:
        """In one line as large as the title, else in two smaller ones; what has no room there stands in the tip."""
        whole = self.layout()
        if whole is not None:
            whole.activate()
        large = QFontMetrics(self._theme.font(TEXT)).horizontalAdvance(self.sentence.text())
        lines = 1 if large <= self.sentence.width() else 2
        size = TEXT if lines == 1 else SMALL
        self.sentence.setStyleSheet(f"font-size: {self._theme.px(size)}px; color: {self._theme.muted};")
        self.sentence.ensurePolished()
        self.sentence.fold(lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._write()

    def show_theme(self, theme: Theme) -> None:
        self.setFixedHeight(theme.px(CAPTION))
        self.title.setStyleSheet(f"font-size: {theme.px(TEXT)}px; font-weight: 600;")
        self._theme = theme
        self._write()
