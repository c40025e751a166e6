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

from core.history.journal import Event, Journal
from core.history.snapshot import Snapshot
from core.messages import BadInput
from core.training.course import Course
from core.training.live_changes import changed
from core.training.session import Session


@dataclasses.dataclass(frozen=True)
class Way:
    """How a run gets to one of its updates: from a snapshot, with events to be replayed; then it says of itself what
    was said then (`told`)."""

    start: Snapshot
    events: tuple[Event, ...]
    updates: int
    told: Journal


def recall(course: Course, updates: int, logged: int | None = None) -> Session:
    """A session of its own that is what a run was after so many updates, with all changes made then, or when so many
    events had been `logged`. `BadInput` where that is not kept."""
    way = _way(course, updates, course.journal.logged if logged is None else logged)
    found = Session.of(way.start)
    _go(found, way)
    return found


def go_back(session: Session, updates: int) -> None:
    """The session becomes what it was after so many updates, and forgets what came after. `BadInput`, and nothing
    changed, where that is not kept."""
    way = _way(session.course, updates, session.course.journal.logged)
    session.course.kept.cut(way.start.updates)
    session.restore(way.start, same_run=True)
    _go(session, way)


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


def _way(course: Course, updates: int, logged: int) -> Way:
    """From the last kept state that leads to an update, when so many events had been logged."""
    journal, now = course.journal, course.state.updates
    if not course.kept.spacing:
        raise BadInput("session", "history", "this network is so large that its past is not kept")
    kept = course.kept.before(updates, range(journal.forgotten, logged + 1)) if updates <= now else None
    numbers = course.kept.numbers(kept) if kept is not None else None
    if kept is None or numbers is None:
        raise BadInput(
            "session",
            "history",
            f"update {updates:,} is not kept: the history of this run goes from {first_kept(course):,} to {now:,}",
        )
    path = course.trajectory.path().until(kept.updates)
    start = Snapshot(kept.state, numbers, journal.before(kept.logged, kept.updates), path, course.points)
    told = journal.first(logged).until(updates)
    return Way(start, told.events_after(kept.logged), updates, told)


def _go(session: Session, way: Way) -> None:
    """From where the way starts to its end."""
    follow(session, way.events, way.updates)
    session.course.tell(way.told)


def follow(session: Session, events: Sequence[Event], updates: int) -> None:
    """Advance to an update, with the events on the way replayed; `BadInput` where the run ends before it."""
    for event in events:
        _advance(session, event.update)
        _replay(session, event)
    _advance(session, updates)


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
            session.apply(changed(session.experiment, event.changes))
        case "weights":
            session.load_parameters(changes)
        case "put":
            session.load_vector(np.array(changes["vector"]), drag=changes["drag"])
        case "go on":
            session.course.go_on()
        case _:
            raise ValueError(f"nobody knows how to replay {event.kind!r}")
