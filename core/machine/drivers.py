"""What can be told of the machine's GPUs without loading torch, which takes seconds."""

from __future__ import annotations

import ctypes
import functools
import importlib.machinery
import importlib.util
import pathlib
import sys

NOT_BUILT, NOT_FOUND = "this PyTorch was built without CUDA", "no NVIDIA GPU was found"
NO_APPLE = "this PyTorch finds no Apple GPU"
NVIDIA = "libcuda.so.1"  # what every NVIDIA driver for Linux brings, and what torch looks for first


@functools.cache
def no_gpu() -> str:
    """Why torch will find no GPU, in a few words; "" where only torch itself can tell.

    It finds none where it was built for none, which its own `version.py` says, nor where it was built for NVIDIA's and
    their driver is missing.
    """
    if sys.platform != "linux":
        return ""
    built = _built_for()
    if built is None or built & {"hip", "xpu"}:
        return ""
    return "" if built and _can_load(NVIDIA) else NOT_FOUND if built else NOT_BUILT


def _built_for() -> set[str] | None:
    """The makers' platforms that the installed torch knows; None where that cannot be read."""
    found = importlib.machinery.PathFinder.find_spec("torch")
    if found is None or found.origin is None:
        return None
    place = pathlib.Path(found.origin).with_name("version.py")
    spec = importlib.util.spec_from_file_location("torch_version", place)
    if spec is None or spec.loader is None or not place.is_file():
        return None
    version = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(version)
    return {maker for maker in ("cuda", "hip", "xpu") if vars(version).get(maker)}


def _can_load(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
