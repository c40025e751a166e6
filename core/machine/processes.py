"""Other processes: how one of our own is started, and whether one is still there, since what it left behind may be
taken only when it is not."""

from __future__ import annotations

import os
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]  # where `core` lies; processes of our own work here


def python(*arguments: str) -> list[str]:
    """The command for a process of our own, to be started in `ROOT` with `environment()`.

    The folder that somebody happens to stand in must not matter: what lies there is neither imported nor executed.
    """
    return [sys.executable, "-P", *arguments]


def environment() -> dict[str, str]:
    """This process's, so that another one finds `core` and what it needs: folders are named whole, since a relative one
    would be another there, and an empty one its working folder."""
    named = filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))
    return os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), *map(os.path.abspath, named)])}


def alive(process: str) -> bool:
    """Whether the process with this number still runs; False where it is no number."""
    if not process.isdecimal():
        return False
    if os.name == "nt":
        return _alive_on_windows(int(process))
    try:
        os.kill(int(process), 0)
    except (ProcessLookupError, OverflowError):  # no process has so large a number
        return False
    except PermissionError:
        return True
    return True


def _alive_on_windows(process: int) -> bool:
    import ctypes  # os.kill(pid, 0) would end the process there

    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined]
    handle = kernel.OpenProcess(0x1000, False, process)  # PROCESS_QUERY_LIMITED_INFORMATION  # noqa: FBT003
    if handle:
        kernel.CloseHandle(handle)
    return bool(handle)
