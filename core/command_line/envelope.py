"""`--open-envelope`: what a run, or the best cell of a study, comes to on the samples that were sealed."""

from __future__ import annotations

import statistics
import sys
from collections.abc import Mapping
from typing import Any

from core.data.envelope import Opened
from core.experiment import Experiment
from core.messages import BadInput
from core.runs.many import many
from core.studies.report import Report
from core.training.envelope import NOTHING, open_envelope
from core.training.session import Session

OPTION = "--open-envelope"
SEALED = "  {:,} samples are sealed: --open-envelope tells once, when all is chosen, what it comes to on them"


def check(*experiments: Experiment) -> None:
    """`BadInput` where there is nothing to open, in none of them."""
    if not any(experiment.data.sealed_share for experiment in experiments):
        raise BadInput(OPTION, "", NOTHING)


def of_run(session: Session) -> Opened:
    """Of a run, where it stands."""
    numbers = session.learner.numbers(session.course.watch, memory=False)
    return open_envelope(session.experiment, session.updates, numbers.parameters, numbers.buffers)


def as_part(opened: Opened) -> dict[str, Any]:
    """As a part of a run's report."""
    return {**opened.sealed, "samples": opened.sealed_samples}


def line(opened: Opened) -> str:
    """For a person."""
    words = opened.drop()
    return f"The envelope: {words} (of {opened.test_samples:,} and {opened.sealed_samples:,} samples)."


def lines_of_runs(sessions: Mapping[str, Session], rows: Mapping[str, dict[str, Any]], *, opened: bool) -> list[str]:
    """Of runs side by side by their names, those that have sealed samples: opened, the figures stand in their rows of
    the report, and a line tells each; closed, one line says that they are there."""
    sealed = {name: session for name, session in sessions.items() if session.prepared.sealed}
    if not opened:
        return [SEALED.format(session.prepared.sealed) for session in list(sealed.values())[:1]]
    told: list[str] = []
    for name, session in sealed.items():
        inside = of_run(session)
        rows[name]["sealed"] = as_part(inside)
        told.append(f"  {name}: {line(inside)}")
    return told


def of_study(report: Report) -> dict[str, Any]:
    """Of the starts of the best cell, made once more: the medians of the figure that cells are compared by, or of the
    task's own."""
    winner = report.best
    if winner is None:
        return {}
    cell = report.study.cells.index(winner.cell)
    experiments = [each.trial.experiment for each in report.planned if each.trial.cell == cell]
    outcomes = [outcome for outcome in many(experiments, sys.maxsize) if outcome is not None]
    opened = [open_envelope(each.experiment, each.updates, each.vector, each.buffers) for each in outcomes]
    measure = report.main.partition(".")[2]
    name = measure if measure in opened[0].sealed else opened[0].measure
    test, sealed = (
        statistics.median(part) for part in zip(*((each.test[name], each.sealed[name]) for each in opened), strict=True)
    )
    return {
        "edits": dict(winner.cell.edits), "measure": name, "starts": len(opened), "test": test, "sealed": sealed,
        "test_samples": opened[0].test_samples, "sealed_samples": opened[0].sealed_samples,
    }  # fmt: skip


def study_line(found: dict[str, Any]) -> str:
    """For a person."""
    one = Opened(
        0, found["measure"], {found["measure"]: found["test"]}, {found["measure"]: found["sealed"]},
        found["test_samples"], found["sealed_samples"],
    )  # fmt: skip
    at = ", ".join(f"{path}={value}" for path, value in found["edits"].items())
    return f"The envelope, opened for {at or 'these settings'}: median {one.drop()}."
