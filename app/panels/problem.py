"""A refused change in one sentence, with the one-click way out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.look.theme import CAPTION, current
from app.panels.words import Words
from core.messages import Mend

BAR = 3  # px of the coloured edge


class Problem(QWidget):
    """Hidden while there is nothing to say; `mended(edits)` when the way out is taken."""

    mended = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Problem")
        self._mend: Mend | None = None
        self.sentence = Words("")
        self.button = QPushButton()
        self.button.setStyleSheet("QPushButton { padding: 2px 8px; } QPushButton:focus { padding: 1px 7px; }")
        self.button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(self._take)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 8, 8, 8)
        rows.setSpacing(8)
        rows.addWidget(self.sentence)
        rows.addWidget(self.button)
        self.hide()

    def show_problem(self, sentence: str, mend: Mend | None = None) -> None:
        """Say it; an empty sentence hides it."""
        self._mend = mend
        end = "" if sentence.endswith((".", "!", "?")) else "."
        self.sentence.setText(sentence[:1].upper() + sentence[1:] + end)
        self.sentence.setFont(current().font(CAPTION + 1))
        self.button.setVisible(mend is not None)
        if mend is not None:
            self.button.setFont(current().font(CAPTION + 1))
            self.button.setText(mend.label)
            self.button.setToolTip(mend.label)
        self.setVisible(bool(sentence))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.border), 1))
        painter.setBrush(QColor(theme.window))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 6, 6)
        painter.fillRect(0, 6, BAR, self.height() - 12, QColor(theme.error))
        painter.end()

    def _take(self) -> None:
        if self._mend is not None:
            mend = self._mend
            self.show_problem("")
            self.mended.emit(tuple(mend.edits))
