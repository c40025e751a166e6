"""The torch side of activations that torch lacks, or has without a second derivative."""

from __future__ import annotations

import torch
from torch import nn


class Step(nn.Module):
    """1 where a > 0, else 0; no gradient passes."""

    def forward(self, a: torch.Tensor) -> torch.Tensor:
        return (a > 0).to(a.dtype)


class PReLU(nn.Module):
    """`slope` (units,): what negative sums of each unit are multiplied by; learned."""

    def __init__(self, units: int, start: float) -> None:
        super().__init__()
        self.slope = nn.Parameter(torch.full((units,), start))

    def forward(self, a: torch.Tensor) -> torch.Tensor:
        return torch.where(a > 0, a, self.slope * a)


class HardSigmoid(nn.Module):
    """By hand, since `nn.Hardsigmoid` has no second derivative."""

    def forward(self, a: torch.Tensor) -> torch.Tensor:
        return _cut(a / 6.0 + 0.5, 0.0, 1.0)


class HardTanh(nn.Module):
    """a cut to −1 … 1."""

    def forward(self, a: torch.Tensor) -> torch.Tensor:
        return _cut(a, -1.0, 1.0)


class HardSwish(nn.Module):
    """a times a hard sigmoid (Howard and others, 2019)."""

    def forward(self, a: torch.Tensor) -> torch.Tensor:
        return a * _cut(a / 6.0 + 0.5, 0.0, 1.0)


class Sine(nn.Module):
    """sin(frequency · a)."""

    def __init__(self, frequency: float) -> None:
        super().__init__()
        self.frequency = frequency

    def forward(self, a: torch.Tensor) -> torch.Tensor:
        return torch.sin(self.frequency * a)


def _cut(a: torch.Tensor, low: float, high: float) -> torch.Tensor:
    """a cut to low … high. At both ends it slopes, in every release: torch's own clamp does up to 2.13 and not from
    2.14 on."""
    return torch.where((a >= low) & (a <= high), a, a.detach().clamp(low, high))
