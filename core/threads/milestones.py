"""Milestones: after how many updates a run had seen how many samples and learned for how many seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from core.comparison.comparison import Pace


MOST = 4096  # of them; beyond, every other one goes


class Milestones:
    """One is set after each slice; between two, a run is taken to have gone on evenly: that is right to within a
    batch."""

    def __init__(self) -> None:
        self._rows: list[tuple[float, float, float]] = [(0.0, 0.0, 0.0)]

    def set(self, updates: int, samples: int, seconds: float) -> None:
        """The run is here now; where it stood later before, that is no more."""
        while self._rows[-1][0] >= updates and len(self._rows) > 1:
            self._rows.pop()
        if updates:
            self._rows.append((float(updates), float(samples), seconds))
        if len(self._rows) > MOST:
            self._rows = [*self._rows[:-1:2], self._rows[-1]]

    def at(self, updates: int, axis: Pace) -> float:
        """Where a run was on an axis after so many updates."""
        columns = self._columns()
        return float(np.interp(updates, columns["updates"], columns[axis]))

    def updates_at(self, axis: Pace, place: float) -> int:
        """The update after which it was there, or at its nearest."""
        columns = self._columns()
        return round(float(np.interp(place, columns[axis], columns["updates"])))

    def _columns(self) -> dict[Pace, np.ndarray]:
        updates, samples, seconds = np.asarray(self._rows, dtype=np.float64).T
        return {"updates": updates, "samples": samples, "seconds": seconds}
