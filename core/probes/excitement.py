"""What excites a unit most: the samples, or parts of them, that drive it highest, and a picture that is bent until it
does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from core import random
from core.families import ReceptiveField
from core.params import hidden, integer
from core.probing.probe import Answer, Probe
from core.probing.receptive_fields import reach_of

if TYPE_CHECKING:
    from core.probing.moment import Moment

AT_ONCE = 32  # samples of one chunk of the search
STEPS, PER_PICTURE = 60, 12  # of the ascent, and how often it is shown
STRIDE = 0.08  # of the range of the inputs, along the gradient's largest component
FADE = (
    0.01  # share of the distance to the mean picture that is taken back at each step, so that idle pixels come to rest
)


class Excitement(Probe):
    """The best patches of the training part, and gradient ascent from the mean picture on the unit's weighted sum
    (Erhan et al. 2009).

    Of a convolutional unit, `patches` are what it looks at where its map is highest; of another, whole pictures.
    """

    label = "What excites a unit"
    kind: Literal["excitement"] = "excitement"
    layer: str = hidden("", help="The layer's name.")
    unit: int = hidden(0, help="The unit or channel, from 0.")
    count: int = integer(8, 1, 16, minimum=1, maximum=64, label="Patches", help="How many of the best are given.")
    most: int = integer(
        1000, 100, 5000, minimum=1, maximum=100_000, label="Samples", help="Training samples that are searched at most."
    )

    def compute(self, moment: Moment) -> Answer:
        *_, last = (answer for answer in self.stages(moment) if answer is not None)
        return last

    def stages(self, moment: Moment) -> Iterator[Answer | None]:
        if self.layer not in moment.layer_names() or self.unit >= moment.blueprint.units(self.layer):
            yield {}, {"problem": "this unit is gone"}
            return
        samples = moment.prepared.some("train", self.most)
        places, heights = [], []
        for start in range(0, len(samples), AT_ONCE):
            place, height = self._highest(moment, samples[start : start + AT_ONCE])
            places.append(place)
            heights.append(height)
            yield None
        arrays, info = self._best(moment, samples, np.concatenate(places), np.concatenate(heights))
        yield dict(arrays), dict(info)
        for step, (picture, height) in enumerate(self._ascent(moment), start=1):
            shown = {"ascent": picture, "ascent_height": np.array(height)}
            yield (arrays | shown, info | {"step": step, "steps": STEPS}) if step % PER_PICTURE == 0 else None

    def _highest(self, moment: Moment, samples: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Where the unit's value is highest in each sample (place in its flat map), and how high."""
        values = moment.answers.trace(moment.prepared.x[samples], self.layer)[self.layer][1]
        shape = self._shape(moment)
        mine = values.reshape(len(samples), *shape)
        one = mine[:, self.unit] if len(shape) == 3 else mine[..., self.unit]
        flat = one.reshape(len(samples), -1)
        return flat.argmax(axis=1), flat.max(axis=1)

    def _shape(self, moment: Moment) -> tuple[int, ...]:
        return next(placed.outputs for placed in moment.blueprint.own if placed.name == self.layer)

    def _best(self, moment: Moment, samples: np.ndarray, places: np.ndarray, heights: np.ndarray) -> Answer:
        prepared, shape = moment.prepared, self._shape(moment)
        order = np.argsort(-np.nan_to_num(heights, nan=-np.inf), kind="stable")[: self.count]
        reach = reach_of(moment.experiment.layers, self.layer) if len(shape) == 3 and len(prepared.shape) == 3 else None
        pictures = prepared.x[samples[order]].reshape(-1, *prepared.shape)
        if reach is not None:
            pictures = np.stack(
                [
                    cut(picture, reach, *divmod(int(place), shape[2]))
                    for picture, place in zip(pictures, places[order], strict=True)
                ]
            )
        arrays = {
            "patches": pictures.astype(np.float32),
            "samples": samples[order],
            "heights": heights[order],
            "classes": prepared.table.y[samples[order]],
        }
        info: dict[str, Any] = {
            "layer": self.layer, "unit": self.unit, "searched": len(samples), "of": len(prepared.train), "size": 0 if reach is None else reach.size,
            "range": (float(prepared.x[samples].min()), float(prepared.x[samples].max())), "never": bool(np.nanmax(heights, initial=0.0) <= 0),
        }  # fmt: skip
        return arrays, info

    def _ascent(self, moment: Moment) -> Iterator[tuple[np.ndarray, float]]:
        """Pictures in the form of the network's input, each a step higher."""
        known = moment.prepared.x[moment.prepared.some("train", self.most)]
        low, high = float(known.min()), float(known.max())
        rest = known.mean(axis=0)
        x = np.clip(
            rest
            + 0.02 * (high - low) * random.normal(random.key(moment.experiment.seeds.weights, "ascent"), rest.size),
            low,
            high,
        )
        for _ in range(STEPS):
            height, gradient = moment.answers.activation_gradient(x, self.layer, self.unit)
            x = x + FADE * (rest - x)
            steepest = float(np.abs(gradient).max(initial=0.0))
            if steepest > 0:
                x = np.clip(x + STRIDE * (high - low) * gradient / steepest, low, high)
            yield x.reshape(moment.prepared.shape).astype(np.float32), height


def cut(picture: np.ndarray, reach: ReceptiveField, row: int, column: int) -> np.ndarray:
    """The window (channels, size, size) that a place of a map looks at; what lies outside of the picture is 0."""
    found = np.zeros((picture.shape[0], reach.size, reach.size), dtype=picture.dtype)
    (top, bottom), (left, right) = reach.window(row), reach.window(column)
    inside = np.s_[:, max(top, 0) : max(bottom, 0), max(left, 0) : max(right, 0)]
    seen = picture[inside]
    found[:, max(-top, 0) : max(-top, 0) + seen.shape[1], max(-left, 0) : max(-left, 0) + seen.shape[2]] = seen
    return found
