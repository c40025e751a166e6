"""Line: by which commands come to a learning thread."""

from __future__ import annotations

import collections
import queue
from collections.abc import Callable, Iterator
from typing import TypeAlias

import numpy as np

from core.frozen import frozen
from core.threads.commands import Command
from core.threads.lane import Lane
from core.threads.wires import Begin


@frozen(eq=False)
class Leave:
    """A run is to learn on the thread no more: it is handed over as it is, at rest."""

    to: Callable[[Lane], None]


@frozen
class Await:
    """A run is on its way here from another thread: what it is told meanwhile waits for it."""


@frozen(eq=False)
class Enter:
    """A run has come from another thread, as it was there."""

    lane: Lane


Told: TypeAlias = Command | Begin | Leave | Await | Enter


class Line:
    """Commands come by it, each with the number of the run that it was told to. `halted[0]` is
    set while one waits: it is looked at after every update, by the kernel too. What is told to a run on its way here
    waits for it, in the order in which it was told; that it is to leave again, too."""

    def __init__(self) -> None:
        self.halted = np.zeros(1, np.uint8)
        self._waiting: queue.SimpleQueue[tuple[int, Told]] = queue.SimpleQueue()
        self._awaited: dict[int, list[tuple[int, Told]]] = {}  # runs on their way here, and what they were told since
        self._next: collections.deque[tuple[int, Told]] = collections.deque()  # told to a run that has come now

    def send(self, run: int, command: Told) -> None:
        """It is obeyed between two slices of updates."""
        self._waiting.put((run, command))
        self.halted[0] = 1

    def take(self, timeout: float | None) -> Iterator[tuple[int, Command | Begin | Leave | Enter]]:
        """All that wait, one after the other; for the first one it is waited so many seconds."""
        self.halted[0] = 0
        try:
            while True:
                run, told = self._next.popleft() if self._next else self._waiting.get(timeout != 0, timeout)
                timeout = 0
                if isinstance(told, Enter):
                    self._next.extend(self._awaited.pop(run, ()))
                    yield run, told
                elif run in self._awaited:
                    self._awaited[run].append((run, told))
                elif isinstance(told, Await):
                    self._awaited[run] = []
                else:
                    yield run, told
        except queue.Empty:
            return
