"""How well every sample is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from core.families import Probe
from core.params import choice, hidden

if TYPE_CHECKING:
    from core.moment import Moment

MOST_SAMPLES = 5000


class Results(Probe):
    """Answers, losses and the confusion matrix of one part of the data."""

    label = "Results"
    kind: Literal["results"] = "results"
    part: Literal["train", "validation", "test"] = choice("test", {"train": "training part", "validation": "validation part", "test": "test part"}, label="Part", help="Which samples are looked at.")
    most: int = hidden(MOST_SAMPLES, help="How many of them at most.")

    def compute(self, moment: Moment) -> tuple[dict[str, np.ndarray], dict[str, Any]]:
        prepared, loss = moment.prepared, moment.loss
        part = self.part if len(prepared.part(self.part)) else "train"
        index = prepared.part(part)[:MOST_SAMPLES] if self.most >= MOST_SAMPLES else prepared.some(part, self.most)
        outputs = moment.outputs(prepared.x[index])
        with np.errstate(all="ignore"):
            arrays = {
                "index": index,
                "y": prepared.table.y[index],
                "answer": loss.answers(outputs),
                "loss": loss.each(outputs, prepared.targets[index]),
            }
        if moment.task.aim == "classes":
            arrays["decision"] = loss.decisions(outputs)
            arrays["confusion"] = confusion(arrays["y"], arrays["decision"], len(prepared.table.classes))
        arrays["order"] = np.argsort(-np.nan_to_num(arrays["loss"], nan=np.inf), kind="stable")
        with np.errstate(all="ignore"):
            figures = moment.task.scores(loss, outputs, moment.task.truth(prepared, index))
        if not moment.task.single:
            arrays["target"] = prepared.targets[index]
        words = {
            "part": part,
            "task": moment.task.aim,
            "single": moment.task.single,
            "classes": prepared.table.classes,
            "target": prepared.table.target,
            "columns": prepared.table.columns,
            "figures": figures,
            "probability": loss.link == "logistic",
            "left_out": len(prepared.part(part)) - len(index),
        }
        return arrays, words


def confusion(truth: np.ndarray, decision: np.ndarray, classes: int) -> np.ndarray:
    """(classes, classes) counts: rows the true class, columns the answered one."""
    return np.bincount(truth * classes + decision, minlength=classes**2).reshape(classes, classes)
