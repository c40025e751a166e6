"""Units that let hardly any gradient pass: dead ones and saturated ones, and how they are named."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from core.families import Activation, Traced
from core.frozen import frozen

QUIET = 0.99  # the share of samples for which a unit has to be dead or saturated to be named
SILENT = 1e-6  # an answer nearer to 0 is none
MOST = 8  # units of a layer that are named
DEAD = (
    "is dead: it answers 0 to nearly every sample, so hardly any gradient passes",
    "are dead: they answer 0 to nearly every sample, so hardly any gradient passes",
)
SATURATED = (
    "is saturated: it sits at the end of its range, so hardly any gradient passes",
    "are saturated: they sit at the end of their range, so hardly any gradient passes",
)
EDGE = 0.99  # saturated: beyond this share of the activation's range


@frozen
class Quiet:
    """Which units of a layer are dead, and which are saturated: (units,) bool."""

    layer: str
    dead: np.ndarray
    saturated: np.ndarray

    @property
    def some(self) -> bool:
        """Whether any unit is either."""
        return bool(self.dead.any() or self.saturated.any())


def quiet_units(layer: Traced) -> Quiet:
    """Those of a layer."""
    dead = dead_units(layer.activation, layer.sums, layer.values)
    return Quiet(layer.name, dead, saturated_units(layer.activation, layer.values))


def quiet_sentences(layers: Sequence[Quiet]) -> tuple[str, ...]:
    """A sentence on the dead units of layers, and one on those that are saturated, where there are any."""
    found = (
        ([(each.layer, each.dead) for each in layers], *DEAD),
        ([(each.layer, each.saturated & ~each.dead) for each in layers], *SATURATED),
    )
    return tuple(sentence for each in found if (sentence := _sentence(*each)))


def _sentence(layers: Sequence[tuple[str, np.ndarray]], one: str, several: str) -> str:
    places = [_place(layer, units) for layer, units in layers if units.any()]
    if not places:
        return ""
    count = sum(int(units.sum()) for _, units in layers)
    told = f"{', '.join(places[:-1])}, and {places[-1]}," if len(places) > 1 else places[0]
    return f"{told[:1].upper()}{told[1:]} {one if count == 1 else several}."


def _place(layer: str, units: np.ndarray) -> str:
    numbers = ", ".join(str(unit + 1) for unit in np.flatnonzero(units)[:MOST])
    more = " …" if units.sum() > MOST else ""
    return f"in {layer}, {units.sum()} of {len(units)} units ({numbers}{more})"


def may_be_dead(activation: Activation) -> bool:
    """Whether a unit can lose value and slope at once: not one that steps, has several sums, or is the sum itself."""
    return activation.kind not in ("step", "linear") and activation.pieces == 1


def can_saturate(activation: Activation) -> bool:
    """Whether it has two ends where it goes flat: a step is flat everywhere, a sine turns back."""
    low, high = activation.limits
    return low is not None and high is not None and activation.kind not in ("step", "sine")


def dead_units(activation: Activation, sums: np.ndarray, values: np.ndarray) -> np.ndarray:
    """(units,) bool: slope and value are zero for 99 % of the samples. sums (samples, sums), values (samples,
    units)."""
    if not may_be_dead(activation):
        return np.zeros(values.shape[1], dtype=bool)
    with np.errstate(all="ignore"):
        flat = np.abs(activation.slope(sums.astype(np.float64))) < 1e-12
    return (flat & (np.abs(values) < SILENT)).mean(axis=0) >= QUIET


def saturated_units(activation: Activation, values: np.ndarray) -> np.ndarray:
    """(units,) bool: beyond 0.99 of the activation's range for 99 % of the samples; values (samples, units)."""
    return at_the_end(activation, values).mean(axis=0) >= QUIET


def at_the_end(activation: Activation, values: np.ndarray) -> np.ndarray:
    """Which values, in the same shape, sit at an end of the activation's range; none of an activation that does not
    saturate."""
    low, high = activation.limits
    if low is None or high is None or not can_saturate(activation):
        return np.zeros(values.shape, dtype=bool)
    return np.abs((values - low) / (high - low) * 2 - 1) >= EDGE
