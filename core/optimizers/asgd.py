"""Averaged gradient descent."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

import numpy as np

from core.families import Kept, Memory, Optimizer, Shape, Sheet
from core.optimizers.fields import learning_rate, weight_decay
from core.optimizers.worked_out import joined, single
from core.params import number

if TYPE_CHECKING:
    import torch


class ASGD(Optimizer):
    """Gradient descent with a step that shrinks by itself, which also keeps an average of the weights.

    W ← (1 − λη)W − η·g, η falling as 1/(1 + λη₀t)^α (Polyak and Juditsky, 1992). What is shown and evaluated are the
    weights themselves; torch keeps the average beside them.
    """

    label = "ASGD"
    order = 100
    formula: ClassVar[str] = "W ← (1 − λη)W − ηg; η = η₀/(1 + λη₀t)^α"
    kind: Literal["asgd"] = "asgd"
    lr: float = learning_rate(0.01)
    lambd: float = number(
        1e-4,
        1e-6,
        0.1,
        minimum=0.0,
        log=True,
        live=True,
        advanced=True,
        label="Decay",
        symbol="λ",
        help="How strongly weights and step shrink.",
    )
    alpha: float = number(
        0.75,
        0.5,
        1,
        minimum=0.0,
        maximum=10.0,
        live=True,
        advanced=True,
        label="Power",
        symbol="α",
        help="How fast the step shrinks.",
    )
    t0: float = number(
        1e6,
        1,
        1e6,
        minimum=0.0,
        log=True,
        live=True,
        advanced=True,
        label="Averaging from",
        unit="updates",
        help="After how many updates the average begins.",
    )
    weight_decay: float = weight_decay()

    def keeps(self, shape: Shape) -> dict[str, Kept]:
        return {"step": Kept(()), "eta": Kept(()), "mu": Kept(()), "ax": Kept(shape)}

    def work_out(self, sheet: Sheet, memory: Memory) -> None:
        joined(sheet, self.weight_decay)
        w, g, t = sheet["w"], sheet["g"], sheet.give("t", memory["step"] + 1.0)
        first, power = sheet.give("η₀", sheet["η"]), sheet.give("α", self.alpha)
        decay, late = sheet.give("λ", self.lambd), sheet.give("t₀", self.t0)
        rate = sheet.give("η", single(first) if memory["step"] == 0 else memory["eta"])
        new = (1.0 - decay * rate) * w - rate * g
        after = single(first / (1.0 + decay * first * t) ** power)
        sheet.line("w", "The new weight.", "(1 − {λ}·{η})·{w} − {η}·{g}", new)
        share = sheet.give("μ", 1.0 if memory["step"] == 0 else memory["mu"])
        mean = sheet.give("w̄", memory["ax"])
        sheet.line(
            "w̄",
            "The average of the weights, which torch keeps.",
            "{w̄} + {μ}·({w} − {w̄})",
            mean + share * (new - mean),
            "ax",
        )
        words = "Which new weights count in that average, next time."
        sheet.line("μ", words, "1/max(1, {t} − {t₀})", single(1.0 / np.maximum(1.0, t - late)), "mu")
        sheet.line("η", "The rate of the next update.", "{η₀}/(1 + {λ}·{η₀}·{t})^{α}", after, "eta")

    def build(self, tensors: list[torch.Tensor]) -> torch.optim.Optimizer:
        import torch

        return torch.optim.ASGD(tensors, foreach=False, **self.options())
