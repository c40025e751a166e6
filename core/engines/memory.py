"""What an optimizer remembers: numpy arrays that the run owns, lent to torch's optimizer."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch

from core.history.state import Slots
from core.networks.lent import own


class Memory:
    """The memory of one of torch's optimizers, by the parameters' numbers.

    Torch makes it in the optimizer's first step; then it is taken over: `arrays` hold the numbers (a counter of steps
    is an array without dimensions), and torch works in their memory. Two things stay torch's and become arrays when
    they are asked for, `arrays` being empty: what L-BFGS keeps, lists of past steps and plain numbers that it makes
    anew in every update, and whatever lies on a device.
    """

    def __init__(self, optimizer: torch.optim.Optimizer, *, elementwise: bool) -> None:
        self._optimizer, self._elementwise = optimizer, elementwise
        self.arrays: Slots = {}
        self._take()

    @property
    def first(self) -> dict[str, np.ndarray]:
        """The arrays of the first parameter by torch's names; empty before the first step."""
        return self.arrays.get(0, {})

    def after_step(self) -> None:
        """A step has been made: what it may have laid out is taken over."""
        if not self._looked:
            self._take()
            self._looked = True

    def look_anew(self) -> None:
        """Other settings: the next step may remember more."""
        self._looked = False

    def copies(self) -> Slots:
        """All of it as nested dictionaries of numpy arrays and numbers."""
        return _copied(self.arrays or self._torchs())

    def load(self, slots: Slots) -> None:
        """Remember what `copies` gave."""
        state = self._optimizer.state_dict()
        state["state"] = _to_torch(slots)
        self._optimizer.load_state_dict(state)
        _keep_numbers(self._optimizer, state["state"])
        self._take()

    def _take(self) -> None:
        """Own what torch has laid out, where it is of a kind that stays."""
        self._looked = False
        there = self._torchs()
        self.arrays = _owned(there) if _stays(there) else {}

    def _torchs(self) -> Slots:
        optimizer = self._optimizer
        if not self._elementwise:  # Muon keeps the memories of two optimizers
            return optimizer.state_dict()["state"]
        state = optimizer.state
        if not state:
            return {}
        parameters = (parameter for group in optimizer.param_groups for parameter in group["params"])
        return {number: state[parameter] for number, parameter in enumerate(parameters) if parameter in state}


def _keep_numbers(optimizer: torch.optim.Optimizer, memory: Slots) -> None:
    """Single numbers of a memory (steps, NAdam's product of momenta) in the precision that they had and in the place
    where torch's optimizers make them: with the parameters where they work without the processor, else on the CPU.
    Torch's own loading gives them the parameters'."""
    pairs = ((parameter, group) for group in optimizer.param_groups for parameter in group["params"])
    for number, (parameter, group) in enumerate(pairs):
        there = parameter.device if group.get("capturable") or group.get("fused") else torch.device("cpu")
        for name, value in memory.get(number, {}).items():
            if isinstance(value, torch.Tensor) and value.ndim == 0:
                optimizer.state[parameter][name] = value.to(there)


def _stays(value: Any) -> bool:
    """Whether torch changes all of it in place, in the processor's memory."""
    if isinstance(value, dict):
        return all(map(_stays, value.values()))
    return value is None or (isinstance(value, torch.Tensor) and value.is_cpu)


def _owned(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _owned(item) for key, item in value.items()}
    return None if value is None else own(value)


def _copied(value: Any) -> Any:
    if isinstance(value, np.ndarray):
        return value.copy()
    if isinstance(value, torch.Tensor):
        return value.detach().cpu().numpy().copy()
    if isinstance(value, dict):
        return {key: _copied(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)(map(_copied, value))
    return value


def _to_torch(value: Any) -> Any:
    if isinstance(value, np.ndarray):
        return torch.from_numpy(value.copy())
    if isinstance(value, dict):
        return {key: _to_torch(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)(map(_to_torch, value))
    return value
