"""The eager engine against the plain PyTorch loop that a person would write for the same run."""

from __future__ import annotations

import time
from collections.abc import Callable

from app.bench.rows import Row, median_of_pairs
from core.edits import replace_all
from core.experiment import Experiment
from core.plain_loop import plain_loop
from core.resources import FOLDER

SECONDS = 1.0  # of learning in each measurement


def preset(name: str) -> Experiment:
    """A preset without an end."""
    return replace_all(Experiment.load(FOLDER / "presets" / f"{name}.toml"), (("stop", {}), ("goal", None)))


def measure() -> list[Row]:
    return [_row("playground", "2-4-2-1"), _row("playground-deep", "2-8×6-1")]


def _row(name: str, net: str) -> Row:
    experiment = preset(name)
    lab, bare, ratio = median_of_pairs(lambda: (session_rate(experiment), bare_rate(experiment)))
    work = f"{net}, tanh, batch 10, SGD, half squared error; evaluations left out"
    return Row(f"eager engine, `{name}`", work, "0.95 × a hand-written loop", ratio, "×", ratio >= 0.95, f"{lab:,.0f} against {bare:,.0f} updates/s")


def session_rate(experiment: Experiment) -> float:
    """Updates a second of the session, without its evaluations: the bare loop makes none."""
    from core.session import Session

    session = Session(replace_all(experiment, (("evaluate_every", 10**9),)))
    session.advance(50)
    return rate(session.advance)


def bare_rate(experiment: Experiment) -> float:
    """Updates a second of the loop written by hand."""
    learn = plain_loop(experiment)
    learn(50)
    return rate(learn)


def rate(learn: Callable[[int], object], slice_: int = 25) -> float:
    """Updates a second of a function that makes a number of updates."""
    made, start = 0, time.perf_counter()
    while time.perf_counter() - start < SECONDS:
        learn(slice_)
        made += slice_
    return made / (time.perf_counter() - start)
