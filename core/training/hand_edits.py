"""What a person does to the parameters of a run by hand: set some, put the network elsewhere, keep points by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from core.experiment import Experiment
from core.frozen import frozen
from core.history.journal import Event, Journal
from core.messages import BadInput
from core.networks import shapes

CLEARED = "the optimizer's memory is cleared"
MOST_POINTS = 24  # points kept by name, besides the start
Pieces = tuple[tuple[slice, np.ndarray], ...]  # where numbers are written in the flat vector


@frozen
class Entry:
    """What the journal says of an edit: the event, in the place of the last one where it is more of the same (`again`),
    and the words of a mark, "" for none."""

    event: Event
    text: str
    again: bool = False


def remembers(experiment: Experiment) -> bool:
    """Whether there is a memory that an edit by hand clears."""
    return experiment.rule.descends and experiment.optimizer.remembers


def parameters_set(
    slots: tuple[shapes.Slot, ...], updates: int, parameters: Mapping[str, Any], experiment: Experiment, text: str = ""
) -> tuple[Pieces, Entry]:
    """Parameters by name replaced: what is written where, and what is noted; `BadInput` where one does not fit."""
    known = {slot.name: slot for slot in slots}
    for name in parameters:
        if name not in known:
            raise BadInput("session", name, f"this network has no such parameter; it has {', '.join(known)}")
    arrays = {name: shapes.checked(known[name], numbers, "parameters") for name, numbers in parameters.items()}
    event = Event(updates, "weights", tuple((name, array.tolist()) for name, array in arrays.items()))
    pieces = tuple((known[name].where, array.ravel()) for name, array in arrays.items())
    said = text or "weights set by hand"
    return pieces, Entry(event, f"{said}; {CLEARED}" if remembers(experiment) else said)


def one_number(parameters: Mapping[str, np.ndarray], name: str, index: tuple[int, ...], value: float) -> np.ndarray:
    """A parameter with one of its numbers typed by hand."""
    array = parameters[name].astype(np.float64)
    array[index] = value
    return array


def checked_vector(vector: np.ndarray, like: np.ndarray) -> np.ndarray:
    """All parameters (P,) in the precision of those that there are; `BadInput` where they do not fit."""
    numbers = np.asarray(vector, dtype=np.float64)
    if numbers.shape != like.shape or not np.isfinite(numbers).all():
        raise BadInput("session", "vector", f"must be {len(like):,} finite numbers, one for each parameter")
    return numbers.astype(like.dtype)


def put(journal: Journal, updates: int, newest_kept: int, vector: np.ndarray, text: str, *, drag: bool) -> Entry:
    """The network put at another point (P,). What is put while dragging is one event as long as the run stands still,
    unless a state was kept since, and one mark in any case; `newest_kept` events had been logged before that state."""
    before = journal.log[-1] if journal.log else None
    dragged = before is not None and before.kind == "put" and bool(dict(before.changes)["drag"])
    again = dragged and before is not None and before.update == updates and newest_kept < journal.logged
    event = Event(updates, "put", (("vector", tuple(vector.tolist())), ("drag", drag)))
    return Entry(event, "" if dragged else text or "put at another point", again)


def with_point(points: Mapping[str, np.ndarray], name: str, vector: np.ndarray) -> dict[str, np.ndarray]:
    """The kept points, the start among them, and one more; one of the same name goes."""
    _check(name)
    if len(points) > MOST_POINTS:
        raise BadInput("session", "points", f"at most {MOST_POINTS} points are kept; forget one first")
    return {**points, name: vector}


def without_point(points: Mapping[str, np.ndarray], name: str) -> dict[str, np.ndarray]:
    """The kept points but for one."""
    _check(name)
    if name not in points:
        raise BadInput("session", "points", f"there is no point {name!r}; kept are {', '.join(points)}")
    return {kept: vector for kept, vector in points.items() if kept != name}


def _check(name: str) -> None:
    if name == "start" or not name.strip():
        raise BadInput(
            "session", "points", "a point needs a name of its own" if name != "start" else "the start is always kept"
        )
