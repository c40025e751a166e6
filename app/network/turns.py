"""An update reaches the views: cheap pictures all at once, dear ones one after another, so that the window never draws
for long at a stretch."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from typing import ClassVar, Protocol

from PySide6.QtCore import QObject, QTimer

from core.frames import Update

SHORT = 0.008  # seconds of drawing in one turn that the window's person does not feel
BREATH = 0.03  # seconds between two turns at most


class Part(Protocol):
    """Who hears of updates; `frame_names` are the pictures that it draws at once."""

    frame_names: ClassVar[tuple[str, ...]]

    def show_update(self, update: Update) -> None:
        """Take what is new."""
        ...

    def isVisible(self) -> bool:
        """Whether somebody sees it."""
        ...


class Turns(QObject):
    """`busy(waiting)` hears how many views still wait for their turn: between two of them the window paints, hears its
    person, and leaves the machine to the learning for as long as it has drawn.

    As many pictures as are drawn in a short while share a turn, and appear together; it begins when the window has last
    heard its person. Parts without a new picture, or that nobody sees, are told at once: that is cheap. A view that
    waits hears all updates in their order.
    """

    def __init__(self, busy: Callable[[int], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._busy = busy
        self._waiting: dict[Part, list[Update]] = {}
        self._began = 0.0  # the turn, in the time that this thread worked
        self._breath = QTimer(self, singleShot=True)
        self._breath.timeout.connect(self._next)
        self._heard = QTimer(self, singleShot=True, interval=0)
        self._heard.timeout.connect(self._breathe)

    def show(self, parts: Iterable[Part], update: Update) -> None:
        """Tell the parts what is new, of one run or, one after another, of several."""
        self._begin()
        for part in parts:
            if part in self._waiting:
                self._waiting[part].append(update)
            elif _draws(part, update) and self._spent > SHORT:
                self._waiting[part] = [update]
            else:
                part.show_update(update)
        self._busy(len(self._waiting))

    def clear(self) -> None:
        """What waits belongs to a run, or to data, that are no longer shown."""
        self._waiting.clear()
        self._busy(0)

    def forget(self, part: Part) -> None:
        """It is about to go: nothing waits for it any more."""
        self._waiting.pop(part, None)
        self._busy(len(self._waiting))

    def _begin(self) -> None:
        """A turn begins, unless the window has painted nothing and heard nobody since the last one did."""
        if not self._heard.isActive():
            self._began = time.thread_time()
            self._heard.start()

    @property
    def _spent(self) -> float:
        """Seconds that this thread has worked in the turn."""
        return time.thread_time() - self._began

    def _next(self) -> None:
        self._begin()
        while self._waiting and self._spent <= SHORT:
            part = next(iter(self._waiting))
            for update in self._waiting.pop(part):
                part.show_update(update)
        self._busy(len(self._waiting))

    def _breathe(self) -> None:
        """The event queue is empty again: what the turn has drawn is painted."""
        if self._waiting:
            self._breath.start(int(1000 * min(self._spent, BREATH)))


def _draws(part: Part, update: Update) -> bool:
    """Whether the update brings a picture that this part draws at once."""
    return any(name in update.frames for name in part.frame_names) and part.isVisible()
