"""Own weights: the person's part where runs side by side look for the same weights in different ways. Sliders stand
below the pictures, one for each weight of the run that is shown, where nothing but a hand changes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject

from app.documents.intents import WEIGHTS, PutAt
from app.look.theme import Theme
from app.network.lab import Lab
from app.network.lanes import Lanes
from app.network.pair import Pair
from app.network.wiring import Wiring
from app.panels.weight_sliders import Knob, WeightSliders
from app.shell.layouts import LECTURE, Layouts
from app.views.network.structure import Unit, structure
from core.data.preparation import Prepared
from core.experiment import Experiment
from core.messages import BadInput
from core.networks.blueprint import blueprint_of
from core.networks.shapes import Slot

if TYPE_CHECKING:
    from core.history.snapshot import Snapshot

MOST = 40  # weights that have a slider each


class OwnWeights(QObject):
    """`card` holds the sliders; None where there are none. `moving` names the weight that is in the hand."""

    def __init__(self, lab: Lab, lanes: Lanes, wiring: Wiring, layouts: Layouts) -> None:
        super().__init__(lanes)
        self._lab, self._lanes, self._wiring, self._layouts = lab, lanes, wiring, layouts
        self.card: WeightSliders | None = None
        self._holder: Pair | None = None
        self._vector, self.moving = np.zeros(0), ""
        self._seen: object = None  # of what the sliders show the weights
        for signal in (lanes.arranged, lab.twins.parted, lab.runs.prepared_changed, lab.store.view_changed):
            signal.connect(self._place)
        lab.runs.updated.connect(self._look)

    # Whether there are any, and where

    def _place(self, *_: object) -> None:
        knobs = self._knobs()
        if self.card is not None and self.card.knobs != knobs:
            self._drop()
        if not knobs:
            return
        if self.card is None:
            self.card, self._seen = WeightSliders(knobs), None
            self.card.moved.connect(self._move)
            self.card.finished.connect(self._finish)
        self.card.enlarge(self._lab.store.view.layout == LECTURE)
        holder = self._seen_pair()
        if holder is not None and holder is not self._holder:
            self._holder = holder
            holder.hold(self.card)
        self._look()

    def _drop(self) -> None:
        if self.card is not None:
            self.card.deleteLater()
        if self.moving:
            self._lab.finish()
        self.card, self._holder, self.moving = None, None, ""

    def _knobs(self) -> tuple[Knob, ...]:
        """Those of the run that is shown, where it stands among others and moves by hand alone."""
        lab = self._lab
        experiment, prepared = lab.store.experiment, lab.runs.samples.fitting()
        by_hand = lab.twins.there and not experiment.rule.evaluates
        if not by_hand or prepared is None or lab.store.view.limits.forbids(WEIGHTS):
            return ()
        try:
            return knobs_of(experiment, prepared)
        except BadInput:  # layers that do not fit: it is said elsewhere
            return ()

    def _seen_pair(self) -> Pair | None:
        """The picture of the place, else the first that can be seen."""
        pairs = self._lanes.pairs
        seen = [name for name in pairs if self._lanes.sees(name)]
        seen.sort(key=lambda name: name != self._layouts.place)
        return pairs[seen[0]] if seen else None

    # To the screen

    def _look(self, *_: object) -> None:
        """The weights are others: they are asked for."""
        run = self._lab.run
        if self.card is None or self.moving or run.run is None or run.last is None:
            return
        now = run.number, run.run.events, run.looking, run.hands
        if now != self._seen:
            self._seen = now
            self._lab.runs.request_snapshot(self._take, shown=True)

    def _take(self, snapshot: Snapshot) -> None:
        if (
            self.card is not None
            and not self.moving
            and snapshot.parameters.size > max(k.place for k in self.card.knobs)
        ):
            self._vector = snapshot.parameters.astype(float)
            self.card.show_numbers(self._vector)

    def show_theme(self, theme: Theme) -> None:
        if self.card is not None:
            self.card.show_theme(theme)

    # From the person

    def _move(self, knob: Knob, value: float) -> None:
        if not self._vector.size:
            return
        self.moving = knob.words
        self._vector[knob.place] = value
        self._wiring.obey(PutAt(self._vector.copy(), True, knob.words))

    def _finish(self) -> None:
        if self.moving:
            words, self.moving = self.moving, ""
            self._wiring.obey(PutAt(self._vector.copy(), False, words))


def knobs_of(experiment: Experiment, prepared: Prepared) -> tuple[Knob, ...]:
    """One for each weight and bias, those of one hidden unit after each other; none where there are too many, or other
    parameters than these."""
    slots = {slot.name: slot for slot in blueprint_of(experiment, prepared).slots}
    columns = structure(experiment, prepared)
    names = {name for column in columns[1:] for name in (column.weight, column.bias)}
    if set(slots) != names or sum(slot.size for slot in slots.values()) > MOST:
        return ()
    found: list[Knob] = []
    sources = sorted((unit for unit in columns[0].units if unit.on), key=lambda unit: unit.index)
    *hidden, output = columns[1:]
    for column in hidden:
        for number, unit in enumerate(column.units):
            into = f"{unit.name} of {column.words}"
            found += _incoming(slots[column.weight], number, sources, unit, into)
            found.append(_bias(slots[column.bias], number, unit, into))
            if column is hidden[-1]:
                found += _outgoing(slots[output.weight], number, unit, output.units)
        sources = list(column.units)
    for number, unit in enumerate(output.units):
        if not hidden:
            found += _incoming(slots[output.weight], number, sources, unit, unit.name)
        found.append(_bias(slots[output.bias], number, unit, unit.name))
    return tuple(found)


def _incoming(slot: Slot, row: int, sources: list[Unit], unit: Unit, into: str) -> list[Knob]:
    first = slot.offset + row * len(sources)
    return [
        Knob(first + place, f"{_short(source)} → {_short(unit)}", f"w from {source.name} to {into}")
        for place, source in enumerate(sources)
    ]


def _outgoing(slot: Slot, place: int, unit: Unit, targets: tuple[Unit, ...]) -> list[Knob]:
    width = slot.size // len(targets)
    return [
        Knob(
            slot.offset + row * width + place, f"{_short(unit)} → {target.name}", f"w from {unit.name} to {target.name}"
        )
        for row, target in enumerate(targets)
    ]


def _bias(slot: Slot, row: int, unit: Unit, into: str) -> Knob:
    return Knob(slot.offset + row, f"bias {_short(unit)}", f"bias of {into}")


def _short(unit: Unit) -> str:
    return unit.name.removeprefix("unit ")
