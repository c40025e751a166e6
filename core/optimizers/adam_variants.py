"""Relatives of Adam: Adamax, NAdam, RAdam."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Literal

import numpy as np

from core.families import Kept, Memory, Optimizer, Shape, Sheet
from core.optimizers.fields import COUPLED, beta, learning_rate, paired, small, weight_decay
from core.optimizers.worked_out import average, averages, corrected, decayed, joined
from core.params import flag, number

if TYPE_CHECKING:
    import torch

_DECOUPLED = "Lets the decay shrink the weights themselves, as AdamW does, instead of joining the gradient."


class _Relative(Optimizer):
    """The fields that the three share."""

    lr: float = learning_rate(0.002)
    beta1: float = beta(0.9, "β₁", "the gradient")
    beta2: float = beta(0.999, "β₂", "its square")
    eps: float = small(1e-8)
    weight_decay: float = weight_decay(help=f"{COUPLED} It is divided like the gradient.")

    def options(self) -> dict[str, Any]:
        return paired(super().options(), "betas", "beta1", "beta2")


class Adamax(_Relative):
    """Adam that divides by the largest recent gradient instead of the average square.

    u ← max(β₂u, |g| + ε), W ← W − η·m̂/u (Kingma and Ba, 2014). A single very large gradient counts in full, not by
    its share of an average.
    """

    label = "Adamax"
    order = 70
    formula: ClassVar[str] = "u ← max(β₂u, |g| + ε); W ← W − ηm̂/u"
    kind: Literal["adamax"] = "adamax"

    def keeps(self, shape: Shape) -> dict[str, Kept]:
        return {"step": Kept(()), "exp_avg": Kept(shape), "exp_inf": Kept(shape)}

    def work_out(self, sheet: Sheet, memory: Memory) -> None:
        joined(sheet, self.weight_decay)
        g, t, beta1 = sheet["g"], sheet.give("t", memory["step"] + 1.0), sheet.give("β₁", self.beta1)
        average(sheet, "m", "g", self.beta1, "β₁", memory["exp_avg"], "exp_avg")
        beta2, eps = sheet.give("β₂", self.beta2), sheet.give("ε", self.eps)
        size = np.maximum(beta2 * sheet.give("u", memory["exp_inf"]), np.abs(g) + eps)
        sheet.line("u", "The largest recent gradient.", "max({β₂}·{u}, |{g}| + {ε})", size, "exp_inf")
        first = sheet.line(
            "m̂", "Undoes that the average starts at 0.", "{m}/(1 − {β₁}^{t})", sheet["m"] / (1.0 - beta1**t)
        )
        sheet.line("w", "The new weight.", "{w} − {η}·{m̂}/{u}", sheet["w"] - sheet["η"] * first / size)

    def build(self, tensors: list[torch.Tensor]) -> torch.optim.Optimizer:
        import torch

        return torch.optim.Adamax(tensors, foreach=False, **self.options())


class NAdam(_Relative):
    """Adam whose momentum looks one step ahead, as Nesterov's does.

    As Adam, with the momentum's coming share μₜ₊₁ already in the step (Dozat, 2016); μₜ = β₁(1 − ½·0.96^{tψ}) grows in
    the course of a run.
    """

    label = "NAdam"
    order = 80
    formula: ClassVar[str] = "W ← W − η(μₜ₊₁m̂ + (1 − μₜ)ĝ)/(√v̂ + ε)"
    kind: Literal["nadam"] = "nadam"
    momentum_decay: float = number(
        0.004,
        0.0,
        0.1,
        minimum=0.0,
        live=True,
        advanced=True,
        label="Momentum's warm-up",
        symbol="ψ",
        help="How fast the momentum grows to its full value.",
    )
    decoupled_weight_decay: bool = flag(False, live=True, advanced=True, label="Decay apart", help=_DECOUPLED)

    def keeps(self, shape: Shape) -> dict[str, Kept]:
        return {"step": Kept(()), "mu_product": Kept((), begins=1.0), "exp_avg": Kept(shape), "exp_avg_sq": Kept(shape)}

    def work_out(self, sheet: Sheet, memory: Memory) -> None:
        decayed(sheet, self.weight_decay, apart=self.decoupled_weight_decay)
        averages(sheet, memory, self.beta1, self.beta2)
        corrected(sheet, "v", self.beta2, "β₂")
        g, t, eps = sheet["g"], sheet["t"], sheet.give("ε", self.eps)
        here, ahead = (self.beta1 * (1.0 - 0.5 * 0.96 ** (each * self.momentum_decay)) for each in (t, t + 1.0))
        sheet.give("ψ", self.momentum_decay)
        sheet.line("μₜ", "The momentum's share now.", "{β₁}·(1 − 0.5·0.96^({t}·{ψ}))", here)
        sheet.line("μₜ₊₁", "Its share in the next update.", "{β₁}·(1 − 0.5·0.96^(({t} + 1)·{ψ}))", ahead)
        product = np.float64(np.float32(memory["mu_product"]) * np.float32(here))
        sheet.give("Π", memory["mu_product"])
        sheet.line(
            "Π", "All shares so far, multiplied; torch keeps it in single precision.", "{Π}·{μₜ}", product, "mu_product"
        )
        along = (1.0 - here) / (1.0 - product) * g + ahead / (1.0 - product * ahead) * sheet["m"]
        formula = "(1 − {μₜ})·{g}/(1 − {Π}) + {μₜ₊₁}·{m}/(1 − {Π}·{μₜ₊₁})"
        sheet.line("u", "The gradient now and the momentum's look ahead.", formula, along)
        new = sheet["w"] - sheet["η"] * along / (np.sqrt(sheet["v̂"]) + eps)
        sheet.line("w", "The new weight.", "{w} − {η}·{u}/(√{v̂} + {ε})", new)

    def build(self, tensors: list[torch.Tensor]) -> torch.optim.Optimizer:
        import torch

        optimizer = torch.optim.NAdam(tensors, foreach=False, **self.options())
        optimizer.register_load_state_dict_post_hook(_keep_format)
        return optimizer


class RAdam(_Relative):
    """Adam that takes plain momentum steps until its average of squares can be trusted.

    ρₜ says how many gradients the average rests on; up to 5 the step is not divided at all, then a rectifying factor r
    grows towards 1 (Liu and others, 2019). A warm-up that is built in.
    """

    label = "RAdam"
    order = 90
    formula: ClassVar[str] = "W ← W − ηm̂ while ρₜ ≤ 5, then W ← W − ηr m̂/(√v̂ + ε)"
    kind: Literal["radam"] = "radam"
    lr: float = learning_rate(0.001)
    decoupled_weight_decay: bool = flag(False, live=True, advanced=True, label="Decay apart", help=_DECOUPLED)

    def keeps(self, shape: Shape) -> dict[str, Kept]:
        return {"step": Kept(()), "exp_avg": Kept(shape), "exp_avg_sq": Kept(shape)}

    def work_out(self, sheet: Sheet, memory: Memory) -> None:
        decayed(sheet, self.weight_decay, apart=self.decoupled_weight_decay)
        averages(sheet, memory, self.beta1, self.beta2)
        first = corrected(sheet, "m", self.beta1, "β₁")
        t, kept = sheet["t"], self.beta2 ** sheet["t"]
        whole = 2.0 / (1.0 - self.beta2) - 1.0
        rests = whole - 2.0 * t * kept / (1.0 - kept)
        sheet.line("ρ∞", "On how many gradients the average can rest at most.", "2/(1 − {β₂}) − 1", whole)
        sheet.line("ρ", "On how many it rests now.", "{ρ∞} − 2·{t}·{β₂}^{t}/(1 − {β₂}^{t})", rests)
        if rests <= 5.0:
            words = "The new weight: the average of squares cannot be trusted yet."
            sheet.line("w", words, "{w} − {η}·{m̂}", sheet["w"] - sheet["η"] * first)
            return
        r = np.sqrt((rests - 4.0) * (rests - 2.0) * whole / ((whole - 4.0) * (whole - 2.0) * rests))
        formula = "√(({ρ} − 4)·({ρ} − 2)·{ρ∞}/(({ρ∞} − 4)·({ρ∞} − 2)·{ρ}))"
        sheet.line("r", "How far it can be trusted.", formula, r)
        size = (np.sqrt(sheet["v"]) + sheet.give("ε", self.eps)) / np.sqrt(1.0 - kept)
        sheet.line("d", "What is divided by.", "(√{v} + {ε})/√(1 − {β₂}^{t})", size)
        sheet.line("w", "The new weight.", "{w} − {η}·{r}·{m̂}/{d}", sheet["w"] - sheet["η"] * r * first / size)

    def build(self, tensors: list[torch.Tensor]) -> torch.optim.Optimizer:
        import torch

        return torch.optim.RAdam(tensors, foreach=False, **self.options())


def _keep_format(optimizer: torch.optim.Optimizer) -> None:
    """Torch keeps the product of all momenta in float32 but restores it in the format of the weights, and would go on
    differently."""
    for memory in optimizer.state.values():
        memory["mu_product"] = memory["mu_product"].float()
