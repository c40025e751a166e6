"""What every engine can do, and what some can do besides."""

from __future__ import annotations

from typing import NamedTuple, Protocol, runtime_checkable

import numpy as np

from core.data.batches import Batches, Cursor
from core.engines.exam import Exam
from core.frozen import frozen
from core.history.state import Slots

GOING = np.zeros(1, np.uint8)  # the flag of those who never halt


@frozen
class Looks:
    """What figures are made from: when the run comes to an update of `due` (looks,), which rises, the answers (looks,
    samples, k) in an exam, the parameters `vectors` (looks, parameters) and the samples taken so far in the stretch,
    `seen` (looks,).

    Where they are `tallied` there are no answers: of each piece of the exam the sum of the `losses` (looks, pieces) and
    the number of `right` answers (looks, pieces) are enough.
    """

    due: np.ndarray
    exam: Exam
    answers: np.ndarray
    losses: np.ndarray
    right: np.ndarray
    vectors: np.ndarray
    seen: np.ndarray

    @classmethod
    def room(cls, count: int, exam: Exam, parameters: int, *, tallied: bool) -> Looks:
        """Room for `count` looks at a network of so many parameters."""
        outputs, samples = exam.wanted.shape[0], 0 if tallied else len(exam.places)
        return cls(
            np.zeros(count, np.int64),
            exam,
            np.empty((count, samples, outputs), exam.x.dtype),
            np.empty((count, len(exam.pieces))),
            np.empty((count, len(exam.pieces)), np.int64),
            np.empty((count, parameters), exam.x.dtype),
            np.zeros(count, np.int64),
        )

    @property
    def tallied(self) -> bool:
        return self.answers.shape[1] == 0

    def at(self, due: np.ndarray) -> Looks:
        """Those at the updates `due` (looks,), int64, in the same room."""
        count = len(due)
        return Looks(
            due,
            self.exam,
            self.answers[:count],
            self.losses[:count],
            self.right[:count],
            self.vectors[:count],
            self.seen[:count],
        )

    def first(self, count: int) -> Looks:
        """So many of them."""
        return self.at(self.due[:count])


class Told(NamedTuple):
    """What an engine has told on its way of a run after `updates` updates, `samples` of them taken in the stretch:
    copies of its parameters (P,), of the optimizer's memory, None where nobody wanted it, and of the marks of links
    (P,) that it has cut, None where it cuts none."""

    cursor: Cursor
    updates: int
    samples: int
    parameters: np.ndarray
    slots: Slots | None
    dead: np.ndarray | None


class Engine(Protocol):
    """How updates are carried out. `longest` is the most updates of one stretch; `fresh`: the optimizer's memory has
    not been filled yet."""

    name: str

    @property
    def fresh(self) -> bool: ...

    @property
    def longest(self) -> int: ...

    def configure(self) -> None:
        """Take over live settings."""

    def stretch(
        self, batches: Batches, cursor: Cursor, number: int, factors: np.ndarray, samples: int, halt: np.ndarray
    ) -> tuple[Cursor, int, int]:
        """Updates from number `number` on, one for each of the learning rate's `factors`, until `samples` samples have
        been seen or `halt[0]` is set.

        Returns the cursor after them, how many there were, and the samples they took.
        """
        ...

    def outputs(self, x: np.ndarray) -> np.ndarray:
        """Encoded inputs (samples, features) -> raw outputs (samples, k) float64, in evaluation mode."""
        ...

    def broke_off(self) -> bool:
        """Whether an update has broken off since this was asked last: network and memory may be between two states."""
        ...

    def slots(self) -> Slots:
        """Copies of the optimizer's memory."""
        ...

    def load_slots(self, slots: Slots) -> None:
        """Remember what `slots` gave; an empty dictionary clears the memory."""
        ...


@runtime_checkable
class LookingEngine(Protocol):
    """What an engine offers besides where it needs no torch: it can write down what figures are made from, without
    stopping, and says itself what the layers make of samples and how the loss slopes."""

    def looks(self, count: int, exam: Exam) -> Looks:
        """Room for `count` looks."""
        ...

    def stretch_looking(
        self,
        batches: Batches,
        cursor: Cursor,
        number: int,
        factors: np.ndarray,
        samples: int,
        halt: np.ndarray,
        looks: Looks,
    ) -> tuple[Cursor, int, int]:
        """As `Engine.stretch`, and what is to be seen on the way is written into `looks`."""
        ...

    def ask(self, *, wished: bool) -> None:
        """What the run is after the coming update is wanted, or no more; another thread may ask in mid-stretch, which
        goes on."""
        ...

    def told(self, *, memory: bool) -> Told | None:
        """What it has told since it was asked, once, with the optimizer's memory where it is wanted; None where nothing
        has come yet."""
        ...

    def trace(self, x: np.ndarray) -> dict[str, tuple[np.ndarray, np.ndarray]]:
        """Layer name -> (weighted sums, values), each (samples, units), of all layers in evaluation mode."""
        ...

    def gradient(self, samples: np.ndarray) -> np.ndarray:
        """Flat gradient (P,) of the data's mean loss over samples of the table, in evaluation mode."""
        ...
