"""Still: a run at one moment, frozen, cheap to take: all that a picture is computed from."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

import numpy as np

from core.data.batches import Cursor
from core.data.preparation import Prepared
from core.experiment import Experiment
from core.frozen import frozen
from core.history.state import Numbers, State


@frozen(eq=False)
class Path:
    """Where a run has been: flat vectors `vectors` (m, P) in the run's precision after `updates` (m,) int64 updates,
    ascending.

    `subset` (P,) int64 are the places of the numbers kept where the network has too many of them, None where all are;
    `spacing` is the number of updates between two points that were recorded on the way. The arrays are read-only.
    """

    updates: np.ndarray
    vectors: np.ndarray
    subset: np.ndarray | None = None
    spacing: int = 1

    def until(self, updates: int) -> Path:
        """Its points up to an update."""
        count = int(np.searchsorted(self.updates, updates, side="right"))
        return dataclasses.replace(self, updates=self.updates[:count], vectors=self.vectors[:count])

    def ending(self, updates: int, vector: np.ndarray) -> Path:
        """The path up to now: with the whole vector (all parameters) of the present as its last point."""
        if len(self.updates) and self.updates[-1] == updates:
            return self
        now = vector if self.subset is None else vector[self.subset]
        return dataclasses.replace(
            self, updates=np.append(self.updates, updates), vectors=np.concatenate([self.vectors, now[None]])
        )


NO_PATH = Path(np.zeros(0, np.int64), np.zeros((0, 0)))


@frozen(eq=False)
class Still:
    """A run as it was after an update: its state and its numbers, and what it is surrounded by.

    `version` rises with every change of what a picture may show. `points` are kept vectors by name, "start" always
    among them; `last` holds the figures of the last evaluation; `factor` is what the learning rate is multiplied by in
    the coming update.
    """

    state: State
    numbers: Numbers
    prepared: Prepared
    version: int
    path: Path
    points: Mapping[str, np.ndarray]
    last: Mapping[str, float]
    factor: float = 1.0

    @property
    def experiment(self) -> Experiment:
        return self.state.experiment

    @property
    def updates(self) -> int:
        return self.state.updates

    @property
    def cursor(self) -> Cursor:
        """Where the run stands in its data."""
        return self.state.cursor

    @property
    def vector(self) -> np.ndarray:
        """All parameters (P,)."""
        return self.numbers.parameters

    def with_numbers(self, vector: np.ndarray, buffers: dict[str, np.ndarray]) -> Still:
        """The same run with other parameters (P,) and running statistics."""
        return dataclasses.replace(self, numbers=self.numbers._replace(parameters=vector, buffers=buffers))
