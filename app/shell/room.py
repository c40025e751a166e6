"""Room: what the window asks of each of the lab's rooms. A room owns its bars, its pictures, its document and its way
back."""

from __future__ import annotations

import pathlib
from collections.abc import Mapping
from typing import Protocol

from PySide6.QtWidgets import QMenu, QWidget

from app.documents.document_store import OpenDocument
from app.documents.view_state import ViewState
from app.look.theme import Theme
from app.shell.notices import Notices
from app.shell.room_lab import RoomLab
from app.shell.room_work import RoomWork
from core.documents.document import Document
from core.history.snapshot import Snapshot

NETWORK, RACE = "network", "race"
COMPARISON = "comparison"  # several documents of the network's kind
TITLES = {NETWORK: "Network", RACE: "Gradient descent"}


class InTime(Protocol):
    """The ways through time that all rooms know."""

    def move_tenth(self, direction: str) -> None:
        """A tenth of all updates on ("1") or back ("-1")."""
        ...

    def best(self) -> None:
        """Where the loss was lowest."""
        ...


class Room(Protocol):
    """One of the rooms; its key is the kind of its documents."""

    key: str
    notices: Notices
    work: RoomWork

    @property
    def lab(self) -> RoomLab:
        """What runs in it."""
        ...

    @property
    def time(self) -> InTime:
        """Which update is shown."""
        ...

    @property
    def store(self) -> OpenDocument:
        """The document and the way back."""
        ...

    @property
    def page(self) -> QWidget:
        """The page that the window shows."""
        ...

    @property
    def control_names(self) -> Mapping[str, str]:
        """What a file can hide and lock in it that is neither a setting nor a command: name -> what it is."""
        ...

    def begin(self, playing: bool) -> None:
        """The room is open for the first time: start what runs in it."""
        ...

    def enter(self) -> None:
        """It has come to the front."""
        ...

    def leave(self) -> None:
        """Another room takes the front; everything stays as it is."""
        ...

    def fill_menus(self, menus: dict[str, QMenu]) -> None:
        """Add what only this room has."""
        ...

    def take(self, document: Document, path: pathlib.Path | None, view: ViewState | None, playing: bool) -> None:
        """Another document takes the place of the present one."""
        ...

    def recover(self, document: Document, path: pathlib.Path | None, snapshot: Snapshot | None, run: str = "") -> None:
        """Work that was kept comes back, not saved, and its run with it where it had one; `run`: by which id the
        shelf knows it."""
        ...

    def fresh(self) -> Document:
        """A new document with the usual settings."""
        ...

    def unsaved(self) -> list[str]:
        """What would be lost, in sentences."""
        ...

    def say(self, sentence: str) -> None:
        """Tell an event in the line at the bottom."""
        ...

    def let_go(self) -> None:
        """Esc: nothing is chosen any more."""
        ...

    def take_arrows(self) -> bool:
        """Whether a picture that is seen has a use for ← and →: it takes the focus."""
        ...

    def toggle_layout(self) -> None:
        """Between all of the room and its Lecture layout."""
        ...

    def fill_room(self) -> None:
        """One picture as large as the room, and back."""
        ...

    def reset_layout(self) -> None:
        """Everything back in its place."""
        ...

    def what_to_try(self) -> None:
        """Show again what is worth trying."""
        ...

    def show_theme(self, theme: Theme) -> None:
        """Take over colours and text scale."""
        ...

    def reduce_motion(self, still: bool) -> None:
        """Do without movement that only decorates."""
        ...

    def close_room(self) -> bool:
        """End all threads; False where one does not end in time."""
        ...
