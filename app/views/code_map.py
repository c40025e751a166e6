"""Code: the map of an autoencoder's codes, and a pointer that walks in it while the decoder draws."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QBrush, QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.theme import CAPTION, LIGHT, Theme, class_colours, class_sign, class_symbols, mix, rgb
from app.views.base import Numbers, Toggle
from app.views.frame_view import FrameView
from app.views.picture_images import paint_image, picture_image
from app.views.plot import HeatMap, Plot, say
from core.frames import Frame

CELL, FEWEST, MOST = 46, 4, 16  # px of a drawing of the sheet at a text scale of 1, and how many there are along a side
SHEET_OPACITY = 0.35
SIDE, LEAST, WORDS = 132, 56, 112  # px of the drawn picture at a text scale of 1, where there is little room for it, and of the words below it


class Drawn(QWidget):
    """What the decoder draws at the pointer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("What the decoder draws")
        self._pixels: np.ndarray | None = None
        self._theme = LIGHT

    def show_pixels(self, pixels: np.ndarray, theme: Theme) -> None:
        """A picture (height, width, channels)."""
        self._pixels, self._theme = pixels, theme
        self.update()

    def take_room(self, height: int, theme: Theme) -> None:
        """As large as the words below leave it room, in a side of so many px."""
        side = min(theme.px(SIDE), max(theme.px(LEAST), height - theme.px(WORDS) - 12))
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._pixels is None:
            return
        painter = QPainter(self)
        paint_image(painter, self.rect().toRectF().adjusted(1, 1, -1, -1), picture_image(np.moveaxis(self._pixels, -1, 0), self._theme))
        painter.setPen(QPen(QColor(self._theme.border), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class CodeMapView(FrameView):
    """Classes by colour and marker; the pointer is dragged, or a click takes it there."""

    name = "code_map"
    title = "Code"
    empty_text = "Choose pictures as data and the task Autoencoder: the codes of all pictures lie here as a map, and the decoder draws wherever you point."
    soon_text = "As soon as the network is built, the codes of all pictures lie here as a map."
    frame_names = ("code_map",)
    task_kind = "autoencoder"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot = Plot("Map of the codes")
        self.plot.viewport().setCursor(Qt.CursorShape.CrossCursor)
        self.sheet = HeatMap()
        self.sheet.setZValue(-5)
        self.sheet.setOpacity(SHEET_OPACITY)
        self.pointer = pg.ScatterPlotItem(pxMode=True, symbol="+")
        self.pointer.setZValue(20)
        self.ring = pg.ScatterPlotItem(pxMode=True, symbol="o")
        self.ring.setZValue(19)
        for item in (self.sheet, self.pointer, self.ring):
            self.plot.addItem(item)
        self._swarm: list[pg.ScatterPlotItem] = []
        self.drawn = Drawn()
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.key = QLabel()
        self.key.setTextFormat(Qt.TextFormat.RichText)
        self.key.setWordWrap(True)
        side = QVBoxLayout()
        side.setContentsMargins(0, 8, 4, 4)
        side.addWidget(self.drawn)
        side.addWidget(self.words)
        side.addWidget(self.key)
        side.addStretch(1)
        row = QHBoxLayout(self.body)
        row.setContentsMargins(0, 0, 8, 4)
        row.setSpacing(8)
        row.addWidget(self.plot, 1)
        row.addLayout(side)
        self._at: tuple[float, ...] = ()
        self._held = False
        self.plot.viewport().installEventFilter(self)

    # What the shell says

    def wanted(self) -> dict[str, dict[str, Any]]:
        return {"code_map": {"kind": "code_map", "at": self._at, "sheet": self._sheet_size()}}

    def _sheet_size(self) -> tuple[int, int]:
        """How many drawings fit along and up; none where they would be too small to be seen."""
        room = self.theme.px(CELL)
        columns, rows = (min(MOST, size // room) for size in (self.plot.width() - self.theme.px(46), self.plot.height() - self.theme.px(38)))
        return (columns, rows) if self._with_sheet() and min(columns, rows) >= FEWEST else (0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.drawn.take_room(self.height(), self.theme)
        self.wants.emit()

    def _with_sheet(self) -> bool:
        return bool(self.state.options.get("code_map.sheet", True))

    def show_theme(self, theme: Theme) -> None:
        self.plot.dress(theme)
        self.drawn.take_room(self.height(), theme)
        for label in (self.words, self.key):
            label.setStyleSheet(f"font-size: {theme.px(CAPTION)}px; color: {theme.text};")
            label.setFixedWidth(theme.px(SIDE))
        super().show_theme(theme)

    # Drawing

    def draw_frame(self, frame: Frame) -> None:
        arrays, info = frame.arrays, frame.info
        extent = arrays["extent"]
        self.plot.frame_to(*map(float, extent))
        self.plot.name_axes(info["x"], info["y"], self.theme)
        self._draw_sheet(frame)
        self._draw_swarm(frame)
        at = arrays["at"] if not self._held or len(self._at) != 2 else np.array(self._at)
        self._draw_pointer(at)
        if "drawn" in arrays:
            self.drawn.show_pixels(arrays["drawn"], self.theme)
        self.drawn.setVisible("drawn" in arrays)
        self.words.setText(self._sentence(frame))

    def _sentence(self, frame: Frame) -> str:
        info, at = frame.info, frame.arrays["at"]
        where = f"drawn from ({say(float(at[0]))}, {say(float(at[1]))}); drag there." if info["draws"] else ""
        if info["size"] <= 2:
            return where
        kept = f"{info['share']:.0%}".replace("%", " %")
        return f"{where} Of {info['size']} numbers the plane keeps {kept} (PCA)."

    def _draw_sheet(self, frame: Frame) -> None:
        pictures = frame.arrays.get("sheet")
        self.sheet.setVisible(pictures is not None)
        if pictures is None:
            return
        edge = max(1, pictures.shape[2] // 10)
        pictures = np.pad(pictures, ((0, 0), (0, 0), (edge, edge), (edge, edge), (0, 0)))
        rows, columns, height, width, channels = pictures.shape
        flat = pictures[:, :, ::-1].transpose(0, 2, 1, 3, 4).reshape(rows * height, columns * width, channels)  # rows of the plot run upwards
        x0, x1, y0, y1 = map(float, frame.arrays["extent"])
        self.sheet.smooth = False
        self.sheet.setImage(_sheet_colours(flat, self.theme), autoLevels=False, levels=(0, 255))
        self.sheet.setRect(x0, y0, x1 - x0, y1 - y0)

    def _draw_swarm(self, frame: Frame) -> None:
        """A scatter item a class; training samples and test samples alike."""
        classes = frame.info["classes"] or ("",)
        while len(self._swarm) < len(classes):
            item = pg.ScatterPlotItem(pxMode=True)
            item.setZValue(5)
            self._swarm.append(item)
            self.plot.addItem(item)
        colours, symbols = class_colours(len(classes), self.theme), class_symbols(len(classes))
        y, codes = frame.arrays["y"], frame.arrays["codes"]
        for number, item in enumerate(self._swarm):
            item.setVisible(number < len(classes))
            if number < len(classes):
                here = codes[y == number] if frame.info["classes"] else codes
                rim = pg.mkPen(mix(colours[number], self.theme.text, 0.5), width=0.8)
                item.setData(x=here[:, 0], y=here[:, 1], symbol=symbols[number], size=self.theme.px(8), brush=QBrush(QColor(colours[number])), pen=rim)
        names = zip(classes, colours, symbols, strict=True) if frame.info["classes"] else ()
        self.key.setText(
            " ".join(f"<span style='color:{mix(colour, self.theme.text, 0.3)}'>{class_sign(symbol)}</span>&nbsp;{name}" for name, colour, symbol in names)
        )

    def _draw_pointer(self, at: np.ndarray) -> None:
        size = self.theme.px(22)
        self.ring.setData(x=[at[0]], y=[at[1]], size=size, brush=QBrush(QColor(255, 255, 255, 150)), pen=pg.mkPen(LIGHT.text, width=2))
        self.pointer.setData(x=[at[0]], y=[at[1]], size=size * 0.6, brush=None, pen=pg.mkPen(LIGHT.text, width=2))

    # What a person does

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and self.frame is not None:
            left = Qt.MouseButton.LeftButton
            if event.type() == QEvent.Type.MouseButtonPress and event.button() == left:
                self._held = True
                self.point_at(*self.plot.data_at(event.position()))
                return True
            if event.type() == QEvent.Type.MouseMove and self._held:
                self.point_at(*self.plot.data_at(event.position()))
                return True
            if event.type() == QEvent.Type.MouseButtonRelease and event.button() == left:
                self._held = False
        return super().eventFilter(watched, event)

    def point_at(self, x: float, y: float) -> None:
        """Take the pointer there; the decoder's picture follows."""
        frame = self.frame
        if frame is None:
            return
        x0, x1, y0, y1 = map(float, frame.arrays["extent"])
        self._at = (min(max(x, x0), x1), min(max(y, y0), y1))
        self._draw_pointer(np.array(self._at))
        self.wants.emit()

    def toggles(self) -> list[Toggle]:
        return [Toggle("Drawings all over the map", self._with_sheet(), self._turn_sheet)]

    def _turn_sheet(self, on: bool) -> None:
        self.set_option("code_map.sheet", on)

    def numbers(self) -> Numbers:
        frame = self.frame
        if frame is None:
            return ["sample", "x", "y", "class"], []
        arrays, classes = frame.arrays, frame.info["classes"]
        truth = [classes[int(value)] if classes else float(value) for value in arrays["y"]]
        return ["sample", frame.info["x"], frame.info["y"], frame.info["target"]], [
            [int(index) + 1, float(x), float(y), true] for index, (x, y), true in zip(arrays["index"], arrays["codes"], truth, strict=True)
        ]


def _sheet_colours(pixels: np.ndarray, theme: Theme) -> np.ndarray:
    """Pixels 0 … 1 (rows, columns, channels) -> (rows, columns, 3) uint8: ink on the theme's ground, or their own colours."""
    shares = np.clip(np.nan_to_num(pixels), 0, 1)
    if shares.shape[2] == 3:
        return (shares * 255).astype(np.uint8)
    return np.rint(rgb(theme.surface) * (1 - shares) + rgb(theme.text) * shares).astype(np.uint8)
