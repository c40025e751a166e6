"""What a run was at any update of its history: a state that was kept, advanced, with the changes made on the way
replayed from the log.

The same engine makes the same updates: what comes out is what was there, bit for bit. The path has the points that it
still has.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

import numpy as np

from core.documents.edits import replace_all
from core.experiment import Experiment
from core.history.journal import Event, Journal
from core.history.snapshot import Snapshot
from core.messages import BadInput
from core.params import Component
from core.training.course import Course
from core.training.session import Session


@dataclasses.dataclass(frozen=True)
class Way:
    """How a run gets to one of its updates: from a snapshot, with events to be replayed; then it says of itself what
    was said then (`told`)."""

    start: Snapshot
    events: tuple[Event, ...]
    updates: int
    told: Journal


def recall(course: Course, updates: int) -> Session:
    """A session of its own that is what a run was after so many updates, with all changes made then. `BadInput` where
    that is not kept."""
    way = _way(course, updates)
    found = Session.of(way.start)
    _follow(found, way)
    return found


def go_back(session: Session, updates: int) -> None:
    """The session becomes what it was after so many updates, and forgets what came after. `BadInput`, and nothing
    changed, where that is not kept."""
    way = _way(session.course, updates)
    session.course.kept.cut(way.start.updates)
    session.restore(way.start, same_run=True)
    _follow(session, way)


def mend(session: Session) -> None:
    """After an update that broke off for want of memory: the session becomes what it was before it, as far as its
    history is kept."""
    engine = session.learner.engine
    if not engine.broke_off():
        return
    if session.course.kept.spacing:
        go_back(session, session.updates)
    elif engine.fresh:  # too large for a history: at least no memory that is half filled
        engine.load_slots({})


def first_kept(course: Course) -> int:
    """The first update that the run can go back to."""
    forgotten = course.journal.forgotten
    return next((kept.updates for kept in course.kept if kept.logged >= forgotten), course.state.updates)


def _way(course: Course, updates: int) -> Way:
    """From the last kept state that leads to an update."""
    journal, now = course.journal, course.state.updates
    if not course.kept.spacing:
        raise BadInput("session", "history", "this network is so large that its past is not kept")
    kept = course.kept.before(updates, journal.forgotten) if updates <= now else None
    numbers = course.kept.numbers(kept) if kept is not None else None
    if kept is None or numbers is None:
        raise BadInput(
            "session",
            "history",
            f"update {updates:,} is not kept: the history of this run goes from {first_kept(course):,} to {now:,}",
        )
    path = course.trajectory.path().until(kept.updates)
    start = Snapshot(kept.state, numbers, journal.before(kept.logged, kept.updates), path, course.points)
    events = tuple(event for event in journal.events_after(kept.logged) if event.update <= updates)
    return Way(start, events, updates, journal.until(updates))


def _follow(session: Session, way: Way) -> None:
    """Advance from where the way starts, with the events on it, to its end."""
    for event in way.events:
        _advance(session, event.update)
        _replay(session, event)
    _advance(session, way.updates)
    session.course.tell(way.told)


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
            session.course.go_on()
        case _:
            raise ValueError(f"nobody knows how to replay {event.kind!r}")


def _changed(experiment: Experiment, changes: Sequence[tuple[str, Any]]) -> Experiment:
    """The experiment after a live change; a component of another kind stands in the log as a whole, at its kind."""
    edits = ((path.removesuffix(".kind") if isinstance(value, Component) else path, value) for path, value in changes)
    return replace_all(experiment, tuple(edits))
