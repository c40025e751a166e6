"""Numbers that a run owns as numpy arrays, and what torch works with of them: on the CPU the same memory, on a device a
copy. Torch is not loaded before it is lent something."""

from __future__ import annotations

import functools
import math
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import torch

ALIGNED = 64  # bytes: where matrix products expect their numbers
CPU = "cpu"


class Lent:
    """`array` is owned, `tensor` is lent of it. On a `device` the tensor is ahead: the array follows when it is asked
    for."""

    def __init__(self, array: np.ndarray, device: str = CPU) -> None:
        self.array, self.device = array, device

    @classmethod
    def zeros(cls, count: int, dtype: np.dtype, device: str = CPU) -> Lent:
        """So many zeros, (count,)."""
        return cls(aligned((count,), dtype), device)

    @classmethod
    def taken(cls, tensor: torch.Tensor) -> Lent:
        """The numbers of a tensor that torch has made; it stays the one that is worked with."""
        lent = cls(own(tensor), tensor.device.type)
        lent.tensor = tensor
        return lent

    @functools.cached_property
    def tensor(self) -> torch.Tensor:
        """What torch works with."""
        import torch

        return torch.from_numpy(self.array).to(self.device)

    @property
    def at_hand(self) -> bool:
        """Whether the array is what is worked with."""
        return self.device == CPU

    def read(self) -> np.ndarray:
        """The numbers as they are now, in the array that is owned: they change with the next update."""
        if not self.at_hand:
            self.array[...] = self.tensor.cpu().numpy()
        return self.array

    def copy(self) -> np.ndarray:
        """The numbers as they are now, in an array of their own."""
        return self.read().copy()

    def write(self, numbers: np.ndarray, where: slice = slice(None)) -> None:
        """Other numbers, of any precision."""
        self.array[where] = numbers
        if not self.at_hand:
            self.tensor[where].copy_(_as_tensor(self.array[where]))


def own(tensor: torch.Tensor) -> np.ndarray:
    """The numbers of a tensor in an array that is ours; where it lies on the CPU it works in that memory from now
    on."""
    there = tensor.detach().cpu().numpy()
    array = aligned(there.shape, there.dtype)
    array[...] = there
    if tensor.is_cpu:
        tensor.data = _as_tensor(array)
    return array


def aligned(shape: tuple[int, ...], dtype: np.dtype) -> np.ndarray:
    """Zeros whose memory begins where torch's own would."""
    size = math.prod(shape) * dtype.itemsize
    room = np.zeros(size + ALIGNED, np.uint8)
    skipped = -room.ctypes.data % ALIGNED
    return room[skipped : skipped + size].view(dtype).reshape(shape)


def _as_tensor(array: np.ndarray) -> torch.Tensor:
    import torch

    return torch.from_numpy(array)
