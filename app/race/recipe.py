"""The race's recipe at the left: the terrain, the start, the noise, and who takes part."""

from __future__ import annotations

import dataclasses
import functools
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.documents.limits import Limits
from app.forms.form import Form
from app.look.theme import Theme
from app.race.racer_list import RacerList
from app.race.terrain_choice import TerrainButton
from app.widgets.icon_button import Disclosure
from app.widgets.limited import Limited, limited
from app.widgets.number_field import NumberField
from app.widgets.scrolling import ScrollingPanel
from app.widgets.slider_field import SliderField
from core.params import Range, param_of
from core.race import Race

WIDTH = 300  # px
MARGIN = 11
FINE = ("updates", "tolerance", "shared_noise")


class RaceRecipe(QWidget):
    """`edits(pairs)` belong together, `finished()` ends a drag, `terrain_wanted()` when the list of terrains is to
    open."""

    edits = Signal(object)
    finished = Signal()
    terrain_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Race")
        self.race: Race | None = None
        self._fresh: QWidget | None = None  # a card that has just been added
        panel = ScrollingPanel(self, MARGIN)
        self._rows, self.area = panel.rows, panel.area
        self.area.verticalScrollBar().rangeChanged.connect(self._scroll_to_fresh)
        self.area.verticalScrollBar().actionTriggered.connect(self._forget_fresh)
        self._places: list[Limited] = []
        self._build_terrain()
        self._build_start()
        self._build_fine()
        self.racers = RacerList()
        self.racers.edits.connect(self.edits)
        self.racers.finished.connect(self.finished)
        self.racers.added.connect(self._bring_into_sight)
        self._rows.addSpacing(4)
        self._rows.addWidget(self.racers)
        self._rows.addStretch(1)

    # Building

    def _build_terrain(self) -> None:
        self.choice = TerrainButton()
        self.choice.clicked.connect(self.terrain_wanted)
        self.teaches = QLabel()
        self.teaches.setWordWrap(True)
        self.teaches.setProperty("role", "caption")
        choice = QVBoxLayout()
        choice.setSpacing(self._rows.spacing())
        choice.addWidget(self.choice)
        choice.addWidget(self.teaches)
        self._place(limited(choice, "terrain.kind"))
        self.terrain = Form("terrain.", live=True)
        self.terrain.edited.connect(self._edited)
        self.terrain.finished.connect(self.finished)
        self._rows.addWidget(self.terrain)

    def _build_start(self) -> None:
        self.start_x, self.start_y = (NumberField(f"Start {axis}", Range(-10, 10, step=0.1)) for axis in "xy")
        line = QHBoxLayout()
        line.setSpacing(6)
        words = QLabel("Start")
        words.setToolTip("Where all racers start: type it, or click and drag on the map.")
        line.addWidget(words)
        line.addStretch(1)
        for axis, field in (("x", self.start_x), ("y", self.start_y)):
            field.value_changed.connect(self._start_changed)
            field.finished.connect(self.finished)
            field.setMaximumWidth(92)
            label = QLabel(axis)
            label.setProperty("role", "sentence")
            line.addWidget(label)
            line.addWidget(field)
        self._place(limited(line, "start"))

    def _build_fine(self) -> None:
        param = param_of(Race, "noise")
        assert param is not None and param.limits is not None
        self.noise = SliderField("Noise σ on the gradient", dataclasses.replace(param.limits, high=5, step=0.1))
        self.noise.changed.connect(functools.partial(self._edited, "noise"))
        self.noise.finished.connect(self.finished)
        self.noise.setToolTip(param.help)
        words = QLabel("Noise σ")
        words.setToolTip(param.help)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(words)
        line.addWidget(self.noise, 1)
        self._place(limited(line, "noise"))
        self.more = Disclosure("Updates, seeds", "How many updates, when a racer has arrived, which random numbers.")
        self.more.toggled.connect(self._open_more)
        self._rows.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.fine = Form(fields=FINE, live=True)
        self.seeds = Form("seeds.", live=True)
        for form in (self.fine, self.seeds):
            form.edited.connect(self._edited)
            form.finished.connect(self.finished)
            form.hide()
            self._rows.addWidget(form)

    def _place(self, place: Limited) -> None:
        """At the end of the panel, where a file may hide and lock it."""
        self._places.append(place)
        self._rows.addWidget(place)

    def _open_more(self, on: bool) -> None:
        if self.race is not None:
            self.fine.show_model(self.race)
            self.seeds.show_model(self.race.seeds)
        self.fine.setVisible(on)
        self.seeds.setVisible(on)

    # Showing

    def show_race(self, race: Race, hidden: frozenset[str], selected: int) -> None:
        """Show these settings; no signal is sent for them."""
        if self.race is None or len(race.racers) != len(self.race.racers):
            self._fresh = None
        self.race = race
        self.choice.show_terrain(race.terrain)
        self.teaches.setText(race.terrain.teaches)
        self.terrain.show_model(race.terrain)
        self.terrain.setVisible(self.terrain.has_rows)
        self.terrain.clear_problems()
        (x0, x1), (y0, y1) = race.terrain.domain
        for field, value, low, high in ((self.start_x, race.start[0], x0, x1), (self.start_y, race.start[1], y0, y1)):
            field.limits = Range(low, high, step=(high - low) / 100)
            field.set_value(value)
        self.noise.set_value(race.noise)
        if self.more.isChecked():
            self._open_more(True)
        for place in self._places:
            place.obey()
        self.racers.show_race(race, hidden, selected)

    def restrict(self, limits: Limits) -> None:
        """Obey what a file hides and locks."""
        for part in (*self._places, self.terrain, self.fine, self.seeds, self.racers):
            part.restrict(limits)

    def show_theme(self, theme: Theme) -> None:
        self.setFixedWidth(theme.px(WIDTH))
        self.choice.updateGeometry()
        self.racers.show_theme(theme)

    def show_problem(self, path: str, sentence: str) -> bool:
        """Say beside the entry what is wrong; False where the recipe has no such entry."""
        return self.terrain.show_problem(path, sentence) or self.racers.show_problem(path, sentence)

    def _bring_into_sight(self, card: QWidget) -> None:
        """Scroll to a card as soon as it is laid out, which is after this event, and until the person scrolls."""
        self._fresh = card
        self._scroll_to_fresh()

    def _scroll_to_fresh(self, *_: int) -> None:
        if self._fresh is not None:
            self.area.ensureWidgetVisible(self._fresh, 0, 8)

    def _forget_fresh(self, *_: int) -> None:
        self._fresh = None

    # From the person

    def _edited(self, path: str, value: Any) -> None:
        self.edits.emit(((path, value),))

    def _start_changed(self, _value: float) -> None:
        self.edits.emit((("start", (self.start_x.value(), self.start_y.value())),))
