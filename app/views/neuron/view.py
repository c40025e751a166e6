"""The three pictures of a lone neuron that is asked yes-or-no questions. They look at one row: what is switched here
is ringed and marked there."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.documents.intents import ChooseSample, PutAt, ShowPicture
from app.look.theme import BASE, CAPTION, Theme
from app.views.base import Numbers
from app.views.frame_view import FrameView
from app.views.neuron import IN_SLICES, NeuronFace, RowsFace, SlicesFace, is_asked
from app.views.neuron.hand import Hand
from app.views.neuron.scale import SAID, ScalePicture
from app.views.neuron.slice_picture import SlicePicture
from app.views.neuron.table import RowTable, cells, header
from app.views.neuron.tasks import NAMES, other, task_of, two_hidden_units
from app.views.neuron.told import NEVER, XOR, Tried, row_of, say, switched
from app.widgets.labels import Elided
from app.widgets.limited import limited
from app.widgets.segments import Segments
from core.frames import Frame

ELSEWHERE = "Here stands a single neuron that is asked yes-or-no questions: “Going on holiday?” in the gallery has one."
SOON = "As soon as the network is built, its one neuron stands here."
NARROW = 460  # px at a text scale of 1
TRIES = 8  # settings, a drag or two: who has tried is told why it cannot be
SOLVED, FIRES = "All {} right.", "{} if Σ wᵢxᵢ > threshold, that is Σ wᵢxᵢ + b > 0 with b = −threshold = {}"
SOLVE = "Two hidden units solve it"
SOLVE_TIP = "Two hidden units with stored weights: “any” and “both”; the output says “any, but not both”. That they can does not mean that learning finds them."
EDGE = 2  # px above and below a table


class NeuronView(NeuronFace, FrameView):
    """Weights, threshold and switches in the hand above a scale, in the place of the network."""

    empty_text = ELSEWHERE
    soon_text = SOON
    frame_names = ("neuron",)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tried: dict[str, Tried] = {}
        self._vector, self._moved = np.zeros(0), -1
        self.decides = Segments("What it decides", NAMES, height=22)
        self.decides.chosen.connect(self._choose_task)
        self.count, self.rule = Elided(), QLabel(wordWrap=True)
        self.hand = Hand(())
        self.scale = ScalePicture()
        self.reason = QLabel(NEVER, wordWrap=True)
        self.solve = QPushButton(SOLVE)
        self.solve.setToolTip(f"{NEVER}\n\n{SOLVE_TIP}")
        self.solve.clicked.connect(self._solve)
        self._arrange()

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(limited(self.decides, "data"))
        top.addWidget(self.count, 1)
        self._never = QWidget()
        never = QHBoxLayout(self._never)
        never.setContentsMargins(0, 0, 0, 0)
        never.setSpacing(10)
        never.addWidget(self.reason, 1)
        never.addWidget(limited(self.solve, "layers"))
        self._column = QVBoxLayout(self.body)
        self._column.setContentsMargins(12, 4, 12, 4)
        self._column.setSpacing(4)
        self._column.addLayout(top)
        self._column.addWidget(self.hand)
        self._column.addWidget(self.rule)
        self._column.addWidget(self.scale, 1)
        self._column.addWidget(self._never)
        self._never.hide()

    # What the shell says

    def fits(self) -> bool:
        return self.experiment is not None and is_asked(self.experiment)

    def wanted(self) -> dict[str, dict[str, Any]]:
        return {"neuron": {"kind": "neuron"}}

    def forget(self, prepared: Any) -> None:
        self._tried.clear()
        super().forget(prepared)

    def show_theme(self, theme: Theme) -> None:
        super().show_theme(theme)
        self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._dress()

    def _dress(self) -> None:
        """As much as there is room for: below the hand and the verdict come the rule, then the reason, then a scale."""
        theme = self.theme
        for label in (self.count, self.rule, self.reason):
            label.setStyleSheet(f"font-size: {theme.px(CAPTION + 1)}px;")
        self.solve.setStyleSheet(f"QPushButton {{ font-size: {theme.px(BASE)}px; }}")
        self.decides.set_size(theme.px(CAPTION + 1))
        self.decides.set_narrow(self.width() < theme.px(NARROW))
        self.scale.show_theme(theme)
        least = self.decides.sizeHint().height() + self.hand.least(theme) + theme.px(SAID) + 5 * self._column.spacing()
        room, wide = self.height() - least, self.width() - 30
        if self._never.sizePolicy().retainSizeWhenHidden():
            room -= self.solve.sizeHint().height()
        for label, across in ((self.rule, wide), (self.reason, wide - self.solve.sizeHint().width())):
            high = label.heightForWidth(across)
            label.setVisible(room >= high)
            room -= high if room >= high else 0
        self.hand.show_theme(theme, wide, self.hand.least(theme) + max(0, room) // 2)

    # Drawing

    def draw_frame(self, frame: Frame) -> None:
        assert self.experiment is not None
        if self.hand.questions != frame.info["questions"]:
            self._take_questions(frame.info["questions"])
        row = row_of(frame, self.state.sample)
        if self._moved < 0:
            self._vector = frame.arrays["vector"].copy()
        self.decides.set_value(task_of(self.experiment))
        self.hand.show_frame(frame, row)
        self.scale.show_row(frame, row)
        tried = self._count(frame)
        self._show_why(frame.info["target"] == XOR, tried)

    def _show_why(self, never: bool, tried: Tried) -> None:
        """Its place is there from the start, so that no slider moves away from under the hand."""
        policy = self._never.sizePolicy()
        self._never.setVisible(never and tried.count >= TRIES)
        if policy.retainSizeWhenHidden() is not never:
            policy.setRetainSizeWhenHidden(never)
            self._never.setSizePolicy(policy)
            self._dress()

    def _count(self, frame: Frame) -> Tried:
        tried = self._tried.setdefault(frame.info["target"], Tried())
        tried.take(frame)
        right = frame.arrays["right"]
        solved = bool(right.all())
        self.count.brief = () if solved else tried.brief()
        self.count.setText(SOLVED.format(len(right)) if solved else tried.words())
        self.count.setToolTip(tried.words())
        self.rule.setText(FIRES.format(frame.info["verdict"][1], say(0.0 - float(frame.arrays["threshold"][0]))))
        return tried

    def _take_questions(self, questions: tuple[str, ...]) -> None:
        """Other questions: other switches and sliders."""
        old, self.hand = self.hand, Hand(questions)
        self._column.replaceWidget(old, self.hand)
        old.deleteLater()
        self._moved = -1
        self.hand.switched.connect(self._switch)
        self.hand.moved.connect(self._move)
        self.hand.finished.connect(self._finish)
        self._dress()

    # From the person

    def _choose_task(self, name: str) -> None:
        self.edits.emit(other(name))

    def _solve(self) -> None:
        self.edits.emit(two_hidden_units())
        self.ask(ShowPicture("bend"))

    def _switch(self, question: int) -> None:
        frame = self.frame
        if frame is not None:
            self.ask(ChooseSample(switched(frame, row_of(frame, self.state.sample), question)))

    def _move(self, number: int, value: float) -> None:
        frame = self.frame
        if frame is None:
            return
        self._moved = number
        self._vector[frame.info["places"][number]] = value if number < len(self.hand.questions) else 0.0 - value
        self.ask(PutAt(self._vector.copy(), True, self._words(number)))

    def _finish(self) -> None:
        if self._moved >= 0:
            words, self._moved = self._words(self._moved), -1
            self.ask(PutAt(self._vector.copy(), False, words))
        self.finished.emit()

    def _words(self, number: int) -> str:
        questions = self.hand.questions
        return f"weight of {questions[number]}" if number < len(questions) else "threshold"


class SlicesView(SlicesFace, FrameView):
    """The plane of the first two questions, once for each answer to the third, in the place of the input space."""

    empty_text = ELSEWHERE
    soon_text = SOON
    frame_names = ("neuron",)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slices = [SlicePicture(third) for third in (0, 1)]
        row = QHBoxLayout(self.body)
        row.setContentsMargins(4, 4, 4, 4)
        row.setSpacing(4)
        for picture in self.slices:
            picture.pressed.connect(self._choose)
            row.addWidget(picture)

    def fits(self) -> bool:
        return self.experiment is not None and is_asked(self.experiment) and self.experiment.data.questions == IN_SLICES

    def wanted(self) -> dict[str, dict[str, Any]]:
        return {"neuron": {"kind": "neuron"}}

    def show_theme(self, theme: Theme) -> None:
        for picture in self.slices:
            picture.show_theme(theme)
        super().show_theme(theme)

    def draw_frame(self, frame: Frame) -> None:
        if len(frame.info["questions"]) == IN_SLICES:
            for picture in self.slices:
                picture.show_frame(frame, self.state.sample)

    def _choose(self, row: int) -> None:
        self.ask(ChooseSample(row))

    def numbers(self) -> Numbers:
        return numbers_of(self.frame)


class RowsView(RowsFace, FrameView):
    """Every row with its tick, in the place of the loss."""

    empty_text = ELSEWHERE
    soon_text = SOON
    frame_names = ("neuron",)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = RowTable()
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.table.pressed_row.connect(self._choose)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(8, EDGE, 8, EDGE)
        column.addWidget(limited(self.table, "sample"))

    def fits(self) -> bool:
        return self.experiment is not None and is_asked(self.experiment)

    def wanted(self) -> dict[str, dict[str, Any]]:
        return {"neuron": {"kind": "neuron"}}

    def show_theme(self, theme: Theme) -> None:
        self.table.show_theme(theme)
        super().show_theme(theme)

    def draw_frame(self, frame: Frame) -> None:
        self.table.show_frame(frame, row_of(frame, self.state.sample))
        self.setMinimumHeight(self.table.least_height() + 2 * EDGE)

    def _choose(self, row: int) -> None:
        self.ask(ChooseSample(row))

    def numbers(self) -> Numbers:
        return numbers_of(self.frame)


def numbers_of(frame: Frame | None) -> Numbers:
    """The rows as a table to take away."""
    return ([], []) if frame is None else (header(frame), [list(line) for line in cells(frame)])
