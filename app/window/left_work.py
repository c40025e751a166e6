"""LeftWork: what earlier windows have left, offered, listed, taken up and thrown away."""

from __future__ import annotations

import functools
import pathlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.shell.worker import Worker
from app.window.copies import Copy
from app.window.left_list import LeftList, row_of
from app.window.recovery import Recovery
from app.window.rooms import Rooms
from app.window.saving import Saving
from core import document
from core.documents.document import Document
from core.frozen import frozen
from core.messages import BadInput

if TYPE_CHECKING:
    from core.history.snapshot import Snapshot


@frozen(eq=False)
class Read:
    """A copy that was read: its document, the run of it, and why there is none where there should be one."""

    copy: Copy
    document: Document
    snapshot: Snapshot | None = None
    problem: str = ""


class LeftWork(QObject):
    """Nothing of it goes before a person has taken it up, saved it or thrown it away."""

    said = Signal(str)
    failed = Signal(str)

    def __init__(self, recovery: Recovery, rooms: Rooms, saving: Saving, window: QWidget) -> None:
        super().__init__(window)
        self._recovery, self._rooms, self._saving, self._window = recovery, rooms, saving, window
        self._reader = Worker(self, "reader-left-work")
        self._reader.done.connect(self._take_up)
        self._reader.failed.connect(self.failed)

    def offer(self) -> None:
        """Where a window was not closed in order, its newest work is offered, never forced."""
        crashed = [copy for copy in self._recovery.copies.left() if not copy.note.in_order]
        if not crashed:
            return
        newest, more = crashed[0], len(crashed) - 1
        others = f" {more} more {'is' if more == 1 else 'are'} kept." if more else ""
        self._rooms.front.notices.recovery.say(
            f"The window was not closed in order last time. {named(newest)} was kept.{others}",
            "Recover",
            functools.partial(self.take, newest),
            ("Show all", self.show_list),
        )

    def show_list(self) -> None:
        """All that was kept, whenever it was; each can be taken up or thrown away."""
        left = self._recovery.copies.left()
        if not left:
            self.said.emit("Nothing is kept: all work was saved, taken up or thrown away.")
            return
        shown = LeftList(left, self._window)
        shown.taken.connect(self.take)
        shown.thrown_away.connect(self._recovery.copies.throw_away)
        shown.open()

    def take(self, copy: Copy) -> None:
        """Take up what was kept, in the room of its kind."""
        self._reader.start(functools.partial(_read, copy))

    def _take_up(self, read: Read) -> None:
        room = self._rooms.of(read.document.kind)
        if not self._saving.may_leave((room,), functools.partial(self._take_up, read)):
            return
        path = pathlib.Path(read.copy.note.path) if read.copy.note.path else None
        room.recover(read.document, path, read.snapshot, read.copy.note.run)
        room.store.known_since(read.copy.note.time)
        room.store.change_view(envelopes=room.store.view.envelopes | read.copy.note.envelopes)
        self._rooms.enter(room.key)
        if read.problem:  # the copy stays: what could not be read may be of use to somebody yet
            self.failed.emit(f"{read.problem}. The experiment was taken up without what it had learned.")
            return
        self._recovery.take_over(read.copy, room.key)
        self.said.emit(f"{named(read.copy)} was taken up. Save keeps it.")

    def close(self, patience: float) -> None:
        """End its thread."""
        self._reader.close(patience)


def named(copy: Copy) -> str:
    """“The ring” (Network, 2026-11-28 20:15, update 1,234)."""
    title, room, kept, update, _ = row_of(copy)
    return f"“{title}” ({room}, {kept}{update and f', update {update}'})"


def _read(copy: Copy) -> Read:
    """On a thread: files of any size, and torch's arrays."""
    found = document.load(copy.document)
    if copy.network is None:
        return Read(copy, found)
    from core.files import weights

    try:
        return Read(copy, found, weights.load(copy.network))
    except BadInput as error:
        return Read(copy, found, problem=str(error))
