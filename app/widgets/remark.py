"""A remark: sentences below a picture, there while they leave it room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLabel, QWidget

from app.look.theme import CAPTION, Theme

SHARE, LINES = 0.22, 9  # of the height of the whole that a remark may take; a whole of fewer lines has none


class Remark(QLabel):
    """Of a `whole`, which holds it and its picture. Where it would take too much of it, it is hidden; the tool-tip of
    the whole says it anyway."""

    def __init__(self, whole: QWidget) -> None:
        super().__init__(wordWrap=True)
        self.setProperty("role", "sentence")
        self._whole = whole
        whole.installEventFilter(self)

    def say(self, words: str) -> None:
        if words != self.text():
            self.setText(words)
            self._whole.setToolTip(words)
            self._fit()

    def show_theme(self, theme: Theme) -> None:
        self.setStyleSheet(f"font-size: {theme.px(CAPTION + 1)}px;")
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._fit()
        return False

    def _fit(self) -> None:
        self.ensurePolished()
        high, needed = self._whole.height(), self.heightForWidth(self._whole.width() - 16)
        self.setVisible(max(needed / SHARE, LINES * self.fontMetrics().height()) <= high)
