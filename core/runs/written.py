"""A run as it is written: JSON with a version, numbers that hands have set as arrays."""

from __future__ import annotations

import dataclasses
from typing import Any, NamedTuple

import numpy as np

from core.experiment import Experiment
from core.frames import Mark
from core.history.journal import Event
from core.runs.making import Making
from core.runs.pieces import Piece, piece_of, read
from core.runs.run import Run

VERSION = 1
OF_NUMBERS = ("put", "weights")  # events whose values are numbers, as many as the network has


class NewerRun(Exception):
    """It was written by a newer version of the lab."""


class Written(NamedTuple):
    """What stands in it of a run."""

    experiment: Experiment
    events: tuple[Event, ...]
    marks: tuple[Mark, ...]
    making: Making


def of_run(run: Run) -> Piece:
    """What the run is; what the shelf shows of it (letter, label, parent, updates) stands beside it."""
    return piece_of(
        {
            "version": VERSION,
            "experiment": run.experiment.values(),
            "events": [_plain(event) for event in run.events],
            "marks": [dataclasses.asdict(mark) for mark in run.marks],
            "making": dataclasses.asdict(run.making),
        }
    )


def read_run(piece: Piece) -> Written:
    """What a run is; `Damaged` where it is none, `NewerRun` where another version wrote it."""

    def made(found: dict[str, Any]) -> Written:
        if found["version"] > VERSION:
            raise NewerRun
        return Written(
            Experiment.parse(found["experiment"], "run"),
            tuple(map(_event, found["events"])),
            tuple(Mark(**mark) for mark in found["marks"]),
            Making(**found["making"]),
        )

    return read(piece, made)


def _plain(event: Event) -> dict[str, Any]:
    changes = event.changes
    if event.kind in OF_NUMBERS:
        changes = tuple((name, _array(value)) for name, value in changes)
    return {"update": event.update, "kind": event.kind, "changes": changes}


def _array(value: Any) -> Any:
    return value if isinstance(value, bool) else np.array(value, dtype=float)


def _event(found: dict[str, Any]) -> Event:
    """As hands make them: a vector is a tuple, parameters are lists."""
    changes = found["changes"]
    if found["kind"] in OF_NUMBERS:
        form = tuple if found["kind"] == "put" else list
        changes = tuple(
            (name, form(value.tolist()) if isinstance(value, np.ndarray) else value) for name, value in changes
        )
    return Event(found["update"], found["kind"], changes)
