"""Rates that fall a little with every update."""

from __future__ import annotations

from typing import ClassVar, Literal

from core.families import Schedule
from core.families.schedule import power
from core.params import number


class Exponential(Schedule):
    """With every update the learning rate is multiplied by γ, a little below 1.

    η·γᵘ in update u. With γ = 0.999 it has halved after 693 updates and is a thousandth after 6,905.
    """

    label = "Exponential"
    order = 20
    formula: ClassVar[str] = "η·γᵘ"
    kind: Literal["exponential"] = "exponential"
    gamma: float = number(
        0.999,
        0.99,
        1,
        above=0.0,
        step=0.0001,
        live=True,
        label="Factor an update",
        symbol="γ",
        help="What the learning rate is multiplied by with every update.",
    )

    def factor(self, update: int) -> float:
        return power(self.gamma, update)
