"""A network looked into while it computes: its recurrent cells step by step with the gradient that comes back, and the
part after a layer."""

from __future__ import annotations

import numpy as np
import torch

from core.engines.state import evaluating
from core.families import Loss
from core.frozen import frozen
from core.layers.recurrent_module import Gates, RecurrentBlock
from core.networks.network import Network

CARRIED = ("state", "memory")  # what a cell hands on to its next step


@frozen
class Cell:
    """One recurrent cell over all steps: `gates` and states by name, each (steps, units); `slopes["state"]`, and with a
    memory of its own `slopes["memory"]`: the gradient of the loss with respect to it at each step, (steps, units),
    empty without a target."""

    layer: str
    number: int
    backwards: bool
    gates: dict[str, np.ndarray]
    slopes: dict[str, np.ndarray]


@frozen
class Unrolled:
    """outputs (k,) raw; input_slope (features,): the gradient of the loss with respect to the inputs, zeros without a
    target."""

    outputs: np.ndarray
    cells: tuple[Cell, ...]
    input_slope: np.ndarray


def course(network: Network, loss: Loss, sample: np.ndarray, target: np.ndarray | None = None) -> Unrolled:
    """One encoded sample (features,) through the whole network, in evaluation mode. The slopes are total derivatives:
    through all later steps."""
    flat = network.flat
    x = torch.tensor(np.asarray(sample)[None], device=flat.device, dtype=flat.dtype, requires_grad=True)
    found: list[tuple[RecurrentBlock, list[list[Gates]]]] = []
    with torch.enable_grad(), evaluating(network):
        outputs = _through(network, x, found)
        nodes = [
            step[name] for _, cells in found for cell in cells for step in cell for name in CARRIED if name in step
        ]
        slopes = _slopes(loss, outputs, target, [x, *nodes])
    later = iter(slopes[1:])
    shown = tuple(cell for block, cells in found for cell in _cells(block, cells, later, judged=target is not None))
    return Unrolled(outputs.detach().cpu().numpy().astype(np.float64)[0], shown, slopes[0][0])


def _through(network: Network, x: torch.Tensor, found: list[tuple[RecurrentBlock, list[list[Gates]]]]) -> torch.Tensor:
    """The forward pass block by block; recurrent blocks are noted with what they keep."""
    x = network.laid_out(x)
    for block in network.own:
        if isinstance(block, RecurrentBlock):
            keep: list[list[Gates]] = []
            x = block.unrolled(x, keep)
            found.append((block, keep))
        else:
            x = block(x)
    return x


def _slopes(
    loss: Loss, outputs: torch.Tensor, target: np.ndarray | None, nodes: list[torch.Tensor]
) -> list[np.ndarray]:
    """The gradient of the sample's loss at every node, zeros where it does not depend on one (or where there is no
    target)."""
    if target is None:
        return [np.zeros(tuple(node.shape)) for node in nodes]
    wanted = torch.tensor(np.asarray(target)[None], device=outputs.device, dtype=outputs.dtype)
    value = loss.build(outputs, wanted)
    pieces = torch.autograd.grad(value, nodes, allow_unused=True) if value.requires_grad else [None] * len(nodes)
    return [
        np.zeros(tuple(node.shape)) if piece is None else piece.cpu().numpy().astype(np.float64)
        for node, piece in zip(nodes, pieces, strict=True)
    ]


def _cells(block: RecurrentBlock, cells: list[list[Gates]], slopes, *, judged: bool) -> list[Cell]:
    """The cells of one layer with the slopes that belong to them, taken in their order."""
    ways = [(number, suffix.endswith("_reverse")) for number, layer in enumerate(block.suffixes) for suffix in layer]
    shown = []
    for steps, (number, backwards) in zip(cells, ways, strict=True):
        carried = [name for name in CARRIED if name in steps[0]]
        rows = {name: [] for name in carried}
        for _ in steps:
            for name in carried:
                rows[name].append(next(slopes)[0])
        gates = {
            name: torch.stack([step[name][0] for step in steps]).detach().cpu().numpy().astype(np.float64)
            for name in steps[0]
        }
        shown.append(
            Cell(
                block.name, number, backwards, gates, {name: np.stack(rows[name]) for name in carried} if judged else {}
            )
        )
    return shown


def forward_from(network: Network, layer: str, values: np.ndarray) -> np.ndarray:
    """Values (samples, numbers) of a layer in a row -> raw outputs (samples, k) of what comes after it."""
    names = [block.name for block in network.own]
    after = names.index(layer) + 1
    flat = network.flat
    with torch.no_grad(), evaluating(network):
        shape = _shape_after(network, after)
        x = torch.tensor(np.ascontiguousarray(values), device=flat.device, dtype=flat.dtype).reshape(
            len(values), *shape
        )
        for block in network.own[after:]:
            x = block(x)
    return x.cpu().numpy().astype(np.float64)


def _shape_after(network: Network, count: int) -> tuple[int, ...]:
    """The shape of one sample after so many blocks, seen in a pass of zeros."""
    x = network.laid_out(network.flat.new_zeros(1, int(np.prod(network.inputs))))
    for block in network.own[:count]:
        x = block(x)
    return tuple(x.shape[1:])
