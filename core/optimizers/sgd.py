"""Gradient descent, with or without momentum."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

import numpy as np
from pydantic import model_validator

from core.families import Kept, Memory, Optimizer, Shape, Sheet
from core.messages import Mend, Refusal
from core.optimizers.fields import COUPLED, learning_rate, weight_decay
from core.optimizers.worked_out import joined
from core.params import flag, number

if TYPE_CHECKING:
    import torch


class SGD(Optimizer):
    """One step downhill: against the gradient, η times its length; with momentum like a heavy ball.

    W ← W − η·v, v ← μ·v + (1 − dampening)·∂J/∂W. Without momentum v is just the gradient. Momentum adds up what points
    the same way and cancels what shakes, which helps in ravines. Nesterov's variant looks one momentum step ahead. The
    mean gradient of all samples makes it batch descent, of one sample stochastic, of some samples mini-batch descent.
    """

    label = "SGD"
    order = 0
    formula: ClassVar[str] = "v ← μv + (1 − d)g; W ← W − ηv"
    kind: Literal["sgd"] = "sgd"
    lr: float = learning_rate(0.03)
    momentum: float = number(
        0.0,
        0,
        0.99,
        minimum=0.0,
        step=0.05,
        live=True,
        label="Momentum",
        symbol="μ",
        help="The share of the last step that is kept. 0: none; 0.9 is usual.",
    )
    dampening: float = number(
        0.0,
        0,
        1,
        minimum=0.0,
        maximum=1.0,
        step=0.05,
        live=True,
        advanced=True,
        label="Dampening",
        symbol="d",
        help="The share of the new gradient that momentum leaves out.",
    )
    weight_decay: float = weight_decay(help=f"{COUPLED} For plain descent it equals L2 on all parameters.")
    nesterov: bool = flag(
        False,
        live=True,
        advanced=True,
        label="Nesterov",
        help="Looks one momentum step ahead; needs momentum above 0 and no dampening.",
    )

    @model_validator(mode="after")
    def _check(self) -> SGD:
        if self.nesterov and self.momentum == 0:
            raise Refusal(
                "optimizer.nesterov",
                "Nesterov's look ahead needs momentum above 0",
                Mend("Momentum 0.9", (("optimizer.momentum", 0.9),)),
            )
        if self.nesterov and self.dampening > 0:
            raise Refusal(
                "optimizer.nesterov",
                "Nesterov's look ahead does not go with dampening",
                Mend("No dampening", (("optimizer.dampening", 0.0),)),
            )
        return self

    def keeps(self, shape: Shape) -> dict[str, Kept]:
        return {"momentum_buffer": Kept(shape, always=False)}  # the momentum can change in mid-run

    @property
    def remembers(self) -> bool:
        return self.momentum > 0

    def work_out(self, sheet: Sheet, memory: Memory) -> None:
        joined(sheet, self.weight_decay)
        along, symbol = sheet["g"], "g"
        if self.momentum:
            along, symbol = self._velocity(sheet, memory), "v"
        if self.nesterov:
            words = "Nesterov's look ahead: as if the momentum had carried on already."
            along, symbol = sheet.line("u", words, "{g} + {μ}·{v}", sheet["g"] + self.momentum * along), "u"
        sheet.line("w", "The new weight.", f"{{w}} − {{η}}·{{{symbol}}}", sheet["w"] - sheet["η"] * along)

    def _velocity(self, sheet: Sheet, memory: Memory) -> np.ndarray:
        mu, g = sheet.give("μ", self.momentum), sheet["g"]
        before, name = memory.get("momentum_buffer"), "momentum_buffer"
        if before is None:
            return sheet.line("v", "Momentum: the first velocity is the gradient.", "{g}", g, name)
        sheet.give("v", before)
        if not self.dampening:
            return sheet.line("v", "Momentum.", "{μ}·{v} + {g}", mu * before + g, name)
        sheet.give("d", self.dampening)
        return sheet.line("v", "Momentum.", "{μ}·{v} + (1 − {d})·{g}", mu * before + (1.0 - self.dampening) * g, name)

    def build(self, tensors: list[torch.Tensor]) -> torch.optim.Optimizer:
        import torch

        return torch.optim.SGD(tensors, foreach=False, **self.options())
