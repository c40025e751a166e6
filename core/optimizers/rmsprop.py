"""RMSprop: steps divided by the recent size of the gradient."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from core.families import Kept, Optimizer, Shape
from core.optimizers.fields import learning_rate, small, weight_decay
from core.params import flag, number

if TYPE_CHECKING:
    import torch


class RMSprop(Optimizer):
    """Every weight's step is divided by the recent size of its gradient, so all move at a similar pace.

    s ← αs + (1 − α)g², W ← W − η·g/(√s + ε) (Hinton's lectures, 2012). Adagrad with a memory that fades. Centered: the
    variance of the gradient takes the place of its mean square.
    """

    label = "RMSprop"
    order = 50
    formula: ClassVar[str] = "s ← αs + (1 − α)g²; W ← W − ηg/(√s + ε)"
    kind: Literal["rmsprop"] = "rmsprop"
    lr: float = learning_rate(0.01)
    alpha: float = number(
        0.99,
        0.5,
        0.999,
        minimum=0.0,
        below=1.0,
        live=True,
        advanced=True,
        label="Memory",
        symbol="α",
        help="The share of the old running average of squares that is kept in each update.",
    )
    eps: float = small(1e-8)
    weight_decay: float = weight_decay()
    momentum: float = number(
        0.0,
        0,
        0.99,
        minimum=0.0,
        step=0.05,
        label="Momentum",
        symbol="μ",
        help="The share of the last step that is kept. 0: none.",
    )
    centered: bool = flag(
        False,
        advanced=True,
        label="Centered",
        help="Divides by the gradient's standard deviation instead of its root mean square.",
    )

    def keeps(self, shape: Shape) -> dict[str, Kept]:
        found = {"step": Kept(()), "square_avg": Kept(shape)}
        if self.momentum > 0:
            found["momentum_buffer"] = Kept(shape)
        return found | ({"grad_avg": Kept(shape)} if self.centered else {})

    def build(self, tensors: list[torch.Tensor]) -> torch.optim.Optimizer:
        import torch

        return torch.optim.RMSprop(tensors, foreach=False, **self.options())
