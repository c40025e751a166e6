"""Files: new, open, save, the clipboard, and what has to be asked before work is lost. They belong to the room in
front."""

from __future__ import annotations

import functools
import pathlib
from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from app.documents.view_state import ViewState, view_file
from app.network.files import NetworkFiles
from app.network.image_import import is_pictures
from app.shell.room import NETWORK, Room
from app.shell.settings import Settings
from core import document
from core.files import weights as weights_file
from core.files.pasted_points import parse_points
from core.files.tables import looks_like_table
from core.machine.resources import FOLDER
from core.messages import BadInput

PRESETS = FOLDER / "presets"
EXPERIMENTS = "Experiments (*.toml)"
NETWORKS = f"Trained networks (*{weights_file.SUFFIX})"
EVERYTHING = f"Experiments, races and trained networks (*.toml *{weights_file.SUFFIX});;Tables and texts (*.csv *.tsv *.txt *.md);;All files (*)"
TABLES = (".csv", ".tsv", ".dat")
TEXTS = (".txt", ".text", ".md")  # where they are no tables


class Rooms(Protocol):
    """The lab's rooms, as far as files are concerned."""

    @property
    def room(self) -> Room:
        """The one in front."""
        ...

    def rooms(self) -> tuple[Room, ...]:
        """Those that have been entered."""
        ...

    def room_for(self, key: str) -> Room:
        """The room of that kind of document, not yet in front."""
        ...

    def enter(self, key: str) -> None: ...


class Files(QObject):
    """Everything between the rooms and the disk. Whatever fails is said in one sentence; nothing is lost by it."""

    said = Signal(str)
    failed = Signal(str)
    offered = Signal(str, str, object)  # sentence, offer, what the offer does
    table_dropped = Signal(object)  # path of a table to import
    pictures_dropped = Signal(object)  # path of a file or folder of pictures to import
    text_dropped = Signal(object)  # path of a plain text to import
    recent_changed = Signal()

    def __init__(self, rooms: Rooms, weights: NetworkFiles, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._rooms, self._weights, self._settings, self._window = rooms, weights, settings, window

    # Opening

    def new(self) -> None:
        self.take(self._rooms.room.fresh())

    def ask_open(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self._window, "Open", self._folder(), EVERYTHING)
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
            found = document.load(PRESETS / f"{name}.toml")
        except BadInput as error:
            self.failed.emit(str(error))
            return
        self.take(found, playing)

    def take(self, found: Any, playing: bool = False) -> bool:
        """Open a document that has no file; False where the person keeps what is there."""
        room = self._rooms.room_for(found.kind)
        if not self._may_replace(room, functools.partial(self.take, found, playing)):
            return False
        self._open(room, found, None, None, playing)
        return True

    def recover(self, found: Any, path: pathlib.Path | None) -> None:
        """Take up work that a crash left."""
        self._rooms.room_for(found.kind).recover(found, path)
        self._rooms.enter(found.kind)

    def _open_document(self, path: pathlib.Path) -> None:
        found = document.load(path)
        room = self._rooms.room_for(found.kind)
        if not self._may_leave((room,), functools.partial(self.open, path)):
            return
        view = ViewState.load(view_file(path), room.store.view.for_another())
        self._open(room, found, path, view)
        self._remember(path)
        beside = path.with_suffix(weights_file.SUFFIX)
        if beside.is_file():
            self.offered.emit(
                f"A trained network lies beside it: {beside.name}.", "Go on from it", lambda: self.open(beside)
            )

    def _open_network(self, path: pathlib.Path) -> None:
        if self._may_leave((self._rooms.room_for(NETWORK),), functools.partial(self.open, path)):
            self._weights.open(path)
            self._rooms.enter(NETWORK)
            self._remember(path)

    def _open(
        self, room: Room, found: Any, path: pathlib.Path | None, view: ViewState | None, playing: bool = False
    ) -> None:
        store, left = room.store, room.store.title
        room.take(found, path, view, playing)
        self._rooms.enter(room.key)
        if path is None and store.undo_text:
            self.said.emit(f"Opened “{store.title}”. Undo brings “{left}” back.")

    # Saving

    def save(self) -> bool:
        return self._save(self._rooms.room)

    def save_as(self) -> bool:
        return self._save_as(self._rooms.room)

    def save_to(self, path: pathlib.Path) -> bool:
        """Write the document of the room in front, and beside it the view where there is something to it."""
        return self._write(self._rooms.room, path)

    def save_network(self) -> None:
        """Ask for a file and write the trained network into it."""
        name, _ = QFileDialog.getSaveFileName(
            self._window, "Save trained network", self._proposal(self._rooms.room, weights_file.SUFFIX), NETWORKS
        )
        if name:
            self._weights.save_to(with_suffix(pathlib.Path(name), weights_file.SUFFIX))

    def _save(self, room: Room) -> bool:
        return self._write(room, room.store.path) if room.store.path else self._save_as(room)

    def _save_as(self, room: Room) -> bool:
        name, _ = QFileDialog.getSaveFileName(
            self._window, f"Save “{room.store.title}”", self._proposal(room, ".toml"), EXPERIMENTS
        )
        return bool(name) and self._write(room, with_suffix(pathlib.Path(name), ".toml"))

    def _write(self, room: Room, path: pathlib.Path) -> bool:
        try:
            room.store.document.save(path)
            if room.store.view.belongs_to_file():
                room.store.view.save(view_file(path))
        except OSError as error:
            self.failed.emit(
                f"{path} cannot be written: {error.strerror or error}. Choose another folder with Save as."
            )
            return False
        room.store.saved(path)
        self._remember(path)
        self.said.emit(f"Saved as {path.name}.")
        return True

    # The clipboard

    def copy(self) -> None:
        QGuiApplication.clipboard().setText(self._rooms.room.store.document.dumps())
        self.said.emit("The experiment is on the clipboard as text.")

    def paste(self) -> None:
        """A document's text opens in its room; rows of numbers become own points of the network room."""
        text = QGuiApplication.clipboard().text()
        try:
            if "kind" in text and "=" in text:
                found = document.loads(text, "clipboard")
                self.take(found)
                return
            points = parse_points(text)
            self._rooms.enter(NETWORK)
            self._weights.paste_points(points)
        except BadInput as error:
            self.failed.emit(str(error))

    # What is not saved

    def may_leave(self, again: Callable[[], object]) -> bool:
        """Ask where something of any room would be lost; False where the person stays, or where it is being saved: then
        `again` is called after it."""
        return self._may_leave(self._rooms.rooms(), again)

    def unsaved(self) -> list[str]:
        """What would be lost, in sentences."""
        return [reason for room in self._rooms.rooms() for reason in room.unsaved()]

    def _may_leave(self, rooms: tuple[Room, ...], again: Callable[[], object]) -> bool:
        losing = [room for room in rooms if room.unsaved()]
        if not losing:
            return True
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("Not saved yet")
        box.setText(" ".join(reason for room in losing for reason in room.unsaved()))
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.setDefaultButton(buttons.Save)
        answer = box.exec()
        if answer == buttons.Save:
            saved = all(self._save(room) for room in losing)
            kept = [room.keep(again) for room in losing] if saved else []
            return saved and all(kept)
        return answer == buttons.Discard

    def _may_replace(self, room: Room, again: Callable[[], object]) -> bool:
        """By a document without a file: what has no file either comes back by Undo, so nobody is asked."""
        return room.store.path is None or self._may_leave((room,), again)

    # Names

    def _folder(self) -> str:
        recent, path = self._settings.recent, self._rooms.room.store.path
        return str(path.parent if path else recent[0].parent if recent else pathlib.Path.home())

    def _proposal(self, room: Room, suffix: str) -> str:
        path = room.store.path
        name = (
            "".join(letter if letter.isalnum() or letter in " -_" else "" for letter in room.store.title).strip()
            or "experiment"
        )
        return str(path.with_suffix(suffix) if path else pathlib.Path(self._folder()) / f"{name}{suffix}")

    def _remember(self, path: pathlib.Path) -> None:
        self._settings.remember(path)
        self.recent_changed.emit()


def is_table(path: pathlib.Path) -> bool:
    """Whether a text file is a table rather than running text; one that cannot be read is said by whoever reads it."""
    try:
        return looks_like_table(path)
    except BadInput:
        return False


def with_suffix(path: pathlib.Path, suffix: str) -> pathlib.Path:
    """The path as typed, with the suffix where none was typed."""
    return path if path.suffix else path.with_name(path.name + suffix)
