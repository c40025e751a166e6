"""The code of a layer in the plane: its values for many samples, projected onto their two principal components."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from core.params import choice, hidden, integer
from core.probing.probe import Probe

if TYPE_CHECKING:
    from core.probing.moment import Moment

MOST_VALUES = 4_000_000  # numbers of a layer that are looked at: fewer samples of a large one


class Codes(Probe):
    """Each sample as a point: the values of one layer, moved to their mean and projected onto the two directions in
    which they differ most.

    A layer of two units is shown as it is. Directions are turned so that pictures of one run follow each other without
    jumps.
    """

    label = "Codes"
    kind: Literal["codes"] = "codes"
    layer: str = hidden("", help="The layer's name; empty: the narrowest hidden layer, the last one where several are.")
    part: Literal["train", "test"] = choice(
        "test", {"train": "training part", "test": "test part"}, label="Part", help="Which samples are shown."
    )
    most: int = integer(
        400, 100, 2000, minimum=2, maximum=20_000, label="Most samples", help="How many are shown at most."
    )

    def compute(self, moment: Moment) -> tuple[dict[str, np.ndarray], dict[str, Any]]:
        prepared = moment.prepared
        sizes = {placed.name: int(np.prod(placed.outputs)) for placed in moment.blueprint.own}
        name = self.layer if self.layer in sizes else code_layer(sizes)
        part = self.part if len(prepared.part(self.part)) else "train"
        samples = prepared.some(part, max(2, min(self.most, MOST_VALUES // max(sizes[name], 1))))
        values = moment.answers.trace(prepared.x[samples], name)[name][1].astype(np.float64)
        before: list[np.ndarray | None] = moment.kept(("codes", name), lambda: [None])
        places, kept, before[0] = projected(values, before[0])
        arrays = {"places": places, "y": prepared.table.y[samples], "index": samples}
        info = {
            "layer": name,
            "layers": tuple(sizes),
            "kept": kept,
            "units": sizes[name],
            "classes": prepared.table.classes,
            "left_out": len(prepared.part(part)) - len(samples),
        }
        return arrays, info


def code_layer(sizes: dict[str, int]) -> str:
    """The narrowest hidden layer, the last of several; without hidden layers the output."""
    hidden_ = [name for name in sizes if name != "output"]
    return min(reversed(hidden_), key=lambda name: sizes[name]) if hidden_ else "output"


def projected(values: np.ndarray, before: np.ndarray | None = None) -> tuple[np.ndarray, float, np.ndarray]:
    """(samples, units) -> places (samples, 2), the share of their variance that these keep, the directions (2, units).

    `before` are the directions of the picture before: those of now point the same way.
    """
    values = np.where(np.isfinite(values), values, 0.0)
    count = values.shape[1]
    if count <= 2:
        return np.pad(values, ((0, 0), (0, 2 - count))), 1.0, np.eye(2, count)
    centred = values - values.mean(axis=0)
    directions = _principal(centred)
    if before is not None and before.shape == directions.shape:
        directions = _turned(directions, before)
    places = centred @ directions.T
    total = float((centred**2).sum())
    return places, float((places**2).sum()) / total if total > 0 else 1.0, directions


def _principal(centred: np.ndarray) -> np.ndarray:
    """The two directions of largest variance (2, units), through the smaller of the two Gram matrices."""
    samples, units = centred.shape
    if units <= samples:
        return np.linalg.eigh(centred.T @ centred)[1][:, :-3:-1].T
    vectors = np.linalg.eigh(centred @ centred.T)[1][:, :-3:-1]
    directions = np.zeros((2, units))  # one sample differs in no direction from its mean
    directions[: vectors.shape[1]] = vectors.T @ centred
    return directions / np.maximum(np.linalg.norm(directions, axis=1, keepdims=True), 1e-12)


def _turned(now: np.ndarray, before: np.ndarray) -> np.ndarray:
    """The same plane's axes turned and mirrored as close to those before as they can be (orthogonal Procrustes)."""
    left, _, right = np.linalg.svd(before @ now.T)
    return left @ right @ now
