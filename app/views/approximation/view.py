"""Shares of the units: a fitted curve as the sum of what each hidden unit adds, and a net beside it that was
constructed."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.look.theme import CAPTION, Theme
from app.views.approximation import ApproximationFace, has_one_layer, takes_apart
from app.views.approximation.plot import SharesPlot
from app.views.approximation.words import sentence
from app.views.base import Numbers
from app.views.frame_view import FrameView
from app.widgets.limited import limited
from app.widgets.remark import Remark
from app.widgets.segments import Segments
from app.widgets.slider_field import SliderField
from core.frames import Frame
from core.params import Range

ADDED, BUMPS = "approximation.added", "approximation.bumps"
PAIRS, MOST, SLIDER = 20, 1000, 150  # px of a slider and its field at a text scale of 1
MODES = {"each": "Shares wᵢ·g", "added": "Added up"}
BRIEF = {"each": "wᵢ·g", "added": "Σ wᵢ·g"}
BUILT = ("Constructed: pairs of steps", "Pairs of steps")  # in full, and in brief
PAIRED = Range(1, 100, minimum=1, maximum=MOST, whole=True, log=True)


class ApproximationView(ApproximationFace, FrameView):
    """One plot: samples, the learned curve, the constructed one dashed, and the shares."""

    empty_text = "With data of one input and a value, such as Follow my curve, and a single hidden layer, what each unit adds to the curve stands here."
    soon_text = "As soon as the network is built, what each unit adds to the curve stands here."
    frame_names = ("approximation",)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot = SharesPlot()
        self.mode = Segments("Shares", MODES)
        self.mode.chosen.connect(self._choose_mode)
        self.bumps = SliderField("Pairs of units", PAIRED, PAIRS)
        self.bumps.changed.connect(self._choose_bumps)
        self.words = QLabel(BUILT[0])
        self.sentence = Remark(self.body)
        built = QHBoxLayout()
        built.addWidget(self.words)
        built.addWidget(self.bumps, 1)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.addWidget(limited(self.mode, ADDED))
        self._top.addSpacing(8)
        self._top.addWidget(limited(built, BUMPS), 1)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(8, 4, 8, 4)
        column.setSpacing(2)
        column.addLayout(self._top)
        column.addWidget(self.plot, 1)
        column.addWidget(self.sentence)

    def fits(self) -> bool:
        if self.experiment is None or not has_one_layer(self.experiment):
            return False
        return takes_apart(self.experiment) or (self.prepared is not None and len(self.prepared.table.columns) == 1)

    def wanted(self) -> dict[str, dict[str, Any]]:
        return {"approximation": {"kind": "approximation", "bumps": self._pairs}}

    @property
    def _pairs(self) -> int:
        value = self.state.options.get(BUMPS, PAIRS)
        return min(max(value, 1), MOST) if isinstance(value, int) else PAIRS

    @property
    def _added(self) -> bool:
        return bool(self.state.options.get(ADDED, False))

    def show_theme(self, theme: Theme) -> None:
        self.plot.dress(theme)
        self.body.setStyleSheet(f"QLabel, QSpinBox, QLineEdit {{ font-size: {theme.px(CAPTION + 1)}px; }}")
        self.mode.set_size(theme.px(CAPTION + 1))
        self.sentence.show_theme(theme)
        super().show_theme(theme)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """The choices stand beside each other where they have room, in fewer words where even one has none."""
        room, needed = self.width() - 24, self.theme.px(SLIDER)
        self.mode.set_words(MODES)
        narrow = self.mode.sizeHint().width() > room
        self.mode.set_words(BRIEF if narrow else MODES)
        self.words.setText(BUILT[0])
        slides = self.words.sizeHint().width() + needed <= room
        self.words.setText(BUILT[not slides])
        self.bumps.slider.setVisible(slides)
        beside = self.mode.sizeHint().width() + self.words.sizeHint().width() + needed <= room
        self._top.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def draw_frame(self, frame: Frame) -> None:
        self.mode.set_value("added" if self._added else "each")
        self.bumps.set_value(self._pairs)
        self.plot.show_frame(frame, self.theme, added=self._added)
        self.sentence.say(sentence(frame))

    def _choose_mode(self, key: str) -> None:
        self.set_option(ADDED, key == "added")

    def _choose_bumps(self, value: float) -> None:
        if int(value) != self._pairs:
            self.set_option(BUMPS, int(value))

    def numbers(self) -> Numbers:
        frame = self.frame
        if frame is None:
            return [], []
        arrays = frame.arrays
        units = [f"unit {number + 1}" for number in range(len(arrays["shares"]))]
        header = [frame.info["names"][0], "answer", "constructed", "without units", *units]
        constant = float(arrays["constant"][0])
        columns = zip(arrays["x"].tolist(), arrays["answer"].tolist(), arrays["constructed"].tolist(), arrays["shares"].T.tolist(), strict=True)  # fmt: skip
        return header, [[x, answer, built, constant, *shares] for x, answer, built, shares in columns]
