"""Sliders for the weights of a small network, as many columns as there is room for."""

from __future__ import annotations

import functools
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.look.theme import CAPTION, Theme, current
from app.widgets.scrolling import VerticalScroll
from app.widgets.slider_field import SliderField
from core.frozen import frozen
from core.params import Range

TITLE = "Your weights"
RANGE = Range(-5.0, 5.0, step=0.1)
COLUMN, ROW, LEAST, MOST_COLUMNS = 180, 28, 2, 5  # px, px, rows that are seen, columns
FREE, PLACES, LETTERS = 2, 3, 12  # rows that the hint needs; decimal places; px
IN_A_LECTURE = 1.4  # how much larger all is there
HINT = "Each change is one evaluation, however far you drag."
BEYOND = "The field takes what lies beyond the slider, too."


@frozen
class Knob:
    """One number of the flat vector: where it stands there, its name in few letters and in full."""

    place: int
    name: str
    words: str


class WeightSliders(QFrame):
    """`moved(knob, value)` while one is dragged, turned or typed, `finished()` when that ends."""

    moved = Signal(object, float)
    finished = Signal()

    def __init__(self, knobs: Sequence[Knob]) -> None:
        super().__init__()
        self.setAccessibleName(TITLE)
        self.setProperty("panel", "surface")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.knobs = tuple(knobs)
        self.fields = [self._field(knob) for knob in knobs]
        self.labels = [QLabel(knob.name) for knob in knobs]
        self.hint = QLabel(HINT, wordWrap=True)
        self.hint.setProperty("role", "caption")
        content = QWidget()
        self._grid = QGridLayout(content)
        self._grid.setContentsMargins(0, 4, 10, 4)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(2)
        self._columns, self._room, self._growth = 0, 0, 1.0
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(VerticalScroll(content))
        for label, knob in zip(self.labels, knobs, strict=True):
            label.setToolTip(knob.words)
        self.show_theme(current())

    def _field(self, knob: Knob) -> SliderField:
        field = SliderField(knob.words, RANGE)
        field.setToolTip(f"{knob.words}. {BEYOND} {HINT}")
        field.changed.connect(functools.partial(self._move, knob))
        field.finished.connect(self.finished)
        return field

    def _move(self, knob: Knob, value: float) -> None:
        self.moved.emit(knob, float(value))

    def show_numbers(self, vector: np.ndarray) -> None:
        """The weights as they are, (P,)."""
        for knob, field in zip(self.knobs, self.fields, strict=True):
            field.set_value(round(float(vector[knob.place]), PLACES))

    def fit(self, room: int) -> None:
        """Stand below pictures with which it shares so many px of height."""
        self._room = room
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """As many columns as there is room for, each from its top down, the hint where the last one ends early."""
        columns = min(max(1, self.width() // self._px(COLUMN)), MOST_COLUMNS, len(self.fields))
        rows = -(-len(self.fields) // columns)
        if columns != self._columns:
            self._columns = columns
            for number, (label, field) in enumerate(zip(self.labels, self.fields, strict=True)):
                column, row = divmod(number, rows)
                self._grid.addWidget(label, row, 2 * column)
                self._grid.addWidget(field, row, 2 * column + 1)
            for column in range(MOST_COLUMNS):
                self._grid.setColumnStretch(2 * column + 1, 1 if column < columns else 0)
            self._place_hint(rows * columns - len(self.fields), rows, columns)
        high = self._px(ROW) + self._grid.verticalSpacing()
        self.setFixedHeight(min(rows * high + 10, max(LEAST * high, self._room * 2 // 5)))

    def _place_hint(self, free: int, rows: int, columns: int) -> None:
        self.hint.setVisible(free >= FREE)
        if free >= FREE:
            self._grid.addWidget(self.hint, rows - free, 2 * (columns - 1), free, 2)

    def enlarge(self, in_a_lecture: bool) -> None:
        """As large as a lecture wants it, or as all else."""
        growth = IN_A_LECTURE if in_a_lecture else 1.0
        if growth != self._growth:
            self._growth = growth
            self.show_theme(current())

    def _px(self, size: float) -> int:
        return current().px(size * self._growth)

    def show_theme(self, theme: Theme) -> None:
        self.hint.setStyleSheet(f"font-size: {self._px(CAPTION)}px; padding-left: 10px;")
        for label, field in zip(self.labels, self.fields, strict=True):
            label.setStyleSheet(f"font-size: {self._px(LETTERS)}px; padding-left: 10px;")
            field.field.setFont(theme.digits(LETTERS * self._growth))
            field.field.setFixedSize(self._px(58), self._px(ROW - 4))
            field.field.setStyleSheet(f"padding: 0px 4px; min-height: 0px; font-size: {self._px(LETTERS)}px;")
            field.slider.setMinimumWidth(self._px(40))
        self._arrange()
