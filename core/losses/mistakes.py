"""The perceptron rule's loss: how many samples are answered wrongly."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

import numpy as np

from core.families import Loss, Sheet, TaskKind

if TYPE_CHECKING:
    import torch


class Mistakes(Loss):
    """The number of samples that are answered wrongly; only the perceptron rule can learn with it.

    A step has no slope, so this loss is a staircase: gradient descent finds no direction on it. The perceptron
    rule needs none: it moves the weights after each mistake.
    """

    label = "Number of mistakes"
    order = 90
    learns = False
    formula: ClassVar[str] = "L = 1 if ŷ ≠ y else 0, summed over the samples"
    tasks: ClassVar[tuple[TaskKind, ...]] = ("classes",)
    output_activation: ClassVar[str] = "step"
    allowed_outputs: ClassVar[tuple[str, ...]] = ("step",)
    threshold: ClassVar[float] = 0.5
    summed: ClassVar[bool] = True
    kind: Literal["mistakes"] = "mistakes"

    def targets(self, y: np.ndarray, outputs: int) -> np.ndarray:
        if outputs == 1:
            return y[:, None].astype(np.float64)
        return np.eye(outputs)[y]

    def each(self, outputs: np.ndarray, targets: np.ndarray) -> np.ndarray:
        return ((outputs > 0.5) != (targets > 0.5)).any(axis=-1).astype(np.float64)

    def slope(self, outputs: np.ndarray, targets: np.ndarray) -> np.ndarray:
        return np.zeros_like(outputs)

    def work_out(self, sheet: Sheet) -> None:
        wrong = float(((sheet["ŷ"] > 0.5) != (sheet["y"] > 0.5)).any())
        sheet.line("L", "1 for a mistake, else 0.", "{ŷ} ≠ {y}", wrong)

    def build(self, outputs: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        return ((outputs > 0.5) != (targets > 0.5)).any(dim=-1).to(outputs.dtype).mean()
