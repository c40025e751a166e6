"""A Session on a thread: commands in by a queue, everything new out by `poll()`.

The window polls; the threads never call it. Beside the thread that learns (`core.threads.learning_thread`), its own or
that of several runs, there is one that makes its pictures (`core.threads.painter`).
"""

from __future__ import annotations

import functools
import itertools
import pathlib
import queue
import threading
import time

from core.data.preparation import Prepared
from core.experiment import Experiment
from core.frames import RunState, Update
from core.history.snapshot import Snapshot
from core.history.still import Still
from core.threads import commands
from core.threads.commands import Command
from core.threads.lane import Lane
from core.threads.learning_thread import LearningThread
from core.threads.line import Leave
from core.threads.news import Message, News
from core.threads.outbox import Outbox, Status, after
from core.threads.painter import Painter
from core.threads.wires import Order, Wires

_numbers = itertools.count(1)


class Runner:
    """One run on a learning thread, its own or that of another run `beside` which it learns in step. Start it with
    `start()`, talk to it with `send()`, look at it with `poll()`, end it with `close()`."""

    def __init__(
        self, experiment: Experiment, snapshot: Snapshot | None = None, *, playing: bool = False, prepared: Prepared | None = None,
        folder: pathlib.Path | None = None, beside: Runner | None = None, seconds: float = 0.0,
    ) -> None:  # fmt: skip
        self.run = next(_numbers)
        self.experiment = experiment
        self._order = Order(experiment, snapshot, playing, prepared, folder, seconds)
        self._out: queue.SimpleQueue[News] = queue.SimpleQueue()
        self._status = Status() if snapshot is None else _status_of(snapshot, prepared)
        self._before = seconds  # of learning, before it came here
        self.painter = Painter(self.run, self.send, self._out.put, self._complain)
        self._thread = LearningThread() if beside is None else beside._thread  # noqa: SLF001 its own class
        self._host = self._thread  # where it is; for a moment it may be on its way to another
        self._learns = threading.Event()  # while it is on that thread
        self._over = threading.Event()
        self._rate_since = (time.monotonic(), 0)
        self._rate = 0.0

    # The window's side

    def start(self) -> None:
        self._learns.set()
        self._thread.begin(self._order, self.wires)
        self.painter.start()

    @property
    def wires(self) -> Wires:
        """By which its learning thread tells of it."""
        return Wires(self.run, self._out.put, self._tell_status, self._end, self.painter)

    def send(self, command: Command) -> None:
        """Hand over a command; it is obeyed between two slices of updates. What moves a run in time (`Transport`) moves
        all that learn in step with it. What it has `Spent` is added to all that comes out from now on, whenever it was
        told: the threads tell the seconds since they have it."""
        if isinstance(command, commands.Spent):
            self._before += command.seconds
        self._thread.send(self.run, command)

    def part(self) -> None:
        """It rests from now on, on a thread of its own: those that it has learned in step with go on without it."""
        self._go_to(LearningThread())

    def join(self, beside: Runner) -> None:
        """From now on it learns in step with another run, on the thread of that one, as it is; whichever of them is
        behind comes up."""
        self._go_to(beside._thread)

    def _go_to(self, thread: LearningThread) -> None:
        if self._learns.is_set() and thread is not self._thread:
            thread.await_run(self.run)
            self._thread.send(self.run, Leave(functools.partial(self._move, thread)))
            self._thread = thread

    def poll(self) -> Update:
        """Everything that is new since the last poll. Never blocks."""
        collected = Outbox()
        while True:
            try:
                collected.take(self._out.get_nowait())
            except queue.Empty:
                break
        status = _as_seen(self._status, self.painter.still)  # before the era: a jump has dropped the frames before it
        update = collected.update(self.run, status, self._measured_rate(status.updates), self.painter.era)
        if update.frames:
            self.painter.taken(tuple(update.frames))
        return after(update, self._before)

    @property
    def status(self) -> Status:
        """State, updates, epochs, samples and seconds of learning here, as the thread last told."""
        return self._status

    @property
    def alive(self) -> bool:
        """Whether a thread has something left to do for it."""
        return self._learns.is_set() or self._thread.is_ending or self.painter.alive

    def close(self, timeout: float = 5.0) -> bool:
        """The run ends, with the last one on its thread that too; False where something does not end within `timeout`
        seconds."""
        end = time.monotonic() + timeout
        if self._learns.is_set():
            self.send(commands.Stop())
            self._over.wait(timeout)
        self._thread.join(end - time.monotonic())
        self.painter.stop()
        self.painter.join(end - time.monotonic())
        return not self.alive

    def _measured_rate(self, updates: int) -> float:
        """Updates a second over the last half second or more."""
        since, before = self._rate_since
        now = time.monotonic()
        if now - since >= 0.5 or updates < before:
            self._rate = max(0.0, (updates - before) / max(now - since, 1e-9))
            self._rate_since = (now, updates)
        return self._rate

    # The threads' side

    def _move(self, to: LearningThread, lane: Lane) -> None:
        """Another thread has it from now on."""
        self._host.left()
        self._host = to
        to.adopt(lane)

    def _end(self, why: str) -> None:
        """The learning thread has let go of the run; `why` it has failed, "" where it has not."""
        if why:
            self._tell_status(self._status._replace(state=RunState.failed))
            self._complain(why)
        self.painter.stop()
        self._host.left()
        self._learns.clear()
        self._over.set()

    def _tell_status(self, status: Status) -> None:
        self._status = status

    def _complain(self, message: str) -> None:
        self._out.put(Message(message))


def _as_seen(status: Status, still: Still | None) -> Status:
    """Of a run that learns the pictures may be ahead of what it has told of itself: it tells once a slice."""
    if status.state is not RunState.running or still is None or still.updates <= status.updates:
        return status
    epochs = still.state.epochs(len(still.prepared.train))
    return status._replace(updates=still.updates, epochs=epochs, samples=still.state.samples)


def _status_of(snapshot: Snapshot, prepared: Prepared | None) -> Status:
    """Where a run is that goes on from a snapshot, before its thread has told so."""
    state = snapshot.state
    epochs = state.base_epochs if prepared is None else state.epochs(len(prepared.train))
    rest = RunState.paused if state.updates else RunState.idle
    return Status(rest, state.updates, epochs, state.samples)
