"""What a run was at any update of its history: a state that was kept, advanced, with the changes made on the way
replayed from the log.

The same engine makes the same updates: what comes out is what was there, bit for bit. The path has the points that it
still has.
"""

from __future__ import annotations

import collections
import sys
from collections.abc import Sequence
from typing import Any

import numpy as np

from core.documents.document import Document
from core.documents.edits import differences
from core.engines.engine import GOING
from core.frozen import frozen
from core.history.journal import Event, Journal
from core.history.kept_states import KeptState
from core.history.snapshot import Snapshot
from core.messages import BadInput
from core.training.course import Course
from core.training.live_changes import changed
from core.training.session import Session


@frozen
class Way:
    """How a run gets to one of its updates: from a snapshot, with events to be replayed; then it says of itself what
    was said then (`told`). The points that are kept are those of now."""

    start: Snapshot
    events: tuple[Event, ...]
    updates: int
    told: Journal

    def march(self, session: Session) -> March:
        """From its start."""
        return March(session, self.events, self.updates)

    def march_on(self, session: Session) -> March:
        """From an update that it `passes`, with all behind it that happened there."""
        ahead = [event for event in self.events if event.update > session.updates]
        return March(session, ahead, self.updates)

    def passes(self, updates: int, told: Journal) -> bool:
        """Whether it leads through what a session is that stands after so many updates, if that has been `told`."""
        if not self.start.updates <= updates <= self.updates:
            return False
        log = self.told.until(updates).log
        return len(log) == len(told.log) and all(one is other for one, other in zip(log, told.log, strict=True))


def recall(course: Course, updates: int, logged: int | None = None) -> Session:
    """A session of its own that is what a run was after so many updates, with all changes made then, or when so many
    events had been `logged`. `BadInput` where that is not kept."""
    way = way_to(course, updates, logged)
    found = Session.of(way.start)
    _go(found, way)
    return found


def go_back(session: Session, updates: int) -> None:
    """The session becomes what it was after so many updates, and forgets what came after. `BadInput`, and nothing
    changed, where that is not kept."""
    way = way_to(session.course, updates)
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


def become(session: Session, snapshot: Snapshot) -> None:
    """The session becomes the run of a snapshot; where that is what it was itself, it remembers the way there."""
    before, past = session.course.kept.until(snapshot.updates), session.course.journal.earlier(snapshot.updates)
    session.restore(snapshot)
    if past == session.course.journal.earlier(snapshot.updates):
        remember(session.course, before)


def remember(course: Course, before: Sequence[KeptState]) -> None:
    """States that a run was in before its history begins, as far as what has happened since leads to what it is."""
    course.kept.precede([kept for kept in before if _leads_to(kept, course)])


def _leads_to(kept: KeptState, course: Course) -> bool:
    journal, experiment = course.journal, kept.state.experiment
    if not journal.forgotten <= kept.logged <= journal.logged:
        return False
    since = journal.events_after(kept.logged)
    for event in since:
        if event.kind == "live":
            experiment = changed(experiment, event.changes)
    in_order = all(event.update >= kept.updates for event in since)
    return in_order and differences(experiment, course.state.experiment).keys() <= Document.WORDS


def first_kept(course: Course) -> int:
    """The first update that the run can go back to."""
    forgotten = course.journal.forgotten
    return next((kept.updates for kept in course.kept if kept.logged >= forgotten), course.state.updates)


def way_to(course: Course, updates: int, logged: int | None = None) -> Way:
    """From the last kept state that leads to an update, with all changes made then, or when so many events had been
    `logged`. `BadInput` where there is none."""
    journal, now = course.journal, course.state.updates
    logged = journal.logged if logged is None else logged
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
    session.course.tell(way.told, way.start.points)


def follow(session: Session, events: Sequence[Event], updates: int) -> None:
    """Advance to an update, with the events on the way replayed; `BadInput` where the run ends before it."""
    march = March(session, events, updates)
    while not march.there:
        march.go_on(sys.maxsize)


class March:
    """A session on its way to an update, with events ahead of it."""

    def __init__(self, session: Session, events: Sequence[Event], updates: int) -> None:
        self._session, self._updates = session, updates
        self._ahead = collections.deque(events)
        self.there = False

    @property
    def clear(self) -> bool:
        """Whether all that happened up to where the session is has happened to it, too."""
        return not self._ahead or self._ahead[0].update > self._session.updates

    def go_on(self, updates: int, halted: np.ndarray = GOING) -> int:
        """Make at most so many updates, fewer where `halted[0]` is set; those that were made. `BadInput` where the run
        ends before."""
        session = self._session
        goal = self._ahead[0].update if self._ahead else self._updates
        made = session.advance(min(updates, goal - session.updates), halted=halted)
        if session.ended and session.updates != goal:
            raise BadInput(
                "session", "history", f"update {goal:,} cannot be computed again: the run ends at {session.updates:,}"
            )
        if session.updates == goal and self._ahead:
            _replay(session, self._ahead.popleft())
        elif session.updates == goal:
            self.there = True
        return made


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
