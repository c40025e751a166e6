"""The torch side of Muon: two optimizers that look like one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch

_OF_ADAMW = ("lr", "weight_decay", "betas")


class MuonAndAdamW(torch.optim.Optimizer):
    """Matrices (2-D tensors) go to Muon, everything else to AdamW; `param_groups` are those of both parts."""

    def __init__(self, tensors: list[torch.Tensor], options: dict[str, Any]) -> None:
        matrices = [tensor for tensor in tensors if tensor.ndim == 2]
        others = [tensor for tensor in tensors if tensor.ndim != 2]
        self.parts: dict[str, torch.optim.Optimizer] = {}
        if matrices:
            self.parts["muon"] = torch.optim.Muon(
                matrices, **{name: value for name, value in options.items() if name != "betas"}
            )
        if others:
            self.parts["adamw"] = torch.optim.AdamW(
                others, foreach=False, **{name: options[name] for name in _OF_ADAMW}
            )
        super().__init__([{"params": list(tensors)}], {})
        self.param_groups = [group for part in self.parts.values() for group in part.param_groups]

    def step(self, closure: Callable[[], Any] | None = None) -> Any:
        loss = closure() if closure is not None else None
        for part in self.parts.values():
            part.step()
        return loss

    def state_dict(self) -> dict[str, Any]:
        """As torch's, with the memory of each part under its name."""
        dicts = {name: part.state_dict() for name, part in self.parts.items()}
        groups = [group for held in dicts.values() for group in held["param_groups"]]
        return {"state": {name: held["state"] for name, held in dicts.items()}, "param_groups": groups}

    def load_state_dict(self, state_dict: dict[str, Any]) -> None:
        groups = list(state_dict["param_groups"])
        for name, part in self.parts.items():
            count = len(part.param_groups)
            part.load_state_dict({"state": state_dict["state"][name], "param_groups": groups[:count]})
            groups = groups[count:]
        self.param_groups = [group for part in self.parts.values() for group in part.param_groups]


def orthogonal(matrix: np.ndarray, steps: int) -> np.ndarray:
    """What Muon makes of a momentum matrix: seen in its own step of length 1 from zeros, which the look ahead and the
    decay do not touch there."""
    weights = torch.zeros(matrix.shape, dtype=torch.float64)
    weights.grad = torch.from_numpy(np.array(matrix, dtype=np.float64))
    torch.optim.Muon([weights], lr=1.0, weight_decay=0.0, momentum=0.0, nesterov=False, ns_steps=steps).step()
    return -weights.numpy() / max(1.0, matrix.shape[0] / matrix.shape[1]) ** 0.5
