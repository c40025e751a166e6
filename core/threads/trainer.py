"""The loop of a learning thread: obey commands, make the updates that are due, tell what is new."""

from __future__ import annotations

import logging
import math
import sys
import time
from typing import TYPE_CHECKING, Literal

import numpy as np

from core.engines.engine import GOING
from core.frozen import frozen
from core.machine.out_of_memory import failure, let_go, ran_out
from core.messages import BadInput
from core.threads import commands
from core.threads.commands import Command
from core.threads.lane import Lane
from core.threads.line import Enter, Leave, Line
from core.threads.lockstep import Lockstep
from core.threads.pacing import Pace
from core.threads.wires import Begin

if TYPE_CHECKING:
    from core.comparison.comparison import Pace as Axis

log = logging.getLogger(__name__)
DETAILS = "The log has the details (Help, Copy diagnostics)."


@frozen(eq=False)
class Ahead:
    """A longer step that is under way: up to an update or an epoch of the run that leads."""

    leader: Lane
    updates: float = math.inf
    epochs: float = math.inf

    @property
    def over(self) -> bool:
        """Whether it is made, as far as it can be."""
        session = self.leader.session
        return bool(session.ended) or session.updates >= self.updates or session.epochs >= self.epochs

    @property
    def left(self) -> int:
        """Updates up to its end."""
        return sys.maxsize if math.isinf(self.updates) else int(self.updates) - self.leader.session.updates


class Trainer:
    """Lets the runs of its thread get on in step: what they are told to do in time, all of them do."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self.lanes: dict[int, Lane] = {}
        self.playing = False
        self.ahead: Ahead | None = None
        self.pace = Pace()
        self.lockstep = Lockstep()
        self._past: tuple[Axis, float] | None = None  # where all look back to, and by what that is told

    def turn(self) -> None:
        """One round of the loop. What a run cannot do without memory it does not; any other error ends the runs, with a
        sentence."""
        try:
            self.obey()
            self.learn()
            for lane in self._all:
                lane.tell(playing=self.playing)
                lane.hand_over()
        except (MemoryError, RuntimeError) as error:
            if ran_out(error):
                self._pause_for_want_of_memory(error)
            else:
                self._fail(error)
        except Exception as error:
            self._fail(error)

    @property
    def _all(self) -> tuple[Lane, ...]:
        return tuple(self.lanes.values())

    @property
    def _leader(self) -> Lane | None:
        return self.lockstep.leader(self._all)

    # Errors

    def _pause_for_want_of_memory(self, error: Exception) -> None:
        log.warning("runs %s have paused: no memory left", list(self.lanes), exc_info=error)
        self.playing, self.ahead = False, None
        self.lockstep.forgive()
        error.__traceback__ = error.__cause__ = error.__context__ = None  # they hold the tensors of what broke off
        let_go()
        for lane in self._all:
            lane.pause_for_want_of_memory(error)

    def _fail(self, error: Exception) -> None:
        log.error("runs %s failed", list(self.lanes), exc_info=error)
        lanes, self.lanes = self._all, {}
        for lane in lanes:
            lane.fail(f"{failure(error)} {DETAILS}")

    # Commands

    def obey(self) -> None:
        """Take all waiting commands; where there is nothing else to do, wait for one."""
        for run, command in self._line.take(self._idle_time()):
            match command:
                case Begin():
                    self._begin(command)
                case Leave():
                    self._let_go(run, command)
                case Enter(lane):
                    self._take_in(lane)
                case _ if run in self.lanes:
                    self._do(self.lanes[run], command)
                case _:
                    pass  # it is over

    def _idle_time(self) -> float | None:
        """Seconds the thread may sleep: none while it learns at full speed, for ever while it is paused."""
        if self.ahead is not None or not self.lockstep.even:
            return 0.0
        leader = self._leader if self.playing else None
        return None if leader is None else self.pace.wait(leader.session.experiment.speed)

    def _begin(self, begin: Begin) -> None:
        try:
            lane = Lane(begin.order, begin.wires)
        except BadInput as error:
            begin.wires.over(str(error))
        except Exception as error:
            log.exception("run %s failed", begin.wires.run)
            begin.wires.over(f"{failure(error)} {DETAILS}")
        else:
            self.lanes[lane.run] = lane
            self.playing = self.playing or begin.order.playing
            self.pace.restart()
            lane.tell(playing=self.playing)

    def _take_in(self, lane: Lane) -> None:
        """A run from another thread is in step with those that there are: whoever is behind comes up."""
        self.lanes[lane.run] = lane
        self.pace.restart()
        self.lockstep.gather(self._all)
        lane.tell(playing=self.playing)
        if self._past is not None:  # the others are there, and who was told of it may have gone
            lane.look_at(lane.milestones.updates_at(*self._past))

    def _let_go(self, run: int, leave: Leave) -> None:
        """A run rests, and is another thread's."""
        lane = self.lanes.pop(run, None)
        if lane is not None:
            if self.ahead is not None and self.ahead.leader is lane:
                self.ahead = None
            self.lockstep.forget(lane)
            lane.session.measure_now()
            lane.tell(playing=False)
            leave.to(lane)

    def _do(self, lane: Lane, command: Command) -> None:
        match command:
            case commands.Pause() | commands.Resume() | commands.Step() | commands.Recall() | commands.KeepStep():
                self._drive(lane, command)
            case commands.Stop():
                del self.lanes[lane.run]
                lane.end()
                if self.ahead is not None and self.ahead.leader is lane:  # the others stand still where they are
                    self.ahead = None
            case _:
                speed = lane.session.experiment.speed
                lane.obey(command, playing=self.playing)
                if lane.session.experiment.speed != speed:
                    self.pace.restart()

    def _drive(self, lane: Lane, command: commands.Transport) -> None:
        """What is done to all, whichever was told."""
        self.ahead = None
        if not isinstance(command, commands.KeepStep):
            self.playing, self._past = False, None
        match command:
            case commands.Pause():
                self._measure()
            case commands.Resume():
                self._go_on()
                self.playing = self._leader is not None
                self.pace.restart()
            case commands.Step():
                self._go_on()
                self._step(lane, command)
            case commands.Recall():
                self._recall(lane, command)
            case commands.KeepStep():
                self.lockstep.take(command.pace, self._all)

    def _go_on(self) -> None:
        """In the present; where all have come to the end that their stop rules set, beyond it."""
        for lane in self._all:
            lane.come_back()
        if all(lane.at_limit for lane in self._all):
            for lane in self._all:
                lane.session.course.go_on()

    def _step(self, lane: Lane, step: commands.Step) -> None:
        leader = self._leader
        if step.size == "player":
            with self.lockstep.along(self._all, lane):
                lane.step_by_player()
        elif leader is not None and step.size == "update" and step.count == 1:
            self.lockstep.go(self._all, leader, 1, GOING)
        elif leader is not None and step.size == "update":
            self.ahead = Ahead(leader, updates=leader.session.updates + step.count)
        elif leader is not None:
            self.ahead = Ahead(leader, epochs=leader.session.epochs + step.count - 1e-9)
        self._measure()

    def _recall(self, lane: Lane, recall: commands.Recall) -> None:
        """All show what they were when a run was after so many updates."""
        pace, updates = self.lockstep.pace, recall.updates
        lane.look_at(updates, recall.hands)
        place = None if updates is None else lane.milestones.at(updates, pace)
        self._past = None if place is None else (pace, place)
        for other in self._all:
            if other is not lane:
                other.look_at(None if place is None else other.milestones.updates_at(pace, place))

    def _measure(self) -> None:
        for lane in self._all:
            lane.session.measure_now()

    # Learning

    def learn(self) -> None:
        """A slice, where one is due."""
        leader, halted = self._leader, self._line.halted
        if not self.lockstep.even:
            self.lockstep.pay(self._all, halted, max(lane.slice for lane in self._all))
            if self.lockstep.even and not self.playing:
                self._measure()
        elif self.ahead is not None:
            ahead = self.ahead
            if not ahead.over:
                self._slice(ahead.leader, min(self._due("max"), ahead.left), halted, ahead.epochs)
            if ahead.over:
                self.ahead = None
                self._measure()
        elif self.playing and leader is not None:
            self._slice(leader, self._due(leader.session.experiment.speed), halted)
        self.playing = self.playing and self._leader is not None

    def _due(self, speed: float | Literal["max"]) -> int:
        """Updates of a slice. The shorter the more runs there are: those behind come up before a command is obeyed."""
        return self.pace.due(speed, min(lane.slice for lane in self._all) / len(self.lanes))

    def _slice(self, leader: Lane, due: int, halted: np.ndarray, epochs: float = math.inf) -> None:
        start, before = time.monotonic(), leader.session.updates
        self.lockstep.go(self._all, leader, due, halted, epochs)
        self.pace.made(leader.session.updates - before, time.monotonic() - start)
