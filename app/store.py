"""Store: the current experiment and view, and the way back. A change is a new value; who shows it compares old and new."""

from __future__ import annotations

import dataclasses
import itertools
import pathlib
import time
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.view_state import View
from core import edits
from core.experiment import Experiment
from core.messages import BadInput, Mend, Refusal
from core.snapshot import Snapshot

DEPTH = 200  # steps of undo
SNAPSHOTS = 20  # of which the newest keep the weights
DRAG = 1.0  # seconds after which an edit of the same value is a step of its own

_keys = itertools.count(1)


@dataclasses.dataclass(frozen=True)
class Step:
    """One step of undo: what was there before, and in words what was then done. `weights` tells that a run's weights belong to it."""

    key: int
    experiment: Experiment
    text: str
    weights: bool = False
    snapshot: Snapshot | None = None


class Store(QObject):
    """The one place where experiment and view are changed; bad edits are refused with a sentence, never half done."""

    changed = Signal(object, object)  # old, new Experiment
    view_changed = Signal(object, object)  # old, new View
    opened = Signal()  # another experiment altogether
    history_changed = Signal()  # undo, redo, dirty or path
    refused = Signal(str, str, object)  # path, sentence, Mend or None

    def __init__(self, experiment: Experiment, view: View | None = None, path: pathlib.Path | None = None) -> None:
        super().__init__()
        self.experiment, self.view, self.path = experiment, view or View(), path
        self._saved: Experiment | None = experiment
        self.opening = False  # the change that is being told is another experiment altogether
        self._undo: list[Step] = []
        self._redo: list[Step] = []
        self._drag: tuple[tuple[str, ...], float] | None = None

    # Edits

    def edit(self, path: str, value: Any) -> int | None:
        """One value; returns the key of the new step of undo, None where there is none (refused, the same, or in mid-drag)."""
        return self.edits(((path, value),))

    def edits(self, pairs: tuple[tuple[str, Any], ...]) -> int | None:
        """Several values that are checked together and undone together."""
        try:
            experiment = edits.replace_all(self.experiment, tuple(pairs))
        except BadInput as error:
            self.refused.emit(error.path, error.reason, _mend(error, tuple(pairs)))
            return None
        if experiment == self.experiment:
            return None
        paths = tuple(path for path, _ in pairs)
        key = None if self._in_drag(paths) else self._remember(words(self.experiment, pairs))
        numeric = all(isinstance(value, (int, float)) and not isinstance(value, bool) for _, value in pairs)
        self._drag = (paths, time.monotonic()) if numeric or paths == ("data.points",) else None
        self._become(experiment)
        return key

    def finish(self) -> None:
        """A drag has ended: the next edit is a step of its own."""
        self._drag = None

    def note(self, text: str) -> int:
        """A step of undo for something that changes a run's weights and not the experiment; its snapshot is attached later."""
        self._drag = None
        key = self._remember(text, weights=True)
        self.history_changed.emit()
        return key

    def attach(self, key: int, snapshot: Snapshot) -> None:
        """The weights that belong to a step; the oldest ones are let go."""
        for stack in (self._undo, self._redo):
            stack[:] = [dataclasses.replace(step, snapshot=snapshot) if step.key == key else step for step in stack]
            held = [step.key for step in stack if step.snapshot is not None]
            gone = set(held[:-SNAPSHOTS])
            stack[:] = [dataclasses.replace(step, snapshot=None) if step.key in gone else step for step in stack]

    def _in_drag(self, paths: tuple[str, ...]) -> bool:
        return self._drag is not None and self._drag[0] == paths and time.monotonic() - self._drag[1] < DRAG

    def _remember(self, text: str, weights: bool = False) -> int:
        step = Step(next(_keys), self.experiment, text, weights)
        self._undo = [*self._undo, step][-DEPTH:]
        self._redo.clear()
        return step.key

    def _become(self, experiment: Experiment) -> None:
        old, self.experiment = self.experiment, experiment
        self.changed.emit(old, experiment)
        self.history_changed.emit()

    # The way back

    @property
    def undo_text(self) -> str:
        return self._undo[-1].text if self._undo else ""

    @property
    def redo_text(self) -> str:
        return self._redo[-1].text if self._redo else ""

    def undo(self) -> tuple[Step, int] | None:
        """Take one step back; the step, and the key under which the present was put aside for redo."""
        return self._travel(self._undo, self._redo)

    def redo(self) -> tuple[Step, int] | None:
        """Take one step forward again."""
        return self._travel(self._redo, self._undo)

    def _travel(self, source: list[Step], target: list[Step]) -> tuple[Step, int] | None:
        if not source:
            return None
        self._drag = None
        step = source.pop()
        target.append(Step(next(_keys), self.experiment, step.text, step.weights))
        key = target[-1].key
        if step.experiment == self.experiment:
            self.history_changed.emit()
        else:
            self._become(step.experiment)
        return step, key

    # Files

    @property
    def dirty(self) -> bool:
        return self.experiment != self._saved

    @property
    def title(self) -> str:
        return self.experiment.title or (self.path.stem if self.path else "Untitled")

    def open(self, experiment: Experiment, path: pathlib.Path | None = None, view: View | None = None, dirty: bool = False) -> None:
        """Another experiment: nothing of the old one can be undone any more."""
        old, self.experiment, self.path = self.experiment, experiment, path
        self._saved = None if dirty else experiment
        self._undo.clear()
        self._redo.clear()
        self._drag = None
        if view is not None:
            self.change_view(**dataclasses.asdict(view))
        self.opening = True
        self.changed.emit(old, experiment)
        self.opening = False
        self.opened.emit()
        self.history_changed.emit()

    def saved(self, path: pathlib.Path) -> None:
        self.path, self._saved = path, self.experiment
        self.history_changed.emit()

    # The view

    def change_view(self, **changes: Any) -> None:
        old, self.view = self.view, self.view.with_(**changes)
        if old != self.view:
            self.view_changed.emit(old, self.view)


def words(experiment: Experiment, pairs: tuple[tuple[str, Any], ...]) -> str:
    """What an edit does, for the Undo entry: "Learning rate", "3 settings"."""
    paths = [path for path, _ in pairs]
    return label_of(experiment, paths[0]) if len(paths) == 1 else f"{len(paths)} settings"


def label_of(experiment: Experiment, path: str) -> str:
    """The label that a form shows for a path; its last key where no form shows it."""
    from pydantic import BaseModel

    from core.params import param_of

    head, _, key = path.rpartition(".")
    if key == "kind":
        head, _, key = head.rpartition(".")
    try:
        owner = edits.get(experiment, head) if head else experiment
    except BadInput:
        owner = None
    param = param_of(type(owner), key) if isinstance(owner, BaseModel) else None
    if param is not None and param.label:
        return f"{param.label} {param.symbol}".strip()
    return _LABELS.get(path, key.replace("_", " ").capitalize())


_LABELS = {
    "data.points": "Points",
    "start.weights": "Stored start",
    "inputs.features": "Inputs",
    "layers": "Layers",
    "batch_size": "Batch size",
    "speed": "Speed",
}


def _mend(error: BadInput, refused: tuple[tuple[str, Any], ...]) -> Mend | None:
    """The way out together with what was asked for: one click brings both."""
    mend = error.__cause__.mend if isinstance(error.__cause__, Refusal) else None
    return None if mend is None else Mend(mend.label, (*refused, *mend.edits))
