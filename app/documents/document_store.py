"""DocumentStore: one document and its view, and the way back. A change is a new value; who shows it compares old and
new."""

from __future__ import annotations

import dataclasses
import itertools
import pathlib
import time
from collections.abc import Callable
from typing import Any, Generic

from PySide6.QtCore import QObject, Signal

from app.documents.limits import LOCKED
from app.documents.path_words import label_of
from app.documents.undo_step import D, Spot, UndoStep, lighter
from app.documents.view_state import ViewState, view_file
from core.documents import edits
from core.documents.document import Document
from core.files.weights import SUFFIX
from core.history.snapshot import Snapshot
from core.machine.resources import is_shipped
from core.messages import BadInput, Mend, Refusal
from core.runs.desk import Called

DEPTH = 200  # steps of undo
SNAPSHOTS = 20  # of which the newest keep the weights
WAYS = 3  # and the very newest the way that they came: it takes many times as much
DRAG = 1.0  # seconds after which an edit of the same value is a step of its own

_keys = itertools.count(1)


class OpenDocument(QObject):
    """The document that a room has open, whatever its kind, and how it is looked at: what those ask for who belong to
    all rooms."""

    changed = Signal(object, object)  # old, new document
    view_changed = Signal(object, object)  # old, new ViewState
    opened = Signal()  # another document altogether
    history_changed = Signal()  # undo, redo, dirty or path
    refused = Signal(str, str, object)  # path, sentence, Mend or None

    def __init__(self, view: ViewState | None, path: pathlib.Path | None) -> None:
        super().__init__()
        self.view = view or ViewState()
        self.lies_in(path)

    @property
    def document(self) -> Document:
        """As it is now."""
        raise NotImplementedError

    @property
    def to_keep(self) -> Document:
        """What is saved: while an update of the past is looked at, still the document of now."""
        raise NotImplementedError

    @property
    def dirty(self) -> bool:
        """Whether it has changes that are not saved."""
        raise NotImplementedError

    @property
    def undo_text(self) -> str:
        """What Undo takes back; "" where there is nothing."""
        raise NotImplementedError

    @property
    def redo_text(self) -> str:
        """What Redo does again; "" where there is nothing."""
        raise NotImplementedError

    @property
    def displaced(self) -> Document | None:
        """The document with unsaved changes in whose place this one was opened, which Undo brings back."""
        raise NotImplementedError

    def saved(self, path: pathlib.Path) -> None:
        """It lies in this file now."""
        raise NotImplementedError

    @property
    def own_path(self) -> pathlib.Path | None:
        """The document's file where it is the person's: what comes with the program is only read."""
        return None if self.path is None or is_shipped(self.path) else self.path

    def lies_in(self, path: pathlib.Path | None) -> None:
        """Its file, which is as it is here from now on, as is what lies beside it; None where it has none."""
        self.path = path
        beside = () if path is None else (path, view_file(path), path.with_suffix(SUFFIX))
        self._marks = {file: _mark_of(file) for file in beside}

    def overtaken(self, file: pathlib.Path) -> bool:
        """Whether somebody else, another window perhaps, has written its file, or one that belongs to it, since it was
        read or written here."""
        now = _mark_of(file)
        return now is not None and file in self._marks and now != self._marks[file]

    def known_since(self, moment: float) -> None:
        """It is of then, in seconds: what was written into its files later, somebody else has written."""
        self._marks = {file: None if mark and mark[1] > 1e9 * moment else mark for file, mark in self._marks.items()}

    def wrote(self, file: pathlib.Path) -> None:
        """A file that may belong to it was written here."""
        if file in self._marks:
            self._marks[file] = _mark_of(file)

    @property
    def title(self) -> str:
        """What it is called: by itself, after its file, or after the one that it is about."""
        return self.named or "Untitled"

    @property
    def named(self) -> str:
        """The same; "" where nobody has named it."""
        return self.document.title or (self.path.stem if self.path else self.document.subject)

    def change_view(self, **changes: Any) -> None:
        """Look at it otherwise."""
        old, self.view = self.view, self.view.with_(**changes)
        if old != self.view:
            self.view_changed.emit(old, self.view)
        if old.envelopes != self.view.envelopes:
            self.history_changed.emit()


class DocumentStore(OpenDocument, Generic[D]):
    """The one place where a room's document and view are changed; bad edits are refused with a sentence, never half
    done."""

    def __init__(self, document: D, view: ViewState | None = None, path: pathlib.Path | None = None) -> None:
        super().__init__(view, path)
        self._document: D = document
        self._saved: Document | None = document
        self._opened = frozenset(self.view.envelopes)  # envelopes that are known to be open where it is saved
        self.opening = False  # the change that is being told is another document altogether
        self.showing = False  # it is what another update or another run had: nobody has changed it
        self.spot: Callable[[], Spot | None] = _nowhere
        self._aside: D | None = None  # what is to be saved, while the document is what a past update had
        self.undo_steps: list[UndoStep[D]] = []
        self._redo: list[UndoStep[D]] = []
        self.late: tuple[int, Snapshot | None] = 0, None  # the weights that came last, and the key of their step
        self._drag: tuple[tuple[str, ...], float] | None = None
        self.rejected: tuple[
            tuple[str, Any], ...
        ] = ()  # the edit that was refused last; nothing as soon as another one is taken

    @property
    def document(self) -> D:
        return self._document

    # Edits

    def edit(self, path: str, value: Any) -> int | None:
        """One value; returns the key of the new step of undo, None where there is none (refused, the same, or in
        mid-drag)."""
        return self.edits(((path, value),))

    def edits(self, pairs: tuple[tuple[str, Any], ...], text: str = "") -> int | None:
        """Several values that are checked together and undone together; `text` names them for the Undo entry."""
        try:
            document = edits.replace_all(self.document, tuple(pairs))
        except BadInput as error:
            self.rejected = tuple(pairs)
            self.refused.emit(error.path, error.reason, _mend(error, tuple(pairs)))
            return None
        if document == self.document:
            self._take_back_rejected()
            return None
        if self._is_held(document, tuple(pairs)):
            return None
        paths = tuple(path for path, _ in pairs)
        in_drag = self._drag is not None and self._drag[0] == paths and time.monotonic() - self._drag[1] < DRAG
        key = None if in_drag else self._remember(text or _words(self.document, pairs))
        self._drag = (paths, time.monotonic()) if all(self.is_dragged(path, value) for path, value in pairs) else None
        self._become(document)
        return key

    def adapt(self, pairs: tuple[tuple[str, Any], ...], text: str = "") -> None:
        """A change that this computer or a file makes necessary and nobody has asked for: there is no more to save than
        before. `text` names it for the Undo entry."""
        clean = not self.dirty
        self.edits(pairs, text)
        if clean:
            self._saved = self.to_keep
            self.history_changed.emit()

    def is_dragged(self, path: str, value: Any) -> bool:
        """Whether such an edit may be one of many in one movement of the hand."""
        numbers = value if isinstance(value, tuple) else (value,)
        return bool(numbers) and all(
            isinstance(number, (int, float)) and not isinstance(number, bool) for number in numbers
        )

    def finish(self) -> None:
        """A drag has ended: the next edit is a step of its own."""
        self._drag = None

    def note(self, text: str, *, weights: bool = True, called: Called | None = None) -> int:
        """A step of undo for something that changes a run's weights and not the document, whose snapshot is attached
        later; or, without `weights`, for what leads to another update alone, or what a run was `called`."""
        self._drag = None
        key = self._remember(text, weights=weights, called=called)
        self.history_changed.emit()
        return key

    def show(self, document: D, *, past: bool = False) -> None:
        """What another run has, or what an update of the past had, whose document is not the one to be saved: no change
        of the person's."""
        self._drag = None
        self._aside = (self._aside or self._document) if past else None
        if document != self._document:
            self.showing = True
            old, self._document = self._document, document
            self.changed.emit(old, document)
            self.showing = False
        self.history_changed.emit()

    def attach(self, key: int, snapshot: Snapshot) -> None:
        """The weights that belong to a step; the oldest ones are let go."""
        self.late = key, snapshot
        for stack in (self.undo_steps, self._redo):
            stack[:] = [dataclasses.replace(step, snapshot=snapshot) if step.key == key else step for step in stack]
            held = [step.key for step in stack if step.snapshot is not None]
            gone = set(held[:-SNAPSHOTS])
            pathless = set(held[:-WAYS])
            stack[:] = [lighter(step, whole=step.key not in gone) if step.key in pathless else step for step in stack]

    def _is_held(self, document: D, pairs: tuple[tuple[str, Any], ...] = ()) -> bool:
        """Whether a locked setting would change, whoever asks for it; that is said."""
        locked = next((path for path in sorted(self.view.limits.locked) if _differ(self.document, document, path)), "")
        if locked:
            self.rejected = pairs
            self.refused.emit(locked, LOCKED, None)
        return bool(locked)

    def _remember(self, text: str, weights: bool = False, called: Called | None = None) -> int:
        step = UndoStep(next(_keys), self.document, text, weights, spot=self.spot(), called=called)
        self.undo_steps = [*self.undo_steps, step][-DEPTH:]
        self._redo.clear()
        return step.key

    def _take_back_rejected(self) -> None:
        """A value that was refused is set back to what holds: all is well again, and whoever shows the refusal has to
        hear it."""
        if self.rejected:
            self.rejected = ()
            self.changed.emit(self.document, self.document)

    def _become(self, document: D) -> None:
        self.rejected, self._aside = (), None
        old, self._document = self._document, document
        self.changed.emit(old, document)
        self.history_changed.emit()

    # The way back

    @property
    def undo_text(self) -> str:
        return self.undo_steps[-1].text if self.undo_steps else ""

    @property
    def displaced(self) -> D | None:
        step = self.undo_steps[-1] if self.undo_steps else None
        return step.document if step is not None and step.opening and step.document != step.saved else None

    @property
    def redo_text(self) -> str:
        return self._redo[-1].text if self._redo else ""

    def undo(self) -> tuple[UndoStep[D], int] | None:
        """Take one step back; the step, and the key under which the present was put aside for redo."""
        return self._travel(self.undo_steps, self._redo)

    def redo(self) -> tuple[UndoStep[D], int] | None:
        """Take one step forward again."""
        return self._travel(self._redo, self.undo_steps)

    def _travel(self, source: list[UndoStep[D]], target: list[UndoStep[D]]) -> tuple[UndoStep[D], int] | None:
        if not source or (not source[-1].opening and self._is_held(source[-1].document)):
            return None
        self._drag = None
        step = source.pop()
        back = step.again or dataclasses.replace(
            step, document=self.document, snapshot=None, saved=self._saved, spot=self.spot(),
            again=step if step.leads_back else None,
        )  # fmt: skip
        key = next(_keys)
        target.append(dataclasses.replace(back, key=key))
        if step.opening:
            self._saved = step.saved
        if step.document == self.document:
            self.history_changed.emit()
        else:
            self._become(step.document)
        return step, key

    # Files

    @property
    def to_keep(self) -> Document:
        return self._aside or self.document

    @property
    def dirty(self) -> bool:
        return self.to_keep != self._saved or self.view.envelopes.keys() != self._opened

    def open(
        self, document: D, path: pathlib.Path | None = None, view: ViewState | None = None, dirty: bool = False
    ) -> int | None:
        """Another document. Where the old one had no file and the new one has none, that is one step of undo, whose key
        is returned; otherwise nothing of the old one can be undone any more."""
        key = self._remember_opening(document) if self.own_path is None and path is None and not dirty else None
        self.change_view(sample=-1, row=())
        old, self._document = self._document, document
        self.lies_in(path)
        self._saved = None if dirty else document
        self._opened = frozenset(view.envelopes if view is not None else self.view.envelopes)
        if key is None:
            self.undo_steps.clear()
            self._redo.clear()
        self._drag, self.rejected, self._aside = None, (), None
        if view is None and not dirty:  # a preset or a new one; what was recovered goes on as it was
            view = self.view.for_another()
        if view is not None:
            self.change_view(**dataclasses.asdict(view))
        self.opening = True
        self.changed.emit(old, document)
        self.opening = False
        self.opened.emit()
        self.history_changed.emit()
        return key

    def _remember_opening(self, document: D) -> int:
        step = UndoStep(
            next(_keys),
            self.document,
            f"Opening “{document.title or 'Untitled'}”",
            True,
            opening=True,
            saved=self._saved,
            spot=self.spot(),
        )
        self.undo_steps = [*self.undo_steps, step][-DEPTH:]
        self._redo.clear()
        return step.key

    def saved(self, path: pathlib.Path) -> None:
        self._saved, self._opened = self.to_keep, frozenset(self.view.envelopes)
        if path != self.path:
            self.lies_in(path)
        self.wrote(path)
        self.history_changed.emit()


def _words(document: Document, pairs: tuple[tuple[str, Any], ...]) -> str:
    """What an edit does, for the Undo entry: "Learning rate", "3 settings"."""
    (path, _), *others = pairs
    return f"{len(pairs)} settings" if others else label_of(document, path)


def _nowhere() -> Spot | None:
    """There are no runs."""
    return None


def _mark_of(path: pathlib.Path) -> tuple[int, int, int] | None:
    """What tells a file from the one that takes its place: its place on the disk, when it was written (ns), its size;
    None where there is none."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


def _differ(old: Document, new: Document, path: str) -> bool:
    """Whether there is something at a path of the old one that is not the same in the new one."""
    try:
        before = edits.get(old, path)
    except BadInput:
        return False
    try:
        return bool(edits.get(new, path) != before)
    except BadInput:
        return True


def _mend(error: BadInput, refused: tuple[tuple[str, Any], ...]) -> Mend | None:
    """The way out together with what was asked for: one click brings both."""
    mend = error.__cause__.mend if isinstance(error.__cause__, Refusal) else None
    return None if mend is None else Mend(mend.label, (*refused, *mend.edits))
