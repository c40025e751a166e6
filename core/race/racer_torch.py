"""A racer that is the real torch.optim object."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from core.families import Optimizer
from core.families.terrain import Point, Terrain
from core.machine import preload


def by_torch(
    terrain: Terrain, optimizer: Optimizer, start: Point, updates: int, noise: np.ndarray | None
) -> Iterator[Point]:
    """The places after each update. The point is one weight matrix of a single row, (1, 2) in double precision.

    So Muon takes it as a matrix, whose orthogonal form is the row scaled to length 1 (about 0.7 to 1.2, for it counts
    in bfloat16): each step is about η long whatever the gradient. Adafactor factors it into one row and two columns.
    The others treat each number alone.
    """
    preload.load_optimizers()
    import torch

    point = torch.tensor([start], dtype=torch.float64, requires_grad=True)
    real = optimizer.build([point])
    for update in range(updates):
        extra = noise[update] if noise is not None else (0.0, 0.0)

        def closure(extra: tuple[float, float] | np.ndarray = extra) -> torch.Tensor:
            """Height and gradient where the point is now; the noise tilts the terrain, so that both go together."""
            x, y = point.detach()[0].tolist()
            if not (math.isfinite(x) and math.isfinite(y)):  # a line search that has lost its way
                point.grad = torch.full_like(point, math.nan)
                return torch.tensor(math.nan, dtype=torch.float64)
            gx, gy = terrain.gradient(x, y)
            point.grad = torch.tensor([[gx + extra[0], gy + extra[1]]], dtype=torch.float64)
            return torch.tensor(terrain.value(x, y) + extra[0] * x + extra[1] * y, dtype=torch.float64)

        if optimizer.closure:
            real.step(closure)  # type: ignore[arg-type]  # torch wants a tensor, its annotation a float
        else:
            closure()
            real.step()
        x, y = point.detach()[0].tolist()
        yield x, y
