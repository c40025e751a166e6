"""Starting weights side by side: the spread of values and gradients, layer by layer, before the first update."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.look.theme import Theme
from app.views.base import Numbers, clear
from app.views.frame_view import FrameView
from app.views.initial import InitialFace
from app.views.initial.plot import Sheet, SpreadSheet
from app.views.initial.words import sentence
from app.views.network.stack_structure import layer_title
from app.widgets.remark import Remark
from core.experiment import Experiment
from core.frames import Frame
from core.networks.blueprint import players_of

TITLES = {
    "values": ("Spread of values g(z)", "Values", "g(z)"),
    "gradients": ("Spread of gradients δ", "Gradients", "δ"),
}


class InitialView(InitialFace, FrameView):
    """Two halves: what goes forward, and what comes back."""

    empty_text = "Networks that take turns start each for itself: nothing can be set side by side here."
    soon_text = "As soon as the network is built, the starting weights of each initializer stand here."
    frame_names = ("initial",)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = SpreadSheet()
        self.sentence = Remark(self.body)
        self.sentence.setContentsMargins(12, 4, 12, 4)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setMinimumHeight(24)
        area.setWidget(self.sheet)
        clear(area)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(0)
        column.addWidget(area, 1)
        column.addWidget(self.sentence)

    def fits(self) -> bool:
        return self.experiment is not None and len(players_of(self.experiment)) == 1

    def wanted(self) -> dict[str, dict[str, Any]]:
        return {"initial": {"kind": "initial"}}

    def show_theme(self, theme: Theme) -> None:
        self.sentence.show_theme(theme)
        super().show_theme(theme)

    def draw_frame(self, frame: Frame) -> None:
        if self.experiment is None:
            return
        halves = tuple((title, frame.arrays[key]) for key, title in TITLES.items())
        layers = tuple(_named(self.experiment, frame))
        self.sheet.show_sheet(
            Sheet(frame.info["labels"], layers, halves, frame.info["own"], _is_mixed(self.experiment)), self.theme
        )
        hidden = [place for place, name in enumerate(frame.info["layers"]) if name != "output"]
        self.sentence.say(sentence(frame, hidden))

    def numbers(self) -> Numbers:
        header = ["starting weights", "layer", "values", "gradients"]
        frame = self.frame
        if frame is None or self.experiment is None:
            return header, []
        layers = _named(self.experiment, frame)
        values, gradients = frame.arrays["values"], frame.arrays["gradients"]
        return header, [
            [label, layer, float(values[row, place]), float(gradients[row, place])]
            for row, label in enumerate(frame.info["labels"])
            for place, layer in enumerate(layers)
        ]


def _named(experiment: Experiment, frame: Frame) -> list[str]:
    """The layers as the network calls them."""
    names = frame.info["layers"]
    if _is_mixed(experiment):
        return [layer_title(experiment, name) for name in names]
    return ["Output" if name == "output" else f"Hidden {place}" for place, name in enumerate(names, start=1)]


def _is_mixed(experiment: Experiment) -> bool:
    return any(layer.kind != "dense" for layer in experiment.layers)
