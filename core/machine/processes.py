"""Whether another process is still there: what it left behind may be taken only when it is not."""

from __future__ import annotations

import os


def alive(process: str) -> bool:
    """Whether the process with this number still runs; False where it is no number."""
    if not process.isdigit():
        return False
    if os.name == "nt":
        return _alive_on_windows(int(process))
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
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
