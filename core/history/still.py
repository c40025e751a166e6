"""Still: a run at one moment, frozen, cheap to take: all that a picture is computed from."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

import numpy as np

from core.data.batches import Cursor
from core.data.preparation import Prepared
from core.experiment import Experiment


@dataclasses.dataclass(frozen=True, eq=False)
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


@dataclasses.dataclass(frozen=True, eq=False)
class Still:
    """A run as it was after `updates` updates.

    `vector` (P,) holds all parameters, `buffers` the running statistics by name, `dead` (P,) the links that a penalty
    has cut. `version` rises with every change of what a picture may show. `points` are kept vectors by name, "start"
    always among them. `slots` is the optimizer's memory, None where it was not asked for; `last` holds the figures of
    the last evaluation; `factor` is what the learning rate is multiplied by in the coming update.
    """

    experiment: Experiment
    prepared: Prepared
    updates: int
    epochs: float
    samples: int
    vector: np.ndarray
    buffers: Mapping[str, np.ndarray]
    cursor: Cursor
    dead: np.ndarray | None
    version: int
    path: Path
    points: Mapping[str, np.ndarray]
    slots: dict[str, Any] | None
    last: Mapping[str, float]
    factor: float = 1.0
