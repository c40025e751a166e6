"""Several yes-or-no answers at once: the mean of their binary cross-entropies."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

import numpy as np

from core.families import Loss, Sheet, TaskKind
from core.families.loss import mean_over_outputs, shared_out
from core.formulas import logistic
from core.losses.encoding import bits

if TYPE_CHECKING:
    import torch


class BinaryCrossEntropies(Loss):
    """How surprised the network is by each of several yes-or-no answers, on average: answers that may be true together.

    Each output has a sigmoid of its own, pᵢ = σ(zᵢ), and is asked about its own question alone: unlike with softmax the
    probabilities need not add up to 1. What is told of answers together is the product of their probabilities. The
    outputs are plain sums (logits); the loss itself turns them into probabilities.
    """

    label = "Mean of binary cross-entropies"
    order = 1
    formula: ClassVar[str] = "L = −1/k Σ (yᵢ log pᵢ + (1 − yᵢ) log(1 − pᵢ)); pᵢ = σ(zᵢ)"
    tasks: ClassVar[tuple[TaskKind, ...]] = ("answers",)
    link: ClassVar[str] = "logistic"
    apart: ClassVar[bool] = True
    kind: Literal["binary_cross_entropies"] = "binary_cross_entropies"

    def targets(self, y: np.ndarray, outputs: int) -> np.ndarray:
        return bits(y, outputs).astype(np.float64)

    def answers(self, outputs: np.ndarray) -> np.ndarray:
        """The probability of each combination of answers, (…, 2ᵏ), by its number: bit i of it is answer i."""
        yes = logistic.sigmoid(outputs)
        together = np.ones((*outputs.shape[:-1], 1))
        for answer in range(outputs.shape[-1]):
            p = yes[..., answer : answer + 1]
            together = np.concatenate([together * (1.0 - p), together * p], axis=-1)
        return together

    def by_output(self, outputs: np.ndarray) -> np.ndarray:
        return logistic.sigmoid(outputs)

    def decisions(self, outputs: np.ndarray) -> np.ndarray:
        """Each answer by itself; together they are the number of a combination."""
        return (outputs > self.threshold) @ (1 << np.arange(outputs.shape[-1]))

    def each(self, outputs: np.ndarray, targets: np.ndarray) -> np.ndarray:
        return mean_over_outputs(_surprise(outputs, targets))

    def slope(self, outputs: np.ndarray, targets: np.ndarray) -> np.ndarray:
        return (logistic.sigmoid(outputs) - targets) / outputs.shape[-1]

    def work_out(self, sheet: Sheet) -> None:
        z, y = sheet["z"], sheet["y"]
        sheet.line("p", "The probability of each answer: a sigmoid.", "1/(1 + e^(−{z}))", logistic.sigmoid(z))
        words = "How surprising the true answer is"
        shared_out(sheet, words, "−{y}·ln({p}) − (1 − {y})·ln(1 − {p})", _surprise(z, y), mean=True)

    def build(self, outputs: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        from torch import nn

        return nn.functional.binary_cross_entropy_with_logits(outputs, targets)


def _surprise(outputs: np.ndarray, targets: np.ndarray) -> np.ndarray:
    """−log of the probability that each output gives to its true answer, (…, k)."""
    return np.maximum(outputs, 0.0) - outputs * targets + np.log1p(np.exp(-np.abs(outputs)))
