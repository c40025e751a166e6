"""Front: what the window's title, its menus and the switch between rooms say of the room in front, and what that room
is told to say."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.shell.actions import Actions
from app.shell.room import TITLES, Room
from app.widgets.limited import place_of
from app.widgets.segments import Segments
from app.window.rooms import Rooms


class Front(QObject):
    """Follows the rooms; it changes nothing in them."""

    def __init__(self, rooms: Rooms, actions: Actions, switch: Segments, window: QWidget) -> None:
        super().__init__(window)
        self._rooms, self._actions, self._switch, self._window = rooms, actions, switch, window

    def listen(self, room: Room) -> None:
        """From now on follow this room too, whether or not it is in front."""
        room.store.history_changed.connect(self._show_title)
        room.lab.playing_changed.connect(self._show_playing)
        room.store.view_changed.connect(self._show_limits)

    def show_room(self, room: Room) -> None:
        """It has come to the front."""
        self._switch.set_value(room.key)
        self._actions.show_room(room.key)
        self._show_limits()
        for key in TITLES:
            self._actions[f"room_{key}"].setChecked(key == room.key)
        self._show_title()
        self._show_playing()
        self._window.setFocus()

    def say(self, sentence: str) -> None:
        """Tell an event in its line at the bottom."""
        self._rooms.front.say(sentence)

    def show_failure(self, sentence: str) -> None:
        """Over its pictures."""
        self._rooms.front.notices.problem.say(sentence)

    def offer(self, sentence: str, offer: str, act: Callable[[], object]) -> None:
        """Over its pictures, with a way to take the offer."""
        self._rooms.front.notices.recovery.say(sentence, offer, act)

    def _show_playing(self, *_: object) -> None:
        self._actions["play"].setText("Pause" if self._rooms.front.lab.playing else "Play")
        self._switch.set_dots(frozenset(room.key for room in self._rooms.all() if room.lab.playing))

    def _show_limits(self, *_: object) -> None:
        """What the file of the room in front hides and locks."""
        limits = self._rooms.front.store.view.limits
        self._actions.restrict(limits)
        place_of(self._switch).restrict(limits)

    def _show_title(self) -> None:
        store = self._rooms.front.store
        self._window.setWindowTitle(f"{store.title}[*] – Descent Lab")
        self._window.setWindowModified(store.dirty)
        for name, word, text in (("undo", "Undo", store.undo_text), ("redo", "Redo", store.redo_text)):
            self._actions.enable(name, bool(text))
            self._actions[name].setText(f"{word}: {text}" if text else word)
