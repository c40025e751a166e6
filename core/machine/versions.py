"""Versions of the program and of what it works with."""

from __future__ import annotations

import functools
import platform

PACKAGES = ("torch", "numpy", "pydantic", "PySide6-Essentials", "pyqtgraph", "PyOpenGL", "safetensors", "llvmlite")


def version() -> str:
    """The program's own version."""
    return version_of("descent-lab") or "not installed"  # run from its folder


@functools.cache
def version_of(package: str) -> str | None:
    """The version of a package; None for one that is not installed."""
    from importlib import metadata  # only now: it reads records as if they were mails, and loads what does

    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None


def versions() -> dict[str, str | None]:
    """The program, Python, the system and the packages; None for one that is not installed."""
    own: dict[str, str | None] = {
        "descent-lab": version(),
        "python": platform.python_version(),
        "system": platform.platform(),
    }
    return own | {package: version_of(package) for package in PACKAGES}
