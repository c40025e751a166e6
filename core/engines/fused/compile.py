"""`python -m core.engines.fused.compile float32 [look advance]`: make what is missing and keep it on the disk, in a
process of its own.

So the compiler keeps the interpreter's lock, and the processor, from nobody; several at a time wait for one another.
"""

from __future__ import annotations

import os
import sys

import filelock
import numpy as np

from core.engines.fused import programs
from core.machine.whole_file import NotWritten


def main(arguments: list[str]) -> int:
    """Compile the programs named, all where none is; `--politely` gives way to others. The exit status is 1, after one
    sentence, where they cannot be kept."""
    if "--politely" in arguments and hasattr(os, "nice"):
        os.nice(10)
    dtype, *names = [argument for argument in arguments if not argument.startswith("--")]
    try:
        programs.room().mkdir(parents=True, exist_ok=True)
        for name in names or programs.NAMES:
            with filelock.FileLock(programs.room() / f"{name}-{dtype}.lock"):
                if not programs.is_kept(name, dtype):
                    make(name, dtype)
    except NotWritten as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{programs.room()} cannot be written: {error.strerror or error}", file=sys.stderr)
        return 1
    programs.throw_old_away()
    return 0


def make(name: str, dtype: str) -> None:
    """Compile one program for one precision."""
    from core.engines.fused.native import learning, looking  # bring numba: only where there is something to compile
    from core.engines.fused.native.building import translated

    program = {"look": looking.program, "advance": learning.program}[name]
    programs.keep(name, dtype, *translated(program(np.dtype(dtype).type), name))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
