"""Adagrad: every weight has its own, ever smaller step."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

import numpy as np

from core.families import Kept, Memory, Optimizer, Shape, Sheet
from core.optimizers.fields import learning_rate, small, weight_decay
from core.optimizers.worked_out import joined
from core.params import number

if TYPE_CHECKING:
    import torch


class Adagrad(Optimizer):
    """Weights that have seen large gradients take smaller steps; the sum of all squares never forgets.

    s ← s + g², W ← W − η·g/(√s + ε) (Duchi and others, 2011). Good where some inputs are rare. What a gradient is
    divided by only ever grows, so long runs may come to rest too early.
    """

    label = "Adagrad"
    order = 30
    formula: ClassVar[str] = "s ← s + g²; W ← W − ηg/(√s + ε)"
    kind: Literal["adagrad"] = "adagrad"
    lr: float = learning_rate(0.01)
    lr_decay: float = number(
        0.0,
        0,
        0.1,
        minimum=0.0,
        live=True,
        advanced=True,
        label="Rate decay",
        help="In update u the learning rate is divided by 1 + (u − 1) times this.",
    )
    weight_decay: float = weight_decay()
    initial_accumulator_value: float = number(
        0.0,
        0,
        1,
        minimum=0.0,
        advanced=True,
        label="Sum at the start",
        help="Where the sum of squares begins; above 0 the first steps are calmer.",
    )
    eps: float = small(1e-10)

    def keeps(self, shape: Shape) -> dict[str, Kept]:
        return {"step": Kept(()), "sum": Kept(shape, begins=self.initial_accumulator_value)}

    def work_out(self, sheet: Sheet, memory: Memory) -> None:
        joined(sheet, self.weight_decay)
        g, t = sheet["g"], sheet.give("t", memory["step"] + 1.0)
        rate = sheet["η"]
        if self.lr_decay:
            sheet.give("λₗ", self.lr_decay)
            rate = sheet.line(
                "η", "The rate falls.", "{η}/(1 + ({t} − 1)·{λₗ})", rate / (1.0 + (t - 1.0) * self.lr_decay)
            )
        sheet.give("s", memory["sum"])
        total = sheet.line("s", "The sum of all squares.", "{s} + {g}²", memory["sum"] + np.square(g), "sum")
        sheet.give("ε", self.eps)
        new = sheet["w"] - rate * g / (np.sqrt(total) + self.eps)
        sheet.line("w", "The new weight.", "{w} − {η}·{g}/(√{s} + {ε})", new)

    def build(self, tensors: list[torch.Tensor]) -> torch.optim.Optimizer:
        import torch

        return torch.optim.Adagrad(tensors, foreach=False, **self.options())
