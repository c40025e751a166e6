"""No memory left, as a sentence: while doing what, where, and the way out."""

from __future__ import annotations

import contextlib
import gc
import re
import sys
from collections.abc import Iterator

# What PyTorch's own errors say where its allocators, or the libraries under it, get nothing: only CUDA's has a class of
# its own.
SIGNS = ("out of memory", "can't allocate memory", "cannot allocate memory", "not enough memory", "alloc_failed")
GPU_SIGNS = ("cuda", "cublas", "cudnn", "mps", "hip")
_ASKED = re.compile(r"(?:tried to allocate|unable to allocate) ([\d.]+) ?(bytes|[KMGTPE]i?B)", re.IGNORECASE)
_UNITS = {"b": 0, "k": 1, "m": 2, "g": 3, "t": 4, "p": 5, "e": 6}

PREPARING = "preparing the data"
BUILDING = "building the network"
TRAINING = "training"
EVALUATING = "evaluating the network"
WAYS = {
    PREPARING: "Take fewer samples, or smaller ones",
    BUILDING: "Make the layers smaller: fewer units or channels",
    TRAINING: "Make the batch smaller, or the layers: fewer units or channels",
    EVALUATING: "Make the layers smaller (fewer units or channels), or take fewer samples",
}
LESS = "Make the layers smaller (fewer units or channels), or ask for less"


class OutOfMemory(MemoryError):
    """`str()` is one line: what broke off, where, how much was asked for, and the way out."""

    def __init__(self, doing: str, error: BaseException) -> None:
        self.doing = doing
        gpu = any(sign in str(error).lower() for sign in GPU_SIGNS)
        place = "The GPU has" if gpu else "This computer has"
        way = WAYS.get(doing.partition(" with ")[0], LESS)
        super().__init__(
            f"{place} run out of memory while {doing}{_asked(error)}. {way}{', or choose the CPU as the device' if gpu else ''}."
        )


def ran_out(error: BaseException) -> bool:
    """Whether an error says that there is no memory left: Python's, numpy's, or one of PyTorch's for the CPU and for
    GPUs."""
    return isinstance(error, MemoryError) or (
        isinstance(error, RuntimeError) and any(sign in str(error).lower() for sign in SIGNS)
    )


def failure(error: Exception) -> str:
    """What ended a run, in one line."""
    if ran_out(error):
        return str(error if isinstance(error, OutOfMemory) else OutOfMemory("the run was under way", error))
    text = str(error).splitlines()[0] if str(error) else type(error).__name__
    return f"The run ended with an unexpected error: {text}."


@contextlib.contextmanager
def memory_for(doing: str) -> Iterator[None]:
    """Where memory runs out within, it is an `OutOfMemory` that says while doing what; the innermost one speaks."""
    try:
        yield
    except OutOfMemory:
        raise
    except (MemoryError, RuntimeError) as error:
        if not ran_out(error):
            raise
        raise OutOfMemory(doing, error) from error


def let_go() -> None:
    """Give back what nobody holds any more, after memory has run out."""
    gc.collect()
    torch = sys.modules.get("torch")
    if torch is not None and torch.cuda.is_available():
        torch.cuda.empty_cache()


def _asked(error: BaseException) -> str:
    """How much was asked for at once, where the error says so."""
    found = _ASKED.search(str(error))
    if found is None:
        return ""
    power = _UNITS[found[2][0].lower()]
    size = float(found[1].rstrip(".")) * 1024**power / 1e9
    return f" ({size:,.1f} GB were asked for at once)" if size >= 0.1 else ""
