"""What a person does to the parameters of a run by hand: set some, put the network elsewhere, keep points by name."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from core.history.snapshot import Event
from core.messages import BadInput
from core.networks import shapes

if TYPE_CHECKING:
    from core.training.session import Session

MOST_POINTS = 24  # points kept by name, besides the start


def load_parameters(session: Session, parameters: Mapping[str, Any]) -> None:
    """Replace parameters by name."""
    slots = {slot.name: slot for slot in session.network.slots}
    for name in parameters:
        if name not in slots:
            raise BadInput("session", name, f"this network has no such parameter; it has {', '.join(slots)}")
    arrays = {name: shapes.checked(slots[name], numbers, "parameters") for name, numbers in parameters.items()}
    for name, array in arrays.items():
        session.write(slots[name].where, array.ravel())
    changes = tuple((name, array.tolist()) for name, array in arrays.items())
    _after(
        session, Event(session.updates, "weights", changes), "weights set by hand; the optimizer's memory is cleared"
    )


def load_vector(session: Session, vector: np.ndarray, text: str, drag: bool) -> None:
    """Replace all parameters, (P,). What is put while dragging is one event as long as the run stands still, and one
    mark in any case."""
    numbers = np.asarray(vector, dtype=np.float64)
    if numbers.shape != session.network.flat.shape or not np.isfinite(numbers).all():
        raise BadInput(
            "session", "vector", f"must be {len(session.network.flat):,} finite numbers, one for each parameter"
        )
    session.write(slice(None), numbers)
    before = session.log[-1] if session.log else None
    dragged = before is not None and before.kind == "put" and dict(before.changes)["drag"]
    again = (
        dragged
        and before is not None
        and before.update == session.updates
        and session.kept.logged < session.journal.logged
    )
    event = Event(session.updates, "put", (("vector", tuple(session.vector().tolist())), ("drag", drag)))
    _after(session, event, "" if dragged else text or "put at another point; the optimizer's memory is cleared", again)


def _after(session: Session, event: Event, text: str, again: bool = False) -> None:
    """The optimizer's memory does not fit any more; the rules that end a run look at it anew."""
    session.engine.load_slots({})
    if session.train_state.dead is not None:  # a cut link that was given a weight by hand lives again
        session.train_state.dead &= session.network.flat == 0
    session.journal.event(event, again)
    if text:
        session.mark("put" if event.kind == "put" else "edit", text)
    session.ended = ""
    session.watch = dataclasses.replace(session.watch, above=0, recent=())
    session.changed()


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
