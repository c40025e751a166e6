"""The loop of a run's learning thread: obey commands, make the updates that are due, tell what is new."""

from __future__ import annotations

import logging
import math
import queue
import sys
import time

import numpy as np

from core.experiment import Experiment
from core.frames import Advice, RunState
from core.history.columns import length
from core.machine import device as devices
from core.machine import drivers, preload
from core.machine.out_of_memory import failure, let_go, ran_out
from core.messages import NEEDS_NEW_START, BadInput
from core.threads import commands
from core.threads.between import Between
from core.threads.by_hand import set_by_hand
from core.threads.commands import Command
from core.threads.news import (
    Baselines,
    Devices,
    EngineChosen,
    Glimpsed,
    Message,
    Metrics,
    Paused,
    Points,
    Samples,
    SnapshotTaken,
)
from core.threads.outbox import Status
from core.threads.pacing import LONG, SLICE, Pace
from core.threads.step_by_sample import Reveal
from core.threads.time_machine import TimeMachine
from core.threads.wires import Order, Wires
from core.training.advice import advise, lasts

log = logging.getLogger(__name__)

_ENDED = {"finished": RunState.finished, "diverged": RunState.diverged, "stopped": RunState.stopped}


class Trainer:
    """Owns the session; hands Stills of it to the picture thread."""

    def __init__(self, order: Order, wires: Wires) -> None:
        from core.training.session import Session  # heavy: on this thread, never on the window's

        self._wires, self._tell_news, self.painter = wires, wires.tell, wires.painter
        self._devices_told = False
        if order.experiment.device not in devices.WITHOUT_ASKING and not drivers.no_gpu():
            preload.load_torch()
        self._tell_devices()  # first: a run whose device is missing comes no further
        self.session = Session(
            order.experiment, order.prepared, lambda text: wires.tell(Message(text)), patient=False, folder=order.folder,
            watched=True,
        )  # fmt: skip
        if order.snapshot is not None:
            self.session.restore(order.snapshot)
        self.playing = order.playing
        self.step_to: tuple[str, float] | None = (
            None  # "updates" or "epochs" and how many, while a longer step is under way
        )
        self.pace = Pace()
        self.sought: commands.Look | None = None
        self.reveal = Reveal(self.session)
        self.time_machine = TimeMachine(wires)
        self._between = Between()
        self.seconds = 0.0
        self.alive = True
        self._marks = 0
        self._points: tuple[str, ...] = ()
        self._advice: Advice | None = None
        self._advised = 0  # the update at which that was found
        self._engine: tuple[str, str] | None = None
        self._tell_news(Samples(self.session.prepared))
        self._tell_news(Baselines(self.session.baselines))

    def loop(self) -> None:
        try:
            self._tell()
            while self.alive:
                try:
                    self._turn()
                except (MemoryError, RuntimeError) as error:
                    if not ran_out(error):
                        raise
                    self._pause_for_want_of_memory(error)
        finally:
            self.time_machine.close()
            self.session.course.kept.close()

    def _turn(self) -> None:
        self.obey()
        if self.alive:
            self.learn()
            self._tell()
            self._hand_over()

    def _pause_for_want_of_memory(self, error: Exception) -> None:
        """The run stays as it was before what broke off: it may go on where there is more room, or smaller."""
        log.warning("run %s has paused: no memory left", self._wires.run, exc_info=error)
        self.playing, self.step_to, self.sought = False, None, None
        error.__traceback__ = error.__cause__ = error.__context__ = None  # they hold the tensors of what broke off
        let_go()
        self._mend()
        self._tell_news(Paused(failure(error)))
        self._tell_state()

    def _mend(self) -> None:
        from core.training.recall import mend

        experiment = self.session.experiment
        try:
            mend(self.session)
        except (MemoryError, RuntimeError, BadInput):  # it stands at an earlier update now, the last state that is kept
            log.warning("run %s could not be advanced to the update that broke off", self._wires.run, exc_info=True)
            self.session.apply(experiment)
        self._marks = min(self._marks, self.session.course.journal.marked)

    # Commands

    def obey(self) -> None:
        """Take all waiting commands; where there is nothing else to do, wait for one."""
        self._wires.halted[0] = 0
        timeout = self._idle_time()
        try:
            command = self._wires.commands.get(timeout=timeout) if timeout != 0 else self._wires.commands.get_nowait()
            while True:
                self._do(command)
                command = self._wires.commands.get_nowait()
        except queue.Empty:
            return

    def _idle_time(self) -> float | None:
        """Seconds the thread may sleep: none while it learns at full speed, for ever while it is paused."""
        if self.step_to is not None:
            return 0.0
        if not self.playing or self.session.ended:
            return None
        return self.pace.wait(self.session.experiment.speed)

    def _do(self, command: Command) -> None:
        if isinstance(command, commands.InThePresent):
            self.time_machine.come_back()
        match command:
            case commands.Pause():
                self.playing, self.step_to = False, None
                self.session.measure_now()
            case commands.Resume():
                self.session.course.go_on()
                self.step_to = None
                self.playing = not self.session.ended
                self.pace.restart()
            case commands.Step():
                self.playing, self.step_to = False, None
                self._step(command.size, command.count)
            case commands.Recall():
                self.playing, self.step_to = False, None
                self.time_machine.look_at(self.session, command.updates, command.hands)
            case commands.Stop():
                self.alive = False
            case commands.Show() | commands.Look() | commands.TakeSnapshot() | commands.TakeShown():
                self._answer(command)
            case _:
                self._change(command)

    def _answer(self, command: commands.Question) -> None:
        """Commands that want to see something."""
        match command:
            case commands.Show():
                self.painter.show(command.requests)
            case commands.Look():
                self.sought = command
                self._tell()  # no picture comes before what is said of its update
                self._hand_over()  # a whole slice later the picture would be as much older
            case commands.TakeSnapshot():
                self._tell_news(SnapshotTaken(command.ticket, self.session.snapshot()))
            case commands.TakeShown():
                self.time_machine.take_snapshot(self.session, command.ticket)

    def _change(self, command: commands.Change) -> None:
        """Commands that change the session; what is wrong with one is said, the run goes on."""
        prepared, baselines = self.session.prepared, self.session.baselines
        try:
            self._carry_out(command)
        except BadInput as error:
            self._tell_news(Message(str(error)))
        if self.session.prepared is not prepared:
            self.painter.renew()
            self._tell_news(Samples(self.session.prepared))
            self.reveal = Reveal(self.session)
        if self.session.baselines is not baselines:
            self._tell_news(Baselines(self.session.baselines))

    def _carry_out(self, command: commands.Change) -> None:
        """`BadInput` where a command cannot be carried out."""
        match command:
            case commands.Apply():
                self._apply(command.experiment)
            case commands.SetParameter() | commands.PutAt():
                set_by_hand(self.session, command)
            case commands.LoadParameters():
                self.session.load_parameters(command.parameters)
            case commands.KeepPoint():
                updates, vector = command.past or (self.session.updates, self.session.vector())
                self.session.course.keep_point(command.name, vector, updates)
            case commands.ForgetPoint():
                self.session.course.forget_point(command.name)
            case commands.Restore():
                self.painter.renew()
                self.session.restore(command.snapshot)
                self.reveal = Reveal(self.session)
                self._marks = 0

    def _apply(self, experiment: Experiment) -> None:
        speed = self.session.experiment.speed
        if not self.session.apply(experiment):
            self._tell_news(Message(NEEDS_NEW_START))
        if self.session.experiment.speed != speed:
            self.pace.restart()

    def _step(self, size: str, count: int) -> None:
        self.session.course.go_on()
        if size == "sample":
            self._tell_news(self.reveal.next())
        elif size == "update" and count == 1:
            self.session.advance(1)
        elif size == "update":
            self.step_to = ("updates", self.session.updates + count)
        else:
            self.step_to = ("epochs", self.session.epochs + count - 1e-9)
        self.session.measure_now()

    # Learning

    def learn(self) -> None:
        if self.step_to is not None:
            what, end = self.step_to
            left = int(end) - self.session.updates if what == "updates" else sys.maxsize
            self._learn_slice(min(self.pace.due("max", self._slice), left), end if what == "epochs" else math.inf)
            if self._step_is_over():
                self.step_to = None
                self.session.measure_now()
        elif self.playing and not self.session.ended:
            self._learn_slice(self.pace.due(self.session.experiment.speed, self._slice))

    @property
    def _slice(self) -> float:
        """Seconds of a slice: an engine that makes many updates in a call looks at the flag after each of them."""
        return LONG if self.session.learner.engine.longest > 1 else SLICE

    def _step_is_over(self) -> bool:
        if self.step_to is None or self.session.ended:
            return True
        what, end = self.step_to
        return (self.session.updates if what == "updates" else self.session.epochs) >= end

    def _learn_slice(self, due: int, epochs: float = math.inf) -> None:
        start = time.monotonic()
        made = self.session.advance(due, halted=self._wires.halted, epochs=epochs)
        spent = time.monotonic() - start
        self.pace.made(made, spent)
        self.seconds += spent
        if figures := self._between.look(self.session):
            self.session.course.glimpsed(figures)
        if self.session.ended:
            self.playing = False
            self.session.measure_now()

    # What others are told

    def _hand_over(self) -> None:
        """The Still that the painter asked for, as soon as there is a newer one."""
        if self.sought is None:
            return
        if self.time_machine.answer(self.sought):
            self.sought = None
        elif self.session.course.version != self.sought.version:
            self.painter.give(self.session.still(memory=self.sought.memory))
            self.sought = None

    def _tell_devices(self) -> None:
        """Which devices there are: at once, or as soon as torch is there to ask; for their sake alone it is not
        loaded."""
        if not self._devices_told and (preload.has_torch() or drivers.no_gpu()):
            self._devices_told = True
            self._tell_news(Devices(devices.choices()))

    def _tell(self) -> None:
        session = self.session
        self._tell_devices()
        columns = session.course.evaluations.take()
        if columns:
            self._tell_news(Metrics(columns | {"seconds": np.full(length(columns), self.seconds)}))
            self._advise()
        between = session.course.glimpses.take()
        if between:
            self._tell_news(Glimpsed(between | {"seconds": np.full(length(between), self.seconds)}))
        for mark in session.course.journal.marks_after(self._marks):
            self._tell_news(mark)
        self._marks = session.course.journal.marked
        if self._engine != (session.learner.engine.name, session.learner.engine_reason):
            self._engine = (session.learner.engine.name, session.learner.engine_reason)
            self._tell_news(
                EngineChosen(
                    session.learner.engine.name,
                    str(session.learner.device),
                    session.learner.engine.longest > 1,
                    session.learner.engine_reason,
                )
            )
        if self._points != tuple(session.course.points):
            self._points = tuple(session.course.points)
            self._tell_news(Points(self._points))
        self._tell_state()

    def _tell_state(self) -> None:
        from core.training.recall import first_kept

        session = self.session
        counts = session.updates, session.epochs, session.samples, self.seconds
        self._wires.tell_status(Status(self._state(), *counts, first=first_kept(session.course)))

    def _advise(self) -> None:
        advice = advise(self.session.course, self.session.learner)
        if advice is None and self._advice is not None and lasts(self.session.course, self._advised):
            return
        self._advised = self.session.updates
        if advice != self._advice:
            self._advice = advice
            self._tell_news(advice or Advice("", ""))

    def _state(self) -> RunState:
        if self.session.ended:
            return _ENDED[self.session.ended]
        if self.playing:
            return RunState.running
        return RunState.paused if self.session.updates else RunState.idle
