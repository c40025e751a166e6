"""Muon, with AdamW for what it cannot take."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from core.families import Kept, Layout, Memory, Optimizer, Shape, Sheet
from core.optimizers.adam import AdamW
from core.optimizers.fields import DECOUPLED, beta, learning_rate, paired, weight_decay
from core.optimizers.worked_out import shrunk
from core.params import choice, flag, integer, number

if TYPE_CHECKING:
    import torch


class Muon(Optimizer):
    """Momentum whose step for each weight matrix is turned into the nearest rotation: all directions learn alike.

    The momentum matrix is made orthogonal by a few Newton–Schulz iterations, in coarse numbers (Jordan and others,
    2024). It is made for weight matrices of hidden layers; biases and all other vectors get AdamW with the same
    learning rate and decay.
    """

    label = "Muon"
    order = 120
    formula: ClassVar[str] = "M ← μM + g; W ← W − ηλW − η·orthogonal(M); biases: AdamW"
    elementwise: ClassVar[bool] = False
    kind: Literal["muon"] = "muon"
    lr: float = learning_rate(0.001)
    weight_decay: float = weight_decay(0.1, DECOUPLED)
    momentum: float = number(
        0.95,
        0,
        0.99,
        minimum=0.0,
        below=1.0,
        step=0.05,
        live=True,
        label="Momentum",
        symbol="μ",
        help="The share of the last momentum matrix that is kept.",
    )
    nesterov: bool = flag(True, live=True, advanced=True, label="Nesterov", help="Looks one momentum step ahead.")
    ns_steps: int = integer(
        5,
        1,
        10,
        minimum=1,
        maximum=99,
        live=True,
        advanced=True,
        label="Iterations",
        help="Newton–Schulz iterations towards the rotation.",
    )
    adjust_lr_fn: Literal["original", "match_rms_adamw"] = choice(
        "original", {"original": "√(rows/columns), at least 1", "match_rms_adamw": "0.2·√(longer side)"},
        live=True, advanced=True, label="Scale of the step", help="What η is multiplied by for each matrix; the second makes steps about as long as AdamW's.",
    )  # fmt: skip
    beta1: float = beta(0.9, "β₁", "the gradient (AdamW)")
    beta2: float = beta(0.999, "β₂", "its square (AdamW)")

    def options(self) -> dict[str, Any]:
        """The arguments of both parts; each takes those that it knows."""
        return paired(super().options(), "betas", "beta1", "beta2")

    def keeps(self, shape: Shape) -> dict[str, Kept]:
        if len(shape) == 2:
            return {"momentum_buffer": Kept(shape)}
        return {"step": Kept(()), "exp_avg": Kept(shape), "exp_avg_sq": Kept(shape)}

    def layout(self, shapes: Sequence[Shape]) -> Layout:
        """Of the two optimizers, each of which counts its own tensors."""
        parts = {
            "muon": [shape for shape in shapes if len(shape) == 2],
            "adamw": [shape for shape in shapes if len(shape) != 2],
        }
        return {name: dict(enumerate(map(self.keeps, part))) for name, part in parts.items() if part}

    def work_out(self, sheet: Sheet, memory: Memory) -> None:
        if "momentum_buffer" not in memory:
            AdamW(lr=self.lr, beta1=self.beta1, beta2=self.beta2, weight_decay=self.weight_decay).work_out(
                sheet, memory
            )
            return
        mu, g = sheet.give("μ", self.momentum), sheet["g"]
        moved = mu * sheet.give("M", memory["momentum_buffer"]) + (1.0 - mu) * g
        sheet.line("M", "Momentum.", "{μ}·{M} + (1 − {μ})·{g}", moved, "momentum_buffer")
        ahead = sheet.line("N", "Nesterov's look ahead.", "(1 − {μ})·{g} + {μ}·{M}", (1.0 - mu) * g + mu * moved)
        from core.optimizers.muon_module import orthogonal

        rows, columns = g.shape
        turned = orthogonal(ahead, self.ns_steps)
        sheet.line("O", "The nearest rotation, in coarse numbers, element by element.", "orthogonal(N)", turned)
        wide = self.adjust_lr_fn == "match_rms_adamw"
        stretch = 0.2 * math.sqrt(max(rows, columns)) if wide else math.sqrt(max(1.0, rows / columns))
        sheet.give("a", stretch)
        shrunk(sheet, self.weight_decay)
        sheet.line("w", "The new weight.", "{w} − {η}·{a}·{O}", sheet["w"] - sheet["η"] * stretch * turned)

    def build(self, tensors: list[torch.Tensor]) -> torch.optim.Optimizer:
        from core.optimizers.muon_module import MuonAndAdamW

        return MuonAndAdamW(tensors, self.options())
