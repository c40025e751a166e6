"""A batch through all layers and back: what of it stays are the numbers of one sample, and the batch's gradient."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from core.arithmetic.scene import Scene
from core.arithmetic.station import Passed, Returned, Station
from core.frozen import frozen
from core.networks import sample_memory
from core.networks.blueprint import Placed

MOST = 1 << 26  # numbers that a batch may leave in the network where it cannot be parted


class TooLarge(ValueError):
    """There is no room for all of it at once: `str()` says so."""


@frozen(eq=False)
class Gone:
    """What came of a batch: `losses` (batch,) of its samples; of the one at `place` its way, `passed` and `returned`
    layer by layer with its `row` there, raw `outputs` (k,) and `slope` (k,); `gradient` (P,) of the mean and `share`
    (P,) of this sample's loss. Without a gradient, none of what comes back."""

    losses: np.ndarray
    place: int
    row: int
    passed: tuple[Passed, ...]
    returned: tuple[Returned, ...]
    outputs: np.ndarray
    slope: np.ndarray
    gradient: np.ndarray
    share: np.ndarray


def through(
    stations: Sequence[Station], chain: Sequence[Placed], x: np.ndarray, masks: dict[str, np.ndarray]
) -> list[Passed]:
    """Rows (batch, numbers) through the layers."""
    found = []
    for each, placed in zip(stations, chain, strict=True):
        found.append(each.forward(x.reshape(len(x), *placed.inputs), masks.get(placed.name)))
        x = found[-1].passed
    return found


def back(stations: Sequence[Station], passed: Sequence[Passed], arrived: np.ndarray) -> list[Returned]:
    """And back, from the gradient at the outputs."""
    found: list[Returned] = []
    for each, way in zip(reversed(stations), reversed(passed), strict=True):
        found.append(each.back(way, arrived.reshape(way.passed.shape)))
        arrived = found[-1].down
    return found[::-1]


def go(scene: Scene, place: int | None, *, descends: bool) -> Gone:
    """All of it; of the sample with the largest loss where no place in the batch is named."""
    pieces = _pieces(scene)
    loss, losses = scene.moment.loss, []
    ways: list[list[Passed]] = []
    for piece in pieces:
        ways = [*ways, _forward(scene, piece)] if len(pieces) == 1 else [_forward(scene, piece)]
        losses.append(loss.each(_outputs(ways[-1]), scene.targets[piece]))
    each = np.concatenate(losses)
    place = int(np.nanargmax(each)) if place is None and not np.isnan(each).all() else place or 0
    gradient, share = np.zeros(len(scene.vector)), np.zeros(len(scene.vector))
    kept: Gone | None = None
    for piece in pieces:
        here = piece.start <= place < piece.stop
        if not (here or descends):
            continue
        way = ways[0] if len(pieces) == 1 else _forward(scene, piece)
        outputs, row = _outputs(way), place - piece.start
        slope = loss.slope(outputs, scene.targets[piece])
        returned = back(scene.stations, way, slope) if descends else []
        if descends:
            gradient += _flat(scene, way, returned, slice(None)) / len(each)
        if here:
            share = _flat(scene, way, returned, slice(row, row + 1)) if descends else share
            kept = Gone(each, place, row, tuple(way), tuple(returned), outputs[row], slope[row], gradient, share)
    assert kept is not None, "a batch has at least one sample"
    return kept


def _forward(scene: Scene, piece: slice) -> list[Passed]:
    off = {name: mask[piece] for name, mask in scene.masks.items()}
    return through(scene.stations, scene.chain, scene.x[piece], off)


def _outputs(way: Sequence[Passed]) -> np.ndarray:
    return way[-1].passed.reshape(len(way[-1].passed), -1)


def _flat(scene: Scene, way: Sequence[Passed], returned: Sequence[Returned], rows: slice) -> np.ndarray:
    """The gradient (P,) over some rows, of the parameters that this update changes."""
    found = np.zeros(len(scene.vector))
    slots = {slot.name: slot for slot in scene.slots}
    for each, placed, passed, came in zip(scene.stations, scene.chain, way, returned, strict=True):
        if placed.player == scene.player.name:
            for role, array in each.gradients(passed, came, rows).items():
                found[slots[f"{placed.name}.{role}"].where] = array.ravel()
    return found


def _pieces(scene: Scene) -> list[slice]:
    """The batch in pieces within the bound of memory; in one where its samples are compared with each other."""
    layers = ((placed.layer, placed.inputs) for placed in scene.chain)
    each = sample_memory.numbers_each(layers, scene.chain[0].inputs)
    if any(station.compares for station in scene.stations):
        if each * len(scene.x) > MOST:
            raise TooLarge(
                f"the batch of {len(scene.x):,} samples leaves {each * len(scene.x):,} numbers in this network, and batch "
                f"normalization needs all of them at once; a smaller batch can be told"
            )
        return [slice(0, len(scene.x))]
    return sample_memory.pieces(len(scene.x), sample_memory.samples_at_once(each, 8, backwards=True))
