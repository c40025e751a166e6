"""Lane: one of the runs of a learning thread, most often the only one."""

from __future__ import annotations

import dataclasses
import logging
import math
import time
from collections.abc import Callable

import numpy as np

from core.engines.engine import GOING
from core.machine import device as devices
from core.machine import drivers, preload
from core.machine.out_of_memory import failure
from core.messages import NEEDS_NEW_START, BadInput
from core.threads import commands
from core.threads.between import Between
from core.threads.by_hand import set_by_hand
from core.threads.milestones import Milestones
from core.threads.news import Message, Paused, SnapshotTaken
from core.threads.pacing import LONG, SLICE, Pace
from core.threads.report import Report
from core.threads.step_by_player import PlayerSteps
from core.threads.time_machine import TimeMachine
from core.threads.wires import Order, Wires
from core.training.handover import Handover, Look
from core.training.stop_rules import NEVER, limits_reached

log = logging.getLogger(__name__)


class Lane:
    """Owns the session; hands Stills of it to the picture thread."""

    def __init__(self, order: Order, wires: Wires) -> None:
        from core.training.session import Session  # heavy: on this thread, never on the window's

        self.run, self._wires, self._painter = wires.run, wires, wires.painter
        self._report = Report(wires)
        self._handover = Handover(self._withdraw)
        if order.experiment.device not in devices.WITHOUT_ASKING and not drivers.no_gpu():
            preload.load_torch()
        self._report.tell_devices()  # first: a run whose device is missing comes no further
        self.session = Session(
            order.experiment, order.prepared, lambda text: wires.tell(Message(text)), folder=order.folder,
            handover=self._handover,
        )  # fmt: skip
        if order.snapshot is not None:
            self.session.restore(order.snapshot)
        self.cost = Pace()  # of its own updates
        self.before, self.here = order.seconds, 0.0  # seconds of learning, before it came to the window and in it
        self.milestones = Milestones()
        self.sought: Look | None = None
        self._player_steps = PlayerSteps(self.session)
        self._time_machine = TimeMachine(wires)
        self._between = Between()
        self._report.tell_samples(self.session)
        self._report.tell_baselines(self.session)
        self._painter.supply.watch(self._handover)

    def close(self) -> None:
        """The run is over."""
        self._time_machine.close()
        self.session.course.kept.close()

    # Learning

    @property
    def goes_on(self) -> bool:
        """Whether it has not ended."""
        return not self.session.ended

    @property
    def at_limit(self) -> bool:
        """Whether it has ended, or would at once."""
        return not self.goes_on or limits_reached(self.session.course.state, self.session.epochs)

    @property
    def seconds(self) -> float:
        """Of learning, all of them."""
        return self.before + self.here

    @property
    def slice(self) -> float:
        """Seconds of a slice."""
        return SLICE if self.session.learner.looking is None else LONG

    def learn(
        self, updates: int, halted: np.ndarray = GOING, *, epochs: float = math.inf, samples: int = NEVER,
        late: Callable[[], bool] = lambda: False,
    ) -> None:  # fmt: skip
        """A slice: up to so many updates, until so many epochs are reached, so many samples have been seen in it, or it
        is `late`."""
        start = time.monotonic()
        self._handover.open()
        try:
            made = self.session.advance(updates, late, halted, epochs, samples)
        finally:
            self.sought = self._handover.leave() or self.sought
        seconds = time.monotonic() - start
        self.cost.made(made, seconds)
        self.here += seconds
        self._set_milestone()
        if figures := self._between.look(self.session):
            self.session.course.glimpsed(figures)
        if self.session.ended:
            self.session.measure_now()

    def _withdraw(self) -> None:
        """The run is where a stretch began that was in vain; somebody has a Still of it."""
        self._report.tell_state(self.session, self.here, playing=True)
        self._painter.renew()

    def step_by_player(self) -> None:
        """The turn of the next player in the coming update; the last one's makes it."""
        self._wires.tell(self._player_steps.next())

    def _set_milestone(self) -> None:
        self.milestones.set(self.session.updates, self.session.samples, self.seconds)

    # Past and present

    def come_back(self) -> None:
        """The pictures show what the run is."""
        self._time_machine.come_back()

    def look_at(self, updates: int | None, hands: tuple[commands.Hand, ...] = ()) -> None:
        """The pictures show what it was after so many updates, or what hands have made of it there."""
        self._time_machine.look_at(self.session, updates, hands)

    # Commands

    def obey(self, command: commands.Question | commands.Change, *, playing: bool) -> None:
        """What is asked of this run, or changes it."""
        if isinstance(command, commands.InThePresent):
            self.come_back()
        match command:
            case commands.Show():
                self._painter.show(command.requests)
            case Look():
                self.sought = command
                self.tell(playing=playing)  # no picture comes before what is said of its update
                self.hand_over()  # a whole slice later the picture would be as much older
            case commands.Divide():
                self.session.course.kept.divide(command.runs)
            case commands.Spent():
                self.before += command.seconds
                self._set_milestone()
            case commands.TakeSnapshot():
                self._take_snapshot(command)
            case commands.TakeShown():
                self._time_machine.take_snapshot(self.session, command.ticket)
            case _:
                self._change(command)

    def _take_snapshot(self, command: commands.TakeSnapshot) -> None:
        snapshot, kept = self.session.snapshot(), self.session.course.kept
        if command.past:
            snapshot = dataclasses.replace(snapshot, kept=kept.until(snapshot.updates))
        self._wires.tell(SnapshotTaken(command.ticket, snapshot))

    def _change(self, command: commands.Change) -> None:
        """Commands that change the session; what is wrong with one is said, the run goes on."""
        prepared, baselines = self.session.prepared, self.session.baselines
        try:
            self._carry_out(command)
        except BadInput as error:
            self._wires.tell(Message(str(error)))
        if self.session.prepared is not prepared:
            self._painter.renew()
            self._report.tell_samples(self.session)
            self._player_steps = PlayerSteps(self.session)
        if self.session.baselines is not baselines:
            self._report.tell_baselines(self.session)

    def _carry_out(self, command: commands.Change) -> None:
        """`BadInput` where a command cannot be carried out."""
        match command:
            case commands.Apply():
                if not self.session.apply(command.experiment):
                    self._wires.tell(Message(NEEDS_NEW_START))
            case commands.SetParameter() | commands.PutAt():
                set_by_hand(self.session, command)
            case commands.LoadParameters():
                self.session.load_parameters(command.parameters)
            case commands.KeepPoint():
                updates, vector = command.past or (self.session.updates, self.session.vector())
                self.session.course.keep_point(command.name, vector, updates)
            case commands.ForgetPoint():
                self.session.course.forget_point(command.name)
            case commands.Note():
                self.session.course.mark(command.kind, command.text)
            case commands.Remember():
                from core.training.recall import remember

                remember(self.session.course, command.kept)
            case commands.Restore():
                self._restore(command)

    def _restore(self, wanted: commands.Restore) -> None:
        if wanted.here and wanted.snapshot.updates != self.session.updates:
            return
        from core.training.recall import become

        self._painter.renew()
        become(self.session, wanted.snapshot)
        self._player_steps = PlayerSteps(self.session)
        self._report.tell_marks_anew()

    # When memory has run out

    def pause_for_want_of_memory(self, error: Exception) -> None:
        """The run stays as it was before what broke off: it may go on where there is more room, or smaller."""
        self.sought = None
        self._mend()
        self._wires.tell(Paused(failure(error)))
        self._report.tell_state(self.session, self.here, playing=False)

    def _mend(self) -> None:
        from core.training.recall import mend

        experiment = self.session.experiment
        try:
            mend(self.session)
        except (MemoryError, RuntimeError, BadInput):  # it stands at an earlier update now, the last state that is kept
            log.warning("run %s could not be advanced to the update that broke off", self.run, exc_info=True)
            self.session.apply(experiment)
        self._report.tell_marks_anew(self.session.course.journal.marked)

    # What others are told

    def tell(self, *, playing: bool) -> None:
        """What is new; whether the runs of the thread are `playing`."""
        self._report.tell(self.session, self.here, playing=playing)

    def hand_over(self) -> None:
        """The Still that the painter asked for, as soon as there is a newer one."""
        if self.sought is None:
            return
        if self._time_machine.answer(self.sought):
            self.sought = None
        elif self.session.course.version != self.sought.version:
            self._painter.give(self.session.still(memory=self.sought.memory))
            self.sought = None

    def fail(self, told: str) -> None:
        """The run ends here, and why."""
        self.close()
        self._wires.over(told)

    def end(self) -> None:
        """The run ends as somebody wanted."""
        self.close()
        self._wires.over("")
