"""What lies over a whole window while it is open: the window behind is darkened, a sheet stands before it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QWidget

MARGIN = 24  # px between the sheet and the window's edge at least
SHADE = 130  # of 255: how dark the window behind becomes


class Veil(QWidget):
    """What is to be seen stands on its `sheet`. Esc and a press beside the sheet shut it."""

    closed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.sheet = QFrame(self)
        self.sheet.setProperty("panel", "surface")
        self.hide()

    def place(self, room: QRect) -> QRect:
        """Where the sheet stands in the room that there is."""
        return room

    def spread(self) -> None:
        """Lie over the whole window."""
        self.cover()
        self.show()
        self.raise_()

    def shut(self) -> None:
        self.hide()
        self.closed.emit()

    def cover(self) -> None:
        """As large as the window is."""
        self.setGeometry(self._window.rect())
        self.sheet.setGeometry(self.place(self.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._window.installEventFilter(self)  # only while it is open: a filter is asked about every event

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._window.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self.cover()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.sheet.geometry().contains(event.position().toPoint()):
            self.shut()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.shut()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        shade = QColor("#000000")
        shade.setAlpha(SHADE)
        painter = QPainter(self)
        painter.fillRect(self.rect(), shade)
        painter.end()
