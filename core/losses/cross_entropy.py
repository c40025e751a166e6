"""Cross-entropy, binary and over several classes."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

import numpy as np

from core.families import Loss, Sheet, TaskKind
from core.families.loss import shared_out, sum_over_outputs
from core.formulas import logistic
from core.losses.encoding import one_hot

if TYPE_CHECKING:
    import torch


class CrossEntropy(Loss):
    """How surprised the network is by the true class: −log of the probability it gave to it.

    L = −log p(true class). The outputs are plain sums (logits); the loss itself turns one output into a probability by
    a sigmoid, several by a softmax, so the output layer must not do it again. A sure and wrong answer costs very much;
    the gradient with respect to a sum is simply p − y, which never goes flat while the answer is wrong.
    """

    label = "Cross-entropy"
    order = 0
    formula: ClassVar[str] = "L = −log p(true class); one output: p = σ(z), several: p = softmax(z)"
    tasks: ClassVar[tuple[TaskKind, ...]] = ("classes",)
    link: ClassVar[str] = "logistic"
    kind: Literal["cross_entropy"] = "cross_entropy"

    def targets(self, y: np.ndarray, outputs: int) -> np.ndarray:
        return one_hot(y, outputs)

    def answers(self, outputs: np.ndarray) -> np.ndarray:
        return logistic.sigmoid(outputs) if outputs.shape[-1] == 1 else logistic.softmax(outputs)

    def each(self, outputs: np.ndarray, targets: np.ndarray) -> np.ndarray:
        if outputs.shape[-1] == 1:
            z = outputs[..., 0]
            return np.maximum(z, 0.0) - z * targets[..., 0] + np.log1p(np.exp(-np.abs(z)))
        return sum_over_outputs(targets * (logistic.log_sum_exp(outputs) - outputs))

    def slope(self, outputs: np.ndarray, targets: np.ndarray) -> np.ndarray:
        if outputs.shape[-1] == 1:
            return logistic.sigmoid(outputs) - targets
        return logistic.softmax(outputs) * targets.sum(axis=-1, keepdims=True) - targets

    def work_out(self, sheet: Sheet) -> None:
        z, y = sheet["z"], sheet["y"]
        if len(z) == 1:
            sheet.line("p", "The probability of class 1: a sigmoid.", "1/(1 + e^(−{z}))", logistic.sigmoid(z))
            words = "How surprising the true class is."
            sheet.line("L", words, "−{y}·ln({p}) − (1 − {y})·ln(1 − {p})", self.each(z[None], y[None]))
            return
        sheet.line("p", "The probabilities: a softmax.", "e^({z})/Σe^z", logistic.softmax(z))
        each = y * (logistic.log_sum_exp(z) - z)
        shared_out(sheet, "How surprising the true class is", "−{y}·ln({p})", each)

    def build(self, outputs: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        from torch import nn

        if outputs.shape[-1] == 1:
            return nn.functional.binary_cross_entropy_with_logits(outputs, targets)
        return nn.functional.cross_entropy(outputs, targets)
