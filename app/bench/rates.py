"""Updates a second: of the lab, and of a loop written by hand."""

from __future__ import annotations

import time
from collections.abc import Callable

from core.data.preparation import Prepared
from core.documents.edits import replace_all
from core.experiment import Experiment
from core.machine.resources import FOLDER
from core.yardsticks.plain_loop import plain_loop

SECONDS = 0.8  # of learning in each measurement


def preset(name: str) -> Experiment:
    """A preset without an end."""
    return replace_all(Experiment.load(FOLDER / "presets" / f"{name}.toml"), (("stop", {}), ("goal", None)))


def without_evaluations(experiment: Experiment) -> Experiment:
    """The bare loop makes none."""
    return replace_all(experiment, (("evaluate_every", 10**9),))


def session_rate(experiment: Experiment, slice_: int, prepared: Prepared | None = None) -> float:
    """Updates a second of a session that is warm: loaded, compiled, past the first updates."""
    from core.training.session import Session

    session = Session(experiment, prepared)
    session.advance(2 * slice_)

    def learn(updates: int) -> None:
        session.advance(updates)
        session.course.evaluations.take_rows()

    return rate(learn, slice_)


def bare_rate(experiment: Experiment, slice_: int, prepared: Prepared | None = None) -> float:
    """Updates a second of the loop written by hand."""
    learn = plain_loop(experiment, prepared)
    learn(2 * slice_)
    return rate(learn, slice_)


def rate(learn: Callable[[int], object], slice_: int, seconds: float = SECONDS) -> float:
    """Updates a second of a function that makes a number of updates."""
    made, start = 0, time.perf_counter()
    while time.perf_counter() - start < seconds:
        learn(slice_)
        made += slice_
    return made / (time.perf_counter() - start)
