"""Again: a run computed from its beginning, with what hands did to it on the way: the same numbers, bit for bit."""

from __future__ import annotations

import dataclasses

from core.history.journal import Journal
from core.history.kept_states import KeptState
from core.history.snapshot import Snapshot
from core.runs.run import Run
from core.training.recall import follow
from core.training.session import Session


def again(run: Run, update: int, near: KeptState | None = None) -> Session:
    """A session that is what the run was after so many updates, from its start or from a state `near` before that;
    `BadInput` where this machine cannot get there."""
    events = [event for event in run.events if event.update <= update]
    if near is not None and near.numbers is not None:
        told = Journal.of(events[: near.logged], [mark for mark in run.marks if mark.update <= near.updates])
        session = Session.of(Snapshot(near.state, near.numbers, told))
        follow(session, events[near.logged :], update)
        return session
    session = _begun(run)
    follow(session, events, update)
    return session


def start_of(run: Run) -> tuple[KeptState, ...]:
    """The state before the first update, if that network is small enough for a history; `BadInput` where this machine
    cannot get there."""
    return tuple(_begun(run).course.kept)[:1]


def _begun(run: Run) -> Session:
    session = Session(run.experiment)
    if run.making.settled:  # it was begun without the kernel, and went on so
        start = session.snapshot()
        session.restore(dataclasses.replace(start, state=start.state._replace(settled=True)))
    return session
