"""A plane with a pointer that walks in it, and a sheet of what is drawn at places all over it."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.look.theme import LIGHT, Theme, rgb
from app.views.drawing.images import paint_image, picture_image
from app.views.drawing.plot import HeatMap, Plot

CELL, FEWEST, MOST = 46, 4, 16  # px of a drawing of the sheet at a text scale of 1, and how many there are along a side
SIDE = 132  # px of the drawn picture at a text scale of 1


class WalkPlot(Plot):
    """`pointed(x, y)` while a person drags the pointer, or after a click; the place lies within the picture."""

    pointed = Signal(float, float)

    def __init__(self, label: str, opacity: float = 1.0) -> None:
        super().__init__(label)
        self.viewport().setCursor(Qt.CursorShape.CrossCursor)
        self.sheet = HeatMap()
        self.sheet.smooth = False
        self.sheet.setZValue(-5)
        self.sheet.setOpacity(opacity)
        self.pointer = pg.ScatterPlotItem(pxMode=True, symbol="+")
        self.pointer.setZValue(20)
        self.ring = pg.ScatterPlotItem(pxMode=True, symbol="o")
        self.ring.setZValue(19)
        for item in (self.sheet, self.pointer, self.ring):
            self.addItem(item)
        self.held = False
        self.viewport().installEventFilter(self)

    def sheet_size(self, theme: Theme) -> tuple[int, int]:
        """How many drawings fit along and up; (0, 0) where they would be too small to be seen."""
        room = theme.px(CELL)
        columns, rows = (
            min(MOST, size // room)
            for size in (self.width() - self.left_room(theme), self.height() - self.bottom_room(theme))
        )
        return (columns, rows) if min(columns, rows) >= FEWEST else (0, 0)

    def show_sheet(self, pictures: np.ndarray | None, theme: Theme) -> None:
        """Pictures (rows from low to high, columns, height, width, channels) from 0 to 1, all over what is framed;
        None: none."""
        self.sheet.setVisible(pictures is not None)
        if pictures is None:
            return
        edge = max(1, pictures.shape[2] // 10)
        pictures = np.pad(pictures, ((0, 0), (0, 0), (edge, edge), (edge, edge), (0, 0)))
        rows, columns, height, width, channels = pictures.shape
        flat = (
            pictures[:, :, ::-1].transpose(0, 2, 1, 3, 4).reshape(rows * height, columns * width, channels)
        )  # rows of the plot run upwards
        (x0, x1), (y0, y1) = self.box.viewRange()
        self.sheet.setImage(sheet_colours(flat, theme), autoLevels=False, levels=(0, 255))
        self.sheet.setRect(x0, y0, x1 - x0, y1 - y0)

    def show_pointer(self, at: np.ndarray, theme: Theme) -> None:
        size = theme.px(22)
        self.ring.setData(
            x=[at[0]], y=[at[1]], size=size, brush=QBrush(QColor(255, 255, 255, 150)), pen=pg.mkPen(LIGHT.text, width=2)
        )
        self.pointer.setData(x=[at[0]], y=[at[1]], size=size * 0.6, brush=None, pen=pg.mkPen(LIGHT.text, width=2))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            left = Qt.MouseButton.LeftButton
            if event.type() == QEvent.Type.MouseButtonPress and event.button() == left:
                self.held = True
                self._point(event)
                return True
            if event.type() == QEvent.Type.MouseMove and self.held:
                self._point(event)
                return True
            if event.type() == QEvent.Type.MouseButtonRelease and event.button() == left:
                self.held = False
        return super().eventFilter(watched, event)

    def _point(self, event: QMouseEvent) -> None:
        x, y = self.data_at(event.position())
        (x0, x1), (y0, y1) = self.box.viewRange()
        self.pointed.emit(min(max(x, x0), x1), min(max(y, y0), y1))


class Drawn(QWidget):
    """One picture in a frame: what is drawn at the pointer; `side` px at a text scale of 1, 0: whoever shows it gives
    it its room."""

    def __init__(self, name: str, side: int = SIDE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.side = side
        self._image: QImage | None = None
        self._theme = LIGHT

    def show_pixels(self, pixels: np.ndarray, theme: Theme) -> None:
        """A picture (height, width, channels)."""
        self.show_image(picture_image(np.moveaxis(pixels, -1, 0), theme), theme)

    def take_side(self, side: int) -> None:
        """So many px wide and high."""
        self.setFixedSize(side, side)

    def show_image(self, image: QImage, theme: Theme) -> None:
        self._image, self._theme = image, theme
        if self.side:
            self.take_side(theme.px(self.side))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image is None:
            return
        painter = QPainter(self)
        paint_image(painter, self.rect().toRectF().adjusted(1, 1, -1, -1), self._image)
        painter.setPen(QPen(QColor(self._theme.border), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


def sheet_colours(pixels: np.ndarray, theme: Theme) -> np.ndarray:
    """Pixels 0 … 1 (rows, columns, channels) -> (rows, columns, 3) uint8: ink on the theme's background, or their own
    colours."""
    shares = np.clip(np.nan_to_num(pixels), 0, 1)
    if shares.shape[2] == 3:
        return (shares * 255).astype(np.uint8)
    return np.rint(rgb(theme.surface) * (1 - shares) + rgb(theme.text) * shares).astype(np.uint8)
