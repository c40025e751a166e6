"""What a study has found: for every cell the spread of its figures over the starts, and how many reach the goal."""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping, Sequence

from core.experiment import Experiment
from core.frozen import frozen
from core.runs.statistics import Interval, median_interval, quantiles, wilson
from core.studies.plan import Planned
from core.studies.result import Result, falls
from core.studies.study import Cell, Study

SHARES = (0.1, 0.25, 0.5, 0.75, 0.9)


@frozen
class Spread:
    """The quantiles of a figure at `SHARES`, and the interval of its median, None where there are too few runs. What is
    no number counts as worse than all others."""

    quantiles: tuple[float, ...]
    interval: Interval | None

    @classmethod
    def of(cls, values: Sequence[float], *, falling: bool) -> Spread:
        """Of a figure that is the better the smaller it is, or the larger."""
        sign = 1 if falling else -1
        signed = [sign * value if not math.isnan(value) else math.inf for value in values]
        found = [sign * value for value in quantiles(signed, SHARES)]
        interval = median_interval(signed)
        if interval is not None:
            low, high = sorted((sign * interval.low, sign * interval.high))
            interval = Interval(low, high)
        return cls(tuple(found if falling else reversed(found)), interval)

    @property
    def median(self) -> float:
        return self.quantiles[len(SHARES) // 2]

    @property
    def band(self) -> tuple[float, float]:
        """The middle 80 %."""
        return self.quantiles[0], self.quantiles[-1]


@frozen
class Found:
    """A cell: how many `runs` were made, how many of them have `diverged`, the spread of its figures by name, and how
    many ended at the goal, `reached`: None where there is none."""

    cell: Cell
    runs: int
    diverged: int
    figures: Mapping[str, Spread]
    reached: int | None

    @property
    def share(self) -> Interval:
        """The interval of the share that reaches the goal."""
        return wilson(self.reached or 0, self.runs)


def found(study: Study, planned: Sequence[Planned], results: Mapping[str, Result], names: Sequence[str]) -> list[Found]:
    """Every cell with the figures that are named, of the runs that there are."""
    by_cell = itertools.groupby(planned, key=lambda each: each.trial.cell)
    cells: list[Found] = []
    for number, group in by_cell:
        made = [results[each.key] for each in group if each.key in results]
        cells.append(_found(study.cells[number], made, names))
    return cells


def _found(cell: Cell, made: Sequence[Result], names: Sequence[str]) -> Found:
    spreads = {
        name: Spread.of([result.figures.get(name, math.nan) for result in made], falling=falls(name)) for name in names
    }
    diverged = sum(result.ended == "diverged" for result in made)
    return Found(cell, len(made), diverged, spreads, _reached(cell.experiment, made))


def _reached(experiment: Experiment, made: Sequence[Result]) -> int | None:
    """How many end at the goal; None where none is set, or nothing tells."""
    goal = experiment.goal
    if goal is None or not goal.stands(experiment.loss.kind) or not any(goal.metric in each.figures for each in made):
        return None
    return sum(goal.reached(each.figures.get(goal.metric, math.nan)) for each in made)


def best(cells: Sequence[Found], name: str) -> Found | None:
    """The cell with the best median of a figure; None where no run was made."""
    there = [each for each in cells if each.runs]
    if not there:
        return None
    sign = 1 if falls(name) else -1
    return min(there, key=lambda each: sign * each.figures[name].median)
