"""L-BFGS: steps that know the curvature."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any, ClassVar, Literal

import numpy as np

from core.families import Kept, Look, Memory, Optimizer, Search, Shape
from core.optimizers.fields import learning_rate
from core.params import choice, integer, number

if TYPE_CHECKING:
    import torch


class LBFGS(Optimizer):
    """Guesses the curvature from recent gradients and steps almost straight to the bottom; for all samples at once.

    W ← W − t·H·g, where H approximates the inverse Hessian from the last few steps (Nocedal, 1980). One update makes
    several inner steps and evaluates the loss and its gradient for each, so it costs many times an update of the
    others. It needs the same loss each time: take all samples as one batch, and
    switch nothing off at random (no dropout).
    """

    label = "L-BFGS"
    order = 130
    formula: ClassVar[str] = "W ← W − t·H·g, H ≈ (∂²J/∂W²)⁻¹"
    closure: ClassVar[bool] = True
    kind: Literal["lbfgs"] = "lbfgs"
    lr: float = learning_rate(1.0, "The first length t that is tried for each step; 1 is the method as published.")
    max_iter: int = integer(
        20,
        1,
        50,
        minimum=1,
        live=True,
        label="Inner steps",
        help="Steps made in one update at most.",
        cost="an update computes loss and gradient at least once for each",
    )
    history_size: int = integer(
        100,
        3,
        100,
        minimum=1,
        advanced=True,
        label="Memory",
        unit="steps",
        help="Past steps that the curvature is guessed from.",
    )
    line_search_fn: Literal["strong_wolfe", "none"] = choice(
        "strong_wolfe",
        {"strong_wolfe": "strong Wolfe", "none": "none"},
        live=True,
        advanced=True,
        label="Line search",
        help="Looks for a length that lowers the loss enough; without it the step is η, come what may.",
    )
    tolerance_grad: float = number(
        1e-7,
        1e-10,
        1e-3,
        minimum=0.0,
        log=True,
        live=True,
        advanced=True,
        label="Flat enough",
        help="Ends the inner steps when no component of the gradient is larger.",
    )
    tolerance_change: float = number(
        1e-9,
        1e-12,
        1e-3,
        minimum=0.0,
        log=True,
        live=True,
        advanced=True,
        label="Still enough",
        help="Ends the inner steps when weights or loss change less than this.",
    )

    def options(self) -> dict[str, Any]:
        line_search = None if self.line_search_fn == "none" else self.line_search_fn
        return super().options() | {"max_eval": self.looks_at_most, "line_search_fn": line_search}

    @property
    def looks_at_most(self) -> int:
        """How many times an update looks at the loss before it makes no other inner step: follows from these as torch's
        own default does."""
        return self.max_iter * 5 // 4

    def search(self, look: Look, weights: np.ndarray, memory: Memory, rate: float) -> Search:
        from core.optimizers.inner_steps import Bounds, Course

        bounds = Bounds(
            self.max_iter, self.looks_at_most, self.history_size, self.line_search_fn != "none", self.tolerance_grad,
            self.tolerance_change,
        )  # fmt: skip
        return Course(bounds, look, weights, memory, rate).search()

    def keeps(self, shape: Shape) -> dict[str, Kept]:
        counts = {name: Kept((), plain=True) for name in ("func_evals", "n_iter")}
        vector, number = (
            dataclasses.replace(Kept(each, always=False, after="n_iter"), plain=not each) for each in (shape, ())
        )
        steps = {name: dataclasses.replace(vector, listed=True) for name in ("old_dirs", "old_stps")}
        factors = dataclasses.replace(number, listed=True)
        return (
            counts
            | steps
            | {"d": vector, "prev_flat_grad": vector, "t": number, "H_diag": number, "prev_loss": number}
            | {"ro": factors, "al": dataclasses.replace(factors, after="", spare=True)}
        )

    def build(self, tensors: list[torch.Tensor]) -> torch.optim.Optimizer:
        import torch

        return torch.optim.LBFGS(tensors, **self.options())
