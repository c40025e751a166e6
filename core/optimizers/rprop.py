"""Rprop: only the sign of the gradient counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Literal

import numpy as np
from pydantic import model_validator

from core.families import Kept, Memory, Optimizer, Shape, Sheet
from core.messages import Refusal
from core.optimizers.fields import learning_rate, paired
from core.params import number

if TYPE_CHECKING:
    import torch


class Rprop(Optimizer):
    """Every weight has a step of its own that grows while the gradient keeps its sign and shrinks when it flips.

    The size of the gradient does not matter at all (Riedmiller and Braun, 1993). It wants the gradient of all samples:
    with mini-batches signs flip by chance. The learning rate is only each step's first size, so no schedule can be
    chosen beside it.
    """

    label = "Rprop"
    order = 60
    formula: ClassVar[str] = "Δ ← Δ·η⁺ while the sign stays, Δ·η⁻ when it flips; W ← W − Δ·sign(g)"
    kind: Literal["rprop"] = "rprop"
    lr: float = learning_rate(
        0.01, "The first step of every weight; from then on each step finds its own size.", live=False
    )
    eta_minus: float = number(
        0.5,
        0.1,
        0.9,
        above=0.0,
        below=1.0,
        live=True,
        advanced=True,
        label="Shrink",
        symbol="η⁻",
        help="What a step is multiplied by when the gradient's sign flips.",
    )
    eta_plus: float = number(
        1.2,
        1.01,
        2,
        above=1.0,
        live=True,
        advanced=True,
        label="Grow",
        symbol="η⁺",
        help="What a step is multiplied by while the gradient's sign stays.",
    )
    step_min: float = number(
        1e-6,
        1e-8,
        0.01,
        minimum=0.0,
        log=True,
        live=True,
        advanced=True,
        label="Smallest step",
        help="No step becomes smaller.",
    )
    step_max: float = number(
        50.0,
        0.01,
        100,
        above=0.0,
        log=True,
        live=True,
        advanced=True,
        label="Largest step",
        help="No step becomes larger.",
    )

    @model_validator(mode="after")
    def _check(self) -> Rprop:
        if self.step_min > self.step_max:
            raise Refusal(
                "optimizer.step_min", f"the smallest step {self.step_min:g} is above the largest, {self.step_max:g}"
            )
        return self

    def options(self) -> dict[str, Any]:
        return paired(paired(super().options(), "etas", "eta_minus", "eta_plus"), "step_sizes", "step_min", "step_max")

    def keeps(self, shape: Shape) -> dict[str, Kept]:
        return {"step": Kept(()), "prev": Kept(shape), "step_size": Kept(shape)}

    def work_out(self, sheet: Sheet, memory: Memory) -> None:
        g, before = sheet["g"], sheet.give("g′", memory["prev"])
        length = sheet["η"] + np.zeros_like(g) if memory["step"] == 0 else memory["step_size"]
        same = np.sign(sheet.line("p", "Has the sign stayed?", "{g}·{g′}", g * before))
        factor = np.where(same > 0, self.eta_plus, np.where(same < 0, self.eta_minus, 1.0))
        sheet.know({"Δ": length, "f": factor})
        sheet.know({"Δₘᵢₙ": self.step_min, "Δₘₐₓ": self.step_max})
        words = "The step: it grows while the sign stays and shrinks when it flips."
        length = np.clip(length * factor, self.step_min, self.step_max)
        sheet.line("Δ", words, "min({Δₘₐₓ}, max({Δₘᵢₙ}, {Δ}·{f}))", length, "step_size")
        sheet.give("a", np.where(same < 0, 0.0, 1.0))
        counted = sheet.line(
            "g", "Where the sign flips this update waits.", "{a}·{g}", np.where(same < 0, 0.0, g), "prev"
        )
        sheet.line(
            "w", "The new weight: only the sign counts.", "{w} − {Δ}·sign({g})", sheet["w"] - length * np.sign(counted)
        )

    def build(self, tensors: list[torch.Tensor]) -> torch.optim.Optimizer:
        import torch

        return torch.optim.Rprop(tensors, foreach=False, **self.options())
