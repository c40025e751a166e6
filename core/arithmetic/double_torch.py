"""torch in double precision beside the arithmetic: the gradient that automatic differentiation finds, and what the
run's own engine makes of an update."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import numpy as np
import torch

from core.engines.replica import Replica
from core.engines.state import pieces_of
from core.history.state import Slots
from core.history.still import Still
from core.networks.blueprint import blueprint
from core.networks.network import Network
from core.probing.moment import Moment

if TYPE_CHECKING:
    from core.arithmetic.scene import Scene

KEY = "the network in double precision"


def autograd(scene: Scene, *, whole: bool) -> np.ndarray:
    """The gradient (P,) of the batch's mean loss by torch; `whole`: the batch cannot be parted."""
    network = _network(scene.moment)
    _load(network, scene.vector, scene.buffers)
    count, total = len(scene.x), np.zeros(len(scene.vector))
    for piece in [slice(0, count)] if whole else pieces_of(network, count, backwards=True):
        total += _of_piece(network, scene, piece) * ((piece.stop - piece.start) / count)
    return total


def _of_piece(network: Network, scene: Scene, piece: slice) -> np.ndarray:
    masks = {name: torch.from_numpy(mask[piece]) for name, mask in scene.masks.items()}
    rows, targets = torch.tensor(scene.x[piece]), torch.tensor(scene.targets[piece])
    with torch.enable_grad():
        for name in (scene.player.name, *scene.player.judges):
            rows = network.play(name, rows, masks)
        loss = scene.moment.loss.build(rows, targets)
        tensors = [network.tensors[slot.name] for slot in scene.slots]
        found = torch.autograd.grad(loss, tensors, allow_unused=True) if loss.requires_grad else [None] * len(tensors)
    gradient = np.zeros(len(scene.vector))
    for slot, piece_of in zip(scene.slots, found, strict=True):
        if piece_of is not None:
            gradient[slot.where] = piece_of.numpy().ravel()
    return gradient


def pruned(
    moment: Moment, vector: np.ndarray, buffers: dict[str, np.ndarray]
) -> tuple[np.ndarray, dict[str, np.ndarray]]:
    """Weights and links as the update begins, where the smallest ones are cut before it."""
    network = _network(moment)
    _load(network, vector, buffers)
    network.before_update(moment.updates)
    return network.flat.detach().numpy().copy(), network.buffers_as_numpy()


def stepped(still: Still) -> tuple[np.ndarray, Slots]:
    """The change (P,) that torch's own optimizer makes in the coming update, and what it remembers then, in double
    precision."""
    numbers = still.numbers._replace(
        parameters=still.vector.astype(np.float64),
        buffers={name: array.astype(np.float64) for name, array in still.numbers.buffers.items()},
    )
    experiment = still.experiment.model_copy(update={"dtype": "float64", "engine": "eager"})
    doubled = dataclasses.replace(still, state=still.state._replace(experiment=experiment), numbers=numbers)
    replica = Replica(doubled).load(doubled)
    return replica.step(doubled), replica.engine.slots()


def _network(moment: Moment) -> Network:
    experiment = moment.experiment.model_copy(update={"dtype": "float64"})
    prepared = moment.prepared
    return moment.kept(
        KEY, lambda: Network(blueprint(experiment, prepared.shape, prepared.outputs), torch.device("cpu"))
    )


def _load(network: Network, vector: np.ndarray, buffers: dict[str, np.ndarray]) -> None:
    network.lent.write(vector)
    network.load_buffers(buffers)
