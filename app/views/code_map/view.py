"""Code: the map of an autoencoder's codes, and a pointer that walks in it while the decoder draws."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.look.theme import CAPTION, Theme, class_colours, class_symbols, mix
from app.views.base import Numbers, Toggle
from app.views.code_map import CodeMapFace
from app.views.drawing.class_key import ClassKey, Look
from app.views.drawing.plot import say
from app.views.drawing.walk_plot import SIDE, Drawn, WalkPlot
from app.views.frame_view import FrameView
from core.frames import Frame
from core.messages import percent

SHEET_OPACITY = 0.35
LEAST, WORDS = (
    56,
    112,
)  # px at a text scale of 1 of the drawn picture where there is little room for it, and of the words below it


class CodeMapView(CodeMapFace, FrameView):
    """Classes by colour and marker; the pointer is dragged, or a click takes it there."""

    empty_text = "Choose pictures as data and the task Autoencoder: the codes of all pictures lie here as a map, and the decoder draws wherever you point."
    soon_text = "As soon as the network is built, the codes of all pictures lie here as a map."
    frame_names = ("code_map",)
    task_kind = "autoencoder"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot = WalkPlot("Map of the codes", SHEET_OPACITY)
        self.plot.pointed.connect(self.point_at)
        self.swarm: list[pg.ScatterPlotItem] = []
        self.drawn = Drawn("What the decoder draws", side=0)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.key = ClassKey()
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

    # What the shell says

    def wanted(self) -> dict[str, dict[str, Any]]:
        return {"code_map": {"kind": "code_map", "at": self._at, "sheet": self._sheet_size()}}

    def _sheet_size(self) -> tuple[int, int]:
        return self.plot.sheet_size(self.theme) if self._with_sheet() else (0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_room(self.theme)
        self.wants.emit()

    def _give_room(self, theme: Theme) -> None:
        """The drawn picture is as large as the words below leave it room."""
        self.drawn.take_side(min(theme.px(SIDE), max(theme.px(LEAST), self.height() - theme.px(WORDS) - 12)))

    def _with_sheet(self) -> bool:
        return bool(self.state.options.get("code_map.sheet", True))

    def show_theme(self, theme: Theme) -> None:
        self.plot.dress(theme)
        self._give_room(theme)
        self.words.setStyleSheet(f"font-size: {theme.px(CAPTION)}px; color: {theme.text};")
        for widget in (self.words, self.key):
            widget.setFixedWidth(theme.px(SIDE))
        super().show_theme(theme)

    # Drawing

    def draw_frame(self, frame: Frame) -> None:
        arrays, info = frame.arrays, frame.info
        extent = arrays["extent"]
        self.plot.frame_to(*map(float, extent))
        self.plot.name_axes(info["x"], info["y"], self.theme)
        self.plot.show_sheet(arrays.get("sheet"), self.theme)
        self._draw_swarm(frame)
        at = arrays["at"] if not self.plot.held or len(self._at) != 2 else np.array(self._at)
        self.plot.show_pointer(at, self.theme)
        if "drawn" in arrays:
            self.drawn.show_pixels(arrays["drawn"], self.theme)
        self.drawn.setVisible("drawn" in arrays)
        self.words.setText(self._in_words(frame))

    def _in_words(self, frame: Frame) -> str:
        info, at = frame.info, frame.arrays["at"]
        where = f"drawn from ({say(float(at[0]))}, {say(float(at[1]))}); drag there." if info["draws"] else ""
        if info["size"] <= 2:
            return where
        kept = percent(info["share"])
        return f"{where} Of {info['size']} numbers the plane keeps {kept} (PCA)."

    def _draw_swarm(self, frame: Frame) -> None:
        """A scatter item a class; training samples and test samples alike; the key has the same marks."""
        classes = frame.info["classes"] or ("",)
        while len(self.swarm) < len(classes):
            item = pg.ScatterPlotItem(pxMode=True)
            item.setZValue(5)
            self.swarm.append(item)
            self.plot.addItem(item)
        looks = tuple(
            Look(name, colour, symbol, mix(colour, self.theme.text, 0.5))
            for name, colour, symbol in zip(
                classes, class_colours(len(classes), self.theme), class_symbols(len(classes)), strict=True
            )
        )
        y, codes = frame.arrays["y"], frame.arrays["codes"]
        for number, item in enumerate(self.swarm):
            item.setVisible(number < len(looks))
            if number < len(looks):
                here, look = codes[y == number] if frame.info["classes"] else codes, looks[number]
                item.setData(
                    x=here[:, 0], y=here[:, 1], size=self.theme.px(8), symbol=look.symbol,
                    brush=QBrush(QColor(look.colour)), pen=pg.mkPen(look.rim, width=look.width),
                )  # fmt: skip
        self.key.show_looks(looks if frame.info["classes"] else (), self.theme)

    # What a person does

    def point_at(self, x: float, y: float) -> None:
        """Take the pointer there; the decoder's picture follows."""
        frame = self.frame
        if frame is None:
            return
        x0, x1, y0, y1 = map(float, frame.arrays["extent"])
        self._at = (min(max(x, x0), x1), min(max(y, y0), y1))
        self.plot.show_pointer(np.array(self._at), self.theme)
        self.wants.emit()

    def toggles(self) -> list[Toggle]:
        return [Toggle("Drawings all over the map", self._with_sheet(), self._turn_sheet, "code_map.sheet")]

    def _turn_sheet(self, on: bool) -> None:
        self.set_option("code_map.sheet", on)

    def numbers(self) -> Numbers:
        frame = self.frame
        if frame is None:
            return ["sample", "x", "y", "class"], []
        arrays, classes = frame.arrays, frame.info["classes"]
        truth = [classes[int(value)] if classes else float(value) for value in arrays["y"]]
        return ["sample", frame.info["x"], frame.info["y"], frame.info["target"]], [
            [int(index) + 1, float(x), float(y), true]
            for index, (x, y), true in zip(arrays["index"], arrays["codes"], truth, strict=True)
        ]
