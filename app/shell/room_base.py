"""RoomBase: what the rooms do alike, whatever their document is."""

from __future__ import annotations

import pathlib
from typing import Generic, Protocol

from PySide6.QtWidgets import QMenu, QWidget

from app.documents.document_store import D, DocumentStore
from app.look.theme import Theme
from app.shell.actions import Actions
from app.shell.appearance import for_lecture
from app.shell.filling import Filling
from app.shell.layouts import EXPLORE, LECTURE
from app.shell.room_lab import RoomLab
from app.shell.room_work import RoomWork
from app.shell.settings import Settings
from app.widgets.own_keys import TakesArrows
from core.documents.document import Document
from core.history.snapshot import Snapshot


class Line(Protocol):
    """The line at the bottom of a room."""

    def say(self, sentence: str) -> None:
        """Tell an event for a while."""
        ...


class RoomBase(Generic[D]):
    """A page derives from this beside its widget, and sets the parts that every room has."""

    key: str
    documents: type[D]  # the kind of its documents
    settings: Settings
    actions_: Actions
    store: DocumentStore[D]
    lab: RoomLab
    status: Line
    filling: Filling
    work: RoomWork = RoomWork()
    arrows: tuple[TakesArrows, ...] = ()  # pictures that have a use for ← and → wherever the focus is

    @property
    def page(self) -> QWidget:
        """The page that the window shows."""
        assert isinstance(self, QWidget)
        return self

    def fill_menus(self, menus: dict[str, QMenu]) -> None:
        """All commands of most rooms stand in the table."""

    def say(self, sentence: str) -> None:
        """Tell an event in the line at the bottom."""
        self.status.say(sentence)

    def unsaved(self) -> list[str]:
        """What would be lost, in sentences."""
        changed = [_changed_words(self.store, kept=self.work.is_kept)] if self.store.dirty else []
        return [*changed, *self.work.unsaved()]

    def recover(self, document: Document, path: pathlib.Path | None, snapshot: Snapshot | None, run: str = "") -> None:
        """Work that was kept comes back, not saved."""
        self.store.open(self.own(document), path, dirty=True)

    def own(self, document: Document) -> D:
        """A document that this room is asked to take, as one of its kind."""
        if not isinstance(document, self.documents):
            raise TypeError(f"the {self.key} room has no place for a document of kind {document.kind!r}")
        return document

    @property
    def lecture(self) -> bool:
        """Whether the Lecture layout is shown."""
        return self.store.view.layout == LECTURE

    def take_arrows(self) -> bool:
        """Whether a picture that is seen has a use for ← and →: it takes the focus."""
        return any(picture.take_arrows() for picture in self.arrows)

    def toggle_layout(self) -> None:
        """Between all of the room and its Lecture layout."""
        self.store.change_view(layout=EXPLORE if self.lecture else LECTURE)

    def fill_room(self) -> None:
        """One picture as large as the room, and back."""
        self.filling.toggle()

    def pictures_theme(self, theme: Theme) -> Theme:
        """What pictures wear: larger in a lecture."""
        return for_lecture(theme) if self.lecture else theme

    def show_checks(self) -> None:
        """What the commands that all rooms share say of this one, while it is in front."""
        if self.actions_.room == self.key:
            self.actions_["max_speed"].setChecked(self.lab.full_speed)
            self.actions_["layout"].setChecked(self.lecture)
            self.actions_["fill_room"].setChecked(bool(self.filling.name))


def _changed_words(store: DocumentStore[D], *, kept: bool) -> str:
    """What is lost with a document that is not saved; `kept`: the run that learned is not."""
    if not kept:
        return f"“{store.title}” has changes that are not saved."
    since = "have changed since the file was saved" if store.own_path is not None else "are in no file"
    return f"The settings of “{store.title}” {since}; the run itself is kept under Runs."
