"""RMSprop: steps divided by the recent size of the gradient."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

import numpy as np

from core.families import Kept, Memory, Optimizer, Shape, Sheet
from core.optimizers.fields import learning_rate, small, weight_decay
from core.optimizers.worked_out import joined
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

    def work_out(self, sheet: Sheet, memory: Memory) -> None:
        joined(sheet, self.weight_decay)
        g, alpha, eps = sheet["g"], sheet.give("α", self.alpha), sheet.give("ε", self.eps)
        squares = alpha * sheet.give("s", memory["square_avg"]) + (1.0 - alpha) * np.square(g)
        sheet.line("s", "The average of squares.", "{α}·{s} + (1 − {α})·{g}²", squares, "square_avg")
        along, spread = g / (np.sqrt(squares) + eps), "{s}"
        if self.centered:
            mean = alpha * sheet.give("ḡ", memory["grad_avg"]) + (1.0 - alpha) * g
            sheet.line("ḡ", "The average of gradients.", "{α}·{ḡ} + (1 − {α})·{g}", mean, "grad_avg")
            along, spread = g / (np.sqrt(squares - np.square(mean)) + eps), "({s} − {ḡ}²)"
        sheet.line("u", "The gradient, divided by its recent size.", f"{{g}}/(√{spread} + {{ε}})", along)
        if self.momentum:
            mu = sheet.give("μ", self.momentum)
            speed = mu * sheet.give("v", memory["momentum_buffer"]) + along
            sheet.line("v", "Momentum.", "{μ}·{v} + {u}", speed, "momentum_buffer")
            sheet.line("w", "The new weight.", "{w} − {η}·{v}", sheet["w"] - sheet["η"] * speed)
        else:
            sheet.line("w", "The new weight.", "{w} − {η}·{u}", sheet["w"] - sheet["η"] * along)

    def build(self, tensors: list[torch.Tensor]) -> torch.optim.Optimizer:
        import torch

        return torch.optim.RMSprop(tensors, foreach=False, **self.options())
