"""LLVM's part: bitcode becomes object code for this very processor, object code a function to call.

No numba is needed for either, and the interpreter's lock is free meanwhile.
"""

from __future__ import annotations

import ctypes
import functools
from collections.abc import Callable
from typing import Any

import llvmlite.binding as llvm

_PROTOTYPE = ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int64)
_loaded: list[Any] = []  # what has been loaded stays as long as the process


@functools.cache
def processor() -> str:
    """What the code is made for: it runs on no other kind of processor."""
    return f"{llvm.get_process_triple()} {llvm.get_host_cpu_name()} {llvm.get_host_cpu_features().flatten()} {llvm.llvm_version_info}"


def object_code(bitcode: bytes) -> bytes:
    """Bitcode that speaks of no system and no processor, made into object code for this one."""
    machine = target_machine()
    module = llvm.parse_bitcode(bitcode)
    module.triple, module.data_layout = llvm.get_process_triple(), str(machine.target_data)
    options = llvm.create_pipeline_tuning_options(speed_level=2)
    options.loop_vectorization, options.slp_vectorization = True, False
    passes = llvm.create_pass_builder(machine, options)
    passes.getModulePassManager().run(module, passes)
    return machine.emit_object(module)


def function_of(code: bytes, name: str) -> Callable[[int], int]:
    """The function `name` of object code made by `object_code`, called with an address."""
    engine = llvm.create_mcjit_compiler(llvm.parse_assembly(""), target_machine())
    engine.add_object_file(llvm.ObjectFileRef.from_data(code))
    engine.finalize_object()
    call = _PROTOTYPE(engine.get_function_address(name))
    _loaded.append(engine)
    return functools.partial(_call, call)


def target_machine() -> llvm.TargetMachine:
    """LLVM for this very processor."""
    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()
    target = llvm.Target.from_triple(llvm.get_process_triple())
    return target.create_target_machine(
        llvm.get_host_cpu_name(), llvm.get_host_cpu_features().flatten(), opt=2, jit=True
    )


def _call(function: Any, address: int) -> int:
    result, error = ctypes.c_int64(), ctypes.c_void_p()
    function(ctypes.addressof(result), ctypes.addressof(error), address)
    return result.value
