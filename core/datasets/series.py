"""Time series: a window of the past, and the next value."""

from __future__ import annotations

import csv
import functools
from typing import ClassVar, Literal

import numpy as np

from core.datasets.sequences import Sequences, sequence_table
from core.families import Shape, Table
from core.messages import BadInput
from core.params import choice, integer, number
from core.random import Stream

CO2_BEGINS = 1958 * 12 + 2  # months from the year 0 to March 1958, the first month of the series


class Series(Sequences):
    """What time series share: windows of `steps` values and the value after them; the training part is the past, the
    test part the future."""

    shelf = "Time series"
    in_order: ClassVar[bool] = True
    unit: ClassVar[str] = "value"
    steps: int

    @property
    def task(self) -> str:
        return "forecast"

    @property
    def sample_shape(self) -> Shape:
        return (self.steps, 1)

    @property
    def says(self) -> str:
        """What the next value is, with its unit in brackets."""
        return self.unit

    @property
    def clock(self) -> tuple[float, float, str]:
        return float(self.steps + 1), 1.0, "step"

    def values(self, seed: int) -> np.ndarray:
        """The series itself, (length,), scaled so that most of it lies between −1 and 1."""
        raise NotImplementedError

    def table(self, seed: int) -> Table:
        """`BadInput` where the series is shorter than a window."""
        values = self.values(seed)
        if len(values) < self.steps + 2:
            raise BadInput(
                "data", "steps", f"the series has {len(values)} values: at most {len(values) - 2} steps fit into it"
            )
        windows = np.lib.stride_tricks.sliding_window_view(values, self.steps + 1)
        low, high = float(values.min()), float(values.max())
        return sequence_table(
            windows[:, :-1, None],
            windows[:, -1].copy(),
            ("",),
            target=f"next {self.says}",
            domain=(low - 0.1, high + 0.1),
        )


def _steps(default: int) -> int:
    return integer(
        default,
        4,
        60,
        minimum=1,
        maximum=400,
        label="Window",
        unit="steps",
        help="How many past values the network sees.",
    )


class Sines(Series):
    """A sum of two or three sine waves with periods that do not fit together, and noise if you like.

    Two past values are enough to continue one pure wave, four for two of them: a net without any memory does well, as
    long as there is no noise.
    """

    label = "Sine mixture"
    order = 84
    noise_kind: ClassVar[str] = "values"
    kind: Literal["sines"] = "sines"
    samples: int = integer(
        600, 100, 3000, minimum=20, maximum=100_000, live=True, label="Samples", help="Length of the series."
    )
    waves: int = integer(2, 1, 4, minimum=1, maximum=6, label="Waves", help="How many sine waves are added.")
    steps: int = _steps(16)
    noise: float = number(
        0.0,
        0,
        0.5,
        minimum=0.0,
        step=0.05,
        live=True,
        label="Noise",
        symbol="σ",
        help="Standard deviation of what chance adds to every value.",
    )

    def values(self, seed: int) -> np.ndarray:
        draw = Stream(seed, "sines")
        periods, phases = (
            12.0 * np.sqrt(2.0) ** np.arange(self.waves) * (1 + 0.1 * draw.uniform(self.waves)),
            draw.uniform(self.waves, 0.0, 2 * np.pi),
        )
        time = np.arange(self.samples + self.steps)[:, None]
        waves = np.sin(2 * np.pi * time / periods + phases).sum(axis=1) / self.waves
        return waves + self.noise * draw.normal(len(waves))


class Sunspots(Series):
    """Sunspots counted every year since 1700: a rhythm of about eleven years that is never quite the same.

    Numbers are divided by 100. The first part of the centuries trains, the last part tests: saying last year's number
    again is the rule to beat.
    """

    label = "Sunspots"
    order = 85
    unit: ClassVar[str] = "year (sunspots ÷ 100)"
    kind: Literal["sunspots"] = "sunspots"
    steps: int = _steps(12)

    @property
    def measured(self) -> tuple[float, str]:
        return 100.0, "sunspots"

    @property
    def clock(self) -> tuple[float, float, str]:
        return float(_column("sunspots.csv", 0)[self.steps]), 1.0, "year"

    def values(self, seed: int) -> np.ndarray:
        return _column("sunspots.csv", 1) / 100.0


class Co2(Series):
    """Carbon dioxide in the air over Mauna Loa since 1958: it rises, and breathes with the seasons.

    Monthly means of the weekly measurements; gaps are filled along a straight line. In units of 50 ppm above 340 ppm.
    The future lies above everything that was trained on: a net that sees only the values fails there, until it is asked
    for differences.
    """

    label = "CO₂"
    order = 86
    kind: Literal["co2"] = "co2"
    steps: int = _steps(24)
    change: Literal["values", "changes"] = choice(
        "values",
        {"values": "the values", "changes": "their changes"},
        label="Series",
        help="The values themselves, or by how much they change from month to month (in ppm).",
    )

    @property
    def says(self) -> str:
        return "month (CO₂, scaled)" if self.change == "values" else "month (change in ppm)"

    @property
    def measured(self) -> tuple[float, str]:
        return (50.0 if self.change == "values" else 1.0), "ppm"

    @property
    def clock(self) -> tuple[float, float, str]:
        first = CO2_BEGINS + self.steps + (self.change == "changes")
        return first / 12, 1 / 12, "year"

    def values(self, seed: int) -> np.ndarray:
        """The values, or their changes from month to month."""
        return (_monthly() - 340.0) / 50.0 if self.change == "values" else np.diff(_monthly())


@functools.cache
def _column(file: str, place: int) -> np.ndarray:
    """A column of a shipped series as numbers, nan for gaps; read-only."""
    from core.machine.resources import DATA

    with (DATA / file).open(encoding="utf-8", newline="") as source:
        rows = list(csv.reader(source))[1:]
    values = np.array([float(row[place] or "nan") for row in rows])
    values.setflags(write=False)
    return values


@functools.cache
def _monthly() -> np.ndarray:
    """Means of the months from March 1958 on, gaps filled along a straight line; read-only."""
    days, weeks = _column("co2.csv", 0).astype(int), _column("co2.csv", 1)
    months = days // 10_000 * 12 + days // 100 % 100
    each = np.arange(months.min(), months.max() + 1)
    sums = np.array(
        [np.mean(known) if len(known := weeks[(months == month) & ~np.isnan(weeks)]) else np.nan for month in each]
    )
    known = ~np.isnan(sums)
    filled = np.interp(each, each[known], sums[known])
    filled.setflags(write=False)
    return filled
