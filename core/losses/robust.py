"""Losses that outliers cannot dominate: absolute error and Huber."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

import numpy as np

from core.families import Loss, Sheet
from core.families.loss import mean_over_outputs, shared_out
from core.losses.encoding import values
from core.params import number

if TYPE_CHECKING:
    import torch


class Absolute(Loss):
    """The size of the error: twice as wrong costs twice as much.

    L = |ŷ − y|, averaged over the outputs. The best constant answer is the median, not the mean, so outliers count
    little. The gradient has the same size near the goal as far away: with a fixed learning rate the answer trembles
    around it.
    """

    label = "Absolute error"
    order = 30
    formula: ClassVar[str] = "L = |ŷ − y|"
    kind: Literal["absolute"] = "absolute"

    def targets(self, y: np.ndarray, outputs: int) -> np.ndarray:
        return values(y)

    def each(self, outputs: np.ndarray, targets: np.ndarray) -> np.ndarray:
        return mean_over_outputs(np.abs(outputs - targets))

    def slope(self, outputs: np.ndarray, targets: np.ndarray) -> np.ndarray:
        return np.sign(outputs - targets) / outputs.shape[-1]

    def work_out(self, sheet: Sheet) -> None:
        error = sheet.line("e", "How far the answer is off.", "{ŷ} − {y}", sheet["ŷ"] - sheet["y"])
        shared_out(sheet, "The size of the error", "|{e}|", np.abs(error), mean=True)

    def build(self, outputs: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        return (outputs - targets).abs().mean()


class Huber(Loss):
    """Squared for small errors, straight for large ones: smooth at the goal, calm about outliers.

    L = ½e² for |e| ≤ δ, else δ(|e| − ½δ), with e = ŷ − y (Huber, 1964), averaged over the outputs.
    """

    label = "Huber"
    order = 40
    formula: ClassVar[str] = "L = ½e² if |e| ≤ δ else δ(|e| − ½δ), e = ŷ − y"
    kind: Literal["huber"] = "huber"
    delta: float = number(
        1.0,
        0.1,
        5,
        above=0.0,
        log=True,
        live=True,
        label="Where it becomes straight",
        symbol="δ",
        help="Errors beyond this count in proportion instead of squared; in the units of the target.",
    )

    def targets(self, y: np.ndarray, outputs: int) -> np.ndarray:
        return values(y)

    def each(self, outputs: np.ndarray, targets: np.ndarray) -> np.ndarray:
        size = np.abs(outputs - targets)
        near = np.minimum(size, self.delta)
        return mean_over_outputs(near * (size - 0.5 * near))

    def slope(self, outputs: np.ndarray, targets: np.ndarray) -> np.ndarray:
        return np.clip(outputs - targets, -self.delta, self.delta) / outputs.shape[-1]

    def work_out(self, sheet: Sheet) -> None:
        size = np.abs(sheet.line("e", "How far the answer is off.", "{ŷ} − {y}", sheet["ŷ"] - sheet["y"]))
        sheet.give("δ", self.delta)
        near = sheet.line(
            "n", "The part of it in which the loss is bent.", "min(|{e}|, {δ})", np.minimum(size, self.delta)
        )
        shared_out(
            sheet, "Bent near the goal, straight beyond", "{n}·(|{e}| − ½·{n})", near * (size - 0.5 * near), mean=True
        )

    def build(self, outputs: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        from torch import nn

        return nn.functional.huber_loss(outputs, targets, delta=self.delta)
