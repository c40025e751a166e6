"""Units that let hardly any gradient pass: dead ones and saturated ones, and how they are named."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from core.families import Activation, Traced

QUIET = 0.99  # the share of samples for which a unit has to be dead or saturated to be named
SILENT = 1e-6  # an answer nearer to 0 is none
EDGE = 0.99  # saturated: beyond this share of the activation's range


def quiet_sentences(layers: Iterable[Traced]) -> tuple[str, ...]:
    """A sentence for every layer that has dead or saturated units."""
    return tuple(sentence for layer in layers for sentence in _quiet_sentences(layer))


def _quiet_sentences(layer: Traced) -> list[str]:
    dead = dead_units(layer.activation, layer.sums, layer.values)
    return quiet_units_of(layer.name, dead, saturated_units(layer.activation, layer.values))


def quiet_units_of(layer: str, dead: np.ndarray, saturated: np.ndarray) -> list[str]:
    """The sentences for one layer; dead and saturated are (units,) bool."""
    return [
        *_named(layer, dead, "dead: they answer 0 to nearly every sample, so no gradient passes"),
        *_named(
            layer, saturated & ~dead, "saturated: they sit at the end of their range, so hardly any gradient passes"
        ),
    ]


def _named(layer: str, units: np.ndarray, what: str) -> list[str]:
    if not units.any():
        return []
    numbers = ", ".join(str(unit + 1) for unit in np.flatnonzero(units)[:8])
    more = " …" if units.sum() > 8 else ""
    return [f"In {layer}, {units.sum()} of {len(units)} units ({numbers}{more}) are {what}."]


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
