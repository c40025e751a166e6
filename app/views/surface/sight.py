"""Keeping the ball in sight: the sheet stays where it is until the ball leaves it, and then jumps once, so that it
never swims."""

from __future__ import annotations

import numpy as np

from app.views.surface.choice import answered
from core.frames import Frame, RunState
from core.surfaces import gauge

OFF = 0.10  # of the sheet's range: a network farther from its sheet is not on it
GROWN = 1.25  # the run has to be so much longer before a sheet is left for its gap again, while it learns


class Sight:
    """`ticket` is what the probe pins its centre to; a new one re-centres."""

    def __init__(self) -> None:
        self.ticket = 0
        self._rested: tuple[int, float] | None = None  # update and loss for which a sheet was last made at a pause
        self._ran = False  # the run has gone on by itself since a sheet was that of the update at which it stood still
        self._seen = True  # the ball has been on the sheet of this ticket, or it is not known yet that it was not

    def anew(self) -> None:
        """Re-centre."""
        self.ticket += 1
        self._seen = False

    def lost(self, frame: Frame) -> bool:
        """Whether the ball has left the sheet of the present ticket, or the path has outgrown it. A sheet that never
        had it is left alone: re-centring did not help."""
        ball = np.asarray(frame.arrays.get("ball", ()), dtype=float).ravel()
        if answered(frame).ticket != self.ticket or not len(ball) or not np.isfinite(ball).all():
            return False
        ends = [frame.arrays[name] for name in ("alpha", "beta") if name in frame.arrays]
        inside = all(axis[0] <= at <= axis[-1] for axis, at in zip(ends, ball, strict=False))
        if inside:
            self._seen = True
        return self._seen and (not inside or self._outgrown(frame))

    def off(self, frame: Frame, state: RunState, now: int) -> bool:
        """Whether the network is not on the sheet that it lies over, or its colours are of long ago: the first is
        mended now and then while it learns, both at every pause and end. A plane through kept points is nowhere else.
        Where a run has come to stand still, the sheet becomes that of the present update; who goes on step by step
        keeps it, and sees the ball walk on it. `now`: the update that the run is at.
        """
        info = frame.info
        self._ran = self._ran or state is RunState.running
        if answered(frame).ticket != self.ticket or not info.get("pinned") or info.get("plane") in ("points", "line"):
            return False
        gap, of = float(info.get("gap_here", np.nan)), int(info.get("update_of_sheet", 0))
        if state is RunState.running:
            return gap > OFF and frame.update >= max(GROWN * of, 1)
        stage = info.get("stage", (1, 1))
        rest = (frame.update, float(np.asarray(frame.arrays.get("ball_loss", np.nan)).ravel()[0]))
        if frame.update != now or stage[0] < stage[1] or not np.isfinite(rest[1]) or rest == self._rested:
            return False
        self._rested = rest
        self._ran = self._ran and of < frame.update
        return gap > OFF or _faded(frame) or (self._ran and not info.get("whole"))

    @staticmethod
    def _outgrown(frame: Frame) -> bool:
        """Whether the path has doubled since its principal components were found: then they are those of its first
        half."""
        info = frame.info
        return (
            info.get("plane") == "pca"
            and bool(info.get("pinned"))
            and frame.update >= 2 * max(int(info.get("update_of_sheet", 0)), 1)
        )


def _faded(frame: Frame) -> bool:
    """Whether the range of the colours is no longer that of the sheet: other weights have moved since it was pinned."""
    loss, pinned = frame.arrays.get("loss"), frame.arrays.get("levels")
    if loss is None or pinned is None or answered(frame).metric != "loss":
        return False
    return bool(np.abs(gauge.levels(loss) - pinned).max() > 0.5 * (pinned[1] - pinned[0]))
