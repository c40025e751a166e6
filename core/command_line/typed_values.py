"""The values that options take, read from what was typed; argparse says what is wrong."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from typing import Any

from core.documents.typed import value

MOST_DIGITS = 17  # that a number in double precision has
BENCHES = (
    "engines",
    "runs",
    "big",
    "presets",
    "gpu",
    "live",
    "four",
    "listed",
    "switches",
    "views",
    "maps",
    "surface",
    "scrub",
    "race",
    "start",
    "memory",
    "scaling",
)


def whole(least: int) -> Callable[[str], int]:
    """A reader of whole numbers from `least` on."""

    def read(text: str) -> int:
        try:
            number = int(text.replace("_", ""))
        except ValueError:
            number = least - 1
        if not least <= number <= 2**53:
            raise argparse.ArgumentTypeError(f"must be a whole number, at least {least}, not {text!r}")
        return number

    return read


def positive(text: str) -> float:
    """A number above 0; a decimal comma is taken."""
    number = value(text)
    if isinstance(number, bool) or not isinstance(number, (int, float)) or not 0 < number < float("inf"):
        raise argparse.ArgumentTypeError(f"must be a number above 0, not {text!r}")
    return float(number)


def digits(text: str) -> int:
    """Significant digits of a number that is written."""
    number = whole(1)(text)
    if number > MOST_DIGITS:
        raise argparse.ArgumentTypeError(f"must be a whole number from 1 to {MOST_DIGITS}, not {text!r}")
    return number


def odd(text: str) -> int:
    """An odd number of points, so that one of them is the centre."""
    number = whole(3)(text)
    if number % 2 == 0 or number > 401:
        raise argparse.ArgumentTypeError(
            f"must be an odd whole number from 3 to 401, so that one point is the centre, not {text!r}"
        )
    return number


def size(text: str) -> tuple[int, int]:
    """ "1280x800" as (1280, 800)."""
    found = re.fullmatch(r"(\d{3,4})x(\d{3,4})", text)
    if not found:
        raise argparse.ArgumentTypeError(f"must be WIDTHxHEIGHT in pixels, such as 1280x800, not {text!r}")
    return int(found[1]), int(found[2])


def bench(text: str) -> str:
    """The name of a measurement."""
    if text not in BENCHES:
        raise argparse.ArgumentTypeError(f"{text!r} is not known; allowed: {', '.join(BENCHES)}")
    return text


def cluster(text: str) -> str:
    """ "ray", or "ray://" with an address."""
    if text != "ray" and not re.fullmatch(r"ray://[^/\s]+", text):
        raise argparse.ArgumentTypeError(f"must be ray or ray://HOST:PORT, not {text!r}")
    return text


def assignment(text: str) -> tuple[str, Any]:
    """ "optimizer.lr=0.1" as (path, value)."""
    path, sign, right = text.partition("=")
    if not sign or not path.strip():
        raise argparse.ArgumentTypeError(f"must be PATH=VALUE, such as optimizer.lr=0.1, not {text!r}")
    return path.strip(), value(right.strip())
