"""The terrain of a race as a picture needs it: heights on a grid, the range of colours, the levels of contour lines."""

from __future__ import annotations

import dataclasses

import numpy as np

from core.families.terrain import Box, Terrain
from core.frozen import frozen

RESOLUTION = 121
FINE = 241  # where heights count in powers of ten: a valley is a notch then, and its floor lies between coarse points
LINES = 16
LOWEST_SHARE = 1e-4  # of the whole range: heights over the lowest place that a log scale still tells apart


@frozen(eq=False)
class Heights:
    """Heights of a terrain: values[i, j] at (x[i], y[j]).

    `log`: `shown` and `levels` make sense as log₁₀ of the height over `floor`; `scaled` does it. All of `levels` lie
    between `low` and `high`, which are finite robust limits of the heights themselves.
    """

    terrain: Terrain
    x: np.ndarray  # (R,)
    y: np.ndarray  # (R,)
    values: np.ndarray  # (R, R); nan or infinite where the terrain has no height
    low: float
    high: float
    levels: np.ndarray  # (k,) heights, rising
    log: bool
    floor: float  # what is taken off before a logarithm: the lowest value, known or found

    def scaled(self, heights: np.ndarray | float) -> np.ndarray:
        """Heights as they are coloured: themselves, or log₁₀(height − floor + a little) where `log`. nan stays nan, +∞
        becomes the top, −∞ the bottom."""
        heights = np.asarray(heights, dtype=np.float64)
        if not self.log:
            return np.clip(heights, self.low, self.high)
        little = LOWEST_SHARE * (self.high - self.floor)
        with np.errstate(all="ignore"):
            return np.log10(np.clip(heights - self.floor, 0.0, self.high - self.floor) + little)


def heights_of(
    terrain: Terrain, resolution: int | None = None, box: Box | None = None, *, log: bool | None = None
) -> Heights:
    """The heights over the domain or another box, at as many points along each side as they need unless it is said;
    `log` as the terrain suggests unless it is said. `FormulaError` where a typed formula takes too long."""
    (x0, x1), (y0, y1) = box or terrain.domain
    logarithmic = terrain.decades if log is None else log
    resolution = resolution or (FINE if logarithmic else RESOLUTION)
    x, y = np.linspace(x0, x1, resolution), np.linspace(y0, y1, resolution)
    with np.errstate(all="ignore"):
        values = np.array(terrain.value(*np.meshgrid(x, y, indexing="ij")), dtype=np.float64)
    finite = values[np.isfinite(values)]
    low, high = _limits(finite)
    floor = min(terrain.lowest if terrain.lowest is not None else low, low)
    found = Heights(terrain, x, y, values, low, high, np.empty(0), logarithmic, floor)
    return dataclasses.replace(found, levels=_levels(found))


def _limits(finite: np.ndarray) -> tuple[float, float]:
    """The range of the heights, without the last hundredth at the top where that is far away (a pole of a typed
    formula)."""
    if not finite.size:
        return 0.0, 1.0
    low, most, top = (float(limit) for limit in np.quantile(finite, (0.0, 0.99, 1.0)))
    bottom = float(np.quantile(finite, 0.01))
    high = most if top - low > 100.0 * (most - bottom) > 0 else top
    low = bottom if bottom - low > 100.0 * (most - bottom) > 0 else low
    return (low, high) if high > low else (low - 0.5, low + 0.5)


def _levels(found: Heights) -> np.ndarray:
    """Heights of contour lines: evenly apart as they are scaled, so on a log scale near the floor lie more of them."""
    if not found.log:
        return np.linspace(found.low, found.high, LINES + 2)[1:-1]
    bottom, top = float(found.scaled(found.floor)), float(found.scaled(found.high))
    little = LOWEST_SHARE * (found.high - found.floor)
    return 10.0 ** np.linspace(bottom, top, LINES + 2)[1:-1] - little + found.floor
