"""Pull on the weights: what a penalty does to each, beside what the loss does."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.look.theme import Theme
from app.views.base import Numbers
from app.views.frame_view import FrameView
from app.views.pulls import PullsFace
from app.views.pulls.plot import Pulled, PullPlot
from app.views.pulls.words import Names, sentence, weight_words
from app.widgets.remark import Remark
from core.frames import Frame

HEADER = ["layer", "weight", "value", "pull of the loss", "pull of the penalty", "cut"]


class PullsView(PullsFace, FrameView):
    """The spread of all penalized weights, and a row for each: two arrows at its place."""

    empty_text = "There is no weight penalty. With L1 or L2 (Learning, More) an arrow for each weight shows here how it pulls, beside how the loss does."
    soon_text = "As soon as the network is built, both pulls on each weight stand here."
    frame_names = ("pulls",)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot = PullPlot()
        self.sentence = Remark(self.body)
        self.sentence.setContentsMargins(12, 4, 12, 4)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.plot, 1)
        column.addWidget(self.sentence)

    def fits(self) -> bool:
        return self.experiment is not None and any(penalty.rate > 0 for penalty in self.experiment.penalties)

    def wanted(self) -> dict[str, dict[str, Any]]:
        return {"pulls": {"kind": "pulls"}}

    @property
    def frame(self) -> Frame | None:
        frame = super().frame
        return frame if frame is not None and len(frame.arrays["place"]) else None

    def show_theme(self, theme: Theme) -> None:
        self.sentence.show_theme(theme)
        super().show_theme(theme)

    def draw_frame(self, frame: Frame) -> None:
        if self.experiment is None or self.prepared is None:
            return
        names, arrays = Names(self.experiment, self.prepared), frame.arrays

        def named(row: int) -> tuple[str, str]:
            return names.of(frame.info["slots"], int(arrays["place"][row]))

        pulled = Pulled(
            arrays["weight"],
            arrays["loss"],
            arrays["penalty"],
            arrays["cut"],
            name=lambda row: named(row)[1],
            tip=lambda row: weight_words(frame, row, named(row)),
        )
        self.plot.show_pulled(pulled, self.theme)
        self.sentence.say(sentence(self.experiment, frame))

    def numbers(self) -> Numbers:
        frame = self.frame
        if frame is None or self.experiment is None or self.prepared is None:
            return HEADER, []
        known, arrays = Names(self.experiment, self.prepared), frame.arrays
        names = [known.of(frame.info["slots"], place) for place in arrays["place"].tolist()]
        columns = (arrays[key].tolist() for key in ("weight", "loss", "penalty", "cut"))
        return HEADER, [[*name, *row] for name, row in zip(names, zip(*columns, strict=True), strict=True)]
