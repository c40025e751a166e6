"""The bar of the race's Lecture layout: the learning rates of up to three racers, large enough for the last row."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.documents.limits import Limits
from app.look.theme import Theme, current
from app.race.colours import picture
from app.race.rate_slider import RateSlider
from app.race.rates import limit_for
from app.widgets.limited import Limited, restrict
from core.race import Race

MOST, HEIGHT, TEXT = 3, 72, 20
LEAST = 90  # px of a slider that a hand can still use


class RateBar(QWidget):
    """`edits(pairs)` and `finished()`; the racers are those around the selected one."""

    edits = Signal(object)
    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Learning rates")
        self._numbers: tuple[int, ...] = ()
        self._race: Race | None = None
        self.groups: list[tuple[Limited, QLabel, QLabel, RateSlider]] = []
        box = self._box = QHBoxLayout(self)
        box.setContentsMargins(16, 4, 16, 4)
        box.setSpacing(28)
        for place in range(MOST):
            group, mark, name, slider = Limited(), QLabel(), QLabel(), RateSlider("Learning rate η", 0.03)
            slider.setProperty("place", place)
            slider.changed.connect(self._changed)
            slider.finished.connect(self.finished)
            row = QHBoxLayout(group)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            for part, stretch in ((mark, 0), (name, 0), (slider, 1)):
                row.addWidget(part, stretch)
            box.addWidget(group, 1)
            self.groups.append((group, mark, name, slider))

    def minimumSizeHint(self) -> QSize:
        return QSize(1, super().minimumSizeHint().height())

    def show_race(self, race: Race, selected: int) -> None:
        """The first racers that have a learning rate, the selected one among them; nothing is emitted for it."""
        self._race = race
        able = [number for number, racer in enumerate(race.racers) if not racer.searches]
        first = max(0, able.index(selected) - MOST + 1) if selected in able else 0
        self._numbers = tuple(able[first : first + MOST])
        for place, (group, mark, name, slider) in enumerate(self.groups):
            group.want(place < len(self._numbers))
            if place < len(self._numbers):
                racer = race.racers[self._numbers[place]]
                theme = current()
                mark.setPixmap(picture(racer.colour, theme.px(26), theme, self.devicePixelRatioF()))
                name.setText(f"{racer.name}  η")
                slider.set_limit(limit_for(race, racer))
                group.setToolTip(racer.name)
                slider.set_value(racer.optimizer.lr)
                group.concern(rate_path(self._numbers[place]))
        self._fit()

    def restrict(self, limits: Limits) -> None:
        """Obey what a file hides and locks."""
        restrict(self, limits)

    def show_theme(self, theme: Theme) -> None:
        self.setFixedHeight(theme.px(HEIGHT))
        for _, _, name, slider in self.groups:
            name.setStyleSheet(f"font-size: {theme.px(TEXT)}px;")
            slider.set_limit(slider.limit)
            slider.setStyleSheet(f"QLineEdit {{ font-size: {theme.px(TEXT)}px; }}")
        for group, *_ in self.groups:
            group.obey()  # the sliders have other tool-tips
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Fewer parts rather than cut ones: first the names go, then the sliders; marker and number always stay
        whole."""
        theme, shown = current(), [group for place, group in enumerate(self.groups) if place < len(self._numbers)]
        if not shown:
            return
        gap, digits = theme.px(8), QFontMetrics(theme.digits(TEXT))
        field = max(
            digits.horizontalAdvance(text) for text in ("0.0000", *(slider.slider.field.text() for *_, slider in shown))
        ) + theme.px(20)
        names = max(_needed(name) for _, _, name, _ in shown)
        least = theme.px(26) + field + 3 * gap
        room = (self.width() - 32 - self._box.spacing() * (len(shown) - 1)) // len(shown)
        for _, _, name, slider in shown:
            slider.slider.field.setFixedWidth(field)
            name.setVisible(room >= least + names + theme.px(LEAST))
            slider.set_bare(room < least + theme.px(LEAST))

    def _changed(self, value: Any) -> None:
        place = self.sender().property("place")
        if place < len(self._numbers):
            self.edits.emit(((rate_path(self._numbers[place]), value),))


def rate_path(number: int) -> str:
    """Where the learning rate of a racer stands, `number` from 0."""
    return f"racers.{number + 1}.optimizer.lr"


def _needed(name: QLabel) -> int:
    name.ensurePolished()
    return name.fontMetrics().horizontalAdvance(name.text())
