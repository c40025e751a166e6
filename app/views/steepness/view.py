"""Step and sigmoid: two losses of one neuron over its weight and its bias, and the steepness that leads from one to
the other."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from app.look.theme import BASE, CAPTION, Theme
from app.views.base import Numbers
from app.views.drawing.plot import say
from app.views.frame_view import FrameView
from app.views.steepness import SteepnessFace
from app.views.steepness.cut import Cut
from app.views.surface.map import SurfaceMap
from app.views.surface.marks import marks_of
from app.views.surface.seen import Seen
from app.views.surface.sheet import Sheet
from app.widgets.limited import limited
from app.widgets.slider_field import SliderField
from core.frames import Frame
from core.probes.steepness import OTHER, STEEP
from core.probing.probe import Probe
from core.registry import read

OPTION = "steepness.k"
STAIRS, HILL = "╌╌  Step", "──  σ(k·z), k = {}"  # as their lines along the bias
SAID = (
    "Where the network is, the staircase has slope 0 and the hillside {}. A step has slope 0 wherever it has one: "
    "descent has nothing to descend. As k grows, σ(k·z) comes to the step."
)
TALL, ROOMY = 300, 250  # px at a text scale of 1 from which there is room for the cut, and for the sentence


class SteepnessView(SteepnessFace, FrameView):
    """The staircase at the left, the hillside at the right; below them both along the bias."""

    empty_text = OTHER
    soon_text = "As soon as the network is built, its loss stands here twice: with a step, and with a sigmoid."
    frame_names = ("steepness",)

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.steepness = SliderField("Steepness k", STEEP, 1.0)
        self.steepness.changed.connect(self._turn)
        self.label, self.said = QLabel("Steepness k"), QLabel(wordWrap=True)
        self.maps, self.titles = (SurfaceMap(), SurfaceMap()), (QLabel(STAIRS), QLabel())
        self.cut = Cut()
        top, sheets = QHBoxLayout(), QHBoxLayout()
        top.setContentsMargins(10, 2, 10, 0)
        top.addWidget(self.label)
        top.addWidget(limited(self.steepness, OPTION), 1)
        sheets.setSpacing(4)
        for title, sheet in zip(self.titles, self.maps, strict=True):
            title.setAlignment(Qt.AlignmentFlag.AlignCenter)
            side = QVBoxLayout()
            side.setSpacing(0)
            side.addWidget(title)
            side.addWidget(sheet, 1)
            sheets.addLayout(side, 1)
        self.said.setContentsMargins(10, 0, 10, 4)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(top)
        column.addLayout(sheets, 3)
        column.addWidget(self.cut, 2)
        column.addWidget(self.said)

    # What the shell says

    def fits(self) -> bool:
        return self.experiment is not None and bool(self.fit(self.experiment))

    def requests(self) -> dict[str, Probe]:
        return {"steepness": read(Probe, {"kind": "steepness", "k": self._k()})} if self.fits() else {}

    def _k(self) -> float:
        return float(self.state.options.get(OPTION, 1.0))

    def show_theme(self, theme: Theme) -> None:
        for sheet in self.maps:
            sheet.show_theme(theme)
        self.cut.dress(theme)
        for label in (self.label, self.said):
            label.setStyleSheet(f"font-size: {theme.px(CAPTION + 1)}px;")
        for title in self.titles:
            title.setStyleSheet(f"font-size: {theme.px(BASE)}px; font-weight: 600;")
        super().show_theme(theme)
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """In little room both sheets stand alone; the tool-tip says the rest."""
        self.cut.setVisible(self.height() >= self.theme.px(TALL))
        self.said.setVisible(self.height() >= self.theme.px(ROOMY))

    # Drawing

    def draw_frame(self, frame: Frame) -> None:
        self.steepness.set_value(self._k())
        self.titles[1].setText(HILL.format(say(frame.info["k"], 3).rstrip("0").rstrip(".")))
        for number, (sheet, name) in enumerate(zip(self.maps, ("step", "steep"), strict=True)):
            sheet.show_seen(_seen(frame, name, number))
        self.cut.show_frame(frame, self.theme)
        said = SAID.format(_slope(float(frame.arrays["slopes"][1])))
        self.said.setText(said)
        self.setToolTip(said)

    def _turn(self, k: float) -> None:
        self.set_option(OPTION, float(k))

    def numbers(self) -> Numbers:
        frame = self.frame
        if frame is None:
            return [], []
        rows = np.column_stack([frame.arrays[name] for name in ("cut", "cut_step", "cut_steep")])
        return [frame.info["names"][1], "J, step", f"J, σ(k·z), k = {frame.info['k']:g}"], rows.tolist()


def _seen(frame: Frame, name: str, number: int) -> Seen:
    """One of the sheets as the weight space draws them; the path is that of a sigmoid as it is."""
    arrays, info = frame.arrays, frame.info
    own = number == 1 and info["k"] == 1
    drawn = {
        "alpha": arrays["axis"], "beta": arrays["axis"], "loss": arrays[name], "levels": arrays["levels"],
        "ball": arrays["ball"], "ball_loss": arrays["heights"][number],
        **({"path": arrays["path"], "path_updates": arrays["path_updates"]} if own else {}),
    }  # fmt: skip
    asked = Frame(frame.run, frame.update, None, drawn, {"metric": "Loss"})
    sheet = Sheet.of(asked, False)
    assert sheet is not None
    across, up = info["names"]
    return Seen(sheet, marks_of(asked, sheet, fan=False), across, up, "J")


def _slope(slope: float) -> str:
    """ "0.031"; what is nearly nothing is said so."""
    return "0" if slope == 0 else f"{slope:.2g}" if slope >= 1e-4 else "less than 0.0001"
