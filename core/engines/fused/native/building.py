"""A program of compiled functions as one object file.

Numba optimizes and translates every function that it compiles, and all of it once more in each that calls it: most of a
minute for a kernel that consists of a hundred small ones. Here numba only writes the instructions down; they are put
together, optimized and translated once, by LLVM itself. The result needs no numba: `programs` loads it as it is.

This is the one place that leans on numba's insides; it runs in a process of its own (`compile`).
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import Any
from unittest import mock

import llvmlite.binding as llvm
from numba.core import compiler, cpu, types
from numba.core.codegen import CPUCodeLibrary
from numba.core.compiler_lock import global_compiler_lock
from numba.core.cpu_options import FastMathOptions
from numba.core.registry import cpu_target

from core.engines.fused.native.lanes import LOOSE
from core.engines.fused.native.machine_code import target_machine


def translated(function: Callable[[int], int], name: str) -> tuple[bytes, tuple[str, ...]]:
    """Object code whose function `name` takes (room for the result, room for an error, the argument), and the symbols
    that it needs from the process."""
    with _only_written_down(), global_compiler_lock:
        result = compiler.compile_extra(
            cpu_target.typing_context, cpu_target.target_context, function, (types.int64,), types.int64, _flags(), {}
        )
        result.library._ensure_finalized()
        module = llvm.parse_assembly(str(result.library._final_module))
    _rename(module, result.fndesc.mangled_name, name)
    machine = target_machine()
    options = llvm.create_pipeline_tuning_options(speed_level=2)
    options.loop_vectorization, options.slp_vectorization = True, False
    passes = llvm.create_pass_builder(machine, options)
    passes.getModulePassManager().run(module, passes)
    needs = tuple(
        function.name
        for function in module.functions
        if function.is_declaration and not function.name.startswith("llvm.")
    )
    return machine.emit_object(module), needs


def _flags() -> compiler.Flags:
    flags: Any = compiler.Flags()  # its fields are declared in a way that a type checker cannot follow
    flags.no_compile = flags.no_cpython_wrapper = flags.no_cfunc_wrapper = True
    flags.error_model = "numpy"
    flags.fastmath = FastMathOptions(LOOSE)
    return flags


@contextlib.contextmanager
def _only_written_down() -> Iterator[None]:
    """Within it numba neither optimizes nor translates: a library is finished as soon as its instructions and those of
    the functions it calls lie together."""

    def finish(library: Any) -> None:
        library._finalize_dynamic_globals()
        library._finalized = True

    def leave(*_: Any, **__: Any) -> None:
        pass

    def executable(*_: Any) -> Any:
        return [].append  # numba wants something callable, and another one for each function

    with (
        mock.patch.object(CPUCodeLibrary, "_optimize_functions", _lay_out),
        mock.patch.object(CPUCodeLibrary, "_optimize_final_module", leave),
        mock.patch.object(CPUCodeLibrary, "_finalize_final_module", finish),
        mock.patch.object(cpu.CPUContext, "create_cpython_wrapper", leave),
        mock.patch.object(cpu.CPUContext, "get_executable", executable),
    ):
        yield


def _lay_out(library: Any, module: Any) -> None:
    module.data_layout = library._codegen._data_layout


def _rename(module: llvm.ModuleRef, mangled: str, name: str) -> None:
    """Give the entry its plain name; everything else is nobody's business outside, and stays a function of its own
    unless it says that it becomes part of its callers."""
    for function in module.functions:
        if function.name == mangled:
            function.name = name
        elif not function.is_declaration:
            function.linkage = "internal"
            if b"alwaysinline" not in set(function.attributes):
                function.add_function_attribute("noinline")
