"""Wait for something while the window stays alive: for commands that drive a window without a person."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer

from app.window import MainWindow
from core.frames import Frame, Update

STILL = 0.3  # seconds without a new picture after which nothing more is expected


def without_screen() -> None:
    """On a machine without a screen, draw into memory; to be called before the QApplication."""
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def wait(condition: Callable[[], bool], limit: float, every: int = 10) -> bool:
    """Let the window live until the condition holds; False where it does not within `limit` seconds. It is looked at `every` so many ms."""
    loop, timer, end = QEventLoop(), QTimer(interval=every), time.monotonic() + limit

    def look() -> None:
        if condition() or time.monotonic() > end:
            loop.quit()

    timer.timeout.connect(look)
    timer.start()
    loop.exec()
    timer.stop()
    return condition()


def _whole(frame: Frame) -> bool:
    """Whether a picture that comes coarse first is as fine as it will be."""
    done, of = frame.info.get("stage", (1, 1))
    return done >= of


class Stillness:
    """Tells when every picture on the screen shows the run as it is now."""

    def __init__(self, window: MainWindow) -> None:
        self._lab = window.network.lab
        self._frames: dict[str, int] = {}
        self._last = time.monotonic()
        self._lab.updated.connect(self._take)

    def _take(self, update: Update) -> None:
        for name, frame in update.frames.items():
            if _whole(frame):
                self._frames[name] = frame.update
            else:
                self._frames.pop(name, None)
        self._last = time.monotonic()

    def reached(self) -> bool:
        last = self._lab.last
        shown = all(self._frames.get(name) == last.updates for name in self._lab.shown) if last is not None else False
        return shown and time.monotonic() - self._last > STILL


class Still:
    """Holds once the window has had time to draw."""

    def __init__(self) -> None:
        self._end = time.monotonic() + STILL

    def __call__(self) -> bool:
        return time.monotonic() > self._end
