"""Numbers as people write them, and the neighbouring round number that an arrow key steps to."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from core.params import Range

_GROUPED = re.compile(r"[+-]?\d{1,3}(,\d{3}){2,}")


def parse(text: str, unit: str = "") -> float:
    """A finite number from text with a decimal point or comma, an exponent, a unit or a per-cent sign; else ValueError
    with a sentence.

    "0,5", "0.5", "1e-3", "1.000,5", "50 %" and "12 updates" are read; two marks: the last one is the decimal mark.
    """
    plain = text.strip().replace("−", "-").replace(" ", "").replace("\u00a0", "").replace("\u202f", "")
    if unit:
        plain = plain.removesuffix(unit.replace(" ", ""))
    share = plain.endswith("%")
    try:
        value = float(_with_point(plain.rstrip("%")).replace("_", "x"))  # float() would take 1_000
    except ValueError:
        raise ValueError(f"“{text.strip()}” is not a number" if text.strip() else "needs a number") from None
    if not math.isfinite(value):
        raise ValueError("must be a finite number")
    return value / 100 if share else value


def _with_point(text: str) -> str:
    if "," not in text:
        return text
    if _GROUPED.fullmatch(text):
        return text.replace(",", "")
    if "." in text and text.rindex(".") > text.rindex(","):
        return text.replace(",", "")
    return text.replace(".", "").replace(",", ".")


def show(value: float, digits: int = 6) -> str:
    """A number as short as it can be said: 0.03, 1e-5, 2500. Whole numbers (seeds) are said in full."""
    if isinstance(value, int):
        return str(value)
    text = f"{value + 0.0:.{digits}g}"  # 0 has no sign
    if "e" not in text:
        return text
    mantissa, exponent = text.split("e")
    return f"{mantissa}e{int(exponent)}"


def in_full(value: float) -> str:
    """A number of a table for reading: as it stands there, its thousands apart."""
    return f"{value + 0.0:,.10g}".replace("-", "−")


def refusal(value: float, limits: Range) -> str:
    """Why a value cannot be taken, in words; empty where it can."""
    if limits.whole and value != int(value):
        return f"must be a whole number, not {show(value)}"
    if limits.minimum is not None and value < limits.minimum:
        return f"must be at least {show(limits.minimum)}"
    if limits.maximum is not None and value > limits.maximum:
        return f"must be at most {show(limits.maximum)}"
    if limits.above is not None and value <= limits.above:
        return f"must be above {show(limits.above)}"
    if limits.below is not None and value >= limits.below:
        return f"must be below {show(limits.below)}"
    return ""


def stepped(value: float, count: int, limits: Range) -> float:
    """The value `count` steps on, held within the friendly range unless the value already lies beyond it."""
    if limits.steps:
        moved = next_of(limits.steps, value, count)
    elif limits.log and value > 0:
        moved = next_round(value, count)
    else:
        size = stride(limits)
        moved = round((value + count * size) / size) * size
    moved = min(max(moved, min(limits.low, value)), max(limits.high, value))
    return tidy(moved, limits)


def stride(limits: Range) -> float:
    """The size of one linear step."""
    size = limits.step or nice_step(limits.low, limits.high)
    return max(1, round(size)) if limits.whole else size


def tidy(value: float, limits: Range) -> float:
    """Whole where it has to be, without the dust of binary fractions."""
    return round(value) if limits.whole else float(f"{value:.10g}")


def next_of(steps: Sequence[float], value: float, count: int) -> float:
    """The entry `count` places above (below) a value in an ascending list; the ends hold."""
    if count > 0:
        later = [step for step in steps if step > value * (1 + 1e-9) + 1e-300]
        return later[min(count, len(later)) - 1] if later else max(value, steps[-1])
    earlier = [step for step in steps if step < value * (1 - 1e-9)]
    return earlier[max(count, -len(earlier))] if earlier else min(value, steps[0])


def next_round(value: float, count: int) -> float:
    """The `count`-th neighbour in … 0.1, 0.2, 0.5, 1, 2, 5, 10 …, for values on a log scale (above 0)."""
    decade = math.floor(math.log10(value))
    ladder = [
        round(base * 10.0**power, 12 - power)
        for power in range(decade - abs(count), decade + abs(count) + 2)
        for base in (1, 2, 5)
    ]
    return next_of(ladder, value, count)


def nice_step(low: float, high: float) -> float:
    """A round step, about a twentieth of the range."""
    rough = abs(high - low) / 20
    if rough <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(rough))
    return next(base * power for base in (1, 2, 5, 10) if base * power >= rough * (1 - 1e-9))
