"""Copies of work that no file of a person's holds: how they lie in their folder, whose they are, and how they go."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import logging
import pathlib
import time
from typing import TYPE_CHECKING, Any

from core.documents.document import Document
from core.frozen import frozen
from core.machine.hold import Hold, lives, lock_of, new_head
from core.machine.whole_file import write_text

if TYPE_CHECKING:
    from core.history.snapshot import Snapshot
    from core.networks.shapes import Slot

log = logging.getLogger(__name__)
MOST_WATCHED = 20  # copies of what was merely watched; where a person has done something, none is ever let go
DOCUMENT, NETWORK, NOTE = ".toml", ".safetensors", ".json"


@frozen
class Note:
    """What there is to be known of a copy without reading it. `update` is that of the trained network, None where there
    is none; `touched`: a person has done something to it; `in_order`: its window was closed in order; `run`: by which
    id the shelf knows the run; `envelopes` have been opened: what was in them, by their names."""

    room: str = ""
    title: str = "Untitled"
    path: str = ""
    time: float = 0.0
    update: int | None = None
    touched: bool = True
    in_order: bool = False
    run: str = ""
    envelopes: dict[str, Any] = dataclasses.field(default_factory=dict)

    @classmethod
    def read(cls, file: pathlib.Path) -> Note:
        """What a note says, whatever it is: what is missing or odd in it is as above."""
        try:
            found = json.loads(file.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            found = None
        values: dict[str, Any] = found if isinstance(found, dict) else {}
        note = cls(time=_changed(file.with_suffix(DOCUMENT)), room=file.stem.rpartition("-")[2].rstrip("0123456789"))
        return dataclasses.replace(
            note, **{field.name: values[field.name] for field in dataclasses.fields(cls) if _fits(field, values)}
        )


@frozen
class Copy:
    """One copy in the folder."""

    document: pathlib.Path
    note: Note

    @property
    def network(self) -> pathlib.Path | None:
        """The trained network beside it, where there is one."""
        file = self.document.with_suffix(NETWORK)
        return file if file.is_file() else None


@frozen(eq=False)
class Work:
    """What is to be kept: a document, and the run of it where it has learned, with the layout of its parameters; or the
    run that was kept last in another slot, `run_of`."""

    document: Document
    note: Note
    snapshot: Snapshot | None = None
    slots: tuple[Slot, ...] = ()
    run_of: str = ""


class Copies:
    """The folder. A window's own copies lie in it by slots, such as "network", and are held by a lock that ends with
    its process, however that ends; all others have been left."""

    def __init__(self, folder: pathlib.Path) -> None:
        self._folder = folder
        self._head = new_head()
        self._hold = Hold(lock_of(folder, self._head))

    # This window's

    def write(self, slot: str, work: Work) -> None:
        """Keep a copy in a slot, in the place of what is there; `NotWritten` where that cannot be."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._hold.take()
        file, note = self.file(slot), work.note
        if work.snapshot is not None:
            from core.files import weights

            weights.save(work.snapshot, file.with_suffix(NETWORK), work.slots)
        elif work.run_of and self.file(work.run_of).with_suffix(NETWORK).is_file():
            before = self.file(work.run_of)
            note = dataclasses.replace(note, update=Note.read(before.with_suffix(NOTE)).update)
            before.with_suffix(NETWORK).replace(file.with_suffix(NETWORK))
        else:
            file.with_suffix(NETWORK).unlink(missing_ok=True)
        work.document.save(file)
        self._write_note(slot, note)

    def mark_in_order(self, slot: str) -> None:
        """The window that has kept this is closed in order."""
        note = Note.read(self.file(slot).with_suffix(NOTE))
        self._write_note(slot, dataclasses.replace(note, in_order=True))

    def _write_note(self, slot: str, note: Note) -> None:
        write_text(self.file(slot).with_suffix(NOTE), json.dumps(dataclasses.asdict(note)))

    def file(self, slot: str) -> pathlib.Path:
        """Where the document of a slot lies."""
        return self._folder / f"{self._head}-{slot}{DOCUMENT}"

    def discard(self, slot: str) -> None:
        """What is in a slot is not needed any more."""
        _remove(self.file(slot))

    def take_over(self, copy: Copy, slot: str) -> None:
        """A copy that was left is this window's from now on."""
        self._hold.take()
        self.discard(slot)
        for suffix in (NETWORK, NOTE, DOCUMENT):
            with contextlib.suppress(FileNotFoundError):
                copy.document.with_suffix(suffix).replace(self.file(slot).with_suffix(suffix))

    def close(self) -> None:
        """The window is closed in order: what it has kept is left, but for the oldest of what was merely watched."""
        self.let_go()
        watched = [copy for copy in self.left() if not copy.note.touched]
        for copy in watched[MOST_WATCHED:]:
            self.throw_away(copy)

    def let_go(self) -> None:
        """From now on these copies are left."""
        self._hold.let_go()

    # Those of others

    def left(self) -> tuple[Copy, ...]:
        """What windows that are no more have left, the newest first."""
        files = [file for file in self._folder.glob(f"*{DOCUMENT}") if not self._is_held(file)]
        found = [Copy(file, Note.read(file.with_suffix(NOTE))) for file in files]
        return tuple(sorted(found, key=lambda copy: copy.note.time, reverse=True))

    def throw_away(self, copy: Copy) -> None:
        """It is wanted no more."""
        _remove(copy.document)

    def _is_held(self, file: pathlib.Path) -> bool:
        head = file.stem.rpartition("-")[0]
        return self._hold.held if head == self._head else lives(self._folder, head)


def now() -> float:
    """The time that notes tell, in seconds."""
    return time.time()


def _fits(field: dataclasses.Field[Any], values: dict[str, Any]) -> bool:
    value = values.get(field.name)
    kinds: dict[str, tuple[type, ...]] = {
        "time": (int, float),
        "update": (int,),
        "touched": (bool,),
        "in_order": (bool,),
        "envelopes": (dict,),
    }
    if isinstance(value, bool) and bool not in kinds.get(field.name, ()):
        return False
    return isinstance(value, kinds.get(field.name, (str,)))


def _changed(file: pathlib.Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:
        return 0.0


def _remove(file: pathlib.Path) -> None:
    for suffix in (NOTE, NETWORK, DOCUMENT):
        with contextlib.suppress(OSError):
            file.with_suffix(suffix).unlink(missing_ok=True)
