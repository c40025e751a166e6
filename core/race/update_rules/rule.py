"""What an update rule offers: the next value of a number, and the story of how it came about."""

from __future__ import annotations

import copy
import math
from typing import Any, Self

import numpy as np

from core.frozen import frozen
from core.messages import without_sign_of_zero

_SUPERSCRIPT = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


@frozen
class Stage:
    """One part of an update of one number. `filled` is the right-hand side of `formula` with the numbers in it, and its
    value."""

    key: str  # decay, momentum, square, correction, rate, step
    title: str
    words: str
    formula: str
    filled: str
    value: float


class UpdateRule:
    """The memory of one number under one optimizer. `optimizer` is the component with its settings."""

    def __init__(self, optimizer: Any) -> None:
        self.lr: float = optimizer.lr

    def step(self, w: float, g: float) -> float:
        """The number after one more update; g is the slope of the terrain there."""
        raise NotImplementedError

    def told(self, before: Self, w: float, g: float) -> tuple[Stage, ...]:
        """The parts of the last update; `before` is this rule as it was before it, w and g what was given to `step`.
        The last part is the step."""
        raise NotImplementedError

    def remembered(self) -> Self:
        """A copy that stays as it is."""
        return copy.copy(self)


def show(number: float) -> str:
    """A number with four significant digits, as it is written on paper: −0.06, 1.2·10⁻⁵."""
    text = f"{number:.4g}"
    mantissa, sign, exponent = text.partition("e")
    if sign:
        mantissa += "·10" + str(int(exponent)).translate(_SUPERSCRIPT)
    return without_sign_of_zero(mantissa).replace("-", "−")


def factor(number: float) -> str:
    """The same as a factor or a summand: a negative one, or one with a power of ten, in brackets."""
    text = show(number)
    return f"({text})" if text.startswith("−") or "·" in text else text


def root(number: float) -> float:
    """√, nan below 0 as in torch."""
    return math.sqrt(number) if number >= 0 else math.nan


def single(number: float) -> float:
    """The number as torch keeps its own figures: in single precision, infinite where that has no room for it."""
    with np.errstate(over="ignore"):
        return float(np.float32(number))


def blend(old: float, new: float, share: float) -> float:
    """(1 − share)·old + share·new with torch's order of operations (`lerp`), so that roundings agree too."""
    return old + share * (new - old) if share < 0.5 else new - (new - old) * (1.0 - share)


def decayed(weight_decay: float, w: float, g: float) -> tuple[Stage, ...]:
    """The part in which coupled weight decay joins the gradient; none without it."""
    if not weight_decay:
        return ()
    value = g + weight_decay * w
    words = "Weight decay adds its share of the coordinate itself to the gradient."
    return (
        Stage(
            "decay",
            "Weight decay",
            words,
            "g ← g + λw",
            f"{show(g)} + {show(weight_decay)}·{factor(w)} = {show(value)}",
            value,
        ),
    )


def step_stage(words: str, formula: str, filled: str, value: float) -> Stage:
    """The last part: by how much the number changes."""
    return Stage("step", "The step", words, formula, f"{filled} = {show(value)}", value)
