"""How far a picture can be trusted: the range that its colours show, the gap under the path, and what to say of
both."""

from __future__ import annotations

import math

import numpy as np

GAP, KEPT = 0.10, 0.70  # beyond these the picture misleads about the path
CLIFF = 20.0  # times the lower three quarters' range: higher values are cliffs, they must not squeeze the rest


def levels(values: np.ndarray) -> np.ndarray:
    """The range (2,) that colours show, always finite and with some width: from the lowest value to the highest that is
    no cliff."""
    finite = values[np.isfinite(values)]
    if not finite.size:
        return np.array([0.0, 1.0])
    low, quarter, high = (float(value) for value in (finite.min(), np.quantile(finite, 0.75), finite.max()))
    if quarter > low:
        high = min(high, low + CLIFF * (quarter - low))
    if is_flat(finite):
        margin = max(0.05 * abs(low), 1e-3)
        return np.array([low - margin, high + margin])
    return np.array([low, high])


def is_flat(values: np.ndarray) -> bool:
    """Whether all finite values are one, but for rounding."""
    finite = values[np.isfinite(values)]
    return finite.size > 0 and float(finite.max() - finite.min()) <= 1e-9 * max(1e-3, abs(float(finite.max())))


def relative_gap(true: np.ndarray, sheet: np.ndarray, shown: np.ndarray) -> float:
    """The median of |true loss − sheet under it| over the path's points above the sheet, in units of the sheet's range;
    nan where none is.

    A point that one of them calls infinite and the other does not is as far off as can be.
    """
    over = ~np.isnan(sheet) & ~np.isnan(true)
    if not over.any():
        return math.nan
    with np.errstate(invalid="ignore"):
        gaps = np.abs(true[over] - sheet[over])
    gaps[true[over] == sheet[over]] = 0.0
    return float(np.median(gaps)) / float(shown[1] - shown[0])


def misleads(kept: float, gap: float, points: int, outside: int, plane: str = "plane") -> str:
    """What to know before reading the path on this picture; "" where there is nothing to fear."""
    reasons = []
    if kept < KEPT:
        reasons.append(f"the {plane} keeps {percent(kept)} of the path's variance")
    if gap > GAP:
        reasons.append(
            f"half of the path's points lie farther from the sheet than {percent(gap)} of its range"
            if gap < 10
            else "half of the path's points lie many times the sheet's range away from it"
        )
    if reasons:
        return f"Do not read the path off this picture: {' and '.join(reasons)}."
    if points > 1 and 2 * outside > points:
        return f"{outside} of the path's {points} points lie outside of this picture: a larger span shows them."
    return ""


def of_its_own_choice(directions: int) -> str:
    """What to know of two directions that the path itself has chosen out of so many.

    The first two principal components of a long random walk keep 6/π² · (1 + 1/4) = 76 % of its variance where it has
    very many directions, more of them where it has few (Antognini and Sohl-Dickstein, 2018).
    """
    return (
        f"Two directions of {directions:,}: a wall here may have a door elsewhere. The path chose this plane, and even a "
        "long random walk keeps 76 % or more of itself in its own."
    )


def off_the_sheet(true: float, sheet: float, gap: float, word: str = "loss", *, own: bool = True) -> str:
    """A sentence on a network that is not where the picture has it; "" where it is, or where it lies beside the
    sheet. `own`: the plane is the run's own, and can be laid through it."""
    if not gap > GAP:  # or not known
        return ""
    what = "Re-centre." if own else "The plane is that of the run beside it."
    return f"The network is not on this sheet: its {word} is {true:.3g}, the sheet there {sheet:.3g}. {what}"


def percent(share: float) -> str:
    """ "83 %"; what is not quite nothing or all is not rounded to it."""
    if 0 < share < 0.005:
        return "less than 1 %"
    return f"{100 * share:.1f} %" if 0.99 <= share < 0.9995 else f"{100 * share:.0f} %"


def cliffs(values: np.ndarray, word: str = "loss") -> str:
    """A sentence on values that no scale can hold, or on a sheet without any shape; `word` is what is measured."""
    finite = np.isfinite(values)
    if not finite.any():
        return f"No point of this sheet has a finite {word}."
    if not finite.all():
        return f"{values.size - int(finite.sum()):,} of {values.size:,} points have no finite {word}: they are drawn as cliffs."
    if is_flat(values):
        return f"A plateau: the {word} is {float(values.flat[0]):.4g} everywhere on this sheet; nothing on it shows a way down."
    return ""
