"""Adadelta: steps measured by earlier steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

import numpy as np

from core.families import Kept, Memory, Optimizer, Shape, Sheet
from core.optimizers.fields import learning_rate, small, weight_decay
from core.optimizers.worked_out import joined
from core.params import number

if TYPE_CHECKING:
    import torch


class Adadelta(Optimizer):
    """Adagrad that forgets, with steps as long as earlier steps were: it hardly needs a learning rate.

    s ← ρs + (1 − ρ)g², Δ = g·√(d + ε)/√(s + ε), W ← W − ηΔ, d ← ρd + (1 − ρ)Δ² (Zeiler, 2012). It starts slowly, since
    d begins at 0; η = 1 is the method as published.
    """

    label = "Adadelta"
    order = 40
    formula: ClassVar[str] = "s ← ρs + (1 − ρ)g²; Δ = g√(d + ε)/√(s + ε); d ← ρd + (1 − ρ)Δ²; W ← W − ηΔ"
    kind: Literal["adadelta"] = "adadelta"
    lr: float = learning_rate(1.0)
    rho: float = number(
        0.9,
        0.5,
        0.999,
        minimum=0.0,
        maximum=1.0,
        live=True,
        advanced=True,
        label="Memory",
        symbol="ρ",
        help="The share of the old running averages that is kept in each update.",
    )
    eps: float = small(1e-6, "Sets how long the very first steps are, and keeps roots away from zero.")
    weight_decay: float = weight_decay()

    def keeps(self, shape: Shape) -> dict[str, Kept]:
        return {"step": Kept(()), "square_avg": Kept(shape), "acc_delta": Kept(shape)}

    def work_out(self, sheet: Sheet, memory: Memory) -> None:
        joined(sheet, self.weight_decay)
        g, rho, eps = sheet["g"], sheet.give("ρ", self.rho), sheet.give("ε", self.eps)
        before, steps = sheet.give("s", memory["square_avg"]), sheet.give("d", memory["acc_delta"])
        squares = rho * before + (1.0 - rho) * np.square(g)
        sheet.line("s", "The average of squares.", "{ρ}·{s} + (1 − {ρ})·{g}²", squares, "square_avg")
        along = g * np.sqrt(steps + eps) / np.sqrt(squares + eps)
        sheet.line("Δ", "Measured by earlier steps.", "{g}·√({d} + {ε})/√({s} + {ε})", along)
        words, after = "The average of steps, for the next update.", rho * steps + (1.0 - rho) * np.square(along)
        sheet.line("d", words, "{ρ}·{d} + (1 − {ρ})·{Δ}²", after, "acc_delta")
        sheet.line("w", "The new weight.", "{w} − {η}·{Δ}", sheet["w"] - sheet["η"] * along)

    def build(self, tensors: list[torch.Tensor]) -> torch.optim.Optimizer:
        import torch

        return torch.optim.Adadelta(tensors, foreach=False, **self.options())
