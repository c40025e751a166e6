"""What the network answers to a sequence: probabilities of the classes, or a value."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.look.theme import BASE, CAPTION, Theme, current, mix
from app.views.drawing.plot import say
from core.frames import Frame

MOST = 6  # classes, the likeliest first
LINE = 22  # px of a row at a text scale of 1


def chances_of(frame: Frame) -> list[tuple[str, float, bool]]:
    """(class, probability or output, whether it is the true one), the likeliest first; empty where the answer is a
    value."""
    classes = frame.info["classes"]
    if not classes:
        return []
    answer = np.nan_to_num(frame.arrays["answer"], nan=0.0)
    if len(answer) == 1:
        answer = (
            np.array([1 - answer[0], answer[0]]) if frame.info["probability"] else np.array([-answer[0], answer[0]])
        )
    order = np.argsort(-answer, kind="stable")
    truth = int(frame.arrays["y"])
    shown = list(order[:MOST])
    if truth not in shown:
        shown[-1] = truth
    return [(classes[place], float(answer[place]), int(place) == truth) for place in shown]


def answer_sentence(frame: Frame) -> str:
    """ "I speak fluent French (0.98): right", "The sum is 1.03; it says 0.98"."""
    info, arrays = frame.info, frame.arrays
    if not info["classes"]:
        return f"true: {say(float(arrays['y']), 3)}, answered {say(float(arrays['answer'][0]), 3)}"
    decided = int(arrays["decision"])
    right = "right" if decided == int(arrays["y"]) else f"wrong, true is {info['classes'][int(arrays['y'])]}"
    return f"guesses {info['classes'][decided]}: {right}"


class Chances(QWidget):
    """Bars of the likeliest classes; the true one is marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Probabilities of the answers")
        self.rows: list[tuple[str, float, bool]] = []
        self.heading = ""
        self.theme = current()
        self.setMinimumSize(130, 60)

    def show_frame(self, frame: Frame, theme: Theme) -> None:
        self.rows, self.theme = chances_of(frame), theme
        self.heading = _heading(frame)
        self.setAccessibleDescription(answer_sentence(frame))
        self.update()

    def needs(self) -> int:
        """The height (px) in which every row is seen."""
        return self.theme.px(LINE) * (len(self.rows) + 1) + self.theme.px(6)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, line = self.theme, self.theme.px(LINE)
        painter.setFont(theme.font(BASE, bold=True))
        painter.setPen(QColor(theme.text))
        room = QRectF(theme.px(12), 0, self.width() - theme.px(20), line)
        words = painter.fontMetrics().elidedText(self.heading, Qt.TextElideMode.ElideLeft, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        for number, row in enumerate(self.rows[: max(1, (self.height() - line) // line)]):
            self._paint_row(painter, row, line * (number + 1), line, number == 0)
        painter.end()

    def _paint_row(self, painter: QPainter, row: tuple[str, float, bool], top: float, line: float, first: bool) -> None:
        theme, (word, chance, true) = self.theme, row
        left, digits, mark = theme.px(12), theme.px(38), theme.px(44)
        widest = max(QFontMetricsF(theme.font(BASE, bold=True)).horizontalAdvance(name) for name, *_ in self.rows)
        name = min(widest + 4, theme.px(110), self.width() * 0.4)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font(BASE, bold=first))
        painter.setPen(QColor(theme.text))
        painter.drawText(
            QRectF(left, top, name, line),
            Qt.AlignmentFlag.AlignLeft | middle,
            painter.fontMetrics().elidedText(word, Qt.TextElideMode.ElideRight, int(name)),
        )
        bars = QRectF(
            left + name + 6, top + line * 0.25, max(8.0, self.width() - left - name - digits - mark - 18), line * 0.5
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.grid))
        painter.drawRoundedRect(bars, 3, 3)
        painter.setBrush(QColor(theme.text if first else mix(theme.surface, theme.text, 0.55)))
        painter.drawRoundedRect(
            QRectF(bars.left(), bars.top(), bars.width() * min(max(chance, 0.0), 1.0), bars.height()), 3, 3
        )
        painter.setFont(theme.digits(CAPTION))
        painter.setPen(QColor(theme.text))
        painter.drawText(
            QRectF(bars.right() + 4, top, digits, line),
            Qt.AlignmentFlag.AlignRight | middle,
            f"{chance:.2f}".replace("-", "−"),
        )
        if true:
            painter.drawText(
                QRectF(bars.right() + digits + 8, top, mark, line), Qt.AlignmentFlag.AlignLeft | middle, "✓ true"
            )


def _heading(frame: Frame) -> str:
    """What the answer completes: the end of the sentence or of the word, or the question."""
    info = frame.info
    symbols = info["symbols"]
    if info["target"] == "next word":
        return f"{' '.join(symbols[:4])} … {' '.join(symbols[-3:])} …"
    if info["task"] == "characters":
        return "after “" + "".join(" " if symbol == "space" else symbol for symbol in symbols).lstrip("·") + "”"
    return "Answer"
