"""One update of one racer, told part by part with its numbers: the slow motion of the gradient-descent room."""

from __future__ import annotations

from typing import Literal

import numpy as np

from core.families.terrain import Point
from core.frozen import frozen
from core.race.race import Race, Racer
from core.race.tracks import Track, is_fast, noise_of, track
from core.race.update_rules.rule import Stage, factor, show
from core.race.update_rules.table import rule_of

Mark = Literal["arrow", "none"]
ARROWS = {"gradient", "noise", "decay", "momentum", "correction"}


@frozen
class Phase:
    """One part of an update, for both coordinates.

    An arrow goes from `start` to `end` in the terrain's own coordinates. Gradient, velocity and averages are drawn as
    −η times themselves: as far as they alone would carry the ball; the step is drawn as it is. Averages of squares have
    no direction: they are told in numbers only.
    """

    # gradient, noise, decay, momentum, square, correction, correction_square, largest, memory, rate, trust, shrink,
    # step; draw, compare
    key: str
    title: str
    words: str
    formula: str
    filled: tuple[str, str]  # the formula's right-hand side with numbers, for x and for y
    value: Point
    mark: Mark
    start: Point
    end: Point  # of an arrow


def phases(
    race: Race, racer: Racer | str, update: int, start: Point | None = None, made: Track | None = None
) -> tuple[Phase, ...]:
    """The parts of update number `update` (from 1); none where the racer never makes it. `made` is its track, where
    that is known.

    Torch objects (L-BFGS, Muon, Adafactor) tell the gradient and the step only: what lies between is more than one line
    each. Given their track, no torch is needed to tell them, so a window may.
    """
    chosen = race.racer(racer) if isinstance(racer, str) else racer
    place = race.start if start is None else start
    known = made if made is not None else track(race, chosen, place)
    if not 1 <= update <= known.updates:
        return ()
    if chosen.searches:
        return _search_phases(race, chosen, update, known)
    return _rule_phases(race, chosen, update, place) if is_fast(chosen) else _torch_phases(race, chosen, update, known)


def _rule_phases(race: Race, racer: Racer, update: int, start: Point) -> tuple[Phase, ...]:
    optimizer = racer.optimizer
    rules = [rule for rule in (rule_of(optimizer), rule_of(optimizer)) if rule is not None]
    noise, place = noise_of(race, racer), start
    for made in range(update):
        slope, pushed = _slopes(race, place, noise, made)
        before = [rule.remembered() for rule in rules]
        x, y = (rule.step(at, g) for rule, at, g in zip(rules, place, pushed, strict=True))
        if made == update - 1:
            stages = [rule.told(old, at, g) for rule, old, at, g in zip(rules, before, place, pushed, strict=True)]
            return (*_gradient(place, optimizer.lr, slope, pushed), *_paired(stages, place, optimizer.lr))
        place = (x, y)
    return ()


def _slopes(race: Race, place: Point, noise: np.ndarray | None, made: int) -> tuple[Point, Point]:
    """The gradient, and the gradient with this update's noise."""
    gx, gy = race.terrain.gradient(*place)
    if noise is None:
        return (gx, gy), (gx, gy)
    nx, ny = noise[made].tolist()
    return (gx, gy), (gx + nx, gy + ny)


def _gradient(place: Point, rate: float, slope: Point, pushed: Point) -> tuple[Phase, ...]:
    filled = (f"∂f/∂x = {show(slope[0])}", f"∂f/∂y = {show(slope[1])}")
    gradient = _arrow(
        "gradient",
        "Gradient",
        "It points uphill; the arrow points the other way, η times as long.",
        "g = (∂f/∂x, ∂f/∂y)",
        filled,
        slope,
        place,
        rate,
    )
    if pushed == slope:
        return (gradient,)
    filled = (_sum(slope[0], pushed[0]), _sum(slope[1], pushed[1]))
    return gradient, _arrow(
        "noise",
        "Noise",
        "A random number is added, as a small batch of samples would.",
        "g ← g + σξ",
        filled,
        pushed,
        place,
        rate,
    )


def _sum(slope: float, pushed: float) -> str:
    return f"{show(slope)} + {factor(pushed - slope)} = {show(pushed)}"


def _arrow(
    key: str, title: str, words: str, formula: str, filled: tuple[str, str], value: Point, place: Point, rate: float
) -> Phase:
    return Phase(
        key,
        title,
        words,
        formula,
        filled,
        value,
        "arrow",
        place,
        (place[0] - rate * value[0], place[1] - rate * value[1]),
    )


def _paired(stages: list[tuple[Stage, ...]], place: Point, rate: float) -> tuple[Phase, ...]:
    """The parts of both coordinates side by side. Words of the two may differ (Rprop): then both are told."""
    return tuple(_phase(one, other, place, rate) for one, other in zip(*stages, strict=True))


def _phase(x: Stage, y: Stage, place: Point, rate: float) -> Phase:
    words = x.words if x.words == y.words else f"x: {x.words} y: {y.words}"
    value, filled = (x.value, y.value), (x.filled, y.filled)
    if x.key in ("step", "shrink"):
        return Phase(
            x.key, x.title, words, x.formula, filled, value, "arrow", place, (place[0] + value[0], place[1] + value[1])
        )
    if x.key in ARROWS:
        return _arrow(x.key, x.title, words, x.formula, filled, value, place, rate)
    return Phase(x.key, x.title, words, x.formula, filled, value, "none", place, place)


def _torch_phases(race: Race, racer: Racer, update: int, known: Track) -> tuple[Phase, ...]:
    optimizer, before, after = racer.optimizer, known.at(update - 1), known.at(update)
    slope, pushed = _slopes(race, before, noise_of(race, racer), update - 1)
    value = (after[0] - before[0], after[1] - before[1])
    words = f"What torch's own {optimizer.label} makes of the gradient and of what it remembers."
    step = Phase(
        "step",
        "The step",
        words,
        optimizer.formula,
        (f"Δ = {show(value[0])}", f"Δ = {show(value[1])}"),
        value,
        "arrow",
        before,
        after,
    )
    return (*_gradient(before, optimizer.lr, slope, pushed), step)


def _search_phases(race: Race, racer: Racer, update: int, known: Track) -> tuple[Phase, ...]:
    assert known.trials is not None
    before, after, trial = known.at(update - 1), known.at(update), known.trial(update)
    here, there = float(race.terrain.value(*before)), float(race.terrain.value(*trial))
    where = "somewhere in the picture" if racer.player == "anywhere" else "near the best place so far"
    draw = Phase(
        "draw",
        "A draw",
        f"A place is drawn at random, {where}.",
        "(x, y) = chance",
        (f"x = {show(trial[0])}", f"y = {show(trial[1])}"),
        trial,
        "arrow",
        before,
        trial,
    )
    sign = "<" if there < here else "≥"
    words = "It is lower, so it is the best place now." if after == trial else "It is not lower, so the ball stays."
    told = f"{show(there)} {sign} {show(here)}"
    compare = Phase(
        "compare", "Compare", words, "f(new) < f(best)?", (told, told), (there, here), "none", before, before
    )
    value = (after[0] - before[0], after[1] - before[1])
    step = Phase(
        "step",
        "The step",
        "No gradient was looked at.",
        "Δ = new − best, or 0",
        (f"Δ = {show(value[0])}", f"Δ = {show(value[1])}"),
        value,
        "arrow",
        before,
        after,
    )
    return draw, compare, step
