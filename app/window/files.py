"""Files: new, open and save; what is opened comes to the front in the room of its kind."""

from __future__ import annotations

import functools
import pathlib
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.documents.view_state import ViewState, view_file
from app.network.files import NetworkFiles
from app.panels.presets import path_of
from app.shell import limit_names
from app.shell.commands import Entry
from app.shell.room import NETWORK, Room
from app.shell.settings import Settings
from app.window.rooms import Rooms
from app.window.saving import Saving
from core import document
from core.documents.document import Document
from core.files import weights as weights_file
from core.messages import BadInput

NETWORKS = f"Trained networks (*{weights_file.SUFFIX})"
EVERYTHING = f"Experiments, races and trained networks (*.toml *{weights_file.SUFFIX});;Tables and texts (*.csv *.tsv *.data *.dat *.arff *.xlsx *.txt *.md);;All files (*)"
TABLES = (".csv", ".tsv", ".dat", ".data", ".arff", ".xlsx", ".xlsm")
TEXTS = (".txt", ".text", ".md")  # where they are no tables


class Files(QObject):
    """Everything between the rooms and the disk. Whatever fails is said in one sentence; nothing is lost by it."""

    said = Signal(str)
    failed = Signal(str)
    offered = Signal(str, str, object)  # sentence, offer, what the offer does
    table_dropped = Signal(object)  # path of a table to import
    pictures_dropped = Signal(object)  # path of a file or folder of pictures to import
    text_dropped = Signal(object)  # path of a plain text to import

    def __init__(
        self,
        rooms: Rooms,
        weights: NetworkFiles,
        settings: Settings,
        commands: tuple[Entry, ...],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._commands = commands  # that a file may hide and lock
        self._rooms, self._weights, self._settings, self._window = rooms, weights, settings, window
        self.saving = Saving(settings, window)
        self.saving.said.connect(self.said)
        self.saving.failed.connect(self.failed)

    # Opening

    def new(self) -> None:
        self.take(self._rooms.front.fresh())

    def ask_open(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self._window, "Open", self.saving.folder(self._rooms.front), EVERYTHING)
        if name:
            self.open(pathlib.Path(name))

    def open(self, path: pathlib.Path) -> None:
        """Open an experiment, a race, a trained network, or a table, a text or pictures to import; it comes to the
        front."""
        suffix = path.suffix.casefold()
        if suffix in TEXTS and not is_table(path):
            self._rooms.enter(NETWORK)
            self.text_dropped.emit(path)
            return
        if suffix in (*TABLES, *TEXTS):
            self._rooms.enter(NETWORK)
            self.table_dropped.emit(path)
            return
        from app.network.image_import import is_pictures

        if is_pictures(path):
            self._rooms.enter(NETWORK)
            self.pictures_dropped.emit(path)
            return
        try:
            if path.suffix == weights_file.SUFFIX:
                self._open_network(path)
            else:
                self._open_document(path)
        except BadInput as error:
            self.failed.emit(str(error))

    def open_preset(self, name: str, playing: bool = False) -> None:
        """Open one of the gallery's; it has no file of its own until it is saved."""
        try:
            found = document.load(path_of(name))
        except BadInput as error:
            self.failed.emit(str(error))
            return
        self.take(found, playing)

    def take(self, found: Document, playing: bool = False) -> bool:
        """Open a document that has no file; False where the person keeps what is there."""
        room = self._rooms.of(found.kind)
        if not self.saving.may_replace(room, functools.partial(self.take, found, playing)):
            return False
        self._open(room, found, None, None, playing)
        return True

    def _open_document(self, path: pathlib.Path) -> None:
        found = document.load(path)
        room = self._rooms.of(found.kind)
        if not self.saving.may_leave((room,), functools.partial(self.open, path)):
            return
        view = ViewState.load(view_file(path), room.store.view.for_another())
        self._open(room, found, path, view)
        if strange := limit_names.told(view.limits, type(found), self.names(room), view_file(path).name):
            self.failed.emit(strange)
        self._settings.remember(path)
        beside = path.with_suffix(weights_file.SUFFIX)
        if beside.is_file():
            self.offered.emit(
                f"A trained network lies beside it: {beside.name}.", "Go on from it", lambda: self.open(beside)
            )

    def _open_network(self, path: pathlib.Path) -> None:
        if self.saving.may_leave((self._rooms.of(NETWORK),), functools.partial(self.open, path)):
            self._weights.open(path)
            self._rooms.enter(NETWORK)
            self._settings.remember(path)

    def _open(
        self, room: Room, found: Document, path: pathlib.Path | None, view: ViewState | None, playing: bool = False
    ) -> None:
        store, left = room.store, room.store.title
        room.take(found, path, view, playing)
        self._rooms.enter(room.key)
        if path is None and store.undo_text:
            back = f"“{left}”" if left != store.title else "the one that was here"
            self.said.emit(f"Opened “{store.title}”. Undo brings {back} back.")

    def names(self, room: Room) -> frozenset[str]:
        """The commands and controls that a file of this room may hide and lock."""
        commands = {entry.name for entry in self._commands if entry.room in ("", room.key)}
        return frozenset(commands | set(room.control_names))

    # Saving

    def save(self) -> bool:
        return self.saving.save(self._rooms.front)

    def save_as(self) -> bool:
        return self.saving.save_as(self._rooms.front)

    def save_to(self, path: pathlib.Path) -> bool:
        """Write the document of the room in front, and beside it the view where there is something to it."""
        return self.saving.write(self._rooms.front, path)

    def save_network(self) -> None:
        """Ask for a file and write the trained network into it."""
        path = self.saving.ask("Save trained network", self._rooms.front, weights_file.SUFFIX, NETWORKS)
        if path is not None:
            self._weights.save_to(path)

    # What is not saved

    def may_leave(self, again: Callable[[], object]) -> bool:
        """Ask where something of any room would be lost; False where the person stays, or where it is being saved: then
        `again` is called after it."""
        return self.saving.may_leave(self._rooms.all(), again)

    def unsaved(self) -> list[str]:
        """What would be lost, in sentences."""
        return [reason for room in self._rooms.all() for reason in room.unsaved()]


def is_table(path: pathlib.Path) -> bool:
    """Whether a text file is a table rather than running text; one that cannot be read is said by whoever reads it."""
    try:
        from core.files.tables import looks_like_table

        return looks_like_table(path)
    except BadInput:
        return False
