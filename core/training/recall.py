"""What a run was at any update of its history: a state that was kept, advanced, with the changes made on the way
replayed from the log.

The same engine makes the same updates: what comes out is what was there, bit for bit. The path has the points that it
still has.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from core.documents.edits import replace_all
from core.experiment import Experiment
from core.history.journal import Journal
from core.history.snapshot import Event, Numbers, Snapshot, State
from core.messages import BadInput
from core.params import Component

if TYPE_CHECKING:
    from core.training.session import Session


def recall(session: Session, updates: int) -> Session:
    """Another session that is what this one was after so many updates, with all changes made then. `BadInput` where
    that is not kept."""
    state, numbers = _nearest(session, updates)
    found = type(session).of(_snapshot(session, state, numbers))
    _make_up(found, session.journal, state, updates)
    return found


def go_back(session: Session, updates: int) -> None:
    """The session becomes what it was after so many updates, and forgets what came after. `BadInput`, and nothing
    changed, where that is not kept."""
    state, numbers = _nearest(session, updates)
    journal = session.journal
    snapshot = _snapshot(session, state, numbers)
    session.kept.cut(state.updates)
    session.restore(snapshot, same_run=True)
    session.journal = Journal(snapshot.log, snapshot.marks, journal.forgotten)
    _make_up(session, journal, state, updates)


def mend(session: Session) -> None:
    """After an update that broke off for want of memory: the session becomes what it was before it, as far as its
    history is kept."""
    engine: Any = session.engine
    if not getattr(engine, "broken", False):
        return
    engine.broken = False
    if session.kept.spacing:
        go_back(session, session.updates)
    elif engine.fresh:  # too large for a history: at least no memory that is half filled
        engine.load_slots({})


def first_kept(session: Session) -> int:
    """The first update that the run can go back to."""
    forgotten = session.journal.forgotten
    return next((state.updates for state in session.kept if state.logged >= forgotten), session.updates)


def _nearest(session: Session, updates: int) -> tuple[State, Numbers]:
    """The last state that leads to an update."""
    kept = session.kept
    if not kept.spacing:
        raise BadInput("session", "history", "this network is so large that its past is not kept")
    state = kept.before(updates, session.journal.forgotten) if updates <= session.updates else None
    numbers = kept.numbers(state) if state is not None else None
    if state is None or numbers is None:
        raise BadInput(
            "session",
            "history",
            f"update {updates:,} is not kept: the history of this run goes from {first_kept(session):,} to {session.updates:,}",
        )
    return state, numbers


def _snapshot(session: Session, state: State, numbers: Numbers) -> Snapshot:
    """A state with what is kept once for all of a run's states."""
    journal = session.journal
    log = journal.log[: state.logged - journal.forgotten]
    marks = tuple(mark for mark in journal.marks if mark.update < state.updates)
    return Snapshot.of(state, numbers, log, marks, session.trajectory.path().until(state.updates), session.points)


def _make_up(session: Session, journal: Journal, state: State, updates: int) -> None:
    """Advance from a state, with the events after it, to an update; then it says of itself what was said then."""
    for event in journal.log[state.logged - journal.forgotten :]:
        if event.update > updates:
            break
        _advance(session, event.update)
        _replay(session, event)
    _advance(session, updates)
    session.journal = journal.until(updates)


def _advance(session: Session, updates: int) -> None:
    session.advance(updates - session.updates)
    if session.updates != updates:
        raise BadInput(
            "session", "history", f"update {updates:,} cannot be computed again: the run ends at {session.updates:,}"
        )


def _replay(session: Session, event: Event) -> None:
    changes: dict[str, Any] = dict(event.changes)
    match event.kind:
        case "live":
            session.apply(_changed(session.experiment, event.changes))
        case "weights":
            session.load_parameters(changes)
        case "put":
            session.load_vector(np.array(changes["vector"]), drag=changes["drag"])
        case "go on":
            session.go_on()


def _changed(experiment: Experiment, changes: Sequence[tuple[str, Any]]) -> Experiment:
    """The experiment after a live change; a component of another kind stands in the log as a whole, at its kind."""
    edits = ((path.removesuffix(".kind") if isinstance(value, Component) else path, value) for path, value in changes)
    return replace_all(experiment, tuple(edits))
