"""A trained network as one safetensors file: parameters by name, the optimizer's memory, the cursor, the experiment
itself.

Numbers lie in tensors, everything else as JSON in the file's metadata; nothing in it is code. A snapshot that was saved
and loaded goes on as if never interrupted.
"""

from __future__ import annotations

import dataclasses
import json
import pathlib
from collections.abc import Callable
from typing import Any

import numpy as np
import safetensors.numpy
from safetensors import SafetensorError, safe_open

from core.data.batches import Cursor
from core.data.preparation import prepare
from core.documents.plain import decode, encode
from core.experiment import Experiment
from core.files import restorable
from core.frames import Mark
from core.history.journal import Event, Journal
from core.history.snapshot import Snapshot
from core.history.state import Numbers, State, StopState
from core.history.still import Path
from core.machine.plain_file import check_regular
from core.machine.whole_file import write_bytes
from core.messages import BadInput
from core.networks import shapes
from core.networks.blueprint import blueprint_of

SUFFIX = ".safetensors"
MOST_BYTES = 4_000_000_000  # of a file
_KEY = "descent-lab"
_VERSION = 1
# what stands in a place of its own in the file; all other fields stand together, whatever they are
_APART = ("experiment", "cursor", "parameters", "watch")


def save(snapshot: Snapshot, path: str | pathlib.Path, slots: tuple[shapes.Slot, ...] = ()) -> None:
    """Write the file whole or not at all; `NotWritten` where that cannot be. Who knows the `slots` of the parameters
    spares the data being prepared for them."""
    path = pathlib.Path(path)
    state, numbers, journal = snapshot.state, snapshot.numbers, snapshot.journal
    tensors: dict[str, np.ndarray] = {
        f"parameters/{slot.name}": numbers.parameters[slot.where].reshape(slot.shape)
        for slot in slots or _layout(state.experiment)
    }
    rest = {**state._asdict(), **numbers._asdict(), "points": snapshot.points}
    plain = {
        "version": _VERSION,
        "experiment": state.experiment.relative_to(path.resolve().parent).dumps(),
        "rest": encode({name: value for name, value in rest.items() if name not in _APART}, "state", tensors),
        "cursor": dataclasses.asdict(state.cursor),
        "watch": encode(_fields(numbers.watch), "watch", tensors),
        "log": [encode(_fields(event), f"log/{number}", tensors) for number, event in enumerate(journal.log)],
        "marks": [_fields(mark) for mark in journal.marks],
        "path": encode(_fields(snapshot.path), "path", tensors) if snapshot.path else None,
    }
    arrays = {name: np.asarray(array, order="C") for name, array in tensors.items()}
    write_bytes(path, safetensors.numpy.save(arrays, {_KEY: json.dumps(plain)}))


def load(path: str | pathlib.Path) -> Snapshot:
    """The snapshot in a file; `BadInput` where it is missing, cut off, or not one of ours."""
    tensors, metadata = _read(pathlib.Path(path))
    try:
        plain = json.loads(metadata[_KEY])
        if plain["version"] > _VERSION:
            raise BadInput(str(path), "", "was written by a newer version of Descent Lab")
        return _snapshot(plain, tensors, pathlib.Path(path))
    except BadInput:
        raise
    except restorable.Unfit as error:
        raise BadInput(str(path), error.path, error.reason) from None
    except (KeyError, TypeError, ValueError, IndexError, AttributeError, RecursionError):
        raise BadInput(str(path), "", "holds no trained network of Descent Lab, or a damaged one") from None


def _read(path: pathlib.Path) -> tuple[dict[str, np.ndarray], dict[str, str]]:
    check_regular(path, MOST_BYTES)
    try:
        with safe_open(path, framework="numpy") as file:
            return {name: file.get_tensor(name) for name in file.keys()}, file.metadata() or {}  # noqa: SIM118
    except OSError as error:
        raise BadInput(str(path), "", f"cannot be read: {error.strerror or error}") from None
    except (TypeError, AttributeError):  # numbers of a kind that numpy has not got
        raise BadInput(str(path), "", "holds numbers of a kind that no trained network of Descent Lab has") from None
    except (SafetensorError, ValueError):
        raise BadInput(str(path), "", "is not a safetensors file, or is cut off") from None


def _snapshot(plain: dict[str, Any], tensors: dict[str, np.ndarray], path: pathlib.Path) -> Snapshot:
    where = str(path)
    experiment = Experiment.loads(plain["experiment"], where).anchored(path.resolve().parent)
    prepared = prepare(experiment)
    blueprint = blueprint_of(experiment, prepared)
    slots = blueprint.slots
    parts = [tensors[f"parameters/{slot.name}"] for slot in slots]
    for slot, part in zip(slots, parts, strict=True):
        if part.shape != slot.shape:
            raise BadInput(where, slot.name, f"has the shape {part.shape}, this network needs {slot.shape}")
    read: Callable[[Any], Any] = lambda value: decode(value, tensors)  # noqa: E731
    apart = {
        "experiment": experiment,
        "cursor": Cursor(**plain["cursor"]),
        "parameters": np.concatenate([part.ravel() for part in parts]),
        "watch": StopState(**read(plain["watch"])),
    }
    found = read(plain["rest"]) | apart
    snapshot = Snapshot(
        state=State(**_of(State, found)),
        numbers=Numbers(**_of(Numbers, found)),
        journal=Journal.of([Event(**read(event)) for event in plain["log"]], [Mark(**mark) for mark in plain["marks"]]),
        path=Path(**read(plain["path"])) if plain.get("path") else None,
        points=found.get("points"),
    )
    restorable.check(snapshot, blueprint, len(prepared.train))
    return snapshot


def _of(kind: type[State] | type[Numbers], found: dict[str, Any]) -> dict[str, Any]:
    """Those of the values that are fields of a kind; a file of an older version may lack some."""
    return {name: found[name] for name in kind._fields if name in found}


def _layout(experiment: Experiment) -> tuple[shapes.Slot, ...]:
    prepared = prepare(experiment)
    return blueprint_of(experiment, prepared).slots


def _fields(value: Any) -> dict[str, Any]:
    return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
