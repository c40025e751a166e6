"""A Session on a thread: commands in by a queue, everything new out by `poll()`.

The window polls; the thread never calls it. A picture is computed only when it is on the screen and its last frame was taken,
so a slow screen slows pictures, never learning.
"""

from __future__ import annotations

import itertools
import logging
import math
import queue
import sys
import threading
import time
from collections.abc import Mapping
from typing import Any

import numpy as np

from core import commands
from core.advice import advise
from core.commands import Command
from core.experiment import Experiment
from core.families import Probe
from core.frames import Advice, Frame, Mark, RunState, Update
from core.messages import BadInput, failure
from core.pacing import Pace
from core.preparation import Prepared
from core.reveal import Reveal
from core.snapshot import Snapshot

log = logging.getLogger(__name__)
_numbers = itertools.count(1)
Status = tuple[RunState, int, float, int, float]  # state, updates, epochs, samples, seconds of learning
NEEDS_NEW_START = "This change needs a new start."
_ENDED = {"finished": RunState.finished, "diverged": RunState.diverged, "stopped": RunState.stopped}


class Runner:
    """One run on one thread. Start it with `start()`, talk to it with `send()`, look at it with `poll()`, end it with `close()`."""

    def __init__(self, experiment: Experiment, snapshot: Snapshot | None = None, playing: bool = False, prepared: Prepared | None = None) -> None:
        self.run = next(_numbers)
        self.experiment = experiment
        self._start_from, self._prepared = snapshot, prepared
        self._commands: queue.SimpleQueue[Command] = queue.SimpleQueue()
        self._out: queue.SimpleQueue[object] = queue.SimpleQueue()
        self._status: Status = (RunState.idle, 0, 0.0, 0, 0.0)
        self._playing = playing
        self._halted = np.zeros(1, np.uint8)  # set while a command waits: looked at after every update, by the kernel too
        self._thread = threading.Thread(target=self._main, name=f"run-{self.run}", daemon=True)
        self._rate_since = (time.monotonic(), 0)
        self._rate = 0.0

    # The window's side

    def start(self) -> None:
        self._thread.start()

    def send(self, command: Command) -> None:
        """Hand over a command; it is obeyed between two slices of updates."""
        self._commands.put(command)
        self._halted[0] = 1

    def poll(self) -> Update:
        """Everything that is new since the last poll. Never blocks."""
        collected = _Collected()
        while True:
            try:
                collected.take(self._out.get_nowait())
            except queue.Empty:
                break
        if collected.frames:
            self._commands.put(commands.Taken(tuple(collected.frames)))
        state, updates, epochs, samples, seconds = self._status
        return collected.update(self.run, state, updates, epochs, samples, seconds, self._measured_rate(updates))

    @property
    def status(self) -> Status:
        """State, updates, epochs, samples and seconds of learning, as the thread last told."""
        return self._status

    @property
    def alive(self) -> bool:
        """Whether the thread has something left to do."""
        return self._thread.is_alive()

    def close(self, timeout: float = 5.0) -> bool:
        """End the thread; False where it does not end within `timeout` seconds."""
        if not self._thread.is_alive():
            return True
        self.send(commands.Stop())
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def _measured_rate(self, updates: int) -> float:
        """Updates a second over the last half second or more."""
        since, before = self._rate_since
        now = time.monotonic()
        if now - since >= 0.5 or updates < before:
            self._rate = max(0.0, (updates - before) / max(now - since, 1e-9))
            self._rate_since = (now, updates)
        return self._rate

    # The thread's side

    def _main(self) -> None:
        try:
            Trainer(self).loop()
        except BadInput as error:
            self._fail(str(error))
        except Exception as error:
            log.exception("run %s failed", self.run)
            self._fail(f"{failure(error)} The log has the details (Help, Copy diagnostics).")

    def _fail(self, message: str) -> None:
        self._status = (RunState.failed, *self._status[1:])
        self._out.put(_Message(message))


class Trainer:
    """The loop of a run's thread: obey commands, make the updates that are due, answer the pictures that are wanted."""

    def __init__(self, runner: Runner) -> None:
        from core import device as devices
        from core.session import Session  # brings torch: on this thread, never on the window's

        self.runner = runner
        self.session = Session(runner.experiment, runner._prepared, say=lambda text: runner._out.put(_Message(text)))
        if runner._start_from is not None:
            self.session.restore(runner._start_from)
        self.playing = runner._playing
        self.step_to: tuple[str, float] | None = None  # "updates" or "epochs" and how many, while a longer step is under way
        self.pace = Pace()
        self.requests: Mapping[str, Probe] = {}
        self.wanted: set[str] = set()
        self.shown: dict[str, int] = {}
        self.reveal = Reveal(self.session)
        self.seconds = 0.0
        self.alive = True
        self._marks = 0
        self._advice: Advice | None = None
        self._out = runner._out
        self._out.put(self.session.prepared)
        self._out.put(_Baselines(self.session.baselines))
        self._out.put(_Engine(self.session.engine.name, str(self.session.device)))
        self._out.put(_Devices(devices.choices()))

    def loop(self) -> None:
        self._tell()
        while self.alive:
            self._obey()
            if self.alive:
                self._learn()
                self._answer()
                self._tell()

    # Commands

    def _obey(self) -> None:
        """Take all waiting commands; where there is nothing else to do, wait for one."""
        self.runner._halted[0] = 0
        timeout = self._idle_time()
        try:
            command = self.runner._commands.get(timeout=timeout) if timeout != 0 else self.runner._commands.get_nowait()
            while True:
                self._do(command)
                command = self.runner._commands.get_nowait()
        except queue.Empty:
            return

    def _idle_time(self) -> float | None:
        """Seconds the thread may sleep: none while it learns at full speed, for ever while it is paused."""
        if self._stale() or self.step_to is not None:
            return 0.0
        if not self.playing or self.session.ended:
            return None
        return self.pace.wait(self.session.experiment.speed)

    def _do(self, command: Command) -> None:
        match command:
            case commands.Pause():
                self.playing, self.step_to = False, None
                self.session.measure_now()
            case commands.Resume():
                self.session.go_on()
                self.step_to = None
                self.playing = not self.session.ended
                self.pace.restart()
            case commands.Step():
                self.playing, self.step_to = False, None
                self._step(command.size, command.count)
            case commands.Show():
                self.requests = command.requests
                self.wanted = set(command.requests)
                self.shown.clear()
            case commands.Taken():
                self.wanted |= set(command.names) & set(self.requests)
            case commands.TakeSnapshot():
                self._out.put((command.ticket, self.session.snapshot()))
            case commands.Stop():
                self.alive = False
            case _:
                self._change(command)

    def _change(self, command: Command) -> None:
        """Commands that change the session; what is wrong with one is said, the run goes on."""
        prepared = self.session.prepared
        try:
            match command:
                case commands.Apply():
                    self._apply(command.experiment)
                case commands.SetParameter():
                    self.session.set_parameter(command.name, command.index, command.value)
                case commands.LoadParameters():
                    self.session.load_parameters(command.parameters)
                case commands.Restore():
                    self.session.restore(command.snapshot)
                    self.reveal = Reveal(self.session)
                    self._marks = 0
        except BadInput as error:
            self._out.put(_Message(str(error)))
        if self.session.prepared is not prepared:
            self._out.put(self.session.prepared)
            self._out.put(_Baselines(self.session.baselines))
            self.reveal = Reveal(self.session)

    def _apply(self, experiment: Experiment) -> None:
        speed = self.session.experiment.speed
        if not self.session.apply(experiment):
            self._out.put(_Message(NEEDS_NEW_START))
        if self.session.experiment.speed != speed:
            self.pace.restart()

    def _step(self, size: str, count: int) -> None:
        self.session.go_on()
        if size == "sample":
            self._out.put(self.reveal.next())
        elif size == "update" and count == 1:
            self.session.advance(1)
        elif size == "update":
            self.step_to = ("updates", self.session.updates + count)
        else:
            self.step_to = ("epochs", self.session.epochs + count - 1e-9)
        self.session.measure_now()

    # Learning

    def _learn(self) -> None:
        if self.step_to is not None:
            what, end = self.step_to
            left = int(end) - self.session.updates if what == "updates" else sys.maxsize
            self._learn_slice(min(self.pace.due("max"), left), end if what == "epochs" else math.inf)
            if self._step_is_over():
                self.step_to = None
                self.session.measure_now()
        elif self.playing and not self.session.ended:
            self._learn_slice(self.pace.due(self.session.experiment.speed))

    def _step_is_over(self) -> bool:
        if self.step_to is None or self.session.ended:
            return True
        what, end = self.step_to
        return (self.session.updates if what == "updates" else self.session.epochs) >= end

    def _learn_slice(self, due: int, epochs: float = math.inf) -> None:
        start = time.monotonic()
        made = self.session.advance(due, halted=self.runner._halted, epochs=epochs)
        spent = time.monotonic() - start
        self.pace.made(made, spent)
        self.seconds += spent
        if self.session.ended:
            self.playing = False
            self.session.measure_now()

    # Pictures and numbers

    def _stale(self) -> bool:
        return any(self.shown.get(name) != self.session.version for name in self.wanted)

    def _answer(self) -> None:
        """Compute one wanted picture whose moment has passed; the oldest first, so that none starves."""
        stale = [name for name in self.wanted if self.shown.get(name) != self.session.version]
        if not stale:
            return
        together = min(self.shown.get(name, -1) for name in stale)
        for name in stale:
            if self.shown.get(name, -1) == together:
                self._picture(name)

    def _picture(self, name: str) -> None:
        self.shown[name] = self.session.version
        self.wanted.discard(name)
        try:
            self._out.put((name, self.session.frame(self.requests[name], self.runner.run)))
        except Exception as error:  # a picture that fails must not end the learning
            log.exception("the picture %s of run %s failed", name, self.runner.run)
            self._out.put(_Message(f"The picture {name!r} cannot be made: {str(error) or type(error).__name__}"))

    def _tell(self) -> None:
        session = self.session
        rows = session.take_evaluations()
        for row in rows:
            self._out.put(row | {"seconds": self.seconds})
        if rows:
            self._advise()
        for mark in session.marks[self._marks :]:
            self._out.put(mark)
        self._marks = len(session.marks)
        self.runner._status = (self._state(), session.updates, session.epochs, session.samples, self.seconds)

    def _advise(self) -> None:
        advice = advise(self.session)
        if advice != self._advice:
            self._advice = advice
            self._out.put(advice or Advice("", ""))

    def _state(self) -> RunState:
        if self.session.ended:
            return _ENDED[self.session.ended]
        if self.playing:
            return RunState.running
        return RunState.paused if self.session.updates else RunState.idle


class _Message(str):
    """A sentence for the person."""


class _Baselines(dict[str, float]):
    """What a constant guess achieves."""


class _Devices(tuple[Any, ...]):
    """Every device kind, with the reason where it cannot be had."""


class _Engine(tuple[str, str]):
    """Engine and device in words."""

    def __new__(cls, engine: str, device: str) -> _Engine:
        return super().__new__(cls, (engine, device))


class _Collected:
    """The things that came out since the last poll, sorted."""

    def __init__(self) -> None:
        self.rows: list[dict[str, float]] = []
        self.frames: dict[str, Frame] = {}
        self.marks: list[Mark] = []
        self.snapshots: list[tuple[int, Snapshot]] = []
        self.more: dict[str, object] = {}

    def take(self, item: object) -> None:
        match item:
            case _Message():
                self.more["message"] = str(item)
            case _Baselines():
                self.more["baselines"] = dict(item)
            case _Devices():
                self.more["devices"] = tuple(item)
            case _Engine():
                self.more["engine"], self.more["device"] = item
            case dict():
                self.rows.append(item)
            case Mark():
                self.marks.append(item)
            case Advice():
                self.more["advice"] = item
            case Prepared():
                self.more["prepared"] = item
            case (str() as name, Frame() as frame):
                self.frames[name] = frame
            case (int() as ticket, Snapshot() as snapshot):
                self.snapshots.append((ticket, snapshot))
            case _:
                self.more["step"] = item

    def update(self, run: int, state: RunState, updates: int, epochs: float, samples: int, seconds: float, rate: float) -> Update:
        return Update(
            run, state, updates, epochs, samples, seconds, rate, columns(self.rows), self.frames, tuple(self.marks), snapshots=tuple(self.snapshots), **self.more  # type: ignore[arg-type]
        )  # fmt: skip


def columns(rows: list[dict[str, float]]) -> dict[str, np.ndarray]:
    """Rows -> columns, each (rows,) float64; nan where a row has no such figure."""
    names = {name: None for row in rows for name in row}
    return {name: np.array([row.get(name, np.nan) for row in rows]) for name in names}
