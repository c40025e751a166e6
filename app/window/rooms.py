"""Rooms: which of the lab's rooms there are by now, and which is in front; one for each kind of document."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from app.shell.room import COMPARISON, NETWORK, Room


class Rooms(QObject):
    """The pages of the window. A room is built when it is first asked for."""

    built = Signal(object)  # Room: whoever belongs to every room takes it in
    came_to_front = Signal(object)  # Room

    def __init__(
        self, first: Room, others: Mapping[str, Callable[[], Room]], pages: QStackedWidget, parent: QObject
    ) -> None:
        """`others` builds the rooms of the other kinds of documents."""
        super().__init__(parent)
        self._others, self._pages = others, pages
        self._rooms: dict[str, Room] = {first.key: first}
        self.front = first
        pages.addWidget(first.page)

    def all(self) -> tuple[Room, ...]:
        """Those that there are by now."""
        return tuple(self._rooms.values())

    def of(self, kind: str) -> Room:
        """The room of a kind of document, not necessarily in front."""
        kind = NETWORK if kind == COMPARISON else kind
        if kind not in self._rooms:
            room = self._rooms[kind] = self._others[kind]()
            self._pages.addWidget(room.page)
            self.built.emit(room)
            room.begin(playing=False)
        return self._rooms[kind]

    def enter(self, kind: str) -> None:
        """Bring a room to the front; the other one stays as it is."""
        room = self.of(kind)
        if room is not self.front:
            self.front.leave()
            self.bring_to_front(room)

    def bring_to_front(self, room: Room) -> None:
        self.front = room
        self._pages.setCurrentWidget(room.page)
        room.enter()
        self.came_to_front.emit(room)
