"""Which figures the runs of an experiment have, and by which of them the best is chosen."""

from __future__ import annotations

from collections.abc import Mapping

from core.experiment import Experiment
from core.studies.result import chosen

LOSS, SCORE, EFFORT = "loss", "score", "effort"  # what a picture of a study is about
PARTS = ("train", "test")
CHOOSING, SEEN = "validation", "test"  # the part by which one may choose, and the one that is looked at afterwards


def aim(wanted: tuple[str, ...], experiment: Experiment) -> str:
    """The one figure that is to be made good: the one that is wanted, or the usual one; `BadInput` where there is none
    of that name."""
    return chosen(wanted[:1], experiment, known_of(experiment))[0]


def known_of(experiment: Experiment) -> dict[str, float]:
    """The figures that its runs will have, as they are before the first update."""
    from core.training.session import Session

    known = {name: number for name, number in Session(experiment).last.items() if name not in ("update", "lr")}
    more = ("updates", "seconds", *(["goal.update"] if experiment.goal else []))
    return known | dict.fromkeys(more, 0.0)


def names_of(about: str, experiment: Experiment, known: Mapping[str, float]) -> tuple[str, ...]:
    """The figures that a picture about `LOSS`, `SCORE` or `EFFORT` shows, among those that are known of a run."""
    if about == EFFORT:
        return tuple(name for name in ("goal.update", "seconds") if name in known) or ("seconds",)
    measure = "loss" if about == LOSS else experiment.task.watched().name
    names = tuple(f"{part}.{measure}" for part in PARTS if f"{part}.{measure}" in known)
    return names or names_of(LOSS, experiment, known) if about != LOSS else names


def judge(name: str, known: Mapping[str, float]) -> str:
    """By which figure the best is chosen where `name` is looked at: that of the validation part, where there is one."""
    part, _, measure = name.partition(".")
    other = f"{CHOOSING}.{measure}"
    return other if part == SEEN and other in known else name


def main_of(names: tuple[str, ...]) -> str:
    """The one of several figures that cells are compared by: that of the test part, else the first."""
    return names[-1] if is_seen_afterwards(names[-1]) else names[0]


def is_seen_afterwards(name: str) -> bool:
    """Whether it is a figure of the test part: the best by it has not been tested."""
    return name.startswith(f"{SEEN}.")
