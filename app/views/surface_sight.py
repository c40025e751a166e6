"""Keeping the ball in sight: the sheet stays where it is until the ball leaves it, and then jumps once, so that it never swims."""

from __future__ import annotations

import numpy as np

from core.frames import Frame


class Sight:
    """`ticket` is what the probe pins its centre to; a new one re-centres."""

    def __init__(self) -> None:
        self.ticket = 0
        self._seen = True  # the ball has been on the sheet of this ticket, or it is not known yet that it was not

    def anew(self) -> None:
        """Re-centre."""
        self.ticket += 1
        self._seen = False

    def lost(self, frame: Frame) -> bool:
        """Whether the ball has left the sheet of the present ticket, or the path has outgrown it. A sheet that never had it is left alone: re-centring did not help."""
        ball = np.asarray(frame.arrays.get("ball", ()), dtype=float).ravel()
        if getattr(frame.request, "ticket", self.ticket) != self.ticket or not len(ball) or not np.isfinite(ball).all():
            return False
        ends = [frame.arrays[name] for name in ("alpha", "beta") if name in frame.arrays]
        inside = all(axis[0] <= at <= axis[-1] for axis, at in zip(ends, ball, strict=False))
        if inside:
            self._seen = True
        return self._seen and (not inside or self._outgrown(frame))

    @staticmethod
    def _outgrown(frame: Frame) -> bool:
        """Whether the path has doubled since its principal components were found: then they are those of its first half."""
        info = frame.info
        return info.get("plane") == "pca" and bool(info.get("pinned")) and frame.update >= 2 * max(int(info.get("update_of_sheet", 0)), 1)
