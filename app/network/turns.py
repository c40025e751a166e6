"""An update reaches the views: a few pictures at once, many of them one at a time, so that the window never draws for
long at a stretch."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from typing import ClassVar, Protocol

from PySide6.QtCore import QObject, QTimer

from core.frames import Update

BREATH = 30  # ms between two turns: the window hears its person, and leaves the machine to the learning
SHORT = 0.008  # seconds of drawing in one turn that the window's person does not feel
TOGETHER = 2  # views that new pictures have come for are drawn at once, and appear together; more of them draw in turns


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
    """`busy(waiting)` hears how many views still wait for their turn: between two of them the window paints, and hears
    its person.

    Parts without a new picture, or that nobody sees, are told at once: that is cheap. A view that waits hears all
    updates in their order. While runs stand `side_by_side` their pictures are many and small: as many as are drawn in a
    short while share a turn.
    """

    def __init__(self, busy: Callable[[int], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._busy = busy
        self._waiting: dict[Part, list[Update]] = {}
        self._timer = QTimer(self, singleShot=True, interval=BREATH)
        self._timer.timeout.connect(self._next)
        self.side_by_side = False
        self._drawn = 0  # views that have drawn since the window last heard its person
        self._heard = QTimer(self, singleShot=True, interval=0)
        self._heard.timeout.connect(self._begin)

    def show(self, parts: Iterable[Part], update: Update) -> None:
        """Tell the parts what is new, of one run or, one after another, of several."""
        parts = tuple(parts)
        many = self._drawn + sum(_draws(part, update) for part in parts) > TOGETHER
        self._heard.start()
        for part in parts:
            self._drawn += _draws(part, update)
            if part in self._waiting:
                self._waiting[part].append(update)
            elif many and self._drawn > 1 and _draws(part, update):
                self._waiting[part] = [update]
            else:
                part.show_update(update)
        self._go_on()

    def clear(self) -> None:
        """What waits belongs to a run, or to data, that are no longer shown."""
        self._waiting.clear()
        self._go_on()

    def forget(self, part: Part) -> None:
        """It is about to go: nothing waits for it any more."""
        self._waiting.pop(part, None)
        self._go_on()

    def _begin(self) -> None:
        self._drawn = 0

    def _next(self) -> None:
        start = time.thread_time()
        while self._waiting:
            part = next(iter(self._waiting))
            for update in self._waiting.pop(part):
                part.show_update(update)
            if not self.side_by_side or time.thread_time() - start > SHORT:
                break
        self._go_on()

    def _go_on(self) -> None:
        self._busy(len(self._waiting))
        if self._waiting:
            self._timer.start()
        else:
            self._timer.stop()


def _draws(part: Part, update: Update) -> bool:
    """Whether the update brings a picture that this part draws at once."""
    return any(name in update.frames for name in part.frame_names) and part.isVisible()
