"""Losses and scores of the parts of the data, in evaluation mode at the same weights."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, cast

import numpy as np

from core.data.baseline import constant_loss, one_column_accuracy
from core.families import Loss, Task
from core.machine.out_of_memory import EVALUATING, memory_for
from core.training.columns import Columns

if TYPE_CHECKING:
    from core.training.session import Session

PARTS = ("train", "validation", "test")


def evaluate(session: Session) -> dict[str, float]:
    """Flat figures `<part>.loss`, `<part>.<score>`, … for every part that has samples, and the penalty."""
    with memory_for(EVALUATING):
        return _figures(session)


def _figures(session: Session) -> dict[str, float]:
    loss, task = cast(Loss, session.experiment.loss), cast(Task, session.experiment.task)
    found: dict[str, float] = {"penalty": session.penalty()}
    for part in PARTS:
        places = session.prepared.part(part)
        if len(places):
            outputs = session.outputs(session.prepared.x[places])
            found[f"{part}.loss"] = mean_loss(loss, outputs, session.prepared.targets[places])
            scores = task.scores(loss, outputs, task.truth(session.prepared, places))
            found |= {f"{part}.{name}": value for name, value in scores.items()} | task.figures(session, part)
    return found


def evaluate_many(session: Session, outputs: np.ndarray, vectors: np.ndarray) -> Columns:
    """What `evaluate` says, in columns for many moments at once, to the last bit.

    outputs: (evaluations, samples of the table, k) raw; vectors: (evaluations, parameters).
    """
    loss, task = cast(Loss, session.experiment.loss), cast(Task, session.experiment.task)
    penalties = (
        [session.penalty_of(vector) for vector in vectors] if session.experiment.penalties else np.zeros(len(vectors))
    )
    columns: Columns = {"penalty": np.array(penalties)}
    for part in PARTS:
        places = session.prepared.part(part)
        if len(places):
            answers = np.take(outputs, places, axis=1).astype(np.float64)  # rows in one piece: sums in the same order
            with np.errstate(all="ignore"):
                each = loss.each(answers, session.prepared.targets[places])
                columns[f"{part}.loss"] = each.sum(axis=-1) if loss.summed else each.mean(axis=-1)
            columns |= {
                f"{part}.{name}": values
                for name, values in task.scores_of_many(loss, answers, task.truth(session.prepared, places)).items()
            }
    return columns


def mean_loss(loss: Loss, outputs: np.ndarray, targets: np.ndarray) -> float:
    """The loss of a part; infinite outputs give an infinite loss, never a warning."""
    with np.errstate(all="ignore"):
        value = loss.overall(loss.each(outputs, targets))
    return value if not math.isnan(value) else math.inf


def baselines(session: Session) -> dict[str, float]:
    """What a constant guess fitted on the training part achieves: `<part>.baseline_loss`, `<part>.baseline`."""
    loss, task = cast(Loss, session.experiment.loss), cast(Task, session.experiment.task)
    prepared, found = session.prepared, {}
    train = prepared.part("train")
    for part in PARTS:
        places = prepared.part(part)
        if len(places):
            each = constant_loss(loss, prepared.targets[train], prepared.targets[places])
            found[f"{part}.baseline_loss"] = each * len(places) if loss.summed else each
            found[f"{part}.baseline"] = _baseline(session, task, train, places)
            found |= {f"{part}.{name}": figure for name, figure in task.yardsticks(loss, prepared, places).items()}
    return found


def _baseline(session: Session, task: Task, train: np.ndarray, places: np.ndarray) -> float:
    """The score of an answer without looking, or of the rule that looks at one column alone where the data set names
    it."""
    table = session.prepared.table
    column = getattr(session.experiment.data, "baseline_column", "")
    if column in table.columns:
        values = session.prepared.complete(table.x)[:, table.columns.index(column)]
        return one_column_accuracy(values[train], table.y[train], values[places], table.y[places])
    return task.baseline(task.truth(session.prepared, train), task.truth(session.prepared, places))
