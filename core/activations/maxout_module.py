"""The torch side of maxout."""

from __future__ import annotations

import torch
from torch import nn


class Maxout(nn.Module):
    """(batch, units · pieces) -> (batch, units): the largest of each unit's neighbouring sums."""

    def __init__(self, pieces: int) -> None:
        super().__init__()
        self.pieces = pieces

    def forward(self, a: torch.Tensor) -> torch.Tensor:
        return a.unflatten(-1, (-1, self.pieces)).amax(dim=-1)
