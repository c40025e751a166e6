"""How well every sample is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from core.families import SAMPLES
from core.params import choice, hidden
from core.probes.boundary import UNNUMBERED
from core.probes.one_answer import Asked
from core.probing.probe import Probe

if TYPE_CHECKING:
    from core.probing.moment import Moment

MOST_SAMPLES = 5000


class Results(Probe):
    """Answers, losses and the confusion matrix of one part of the data.

    Where samples are made, also of as many of those, which figures are counted from: class 0, without a number in
    the table (`UNNUMBERED`).
    """

    label = "Results"
    kind: Literal["results"] = "results"
    part: Literal["train", "validation", "test"] = choice(
        "test",
        {"train": "training part", "validation": "validation part", "test": "test part"},
        label="Part",
        help="Which samples are looked at.",
    )
    most: int = hidden(MOST_SAMPLES, help="How many of them at most.")
    answer: int = hidden(-1, help="Of several yes-or-no answers: the one that is looked at; −1: all of them together.")
    generated: bool = hidden(True, help="Whether those that a player makes are among them.")

    def compute(self, moment: Moment) -> tuple[dict[str, np.ndarray], dict[str, Any]]:
        prepared, loss = moment.prepared, moment.loss
        part = self.part if len(prepared.part(self.part)) else "train"
        index = prepared.part(part)[:MOST_SAMPLES] if self.most >= MOST_SAMPLES else prepared.some(part, self.most)
        outputs, y, targets, truth = (
            moment.answers.outputs(prepared.x[index]),
            prepared.table.y[index],
            prepared.targets[index],
            moment.task.truth(prepared, index),
        )
        left_out = len(prepared.part(part)) - len(index)
        if self.generated and moment.made:
            index, outputs, y, targets = _with_generated(moment, index, outputs)
            truth = y
        asked = Asked.of(moment, self.answer)
        looked, wanted = asked.outputs(outputs), asked.outputs(targets)
        with np.errstate(all="ignore"):
            said = prepared.unit(asked.loss.answers(looked))
            arrays = {"index": index, "y": asked.truth(y), "answer": said, "loss": asked.loss.each(looked, wanted)}
        if moment.task.aim == "classes":
            arrays["decision"] = asked.loss.decisions(looked)
            arrays["confusion"] = confusion(arrays["y"], arrays["decision"], len(asked.classes))
        arrays["order"] = np.argsort(-np.nan_to_num(arrays["loss"], nan=np.inf), kind="stable")
        with np.errstate(all="ignore"):
            figures = moment.task.scores(loss, prepared.unit(outputs), truth)
        if not moment.task.single:
            arrays["target"] = targets
        words = {
            "part": part,
            "task": moment.task.aim,
            "single": moment.task.single,
            "classes": asked.classes,
            "target": asked.target,
            "columns": prepared.table.columns,
            "figures": figures,
            "labels": {measure.name: measure.label for measure in moment.task.measures_of(prepared.table.answers)},
            "probability": loss.link == "logistic",
            "left_out": left_out,
        }
        return arrays, words


def _with_generated(
    moment: Moment, index: np.ndarray, outputs: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Numbers, outputs, classes and targets of real samples with as many generated ones after them; targets are those
    of the experiment's own network."""
    own, count = moment.players[0], len(index)
    made = {each.maker.name: moment.answers.outputs(each.beside(index)) for each in moment.made}
    return (
        np.append(index, np.full(count * (len(own.sees) - 1), UNNUMBERED)),
        np.concatenate([outputs if source == SAMPLES else made[source] for source in own.sees]),
        np.repeat([int(source == SAMPLES) for source in own.sees], count),
        moment.task.wanted(own.name, moment.loss, count),
    )


def confusion(truth: np.ndarray, decision: np.ndarray, classes: int) -> np.ndarray:
    """(classes, classes) counts: rows the true class, columns the answered one."""
    return np.bincount(truth * classes + decision, minlength=classes**2).reshape(classes, classes)
