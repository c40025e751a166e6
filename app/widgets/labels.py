"""Small pieces of text: elided, a named chip, a figure that never moves its neighbours."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolButton, QWidget

from app import theme as look


class ElidedLabel(QLabel):
    """One line that ends in … where there is no room; the whole text is its tool-tip then."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        room = self.contentsRect()
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        self.setToolTip(self.text() if shown != self.text() else "")
        painter.drawText(room, int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), shown)
        painter.end()


class Chip(QToolButton):
    """A named value such as “Loss: cross-entropy”; pressing it opens what changes it."""

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
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(f"{self._caption}  {self._value}") + 24
        return QSize(width, metrics.height() + 12)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._caption) + 60, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = look.current()
        painter = QPainter(self)
        metrics = painter.fontMetrics()
        room = self.rect().adjusted(10, 0, -10, 0)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setPen(QColor(theme.muted if self.isEnabled() else theme.disabled))
        painter.drawText(room, middle, self._caption)
        room.setLeft(room.left() + metrics.horizontalAdvance(self._caption) + 8)
        painter.setPen(QColor(theme.text if self.isEnabled() else theme.disabled))
        painter.drawText(room, middle, metrics.elidedText(self._value, Qt.TextElideMode.ElideRight, room.width()))
        painter.end()


class Stat(QWidget):
    """A caption and a figure in digits of one width, as wide as `widest` from the start: nothing jumps when it grows.

    `mark` draws the line style of its curve before the caption: "solid", "dashed" or none.
    """

    def __init__(self, caption: str, widest: str = "0.0000", size: float = look.DIGITS, mark: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = caption
        self._widest = widest
        self._size = size
        self._mark = mark
        self._text = "–"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_text("–")

    def text(self) -> str:
        return self._text

    def set_text(self, text: str) -> None:
        """The figure as it is to be read; a text wider than ever before widens the place for good."""
        if len(text) > len(self._widest):
            self._widest = text
            self.updateGeometry()
        if text != self._text:
            self._text = text
            self.update()
        self.setAccessibleName(f"{self._caption}: {text}")

    def sizeHint(self) -> QSize:
        theme = look.current()
        digits, caption = QFontMetrics(theme.digits(self._size)), QFontMetrics(theme.font(look.CAPTION))
        name = caption.horizontalAdvance(self._caption) + (24 if self._mark else 0)
        figure = digits.horizontalAdvance("".join("0" if sign.isdigit() else sign for sign in self._widest))
        return QSize(max(name, figure) + 2, digits.height() + caption.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = look.current()
        painter = QPainter(self)
        painter.setFont(theme.font(look.CAPTION))
        height = painter.fontMetrics().height()
        painter.setPen(QColor(theme.muted))
        left = 0
        if self._mark:
            left = 24
            pen = painter.pen()
            pen.setWidthF(2.0)
            pen.setColor(QColor(theme.text))
            if self._mark == "dashed":
                pen.setDashPattern([2.6, 1.8])
            painter.setPen(pen)
            painter.drawLine(0, height // 2 + 1, 18, height // 2 + 1)
            painter.setPen(QColor(theme.muted))
        painter.drawText(left, 0, self.width() - left, height, Qt.AlignmentFlag.AlignLeft, self._caption)
        painter.setFont(theme.digits(self._size))
        painter.setPen(QColor(theme.text))
        painter.drawText(0, height, self.width(), self.height() - height, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._text)
        painter.end()
