"""Work that was not saved survives a crash: a copy every so often, taken away when the window closes in order."""

from __future__ import annotations

import dataclasses
import json
import logging
import os
import pathlib

from PySide6.QtCore import QObject, QTimer

from app.documents.document_store import OpenDocument
from app.shell.folders import recovery
from core import document
from core.documents.document import Document
from core.machine.processes import alive
from core.messages import BadInput

log = logging.getLogger(__name__)
EVERY = 10_000  # ms


@dataclasses.dataclass(frozen=True)
class Left:
    """Work that a crashed window left: the document, its title, and its file where it had one."""

    document: Document
    title: str
    path: pathlib.Path | None


class Recovery(QObject):
    """Keeps `<process>-<room>.toml` while a room has unsaved changes, and a note of whose file it was."""

    def __init__(self, folder: pathlib.Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder or recovery()
        self._stores: dict[str, OpenDocument] = {}
        self._kept: dict[str, Document] = {}
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.keep)
        self._timer.start()

    def watch(self, room: str, store: OpenDocument) -> None:
        """Keep copies of this room's document from now on."""
        self._stores[room] = store

    def keep(self) -> None:
        """Write a copy of everything that is new and not saved."""
        for room, store in self._stores.items():
            if not store.dirty:
                self._discard(room)
            elif store.document is not self._kept.get(room):
                self._write(room, store)

    def close(self) -> None:
        """The window closes in order: nothing to recover."""
        self._timer.stop()
        for room in self._stores:
            self._discard(room)

    def copy_of(self, room: str) -> pathlib.Path:
        """Where the copy of a room's document lies, with a note beside it."""
        return self._folder / f"{os.getpid()}-{room}.toml"

    def _write(self, room: str, store: OpenDocument) -> None:
        copy = self.copy_of(room)
        try:
            store.document.save(copy)
            copy.with_suffix(".json").write_text(
                json.dumps({"path": str(store.path or ""), "title": store.title}), encoding="utf-8"
            )
            self._kept[room] = store.document
        except OSError:
            log.warning("no copy for recovery could be written", exc_info=True)

    def _discard(self, room: str) -> None:
        self._kept.pop(room, None)
        for path in (self.copy_of(room), self.copy_of(room).with_suffix(".json")):
            path.unlink(missing_ok=True)

    def left_over(self) -> tuple[Left, ...]:
        """The newest work of each room that a crashed window left. Taken: it is not offered again."""
        ours = {self.copy_of(room) for room in self._stores}
        copies = sorted(
            (path for path in self._folder.glob("*.toml") if path not in ours and not alive(_process(path))),
            key=lambda path: path.stat().st_mtime,
        )
        found: dict[str, Left] = {}
        for path in copies:
            try:
                note = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
                kept = document.load(path)
                found[kept.kind] = Left(kept, str(note["title"]), pathlib.Path(note["path"]) if note["path"] else None)
            except (BadInput, OSError, ValueError, KeyError):
                log.warning("a copy for recovery cannot be read: %s", path, exc_info=True)
            path.unlink(missing_ok=True)
            path.with_suffix(".json").unlink(missing_ok=True)
        return tuple(found.values())


def _process(copy: pathlib.Path) -> str:
    """The number of the process that wrote a copy."""
    return copy.stem.partition("-")[0]
