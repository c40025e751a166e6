"""What a view asks for by name that is no plain edit: carried out on the Lab."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np

from app.panels import layer_edits
from core.datasets.points import Points
from core.documents.edits import get
from core.messages import BadInput

if TYPE_CHECKING:
    from app.network.lab import Lab

MOST_POINTS = 5000  # drawn samples that a conversion takes over


def obey(lab: Lab, name: str, argument: Any) -> None:
    """Carry out one intent; BadInput where there is no such one."""
    act = INTENTS.get(name)
    if act is None:
        raise BadInput("command", name, f"is not known; there are {', '.join(INTENTS)}")
    act(lab, argument)


def _set_weight(lab: Lab, argument: Any) -> None:
    parameter, index, value = argument
    lab.hand.set_weight(parameter, tuple(index), float(value))


def _put_at(lab: Lab, argument: Any) -> None:
    vector, drag = argument
    lab.hand.put_at(np.asarray(vector, dtype=float), bool(drag))


def _keep_point(lab: Lab, argument: Any) -> None:
    lab.hand.keep_point(str(argument))


def _forget_point(lab: Lab, argument: Any) -> None:
    lab.hand.forget_point(str(argument))


def _surface_axis(lab: Lab, argument: Any) -> None:
    """A weight or bias picked in the network, (key, words, axis), stands along (0) or up (1) the weight space; what
    stood there makes room."""
    key, words, axis = argument
    chosen = dict(lab.store.view.options.get("surface", {}))
    at = ["", "", *chosen.get("at", ())][-2:] if chosen.get("plane") == "weights" else ["", ""]
    if at[1 - axis] == key or (axis == 0 and at[0] != key):
        at[1 - axis] = at[axis]
    at[axis] = key
    lab.store.change_view(options=lab.store.view.options | {"surface": chosen | {"plane": "weights", "at": at}})
    lab.sentence.emit(f"Weight space: {words} stands along its {('horizontal', 'vertical')[axis]} axis now.")


def _choose_sample(lab: Lab, argument: Any) -> None:
    lab.store.change_view(sample=-1 if argument is None else int(argument), row=())


def _predict(lab: Lab, argument: Any) -> None:
    lab.store.change_view(row=tuple(float(value) for value in argument), sample=-1)


def _x_axis(lab: Lab, argument: Any) -> None:
    lab.store.change_view(x_axis=str(argument))


def _option(lab: Lab, argument: Any) -> None:
    path, value = argument
    lab.store.change_view(options=lab.store.view.options | {path: value})


def _draw(lab: Lab, argument: Any) -> None:
    """Add samples, each (x₁, x₂, class or value) or (x, y) of a curve."""
    points = [tuple(float(value) for value in point) for point in argument]
    data = lab.store.experiment.data
    if isinstance(data, Points):
        lab.edit("data.points", (*data.points, *points))
    else:
        _convert(lab, points)


def _erase(lab: Lab, argument: Any) -> None:
    """Take samples away by their numbers."""
    gone = {int(number) for number in argument}
    data = lab.store.experiment.data
    if not isinstance(data, Points):
        _convert(lab, [], gone)
    elif lab.prepared is not None:
        lab.edit("data.points", without(data.points, lab.prepared.table.x, gone))


def without(points: tuple[tuple[float, ...], ...], shown: np.ndarray, gone: set[int]) -> tuple[tuple[float, ...], ...]:
    """The points that stay. Numbers count in what is shown, (samples, columns), which may be a moment older than the
    points: so samples are told by where they lie."""
    places = {tuple(map(float, shown[number])) for number in gone if number < len(shown)}
    return tuple(point for point in points if tuple(point[: shown.shape[1]]) not in places)


def _add_layer(lab: Lab, argument: Any) -> None:
    """One more hidden layer at the end of those at a path: "layers", or "task.layers" of a second player."""
    path = str(argument or "layers")
    lab.edit(path, layer_edits.added(get(lab.store.experiment, path)))


def _remove_layer(lab: Lab, argument: Any) -> None:
    """The hidden layer at a path, "layers.h1" say, is taken away."""
    path, _, name = str(argument).rpartition(".")
    path = path or "layers"
    lab.edit(path, layer_edits.removed(get(lab.store.experiment, path), name))


def _convert(lab: Lab, added: list[tuple[float, ...]], gone: set[int] | None = None) -> None:
    if not convert(lab, added, gone):
        lab.sentence.emit("Samples can be drawn where the data has one or two columns; this table has more.")


def convert(lab: Lab, added: list[tuple[float, ...]] | None = None, gone: set[int] | None = None) -> bool:
    """The samples that are shown become own points; said, since the learning starts anew with them. False where they
    cannot."""
    data = points_of(lab, added or [], gone or set())
    if data is None:
        return False
    lab.store.finish()
    lab.edit("data", data)
    lab.sentence.emit(
        "The samples are your own points now, in the experiment's file; they can be drawn and erased while it learns."
    )
    return True


def points_of(lab: Lab, added: list[tuple[float, ...]], gone: set[int]) -> Points | None:
    """The present samples as own points; None where they have more than two columns."""
    prepared = lab.prepared
    if prepared is None or prepared.table.geometry == "table" or prepared.table.x.shape[1] > 2:
        return None
    table = prepared.table
    kept = [number for number in range(min(len(table.y), MOST_POINTS)) if number not in gone]
    rows = [tuple(map(float, row)) for row in np.column_stack([table.x[kept], table.y[kept]])]
    mode = "curve" if table.geometry == "curve" else "classes" if table.classes else "values"
    share = lab.store.experiment.data.train_share
    return Points(mode=mode, classes=max(2, len(table.classes)), points=(*rows, *added), train_share=share)  # type: ignore[arg-type]


def _call(method: str) -> Callable[[Lab, Any], None]:
    def act(lab: Lab, _argument: Any) -> None:
        getattr(lab, method)()

    return act


INTENTS: dict[str, Callable[[Any, Any], None]] = {
    "set_weight": _set_weight,
    "put_at": _put_at,
    "keep_point": _keep_point,
    "forget_point": _forget_point,
    "surface_axis": _surface_axis,
    "choose_sample": _choose_sample,
    "predict": _predict,
    "x_axis": _x_axis,
    "option": _option,
    "draw_points": _draw,
    "erase_points": _erase,
    "add_layer": _add_layer,
    "remove_layer": _remove_layer,
    "keep_as_start": _call("keep_as_start"),
    "undo": _call("undo"),
    "redo": _call("redo"),
    "play": _call("play"),
    "rewind": _call("rewind"),
    "new_start": _call("new_start"),
    "finished": _call("finish"),
}
