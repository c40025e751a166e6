"""The bar of the race's Lecture layout: the learning rates of the racers, large enough for the last row."""

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

MOST, HEIGHT, TEXT = 6, 72, 20
FEWEST = 3  # racers that stand there however narrow the bar is; more where each has its name and a slider
LIMIT = 15  # px of the words at the limit of stability
EDGE = 16  # px beside the first and the last
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
        self._selected = 0
        self.groups: list[tuple[Limited, QLabel, QLabel, RateSlider]] = []
        box = self._box = QHBoxLayout(self)
        box.setContentsMargins(EDGE, 4, EDGE, 4)
        box.setSpacing(28)
        for place in range(MOST):
            group, mark, name, slider = (
                Limited(),
                QLabel(),
                QLabel(),
                RateSlider("Learning rate η", 0.03, letters=LIMIT),
            )
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
        """The racers that have a learning rate, as many as there is room for, the selected one among them; nothing is
        emitted for it."""
        self._race, self._selected = race, selected
        self._arrange(anew=True)

    def _arrange(self, *, anew: bool = False) -> None:
        """Other racers where there is room for more or fewer of them."""
        race = self._race
        if race is None:
            return
        able = [number for number, racer in enumerate(race.racers) if not racer.searches]
        count = self._count([_words(race, number) for number in able])
        first = max(0, able.index(self._selected) - count + 1) if self._selected in able else 0
        numbers = tuple(able[first : first + count])
        if anew or numbers != self._numbers:
            self._numbers = numbers
            for place, group in enumerate(self.groups):
                group[0].want(place < len(numbers))
                if place < len(numbers):
                    self._fill(race, numbers[place], *group)
        self._fit()

    def _count(self, names: list[str]) -> int:
        """How many stand there whole, with their names and a slider that a hand can use."""
        theme, gap = current(), self._box.spacing()
        wide = max((QFontMetrics(theme.font(TEXT)).horizontalAdvance(name) for name in names), default=0)
        each = _least(theme, ["0.0000"]) + wide + theme.px(LEAST)
        return min(MOST, max(FEWEST, (self.width() - 2 * EDGE + gap) // (each + gap)))

    def _fill(self, race: Race, number: int, group: Limited, mark: QLabel, name: QLabel, slider: RateSlider) -> None:
        racer, theme = race.racers[number], current()
        mark.setPixmap(picture(racer.colour, theme.px(26), theme, self.devicePixelRatioF()))
        name.setText(_words(race, number))
        slider.set_limit(limit_for(race, racer))
        group.setToolTip(racer.name)
        slider.set_value(racer.optimizer.lr)
        group.concern(rate_path(number))

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
        self._arrange(anew=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _fit(self) -> None:
        """Fewer parts rather than cut ones: first the names go, then the sliders; marker and number always stay
        whole."""
        theme, shown = current(), [group for place, group in enumerate(self.groups) if place < len(self._numbers)]
        if not shown:
            return
        texts = ["0.0000", *(slider.slider.field.text() for *_, slider in shown)]
        field, least = _field(theme, texts), _least(theme, texts)
        names = max(_needed(name) for _, _, name, _ in shown)
        room = (self.width() - 2 * EDGE - self._box.spacing() * (len(shown) - 1)) // len(shown)
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


def _words(race: Race, number: int) -> str:
    return f"{race.racers[number].name}  η"


def _field(theme: Theme, texts: list[str]) -> int:
    """px of a field in which each of these numbers is whole."""
    digits = QFontMetrics(theme.digits(TEXT))
    return max(digits.horizontalAdvance(text) for text in texts) + theme.px(20)


def _least(theme: Theme, texts: list[str]) -> int:
    """px of a marker and a field."""
    return theme.px(26) + _field(theme, texts) + 3 * theme.px(8)


def _needed(name: QLabel) -> int:
    name.ensurePolished()
    return name.fontMetrics().horizontalAdvance(name.text())
