"""Histograms of weights, gradients and activations, layer by layer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from core.advice import dead_units, quiet_units_of, saturated_units
from core.families import Probe
from core.params import integer
from core.shapes import by_unit, spoken, walk

if TYPE_CHECKING:
    from core.moment import Moment

MOST_SAMPLES = 2000
MOST_PICTURES = 200  # pictures or sequences: each has many values a layer


class Layers(Probe):
    """How weights, gradients and activations of each layer are spread; dead and saturated units are named."""

    label = "Layers"
    kind: Literal["layers"] = "layers"
    bins: int = integer(32, 8, 64, minimum=4, maximum=200, label="Bins", help="Bars of each histogram.")

    def compute(self, moment: Moment) -> tuple[dict[str, np.ndarray], dict[str, Any]]:
        prepared = moment.prepared
        samples = prepared.train[: MOST_SAMPLES if len(prepared.shape) == 1 else MOST_PICTURES]
        trace = moment.trace(prepared.x[samples])
        parameters, gradients = moment.parameters(), moment.gradients(samples)
        arrays: dict[str, np.ndarray] = {}
        sentences: list[str] = []
        names = tuple(layer.name for layer in moment.experiment.layers)
        for layer, _, shape in walk(moment.experiment, prepared.shape, prepared.outputs):
            sums, values = (by_unit(numbers, shape) for numbers in trace[layer.name])
            weights, slopes = (_weights(layer.name, named) for named in (parameters, gradients))
            for quantity, numbers in (("weights", weights), ("gradients", slopes), ("activations", values)):
                arrays[f"{layer.name}.{quantity}.counts"], arrays[f"{layer.name}.{quantity}.edges"] = histogram(numbers, self.bins)
            arrays[f"{layer.name}.dead"] = dead_units(layer.acts, sums, values)
            arrays[f"{layer.name}.saturated"] = saturated_units(layer.acts, values)
            if layer.name != "output":
                sentences += quiet_units_of(spoken(layer.name, names), arrays[f"{layer.name}.dead"], arrays[f"{layer.name}.saturated"])
        return arrays, {"layers": moment.layer_names(), "sentences": tuple(sentences), "samples": len(samples)}


def _weights(layer: str, named: dict[str, np.ndarray]) -> np.ndarray:
    """All weights of a layer in one row; empty where it has none."""
    found = [numbers.ravel() for name, numbers in named.items() if name.startswith(f"{layer}.weight")]
    return np.concatenate(found) if found else np.zeros(0)


def histogram(numbers: np.ndarray, bins: int) -> tuple[np.ndarray, np.ndarray]:
    """Counts (bins,) and edges (bins + 1,) of the finite numbers; one bar around a single value."""
    finite = numbers[np.isfinite(numbers)].astype(np.float64)
    if not finite.size:
        return np.zeros(bins, dtype=np.int64), np.linspace(-1, 1, bins + 1)
    low, high = float(finite.min()), float(finite.max())
    if high - low <= 1e-12 * max(1.0, abs(high)):
        low, high = low - 0.5, high + 0.5
    return np.histogram(finite, bins=bins, range=(low, high))
