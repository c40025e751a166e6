"""Wait for something while the window stays alive: for commands that drive a window without a person."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer

from app.window.window import MainWindow
from core.frames import Frame, Update

QUIET = 0.3  # seconds without a new picture after which nothing more is expected
HOPELESS = 20.0  # seconds without a new picture after a complaint


def without_screen() -> None:
    """On a machine without a screen, draw into memory; to be called before the QApplication."""
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def wait(condition: Callable[[], bool], limit: float, every: int = 10) -> bool:
    """Let the window live until the condition holds; False where it does not within `limit` seconds. It is looked at
    `every` so many ms, and no more once it has held: what comes in the same turn of the loop may change it again."""
    loop, timer, end = QEventLoop(), QTimer(interval=every), time.monotonic() + limit
    held = False

    def look() -> None:
        nonlocal held
        held = condition()
        if held or time.monotonic() > end:
            timer.stop()
            loop.quit()

    timer.timeout.connect(look)
    timer.start()
    loop.exec()
    return held


def _whole(frame: Frame) -> bool:
    """Whether a picture that comes coarse first is as fine as it will be."""
    done, of = frame.info.get("stage", (1, 1))
    return done >= of


class AllDrawn:
    """Tells when every picture on the screen shows the run as it is now: of its present update, as it is asked for, and
    as fine as it will be."""

    def __init__(self, window: MainWindow) -> None:
        self._room = window.network
        self._lab = window.network.lab
        self._frames: dict[str, Frame] = {
            name: frame for view in self._room.views.there.values() for name, frame in view.frames.items()
        }
        self._last = time.monotonic()
        self.whole = False
        self.complaint = ""  # the last sentence on what went wrong
        self._lab.runs.updated.connect(self.take)
        self._lab.problem.connect(self._hear)

    def take(self, update: Update) -> None:
        self._frames |= update.frames
        self._last = time.monotonic()

    def _hear(self, _path: str, sentence: str, _mend: object) -> None:
        self.complaint = sentence or self.complaint

    def _stale(self) -> set[str]:
        """The names of the frames that are still to come."""
        last = self._lab.run.last
        seen = {name: self._frames.get(name) for name in self._lab.runs.shown}
        return {
            name for name, frame in seen.items()
            if frame is None or last is None or frame.update != last.updates or frame.request != self._lab.runs.shown[name] or not _whole(frame)
        }  # fmt: skip

    @property
    def late(self) -> list[str]:
        """The titles of the pictures that are not of the present update, or not whole."""
        stale = self._stale()
        return [view.title for view in self._room.views.there.values() if stale & set(view.frame_names)]

    def reached(self) -> bool:
        return (
            self._lab.run.last is not None
            and self._lab.poll.drawn
            and not self._stale()
            and time.monotonic() - self._last > QUIET
        )

    def over(self) -> bool:
        """Reached, or never to be: something went wrong, and nothing has come for a while. Which of the two `whole`
        says afterwards: news that comes later does not change it."""
        self.whole = self.reached()
        return self.whole or (bool(self.complaint) and time.monotonic() - self._last > HOPELESS)


class TimeToDraw:
    """Holds once the window has had time to draw."""

    def __init__(self) -> None:
        self._end = time.monotonic() + QUIET

    def __call__(self) -> bool:
        return time.monotonic() > self._end
