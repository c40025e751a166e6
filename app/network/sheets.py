"""Sheets over the room on which something is worked out: built when asked for, dressed and ended with it."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.look.theme import Theme
from app.network.lab import Lab
from app.widgets.work_sheet import WorkSheet

S = TypeVar("S", bound=WorkSheet)


class Sheets(QObject):
    """Stands between sheets and the lab. A subclass builds each sheet, and has it `kept`."""

    def __init__(self, lab: Lab, room: QWidget) -> None:
        super().__init__(room)
        self._lab, self._room = lab, room
        self._there: tuple[WorkSheet, ...] = ()

    def kept(self, sheet: S) -> S:
        """It is there from now on."""
        sheet.closed.connect(self._room.setFocus)
        self._there = (*self._there, sheet)
        return sheet

    def stand_still(self) -> None:
        """The run rests at its now while a sheet lies over the room."""
        self._lab.time.now()
        self._lab.pause()

    @property
    def is_open(self) -> bool:
        """Whether a sheet lies over the room."""
        return any(sheet.isVisible() for sheet in self._there)

    def show_theme(self, theme: Theme) -> None:
        for sheet in self._there:
            sheet.show_theme(theme)

    def end(self, patience: float) -> bool:
        """End all threads; False where one does not end in time."""
        ended = [sheet.end(patience) for sheet in self._there]  # each of them is asked
        return all(ended)
