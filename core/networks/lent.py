"""Numbers that a run owns as numpy arrays, and what torch works with of them: on the CPU the same memory, on a device a
copy."""

from __future__ import annotations

import math

import numpy as np
import torch

ALIGNED = 64  # bytes: where matrix products expect their numbers


class Lent:
    """`array` is owned, `tensor` is lent of it. On a device the tensor is ahead: the array follows when it is asked
    for."""

    def __init__(self, array: np.ndarray, device: torch.device) -> None:
        self.array = array
        self.tensor = torch.from_numpy(array).to(device)

    @classmethod
    def zeros(cls, count: int, dtype: np.dtype, device: torch.device) -> Lent:
        """So many zeros, (count,)."""
        return cls(aligned((count,), dtype), device)

    @classmethod
    def taken(cls, tensor: torch.Tensor) -> Lent:
        """The numbers of a tensor that torch has made; it stays the one that is worked with."""
        lent = cls.__new__(cls)
        lent.array, lent.tensor = own(tensor), tensor
        return lent

    def copy(self) -> np.ndarray:
        """The numbers as they are now, in an array of their own."""
        if not self.tensor.is_cpu:
            self.array[...] = self.tensor.cpu().numpy()
        return self.array.copy()

    def write(self, numbers: np.ndarray, where: slice = slice(None)) -> None:
        """Other numbers, of any precision."""
        self.tensor[where].copy_(torch.from_numpy(np.array(numbers, order="C")))


def own(tensor: torch.Tensor) -> np.ndarray:
    """The numbers of a tensor in an array that is ours; where it lies on the CPU it works in that memory from now
    on."""
    there = tensor.detach().cpu().numpy()
    array = aligned(there.shape, there.dtype)
    array[...] = there
    if tensor.is_cpu:
        tensor.data = torch.from_numpy(array)
    return array


def aligned(shape: tuple[int, ...], dtype: np.dtype) -> np.ndarray:
    """Zeros whose memory begins where torch's own would."""
    size = math.prod(shape) * dtype.itemsize
    room = np.zeros(size + ALIGNED, np.uint8)
    skipped = -room.ctypes.data % ALIGNED
    return room[skipped : skipped + size].view(dtype).reshape(shape)
