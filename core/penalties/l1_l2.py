"""What large weights cost: L1 and L2."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

import numpy as np

from core.families import Penalty
from core.params import flag, number

STEPS = (0.0, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0)


class _WeightPenalty(Penalty):
    """The fields that both share."""

    rate: float = number(
        0.0,
        0,
        10,
        minimum=0.0,
        log=True,
        steps=STEPS,
        live=True,
        label="Rate",
        symbol="λ",
        help="What the penalty is multiplied by before it is added to the data's loss. 0: none.",
    )
    biases: bool = flag(
        False,
        live=True,
        advanced=True,
        label="Biases count",
        help="Whether biases are penalized as well; usually only weights are.",
    )


class L1(_WeightPenalty):
    """Every weight costs its size, so useless weights end close to 0.

    λ·Σ|w|. Its gradient λ·sign(w) pulls every weight towards 0 with the same force however small it is. It is added to
    the data's loss and goes through the optimizer like it, so that a weight that nobody needs trembles around 0 by the
    length of a step. At exactly 0 it stays only where links are cut.
    """

    label = "L1"
    order = 0
    formula: ClassVar[str] = "λ·Σ|w|"
    pull: ClassVar[str] = "{λ}·sign({w})"
    kind: Literal["l1"] = "l1"
    kill: bool = flag(
        False,
        label="Cut links at zero",
        help="As in the known playground: a step of its own after the data's step, and a weight that crosses zero is cut for good.",
    )

    @property
    def cuts(self) -> bool:
        return self.kill

    def value(self, weights: np.ndarray) -> float:
        return self.rate * float(np.abs(weights).sum())

    def gradient(self, weights: Any) -> Any:
        return self.rate * (np.sign(weights) if isinstance(weights, np.ndarray) else weights.sign())


class L2(_WeightPenalty):
    """Every weight costs half its square, so large weights shrink most.

    λ·½Σw², with the gradient λ·w: all weights shrink in proportion and the answers change less steeply. With plain
    gradient descent this equals weight decay. With Adam it does not: the gradient λ·w is divided like the rest of the
    gradient, so weights with large gradients shrink less; AdamW's weight decay shrinks all alike.
    """

    label = "L2"
    order = 10
    formula: ClassVar[str] = "λ·½Σw²"
    pull: ClassVar[str] = "{λ}·{w}"
    kind: Literal["l2"] = "l2"

    def value(self, weights: np.ndarray) -> float:
        return self.rate * 0.5 * float(np.square(weights).sum())

    def gradient(self, weights: Any) -> Any:
        return self.rate * weights
