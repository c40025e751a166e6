"""What asks a program to come to its end: Ctrl-C, another program (SIGTERM), a terminal that goes away (SIGHUP)."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Callable, Iterator
from types import FrameType

ENDINGS = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if name in vars(signal)
)  # Windows has no SIGHUP


@contextlib.contextmanager
def ending(ask: Callable[[], object]) -> Iterator[None]:
    """Within it `ask` is called instead of the program being ended. What somebody has had ignored, as nohup does, stays
    so; and off the main thread, where signals do not arrive, nothing changes."""

    def answer(_number: int, _frame: FrameType | None) -> None:
        ask()

    before = {}
    if threading.current_thread() is threading.main_thread():
        heard = [number for number in ENDINGS if signal.getsignal(number) is not signal.SIG_IGN]
        before = {number: signal.signal(number, answer) for number in heard}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
