"""The coming update as it is told: everything of one sample, and the check."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable

import numpy as np

from core.arithmetic import notes
from core.arithmetic.check import checked
from core.arithmetic.mistake import corrected
from core.arithmetic.opening import of_its_own, scene_of
from core.arithmetic.scene import Scene
from core.arithmetic.step import Step, Wanted
from core.arithmetic.told import Account, Check, Coming, LossTold, ParameterTold, UnitTold
from core.arithmetic.unit import unit_told
from core.arithmetic.way import Gone, TooLarge, go
from core.families import Search, Sheet
from core.frozen import frozen
from core.messages import BadInput
from core.networks.shapes import Slot
from core.probing.moment import Moment

ALL = 4096  # numbers up to which all parameters are told
CHECKED = 1 << 18  # numbers up to which all of them are checked
LARGEST = 1 << 22  # numbers of a network up to which an update is worked out
PERCEPTRON = "perceptron"
Tell = Callable[[Wanted], ParameterTold]


@frozen
class Asked:
    """What is asked: of which `sample` (a number in the table; −1: the one of the coming batch with the largest loss),
    the unit in hand, one parameter more, whose update of several players, and whether it is checked."""

    sample: int = -1
    layer: str = ""
    unit: tuple[int, ...] = ()
    parameter: str = ""
    player: str = ""
    check: bool = True


def account(moment: Moment, asked: Asked) -> Account:
    """The coming update; `BadInput` where what is asked for does not exist. Where there is nothing to tell, why."""
    problem = notes.problem_of(moment, asked.player, LARGEST)
    if problem:
        return Account(moment.updates + 1, problem=problem)
    scene = of_its_own(scene_of(moment, asked.player), asked.sample)
    perceptron = moment.experiment.rule.kind == PERCEPTRON
    try:
        gone = go(scene, _place(scene, asked.sample), descends=not perceptron)
    except TooLarge as error:
        return Account(moment.updates + 1, problem=str(error))
    with np.errstate(all="ignore"):
        return _told(scene, gone, asked)


def _told(scene: Scene, gone: Gone, asked: Asked) -> Account:
    unit = unit_told(scene, gone, asked.layer, asked.unit) if asked.layer else None
    step = None if scene.moment.experiment.rule.kind == PERCEPTRON else Step(scene, gone)
    tell: Tell = functools.partial(corrected, scene, gone) if step is None else step.told
    parameters = tuple(map(tell, _wanted(scene, gone, unit, asked.parameter)))
    returned = gone.returned or (None,) * len(gone.passed)
    layers = tuple(
        station.told(passed, back, gone.row)
        for station, passed, back in zip(scene.stations, gone.passed, returned, strict=True)
    )
    return Account(
        update=scene.moment.updates + 1,
        player=scene.player.name,
        rule=scene.moment.experiment.rule.kind,
        inputs=scene.inputs,
        unscaled=scene.unscaled(gone.place),
        coming=_coming(scene, gone),
        place=gone.place,
        layers=layers,
        loss=_loss(scene, gone),
        unit=unit,
        parameters=parameters,
        search=None if step is None else _without_lines(step.search),
        check=_checked(scene, gone, parameters, tell) if asked.check else None,
        notes=notes.notes_of(scene),
        apart=scene.apart,
    )


def _checked(scene: Scene, gone: Gone, told: tuple[ParameterTold, ...], tell: Tell) -> Check:
    """Of all numbers where that is no great work, else of those that are told."""
    many = sum(slot.size for slot in scene.slots) > CHECKED
    every = [Wanted(slot, np.arange(slot.size)) for slot in scene.slots]
    return checked(scene, gone, told if many or len(told) == len(every) else tuple(map(tell, every)))


def _place(scene: Scene, sample: int) -> int | None:
    """Where a sample of the table stands in the batch; None for that with the largest loss."""
    if sample < 0:
        return None
    found = np.flatnonzero(scene.rows == sample)
    if not len(found):
        known, count = (scene.rows >= 0).any(), len(scene.moment.prepared.x)
        there = f"there is no such sample; there are 1 to {count:,}" if known else "no sample of the table comes to it"
        raise BadInput("sample", str(sample + 1), there)
    return int(found[0])


def _coming(scene: Scene, gone: Gone) -> Coming:
    moment = scene.moment
    largest = int(np.nanargmax(gone.losses)) if not np.isnan(gone.losses).all() else 0
    return Coming(scene.rows, gone.losses, moment.loss.overall(gone.losses), notes.penalty_of(scene), largest)


def _loss(scene: Scene, gone: Gone) -> LossTold:
    targets, loss = scene.targets[gone.place], scene.moment.loss
    sheet = Sheet({"z": gone.outputs, "ŷ": gone.outputs, "y": targets})
    loss.work_out(sheet)
    slope = gone.slope if gone.returned else None
    answers = loss.by_output(gone.outputs[None])[0]
    return LossTold(
        gone.outputs, answers, targets, sheet.lines, float(gone.losses[gone.place]), slope, 1.0 / len(gone.losses)
    )


def _wanted(scene: Scene, gone: Gone, unit: UnitTold | None, parameter: str) -> list[Wanted]:
    """All parameters while they are few; else those of the unit in hand and the one that is named."""
    names = [slot.name for slot in scene.slots]
    if parameter and parameter not in names:
        raise BadInput("parameter", parameter, f"there is no such parameter; there are {', '.join(names)}")
    few = sum(slot.size for slot in scene.slots) <= ALL
    found = []
    for slot in scene.slots:
        if few or slot.name == parameter:
            found.append(Wanted(slot, np.arange(slot.size)))
        elif unit is not None and slot.layer == unit.layer:
            places = _of_unit(slot, unit, gone, scene)
            if len(places):
                found.append(Wanted(slot, places))
    return found


def _of_unit(slot: Slot, unit: UnitTold, gone: Gone, scene: Scene) -> np.ndarray:
    """The numbers of a parameter that make the unit's sum: its row of the weights, its bias."""
    number = [placed.name for placed in scene.chain].index(unit.layer)
    sums = gone.passed[number].sums[gone.row]
    channel = unit.place[0] if sums.ndim != 2 else unit.place[1]
    units = sums.shape[0] if sums.ndim != 2 else sums.shape[1]
    if slot.shape[0] != units:
        return np.arange(0)
    return np.arange(slot.size).reshape(units, -1)[channel]


def _without_lines(search: Search | None) -> Search | None:
    """The inner steps as they are told: their lines stand with the numbers."""
    if search is None:
        return None
    return dataclasses.replace(search, steps=tuple(dataclasses.replace(each, lines=()) for each in search.steps))
