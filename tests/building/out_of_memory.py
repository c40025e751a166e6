"""What is said where memory runs out, and functions that say it."""

from __future__ import annotations

import torch

CPU_SAYS = RuntimeError(
    "[enforce fail at alloc_cpu.cpp:127] err == 0. DefaultCPUAllocator: can't allocate memory: you tried to allocate 40000000000 bytes. Error code 12"
)
CUDA_SAYS = torch.OutOfMemoryError(
    "CUDA out of memory. Tried to allocate 20.00 GiB. GPU 0 has a total capacity of 139.80 GiB"
)


def raising(error: BaseException):
    def fail(*_: object, **__: object) -> None:
        raise error

    return fail
