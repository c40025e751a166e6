"""A few choices side by side, of which exactly one holds."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.look import theme as look
from app.widgets.own_keys import OwnKeys

PAD, NARROW, RADIUS = 12, 6, 6  # px


class Segments(OwnKeys, QWidget):
    """`chosen(key)` when a person chooses; the arrow keys walk. A dot beside a word says that something goes on behind
    it."""

    own_keys = frozenset((Qt.Key.Key_Left, Qt.Key.Key_Right))

    chosen = Signal(str)

    def __init__(self, label: str, words: Mapping[str, str], height: int = 24, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(label)
        self.words, self._height = dict(words), height
        self._key = next(iter(self.words))
        self.dots: frozenset[str] = frozenset()
        self._pad = PAD
        self._under = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def value(self) -> str:
        return self._key

    def set_value(self, key: str) -> None:
        """Show a choice; emits nothing."""
        self._key = key
        self.setAccessibleDescription(self.words[key])
        self.update()

    def set_words(self, words: Mapping[str, str]) -> None:
        """The same choices in other words, such as shorter ones; emits nothing."""
        if dict(words) != self.words:
            self.words = dict(words)
            self.updateGeometry()
            self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Less room beside the words, where there is little."""
        pad = NARROW if narrow else PAD
        if pad != self._pad:
            self._pad = pad
            self.updateGeometry()
            self.update()

    def set_size(self, size: int) -> None:
        """Words of so many px: of a picture whose text is larger than the window's."""
        self.setStyleSheet(f"font-size: {size}px;")  # a font of its own would lose to the window's style sheet
        self.updateGeometry()

    def set_dots(self, keys: frozenset[str]) -> None:
        """Beside which words something goes on."""
        if keys != self.dots:
            self.dots = keys
            self.update()

    def choose(self, key: str) -> None:
        """As a person does."""
        if key != self._key:
            self.set_value(key)
            self.chosen.emit(key)

    def sizeHint(self) -> QSize:
        return QSize(sum(self._widths()) + 2, max(look.current().px(self._height), self.fontMetrics().height() + 6))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _widths(self) -> list[int]:
        theme = look.current()
        metrics = self.fontMetrics()
        return [metrics.horizontalAdvance(words) + 2 * theme.px(self._pad) for words in self.words.values()]

    def at(self, x: float) -> str:
        """The choice at a place along the widget."""
        left = 1.0
        for key, width in zip(self.words, self._widths(), strict=True):
            left += width
            if x < left:
                return key
        return next(reversed(self.words))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.choose(self.at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._under = self.at(event.position().x())
        self.update()

    def leaveEvent(self, event: object) -> None:
        self._under = ""
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        keys = list(self.words)
        self.choose(keys[min(max(keys.index(self._key) + step, 0), len(keys) - 1)])

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = look.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self.rect().adjusted(0, 0, -1, -1)
        painter.setPen(QPen(QColor(theme.accent if self.hasFocus() else theme.outline), 1))
        painter.setBrush(QColor(theme.field))
        painter.drawRoundedRect(frame, RADIUS, RADIUS)
        left = 1
        for (key, words), width in zip(self.words.items(), self._widths(), strict=True):
            self._paint(painter, key, words, left, width, theme)
            left += width
        painter.end()

    def _paint(self, painter: QPainter, key: str, words: str, left: int, width: int, theme: look.Theme) -> None:
        place = self.rect().adjusted(0, 2, 0, -2)
        place.setLeft(left + 1)
        place.setWidth(width - 2)
        chosen = key == self._key
        if chosen or key == self._under:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent if chosen else theme.hover))
            painter.drawRoundedRect(place, RADIUS - 2, RADIUS - 2)
        painter.setPen(QColor(theme.on_accent if chosen else theme.text))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
        if key in self.dots and not chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent))
            side = theme.px(5)
            painter.drawEllipse(place.right() - side - 2, place.center().y() - side // 2, side, side)
