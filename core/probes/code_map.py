"""The code of an autoencoder as a map: where each picture lies, and what the decoder draws at any place."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from core.data.images import as_pictures, is_picture
from core.networks.shapes import spoken
from core.params import hidden
from core.probing.probe import Answer, Probe

if TYPE_CHECKING:
    from core.probing.moment import Moment

MOST_SAMPLES = 400
MARGIN = 0.06  # of the map's width, left free around the codes


class CodeMap(Probe):
    """The codes of the samples in the plane: their two numbers, or their first two principal components; and what is
    drawn at a place of it.

    The code is what the narrowest hidden layer passes on: all that the decoder knows of a picture.
    """

    label = "Code map"
    kind: Literal["code_map"] = "code_map"
    layer: str = hidden("", help="The layer whose values are the code; the narrowest hidden one where none is named.")
    at: tuple[float, ...] = hidden((), help="Where in the map the decoder draws; the middle where nothing is said.")
    sheet: tuple[int, int] = hidden(
        (0, 0), help="So many pictures along and up are drawn all over the map; none where one of them is 0."
    )

    def compute(self, moment: Moment) -> Answer:
        """ "codes" (n, 2), "y", "index", "part" (n,) 0 train, 2 test; "extent" (4,); "at" (2,); and where the layers
        after it draw pictures "drawn" (height, width, channels) and "sheet" (rows from low to high, columns, height,
        width, channels)."""
        layer, size = code_layer(moment, self.layer)
        if not layer:
            return {}, {"problem": "A map of the codes stands here where the network has a hidden layer."}
        index, part = _shown(moment)
        values = moment.answers.trace(moment.prepared.x[index], layer)[layer][1].astype(np.float64)
        if not np.isfinite(values).all():
            return {}, {"problem": "The codes are no finite numbers: the run has diverged."}
        mean, axes, share = plane_of(values)
        codes = (values - mean) @ axes.T
        extent = _extent(codes)
        at = (
            np.array(self.at, dtype=np.float64)
            if len(self.at) == 2
            else np.array([(extent[0] + extent[1]) / 2, (extent[2] + extent[3]) / 2])
        )
        arrays = {
            "codes": codes,
            "y": moment.prepared.table.y[index],
            "index": index,
            "part": part,
            "extent": extent,
            "at": at,
        }
        draws = moment.task.kind == "autoencoder" and is_picture(moment.prepared.sample_shape)
        if draws:
            arrays |= self._drawn(moment, layer, mean, axes, at, extent)
        return arrays, _words(moment, layer, size, share) | {"draws": draws}

    def _drawn(
        self, moment: Moment, layer: str, mean: np.ndarray, axes: np.ndarray, at: np.ndarray, extent: np.ndarray
    ) -> dict[str, np.ndarray]:
        prepared, (columns, rows) = moment.prepared, self.sheet
        x0, x1, y0, y1 = extent
        spots = [at]
        for v in (np.arange(rows) + 0.5) / max(rows, 1):
            spots += [
                np.array([x0 + (x1 - x0) * u, y0 + (y1 - y0) * v]) for u in (np.arange(columns) + 0.5) / max(columns, 1)
            ]
        with np.errstate(all="ignore"):
            answers = moment.said(moment.answers.forward_from(layer, mean + np.array(spots) @ axes))
        pictures = as_pictures(answers, prepared.sample_shape, prepared)
        return {"drawn": pictures[0]} | (
            {"sheet": pictures[1:].reshape(rows, columns, *pictures.shape[1:])} if rows and columns else {}
        )


def code_layer(moment: Moment, wanted: str = "") -> tuple[str, int]:
    """The layer that is named, or the first of the narrowest hidden layers, and how many numbers it passes on; ("", 0)
    without one."""
    sizes = {placed.name: math.prod(placed.outputs) for placed in moment.blueprint.own if placed.name != "output"}
    if wanted in sizes:
        return wanted, sizes[wanted]
    return min(sizes.items(), key=lambda named: named[1], default=("", 0))


def plane_of(values: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Codes (n, size) -> a point (size,), two directions (2, size) and the share of the variance along each: the
    numbers themselves where there are two or fewer, else the principal components."""
    size = values.shape[1]
    if size <= 2:
        return np.zeros(size), np.eye(2, size), np.array([1.0, 0.0]) if size < 2 else np.array([0.5, 0.5])
    mean = values.mean(axis=0)
    _, spread, axes = np.linalg.svd(values - mean, full_matrices=False)
    rows = np.zeros((2, size))
    rows[: min(2, len(axes))] = axes[:2]
    rows *= np.where(rows[np.arange(2), np.abs(rows).argmax(axis=1)] < 0, -1.0, 1.0)[
        :, None
    ]  # one sign for good: the map does not flip over
    power = np.zeros(2)
    power[: min(2, len(spread))] = spread[:2] ** 2
    total = float((spread**2).sum())
    return mean, rows, power / total if total > 0 else power


def _shown(moment: Moment) -> tuple[np.ndarray, np.ndarray]:
    """Sample numbers of the map, as many of the training as of the test part where there are enough."""
    prepared = moment.prepared
    test = prepared.test[: MOST_SAMPLES // 2]
    train = prepared.train[: MOST_SAMPLES - len(test)]
    return np.concatenate([train, test]), np.repeat([0, 2], [len(train), len(test)])


def _extent(codes: np.ndarray) -> np.ndarray:
    """x0, x1, y0, y1 around all codes; never empty."""
    ends = []
    for along in codes.T:
        low, high = float(along.min()), float(along.max())
        margin = MARGIN * (high - low) or 0.5
        ends += [low - margin, high + margin]
    return np.array(ends)


def _words(moment: Moment, layer: str, size: int, share: np.ndarray) -> dict[str, Any]:
    names = tuple(each.name for each in moment.experiment.layers)
    table = moment.prepared.table
    if size <= 2:
        axes = ("first number", "second number") if size == 2 else ("the number", "")
    else:
        axes = tuple(
            f"{which} component, {100 * part:.0f} %" for which, part in zip(("first", "second"), share, strict=True)
        )
    return {
        "problem": "",
        "layer": layer,
        "spoken": spoken(layer, names),
        "size": size,
        "x": axes[0],
        "y": axes[1],
        "classes": table.classes,
        "share": float(share.sum()),
        "target": table.target,
    }
