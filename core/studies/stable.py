"""Stable: between which learning rates the starts of a study have learned."""

from __future__ import annotations

import math
from collections.abc import Sequence

from core.data.preparation import prepare
from core.experiment import Experiment
from core.frozen import frozen
from core.messages import BadInput
from core.studies.report import Report
from core.studies.study import Study
from core.training.evaluation import baselines

FIGURE = "train.loss"
SHARE = 0.9  # of the starts that have to have learned
ROUNDING = 1e-3  # of the best constant answer: who comes no further below it has learned nothing


@frozen
class Stable:
    """From `low` to `high` at least `least` of `starts` ended below `limit`, the training loss of the best constant
    answer, by more than rounding."""

    low: float
    high: float
    limit: float
    least: int
    starts: int


def goes_over_rates(study: Study) -> bool:
    """Whether the one thing that is varied is the learning rate."""
    return len(study.axes) == 1 and study.axes[0].path == study.base.rule.lr_path and study.axes[0].numeric


def constant_answer(experiment: Experiment) -> float:
    """The training loss of the best constant answer; nan where there is none."""
    try:
        return baselines(experiment, prepare(experiment)).get("train.baseline_loss", math.nan)
    except BadInput:
        return math.nan


def stable(report: Report, limit: float) -> Stable | None:
    """The range of rates around the best one; None where no rate is stable, or the study is about something else."""
    if not goes_over_rates(report.study) or FIGURE not in report.names or math.isnan(limit):
        return None
    rates = [rate for rate in report.study.axes[0].values if isinstance(rate, (int, float))]
    ends = [each.figures[FIGURE].band[1] if each.runs else math.inf for each in report.cells]
    starts = report.study.starts
    least = math.ceil(SHARE * starts)
    learned = [count >= least for count in _learned(report, limit)]
    places = sorted(range(len(rates)), key=lambda place: rates[place])
    there = [place for place in range(len(rates)) if learned[places[place]]]
    if not there:
        return None
    best = min(there, key=lambda place: ends[places[place]])
    first, last = _run_around([learned[place] for place in places], best)
    return Stable(float(rates[places[first]]), float(rates[places[last]]), limit, least, starts)


def _learned(report: Report, limit: float) -> list[int]:
    """How many starts of every cell ended below the limit by more than rounding."""
    counts = [0] * len(report.cells)
    for each in report.planned:
        made = report.results.get(each.key)
        if made is not None and made.figures.get(FIGURE, math.nan) < limit * (1 - ROUNDING):
            counts[each.trial.cell] += 1
    return counts


def _run_around(holds: Sequence[bool], place: int) -> tuple[int, int]:
    """The first and the last place of the unbroken row of what holds around one."""
    first = last = place
    while first and holds[first - 1]:
        first -= 1
    while last + 1 < len(holds) and holds[last + 1]:
        last += 1
    return first, last
