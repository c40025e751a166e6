"""A Session on a thread: commands in by a queue, everything new out by `poll()`.

The window polls; the threads never call it. Beside the thread that learns there is one that makes the pictures
(`core.threads.painter`).
"""

from __future__ import annotations

import itertools
import logging
import pathlib
import queue
import threading
import time

import numpy as np

from core.data.preparation import Prepared
from core.experiment import Experiment
from core.frames import RunState, Update
from core.history.snapshot import Snapshot
from core.machine.out_of_memory import failure
from core.messages import BadInput
from core.threads import commands
from core.threads.commands import Command
from core.threads.news import Message, News
from core.threads.outbox import Outbox, Status
from core.threads.painter import Painter
from core.threads.trainer import Trainer
from core.threads.wires import Order, Wires

log = logging.getLogger(__name__)
_numbers = itertools.count(1)


class Runner:
    """One run on one thread. Start it with `start()`, talk to it with `send()`, look at it with `poll()`, end it with
    `close()`."""

    def __init__(
        self, experiment: Experiment, snapshot: Snapshot | None = None, *, playing: bool = False, prepared: Prepared | None = None,
        folder: pathlib.Path | None = None,
    ) -> None:  # fmt: skip
        self.run = next(_numbers)
        self.experiment = experiment
        self.order = Order(experiment, snapshot, playing, prepared, folder)
        self._commands: queue.SimpleQueue[Command] = queue.SimpleQueue()
        self._out: queue.SimpleQueue[News] = queue.SimpleQueue()
        self._status = Status()
        self._halted = np.zeros(
            1, np.uint8
        )  # set while a command waits: looked at after every update, by the kernel too
        self.painter = Painter(self.run, self._look, self._out.put, self._complain)
        self.wires = Wires(self.run, self._commands, self._halted, self._out.put, self._tell_status, self.painter)
        self._thread = threading.Thread(target=self._main, name=f"run-{self.run}", daemon=True)
        self._rate_since = (time.monotonic(), 0)
        self._rate = 0.0

    # The window's side

    def start(self) -> None:
        self._thread.start()
        self.painter.start()

    def send(self, command: Command) -> None:
        """Hand over a command; it is obeyed between two slices of updates."""
        self._commands.put(command)
        self._halted[0] = 1

    def poll(self) -> Update:
        """Everything that is new since the last poll. Never blocks."""
        collected = Outbox()
        while True:
            try:
                collected.take(self._out.get_nowait())
            except queue.Empty:
                break
        status = self._status  # before the era: a jump that was told has dropped the frames from before it
        update = collected.update(self.run, status, self._measured_rate(status.updates), self.painter.era)
        if update.frames:
            self.painter.taken(tuple(update.frames))
        return update

    @property
    def status(self) -> Status:
        """State, updates, epochs, samples and seconds of learning, as the thread last told."""
        return self._status

    @property
    def alive(self) -> bool:
        """Whether a thread has something left to do."""
        return self._thread.is_alive() or self.painter.alive

    def close(self, timeout: float = 5.0) -> bool:
        """End both threads; False where one does not end within `timeout` seconds."""
        end = time.monotonic() + timeout
        if self._thread.is_alive():
            self.send(commands.Stop())
            self._thread.join(timeout)
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

    def _main(self) -> None:
        try:
            Trainer(self.order, self.wires).loop()
        except BadInput as error:
            self._fail(str(error))
        except Exception as error:
            log.exception("run %s failed", self.run)
            self._fail(f"{failure(error)} The log has the details (Help, Copy diagnostics).")
        finally:
            self.painter.stop()

    def _tell_status(self, status: Status) -> None:
        self._status = status

    def _look(self, memory: bool, version: int) -> None:  # noqa: FBT001 as the painter asks
        """The picture thread asks for a Still."""
        self.send(commands.Look(memory, version))

    def _complain(self, message: str) -> None:
        self._out.put(Message(message))

    def _fail(self, message: str) -> None:
        self._tell_status(self._status._replace(state=RunState.failed))
        self._complain(message)
