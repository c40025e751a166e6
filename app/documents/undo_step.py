"""A step of undo: the document that was there before, and where the person was."""

from __future__ import annotations

import dataclasses
from typing import Generic, TypeVar

from core.comparison import Comparison
from core.documents.document import Document
from core.frozen import frozen
from core.history.snapshot import Snapshot
from core.runs.desk import Called
from core.threads.commands import Hand

D = TypeVar("D", bound=Document)


@frozen
class Beside:
    """Which runs stand beside the one that is shown, by their numbers, and what they have of their own."""

    numbers: tuple[int, ...] = ()
    comparison: Comparison | None = None


@frozen
class Spot:
    """Where a person is beside the document: at which run, by its number, and at which of its updates; None: its now.
    `taken_back`: the update after it is not to be; `hands` have set weights there. `beside`: which other runs are seen
    with it."""

    run: int
    looking: int | None = None
    taken_back: bool = False
    hands: tuple[Hand, ...] = ()
    beside: Beside = Beside()


@frozen
class UndoStep(Generic[D]):
    """One step of undo: what was there before, and in words what was then done. `weights` tells that a run's weights
    belong to it; `again` is the step that Redo leaves for Undo, where that leads to the past: one may have looked
    elsewhere meanwhile."""

    key: int
    document: D
    text: str
    weights: bool = False
    snapshot: Snapshot | None = None
    opening: bool = False  # another document took its place; `saved` is then what counted as saved
    saved: Document | None = None
    spot: Spot | None = None
    again: UndoStep[D] | None = None
    called: Called | None = None  # a run was named, pinned or deleted, and nothing else was done

    @property
    def leads_back(self) -> bool:
        """Whether it leads to an update of the past."""
        return self.spot is not None and self.spot.looking is not None


def weights_of(step: UndoStep, late: tuple[int, Snapshot | None]) -> Snapshot | None:
    """The weights that belong to a step; they may be those that have come `late`, when it had been taken, by its
    key."""
    key, snapshot = late
    return snapshot if step.snapshot is None and key == step.key else step.snapshot


def lighter(step: UndoStep, *, whole: bool) -> UndoStep:
    """A step that is some way back: with the weights alone, or without even those."""
    snapshot = step.snapshot
    return dataclasses.replace(
        step, snapshot=dataclasses.replace(snapshot, path=None) if whole and snapshot is not None else None
    )
