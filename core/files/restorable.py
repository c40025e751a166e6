"""Whether a run can go on from what a file says: all of it is measured against the network that the file's own
experiment makes.

An engine trusts what it is given: the native kernel reads and writes as many numbers as the network has, wherever the
cursor points. So whatever comes from a file passes here, and nowhere else.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import numpy as np

from core.families import Kept, Layout, Shape
from core.history.journal import Journal
from core.history.snapshot import Snapshot
from core.history.state import Numbers, State, StopState
from core.history.still import Path
from core.history.trajectory import Trajectory
from core.networks.blueprint import Blueprint
from core.networks.shapes import total

COUNT_MOST = 1 << 53  # every count up to here is a number of its own in float64 too
ENDS = ("", "finished", "diverged", "stopped")
EVENTS = ("live", "weights", "put", "go on")
COUNTERS = ("step", "func_evals", "n_iter")  # of an optimizer's memory: they are finite whatever the weights are
NUMBER = (int, float, np.integer, np.floating)


class Unfit(ValueError):
    """What cannot be gone on from: which value, and why."""

    def __init__(self, path: str, reason: str) -> None:
        self.path, self.reason = path, reason
        super().__init__(f"{path}: {reason}")


def check(snapshot: Snapshot, blueprint: Blueprint, samples: int) -> None:
    """`Unfit` where a run of this blueprint, with so many training samples, cannot go on from a snapshot."""
    check_run(snapshot, blueprint, samples)
    _journal(snapshot.journal)
    size, dtype = total(blueprint.slots), blueprint.experiment.dtype
    if snapshot.path is not None:
        _path(snapshot.path, size, dtype)
    _points(snapshot.points, size, dtype)


def check_run(snapshot: Snapshot, blueprint: Blueprint, samples: int) -> None:
    """The same of what goes into an engine alone: where the run stands, and its numbers."""
    _state(snapshot.state, samples)
    _numbers(snapshot.numbers, blueprint)


# Where a run stands


def _state(state: State, samples: int) -> None:
    for name in ("updates", "samples", "base_samples"):
        _count(name, getattr(state, name))
    if state.base_samples > state.samples:
        raise Unfit("base_samples", f"must be at most {state.samples}, the samples seen, not {state.base_samples}")
    if not (_is_number(state.base_epochs) and 0.0 <= state.base_epochs < math.inf):
        raise Unfit("base_epochs", f"must be a finite number of at least 0, not {_short(state.base_epochs)}")
    if state.ended not in ENDS:
        raise Unfit("ended", f"must be one of {', '.join(map(repr, ENDS))}, not {_short(state.ended)}")
    for name, value, kind in (
        ("lifted", state.lifted, bool), ("settled", state.settled, bool), ("engine", state.engine, str),
    ):  # fmt: skip
        _is_a(name, value, kind)
    cursor = state.cursor
    _count("cursor.epoch", cursor.epoch)
    _count("cursor.position", cursor.position, samples)
    _count("cursor.carried", cursor.carried, samples if cursor.epoch else 0)


def _numbers(numbers: Numbers, blueprint: Blueprint) -> None:
    size, dtype = total(blueprint.slots), blueprint.experiment.dtype
    _array("parameters", numbers.parameters, (size,), dtype)
    _beside("buffers", numbers.buffers, blueprint, dtype)
    if numbers.dead is not None:
        _array("dead", numbers.dead, (size,), "bool")
    if numbers.slots is not None:
        _memory("slots", numbers.slots, blueprint.memory, dtype)
    _watch(numbers.watch, blueprint)


def _beside(path: str, buffers: object, blueprint: Blueprint, dtype: str) -> None:
    """Running statistics and masks, each by its name."""
    found = _table(path, buffers)
    _names(path, found, blueprint.beside)
    for name, shape in blueprint.beside.items():
        _array(f"{path}.{name}", found[name], shape, dtype)


def _watch(watch: StopState, blueprint: Blueprint) -> None:
    size, dtype = total(blueprint.slots), blueprint.experiment.dtype
    for name in ("best_update", "bad", "above"):
        _count(f"watch.{name}", getattr(watch, name))
    _is_a("watch.goal_update", watch.goal_update, int)
    _is_a("watch.goal_missed", watch.goal_missed, bool)
    _count("watch.set_aside", watch.set_aside)
    for name in ("best_loss", "first_loss", "lowest_loss", "highest_rate", "goal_lowest"):
        _number(f"watch.{name}", getattr(watch, name))
    _is_a("watch.recent", watch.recent, tuple)
    for loss in watch.recent:
        _number("watch.recent", loss)
    if watch.best_parameters is not None:
        _array("watch.best_parameters", watch.best_parameters, (size,), dtype)
    if watch.best_buffers is not None:
        _beside("watch.best_buffers", watch.best_buffers, blueprint, dtype)
    if watch.plateau is not None:
        _plateau(watch.plateau)


def _plateau(plateau: object) -> None:
    found = _table("watch.plateau", plateau)
    _names("watch.plateau", found, ("factor", "best", "bad"))
    _number("watch.plateau.best", found["best"])
    _count("watch.plateau.bad", found["bad"])
    _number("watch.plateau.factor", found["factor"])
    if not 0.0 <= found["factor"] <= 1.0:
        raise Unfit("watch.plateau.factor", f"must be between 0 and 1, not {_short(found['factor'])}")


# The optimizer's memory


def _memory(path: str, slots: object, layout: Layout, dtype: str) -> None:
    """Nothing is remembered, or of each tensor nothing, or all that belongs to it and nothing else."""
    found = _table(path, slots)
    if not found:
        return
    _names(path, found, layout)
    for name, inner in layout.items():
        here = f"{path}.{name}"
        if any(not isinstance(kept, Kept) for kept in inner.values()):
            _memory(here, found[name], inner, dtype)
        elif _table(here, found[name]):
            _remembered(here, found[name], inner, dtype)


def _remembered(path: str, found: Mapping[Any, Any], layout: Mapping[Any, Kept], dtype: str) -> None:
    _names(path, found, [name for name, kept in layout.items() if kept.always], also=layout)
    for name, value in found.items():
        here, kept = f"{path}.{name}", layout[name]
        if kept.listed:
            for item in value if isinstance(value, list) else [value]:
                _kept(here, item, kept, dtype)
        else:
            _kept(here, value, kept, dtype)
        if name in COUNTERS and not 0.0 <= (made := float(np.ravel(value)[0])) < math.inf:
            raise Unfit(here, f"must be a finite number of at least 0, not {made:g}")
    _names(path, found, [name for name, kept in layout.items() if kept.after and found[kept.after] > 0], also=layout)
    _lengths(path, {name: value for name, value in found.items() if layout[name].listed}, layout)


def _kept(path: str, value: object, kept: Kept, dtype: str) -> None:
    if kept.shape:
        _array(path, value, kept.shape, dtype)
    elif not ((kept.plain and _is_number(value)) or (kept.spare and value is None)):
        _single(path, value)


def _lengths(path: str, lists: Mapping[str, Any], layout: Mapping[Any, Kept]) -> None:
    """Lists beside one another are equally long, and have something in all these places."""
    for name, value in lists.items():
        _is_a(f"{path}.{name}", value, list)
    lengths = {len(value) for name, value in lists.items() if not layout[name].spare}
    if len(lengths) > 1 or any(len(value) < max(lengths, default=0) for value in lists.values()):
        raise Unfit(path, "has lists of different lengths")


# What has been noted on the way


def _journal(journal: Journal) -> None:
    for place, event in enumerate(journal.log):
        here = f"log.{place}"
        _count(f"{here}.update", event.update)
        if event.kind not in EVENTS:
            raise Unfit(f"{here}.kind", f"must be one of {', '.join(EVENTS)}, not {_short(event.kind)}")
        if not all(isinstance(change, tuple) and len(change) == 2 for change in _a_tuple(here, event.changes)):
            raise Unfit(f"{here}.changes", "must be pairs of a name and a value")
        names = [name for name, _ in event.changes]
        if not all(isinstance(name, str) for name in names):
            raise Unfit(f"{here}.changes", "must be pairs of a name and a value")
        if event.kind == "put":
            _names(f"{here}.changes", dict(event.changes), ("vector", "drag"))
    for place, mark in enumerate(journal.marks):
        _count(f"marks.{place}.update", mark.update)
        _is_a(f"marks.{place}.kind", mark.kind, str)
        _is_a(f"marks.{place}.text", mark.text, str)
        _is_a(f"marks.{place}.about", mark.about, str)


def _path(path: Path, size: int, dtype: str) -> None:
    """As a trajectory of this network would have recorded it."""
    own = Trajectory(size, np.dtype(dtype))
    width = size if own.subset is None else len(own.subset)
    _is_a("path.updates", path.updates, np.ndarray)
    count = len(path.updates) if path.updates.ndim == 1 else -1
    if not 0 <= count <= own.capacity:
        raise Unfit("path.updates", f"must be a row of at most {own.capacity} updates")
    _array("path.updates", path.updates, (count,), "int64")
    if count and not (path.updates[0] >= 0 and (np.diff(path.updates) > 0).all() and path.updates[-1] <= COUNT_MOST):
        raise Unfit("path.updates", "must ascend from at least 0")
    _array("path.vectors", path.vectors, (count, width), dtype)
    same = path.subset is None if own.subset is None else np.array_equal(path.subset, own.subset)  # type: ignore[arg-type]
    if not same:
        raise Unfit("path.subset", "follows other parameters than those of this network")
    _count("path.spacing", path.spacing)
    if path.spacing < 1:
        raise Unfit("path.spacing", f"must be at least 1, not {path.spacing}")


def _points(points: object, size: int, dtype: str) -> None:
    if not points:
        return
    for name, vector in _table("points", points).items():
        _is_a("points", name, str)
        _array(f"points.{name}", vector, (size,), dtype)
    if "start" not in _table("points", points):
        raise Unfit("points", "must hold the start")


# Single values


def _count(path: str, value: object, most: int = COUNT_MOST) -> None:
    if not isinstance(value, (int, np.integer)) or isinstance(value, bool) or not 0 <= value <= most:
        allowed = f"from 0 to {most:,}" if most < COUNT_MOST else "of at least 0"
        raise Unfit(path, f"must be a whole number {allowed}, not {_short(value)}")


def _number(path: str, value: object) -> None:
    if not _is_number(value):
        raise Unfit(path, f"must be a number, not {_short(value)}")


def _is_number(value: object) -> bool:
    return isinstance(value, NUMBER) and not isinstance(value, bool)


def _is_a(path: str, value: object, kind: type) -> None:
    if not isinstance(value, kind):
        raise Unfit(path, f"must be of the kind {kind.__name__}, not {_short(value)}")


def _a_tuple(path: str, value: object) -> tuple[Any, ...]:
    if not isinstance(value, tuple):
        raise Unfit(path, f"must be a list, not {_short(value)}")
    return value


def _table(path: str, value: object) -> Mapping[Any, Any]:
    if not isinstance(value, dict):
        raise Unfit(path, f"must be a table, not {_short(value)}")
    return value


def _names(path: str, found: Mapping[Any, Any], needed: Any, also: Any = ()) -> None:
    """All that is needed is there, and nothing that nobody knows."""
    for name in needed:
        if name not in found:
            raise Unfit(f"{path}.{name}", "is missing")
    for name in found:
        if name not in needed and name not in also:
            raise Unfit(f"{path}.{name}", "is not known")


def _array(path: str, value: object, shape: Shape, *dtypes: str) -> None:
    if not isinstance(value, np.ndarray):
        raise Unfit(path, f"must be an array, not {_short(value)}")
    if value.shape != shape:
        raise Unfit(path, f"has the shape {value.shape}, this network needs {shape}")
    if value.dtype.name not in dtypes:
        raise Unfit(path, f"holds {value.dtype.name} numbers, this network needs {dtypes[0]}")


def _single(path: str, value: object) -> None:
    """A number in an array; older files made a row of it. Torch counts in float32 whatever the weights are in."""
    row = isinstance(value, np.ndarray) and value.shape == (1,)
    _array(path, value, (1,) if row else (), "float32", "float64")


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "…"
