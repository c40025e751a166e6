"""Screens: the window on all of a screen, on which one, and how much of it at first."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

SIZE = QSize(1280, 800)  # px of the window at first, where the screen has as many
TITLE_BAR = 32  # px that one may take, before the window manager tells
SETTLED = 3000  # ms after which the window's place is the person's
UNSEEN = ("offscreen", "minimal")  # platforms whose screen nobody looks at


class Screens(QObject):
    """What the View menu does with the window's place."""

    said = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def toggle_full(self) -> None:
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def next(self) -> None:
        """Fill the next screen; from the last one back to the first."""
        screens = QApplication.screens()
        if len(screens) < 2:
            self.said.emit("There is only one screen.")
            return
        target = screens[(screens.index(self._window.screen()) + 1) % len(screens)]
        self._window.showNormal()
        self._window.setGeometry(target.availableGeometry())
        self._window.showFullScreen()


class FirstSize(QObject):
    """Gives a window its size before it is shown, and takes back from it what its frame needs: how large that is the
    window manager tells only once the window is there. After a while its place is the person's."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        if QGuiApplication.platformName() in UNSEEN:
            window.resize(SIZE)
            return
        available = window.screen().availableGeometry().size()
        window.resize(SIZE.boundedTo(available - QSize(0, TITLE_BAR)))
        window.installEventFilter(self)
        self._settled = QTimer(self, singleShot=True, interval=SETTLED)
        self._settled.timeout.connect(self._end)
        self._settled.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Show, QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.WindowActivate):
            self._fit()
        elif event.type() == QEvent.Type.Close:
            self._settled.stop()
        return False

    def _fit(self) -> None:
        window = self._window
        if window.windowState() & ~Qt.WindowState.WindowActive:
            return
        available = window.screen().availableGeometry()
        size, place = fitting(window.frameGeometry(), window.size(), available)
        if size != window.size():
            window.resize(size)
        if place != window.frameGeometry().topLeft():
            window.move(place)

    def _end(self) -> None:
        self._window.removeEventFilter(self)


def fitting(frame: QRect, inside: QSize, available: QRect) -> tuple[QSize, QPoint]:
    """The size that a window of the size `inside` may have in its frame, and where the frame has to stand, so that both
    lie in the available room."""
    rim = frame.size() - inside
    size = inside.boundedTo(available.size() - rim)
    outer = size + rim
    left = max(available.left(), min(frame.left(), available.left() + available.width() - outer.width()))
    top = max(available.top(), min(frame.top(), available.top() + available.height() - outer.height()))
    return size, QPoint(left, top)
