"""Pieces: what is kept of a run besides the run itself, as JSON with its arrays apart: curves, and states.

Nothing in it is code, and a state goes to no engine before it was measured (`core.files.restorable`).
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeVar

import numpy as np

from core.data.batches import Cursor
from core.documents.plain import decode, encode
from core.experiment import Experiment
from core.history.journal import Journal
from core.history.kept_states import KeptState
from core.history.metrics import AXES, Curves
from core.history.snapshot import Snapshot
from core.history.state import Numbers, State, StopState
from core.history.still import Path

PATH_BYTES = 1 << 16  # of the way that a run has come; what is missing can be computed again
Arrays = Mapping[str, np.ndarray]
T = TypeVar("T")


class Piece(NamedTuple):
    """`plain` is JSON, in which `arrays` stand by their names."""

    plain: str
    arrays: Arrays

    @property
    def nbytes(self) -> int:
        """What it takes, without the table's own."""
        return len(self.plain) + sum(array.nbytes for array in self.arrays.values())


class Damaged(ValueError):
    """What was kept is not what was written."""


def piece_of(values: Mapping[str, Any]) -> Piece:
    """Values of any kind that `encode` knows."""
    arrays: dict[str, np.ndarray] = {}
    plain = json.dumps({name: encode(value, name, arrays) for name, value in values.items()})
    return Piece(plain, arrays)


def values_of(piece: Piece) -> dict[str, Any]:
    """What it was made of."""
    return {name: decode(value, piece.arrays) for name, value in json.loads(piece.plain).items()}


def read(piece: Piece, read_as: Callable[[dict[str, Any]], T]) -> T:
    """A piece as a value; `Damaged` where it is none."""
    try:
        return read_as(values_of(piece))
    except (KeyError, TypeError, ValueError, IndexError, AttributeError, RecursionError) as error:
        raise Damaged(str(error)) from error


def of_curves(curves: Curves) -> Piece:
    """The curves of a run. Where a block holds one evaluation its three figures are one; of many, summaries in single
    precision are enough for a picture."""
    exact = AXES if curves.size > 1 else tuple(curves.blocks)
    blocks = {name: _slim(rows, exact=name in exact) for name, rows in curves.blocks.items()}
    return piece_of({"size": curves.size, "left": curves.left, "blocks": blocks, "newest": dict(curves.newest)})


def curves_of(piece: Piece) -> Curves:
    """The same again; `Damaged` where it is none."""

    def made(found: dict[str, Any]) -> Curves:
        return Curves(found["size"], found["left"], _whole(found["blocks"]), found["newest"])

    return read(piece, made)


def of_snapshot(snapshot: Snapshot) -> Piece:
    """A run as it is now, without its journal, which is the run's own, and with a path of few points."""
    path = None if snapshot.path is None else slim_path(snapshot.path, PATH_BYTES)
    return piece_of(
        {**_state(snapshot.state, snapshot.numbers), "path": path and vars(path), "points": snapshot.points}
    )


def snapshot_of(piece: Piece, journal: Journal) -> Snapshot:
    """The same again, with the journal of its run; `Damaged` where it is none."""

    def made(found: dict[str, Any]) -> Snapshot:
        path = Path(**found["path"]) if found["path"] else None
        return Snapshot(*_state_of(found), journal, path, found["points"])

    return read(piece, made)


def of_kept(kept: KeptState, numbers: Numbers) -> Piece:
    """A state that a run has been in."""
    return piece_of({**_state(kept.state, numbers), "logged": kept.logged})


def kept_of(piece: Piece) -> KeptState:
    """The same again; `Damaged` where it is none."""

    def made(found: dict[str, Any]) -> KeptState:
        state, numbers = _state_of(found)
        return KeptState(state, found["logged"], numbers.nbytes, numbers)

    return read(piece, made)


def slim_path(path: Path, most: int) -> Path | None:
    """A path whose points take at most so many bytes: every other one goes as often as that needs; None where not even
    two would stay."""
    points, spacing = len(path.updates), path.spacing
    kept = np.arange(points)
    while len(kept) > 1 and path.vectors[:1].nbytes * len(kept) > most:
        spacing *= 2
        kept = np.flatnonzero((path.updates % spacing == 0) | (np.arange(points) == 0))
    if len(kept) < min(2, points):
        return None
    return dataclasses.replace(path, updates=path.updates[kept], vectors=path.vectors[kept], spacing=spacing)


def _slim(rows: np.ndarray, *, exact: bool) -> np.ndarray:
    """(blocks, 3) as it is kept: (blocks,) where all three are one."""
    if np.array_equal(rows, np.repeat(rows[:, :1], 3, axis=1), equal_nan=True):
        return rows[:, 0]
    return rows if exact else rows.astype(np.float32)


def _whole(blocks: Arrays) -> dict[str, np.ndarray]:
    return {
        name: np.repeat(rows[:, None], 3, axis=1) if rows.ndim == 1 else rows.astype(float)
        for name, rows in blocks.items()
    }


def _state(state: State, numbers: Numbers) -> dict[str, Any]:
    rest = state._asdict() | {"experiment": None, "cursor": dataclasses.asdict(state.cursor)}
    watch = {field.name: getattr(numbers.watch, field.name) for field in dataclasses.fields(numbers.watch)}
    return {"experiment": state.experiment.values(), "state": rest, "numbers": numbers._asdict() | {"watch": watch}}


def _state_of(found: dict[str, Any]) -> tuple[State, Numbers]:
    apart = {"experiment": Experiment.parse(found["experiment"], "run"), "cursor": Cursor(**found["state"]["cursor"])}
    numbers = found["numbers"] | {"watch": StopState(**found["numbers"]["watch"])}
    return State(**found["state"] | apart), Numbers(**numbers)
