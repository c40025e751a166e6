"""How a player that makes samples bends the plane of its noise into the plane of the data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

from core.families import imitators
from core.params import integer, number
from core.probing.probe import Answer, Probe

if TYPE_CHECKING:
    from core.probing.moment import Moment

POINTS = 61  # along each curve


class WarpedGrid(Probe):
    """A regular grid in the plane of the noise, and what the player makes of its lines.

    The first two noise numbers span the grid, all others are 0; noise of one number gives a single curve.
    """

    label = "Warped grid"
    kind: Literal["warped_grid"] = "warped_grid"
    lines: int = integer(13, 5, 25, minimum=2, maximum=101, label="Lines", help="How many lines run each way.")
    span: float = number(
        2.0,
        0.5,
        3.0,
        above=0.0,
        maximum=10.0,
        label="Span",
        help="How far the grid reaches from 0 in noise numbers; uniform noise ends at 1.",
    )

    def compute(self, moment: Moment) -> Answer:
        """ "lines" (k, m, 2) in the data's units: first those along the first noise number, then those along the
        second; "axis" (k,) says which one changes along each, "at" (k,) what the other one is there (0 for the only
        curve of one number)."""
        if not moment.made or moment.prepared.table.geometry != "plane":
            return {}, {
                "problem": f"The grid of the noise stands here where the task is a {' or '.join(imitators().values())} on points in the plane."
            }
        made = moment.made[0]
        latent = made.maker.inputs[0]
        noise, axis, at = self._noise(latent, min(self.span, 1.0) if made.maker.noise == "uniform" else self.span)
        with np.errstate(all="ignore"):
            lines = made.of(noise.reshape(-1, latent)).reshape(*noise.shape[:2], -1)
        return {"lines": lines, "axis": axis, "at": at}, {
            "problem": "",
            "latent": latent,
            "span": float(np.abs(noise).max()),
        }

    def _noise(self, latent: int, span: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """(curves, points, latent) with (curves,) which number runs and (curves,) where the other one stands."""
        along, across = np.linspace(-span, span, POINTS), np.linspace(-span, span, self.lines)
        if latent == 1:
            return along[None, :, None], np.zeros(1, dtype=np.int64), np.zeros(1)
        found = np.zeros((2 * self.lines, POINTS, latent))
        for axis in (0, 1):
            half = found[axis * self.lines : (axis + 1) * self.lines]
            half[:, :, axis], half[:, :, 1 - axis] = along, across[:, None]
        return found, np.repeat([0, 1], self.lines), np.tile(across, 2)
