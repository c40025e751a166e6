"""Cover: what the window shows stays on the screen while Qt makes the window anew for its first picture by OpenGL.

A window without OpenGL paints a view some fifty times as fast where there is no graphics card, so OpenGL is not asked
for before somebody wants to see something by it. Then Qt destroys the window and makes another, black until all of it
has been drawn once: by software that takes a second or two.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QBackingStore, QExposeEvent, QPainter, QPixmap, QRegion, QSurface, QWindow
from PySide6.QtOpenGLWidgets import QOpenGLWidget
from PySide6.QtWidgets import QWidget

PATIENCE = 5000  # ms after which it goes, whatever has been drawn
FRAMES = 2  # of the picture that are on the screen before it goes: the first one may come before the window is seen


class Cover(QWindow):
    """A picture of a window, exactly over it, which no event reaches. It is painted before anything else happens, and
    goes when `picture` has been drawn, or with the window."""

    def __init__(self, window: QWidget, picture: QOpenGLWidget) -> None:
        super().__init__()
        flag = Qt.WindowType
        self.setFlags(
            flag.ToolTip
            | flag.FramelessWindowHint
            | flag.BypassWindowManagerHint
            | flag.WindowTransparentForInput
            | flag.WindowDoesNotAcceptFocus
        )
        self.setSurfaceType(QSurface.SurfaceType.RasterSurface)
        self._image = window.grab()
        self._frames = 0
        self.setGeometry(QRect(window.mapToGlobal(QPoint(0, 0)), window.size()))
        self._store: QBackingStore | None = QBackingStore(self)
        self.show()
        self._paint(self._image)
        picture.frameSwapped.connect(self._drawn)
        self._late = QTimer(self, singleShot=True, interval=PATIENCE)
        self._late.timeout.connect(self._go)
        self._late.start()
        window.installEventFilter(self)
        window.destroyed.connect(self._go)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close:  # Qt hides the window, too, while it makes it anew
            self._go()
        return False

    def exposeEvent(self, event: QExposeEvent) -> None:
        self._paint(self._image)

    def _paint(self, image: QPixmap) -> None:
        store = self._store
        if store is None:
            return
        whole = QRegion(QRect(QPoint(0, 0), self.size()))
        store.resize(self.size())
        store.beginPaint(whole)
        painter = QPainter(store.paintDevice())
        painter.drawPixmap(0, 0, image)
        painter.end()
        store.endPaint()
        store.flush(whole)

    def _drawn(self) -> None:
        self._frames += 1
        if self._frames >= FRAMES:
            self._go()

    def _go(self) -> None:
        """The store goes at once: Python would keep it beyond the end of Qt and its connection to the screen, on which
        it then calls."""
        self._store = None
        self._late.stop()
        self.hide()
        self.deleteLater()


def cover(host: QWidget, picture: QOpenGLWidget) -> Cover | None:
    """Keep on the screen what the window of `host` shows, before `picture` is put into it; None where that window is
    not seen, or drawn by OpenGL already."""
    window = host.window()
    handle = window.windowHandle()
    if handle is None or not handle.isExposed() or handle.surfaceType() is not QSurface.SurfaceType.RasterSurface:
        return None
    return Cover(window, picture)
