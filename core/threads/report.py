"""Report: what is new of a run since it was last told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from core.frames import Advice, RunState
from core.history.columns import length
from core.history.journal import Event
from core.machine import device as devices
from core.machine import drivers, preload
from core.threads.news import Baselines, Devices, EngineChosen, Glimpsed, Logged, Metrics, Points, Samples
from core.threads.outbox import Status
from core.threads.wires import Wires
from core.training.advice import advise, lasts
from core.training.stop_rules import best_of

if TYPE_CHECKING:
    from core.training.session import Session

_ENDED = {"finished": RunState.finished, "diverged": RunState.diverged, "stopped": RunState.stopped}


class Report:
    """Says each thing once."""

    def __init__(self, wires: Wires) -> None:
        self._wires = wires
        self._devices_told = False
        self._marks = 0
        self._log: tuple[Event, ...] = ()  # that was told
        self._points: tuple[str, ...] = ()
        self._advice: Advice | None = None
        self._advised = 0  # the update at which that was found
        self._engine: tuple[str, str] | None = None

    def tell_devices(self) -> None:
        """Which devices there are: at once, or as soon as torch is there to ask; for their sake alone it is not
        loaded."""
        if not self._devices_told and (preload.has_torch() or drivers.no_gpu()):
            self._devices_told = True
            self._wires.tell(Devices(devices.choices()))

    def tell_samples(self, session: Session) -> None:
        """The samples have become others."""
        self._wires.tell(Samples(session.prepared))

    def tell_baselines(self, session: Session) -> None:
        """What the best constant answer achieves has become another."""
        self._wires.tell(Baselines(session.baselines))

    def tell(self, session: Session, seconds: float, *, playing: bool) -> None:
        """What is new of it after so many seconds of learning here: those before are the window's to add."""
        self.tell_devices()
        self._tell_figures(session, seconds)
        for mark in session.course.journal.marks_after(self._marks):
            self._wires.tell(mark)
        self._marks = session.course.journal.marked
        if session.course.journal.log is not self._log:
            self._log = session.course.journal.log
            self._wires.tell(Logged(session.course.journal))
        engine = session.learner.engine
        if self._engine != (engine.name, session.learner.engine_reason):
            self._engine = (engine.name, session.learner.engine_reason)
            self._wires.tell(
                EngineChosen(
                    engine.name, str(session.learner.device), engine.longest > 1, session.learner.engine_reason
                )
            )
        if self._points != tuple(session.course.points):
            self._points = tuple(session.course.points)
            self._wires.tell(Points(self._points))
        self.tell_state(session, seconds, playing=playing)

    def _tell_figures(self, session: Session, seconds: float) -> None:
        columns = session.course.evaluations.take()
        if columns:
            self._wires.tell(Metrics(columns | {"seconds": np.full(length(columns), seconds)}))
            self._advise(session)
        between = session.course.glimpses.take()
        if between:
            self._wires.tell(Glimpsed(between | {"seconds": np.full(length(between), seconds)}))

    def tell_state(self, session: Session, seconds: float, *, playing: bool) -> None:
        """Where the run is."""
        from core.training.recall import first_kept

        counts = session.updates, session.epochs, session.samples, seconds
        state = _state(session, playing=playing)
        best = best_of(session.course.watch, session.course.state)
        self._wires.tell_status(Status(state, *counts, first=first_kept(session.course), best=best))

    def tell_marks_anew(self, after: int = 0) -> None:
        """What stands in the journal behind so many marks is told again."""
        self._marks = min(self._marks, after)

    def _advise(self, session: Session) -> None:
        advice = advise(session.course, session.learner)
        if advice is None and self._advice is not None and lasts(session.course, self._advised):
            return
        self._advised = session.updates
        if advice != self._advice:
            self._advice = advice
            self._wires.tell(advice or Advice("", ""))


def _state(session: Session, *, playing: bool) -> RunState:
    if session.ended:
        return _ENDED[session.ended]
    if playing:
        return RunState.running
    return RunState.paused if session.updates else RunState.idle
