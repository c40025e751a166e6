"""Which figures the runs of an experiment have."""

from __future__ import annotations

from core.experiment import Experiment
from core.studies.result import chosen


def aim(wanted: tuple[str, ...], experiment: Experiment) -> str:
    """The one figure that is to be made good: the one that is wanted, or the usual one; `BadInput` where there is none
    of that name."""
    from core.training.session import Session

    known = {name: number for name, number in Session(experiment).last.items() if name not in ("update", "lr")}
    more = ("updates", "seconds", *(["goal.update"] if experiment.goal else []))
    return chosen(wanted[:1], experiment, known | dict.fromkeys(more, 0.0))[0]
