"""What has happened to a run: live changes and hand edits to be replayed, and marks to be shown; the newest of each."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any, cast

from core.frames import Mark
from core.frozen import frozen

MOST_EVENTS, MOST_MARKS = 1000, 1000
TRACED = ("data", "engine", "penalties")
MOST_NUMBERS = 1 << 18  # in all events together: parameters set by hand are stored in them


@frozen
class Event:
    """A live change or a hand edit, in the order in which they were made."""

    update: int
    kind: str
    changes: tuple[tuple[str, Any], ...]

    def overwrites(self, before: Event) -> bool:
        """Whether it leaves nothing of the event before it, as while a value is dragged: the same plain values of the
        same settings anew, after the same update. Samples, engines and penalties may keep a trace of what was there
        between."""
        paths, others = ([path for path, _ in event.changes] for event in (self, before))
        return (
            self.kind == before.kind == "live"
            and self.update == before.update
            and paths == others
            and not any(path.partition(".")[0] in TRACED for path in paths)
            and all(isinstance(value, (int, float, str)) for _, value in self.changes)
        )


@frozen
class Journal:
    """`logged` and `marked` count all events and marks that there ever were; `sizes` are the numbers in each event."""

    log: tuple[Event, ...] = ()
    marks: tuple[Mark, ...] = ()
    logged: int = 0
    marked: int = 0
    sizes: tuple[int, ...] = ()

    @classmethod
    def of(cls, log: Sequence[Event], marks: Sequence[Mark], forgotten: int = 0) -> Journal:
        """A journal with these in it, the first `forgotten` events of which are not there any more."""
        return cls(tuple(log), tuple(marks), forgotten + len(log), len(marks), tuple(map(_size, log)))

    @property
    def forgotten(self) -> int:
        """Of the events so many first ones are not there any more."""
        return self.logged - len(self.log)

    def with_event(self, event: Event, *, instead: bool = False) -> Journal:
        """One event more, in the place of the last one where it says more about the same."""
        kept = self.log[:-1] if instead else self.log
        sizes = (*self.sizes[: len(kept)], _size(event))
        first = max(0, len(sizes) - MOST_EVENTS)
        total = sum(sizes[first:])
        while total > MOST_NUMBERS and first < len(sizes) - 1:
            total -= sizes[first]
            first += 1
        logged = self.logged + (not instead)
        return dataclasses.replace(self, log=(*kept, event)[first:], sizes=sizes[first:], logged=logged)

    def with_live(self, event: Event, newest_kept: int) -> Journal:
        """A live change more, in the place of one that it overwrites, unless a state was kept since, before which
        `newest_kept` events had been logged."""
        again = bool(self.log) and event.overwrites(self.log[-1]) and newest_kept < self.logged
        return self.with_event(event, instead=again)

    def with_mark(self, mark: Mark) -> Journal:
        """One mark more."""
        return dataclasses.replace(self, marks=(*self.marks, mark)[-MOST_MARKS:], marked=self.marked + 1)

    def marks_after(self, count: int) -> tuple[Mark, ...]:
        """The marks that were made since there had been so many."""
        return self.marks[max(0, len(self.marks) - (self.marked - count)) :]

    def events_after(self, logged: int) -> tuple[Event, ...]:
        """The events that were logged after the first `logged`."""
        return self.log[logged - self.forgotten :]

    def is_long_since(self, logged: int) -> bool:
        """Whether a good part of what is held was logged after the first `logged` events."""
        new = self.logged - logged
        return new > 0 and (new > MOST_EVENTS // 4 or sum(self.sizes[-new:]) > MOST_NUMBERS // 4)

    def before(self, logged: int, updates: int) -> Journal:
        """What there was when so many events had been logged, with the marks of the updates before `updates`."""
        marks = tuple(mark for mark in self.marks if mark.update < updates)
        return Journal.of(self.log[: logged - self.forgotten], marks, self.forgotten)

    def first(self, logged: int) -> Journal:
        """With the first `logged` events alone."""
        return Journal.of(self.log[: logged - self.forgotten], self.marks, self.forgotten)

    def earlier(self, updates: int) -> tuple[Event, ...]:
        """What had happened before the update after so many was to be made."""
        return tuple(event for event in self.log if event.update < updates)

    def at(self, updates: int) -> tuple[Event, ...]:
        """What happened after so many updates."""
        return tuple(event for event in self.log if event.update == updates)

    def until(self, updates: int) -> Journal:
        """What had happened after so many updates."""
        log = tuple(event for event in self.log if event.update <= updates)
        return Journal.of(log, tuple(mark for mark in self.marks if mark.update <= updates), self.forgotten)


def _size(event: Event) -> int:
    """How many numbers an event holds."""
    return sum(_numbers(value) for _, value in event.changes)


def _numbers(value: object) -> int:
    return sum(map(_numbers, cast("Sequence[object]", value))) if isinstance(value, (list, tuple)) else 1
