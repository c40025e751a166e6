"""What every layer makes of one picture or sequence: its feature maps, and the kernels that made them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from core.families import Layer, Shape, noise_name
from core.params import hidden, integer
from core.probes.sample import Sample, truth_of

if TYPE_CHECKING:
    from core.probing.moment import Moment

SHOWN = 24  # generated samples that are shown: the noise of each depends on how many there are


class FeatureMaps(Sample):
    """The values of every layer for one sample, laid out as the layer lays them out, and the weights that look at the
    sample itself as pictures.

    Without a sample and a row, the first one of the test part is looked at; where samples are made, one of those.
    """

    label = "Feature maps"
    kind: Literal["feature_maps"] = "feature_maps"
    most: int = integer(
        32, 1, 64, minimum=1, maximum=512, label="Most maps", help="Channels or units of a layer that are given."
    )

    made: int = hidden(0, help="Where samples are made: which of those that are shown is looked at, from 0.")

    def compute(self, moment: Moment) -> tuple[dict[str, np.ndarray], dict[str, Any]]:
        prepared = moment.prepared
        index = self._index(moment)
        made = self._made(moment)
        raw = self._raw(moment, index, made)
        inputs = prepared.x[index][None] if index >= 0 else prepared.encode(raw[None])
        arrays: dict[str, np.ndarray] = made | {"raw": raw.copy(), "inputs": inputs[0].reshape(prepared.shape)}
        trace, parameters = moment.answers.trace(inputs), moment.weights.parameters()
        layers = moment.blueprint.own
        for place, placed in enumerate(layers):
            arrays[placed.name] = first(trace[placed.name][1][0].reshape(placed.outputs), self.most)
            kernels = kernels_of(placed.layer, placed.inputs, parameters.get(f"{placed.name}.weight"), place == 0)
            if kernels is not None:
                arrays[f"{placed.name}.kernels"] = kernels[: self.most]
        outputs = moment.answers.outputs(inputs)
        with np.errstate(all="ignore"):
            arrays["answer"] = moment.said(outputs)[0]
            if index >= 0:
                arrays["loss"] = moment.loss.each(outputs, prepared.targets[index][None])
        if moment.task.aim == "classes":
            arrays["decision"] = moment.loss.decisions(outputs)
        shapes = {placed.name: placed.outputs for placed in layers} | {
            name: values.shape for name, values in made.items()
        }
        return arrays, self._told(moment, index, shapes)

    def _raw(self, moment: Moment, index: int, made: dict[str, np.ndarray]) -> np.ndarray:
        """What is looked at in the data's units: a sample, a typed row, or what a player makes."""
        table = moment.prepared.table
        if index >= 0:
            return table.x[index]
        return made["raw"] if made and not self._is_typed else self._typed(len(table.columns))

    def _made(self, moment: Moment) -> dict[str, np.ndarray]:
        """Of players that make samples what they make of noise number `made`: "noise", the values of each of their
        layers by name, and the sample "raw" in the data's units, that of the last one."""
        found: dict[str, np.ndarray] = {}
        parameters = moment.weights.parameters()
        for made in moment.made:
            numbers = made.noise(SHOWN)[self.made % SHOWN][None]
            found[noise_name(moment.players, made.maker)] = numbers[0].astype(np.float32)
            found["raw"] = made.of(numbers)[0]
            values = made.trace(numbers)
            for placed in moment.blueprint.of(made.maker.name):
                found[placed.name] = first(values[placed.name][1][0].reshape(placed.outputs), self.most)
                kernels = kernels_of(placed.layer, placed.inputs, parameters.get(f"{placed.name}.weight"), False)
                if kernels is not None:
                    found[f"{placed.name}.kernels"] = kernels[: self.most]
        return found

    @property
    def _is_typed(self) -> bool:
        return any(math.isfinite(value) for value in self.row)

    def _index(self, moment: Moment) -> int:
        """The sample that is looked at; −1 for a typed row."""
        prepared = moment.prepared
        if 0 <= self.index < len(prepared.table.x):
            return self.index
        if self._is_typed or moment.made:
            return -1
        part = prepared.test if len(prepared.test) else prepared.train
        return int(part[0])

    def _told(self, moment: Moment, index: int, shapes: dict[str, Shape]) -> dict[str, Any]:
        table = moment.prepared.table
        return {
            "index": index,
            "shapes": shapes,
            "layers": moment.layer_names(),
            "classes": table.classes,
            "truth": truth_of(table.classes, table.y[index]) if index >= 0 else "",
            "task": moment.task.aim,
            "probability": moment.loss.link == "logistic",
        }


def first(values: np.ndarray, most: int) -> np.ndarray:
    """The first channels of a picture (channels, height, width), features of a sequence (steps, features) or units of a
    row."""
    kept = values[:most] if values.ndim == 3 else values[..., :most] if values.ndim == 2 else values
    return np.ascontiguousarray(kept, dtype=np.float32)


def kernels_of(layer: Layer, before: Shape, weight: np.ndarray | None, is_first: bool) -> np.ndarray | None:
    """Each unit's weights as small pictures (units, channels that come in, height, width); None where they are none.

    Those of a convolution are its kernels; those of a dense layer that looks at the picture itself have the picture's
    shape.
    """
    if weight is None or len(before) != 3:
        return None
    if weight.ndim == 4:
        return weight.swapaxes(0, 1) if layer.kind == "conv_transpose2d" else weight
    return weight.reshape(-1, *before) if is_first and weight.ndim == 2 else None
