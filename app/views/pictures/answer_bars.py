"""What the network says to one sample: a bar for each class."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.look.theme import CAPTION, Theme, current, mix
from app.views.drawing.plot import say
from core.frozen import frozen

MOST, FEWEST = 10, 3  # classes that are shown; of more, or where there is less room, the likeliest
ROW, LOWEST = 19, 13  # px a class at a text scale of 1, and at least


@frozen
class Answer:
    """`shares` (classes,): probabilities, or plain outputs; `truth` is the true class's name, "" where nobody knows."""

    classes: tuple[str, ...]
    shares: np.ndarray
    truth: str = ""
    probability: bool = True


def answer_of(answer: np.ndarray, classes: tuple[str, ...], truth: str, probability: bool) -> Answer:
    """A network's answer with a number for each of two classes where it has a single output."""
    if len(answer) == 1 and len(classes) == 2:
        answer = np.array([1 - answer[0], answer[0]]) if probability else np.array([-answer[0], answer[0]])
    return Answer(classes, answer, truth, probability)


class AnswerBars(QWidget):
    """The likeliest class in the accent, the true one with a mark, the others muted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = current()
        self.answer: Answer | None = None
        self.setAccessibleName("Answer of the network")

    def sizeHint(self) -> QSize:
        count = min(len(self.answer.classes), MOST) if self.answer else MOST
        return QSize(self.theme.px(160), self.theme.px(ROW) * count)

    def minimumSizeHint(self) -> QSize:
        count = min(len(self.answer.classes), MOST) if self.answer else MOST
        return QSize(self.theme.px(110), self.theme.px(LOWEST) * count)

    def show_answer(self, answer: Answer | None, theme: Theme) -> None:
        self.answer, self.theme = answer, theme
        self.setAccessibleDescription(self.words())
        self.update()

    def words(self) -> str:
        """The answer in a sentence."""
        answer = self.answer
        if answer is None or not np.isfinite(answer.shares).all():
            return ""
        best = int(answer.shares.argmax())
        told = f"{answer.classes[best]} with {say(float(answer.shares[best]))}"
        return told + (f", truly {answer.truth}" if answer.truth else "")

    def order(self) -> list[int]:
        """The classes that are shown: all in their order; of many, and in a low picture, the likeliest first."""
        assert self.answer is not None
        count, room = len(self.answer.classes), self.height() // self.theme.px(LOWEST)
        most = max(FEWEST, min(MOST, room))
        likeliest = np.argsort(-np.nan_to_num(self.answer.shares), kind="stable")
        return list(range(count)) if count <= most else likeliest[:most].tolist()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.answer is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        order = self.order()
        height = min(self.height() / len(order), self.theme.px(ROW) * 1.2)
        for row, number in enumerate(order):
            self._paint_row(painter, QRectF(0, row * height, self.width(), height), number)
        painter.end()

    def _paint_row(self, painter: QPainter, room: QRectF, number: int) -> None:
        answer, theme = self.answer, self.theme
        assert answer is not None
        known = bool(np.isfinite(answer.shares).all())
        best = known and number == int(answer.shares.argmax())
        is_true = answer.classes[number] == answer.truth
        names = theme.px(18 if max(map(len, answer.classes)) <= 2 else 62)
        figures = theme.px(44)
        font = theme.digits(CAPTION + 1, bold=best or is_true)
        font.setPixelSize(max(8, min(theme.px(CAPTION + 1), int(room.height()) - 1)))  # rows never touch
        painter.setFont(font)
        painter.setPen(QColor(theme.text if best or is_true else theme.muted))
        left = QRectF(room.left(), room.top(), names, room.height())
        name = painter.fontMetrics().elidedText(answer.classes[number], Qt.TextElideMode.ElideRight, int(names) - 4)
        painter.drawText(left, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        bar = QRectF(room.left() + names, room.center().y() - 4, room.width() - names - figures, 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.grid))
        painter.drawRoundedRect(bar, 3, 3)
        share = float(np.clip(answer.shares[number], 0, 1)) if known else 0.0
        if share > 0:
            painter.setBrush(QColor(theme.accent if best else mix(theme.muted, theme.surface, 0.3)))
            painter.drawRoundedRect(QRectF(bar.left(), bar.top(), max(bar.width() * share, 2.0), bar.height()), 3, 3)
        if is_true:
            painter.setPen(QColor(theme.text))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(bar.adjusted(-1.5, -1.5, 1.5, 1.5), 4, 4)
        painter.setPen(QColor(theme.text if best else theme.muted))
        painter.drawText(
            room,
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
            self._figure(float(answer.shares[number])),
        )

    def _figure(self, value: float) -> str:
        assert self.answer is not None
        return f"{100 * value:.0f} %" if self.answer.probability and np.isfinite(value) else say(value)
