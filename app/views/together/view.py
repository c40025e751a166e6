"""Goes together with: the correlation of each unit with columns, and with questions that stand behind them."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.look.theme import CAPTION, Theme
from app.views.base import Numbers, clear
from app.views.frame_view import FrameView
from app.views.network.stack_structure import layer_title
from app.views.together import TogetherFace
from app.views.together.plot import MOST, Compared, Correlations
from app.views.together.words import sentence
from app.widgets.combo import Combo, Option
from app.widgets.limited import limited
from app.widgets.remark import Remark
from core.frames import Frame

LAYER = "together.layer"
KEY = "Bars: now. Tick: untrained."
WIDTH, SHARE = 150, 0.45  # of the choice of a layer: px at a text scale of 1, and of the width at most


class TogetherView(TogetherFace, FrameView):
    """The units of one layer; which one, a person chooses."""

    empty_text = "Units are compared with the columns of a table here; pixels and steps are none."
    soon_text = "As soon as the network is built, what its units go together with stands here."
    frame_names = ("together",)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.layer = Combo("Layer")
        self.layer.changed.connect(self._choose_layer)
        self.plot = Correlations()
        self.sentence = Remark(self.body)
        top = QHBoxLayout()
        top.addWidget(limited(self.layer, LAYER))
        top.setSpacing(8)
        self.key = QLabel(KEY)
        top.addWidget(self.key, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setMinimumHeight(24)
        area.setWidget(self.plot)
        clear(area)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(8, 4, 8, 4)
        column.setSpacing(2)
        column.addLayout(top)
        column.addWidget(area, 1)
        column.addWidget(self.sentence)

    def fits(self) -> bool:
        return self.experiment is not None and self.experiment.data.geometry in ("table", "plane", "curve")

    def wanted(self) -> dict[str, dict[str, Any]]:
        return {"together": {"kind": "together"}}

    def show_theme(self, theme: Theme) -> None:
        self.body.setStyleSheet(
            f"QLabel, QComboBox {{ font-size: {theme.px(CAPTION + 1)}px; }} QComboBox {{ min-height: {theme.px(20)}px; }}"
        )
        super().show_theme(theme)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """What bars and ticks are stands there where it has room; each bar's tool-tip says it, too."""
        wide = min(self.theme.px(WIDTH), round(SHARE * self.width()))
        self.layer.setFixedWidth(wide)
        self.key.ensurePolished()
        self.key.setVisible(self.key.fontMetrics().horizontalAdvance(KEY) <= self.width() - wide - 24)

    def draw_frame(self, frame: Frame) -> None:
        layer = self._layer(frame)
        if self.experiment is not None:
            options = [Option(name, layer_title(self.experiment, name)) for name in frame.info["layers"]]
            if tuple(options) != self.layer.options():
                self.layer.set_options(options)
            self.layer.set_value(layer)
        now, start = (frame.arrays[f"{layer}.{when}"][:MOST] for when in ("now", "start"))
        units = tuple(f"Unit {number + 1}" for number in range(len(now)))
        self.plot.show_compared(Compared(units, frame.info["columns"], frame.info["between"], now, start), self.theme)
        self.sentence.say(sentence(frame, layer))

    def _layer(self, frame: Frame) -> str:
        """The one that was chosen, else the first."""
        chosen, layers = self.state.options.get(LAYER), frame.info["layers"]
        return str(chosen) if chosen in layers else layers[0]

    def _choose_layer(self, name: str) -> None:
        self.set_option(LAYER, name)

    def numbers(self) -> Numbers:
        header = ["layer", "unit", "column", "r", "r untrained"]
        frame = self.frame
        if frame is None:
            return header, []
        return header, [
            [layer, unit + 1, name, float(frame.arrays[f"{layer}.now"][unit, place]), float(frame.arrays[f"{layer}.start"][unit, place])]
            for layer in frame.info["layers"]
            for unit in range(len(frame.arrays[f"{layer}.now"]))
            for place, name in enumerate(frame.info["columns"])
        ]  # fmt: skip
