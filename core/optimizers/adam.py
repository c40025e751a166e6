"""Adam and AdamW."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Literal

import numpy as np

from core.families import Kept, Memory, Optimizer, Shape, Sheet
from core.optimizers.fields import COUPLED, DECOUPLED, beta, learning_rate, paired, small, weight_decay
from core.optimizers.worked_out import averages, corrected, joined, shrunk
from core.params import flag

if TYPE_CHECKING:
    import torch


class _AdamLike(Optimizer):
    """The fields that both share; torch wants the two betas as a pair."""

    lr: float = learning_rate(0.001)
    beta1: float = beta(0.9, "β₁", "the gradient")
    beta2: float = beta(0.999, "β₂", "its square")
    eps: float = small(1e-8)
    amsgrad: bool = flag(
        False,
        advanced=True,
        label="AMSGrad",
        help="Divides by the largest average of squares so far, so that what is divided by never falls again.",
    )

    def options(self) -> dict[str, Any]:
        return paired(super().options(), "betas", "beta1", "beta2")

    def keeps(self, shape: Shape) -> dict[str, Kept]:
        found = {"step": Kept(()), "exp_avg": Kept(shape), "exp_avg_sq": Kept(shape)}
        return found | ({"max_exp_avg_sq": Kept(shape)} if self.amsgrad else {})

    def work_out(self, sheet: Sheet, memory: Memory) -> None:
        averages(sheet, memory, self.beta1, self.beta2)
        if self.amsgrad:
            largest = np.maximum(sheet.give("vₘₐₓ", memory["max_exp_avg_sq"]), sheet["v"])
            sheet.line("v", "AMSGrad: the largest so far.", "max({vₘₐₓ}, {v})", largest, "max_exp_avg_sq")
        corrected(sheet, "m", self.beta1, "β₁")
        corrected(sheet, "v", self.beta2, "β₂")
        new = sheet["w"] - sheet["η"] * sheet["m̂"] / (np.sqrt(sheet["v̂"]) + sheet.give("ε", self.eps))
        sheet.line("w", "The new weight.", "{w} − {η}·{m̂}/(√{v̂} + {ε})", new)


class Adam(_AdamLike):
    """Momentum, and every weight's step divided by the recent size of its gradient: a good first choice.

    m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², W ← W − η·m̂/(√v̂ + ε); the hats undo that both averages start at 0
    (Kingma and Ba, 2014). A step is usually about η in each coordinate, less where gradients change sign, and up to
    (1 − β₁)/√(1 − β₂) times η, 3.2 with the usual averages, where one comes suddenly. Weight decay is part of the
    gradient here and is divided like it; AdamW's is not.
    """

    label = "Adam"
    order = 10
    formula: ClassVar[str] = "m ← β₁m + (1 − β₁)g; v ← β₂v + (1 − β₂)g²; W ← W − ηm̂/(√v̂ + ε)"
    kind: Literal["adam"] = "adam"
    weight_decay: float = weight_decay(
        help=f"{COUPLED} Adam divides it too, so weights with large gradients shrink less; AdamW shrinks all alike."
    )

    def work_out(self, sheet: Sheet, memory: Memory) -> None:
        joined(sheet, self.weight_decay)
        super().work_out(sheet, memory)

    def build(self, tensors: list[torch.Tensor]) -> torch.optim.Optimizer:
        import torch

        return torch.optim.Adam(tensors, foreach=False, **self.options())


class AdamW(_AdamLike):
    """Adam whose weight decay shrinks the weights themselves instead of joining the gradient.

    W ← W − ηλW, then Adam's step (Loshchilov and Hutter, 2017). All weights shrink by the same share; an L2 penalty or
    Adam's own weight decay would be divided by √v̂ like the gradient.
    """

    label = "AdamW"
    order = 20
    formula: ClassVar[str] = "W ← W − ηλW − ηm̂/(√v̂ + ε)"
    kind: Literal["adamw"] = "adamw"
    weight_decay: float = weight_decay(0.01, DECOUPLED)

    def work_out(self, sheet: Sheet, memory: Memory) -> None:
        shrunk(sheet, self.weight_decay)
        super().work_out(sheet, memory)

    def build(self, tensors: list[torch.Tensor]) -> torch.optim.Optimizer:
        import torch

        return torch.optim.AdamW(tensors, foreach=False, **self.options())
