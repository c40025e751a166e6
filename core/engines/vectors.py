"""A network of torch's at many parameter vectors: by vmap over the whole network in chunks within a memory bound, and
by a plain loop where vmap cannot follow or where a unit jumps: at a jump the last bit of a sum decides, so only the
very operations of an evaluation give the evaluation's answer.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable

import numpy as np
import torch
from torch import nn
from torch.func import functional_call, vmap

from core.activations.elementwise_module import Step
from core.data.preparation import Prepared
from core.engines.state import evaluating, pieces_of
from core.networks import shapes
from core.networks.network import Network

MEMORY = 1 << 26  # bytes that the activations of one chunk of vectors may take
WORK = 1 << 20  # activations of one chunk: some 4 ms of work, then others get their turn
MULTIPLICATIONS = 32  # that take as long as one activation
MOST = 256  # vectors of one chunk: more at once are no faster
_known: weakref.WeakKeyDictionary[Network, dict[tuple[str, ...], Many]] = weakref.WeakKeyDictionary()


def through(network: Network, chain: tuple[str, ...]) -> Many:
    """The network at many vectors: the experiment's own one, or a chain of players, one behind the other."""
    known = _known.setdefault(network, {})
    if chain not in known:
        known[chain] = Many(network, chain)
    return known[chain]


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
