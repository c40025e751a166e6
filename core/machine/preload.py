"""The order in which libraries have to be loaded."""

from __future__ import annotations

import contextlib
import gc
import importlib
import sys
import threading
from collections.abc import Iterator

from core.messages import BadInput

_loading = threading.Lock()


def before_qt() -> None:
    """On Windows torch fails to load its libraries after Qt (pytorch issue 166628), so it comes first there; elsewhere
    the window comes first and torch later, in the background."""
    if sys.platform == "win32":
        importlib.import_module("torch")


@contextlib.contextmanager
def starting() -> Iterator[None]:
    """While the program loads and builds its window nothing becomes garbage, and what is there then stays to its end:
    looking through all of it for garbage, again and again or once at the end, would take a tenth of that time."""
    with uncollected():
        yield
        gc.freeze()


@contextlib.contextmanager
def uncollected() -> Iterator[None]:
    """No collection meanwhile."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


def has_torch() -> bool:
    """Whether torch is there, or on its way."""
    return sys.modules.get("torch") is not None


def load_torch() -> None:
    """Load torch, on one thread at a time; `BadInput` where it cannot be.

    Two threads that begin with it together (a run that is replaced while it still loads, a race) would meet its modules
    half loaded, where one of them begins with a part of it. So whoever needs a part asks here for that, or imports
    torch first, which waits for it to be whole.
    """
    _load("torch")


def load_optimizers() -> None:
    """Load what torch's first optimizer brings along, which takes longer than torch itself."""
    _load("torch", "torch._dynamo")


def load_ahead() -> None:
    """Load all of it in the background, before somebody waits for it; who comes meanwhile waits for the rest alone.

    The window stands still for a fifth of a second while the system loads torch's libraries, so it has to be a moment
    at which nobody watches a run.
    """
    if sys.modules.get("torch._dynamo") is None:
        threading.Thread(target=_load_quietly, name="torch").start()


def _load_quietly() -> None:
    """What goes wrong is said to whoever needs it."""
    with contextlib.suppress(BadInput):
        load_optimizers()


def _load(*modules: str) -> None:
    with _loading:
        missing = [module for module in modules if sys.modules.get(module) is None]
        try:
            for module in modules:  # those that are there, too: another thread may be in the midst of loading them
                importlib.import_module(module)
        except (ImportError, OSError) as error:  # a library that it needs is not there
            raise BadInput("PyTorch", "", f"cannot be loaded: {error}") from error
        if missing:
            gc.freeze()  # what is loaded by now stays: the collections after each run need not look at it again
