"""A named chip: a small button that says what is chosen. A line that is as wide as there is room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolButton, QWidget

from app.look import theme as look

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
    """One line that never asks for room: what there is none for is three dots. `text()` is all of it."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def shown(self) -> str:
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width())

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
