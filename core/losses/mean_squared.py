"""The mean squared error."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

import numpy as np

from core.families import Loss, Sheet, TaskKind
from core.families.loss import mean_over_outputs, shared_out
from core.losses.encoding import is_classes, one_hot, values

if TYPE_CHECKING:
    import torch


class MeanSquared(Loss):
    """The square of the error, on average: twice as wrong costs four times as much.

    L = (ŷ − y)², averaged over the outputs. The usual loss for values; one wild sample can dominate it. For classes the
    outputs should say 0 or 1 through a sigmoid; where the sigmoid is flat hardly any gradient is left, however wrong
    the answer: cross-entropy has no such plateau.
    """

    label = "Mean squared error"
    order = 10
    formula: ClassVar[str] = "L = mean over outputs of (ŷ − y)²"
    tasks: ClassVar[tuple[TaskKind, ...]] = ("values", "classes")
    allowed_outputs: ClassVar[tuple[str, ...]] = ("sigmoid", "hard_sigmoid", "softmax", "linear", "step")
    threshold: ClassVar[float] = 0.5
    kind: Literal["mean_squared"] = "mean_squared"

    def default_output(self, task: TaskKind) -> str:
        return "sigmoid" if task == "classes" else "linear"

    def targets(self, y: np.ndarray, outputs: int) -> np.ndarray:
        return one_hot(y, outputs) if is_classes(y) else values(y)

    def each(self, outputs: np.ndarray, targets: np.ndarray) -> np.ndarray:
        error = outputs - targets
        return mean_over_outputs(np.square(error, out=error))

    def slope(self, outputs: np.ndarray, targets: np.ndarray) -> np.ndarray:
        return 2.0 * (outputs - targets) / outputs.shape[-1]

    def work_out(self, sheet: Sheet) -> None:
        error = sheet.line("e", "How far the answer is off.", "{ŷ} − {y}", sheet["ŷ"] - sheet["y"])
        shared_out(sheet, "The square of the error", "{e}²", np.square(error), mean=True)

    def build(self, outputs: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        return (outputs - targets).square().mean()
