"""A square that shows the chosen picture, and on which a person draws one of their own."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.look.theme import Theme, current
from app.views.drawing.images import paint_image, picture_image

SIDE = 168  # of the drawing in its own pixels, whatever the pad's size
BRUSH = 13.0  # of those: with a digit as large as the pad the strokes of MNIST
WAIT = 30  # ms between two drawings that are told while the mouse moves


class PicturePad(QWidget):
    """`drawn(ink)` while a person draws, (SIDE, SIDE) from 0 to 1; a stroke on a picture begins a new drawing."""

    drawn = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = current()
        self.setAccessibleName("Drawing pad")
        self.setToolTip("Draw with the mouse: the network answers while you draw")
        self.setCursor(Qt.CursorShape.CrossCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.drawing = False  # the pad shows a drawing, not a picture of the data
        self._ink = _blank()
        self._seen: QImage | None = None
        self._picture: QImage | None = None
        self._last: QPointF | None = None
        self._telling = QTimer(self, singleShot=True, interval=WAIT)
        self._telling.timeout.connect(self._tell)

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(SIDE), self.theme.px(SIDE))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return width

    # What is shown

    def show_picture(self, pixels: np.ndarray | None, theme: Theme) -> None:
        """A picture of the data (channels, height, width); it takes the drawing's place."""
        self.theme, self.drawing = theme, False
        self._picture = None if pixels is None else picture_image(pixels, theme)
        self.update()

    def show_seen(self, pixels: np.ndarray | None, theme: Theme) -> None:
        """The drawing as the network sees it, small in a corner."""
        self.theme = theme
        self._seen = None if pixels is None else picture_image(pixels, theme)
        self.update()

    def clear(self) -> None:
        """Begin a new drawing."""
        self._ink, self._seen, self.drawing = _blank(), None, True
        self.update()

    def ink(self) -> np.ndarray:
        """The drawing, (SIDE, SIDE) from 0 to 1."""
        rows = np.frombuffer(self._ink.constBits(), dtype=np.uint8).reshape(SIDE, self._ink.bytesPerLine())
        return rows[:, :SIDE] / 255.0

    # Drawing

    def room(self) -> QRectF:
        """The square within the widget."""
        side = min(self.width(), self.height()) - 2
        return QRectF((self.width() - side) / 2, 1, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, room = QPainter(self), self.theme, self.room()
        painter.fillRect(room, QColor(theme.field))
        if self.drawing:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(room, picture_image(self.ink()[None], theme))
            self._paint_seen(painter, room)
        elif self._picture is not None:
            paint_image(painter, room, self._picture)
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(room)
        painter.end()

    def _paint_seen(self, painter: QPainter, room: QRectF) -> None:
        if self._seen is None:
            return
        side = room.width() * 0.27
        corner = QRectF(room.right() - side, room.bottom() - side, side, side)
        paint_image(painter, corner, self._seen)
        painter.setPen(QPen(QColor(self.theme.line), 1))
        painter.drawRect(corner)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        if not self.drawing:
            self.clear()
        self._last = self._place(event)
        self.stroke(self._last)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._last is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self.stroke(self._place(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._last is not None:
            self._last = None
            self._telling.stop()
            self._tell()

    def _place(self, event: QMouseEvent) -> QPointF:
        room = self.room()
        return (event.position() - room.topLeft()) * (SIDE / room.width())

    def stroke(self, to: QPointF) -> None:
        painter = QPainter(self._ink)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(
            QPen(QColor("white"), BRUSH, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        )
        if self._last == to:
            painter.drawPoint(to)
        else:
            painter.drawLine(self._last or to, to)
        painter.end()
        self._last = to
        if not self._telling.isActive():
            self._telling.start()
        self.update()

    def _tell(self) -> None:
        self.drawn.emit(self.ink())


def _blank() -> QImage:
    image = QImage(SIDE, SIDE, QImage.Format.Format_Grayscale8)
    image.fill(0)
    return image
