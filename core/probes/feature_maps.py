"""What every layer makes of one picture or sequence: its feature maps, and the kernels that made them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from core.families import Layer, Shape
from core.params import integer
from core.probes.sample import Sample, truth_of
from core.shapes import walk

if TYPE_CHECKING:
    from core.moment import Moment


class FeatureMaps(Sample):
    """The values of every layer for one sample, laid out as the layer lays them out, and the weights that look at the sample itself as pictures.

    Without a sample and a row, the first one of the test part is looked at.
    """

    label = "Feature maps"
    kind: Literal["feature_maps"] = "feature_maps"
    most: int = integer(32, 1, 64, minimum=1, maximum=512, label="Most maps", help="Channels or units of a layer that are given.")

    def compute(self, moment: Moment) -> tuple[dict[str, np.ndarray], dict[str, Any]]:
        prepared = moment.prepared
        index = self._index(moment)
        raw = prepared.table.x[index] if index >= 0 else self._typed(len(prepared.table.columns))
        inputs = prepared.encode(raw[None])
        arrays: dict[str, np.ndarray] = {"raw": raw.copy(), "inputs": inputs[0].reshape(prepared.shape)}
        trace, parameters = moment.trace(inputs), moment.parameters()
        layers = walk(moment.experiment, prepared.shape, prepared.outputs)
        for place, (layer, before, after) in enumerate(layers):
            arrays[layer.name] = first(trace[layer.name][1][0].reshape(after), self.most)
            kernels = kernels_of(layer, before, parameters.get(f"{layer.name}.weight"), place == 0)
            if kernels is not None:
                arrays[f"{layer.name}.kernels"] = kernels[: self.most]
        outputs = moment.outputs(inputs)
        with np.errstate(all="ignore"):
            arrays["answer"] = moment.loss.answers(outputs)[0]
            if index >= 0:
                arrays["loss"] = moment.loss.each(outputs, prepared.targets[index][None])
        if moment.task.aim == "classes":
            arrays["decision"] = moment.loss.decisions(outputs)
        return arrays, self._told(moment, index, {layer.name: after for layer, _, after in layers})

    def _index(self, moment: Moment) -> int:
        """The sample that is looked at; −1 for a typed row."""
        prepared = moment.prepared
        if 0 <= self.index < len(prepared.table.x):
            return self.index
        if any(math.isfinite(value) for value in self.row):
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
    """The first channels of a picture (channels, height, width), features of a sequence (steps, features) or units of a row."""
    kept = values[:most] if values.ndim == 3 else values[..., :most] if values.ndim == 2 else values
    return np.ascontiguousarray(kept, dtype=np.float32)


def kernels_of(layer: Layer, before: Shape, weight: np.ndarray | None, is_first: bool) -> np.ndarray | None:
    """Each unit's weights as small pictures (units, channels that come in, height, width); None where they are none.

    Those of a convolution are its kernels; those of a dense layer that looks at the picture itself have the picture's shape.
    """
    if weight is None or len(before) != 3:
        return None
    if weight.ndim == 4:
        return weight.swapaxes(0, 1) if layer.kind == "conv_transpose2d" else weight
    return weight.reshape(-1, *before) if is_first and weight.ndim == 2 else None
