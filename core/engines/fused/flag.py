"""A flag in memory that a thread of Python shares with the kernel: seen with acquire and raised with release, as
`native.flags` does on the other side. Numpy alone promises no order of one access before another."""

from __future__ import annotations

import ctypes
import functools
from collections.abc import Callable
from typing import Any

import llvmlite.binding as llvm

from core.engines.fused.machine_code import target_machine

_ORDERED = """
define i64 @seen(i64 %at) {
  %flag = inttoptr i64 %at to ptr
  %value = load atomic i64, ptr %flag acquire, align 8
  ret i64 %value
}
define void @put(i64 %at, i64 %value) {
  %flag = inttoptr i64 %at to ptr
  store atomic i64 %value, ptr %flag release, align 8
  ret void
}
"""


def seen(address: int) -> int:
    """The whole number (int64) at an address; what was written before it was put there is seen from now on."""
    return _functions()[0](address)


def put(address: int, value: int) -> None:
    """Write a whole number (int64) at an address, after all that this thread has written or read before."""
    _functions()[1](address, value)


@functools.cache
def _functions() -> tuple[Callable[[int], int], Callable[[int, int], None], Any]:
    """Both, and the code that they lie in. They are too short to let go of the interpreter's lock meanwhile."""
    engine = llvm.create_mcjit_compiler(llvm.parse_assembly(_ORDERED), target_machine())
    engine.finalize_object()
    look = ctypes.PYFUNCTYPE(ctypes.c_int64, ctypes.c_int64)(engine.get_function_address("seen"))
    write = ctypes.PYFUNCTYPE(None, ctypes.c_int64, ctypes.c_int64)(engine.get_function_address("put"))
    return look, write, engine
