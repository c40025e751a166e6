"""Rates that fall in steps."""

from __future__ import annotations

from typing import ClassVar, Literal

from core.families import Schedule
from core.families.schedule import power
from core.params import integer, number


class Step(Schedule):
    """Every so many updates the learning rate is multiplied by γ.

    η·γ^⌊u/every⌋ in update u. The loss often drops visibly after each step: the weights stop trembling and settle.
    """

    label = "Steps"
    order = 10
    formula: ClassVar[str] = "η·γ^⌊u/every⌋"
    kind: Literal["step"] = "step"
    every: int = integer(
        500,
        10,
        10_000,
        minimum=1,
        log=True,
        live=True,
        label="Every",
        unit="updates",
        help="Updates between two steps.",
    )
    gamma: float = number(
        0.5,
        0.05,
        1,
        above=0.0,
        step=0.05,
        live=True,
        label="Factor",
        symbol="γ",
        help="What the learning rate is multiplied by at each step.",
    )

    def factor(self, update: int) -> float:
        return power(self.gamma, update // self.every)
