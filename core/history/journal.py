"""What has happened to a run: live changes and hand edits to be replayed, and marks to be shown; the newest of each."""

from __future__ import annotations

from core.frames import Mark
from core.history.snapshot import Event

MOST_EVENTS, MOST_MARKS = 1000, 1000
MOST_NUMBERS = 1 << 18  # in all events together: parameters set by hand are stored in them


class Journal:
    """`logged` and `marked` count all that there ever were; of the events the first `forgotten` are not there any
    more."""

    def __init__(self, log: tuple[Event, ...] = (), marks: tuple[Mark, ...] = (), forgotten: int = 0) -> None:
        self.log, self.marks = log, marks
        self.logged, self.marked = forgotten + len(log), len(marks)
        self._sizes = [_size(event) for event in log]

    @property
    def forgotten(self) -> int:
        return self.logged - len(self.log)

    def event(self, event: Event, instead: bool = False) -> None:
        """Log an event, in the place of the last one where it says more about the same."""
        kept = self.log[:-1] if instead else self.log
        sizes = [*self._sizes[: len(kept)], _size(event)]
        self.logged += not instead
        first = max(0, len(sizes) - MOST_EVENTS)
        total = sum(sizes[first:])
        while total > MOST_NUMBERS and first < len(sizes) - 1:
            total -= sizes[first]
            first += 1
        self.log, self._sizes = (*kept, event)[first:], sizes[first:]

    def mark(self, mark: Mark) -> None:
        self.marks = (*self.marks, mark)[-MOST_MARKS:]
        self.marked += 1

    def marks_after(self, count: int) -> tuple[Mark, ...]:
        """The marks that were made since there had been so many."""
        return self.marks[max(0, len(self.marks) - (self.marked - count)) :]

    def is_long_since(self, logged: int) -> bool:
        """Whether a good part of what is held was logged after the first `logged` events."""
        new = self.logged - logged
        return new > 0 and (new > MOST_EVENTS // 4 or sum(self._sizes[-new:]) > MOST_NUMBERS // 4)

    def until(self, updates: int) -> Journal:
        """What had happened after so many updates."""
        log = tuple(event for event in self.log if event.update <= updates)
        return Journal(log, tuple(mark for mark in self.marks if mark.update <= updates), self.forgotten)


def _size(event: Event) -> int:
    """How many numbers an event holds."""
    return sum(_numbers(value) for _, value in event.changes)


def _numbers(value: object) -> int:
    return sum(map(_numbers, value)) if isinstance(value, (list, tuple)) else 1
