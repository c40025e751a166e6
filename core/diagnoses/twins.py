"""Units of a layer are copies of each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar, Literal

import numpy as np

from core.diagnoses.offers import OTHER_START, drawn_start
from core.diagnoses.standstill import halted
from core.families import Diagnosis, Layer, Symptoms
from core.frames import Advice
from core.layers.dense import Dense
from core.networks.shapes import spoken

NOTHING = 1e-3  # of the largest weight: what is smaller no longer counts where a penalty draws
EQUAL = 1e-6  # weights that differ by less of the largest are equal


class Twins(Diagnosis):
    """The loss does not get better, and units of a layer have the same weights, coming in and going out.

    Then they get the same gradient, and stay alike: the layer is worth fewer units. A start in which only one of the
    two sides is alike sets them apart by itself. Units whose weights a penalty has drawn to 0 are no copies: that is
    what it is for, and no other start would spare them.
    """

    label = "Copies"
    order = 34
    looks_at: ClassVar[str] = "the weights of every hidden unit, coming in and going out"
    kind: Literal["twins"] = "twins"

    def of(self, symptoms: Symptoms) -> Advice | None:
        layers = symptoms.experiment.layers
        if not halted(symptoms) or not all(isinstance(layer, Dense) for layer in layers):
            return None
        drawn = bool(symptoms.experiment.penalties)
        found = (
            (layer, copies(symptoms.parameters(), layers, place, drawn=drawn)) for place, layer in enumerate(layers)
        )
        layer, units = next(((layer, units) for layer, units in found if len(units) > 1), (None, ()))
        if layer is None:
            return None
        name = spoken(layer.name, tuple(each.name for each in layers))
        text = f"Copies: units {_listed(units)} of {name} are alike, so they get the same gradient and stay alike: together they are worth one unit."
        evidence = "Their weights are equal, coming in and going out."
        return Advice(self.kind, text, evidence, drawn_start(layers) or (OTHER_START,), (layer.name,))


def copies(
    parameters: Mapping[str, np.ndarray], layers: tuple[Layer, ...], place: int, *, drawn: bool
) -> tuple[int, ...]:
    """The largest group of units, by their numbers from 1, whose weights are equal; () where there is none. `drawn`:
    those without any weight do not count, since something draws them to 0."""
    name = layers[place].name
    after = layers[place + 1].name if place + 1 < len(layers) else "output"
    coming, going = parameters[f"{name}.weight"], parameters.get(f"{after}.weight")
    if going is None or going.shape[1] != coming.shape[0]:
        return ()
    sides = [coming, going.T, *(parameters[key][:, None] for key in (f"{name}.bias",) if key in parameters)]
    weights = np.column_stack(sides)
    reach = EQUAL * (np.abs(weights).max() or 1.0)
    counted = np.ones(len(weights), bool)
    if drawn and weights.any():
        counted = (np.abs(weights) > NOTHING * np.abs(weights).max()).any(axis=1)
    groups = [
        np.flatnonzero(counted & (np.abs(weights - weights[unit]) <= reach).all(axis=1)) for unit in range(len(weights))
    ]
    largest = max(groups, key=len)
    return tuple(int(unit) + 1 for unit in largest) if len(largest) > 1 else ()


def _listed(units: Sequence[int]) -> str:
    """ "1 to 4", "1, 3 and 4"."""
    if tuple(units) == tuple(range(units[0], units[-1] + 1)) and len(units) > 2:
        return f"{units[0]} to {units[-1]}"
    return f"{', '.join(map(str, units[:-1]))} and {units[-1]}"
