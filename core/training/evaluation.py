"""Losses and scores of the parts of the data, in evaluation mode at the same weights."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from core.data.baseline import constant_loss, one_column_accuracy
from core.data.preparation import Prepared
from core.engines.engine import Looks
from core.engines.exam import PARTS, Exam
from core.experiment import Experiment
from core.families import Loss
from core.frozen import frozen
from core.history.columns import Columns, joined
from core.machine.out_of_memory import EVALUATING, memory_for
from core.networks import shapes
from core.networks.blueprint import Blueprint

if TYPE_CHECKING:
    from core.engines.learner import Learner  # it brings torch, which the window's thread may not load


NEAR = 1 << 15  # answers whose figures are made at once


@frozen
class Yardsticks:
    """What a run is measured by: the samples of an epoch, and what the best constant answer achieves."""

    train_size: int
    baselines: dict[str, float]

    @classmethod
    def of(cls, experiment: Experiment, prepared: Prepared) -> Yardsticks:
        """Those of an experiment on its samples."""
        return cls(len(prepared.train), baselines(experiment, prepared))


def evaluate(learner: Learner) -> dict[str, float]:
    """Flat figures `<part>.loss`, `<part>.<score>`, … for every part that has samples, and the penalty."""
    with memory_for(EVALUATING):
        return _figures(learner)


def _figures(learner: Learner) -> dict[str, float]:
    experiment, prepared = learner.experiment, learner.prepared
    loss, task = experiment.loss, experiment.task
    found: dict[str, float] = {"penalty": 0.0}
    if experiment.penalties:
        found["penalty"] = penalty_of(learner.blueprint, learner.holding.flat.read())
    for part in PARTS:
        places = prepared.part(part)
        if len(places):
            outputs = learner.outputs(prepared.x[places])
            found[f"{part}.loss"] = mean_loss(loss, outputs, prepared.targets[places])
            scores = task.scores(loss, prepared.unit(outputs), task.truth(prepared, places))
            found |= {f"{part}.{name}": value for name, value in scores.items()}
            found |= _of_players(learner, part) | task.figures(learner, part)
    return found


def _of_players(learner: Learner, part: str) -> dict[str, float]:
    """Each one's loss where several players learn and the task does not say them itself."""
    if len(learner.blueprint.players) == 1 or learner.experiment.task.tells_losses:
        return {}
    return {f"{part}.{name}": value for name, value in learner.losses(learner.prepared.part(part)).items()}


def evaluate_many(plan: Blueprint, prepared: Prepared, looks: Looks) -> Columns:
    """What `evaluate` says, in columns for many moments at once, to the last bit."""
    exam, vectors = looks.exam, looks.vectors
    told = _tallied(plan, looks) if looks.tallied else figures_of_answers(plan, prepared, exam, looks.answers)
    penalties = (
        [penalty_of(plan, vector) for vector in vectors] if plan.experiment.penalties else np.zeros(len(vectors))
    )
    return {"penalty": np.asarray(penalties), **told}


def _tallied(plan: Blueprint, looks: Looks) -> Columns:
    """Figures from sums and counts."""
    exam, task = looks.exam, plan.experiment.task
    columns: Columns = {}
    losses, right = exam.totals(looks.losses), exam.totals(looks.right)
    for part, (first, last) in exam.parts.items():
        columns[f"{part}.loss"] = losses[part] / (last - first)
        scores = task.scores_of_counts(right[part], last - first)
        columns |= {f"{part}.{name}": values for name, values in scores.items()}
    return columns


def figures_of_answers(plan: Blueprint, prepared: Prepared, exam: Exam, answers: np.ndarray) -> Columns:
    """Figures from raw outputs (evaluations, samples, k) in an exam, so many evaluations at a time that their numbers
    stay near the processor."""
    at_once = max(1, NEAR // max(1, answers.shape[1] * answers.shape[2]))
    pieces = [answers[first : first + at_once] for first in range(0, len(answers), at_once)]
    return joined([_of_answers(plan, prepared, exam, piece) for piece in pieces])


def _of_answers(plan: Blueprint, prepared: Prepared, exam: Exam, answers: np.ndarray) -> Columns:
    loss, task = plan.experiment.loss, plan.experiment.task
    columns: Columns = {}
    for part, (first, last) in exam.parts.items():
        places = exam.places[first:last]
        outputs = answers[:, first:last].astype(np.float64, order="C")  # in one piece: sums in the same order
        with np.errstate(all="ignore"):
            each = loss.each(outputs, prepared.targets[places])
            columns[f"{part}.loss"] = each.sum(axis=-1) if loss.summed else each.mean(axis=-1)
        scores = task.scores_of_many(loss, prepared.unit(outputs), task.truth(prepared, places))
        columns |= {f"{part}.{name}": values for name, values in scores.items()}
    return columns


def penalty_of(plan: Blueprint, vector: np.ndarray) -> float:
    """The sum of all penalties at some weights, (parameters,)."""
    penalties = plan.experiment.penalties
    if not penalties:
        return 0.0
    weights = vector.astype(np.float64)
    masks = (shapes.weight_mask(plan.slots, biases=penalty.biases) for penalty in penalties)
    pairs = zip(penalties, masks, strict=True)
    return float(sum(penalty.value(weights[mask]) for penalty, mask in pairs))


def mean_loss(loss: Loss, outputs: np.ndarray, targets: np.ndarray) -> float:
    """The loss of a part; infinite outputs give an infinite loss, never a warning."""
    with np.errstate(all="ignore"):
        value = loss.overall(loss.each(outputs, targets))
    return value if not math.isnan(value) else math.inf


def baselines(experiment: Experiment, prepared: Prepared) -> dict[str, float]:
    """What the best constant answer fitted on the training part achieves: `<part>.baseline_loss`, `<part>.baseline`."""
    loss, task = experiment.loss, experiment.task
    found: dict[str, float] = {}
    train = prepared.part("train")
    for part in PARTS:
        places = prepared.part(part)
        if len(places):
            each = constant_loss(loss, prepared.targets[train], prepared.targets[places])
            found[f"{part}.baseline_loss"] = each * len(places) if loss.summed else each
            found[f"{part}.baseline"] = _baseline(experiment, prepared, train, places)
            found |= {f"{part}.{name}": figure for name, figure in task.yardsticks(loss, prepared, places).items()}
    return found


def _baseline(experiment: Experiment, prepared: Prepared, train: np.ndarray, places: np.ndarray) -> float:
    """The score of an answer without looking, or of the rule that looks at one column alone where the data set names
    it."""
    table, task = prepared.table, experiment.task
    column = experiment.data.baseline_column
    if column in table.columns:
        values = prepared.complete(table.x)[:, table.columns.index(column)]
        return one_column_accuracy(values[train], table.y[train], values[places], table.y[places])
    return task.baseline(task.truth(prepared, train), task.truth(prepared, places))
