"""Adafactor: Adam's idea with little memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Literal

from core.families import Kept, Optimizer, Shape
from core.optimizers.fields import DECOUPLED, learning_rate, weight_decay
from core.params import number

if TYPE_CHECKING:
    import torch


class Adafactor(Optimizer):
    """Divides by the recent size of the gradient, which it remembers only by rows and columns of each weight matrix.

    The average of squares is a product of one number a row and one a column (Shazeer and Stern, 2018): little memory
    for very large matrices. A step is measured by the size of the weights it changes and is cut where it is unusually
    long.
    """

    label = "Adafactor"
    order = 110
    formula: ClassVar[str] = "ŝᵢⱼ = rᵢcⱼ/Σr; W ← W − η·max(ε₂, |W|)·u, u = g/√ŝ cut to length d"
    elementwise: ClassVar[bool] = False
    kind: Literal["adafactor"] = "adafactor"
    lr: float = learning_rate(0.01)
    beta2_decay: float = number(
        -0.8,
        -1,
        -0.1,
        maximum=0.0,
        live=True,
        advanced=True,
        label="Memory's growth",
        help="In update t the share 1 − t to this power of the old average is kept: the memory grows longer.",
    )
    eps1: float = number(
        0.0,
        0,
        1e-3,
        minimum=0.0,
        live=True,
        advanced=True,
        label="Small number",
        symbol="ε₁",
        help="Smallest size of a squared gradient. 0: the smallest that the number format tells apart from 1.",
    )
    eps2: float = number(
        1e-3,
        1e-6,
        0.1,
        minimum=0.0,
        log=True,
        live=True,
        advanced=True,
        label="Smallest scale",
        symbol="ε₂",
        help="Weights smaller than this move as if they were this large.",
    )
    d: float = number(
        1.0,
        1,
        10,
        minimum=1.0,
        live=True,
        advanced=True,
        label="Longest step",
        symbol="d",
        help="The root mean square of a step is cut to this before it is multiplied by η.",
    )
    weight_decay: float = weight_decay(help=DECOUPLED)

    def options(self) -> dict[str, Any]:
        options = super().options()
        eps = (options.pop("eps1") or None, options.pop("eps2"))
        return options | {"eps": eps}

    def keeps(self, shape: Shape) -> dict[str, Kept]:
        if len(shape) < 2:
            return {"step": Kept(()), "variance": Kept(shape)}
        rows, columns = (*shape[:-1], 1), (*shape[:-2], 1, shape[-1])
        return {"step": Kept(()), "row_var": Kept(rows), "col_var": Kept(columns)}

    def build(self, tensors: list[torch.Tensor]) -> torch.optim.Optimizer:
        import torch

        return torch.optim.Adafactor(tensors, foreach=False, **self.options())
