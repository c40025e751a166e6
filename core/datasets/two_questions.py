"""Two questions about one point, which may both be answered with yes."""

from __future__ import annotations

import dataclasses
from typing import ClassVar, Literal

import numpy as np

from core.datasets.planar import Planar
from core.families import Table
from core.random import Stream

RADIUS, REACH = 3.5, 5.5
SLANT = 0.5  # of the line x₂ = x₁ · SLANT


class TwoQuestions(Planar):
    """Two questions about each point: does it lie in the disc, and does it lie above the line?

    Both answers may be yes, or neither. Points are uniform in ±5.5; the disc has radius 3.5, the line is x₂ = x₁/2.
    Noise moves a point by up to ±6·noise along both axes before it is asked about, and shows it where it was. Made for
    the task of several answers; with four classes, one for each combination, it can be set as well.
    """

    label = "Disc + line"
    order = 9
    noise_kind = "labels"
    class_names: ClassVar[tuple[str, ...]] = ("neither", "in disc", "above line", "both")
    kind: Literal["two_questions"] = "two_questions"

    @property
    def task(self) -> str:
        return "answers"

    @property
    def answers(self) -> tuple[str, ...]:
        return ("in disc", "above line")

    @property
    def tasks(self) -> tuple[str, ...]:
        return ("answers", "classes")

    def table(self, seed: int) -> Table:
        draw = Stream(seed, "two questions")
        x1, x2 = (draw.uniform(self.samples, -REACH, REACH) for _ in range(2))
        jitter = 6.0 * self.noise
        seen1, seen2 = (x + draw.uniform(self.samples, -jitter, jitter) for x in (x1, x2))
        inside, above = seen1**2 + seen2**2 < RADIUS**2, seen2 > SLANT * seen1
        table = self.plane_table(x1, x2, (inside + 2 * above).astype(np.int64))
        return dataclasses.replace(table, answers=self.answers, target="answers", classes=self.names)
