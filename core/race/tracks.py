"""Where every racer of a race goes: update rules in plain numbers, torch.optim for the rest, chance."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import Literal

import numpy as np

from core.families import Optimizer
from core.families.terrain import Point, Terrain
from core.frozen import frozen
from core.race.noise import gaussian_pairs, uniform_pairs
from core.race.race import Race, Racer, middle
from core.race.update_rules.table import rule_of

FAR = 100.0  # widths of the picture from its middle at which a track ends
Walk = Iterator[Point]


@frozen(eq=False)
class Track:
    """The way of one racer through n updates.

    It ends early where it leaves everything behind: `diverged` is the update at which it was farther than FAR widths
    away and not lower than at its start, or at which place or height were no finite numbers; `fell` the one at which it
    was as far away and lower, because the terrain has no bottom. All points are finite, so that the way out can be
    drawn.
    """

    racer: Racer
    points: np.ndarray  # (n + 1, 2) float64, the start first
    values: np.ndarray  # (n + 1,) heights; nan or infinite where the terrain has none
    steps: np.ndarray  # (n,) lengths
    distance: np.ndarray  # (n + 1,) to the nearest of the known minima; nan without any
    arrived: (
        int | None
    )  # first update from which on it stays within the race's tolerance of a minimum; flying past is no arrival
    diverged: int | None
    fell: int | None
    exact: Literal["rule", "torch", "chance"]  # how it was computed
    trials: np.ndarray | None = None  # (n, 2) where chance has looked

    @property
    def updates(self) -> int:
        """How many updates it made."""
        return len(self.points) - 1

    def at(self, update: int) -> Point:
        """The place after so many updates; where the track has ended, its last."""
        x, y = self.points[min(max(update, 0), self.updates)]
        return float(x), float(y)

    def trial(self, update: int) -> Point:
        """The place where chance looked in an update (from 1)."""
        assert self.trials is not None
        x, y = self.trials[update - 1]
        return float(x), float(y)


def is_fast(racer: Racer) -> bool:
    """Whether a track of this racer needs no torch."""
    return racer.searches or (racer.computed == "rule" and rule_of(racer.optimizer) is not None)


def tracks(race: Race, start: Point | None = None) -> tuple[Track, ...]:
    """The tracks of all racers, in their order, from the race's start or another one."""
    return tuple(track(race, racer, start) for racer in race.racers)


def track(race: Race, racer: Racer, start: Point | None = None) -> Track:
    """One racer's track."""
    place = race.start if start is None else (float(start[0]), float(start[1]))
    if racer.searches:
        return _finished(race, racer, *_search(race, racer, place))
    return _finished(race, racer, [place, *walk(race, racer, place)], None)


def track_unless(race: Race, racer: Racer, halted: Callable[[], bool]) -> Track | None:
    """The track of a racer that walks, from the race's start; None where `halted`, asked after each update, said to
    give up on the way."""
    points = [race.start]
    for point in walk(race, racer, race.start):
        points.append(point)
        if halted():
            return None
    return _finished(race, racer, points, None)


def walk(race: Race, racer: Racer, start: Point) -> Walk:
    """The places of an optimizer after each update, one by one, up to the race's end or to a place that is too far
    away."""
    noise = noise_of(race, racer)
    if is_fast(racer):
        return _by_rule(race.terrain, racer.optimizer, start, race.updates, noise)
    from core.race.racer_torch import by_torch

    return _until_far(race.terrain, by_torch(race.terrain, racer.optimizer, start, race.updates, noise))


def noise_of(race: Race, racer: Racer) -> np.ndarray | None:
    """(updates, 2) what is added to the gradient in each update; None without noise."""
    if not race.noise:
        return None
    whose = "all" if race.shared_noise else racer.name
    return race.noise * gaussian_pairs(race.seeds.noise, f"race noise of {whose}", race.updates)


def reach_of(terrain: Terrain) -> tuple[float, float, float, float]:
    """x from, x to, y from, y to of what a track may not leave."""
    (x, y), ((x0, x1), (y0, y1)) = middle(terrain), terrain.domain
    return x - FAR * (x1 - x0), x + FAR * (x1 - x0), y - FAR * (y1 - y0), y + FAR * (y1 - y0)


def _by_rule(terrain: Terrain, optimizer: Optimizer, start: Point, updates: int, noise: np.ndarray | None) -> Walk:
    left, right, low, high = reach_of(terrain)
    rule_x, rule_y = rule_of(optimizer), rule_of(optimizer)
    assert rule_x is not None and rule_y is not None
    gradient, step_x, step_y = terrain.gradient, rule_x.step, rule_y.step
    pairs = noise.tolist() if noise is not None else None
    x, y = start
    for update in range(updates):
        try:
            gx, gy = gradient(x, y)
            if pairs is not None:
                gx, gy = gx + pairs[update][0], gy + pairs[update][1]
            x, y = step_x(x, gx), step_y(y, gy)
        except OverflowError:  # Python's powers raise where all else becomes infinite
            x = math.nan
        yield x, y
        if not (left < x < right and low < y < high):
            return


def _until_far(terrain: Terrain, places: Walk) -> Walk:
    left, right, low, high = reach_of(terrain)
    for x, y in places:
        yield x, y
        if not (left < x < right and low < y < high):
            return


def _search(race: Race, racer: Racer, start: Point) -> tuple[list[Point], np.ndarray]:
    """Chance: the best place so far after each draw, and all the places where it has looked."""
    terrain = race.terrain
    (x0, x1), (y0, y1) = terrain.domain
    purpose = f"race search of {racer.name}"
    near = racer.player == "nearby"
    drawn = (
        gaussian_pairs(race.seeds.search, purpose, race.updates)
        if near
        else uniform_pairs(race.seeds.search, purpose, race.updates)
    )
    size = np.array([x1 - x0, y1 - y0])
    looked = drawn * racer.reach * size if near else np.array([x0, y0]) + drawn * size
    best, lowest, points, trials = start, float(terrain.value(*start)), [start], []
    for dx, dy in looked.tolist():
        trial = (best[0] + dx, best[1] + dy) if near else (dx, dy)
        height = float(terrain.value(*trial))
        if height < lowest or not math.isfinite(lowest):
            best, lowest = trial, height
        trials.append(trial)
        points.append(best)
    return points, np.array(trials, dtype=np.float64).reshape(-1, 2)


def _finished(race: Race, racer: Racer, points: list[Point], trials: np.ndarray | None) -> Track:
    """A track from its places, with everything that is measured along it."""
    terrain = race.terrain
    left, right, low, high = reach_of(terrain)
    places = np.array(points, dtype=np.float64)
    with np.errstate(all="ignore"):
        values = np.asarray(terrain.value(places[:, 0], places[:, 1]), dtype=np.float64)
        inside = (
            (left < places[:, 0])
            & (places[:, 0] < right)
            & (low < places[:, 1])
            & (places[:, 1] < high)
            & np.isfinite(values)
        )
    out = np.flatnonzero(~inside) if not racer.searches else np.empty(0, dtype=np.int64)
    gone = int(out[0]) if out.size else None
    end = len(points) if gone is None else gone + 1
    fallen = gone is not None and bool(np.isfinite(places[gone]).all() and values[gone] < values[0])
    kept = slice(0, end if np.isfinite(places[end - 1]).all() else end - 1)
    places, distance = places[kept], distances(terrain, places[kept])
    how: Literal["rule", "torch", "chance"] = "chance" if racer.searches else "rule" if is_fast(racer) else "torch"
    return Track(
        racer, places, values[kept], np.hypot(*np.diff(places, axis=0).T), distance, arrived=None if gone is not None else arrival(distance, race.tolerance),
        diverged=None if fallen else gone, fell=gone if fallen else None, exact=how, trials=trials,
    )  # fmt: skip


def distances(terrain: Terrain, points: np.ndarray) -> np.ndarray:
    """(n, 2) -> (n,): how far it is to the nearest known minimum; nan where none is known."""
    minima = np.array(terrain.minima, dtype=np.float64).reshape(-1, 2)
    if not len(minima):
        return np.full(len(points), np.nan)
    apart = points[:, None, :] - minima[None, :, :]
    return np.hypot(apart[..., 0], apart[..., 1]).min(axis=1)


def arrival(distance: np.ndarray, tolerance: float) -> int | None:
    """The first place from which on all distances (n + 1,) are within the tolerance; None where the last one is not."""
    away = np.flatnonzero(~(distance <= tolerance))
    first = int(away[-1]) + 1 if away.size else 0
    return first if first < len(distance) else None


def limit_of_stability(terrain: Terrain, momentum: float = 0.0) -> float | None:
    """The learning rate from which on plain descent never comes to rest in the (first) minimum: 2 ÷ the largest
    curvature there, with momentum μ 2(1 + μ) ÷ it (Polyak's heavy ball). None where no minimum is known or the terrain
    has no curvature there."""
    if not terrain.minima or not terrain.smooth:
        return None
    xx, xy, yy = (float(entry) for entry in terrain.hessian(*terrain.minima[0]))
    largest = (xx + yy) / 2.0 + math.hypot((xx - yy) / 2.0, xy)
    return 2.0 * (1.0 + momentum) / largest if largest > 0 else None
