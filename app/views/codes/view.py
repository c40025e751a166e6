"""A layer's values for many samples as points of a plane, coloured by class."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.documents.intents import ChooseSample
from app.look.theme import CAPTION, Theme, class_colours, class_symbols
from app.views.base import Numbers
from app.views.codes import CodesFace
from app.views.drawing.class_key import ClassKey, Look
from app.views.drawing.plot import Plot
from app.views.frame_view import FrameView
from app.views.network.stack_structure import layer_title
from app.widgets.combo import Combo, Option
from app.widgets.limited import limited
from core.frames import Frame

NARROWEST = ""
REACH = 12.0  # px within which a click means a point
AIR = 0.06


class CodesView(CodesFace, FrameView):
    """Two principal components of a layer's values; a click chooses the sample."""

    empty_text = "As soon as the network is built, the samples stand here as one of its layers sees them: alike ones close together."
    frame_names = ("codes",)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot = Plot("A layer in the plane")
        self.layer = Combo("Layer")
        self.layer.changed.connect(self._choose_layer)
        self.key = ClassKey()
        self.told = QLabel()
        top = QHBoxLayout()
        top.addWidget(limited(self.layer, "codes.layer"))
        top.addWidget(self.told, 1)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(8, 4, 8, 4)
        column.setSpacing(2)
        column.addLayout(top)
        column.addWidget(self.plot, 1)
        column.addWidget(self.key)
        self._dots: list[pg.ScatterPlotItem] = []
        self._ring = pg.ScatterPlotItem(pxMode=True)
        self._ring.setZValue(20)
        self.plot.addItem(self._ring)
        self.plot.viewport().installEventFilter(self)

    def wanted(self) -> dict[str, dict[str, Any]]:
        return {"codes": {"kind": "codes", "layer": self._layer()}}

    def _layer(self) -> str:
        names = ("output", *(layer.name for layer in self.experiment.layers)) if self.experiment is not None else ()
        layer = self.state.options.get("codes.layer", NARROWEST)
        return layer if layer in names else NARROWEST

    def show_theme(self, theme: Theme) -> None:
        self.plot.dress(theme)
        self.layer.setFixedWidth(theme.px(190))
        self.body.setStyleSheet(
            f"QLabel, QComboBox {{ font-size: {theme.px(CAPTION + 1)}px; }} QComboBox {{ min-height: {theme.px(20)}px; }}"
        )
        super().show_theme(theme)

    def draw_frame(self, frame: Frame) -> None:
        self._show_layers(frame)
        places, info = frame.arrays["places"], frame.info
        names = ("first unit", "second unit") if info["units"] <= 2 else ("component 1", "component 2")
        self.plot.name_axes(*names, self.theme)
        low, high = places.min(axis=0), places.max(axis=0)
        air = np.maximum(AIR * (high - low), 1e-3)
        self.plot.frame_to(
            float(low[0] - air[0]), float(high[0] + air[0]), float(low[1] - air[1]), float(high[1] + air[1])
        )
        self._draw_dots(frame)
        self._draw_ring(frame)
        kept = (
            "both of its units"
            if info["units"] == 2
            else f"{100 * info['kept']:.0f} % of the spread lies in this plane (PCA)"
        )
        self.told.setText(kept)

    def _show_layers(self, frame: Frame) -> None:
        assert self.experiment is not None
        hidden = tuple(layer.name for layer in self.experiment.layers)
        options = [Option(name, layer_title(self.experiment, name)) for name in (*hidden, "output")]
        if tuple(options) != self.layer.options():
            self.layer.set_options(options)
        self.layer.set_value(frame.info["layer"])

    def _draw_dots(self, frame: Frame) -> None:
        classes = frame.info["classes"]
        count = max(len(classes), 1)
        looks = self._looks(classes)
        while len(self._dots) < count:
            item = pg.ScatterPlotItem(pxMode=True)
            self.plot.addItem(item)
            self._dots.append(item)
        for number, item in enumerate(self._dots):
            mine = frame.arrays["places"][frame.arrays["y"] == number] if classes else frame.arrays["places"]
            mine, look = mine if number < count else mine[:0], looks[number % count]
            item.setData(
                x=mine[:, 0], y=mine[:, 1], size=7 * self.theme.scale, symbol=look.symbol,
                brush=pg.mkBrush(look.colour), pen=pg.mkPen(look.rim, width=look.width),
            )  # fmt: skip
        self.key.show_looks(looks if classes else (), self.theme)
        self.key.setVisible(bool(classes))

    def _looks(self, classes: tuple[str, ...]) -> tuple[Look, ...]:
        """Of each class, or of all samples where there are none."""
        count = max(len(classes), 1)
        colours = class_colours(count, self.theme) if classes else (self.theme.accent,)
        marks = zip(classes or ("",), colours, class_symbols(count), strict=True)
        return tuple(Look(name, colour, symbol, self.theme.surface, 0.6) for name, colour, symbol in marks)

    def _draw_ring(self, frame: Frame) -> None:
        mine = frame.arrays["places"][frame.arrays["index"] == self.state.sample]
        self._ring.setData(
            x=mine[:, 0],
            y=mine[:, 1],
            size=16 * self.theme.scale,
            symbol="o",
            brush=None,
            pen=pg.mkPen(self.theme.text, width=2),
        )

    def _choose_layer(self, name: object) -> None:
        self.set_option("codes.layer", name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonPress
            and event.button() == Qt.MouseButton.LeftButton
        ):
            index = self.sample_at(event.position())
            if index is not None:
                self.ask(ChooseSample(index))
            return True
        return super().eventFilter(watched, event)

    def sample_at(self, spot: QPointF) -> int | None:
        """The number of the sample close to a place of the plot."""
        frame = self.frame
        if frame is None or not len(frame.arrays["places"]):
            return None
        away = self.plot.px_away(frame.arrays["places"], spot)
        best = int(away.argmin())
        return int(frame.arrays["index"][best]) if away[best] <= REACH * self.theme.scale else None

    def numbers(self) -> Numbers:
        frame = self.frame
        if frame is None:
            return [], []
        arrays = frame.arrays
        return ["sample", "class", "first", "second"], [
            [int(index) + 1, float(y), float(x), float(up)]
            for index, y, (x, up) in zip(arrays["index"], arrays["y"], arrays["places"], strict=True)
        ]
