"""Saving: a room's document into its file, and what has to be asked before something that is not saved is lost."""

from __future__ import annotations

import pathlib
from collections.abc import Callable

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from app.documents.view_state import view_file
from app.shell.room import Room
from app.shell.settings import Settings
from app.widgets.dialog import Question
from core.machine.resources import is_shipped
from core.machine.whole_file import NotWritten

DOCUMENTS = "Experiments (*.toml)"
DOCUMENTS_FOLDER = QStandardPaths.StandardLocation.DocumentsLocation


class Saving(QObject):
    """Whatever fails is said in one sentence; nothing is lost by it."""

    said = Signal(str)
    failed = Signal(str)

    def __init__(self, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._settings, self._window = settings, window

    def save(self, room: Room) -> bool:
        """Into the document's own file; where it has none, or one that comes with the program, one is asked for."""
        return self.write(room, room.store.own_path) if room.store.own_path else self.save_as(room)

    def save_as(self, room: Room) -> bool:
        """Ask for a file; False where the person names none, or it cannot be written."""
        title = f"Save “{room.store.title}”"
        path = self.ask(title, room, ".toml", DOCUMENTS)
        return path is not None and self.write(room, path)

    def write(self, room: Room, path: pathlib.Path) -> bool:
        """The document, and beside it the view where there is something to it; False where that cannot be, or the
        person rather keeps what somebody else has written there meanwhile."""
        looks = room.store.view if room.store.view.belongs_to_file() else None
        if not self._may_overwrite(room, path, *([view_file(path)] if looks else [])):
            return False
        try:
            room.store.to_keep.save(path)
            if looks is not None:
                looks.save(view_file(path))
                room.store.wrote(view_file(path))
        except NotWritten as error:
            self.failed.emit(str(error))
            return False
        room.store.saved(path)
        self._settings.remember(path)
        self.said.emit(f"Saved as {path.name}.")
        return True

    # What is not saved

    def may_leave(self, rooms: tuple[Room, ...], again: Callable[[], object]) -> bool:
        """Ask where something of these rooms would be lost; False where the person stays, or where it is being saved:
        then `again` is called after it."""
        losing = [room for room in rooms if room.unsaved()]
        if not losing:
            return True
        question = self._question(" ".join(reason for room in losing for reason in room.unsaved()))
        answer = question.exec()
        question.deleteLater()  # it is the window's child, and would stay as long as that
        if answer == QMessageBox.StandardButton.Save:
            saved = all(self.save(room) for room in losing)
            kept = [self._keep(room, again) for room in losing] if saved else []
            return saved and all(kept)
        return answer == QMessageBox.StandardButton.Discard

    def may_replace(self, room: Room, again: Callable[[], object]) -> bool:
        """By a document without a file: what has no file either comes back by Undo, so nobody is asked."""
        return room.store.own_path is None or self.may_leave((room,), again)

    def _question(self, text: str) -> QMessageBox:
        buttons = QMessageBox.StandardButton
        choices = buttons.Save | buttons.Discard | buttons.Cancel
        return Question("Not saved yet", text, choices, buttons.Cancel, self._window)

    def _keep(self, room: Room, again: Callable[[], object]) -> bool:
        """What the room has learned, beside its document: True where that is done."""
        file = room.work.file
        return file is None or (self._may_overwrite(room, file) and room.work.keep(again))

    def _may_overwrite(self, room: Room, *files: pathlib.Path) -> bool:
        """Ask where another window or program has written one of these; False where that is to stay."""
        others = " and ".join(file.name for file in files if room.store.overtaken(file))
        if not others:
            return True
        buttons = QMessageBox.StandardButton
        text = (
            f"Another window or program has written {others} since it was opened here. Save overwrites that; "
            f"with File, Save as… both can be kept."
        )
        question = Question(
            "Written by somebody else", text, buttons.Save | buttons.Cancel, buttons.Cancel, self._window
        )
        return question.exec() == buttons.Save

    # Names

    def ask(self, title: str, room: Room, suffix: str, kinds: str) -> pathlib.Path | None:
        """A file of the person's choice; None where there is none."""
        name, _ = QFileDialog.getSaveFileName(self._window, title, self._proposal(room, suffix), kinds)
        return with_suffix(pathlib.Path(name), suffix) if name else None

    def folder(self, room: Room) -> str:
        """Where the person's files probably are."""
        own = [path for path in (room.store.own_path, *self._settings.recent) if path and not is_shipped(path)]
        return str(own[0].parent) if own else QStandardPaths.writableLocation(DOCUMENTS_FOLDER)

    def _proposal(self, room: Room, suffix: str) -> str:
        path = room.store.own_path
        name = "".join(letter if letter.isalnum() or letter in " -_" else "" for letter in room.store.title).strip()
        return str(
            path.with_suffix(suffix) if path else pathlib.Path(self.folder(room)) / f"{name or 'experiment'}{suffix}"
        )


def with_suffix(path: pathlib.Path, suffix: str) -> pathlib.Path:
    """The path as typed, with the suffix where none was typed."""
    return path if path.suffix else path.with_name(path.name + suffix)
