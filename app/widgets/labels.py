"""A named chip: a small button that says what is chosen. A line that is as wide as there is room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolButton, QWidget

from app.look import theme as look

WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter
SIDE, GAP = 10, 8  # px: the rim, and the room between caption and value


class Chip(QToolButton):
    """A named value such as “Loss: cross-entropy”; pressing it opens what changes it. A long value takes two lines."""

    def __init__(self, caption: str, value: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = caption
        self._value = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_value(value)

    def value(self) -> str:
        return self._value

    def set_value(self, value: str) -> None:
        self._value = value
        self.setAccessibleName(f"{self._caption}: {value}")
        self.setToolTip(self.accessibleName())
        self._stand()
        self.updateGeometry()
        self.update()

    def lines(self) -> tuple[str, ...]:
        """The value as it stands in the chip."""
        metrics, room = self.fontMetrics(), self.width() - self._left() - SIDE
        if metrics.horizontalAdvance(self._value) <= room:
            return (self._value,)
        words = self._value.split(" ")
        first = next(
            (" ".join(words[:end]) for end in range(len(words) - 1, 0, -1)
             if metrics.horizontalAdvance(" ".join(words[:end])) <= room), ""
        )  # fmt: skip
        rest = metrics.elidedText(self._value[len(first) :].strip(), Qt.TextElideMode.ElideRight, room)
        return (first, rest) if first else (rest,)

    def _left(self) -> int:
        return SIDE + self.fontMetrics().horizontalAdvance(self._caption) + GAP

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stand()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._stand()

    def _stand(self) -> None:
        """As high as its lines: the least height of all buttons, which the style sheet gives, is that of one."""
        self.setFixedHeight(len(self.lines()) * self.fontMetrics().height() + 12)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(f"{self._caption}  {self._value}") + 24
        return QSize(width, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._caption) + 60, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = look.current()
        painter = QPainter(self)
        metrics = painter.fontMetrics()
        lines, high = self.lines(), metrics.height()
        room = self.rect().adjusted(SIDE, 0, -SIDE, 0)
        room.setTop((self.height() - len(lines) * high) // 2)
        room.setHeight(high)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setPen(QColor(theme.muted if self.isEnabled() else theme.disabled))
        painter.drawText(room, middle, self._caption)
        room.setLeft(self._left())
        painter.setPen(QColor(theme.text if self.isEnabled() else theme.disabled))
        for line in lines:
            painter.drawText(room, middle, line)
            room.translate(0, high)
        painter.end()


class Elided(QLabel):
    """One line that never asks for room: what there is none for is said in brief, or is three dots. `text()` is all of
    it."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.brief: tuple[str, ...] = ()  # the same in fewer and fewer words
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def shown(self) -> str:
        metrics, room, forms = self.fontMetrics(), self.contentsRect().width(), (self.text(), *self.brief)
        told = next((form for form in forms if metrics.horizontalAdvance(form) <= room), forms[-1])
        return metrics.elidedText(told, Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            int(self.alignment()),
            self.palette(),
            self.isEnabled(),
            self.shown(),
            self.foregroundRole(),
        )
        painter.end()


class Lines(QLabel):
    """Words in as many lines as they need, or in `most` lines that never ask for room. `text()` is all of it."""

    def __init__(self) -> None:
        super().__init__()
        self.most = 0
        self.setWordWrap(True)

    def fold(self, most: int) -> None:
        """In so many lines at most; 0: in as many as they need."""
        self.most = most
        self.updateGeometry()
        self.update()

    @property
    def shown(self) -> tuple[str, ...]:
        """The lines, where they are counted; what has no room there is three dots."""
        metrics, room = self.fontMetrics(), self.contentsRect().width()
        lines: list[str] = []
        for word in self.text().split():
            longer = f"{lines[-1]} {word}" if lines else word
            fits = len(lines) == self.most or metrics.horizontalAdvance(longer) <= room
            lines[-1 if lines and fits else len(lines) :] = [longer if fits else word]
        return tuple(metrics.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in lines)

    @property
    def cut(self) -> bool:
        """Whether something has no room."""
        return bool(self.most) and " ".join(self.shown) != " ".join(self.text().split())

    def minimumSizeHint(self) -> QSize:
        return QSize(1, self.most * self.fontMetrics().height()) if self.most else super().minimumSizeHint()

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint() if self.most else super().sizeHint()

    def hasHeightForWidth(self) -> bool:
        return not self.most

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.most:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        high, lines = self.fontMetrics().height(), self.shown
        top = (self.height() - high * len(lines)) // 2
        for place, line in enumerate(lines):
            painter.drawText(0, top + place * high + self.fontMetrics().ascent(), line)
        painter.end()


class Steady(QWidget):
    """Words in as many lines as they need. Others of as many lines ask for no room anew: a label's would lay out the
    whole window again with each number that changes."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def text(self) -> str:
        return self._text

    def say(self, text: str) -> None:
        if text == self._text:
            return
        self._text = text
        self.setAccessibleName(text)
        self._stand()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._stand()

    def _stand(self) -> None:
        if self.heightForWidth(self.width()) != self.height():
            self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(width, 1), 10_000)
        return self.fontMetrics().boundingRect(room, WRAPPED, self._text).height()

    def sizeHint(self) -> QSize:
        return QSize(1, self.heightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), WRAPPED, self._text)
        painter.end()
