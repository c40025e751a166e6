"""Formulas in plain text, with the accents of their letters drawn by hand: fonts put a combining hat where they like,
even in another line."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

HAT, BAR = "\u0302", "\u0304"


class Formula(QLabel):
    """A label; `text()` is what was set, with its accents. With `parts`, what "; " divides stands in lines of its
    own."""

    def __init__(self, text: str = "", parts: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._said = ""
        self._accents: tuple[tuple[int, str], ...] = ()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setText(text)

    def setText(self, text: str) -> None:
        self._said = text
        plain, self._accents = taken_apart(text.replace("; ", "\n") if self._parts else text)
        self.setAccessibleName(text)
        super().setText(plain)

    def text(self) -> str:
        return self._said

    def accents(self) -> list[tuple[str, QPointF]]:
        """Each accent, and where it stands: the middle of its foot, in this widget's coordinates."""
        shown, metrics = QLabel.text(self), QFontMetricsF(self.font())
        room = self.contentsRect().adjusted(self.margin(), self.margin(), -self.margin(), -self.margin())
        starts = broken(shown, metrics, room.width())
        top = room.top() + max(0.0, (room.height() - len(starts) * metrics.lineSpacing()) / 2)
        found = []
        for place, accent in self._accents:
            row = max(number for number, start in enumerate(starts) if start <= place)
            before, letter = shown[starts[row] : place], shown[place]
            middle = metrics.horizontalAdvance(before) + metrics.horizontalAdvance(letter) / 2
            tall = metrics.capHeight() if letter.isupper() else metrics.xHeight()
            found.append(
                (
                    accent,
                    QPointF(
                        room.left() + middle,
                        top + row * metrics.lineSpacing() + metrics.ascent() - tall - 0.22 * metrics.xHeight(),
                    ),
                )
            )
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = QFontMetricsF(self.font()).xHeight()
        painter.setPen(QPen(self.palette().color(self.foregroundRole()), max(1.0, size / 7)))
        for accent, foot in self.accents():
            wide, high = 0.36 * size, 0.3 * size
            if accent == HAT:
                painter.drawPolyline([foot + QPointF(-wide, 0), foot + QPointF(0, -high), foot + QPointF(wide, 0)])
            else:
                painter.drawLine(QLineF(foot + QPointF(-wide, -high / 2), foot + QPointF(wide, -high / 2)))
        painter.end()


def broken(text: str, metrics: QFontMetricsF, width: float) -> list[int]:
    """Where the lines of a text begin that is broken at its spaces into lines of a width in px."""
    starts, start = [], 0
    for part in text.split("\n"):
        line = begin = start
        starts.append(line)
        for word in part.split(" "):
            end = begin + len(word)
            if begin > line and metrics.horizontalAdvance(text[line:end]) > width:
                line = begin
                starts.append(line)
            begin = end + 1
        start += len(part) + 1
    return starts


def taken_apart(text: str) -> tuple[str, tuple[tuple[int, str], ...]]:
    """A text without its accents, and each accent with the place of the letter below it: "m̂u" -> ("mu", ((0,
    hat),))."""
    letters: list[str] = []
    accents = []
    for sign in unicodedata.normalize("NFD", text):
        if sign in (HAT, BAR):
            accents.append((len(letters) - 1, sign))
        else:
            letters.append(sign)
    return "".join(letters), tuple(accents)
