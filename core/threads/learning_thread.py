"""LearningThread: the thread on which one run learns, or several in step."""

from __future__ import annotations

import threading

from core.threads.commands import Command
from core.threads.lane import Lane
from core.threads.line import Await, Enter, Leave, Line
from core.threads.trainer import Trainer
from core.threads.wires import Begin, Order, Wires


class LearningThread:
    """It is there while runs are on it."""

    def __init__(self) -> None:
        self._line = Line()
        self._lock = threading.Lock()  # guards how many runs there are, and whether the thread is to end
        self._runs = 0
        self._thread: threading.Thread | None = None
        self._last: threading.Thread | None = None

    def begin(self, order: Order, wires: Wires) -> None:
        """A run more learns on it."""
        with self._lock:
            self._runs += 1
            self._line.send(wires.run, Begin(order, wires))
            if self._thread is None:
                self._start(Trainer(self._line), wires.run)

    def await_run(self, run: int) -> None:
        """A run is about to leave another thread for this one: whatever it is told since waits here."""
        self._line.send(run, Await())

    def adopt(self, lane: Lane) -> None:
        """A run that has left another thread goes on here as it is: alone, or in step with those that there are."""
        with self._lock:
            self._runs += 1
            self._line.send(lane.run, Enter(lane))
            if self._thread is None:
                self._start(Trainer(self._line), lane.run)

    def _start(self, trainer: Trainer, run: int) -> None:
        self._thread = self._last = threading.Thread(target=self._main, args=(trainer,), name=f"run-{run}", daemon=True)
        self._thread.start()

    def left(self) -> None:
        """A run is over."""
        with self._lock:
            self._runs -= 1

    def send(self, run: int, command: Command | Leave) -> None:
        """Hand over a command; it is obeyed between two slices of updates."""
        self._line.send(run, command)

    @property
    def is_ending(self) -> bool:
        """Whether no run is left, though the thread is."""
        return self._runs == 0 and self._last is not None and self._last.is_alive()

    def join(self, timeout: float) -> None:
        """Wait for the thread where it ends."""
        if self.is_ending and self._last is not None:
            self._last.join(timeout)

    # The thread

    def _main(self, trainer: Trainer) -> None:
        while self._is_needed():
            trainer.turn()

    def _is_needed(self) -> bool:
        with self._lock:
            if self._runs == 0:
                self._thread = None
            return self._runs > 0
