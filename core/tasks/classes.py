"""Telling classes apart."""

from __future__ import annotations

from typing import ClassVar, Literal

import numpy as np

from core.families import Loss, Task
from core.families.measure import ACCURACY, Measure


class Classes(Task):
    """The network says to which class a sample belongs.

    Accuracy is the share of samples that are put into the right class. A lower loss need not mean a higher accuracy:
    the loss also counts how sure the network is. The yardstick is the answer that never looks: always the most frequent
    class of the training part.
    """

    label = "Classes"
    order = 0
    score: ClassVar[str] = "accuracy"
    score_label: ClassVar[str] = "Accuracy"
    measures: ClassVar[tuple[Measure, ...]] = (ACCURACY,)
    counts: ClassVar[bool] = True
    by_sample: ClassVar[bool] = True
    kind: Literal["classes"] = "classes"

    def scores(self, loss: Loss, outputs: np.ndarray, y: np.ndarray) -> dict[str, float]:
        """`accuracy` (0 … 1) and `mistakes` (a count)."""
        right = int(_right(loss, outputs, y).sum())
        return {"accuracy": right / len(y), "mistakes": float(len(y) - right)}

    def shares(self, loss: Loss, outputs: np.ndarray, y: np.ndarray) -> np.ndarray:
        """1 for what is right, 0 for what is not."""
        return _right(loss, outputs, y).astype(np.float64)

    def scores_of_many(self, loss: Loss, outputs: np.ndarray, y: np.ndarray) -> dict[str, np.ndarray]:
        return self.scores_of_counts(_right(loss, outputs, y).sum(axis=-1), len(y))

    def scores_of_counts(self, right: np.ndarray, samples: int) -> dict[str, np.ndarray]:
        return {"accuracy": right / samples, "mistakes": (samples - right).astype(np.float64)}

    def baseline(self, y_train: np.ndarray, y: np.ndarray) -> float:
        return float((y == np.bincount(y_train).argmax()).mean())


def _right(loss: Loss, outputs: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Which raw outputs (…, samples, k) say the true classes (samples,); what is no number says nothing."""
    missing = np.isnan(outputs[..., 0]) if outputs.shape[-1] == 1 else np.isnan(outputs).any(axis=-1)
    return (loss.decisions(outputs) == y) & ~missing
