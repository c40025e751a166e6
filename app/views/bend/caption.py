"""The words below the picture: as many sentences as have room, those that must be known first."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QLabel, QSizePolicy

from app.look.theme import CAPTION, Theme
from app.views.bend.words import Sentence

LINES, LARGE_LINES = 3, 4  # of text; where it is large, a line holds few words
LARGE = 1.5  # text scale


class Caption(QLabel):
    """A title and what is said of it; all of it in the tool-tip."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._font = self.font()
        self._said: tuple[str, tuple[Sentence, ...]] = ("", ())

    def show_theme(self, theme: Theme) -> None:
        self.setStyleSheet(f"font-size: {theme.px(CAPTION + 1)}px; color: {theme.text};")
        self._font = theme.font(CAPTION + 1)
        line = QFontMetricsF(theme.font(CAPTION + 1, bold=True)).lineSpacing()
        self.setFixedHeight(math.ceil(line * (LINES if theme.scale < LARGE else LARGE_LINES)) + 2)
        self._write()

    def say(self, title: str, sentences: tuple[Sentence, ...]) -> None:
        if (title, sentences) != self._said:
            self._said = title, sentences
            self.setToolTip(" ".join(each.text for each in sentences))
            self._write()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._write()

    def _write(self) -> None:
        """The sentence of least weight goes first where there is no room for all."""
        title, kept = self._said
        while len(kept) > 1 and self._height_of(written(title, kept)) > self.height():
            least = min(kept, key=lambda each: each.weight)
            kept = tuple(each for each in kept if each is not least)
        if (text := written(title, kept)) != self.text():
            self.setText(text)

    def _height_of(self, text: str) -> float:
        page = QTextDocument()
        page.setDocumentMargin(0)
        page.setDefaultFont(self._font)
        page.setTextWidth(self.width())
        page.setHtml(text)
        return page.size().height()


def written(title: str, kept: tuple[Sentence, ...]) -> str:
    """As rich text."""
    return f"<b>{title}.</b> {' '.join(each.text for each in kept)}" if title else ""
