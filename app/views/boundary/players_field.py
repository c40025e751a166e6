"""What players draw over the input space: who makes samples as a warped grid, and where the judge pushes each
generated sample."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg

from app.look.theme import LIGHT, Theme, mix
from app.views.drawing.plot import Plot, pen
from core.frames import Frame

INK = LIGHT.text  # maps are light in both themes
RIM = "#A0FFFFFF"  # pale, and the map shows through
LONGEST = 30.0  # px of the longest arrow at a text scale of 1
SHORTEST = 3.0  # px: a weaker push is drawn as long as this, so that it can be seen to be there and to be weak
HEAD, WIDE = 0.38, 0.24  # of an arrow: its head's length, and half of its width
MOST_ARROWS = 80
STRONG = 0.9  # the quantile of the pushes that counts as how strong they are


class PlayersField:
    """Two items over a plot: a bundle of curves with a pale rim, and arrows."""

    def __init__(self, plot: Plot) -> None:
        self._plot = plot
        self._run, self.strongest = (
            -1,
            0.0,
        )  # of the run: how strong its pushes have been at most, in 1/units of the data
        self.rim, self.lines = (pg.PlotCurveItem(connect="finite", antialias=True) for _ in range(2))
        self.halo, self.arrows = (pg.PlotCurveItem(connect="finite", antialias=True) for _ in range(2))
        for item, depth in ((self.rim, 6), (self.lines, 7), (self.halo, 21), (self.arrows, 22)):
            item.setZValue(depth)
            plot.addItem(item)

    def show_grid(self, frame: Frame | None, theme: Theme) -> None:
        """The curves (curves, points, 2) of a warped grid; None: none."""
        curves = frame.arrays.get("lines") if frame is not None else None
        if curves is None or not len(curves):
            for item in (self.rim, self.lines):
                item.setData([], [])
            return
        every = joined(curves)
        self.rim.setData(*every, pen=pen(RIM, 2.6 * theme.scale))
        self.lines.setData(*every, pen=pen(mix(INK, "#FFFFFF", 0.2), 1.0 * theme.scale))

    def show_push(self, frame: Frame | None, theme: Theme) -> None:
        """Arrows from the generated samples of a boundary frame; None, or a frame without "push": none."""
        push = frame.arrays.get("push") if frame is not None else None
        unit = self._plot.px_size() if push is not None and len(push) else None
        if frame is None or push is None or unit is None:
            for item in (self.halo, self.arrows):
                item.setData([], [])
            return
        x, y = arrows(generated_of(frame), push, unit, theme.scale, self._measure(frame.run, push))
        self.halo.setData(x, y, pen=pen(RIM, 3.4 * theme.scale))
        self.arrows.setData(x, y, pen=pen(INK, 1.5 * theme.scale))

    def _measure(self, run: int, push: np.ndarray) -> float:
        """How strong a push is drawn at full length: the strongest so far in the run, so that arrows become shorter
        where the gradient vanishes."""
        if run != self._run:
            self._run, self.strongest = run, 0.0
        self.strongest = max(self.strongest, strength(push))
        return self.strongest


def generated_of(frame: Frame) -> np.ndarray:
    """Places (n, 2) of the generated samples of a boundary frame, in the order of its "push"."""
    return frame.arrays["points"][frame.arrays["y"] == 0]


def joined(curves: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Curves (curves, points, 2) as one x and one y with gaps between them."""
    gaps = np.concatenate([curves, np.full((len(curves), 1, 2), np.nan)], axis=1).reshape(-1, 2)
    return gaps[:, 0], gaps[:, 1]


def strength(push: np.ndarray) -> float:
    """How strong pushes (n, 2) are: nine of ten are weaker; 0 where none is known."""
    length = np.hypot(push[:, 0], push[:, 1])
    known = np.isfinite(length)
    return float(np.quantile(length[known], STRONG)) if known.any() else 0.0


def arrows(
    starts: np.ndarray, push: np.ndarray, unit: tuple[float, float], scale: float, strong: float
) -> tuple[np.ndarray, np.ndarray]:
    """Line pieces of arrows from `starts` (n, 2) along `push` (n, 2), with gaps; a px is `unit` in data units.

    Lengths are in proportion to the push, up to the full length at `strong`; a weak push keeps a short arrow, and only
    where there is none at all is there none.
    """
    count = min(len(starts), len(push))
    starts, push = starts[:count], push[:count]
    chosen = np.arange(0, count, max(1, -(-count // MOST_ARROWS)))
    starts, push = starts[chosen], push[chosen]
    length = np.hypot(push[:, 0], push[:, 1])
    seen = np.isfinite(length) & (length > 0)
    if strong <= 0 or not seen.any():
        return np.zeros(0), np.zeros(0)
    starts, push, length = starts[seen], push[seen], length[seen]
    drawn = np.clip(length / strong * LONGEST, SHORTEST, LONGEST) * scale
    px = push / length[:, None] / np.array(unit)  # how its direction looks on the screen
    along = px / np.hypot(px[:, 0], px[:, 1])[:, None] * drawn[:, None]
    across = np.column_stack([-along[:, 1], along[:, 0]]) * WIDE
    start = starts / np.array(unit)
    tip, back = start + along, start + along * (1 - HEAD)
    gap = np.full_like(tip, np.nan)
    path = np.stack([start, tip, gap, back + across, tip, back - across, gap], axis=1) * np.array(unit)
    return path[..., 0].ravel(), path[..., 1].ravel()
