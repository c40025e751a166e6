"""The sine as an activation."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

import numpy as np

from core.families import Activation, Numbers
from core.params import number

if TYPE_CHECKING:
    import torch


class Sine(Activation):
    """A wave: the unit's value goes up and down for ever as its sum grows.

    g(z) = sin(ωz), with the slope ω cos(ωz). A few such units follow curls and stripes that step-like units need many
    for; in return the surface of the loss has many valleys. Large ω means fine detail.
    """

    label = "Sine"
    order = 160
    formula: ClassVar[str] = "g(z) = sin(ωz)"
    by_hand: ClassVar[str] = "sin({ω}·{z})"
    limits: ClassVar[tuple[float | None, float | None]] = (-1.0, 1.0)
    kind: Literal["sine"] = "sine"
    frequency: float = number(
        1.0,
        0.5,
        30.0,
        above=0.0,
        log=True,
        label="Frequency",
        symbol="ω",
        help="What the sum is multiplied by before the sine is taken.",
    )

    def letters(self, learned: dict[str, np.ndarray]) -> dict[str, Numbers]:
        return {"ω": self.frequency}

    def value(self, z: np.ndarray) -> np.ndarray:
        return np.sin(self.frequency * np.asarray(z))

    def slope(self, z: np.ndarray) -> np.ndarray:
        return self.frequency * np.cos(self.frequency * np.asarray(z))

    def build(self, units: int) -> torch.nn.Module:
        from core.activations.elementwise_module import Sine as Module

        return Module(self.frequency)
