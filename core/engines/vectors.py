"""The losses of many parameter vectors: what a loss surface is made of. It knows nothing of layers.

Three ways to the same numbers: the kernel that looks, where it covers the network (`BatchInference`), torch's vmap over
the whole network in chunks within a memory bound for the rest, and a plain loop where vmap cannot follow or where a
unit jumps: at a jump the last bit of a sum decides, so only the very operations of an evaluation give the evaluation's
answer.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable
from typing import Literal

import numpy as np
import torch
from torch import nn
from torch.func import functional_call, vmap

from core.activations.elementwise_module import Step
from core.data.preparation import Prepared
from core.engines.fused.batch_inference import BatchInference
from core.engines.state import evaluating, pieces_of
from core.experiment import Experiment
from core.networks import shapes
from core.networks.network import Network

MEMORY = 1 << 26  # bytes that the activations of one chunk of vectors may take
WORK = 1 << 20  # activations of one chunk: some 4 ms of work, then others get their turn
MULTIPLICATIONS = 32  # that take as long as one activation
MOST = 256  # vectors of one chunk: more at once are no faster
Metric = Literal["loss", "score"]
_known: weakref.WeakKeyDictionary[Network, dict[tuple[str, ...], Many]] = weakref.WeakKeyDictionary()


def losses(
    network: Network,
    experiment: Experiment,
    prepared: Prepared,
    vectors: np.ndarray,
    samples: np.ndarray,
    metric: Metric = "loss",
    *, penalty: bool = False,
    looker: BatchInference | None = None,
) -> np.ndarray:  # fmt: skip
    """The figure of every vector over the samples named, in evaluation mode: (n, P), (samples,) -> (n,) float64.

    "loss" is the data's loss as `Session.evaluate` has it, with the penalties where asked; "score" the task's figure
    beside it. A loss that is not a number counts as infinite. Buffers are the network's own; its parameters are
    afterwards those of any vector.
    """
    vectors = np.ascontiguousarray(vectors)
    found, size = np.empty(len(vectors)), chunk(network, prepared, samples, looker)
    x = prepared.x[samples] if looker else None
    for start in range(0, len(vectors), size):
        piece = vectors[start : start + size]
        outputs = (
            looker.outputs(piece, x).astype(np.float64)
            if looker and x is not None
            else _many(network).outputs(piece, prepared, samples)
        )
        found[start : start + size] = _figures(experiment, prepared, samples, outputs, metric)
    if penalty and metric == "loss":
        found += penalties_of(experiment, network, vectors)
    return found


def chunk(network: Network, prepared: Prepared, samples: np.ndarray, looker: BatchInference | None = None) -> int:
    """Vectors at a time that are some milliseconds of work: a matter of the network and the samples, never of the
    clock, so that the same question gets the same answer to the last bit."""
    return looker.chunk(len(samples)) if looker else _many(network).chunk(prepared, samples)


def _many(network: Network) -> Many:
    return through(network, ())


def through(network: Network, chain: tuple[str, ...]) -> Many:
    """The network at many vectors: the experiment's own one, or a chain of players, one behind the other."""
    known = _known.setdefault(network, {})
    if chain not in known:
        known[chain] = Many(network, chain)
    return known[chain]


def _figures(
    experiment: Experiment, prepared: Prepared, samples: np.ndarray, outputs: np.ndarray, metric: Metric
) -> np.ndarray:
    """Raw outputs (n, samples, k) -> the loss or the score of each of the n."""
    loss, task = experiment.loss, experiment.task
    with np.errstate(all="ignore"):
        if metric == "score":
            return task.scores_of_many(loss, outputs, task.truth(prepared, samples))[task.score]
        each = loss.each(outputs, prepared.targets[samples])
        values = each.sum(axis=-1) if loss.summed else each.mean(axis=-1)
    return np.where(np.isnan(values), np.inf, values)  # as an evaluation has it


def figures_of(experiment: Experiment, outputs: np.ndarray, targets: np.ndarray, metric: Metric) -> np.ndarray:
    """Raw outputs (n, rows, k) of the judges of one of several players -> its mean loss against targets (rows, k), or
    its score, (n,)."""
    loss = experiment.loss
    with np.errstate(all="ignore"):
        if metric == "score":
            return experiment.task.told_apart(loss, outputs)
        values = loss.each(outputs, np.broadcast_to(targets, outputs.shape)).mean(axis=-1)
    return np.where(np.isnan(values), np.inf, values)


def penalties_of(experiment: Experiment, network: Network, vectors: np.ndarray) -> np.ndarray:
    """The sum of all penalties at each of the vectors, (n,)."""
    total = np.zeros(len(vectors))
    for penalty in experiment.penalties:
        counted = vectors[:, shapes.weight_mask(network.slots, biases=penalty.biases)].astype(np.float64)
        with np.errstate(all="ignore"):
            total += [penalty.value(weights) for weights in counted]
    return total


class Many:
    """One network at many parameter vectors. The samples that it was asked for last stay on the device.

    Of a `chain` of players the inputs are those of the first one.
    """

    def __init__(self, network: Network, chain: tuple[str, ...] = ()) -> None:
        self._pieces, self._chain = names_of(network), chain
        self._network = weakref.ref(network)
        self._loops = any(
            isinstance(module, Step) for module in network.modules()
        )  # there the last bit of a sum decides
        self._numbers = 0  # that the modules put out for one sample
        self._samples: tuple[Prepared, np.ndarray, torch.Tensor] | None = None

    @property
    def network(self) -> Network:
        network = self._network()
        assert network is not None, "the network is gone"
        return network

    def chunk(self, prepared: Prepared, samples: np.ndarray) -> int:
        """Vectors at a time within the bounds of memory and work."""
        return self.chunk_for(self._inputs(prepared, samples))

    def chunk_for(self, x: torch.Tensor) -> int:
        """The same for inputs (rows, numbers) on the device."""
        flat = self.network.flat
        if not self._numbers:
            self._numbers = _numbers_of(self.module, x[:2])
        at_once = pieces_of(self.network, len(x))[0]
        bytes_each = flat.element_size() * ((at_once.stop - at_once.start) * self._numbers + 2 * len(flat)) + 1
        work_each = len(x) * (self._numbers + len(flat) // MULTIPLICATIONS) + 1
        return int(min(max(min(MEMORY // bytes_each, WORK // work_each), 1), MOST))

    def outputs(self, vectors: np.ndarray, prepared: Prepared, samples: np.ndarray) -> np.ndarray:
        """Vectors (n, P) -> raw outputs (n, samples, k) float64."""
        return self.outputs_for(vectors, self._inputs(prepared, samples))

    def outputs_for(self, vectors: np.ndarray, x: torch.Tensor) -> np.ndarray:
        """The same for inputs (rows, numbers) on the device."""
        many = torch.tensor(vectors, device=x.device, dtype=x.dtype)
        with torch.no_grad(), evaluating(self.network):
            pieces = [self._piece(many, x[piece]) for piece in pieces_of(self.network, len(x))]
        return torch.cat(pieces, dim=1).cpu().numpy().astype(np.float64)

    def _inputs(self, prepared: Prepared, samples: np.ndarray) -> torch.Tensor:
        kept = self._samples
        if kept is None or kept[0] is not prepared or not np.array_equal(kept[1], samples):
            flat = self.network.flat
            x = torch.tensor(np.ascontiguousarray(prepared.x[samples]), device=flat.device, dtype=flat.dtype)
            self._samples = kept = (prepared, samples.copy(), x)
        return kept[2]

    def _piece(self, many: torch.Tensor, x: torch.Tensor) -> torch.Tensor:
        if not self._loops and len(many) > 1:
            try:
                return vmap(self._at(x))(many)
            except (RuntimeError, NotImplementedError, ValueError):  # an operation that vmap cannot follow
                self._loops = True
        return torch.stack([self._plainly(vector, x) for vector in many])

    def _plainly(self, vector: torch.Tensor, x: torch.Tensor) -> torch.Tensor:
        """By the same operations as an evaluation."""
        self.network.flat.copy_(vector)
        return self.module(x)

    def _at(self, x: torch.Tensor) -> Callable[[torch.Tensor], torch.Tensor]:
        module = self.module
        return lambda flat: functional_call(module, self.named(flat), (x,))

    def named(self, flat: torch.Tensor) -> dict[str, torch.Tensor]:
        """One flat vector as torch's parameters by torch's names."""
        before = "network." if self._chain else ""
        return {f"{before}{name}": flat[slot.where].view(slot.shape) for name, slot in self._pieces}

    def buffers(self, dtype: torch.dtype) -> dict[str, torch.Tensor]:
        """The network's own running statistics and masks in another precision, by torch's names."""
        before = "network." if self._chain else ""
        return {
            f"{before}{name}": buffer.to(dtype)
            for name, buffer in self.network.named_buffers()
            if buffer.is_floating_point()
        }

    @property
    def module(self) -> nn.Module:
        """Made for every call: a module that is kept would keep the network."""
        return Through(self.network, self._chain) if self._chain else self.network


class Through(nn.Module):
    """Rows through some players, one behind the other."""

    def __init__(self, network: Network, chain: tuple[str, ...]) -> None:
        super().__init__()
        self.network, self.chain = network, chain

    def forward(self, rows: torch.Tensor) -> torch.Tensor:
        for player in self.chain:
            rows = self.network.play(player, rows)
        return rows


def names_of(network: Network) -> list[tuple[str, shapes.Slot]]:
    """torch's name of every parameter with its place in the flat vector."""
    names = {id(parameter): name for name, parameter in network.named_parameters()}
    return [(names[id(network.tensors[slot.name])], slot) for slot in network.slots]


def _numbers_of(network: nn.Module, x: torch.Tensor) -> int:
    """Numbers that all modules put out for one sample, seen in one pass of a few."""
    seen: list[int] = []
    hooks = [
        module.register_forward_hook(lambda _module, _inputs, out: seen.append(out.numel()))
        for module in network.modules()
    ]
    with torch.no_grad(), evaluating(network):
        network(x)
    for hook in hooks:
        hook.remove()
    return max(1, sum(seen) // max(len(x), 1))
