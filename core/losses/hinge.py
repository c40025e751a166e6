"""The hinge loss."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

import numpy as np

from core.families import Loss, Sheet, TaskKind
from core.families.loss import shared_out, sum_over_outputs
from core.losses.encoding import signs

if TYPE_CHECKING:
    import torch


class Hinge(Loss):
    """Right is not enough: answers should be right by a margin; beyond it they cost nothing.

    L = max(0, 1 − y·ŷ) with y = ±1, summed over the outputs (each class against the rest). Only samples that are wrong
    or too close to the border move the weights. With no hidden layer and L2 this is a linear support vector machine.
    The outputs are no probabilities.
    """

    label = "Hinge"
    order = 50
    formula: ClassVar[str] = "L = Σ max(0, 1 − y·ŷ), y = ±1"
    tasks: ClassVar[tuple[TaskKind, ...]] = ("classes",)
    kind: Literal["hinge"] = "hinge"

    def targets(self, y: np.ndarray, outputs: int) -> np.ndarray:
        return signs(y, outputs)

    def each(self, outputs: np.ndarray, targets: np.ndarray) -> np.ndarray:
        return sum_over_outputs(np.maximum(0.0, 1.0 - targets * outputs))

    def slope(self, outputs: np.ndarray, targets: np.ndarray) -> np.ndarray:
        return np.where(targets * outputs < 1.0, -targets, 0.0)

    def work_out(self, sheet: Sheet) -> None:
        margin = sheet.line("m", "By how much the answer is right.", "{y}·{ŷ}", sheet["y"] * sheet["ŷ"])
        shared_out(sheet, "What is missing to a margin of 1", "max(0, 1 − {m})", np.maximum(0.0, 1.0 - margin))

    def build(self, outputs: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        return (1.0 - targets * outputs).relu().sum(dim=-1).mean()
