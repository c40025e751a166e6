"""Object code in memory as a function to call: no numba is needed for it, and the interpreter's lock is free
meanwhile."""

from __future__ import annotations

import ctypes
import functools
import os
from collections.abc import Callable, Iterable
from typing import Any

import llvmlite.binding as llvm

_PROTOTYPE = ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int64)
_loaded: list[Any] = []  # what has been loaded stays as long as the process


@functools.cache
def processor() -> str:
    """What the code is made for: it runs on no other kind of processor."""
    return f"{llvm.get_process_triple()} {llvm.get_host_cpu_name()} {llvm.get_host_cpu_features().flatten()} {llvm.llvm_version_info}"


def target_machine() -> llvm.TargetMachine:
    """LLVM for this very processor."""
    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()
    target = llvm.Target.from_triple(llvm.get_process_triple())
    return target.create_target_machine(
        llvm.get_host_cpu_name(), llvm.get_host_cpu_features().flatten(), opt=2, jit=True
    )


def missing(symbols: Iterable[str]) -> list[str]:
    """Those that the process does not have: code that needs them must not be loaded, LLVM would end the process."""
    target_machine()
    return [symbol for symbol in symbols if not _is_there(symbol)]


def _is_there(symbol: str) -> bool:
    return bool(llvm.address_of_symbol(symbol)) or (os.name != "nt" and hasattr(ctypes.CDLL(None), symbol))


def function_of(code: bytes, name: str) -> Callable[[int], int]:
    """The function `name` of object code made by `building`, called with an address."""
    machine = target_machine()
    engine = llvm.create_mcjit_compiler(llvm.parse_assembly(""), machine)
    engine.add_object_file(llvm.ObjectFileRef.from_data(code))
    engine.finalize_object()
    call = _PROTOTYPE(engine.get_function_address(name))
    _loaded.append(engine)
    return functools.partial(_call, call)


def _call(function: Any, address: int) -> int:
    result, error = ctypes.c_int64(), ctypes.c_void_p()
    function(ctypes.addressof(result), ctypes.addressof(error), address)
    return result.value
