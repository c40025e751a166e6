"""The words below the picture: as many sentences as have room, those that must be known first."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.look import theme as look
from app.look.theme import CAPTION, Theme
from app.views.bend.words import Sentence

LINES, MORE_LINES, MOST_LINES = 3, 4, 6  # of text, where a line holds few words, and where it does beside much room
TALL, SHARE = 1.4, 0.45  # times the width; of the height, at most, for a sentence that must be known
WIDE = 420  # px at a text scale of 1, from which it holds many


class Caption(QLabel):
    """A title and what is said of it; all of it in the tool-tip."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._theme = look.current()
        self._room = 0  # px of height
        self._said: tuple[str, tuple[Sentence, ...]] = ("", ())

    def show_theme(self, theme: Theme) -> None:
        self.setStyleSheet(f"font-size: {theme.px(CAPTION + 1)}px; color: {theme.text};")
        self._theme = theme
        self._fit()

    def say(self, title: str, sentences: tuple[Sentence, ...]) -> None:
        if (title, sentences) != self._said:
            self._said = title, sentences
            self.setToolTip(" ".join(each.text for each in sentences))
            self._write()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Room for the lines that its width asks for."""
        line = QFontMetricsF(self._theme.font(CAPTION + 1, bold=True)).lineSpacing()
        tall = self._whole.height() > TALL * self._whole.width()
        lines = LINES if self.width() >= self._theme.px(WIDE) else MOST_LINES if tall else MORE_LINES
        self._room = math.ceil(line * lines) + 2
        self._write()

    @property
    def _whole(self) -> QWidget:
        """What holds it and the picture."""
        return self.parentWidget() or self

    def _write(self) -> None:
        """The sentence of least weight goes first where there is no room for all."""
        title, kept = self._said
        self.setFixedHeight(self._room)
        while len(kept) > 1 and self._height_of(written(title, kept)) > self.height():
            least = min(kept, key=lambda each: each.weight)
            kept = tuple(each for each in kept if each is not least)
        text = written(title, kept)
        if (high := self._height_of(text)) > self._room:  # what must be known is not cut
            self.setFixedHeight(math.ceil(min(high, max(self._room, SHARE * self._whole.height()))))
        if text != self.text():
            self.setText(text)

    def _height_of(self, text: str) -> float:
        page = QTextDocument()
        page.setDocumentMargin(0)
        page.setDefaultFont(self._theme.font(CAPTION + 1))
        page.setTextWidth(self.width())
        page.setHtml(text)
        return page.size().height()


def written(title: str, kept: tuple[Sentence, ...]) -> str:
    """As rich text."""
    return f"<b>{title}.</b> {' '.join(each.text for each in kept)}" if title else ""
