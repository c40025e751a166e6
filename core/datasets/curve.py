"""What curves y = f(x) with chance added to y have in common."""

from __future__ import annotations

import numpy as np

from core.families import Dataset, Table, TaskKind
from core.params import integer, number
from core.random import Stream

REACH = 5.0
VIEW = (-6.0, 6.0)  # a little beyond the samples, where a net has to guess


class Curve(Dataset):
    """Samples (x, y) of a function, x uniform in ±5."""

    geometry = "curve"
    shelf = "Curves"
    noise_kind = "labels"
    samples: int = integer(
        100,
        10,
        1000,
        minimum=2,
        maximum=200_000,
        live=True,
        label="Samples",
        help="How many samples are drawn, training and test together.",
    )
    noise: float = number(
        0.2,
        0,
        1,
        minimum=0.0,
        step=0.05,
        live=True,
        symbol="σ",
        label="Noise",
        help="Standard deviation of what chance adds to y.",
    )

    @property
    def task(self) -> TaskKind:
        return "values"

    def value(self, x: np.ndarray) -> np.ndarray:
        """The function itself, (samples,) -> (samples,)."""
        raise NotImplementedError

    def table(self, seed: int) -> Table:
        draw = Stream(seed, self.kind)
        x = draw.uniform(self.samples, -REACH, REACH)
        chance = np.sqrt(-2.0 * np.log1p(-draw.uniform(self.samples))) * np.cos(
            draw.uniform(self.samples, 0.0, 2.0 * np.pi)
        )
        return curve_table(x, self.value(x) + self.noise * chance)


def curve_table(x: np.ndarray, y: np.ndarray) -> Table:
    """The table of points (x, y), each (samples,); the plot shows all of them with some air."""
    low, high = (float(y.min()), float(y.max())) if len(y) else (-1.0, 1.0)
    air = 0.15 * (high - low) or 1.0
    reach = max(VIEW[1], float(np.ceil(np.abs(x).max(initial=0.0))))
    return Table(
        x=x[:, None].astype(np.float64), y=y.astype(np.float64), columns=("x",), target="y", domain=((-reach, reach),),
        geometry="curve", target_domain=(low - air, high + air),
    )  # fmt: skip
