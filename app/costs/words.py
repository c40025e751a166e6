"""Bytes, times and rates as they are read."""

from __future__ import annotations

import math

from app.look.numbers import written

BYTES = ("B", "kB", "MB", "GB", "TB")


def bytes_words(count: float) -> str:
    """ "124 B", "1.2 kB", "86 MB"; of a thousand each."""
    if count < 1000:
        return f"{count:,.0f} B"
    power = min(len(BYTES) - 1, int(math.log10(count) / 3))
    value = count / 1000**power
    return f"{value:.{0 if value >= 10 else 1}f} {BYTES[power]}"


def time_words(seconds: float) -> str:
    """ "0.9 µs", "0.45 ms", "1.2 s", to two digits."""
    for unit, size in (("µs", 1e-6), ("ms", 1e-3)):
        if seconds < 1e3 * size:
            return f"{_two(seconds / size)} {unit}"
    return f"{_two(seconds)} s"


def rate_words(rate: float) -> str:
    """ "1,200", "10 million"."""
    return f"{_two(rate / 1e6)} million" if rate >= 1e6 else f"{float(f'{rate:.2g}'):,.0f}"


def _two(value: float) -> str:
    return written(f"{float(f'{value:.2g}'):,g}")
