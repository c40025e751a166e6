"""The playground's squared error, halved."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

import numpy as np

from core.families import Loss, Sheet, TaskKind
from core.families.loss import shared_out, sum_over_outputs
from core.losses.encoding import is_classes, signs, values

if TYPE_CHECKING:
    import torch


class HalfSquared(Loss):
    """Half the square of the error, with classes named −1 and 1: the loss of the best-known playground.

    L = ½(ŷ − y)², summed over the outputs. For classes the outputs are tanh units and the targets ±1. The half makes
    the derivative simply ŷ − y. Cross-entropy is the better founded loss for classes: this one has plateaus where tanh
    is flat.
    """

    label = "Squared error ÷ 2, answers ±1"
    order = 20
    formula: ClassVar[str] = "L = ½ Σ (ŷ − y)², y = ±1 for classes"
    tasks: ClassVar[tuple[TaskKind, ...]] = ("classes", "values")
    output_activation: ClassVar[str] = "tanh"
    allowed_outputs: ClassVar[tuple[str, ...]] = ("tanh", "hard_tanh", "linear", "sine")
    kind: Literal["half_squared"] = "half_squared"

    def label_for(self, task: TaskKind) -> str:
        return self.label if task == "classes" else "Squared error ÷ 2"

    def default_output(self, task: TaskKind) -> str:
        return "tanh" if task == "classes" else "linear"

    def targets(self, y: np.ndarray, outputs: int) -> np.ndarray:
        return signs(y, outputs) if is_classes(y) else values(y)

    def each(self, outputs: np.ndarray, targets: np.ndarray) -> np.ndarray:
        error = outputs - targets
        return 0.5 * sum_over_outputs(np.square(error, out=error))

    def slope(self, outputs: np.ndarray, targets: np.ndarray) -> np.ndarray:
        return outputs - targets

    def work_out(self, sheet: Sheet) -> None:
        error = sheet.line("e", "How far the answer is off.", "{ŷ} − {y}", sheet["ŷ"] - sheet["y"])
        shared_out(sheet, "Half the square of the error", "½·{e}²", 0.5 * np.square(error))

    def build(self, outputs: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        return 0.5 * (outputs - targets).square().sum(dim=-1).mean()
