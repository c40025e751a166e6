"""Relatives of Adam: Adamax, NAdam, RAdam."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Literal

from core.families import Kept, Optimizer, Shape
from core.optimizers.fields import COUPLED, beta, learning_rate, paired, small, weight_decay
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

    def build(self, tensors: list[torch.Tensor]) -> torch.optim.Optimizer:
        import torch

        return torch.optim.RAdam(tensors, foreach=False, **self.options())


def _keep_format(optimizer: torch.optim.Optimizer) -> None:
    """Torch keeps the product of all momenta in float32 but restores it in the format of the weights, and would go on
    differently."""
    for memory in optimizer.state.values():
        memory["mu_product"] = memory["mu_product"].float()
