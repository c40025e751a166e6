"""Averaged gradient descent."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from core.families import Kept, Optimizer, Shape
from core.optimizers.fields import learning_rate, weight_decay
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

    def build(self, tensors: list[torch.Tensor]) -> torch.optim.Optimizer:
        import torch

        return torch.optim.ASGD(tensors, foreach=False, **self.options())
