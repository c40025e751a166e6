"""Steps of a large network's tensors one by one."""

from __future__ import annotations

from collections.abc import Iterable

import torch

from core.families import Optimizer
from core.networks.network import Network


class OneByOne:
    """An optimizer that remembers nothing, on each tensor of a network with the gradient that torch has made for it: to
    be collected in one vector first, it would pass through memory twice more. `let_go` after the step, so that the
    next gradient finds its memory still near the processor."""

    def __init__(self, declared: Optimizer, network: Network) -> None:
        self._tensors = [tensor.detach() for tensor in network.tensors.values()]
        self.optimizer = declared.build(self._tensors)

    def take(self, gradients: Iterable[torch.Tensor | None]) -> None:
        """The gradients of the coming step, in the order of the network's tensors; None: the loss does not depend on
        it."""
        for tensor, gradient in zip(self._tensors, gradients, strict=True):
            tensor.grad = torch.zeros_like(tensor) if gradient is None else gradient

    def let_go(self) -> None:
        """The step is made."""
        for tensor in self._tensors:
            tensor.grad = None
