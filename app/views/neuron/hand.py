"""What a hand does to a lone neuron: a switch and a weight for each question, and the threshold below them."""

from __future__ import annotations

import functools

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from app.documents.intents import WEIGHTS
from app.look.theme import BASE, CAPTION, Theme
from app.views.neuron.told import say
from app.widgets.limited import limited
from app.widgets.slider_field import SliderField
from app.widgets.switch import Switch
from core.frames import Frame
from core.params import Range

WEIGHT = Range(-3.0, 3.0, step=0.25)  # quarters: their sums are exact in any precision
PLACES = 4  # decimals of what is shown of a weight that was learned
ROW, LEAST, GAP = 30, 22, 2  # px: as high as a row is, as it may become, and between two
BEYOND = "The field takes what lies beyond the slider, too."
BIAS = "bias {}"
SIGN = "The bias is the threshold with the sign changed."


class Hand(QWidget):
    """`switched(question)`; `moved(place, value)` while a weight (by its number) or the threshold (the last one) is
    dragged, turned or typed, `finished()` when that ends."""

    switched = Signal(int)
    moved = Signal(int, float)
    finished = Signal()

    def __init__(self, questions: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.questions = questions
        self.switches = [self._switch(number, name) for number, name in enumerate(questions)]
        named = [f"weight of {name}" for name in questions]
        self.weights = [self._field(number, words) for number, words in enumerate(named)]
        self.threshold = self._field(len(questions), "threshold")
        self.products = [QLabel() for _ in questions]
        self.name, self.bias = QLabel("Threshold"), QLabel()
        self.bias.setProperty("role", "caption")
        self.bias.setToolTip(SIGN)
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(GAP)
        for row, (switch, field, product) in enumerate(zip(self.switches, self.weights, self.products, strict=True)):
            grid.addWidget(limited(switch, "sample"), row, 0)
            grid.addWidget(limited(field, WEIGHTS), row, 1)
            grid.addWidget(product, row, 2)
        last = len(questions)
        grid.addWidget(self.name, last, 0)
        grid.addWidget(limited(self.threshold, WEIGHTS), last, 1)
        grid.addWidget(self.bias, last, 2)
        grid.setColumnStretch(1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _switch(self, number: int, name: str) -> Switch:
        switch = Switch(name, f"Answer “{name}” with yes or no: the row that is looked at.", name=f"{name}, yes or no")
        switch.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        switch.clicked.connect(functools.partial(self._turn, number))
        return switch

    def _turn(self, number: int, *_: object) -> None:
        self.switched.emit(number)

    def _field(self, number: int, words: str) -> SliderField:
        field = SliderField(words[:1].upper() + words[1:], WEIGHT)
        field.setToolTip(f"The {words}, from −3 to 3. {BEYOND}")
        field.changed.connect(functools.partial(self._move, number))
        field.finished.connect(self.finished)
        return field

    def _move(self, number: int, value: float) -> None:
        self.moved.emit(number, float(value))

    def show_frame(self, frame: Frame, row: int) -> None:
        """The neuron as it is, and the row that is looked at."""
        arrays = frame.arrays
        on = arrays["rows"][row] > 0
        for number, weight in enumerate(arrays["weights"].tolist()):
            self.weights[number].set_value(round(weight, PLACES))
            self.switches[number].setChecked(bool(on[number]))
            self.products[number].setText(f"{'1' if on[number] else '0'} · {say(weight)} = {say(weight * on[number])}")
        threshold = float(arrays["threshold"][0])
        self.threshold.set_value(round(threshold, PLACES))
        self.bias.setText(BIAS.format(say(0.0 - threshold)))

    def least(self, theme: Theme) -> int:
        """px of height below which it cannot be read."""
        return (theme.px(LEAST) + GAP) * (len(self.questions) + 1)

    def show_theme(self, theme: Theme, wide: int, room: int) -> None:
        """Colours and text; as high as the room (px) lets each row be, the products where there is width for them."""
        high = max(theme.px(LEAST), min(theme.px(ROW), room // (len(self.questions) + 1) - GAP))
        size = f"font-size: {theme.px(BASE)}px;"
        self.bias.setStyleSheet(f"font-size: {theme.px(CAPTION)}px;")
        self.name.setStyleSheet(size)
        words = QFontMetricsF(theme.font(BASE))
        name = int(max(map(words.horizontalAdvance, ("Threshold", *self.questions)))) + 22
        self._grid.setColumnMinimumWidth(0, name)
        for switch in self.switches:
            switch.setStyleSheet(f"QToolButton {{ padding: 0px 8px; min-height: 0px; {size} }}")
            switch.setFixedHeight(high)
        for label in self.products:
            label.setFont(theme.digits(BASE))
            label.setStyleSheet(size)
        for field in (*self.weights, self.threshold):
            field.field.setFont(theme.digits(BASE))
            field.field.setFixedSize(QSize(theme.px(64), high))
            field.field.setStyleSheet(f"padding: 0px 4px; min-height: 0px; {size}")
            field.slider.setMinimumWidth(theme.px(40))
            field.slider.setVisible(name + theme.px(40 + 64) + 3 * self._grid.horizontalSpacing() <= wide)
        product = int(QFontMetricsF(theme.digits(BASE)).horizontalAdvance("1 · −2.25 = −2.25"))
        roomy = name + theme.px(40 + 64) + product + 3 * self._grid.horizontalSpacing() <= wide
        self._grid.setColumnMinimumWidth(2, product if roomy else 0)
        for label in (*self.products, self.bias):
            label.setVisible(roomy)
