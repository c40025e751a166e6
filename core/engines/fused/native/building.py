"""`python -m core.engines.fused.native.building`: write the kernel's programs down as bitcode, each with its text.

Numba optimizes and translates every function that it compiles, and all of it once more in each that calls it: most of a
minute for a kernel that consists of a hundred small ones. Here it only writes the instructions down; they are put
together and tidied up without asking for whom, and lie in `resources/kernels`. On a person's machine LLVM makes code
for the processor there of them (`machine_code`); numba is needed only here, where somebody changes the kernel.

This is the one place that leans on numba's insides.
"""

from __future__ import annotations

import contextlib
import re
import sys
from collections.abc import Callable, Iterator
from typing import Any
from unittest import mock

import llvmlite.binding as llvm
import numpy as np
from numba.core import compiler, cpu, types
from numba.core.codegen import CPUCodeLibrary
from numba.core.compiler_lock import global_compiler_lock
from numba.core.cpu_options import FastMathOptions
from numba.core.registry import cpu_target

from core.engines.fused import shipped
from core.engines.fused.native import learning, looking
from core.engines.fused.native.lanes import LOOSE
from core.machine.whole_file import write_bytes

PROGRAMS = {"look": looking.program, "advance": learning.program}
_PART = re.compile(r"\d+")


def main() -> int:
    """Write all programs, and of which sources they are made."""
    (shipped.FOLDER / "text").mkdir(parents=True, exist_ok=True)
    for name, program in PROGRAMS.items():
        for dtype in shipped.DTYPES:
            module = written_down(program(np.dtype(dtype).type), name)
            write_bytes(shipped.place(name, dtype), module.as_bitcode(), shipped=True)
            write_bytes(shipped.text(name, dtype), str(module).encode(), shipped=True)
    write_bytes(shipped.RECORD, f"{shipped.sources()}\n".encode(), shipped=True)
    return 0


def written_down(function: Callable[[int], int], name: str) -> llvm.ModuleRef:
    """A module whose function `name` takes (room for the result, room for an error, the argument). It names no system,
    no processor and no address of this process, so it is the same each time."""
    with _only_written_down(), global_compiler_lock:
        result = compiler.compile_extra(
            cpu_target.typing_context, cpu_target.target_context, function, (types.int64,), types.int64, _flags(), {}
        )
        result.library._ensure_finalized()
        module = llvm.parse_assembly(str(result.library._final_module))
    _rename(module, result.fndesc.mangled_name, name)
    _tidy(module)
    return llvm.parse_assembly(_without_system(str(module)))


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
    """Give the entry its plain name and the others those of the sources; but for the entry all is nobody's business
    outside, and each function stays one of its own unless it says that it becomes part of its callers."""
    for function in module.functions:
        if function.name == mangled:
            function.name = name
        elif not function.is_declaration:
            function.name = _plain(function.name)
            function.linkage = "internal"
            if b"alwaysinline" not in set(function.attributes):
                function.add_function_attribute("noinline")
    for value in module.global_variables:
        value.linkage = "internal"


def _plain(mangled: str) -> str:
    """`_ZN4core…6native6chance7shuffleB2v4B88c8…E` -> `chance.shuffle`: the last two names of a row of (length, name),
    as far as it goes. LLVM numbers those that come twice."""
    names, place = list[str](), len("_ZN")
    while found := _PART.match(mangled, place):
        place = found.end() + int(found.group())
        names.append(mangled[found.end() : place])
    return ".".join(names[-2:])


def _tidy(module: llvm.ModuleRef) -> None:
    """What is right for every processor and makes the whole a fifth as long: values instead of the variables that numba
    writes them into, and nothing that nobody asks for."""
    builder = llvm.create_pass_builder(_any_machine(), llvm.create_pipeline_tuning_options(speed_level=2))
    functions = llvm.create_new_function_pass_manager()
    functions.add_sroa_pass()
    functions.add_simplify_cfg_pass()
    functions.add_instruction_combine_pass()
    functions.add_simplify_cfg_pass()
    for function in module.functions:
        if not function.is_declaration:
            functions.run(function, builder)
    whole = llvm.create_new_module_pass_manager()
    whole.add_global_dead_code_eliminate_pass()
    whole.add_strip_dead_prototype_pass()
    whole.run(module, builder)


def _any_machine() -> llvm.TargetMachine:
    """LLVM for no processor in particular, so that nothing of this one is written down."""
    llvm.initialize_native_target()
    return llvm.Target.from_triple(llvm.get_process_triple()).create_target_machine(cpu="generic")


def _without_system(text: str) -> str:
    """The text of a module without the lines that say for which system it is."""
    said = ("target datalayout", "target triple", "source_filename", "; ModuleID")
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith(said))


if __name__ == "__main__":
    sys.exit(main())
