"""Snapshot: everything a run is at one moment, as plain values."""

from __future__ import annotations

import dataclasses
from typing import Any

import numpy as np

from core.batches import Cursor
from core.experiment import Experiment
from core.frames import Mark
from core.still import Path


@dataclasses.dataclass(frozen=True)
class Watch:
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
    watch: Watch
    log: tuple[Event, ...]
    marks: tuple[Mark, ...]
    ended: str = ""
    lifted: bool = False
    engine: str = ""  # which engine had made it
    settled: bool = False  # begun without the kernel, since it was not there: it goes on so
    path: Path | None = None
    points: dict[str, np.ndarray] | None = None
