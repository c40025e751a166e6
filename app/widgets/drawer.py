"""What opens over the pictures when someone asks for more."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QKeyEvent,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.look import theme as look
from app.widgets.icon_button import IconButton

WIDTH, SHADOW = 336, 14  # px at a text scale of 1


class Drawer(QWidget):
    """An overlay of a window, beside a panel of it, that pushes nothing.

    Esc, its cross, or a press elsewhere in the window closes it; the focus goes back to what opened it.
    """

    closed = Signal()

    def __init__(self, title: str, content: QWidget, window: QWidget, beside: QWidget) -> None:
        super().__init__(window)
        self._window, self._beside = window, beside
        self._opener: QWidget | None = None
        self.setAccessibleName(title)
        self.content = content
        card = QFrame()
        card.setProperty("panel", "surface")
        self._heading = QLabel(title)
        self._heading.setProperty("role", "title")
        self._cross = IconButton("close", f"Close {title}", small=True)
        self._cross.clicked.connect(self.shut)
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 12, 0)
        head.addWidget(self._heading, 1)
        head.addWidget(self._cross)
        self.area = _scroll_of(content)
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 12, 1, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.area, 1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, SHADOW, 0)
        outer.addWidget(card)
        self.hide()

    def toggle(self, opener: QWidget) -> None:
        """Open for this button, or close where it is open already."""
        if self.isVisible():
            self.shut()
        else:
            self.open_for(opener)

    def open_for(self, opener: QWidget) -> None:
        """Open over the pictures; `opener` gets the focus back."""
        self._opener = opener
        self._place()
        self.show()
        self.raise_()
        self._first().setFocus(Qt.FocusReason.PopupFocusReason)

    def shut(self) -> None:
        """Close it; what it shows is kept."""
        if not self.isVisible():
            return
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self)
        self.hide()
        if self._opener is not None and had_focus:
            self._opener.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.shut()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        for watched in self._watched():
            watched.installEventFilter(self)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        for watched in self._watched():
            watched.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            if self._is_elsewhere(event.position().toPoint()):
                self.shut()
        elif event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and watched in (self._window, self._beside):
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        strip = QRect(self.width() - SHADOW, 4, SHADOW, self.height() - 4)
        fade = QLinearGradient(strip.topLeft(), strip.topRight())
        fade.setColorAt(0, QColor(0, 0, 0, 90 if look.current().dark else 38))
        fade.setColorAt(1, QColor(0, 0, 0, 0))
        painter = QPainter(self)
        painter.fillRect(strip, fade)
        painter.end()

    def _first(self) -> QWidget:
        """The topmost entry, or the cross."""
        entries = [
            widget
            for widget in self.content.findChildren(QWidget)
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        return min(entries, key=self._height_of, default=self._cross)

    def _height_of(self, widget: QWidget) -> tuple[int, int]:
        place = widget.mapTo(self, QPoint(0, 0))
        return place.y(), place.x()

    def _watched(self) -> tuple[QObject, ...]:
        """What it lies over and beside, for its place, and the system's window, through which all presses come; all of
        them only while it is open: filters are asked about every event."""
        system = self.window().windowHandle()
        return (self._window, self._beside) if system is None else (self._window, self._beside, system)

    def _is_elsewhere(self, place: QPoint) -> bool:
        """Neither here nor on what opened it (whose click closes it anyway). A press that only puts a list away is
        none of this window's."""
        widget = self.window().childAt(place)
        inside = widget is not None and (widget is self or self.isAncestorOf(widget))
        return not inside and widget is not self._opener and QApplication.activePopupWidget() is None

    def _place(self) -> None:
        window = self._window
        corner = self._beside.mapTo(window, QPoint(self._beside.width(), 0))
        width = min(look.current().px(WIDTH) + SHADOW, window.width() - corner.x())
        self.setGeometry(corner.x(), corner.y(), width, min(self._beside.height(), window.height() - corner.y()))


def _scroll_of(content: QWidget) -> QScrollArea:
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    sheet = QWidget()
    column = QVBoxLayout(sheet)
    column.setContentsMargins(16, 4, 16, 12)
    column.addWidget(content)
    column.addStretch(1)
    scroll.setWidget(sheet)
    for background in (scroll.viewport(), sheet):  # the card shows through
        background.setAutoFillBackground(False)
    return scroll
