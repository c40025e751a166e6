"""What every engine can do, and what some can do besides."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

import numpy as np

from core.data.batches import Batches, Cursor
from core.frozen import frozen
from core.history.state import Slots


@frozen
class Looks:
    """What figures are made from: when the run comes to an update of `due` (looks,), which rises, the answers (looks,
    samples, k) to `table`, the parameters `vectors` (looks, parameters) and the samples taken so far in the stretch,
    `seen` (looks,).
    """

    due: np.ndarray
    table: np.ndarray
    answers: np.ndarray
    vectors: np.ndarray
    seen: np.ndarray

    def at(self, due: np.ndarray) -> Looks:
        """Those at the updates `due` (looks,), int64, in the same room."""
        count = len(due)
        return Looks(due, self.table, self.answers[:count], self.vectors[:count], self.seen[:count])


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

    def looks(self, count: int, table: np.ndarray) -> Looks:
        """Room for `count` looks at the encoded samples of `table`."""
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

    def trace(self, x: np.ndarray) -> dict[str, tuple[np.ndarray, np.ndarray]]:
        """Layer name -> (weighted sums, values), each (samples, units), of all layers in evaluation mode."""
        ...

    def gradient(self, samples: np.ndarray) -> np.ndarray:
        """Flat gradient (P,) of the data's mean loss over samples of the table, in evaluation mode."""
        ...
