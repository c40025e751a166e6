"""Axis: a setting and the values that a study gives it, one after the other."""

from __future__ import annotations

import math
from collections.abc import Sequence

from core.frozen import frozen
from core.messages import BadInput

FEW = 9  # values of a range that does not say how many
MOST = 1000
EACH = 20  # so many whole numbers are all taken
SHORT = 3  # digits that the values of a range are written with, as long as that tells them apart
DIGITS = 6  # that a value between the ends is rounded to, so that it can be read and typed again


@frozen
class Axis:
    """The setting at a `path`, as `--set` names it, and its values. Those of a range stand for all between the first
    and the last; `log`: they lie apart by a factor."""

    path: str
    values: tuple[object, ...]
    log: bool = False
    ranged: bool = False

    @property
    def numeric(self) -> bool:
        """Whether all values are numbers, and may be drawn along a scale."""
        return all(isinstance(value, (int, float)) and not isinstance(value, bool) for value in self.values)

    @property
    def names(self) -> tuple[str, ...]:
        """The values as they are written over a column."""
        if self.ranged:
            for digits in range(SHORT, DIGITS):
                short = tuple(f"{value:.{digits}g}" for value in self.values)
                if len(set(short)) == len(short) and not any("e+" in name for name in short):
                    return short
        return tuple(map(named, self.values))

    @property
    def short(self) -> list[str]:
        """The same, each of which there is once."""
        names = list(self.names)
        return [name if names.count(name) == 1 else f"{name} ({place})" for place, name in enumerate(names, start=1)]


def named(value: object) -> str:
    """A value as it is written beside others: short."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return f"{value:.6g}"
    if isinstance(value, (list, tuple)):
        text = " + ".join(map(named, value)) or "none"
    elif isinstance(value, dict):
        text = " ".join(named(item) for key, item in value.items() if key != "name")
    else:
        text = " ".join(str(value).split())
    return text if len(text) <= 40 else f"{text[:39]}…"


def between(path: str, ends: tuple[float, float], count: int = 0, *, log: bool = False, whole: bool = False) -> Axis:
    """A range of `count` values, both ends among them: `FEW` where it says 0, but of whole numbers all where they are
    few. `BadInput` where there is none."""
    low, high = ends
    if not (math.isfinite(low) and math.isfinite(high)):
        raise BadInput("--vary", path, f"a range has two ends that are finite numbers, not {low:g} and {high:g}")
    if low == high:
        raise BadInput("--vary", path, f"the range ends where it begins, at {low:g}")
    if log and (low <= 0 or high <= 0):
        raise BadInput("--vary", path, "a logarithmic range has ends above 0: leave :log away, or begin above 0")
    if count and not 2 <= count <= MOST:
        raise BadInput("--vary", path, f"a range has 2 to {MOST} values, not {count}")
    each = whole and not log and not count and abs(high - low) < EACH
    count = int(abs(high - low)) + 1 if each else count or FEW
    values = [_place(low, high, number / (count - 1), log=log) for number in range(count)]
    return Axis(path, _distinct([round(value) for value in values] if whole else values), log, ranged=True)


def choices(path: str, values: Sequence[object]) -> Axis:
    """Values that are named one by one; `BadInput` where there are none or one is there twice."""
    if not values or "" in values:
        raise BadInput("--vary", path, "names no values: PATH=FROM..TO or PATH=A,B,C")
    for place, value in enumerate(values):
        if value in values[:place] and type(value) is type(values[values.index(value)]):
            raise BadInput("--vary", path, f"{named(value)} is there twice")
    return Axis(path, tuple(values))


def _place(low: float, high: float, share: float, *, log: bool) -> float:
    """What lies at a share of the way from one end to the other; the ends are what they are."""
    if share in (0, 1):
        return high if share else low
    value = low * (high / low) ** share if log else low + share * (high - low)
    return float(f"{value:.{DIGITS}g}")


def _distinct(values: Sequence[float]) -> tuple[float, ...]:
    return tuple(dict.fromkeys(values))
