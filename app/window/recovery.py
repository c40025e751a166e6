"""Work that is not saved survives a crash: a copy every so often, kept until it is taken up, saved or thrown away."""

from __future__ import annotations

import dataclasses
import functools
import logging
import pathlib
from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.documents.view_state import ViewState
from app.shell.room import Room
from app.shell.worker import Worker
from app.window.copies import Copies, Copy, Note, Work, now
from core.documents.document import Document
from core.machine.folders import recovery

if TYPE_CHECKING:
    from core.history.snapshot import Snapshot
    from core.networks.shapes import Slot

log = logging.getLogger(__name__)
SOON = 10_000  # ms from a change to its copy
OLDEST = 30_000  # ms between two copies of what is being learned: with the writing none is older than a minute
PATIENCE = 10.0  # seconds that closing waits for a copy that is being written
NO_COPY = "No copy of unsaved work can be kept"
Job = Callable[[], object]


@dataclasses.dataclass(eq=False)
class Watched:
    """A room, what was written of it last, with which open envelopes, and how many of its documents were put aside."""

    room: Room
    written: Document | None = None
    envelopes: Mapping[str, object] = dataclasses.field(default_factory=dict[str, object])
    aside: int = 0

    @property
    def at_stake(self) -> bool:
        """Whether there is anything that no file of the person's holds."""
        return self.room.store.dirty or self.room.work.at_stake


class Recovery(QObject):
    """Keeps a copy of what every room has that no file of the person's holds. While nothing changes and nothing learns
    it does nothing. Files are written on a thread, one after another."""

    said = Signal(str)  # that no copy can be kept

    def __init__(self, folder: pathlib.Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.copies = Copies(folder or recovery())
        self._rooms: dict[str, Watched] = {}
        self._jobs: dict[str, Job] = {}  # by what they concern: what the thread has not begun with
        self._failed = False
        self._writer = Worker(self, "reader-recovery")
        self._writer.done.connect(self._next)
        self._writer.failed.connect(self._on_failed)
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self.keep)
        self.learning = QTimer(self, interval=OLDEST)
        self.learning.timeout.connect(self.keep)

    def watch(self, room: Room) -> None:
        """Keep copies of this room's work from now on."""
        self._rooms[room.key] = Watched(room)
        room.store.history_changed.connect(self._on_change)
        room.store.view_changed.connect(self._on_view)
        room.store.opened.connect(functools.partial(self._on_opened, room.key))
        room.lab.playing_changed.connect(self._on_playing)

    # When

    def _on_change(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _on_view(self, old: ViewState, new: ViewState) -> None:
        """An envelope that is open stays so, whatever happens next."""
        if old.envelopes != new.envelopes:
            self.keep()

    def _on_playing(self, _playing: bool) -> None:
        self._on_change()
        if not any(watched.room.lab.playing for watched in self._rooms.values()):
            self.learning.stop()
        elif not self.learning.isActive():
            self.learning.start()

    # What

    def keep(self) -> None:
        """Write a copy of everything that no file of the person's holds."""
        for key, watched in self._rooms.items():
            if watched.at_stake:
                watched.room.work.tell(functools.partial(self._take, key))
            else:
                watched.written = None
                self._do(key, functools.partial(self.copies.discard, key))

    def _take(self, key: str, snapshot: Snapshot | None, slots: tuple[Slot, ...]) -> None:
        """The run of a room as it is now."""
        watched = self._rooms[key]
        room, found = watched.room, watched.room.store.to_keep
        envelopes = room.store.view.envelopes
        if snapshot is None and found is watched.written and envelopes == watched.envelopes:
            return
        watched.written, watched.envelopes = found, envelopes
        update, touched = None if snapshot is None else snapshot.updates, bool(room.unsaved())
        note = Note(
            room.key,
            room.store.title,
            str(room.store.path or ""),
            now(),
            update,
            touched,
            run=room.work.run,
            envelopes=envelopes,
        )
        self._write(key, Work(found, note, snapshot, slots))

    def _on_opened(self, key: str) -> None:
        """Another document is there. Where the one before had unsaved changes and nobody was asked, since Undo brings
        it back, it is put aside."""
        watched = self._rooms[key]
        watched.written, before = None, watched.room.store.displaced
        if before is None:
            return
        watched.aside += 1
        note = Note(key, before.title or "Untitled", "", now(), None, touched=True, in_order=True)
        self._write(f"{key}{watched.aside}", Work(before, note, run_of=key))

    # Writing

    def _write(self, slot: str, work: Work) -> None:
        self._do(slot, functools.partial(self.copies.write, slot, work))

    def _do(self, name: str, job: Job) -> None:
        """As soon as the thread is free; a newer job on the same matter takes the place of one that waits."""
        self._jobs[name] = job
        if not self._writer.busy:
            self._next()

    def _next(self, _done: object = None) -> None:
        if self._jobs:
            self._writer.start(self._jobs.pop(next(iter(self._jobs))))

    def _on_failed(self, sentence: str) -> None:
        for watched in self._rooms.values():
            watched.written = None
        if not self._failed:
            self.said.emit(f"{NO_COPY}: {sentence}")
        self._failed = True
        self._next()

    # What was left, and the end

    def take_over(self, copy: Copy, key: str) -> None:
        """It was taken up in a room: the copy is this window's from now on."""
        self._jobs.pop(key, None)
        self._do(f"take {copy.document.name}", functools.partial(self.copies.take_over, copy, key))
        self._rooms[key].written = None
        self._on_change()

    def ask_last(self) -> None:
        """The window is about to close: have the runs tell what they are, before they end."""
        self._soon.stop()
        self.learning.stop()
        self.keep()

    def close(self, forgotten: Collection[str] = (), offered: Collection[str] = ()) -> None:
        """All runs have ended. What no file holds is left, but for the rooms whose work is to be `forgotten`; that of
        the rooms to be `offered`, whose person was not asked, counts as left by a window that did not end in order."""
        self._soon.stop()
        self._writer.close(PATIENCE)
        try:
            for job in self._jobs.values():
                job()
            for key, watched in self._rooms.items():
                if key in forgotten or not watched.at_stake:
                    self.copies.discard(key)
                else:
                    self._leave(key, watched, in_order=key not in offered)
        except OSError:
            log.warning("no last copy for recovery", exc_info=True)
        self.copies.close()

    def _leave(self, key: str, watched: Watched, *, in_order: bool) -> None:
        if watched.written is None:  # the run could not tell any more
            store = watched.room.store
            self.copies.write(
                key,
                Work(
                    store.to_keep, Note(key, store.title, str(store.path or ""), now(), envelopes=store.view.envelopes)
                ),
            )
        if in_order:
            self.copies.mark_in_order(key)
