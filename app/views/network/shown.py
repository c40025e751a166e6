"""The numbers that the network picture shows, out of the last frames."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping

import numpy as np

from app.documents.view_state import ViewState
from core.data.preparation import Prepared
from core.frames import Frame
from core.frozen import frozen

ZERO = ": nothing passes; no penalty has cut it, so it can move again"


@frozen
class Weight:
    """One number that can be typed: a weight or a bias, and its name in words."""

    parameter: str
    index: tuple[int, ...]
    words: str


@frozen
class Shown:
    """The numbers on the screen: parameters, maps and ranges by layer, the chosen sample's values by
    layer, and which parameters a penalty has cut for good."""

    weights: Mapping[str, np.ndarray] = dataclasses.field(default_factory=dict)
    maps: Mapping[str, np.ndarray] = dataclasses.field(default_factory=dict)
    ranges: Mapping[str, tuple[float, float]] = dataclasses.field(default_factory=dict)
    sample: Mapping[str, np.ndarray] = dataclasses.field(default_factory=dict)
    cut: Mapping[str, np.ndarray] = dataclasses.field(default_factory=dict)

    @classmethod
    def of(cls, frames: Mapping[str, Frame], state: ViewState, prepared: Prepared | None) -> Shown:
        """The numbers of the last frames; a sample's only while it is the one that is looked at."""
        weights, neurons, sample = (frames.get(name) for name in ("weights", "neurons", "sample"))
        answers = sample is not None and is_chosen(state, prepared) and _answers(sample, state)
        return cls(
            {} if weights is None else weights.arrays,
            {} if neurons is None else neurons.arrays,
            {} if neurons is None else neurons.info["ranges"],
            _sample_values(sample.arrays) if sample is not None and answers else {},
            {} if weights is None else weights.info.get("cut", {}),
        )

    def weight(self, parameter: str, index: tuple[int, ...]) -> float:
        """A number of a parameter; nan where the network has just changed its shape."""
        array = self.weights.get(parameter)
        if array is None or len(index) != array.ndim:
            return math.nan
        try:
            return float(array[index])
        except IndexError:
            return math.nan

    def is_zero(self, parameter: str, index: tuple[int, ...]) -> bool:
        """Whether the weight of a link, which is no bias, is exactly 0 and no penalty has cut it."""
        return len(index) > 1 and self.weight(parameter, index) == 0 and not self.is_cut(parameter, index)

    def why_nothing(self, parameter: str, index: tuple[int, ...]) -> str:
        """What is said of a link of weight 0; "" of any other."""
        if self.is_cut(parameter, index):
            return ": cut for good"
        return ZERO if self.is_zero(parameter, index) else ""

    def is_cut(self, parameter: str, index: tuple[int, ...]) -> bool:
        """Whether a link is cut for good."""
        cut = self.cut.get(parameter)
        return cut is not None and math.isfinite(self.weight(parameter, index)) and bool(cut[index])

    def map(self, layer: str, unit: int) -> np.ndarray | None:
        maps = self.maps.get(layer)
        return maps[unit] if maps is not None and 0 <= unit < len(maps) else None

    def value(self, layer: str, unit: int) -> float | None:
        values = self.sample.get(layer)
        return float(values[unit]) if values is not None and 0 <= unit < len(values) else None


def is_chosen(state: ViewState, prepared: Prepared | None) -> bool:
    """Whether a sample of these data, or a typed row, is looked at: a number may be left from other data."""
    count = len(prepared.table.x) if prepared is not None else 0
    return 0 <= state.sample < count or any(math.isfinite(value) for value in state.row)


def _answers(frame: Frame, state: ViewState) -> bool:
    """Whether a sample frame is of what is chosen now."""
    index = frame.info.get("index", state.sample)
    return index == state.sample or (index < 0 and bool(state.row))


def _sample_values(arrays: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """A sample frame's values by column of the picture; the output as a person reads it."""
    values = {name.removesuffix(".values"): array for name, array in arrays.items() if name.endswith(".values")}
    return values | {"inputs": arrays["inputs"], "output": arrays["answer"]}
