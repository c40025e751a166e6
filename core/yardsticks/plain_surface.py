"""A loss surface as the package loss-landscapes computes it, point after point: the yardstick of `descent-lab bench
surface`."""

from __future__ import annotations

import importlib.util
import itertools
import time
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from core.training.session import Session


def installed() -> bool:
    """Whether the package is there; it is no dependency of the lab."""
    return importlib.util.find_spec("loss_landscapes") is not None


def by_the_package(session: Session, u: np.ndarray, v: np.ndarray, steps: int) -> tuple[float, np.ndarray, np.ndarray]:
    """Seconds, the vectors visited (steps², P) and their losses (steps²,) on the plane from the session's weights to
    its weights + u and + v.

    For tanh layers and a single logit. The package walks to and fro: its even columns begin one step further.
    """
    package, metrics = (importlib.import_module(name) for name in ("loss_landscapes", "loss_landscapes.metrics"))
    from torch import nn

    center, train = session.vector().astype(np.float64), session.prepared.train
    corners = [_network(session, vector) for vector in (center, center + u, center + v)]
    x, y = (
        session.learner.train_state.tensor(session.prepared.x[train]),
        session.learner.train_state.tensor(session.prepared.targets[train]),
    )
    metric = metrics.Loss(nn.BCEWithLogitsLoss(), x, y)
    start = time.perf_counter()
    losses = package.planar_interpolation(*corners, metric, steps)
    seconds = time.perf_counter() - start
    visited = [center + (i * u + (j + (i % 2 == 0)) * v) / steps for i, j in itertools.product(range(steps), repeat=2)]
    return seconds, np.array(visited), np.asarray(losses, dtype=float).ravel()


def _network(session: Session, vector: np.ndarray) -> Any:
    """`nn.Sequential` of linear and tanh layers with the numbers of a flat vector."""
    import torch
    from torch import nn

    arrays = [
        torch.tensor(vector[slot.where].reshape(slot.shape), dtype=torch.float32)
        for slot in session.learner.network.slots
    ]
    modules: list[Any] = []
    for weight, bias in zip(arrays[::2], arrays[1::2], strict=True):
        linear = nn.Linear(weight.shape[1], weight.shape[0])
        linear.load_state_dict({"weight": weight, "bias": bias})
        modules += [linear, nn.Tanh()]
    return nn.Sequential(*modules[:-1])
