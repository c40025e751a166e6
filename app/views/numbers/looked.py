"""What of an update is looked at: the phase, the unit in hand and its weight, and how many digits are written."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TypeGuard

from core.frozen import frozen
from core.messages import without_sign_of_zero

FORWARD, LOSS, BACKWARD, UPDATE = PHASES = ("forward", "loss", "backward", "update")
PHASE, UNIT, WEIGHT, WHITEBOARD = "numbers.phase", "numbers.unit", "numbers.weight", "numbers.whiteboard"
STEP, PLAYER, INNER = "numbers.step", "numbers.player", "numbers.inner"
WORDS = {FORWARD: "Forward", LOSS: "Loss", BACKWARD: "Backward", UPDATE: "Update"}
FULL, BOARD = 4, 2  # digits behind the point
EXACT = 1e-7  # so close to the digits that are written, a number is written whole: runs learn in float32


@frozen
class Looked:
    """`update`: the one whose phase *Update* is told, counted from 1; `layer` and `unit` are in hand, `layer` "" for
    none; `weight` is the index of one of its weights, () for none; `step` is one of a
    sequence, −1 for the last; `player` is whose update is told, "" for the first one's; `inner` is one of an update's
    inner steps, from 0."""

    phase: str = FORWARD
    update: int = 0
    layer: str = ""
    unit: tuple[int, ...] = ()
    parameter: str = ""
    weight: tuple[int, ...] = ()
    digits: int = FULL
    step: int = -1
    player: str = ""
    inner: int = 0

    @classmethod
    def of(cls, options: Mapping[str, object]) -> Looked:
        """What the options of a view say; what a file has wrong there is as at first."""
        phase, update = _named(options.get(PHASE))
        layer, unit = _named(options.get(UNIT))
        parameter, weight = _named(options.get(WEIGHT))
        digits = BOARD if options.get(WHITEBOARD) is True else FULL
        if phase not in PHASES:
            phase, update = FORWARD, ()
        step, inner = options.get(STEP), options.get(INNER)
        at, within = step if isinstance(step, int) else -1, inner if isinstance(inner, int) else 0
        player = options.get(PLAYER)
        whose = player if isinstance(player, str) else ""
        return cls(phase, update[0] if update else 0, layer, unit, parameter, weight, digits, at, whose, within)


def chosen(name: str, index: tuple[int, ...] = ()) -> list[str | int]:
    """As an option keeps it."""
    return [name, *index]


def write(value: float, digits: int) -> str:
    """A number with so many digits behind the point, with a true minus; one of which too little would stand there is
    written as a power. One that needs fewer digits has fewer."""
    if math.isnan(value):
        return "not a number"
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    exact = abs(round(value, digits) - value) <= EXACT * max(1.0, abs(value)) and round(value, digits) != 0
    least = 10 ** (1 - digits) if digits >= FULL else 0.5 * 10**-digits
    if digits > BOARD and value != 0 and abs(value) < least and not exact:
        mantissa, _, exponent = f"{value:.2e}".partition("e")
        return f"{mantissa}·10^{int(exponent)}".replace("-", "−")
    if abs(value) >= 1e9:
        return f"{value:.{digits}e}".replace("-", "−")
    text = f"{value:,.{digits}f}"
    if abs(round(value, digits) - value) <= EXACT * max(1.0, abs(value)):
        text = text.rstrip("0").rstrip(".")
    return without_sign_of_zero(text).replace("-", "−")


def _named(option: object) -> tuple[str, tuple[int, ...]]:
    """A name with numbers, as an option keeps it."""
    if not _is_list(option) or not option or not isinstance(option[0], str):
        return "", ()
    numbers = tuple(each for each in option[1:] if isinstance(each, int))
    return option[0], numbers


def _is_list(option: object) -> TypeGuard[list[object] | tuple[object, ...]]:
    return isinstance(option, (list, tuple))
