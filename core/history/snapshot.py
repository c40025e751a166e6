"""Snapshot: everything a run is at one moment, as plain values."""

from __future__ import annotations

import dataclasses
from typing import Any, NamedTuple, Self

import numpy as np

from core.data.batches import Cursor
from core.experiment import Experiment
from core.frames import Mark
from core.history.still import Path


@dataclasses.dataclass(frozen=True)
class StopState:
    """What stop rules, plateau and the states in plain words remember of past evaluations."""

    best_loss: float = float("inf")
    best_update: int = 0
    best_parameters: np.ndarray | None = None
    best_buffers: dict[str, np.ndarray] | None = None
    bad: int = 0
    plateau: dict[str, Any] | None = None
    recent: tuple[float, ...] = ()
    first_loss: float = float("nan")
    above: int = 0
    goal_update: int = -1


@dataclasses.dataclass(frozen=True)
class Event:
    """A live change or a hand edit, in the order in which they were made."""

    update: int
    kind: str
    changes: tuple[tuple[str, Any], ...]


class Numbers(NamedTuple):
    """The large part of a state: what may go to the disk."""

    vector: np.ndarray
    slots: dict[str, Any]
    buffers: dict[str, np.ndarray]
    dead: np.ndarray | None
    watch: StopState

    @property
    def nbytes(self) -> int:
        best = self.watch.best_parameters
        return (
            self.vector.nbytes + _bytes_of(self.slots) + _bytes_of(self.buffers) + (0 if best is None else best.nbytes)
        )


class State(NamedTuple):
    """A run after `updates` updates. `logged` events had been logged before; `part` is the number of its blob where it
    lies on the disk."""

    updates: int
    samples: int
    base_samples: int
    base_epochs: float
    cursor: Cursor
    experiment: Experiment
    logged: int
    ended: str
    lifted: bool
    engine: str
    settled: bool
    nbytes: int
    numbers: Numbers | None
    part: int | None = None


@dataclasses.dataclass(frozen=True)
class Snapshot:
    """A session can be restored from it anywhere and goes on as if never interrupted."""

    experiment: Experiment
    updates: int
    samples: int
    base_samples: int
    base_epochs: float
    cursor: Cursor
    parameters: np.ndarray
    slots: dict[str, Any]
    buffers: dict[str, np.ndarray]
    dead: np.ndarray | None
    watch: StopState
    log: tuple[Event, ...]
    marks: tuple[Mark, ...]
    ended: str = ""
    lifted: bool = False
    engine: str = ""  # which engine had made it
    settled: bool = False  # begun without the kernel, since it was not there: it goes on so
    path: Path | None = None
    points: dict[str, np.ndarray] | None = None

    @classmethod
    def of(
        cls, state: State, numbers: Numbers, log: tuple[Event, ...], marks: tuple[Mark, ...], path: Path, points: dict[str, np.ndarray] | None
    ) -> Self:  # fmt: skip
        """A state and its numbers, with what a run has once for all of its states: the log and the marks until then,
        its path, the points that are kept."""
        return cls(
            experiment=state.experiment,
            updates=state.updates,
            samples=state.samples,
            base_samples=state.base_samples,
            base_epochs=state.base_epochs,
            cursor=state.cursor,
            parameters=numbers.vector,
            slots=numbers.slots,
            buffers=numbers.buffers,
            dead=numbers.dead,
            watch=numbers.watch,
            log=log,
            marks=marks,
            ended=state.ended,
            lifted=state.lifted,
            engine=state.engine,
            settled=state.settled,
            path=path,
            points=points,
        )


def _bytes_of(value: Any) -> int:
    """The bytes of all arrays in a structure of dictionaries and lists."""
    if isinstance(value, np.ndarray):
        return value.nbytes
    if isinstance(value, dict):
        return sum(map(_bytes_of, value.values()))
    return sum(map(_bytes_of, value)) if isinstance(value, (list, tuple)) else 0
