"""A sheet over the room on which something is worked out, on threads that it hires and ends."""

from __future__ import annotations

import time
from typing import Protocol

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtWidgets import QWidget

from app.look.theme import Theme, current
from app.widgets.veil import Veil

POLL = 40  # ms


class Hired(Protocol):
    """Work on a thread of its own."""

    @property
    def alive(self) -> bool: ...

    def start(self) -> None: ...

    def stop(self) -> None: ...

    def close(self, patience: float) -> bool: ...


class WorkSheet(Veil):
    """`size` px at a text scale of 1, less where the room is smaller. A subclass is built when it is opened first, and
    takes in `look` what has come."""

    def __init__(self, window: QWidget, name: str, size: tuple[int, int]) -> None:
        super().__init__(window)
        self.setAccessibleName(name)
        self._size = size
        self._hired: list[Hired] = []  # the last is at work; others are ending
        self._timer = QTimer(self, interval=POLL)
        self._timer.timeout.connect(self.look)
        self.built = False

    def build(self) -> None:
        """All that is on the sheet."""
        raise NotImplementedError

    def look(self) -> None:
        """Take what has come; `rest` when that was all."""
        raise NotImplementedError

    # Opening and shutting

    def prepare(self) -> None:
        """Be built, where nobody has opened it yet."""
        if not self.built:
            self.built = True
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.build()

    def show_up(self) -> None:
        """Lie over the room, with the keys."""
        self.spread()
        self.setFocus()

    def shut(self) -> None:
        self.stop()
        self.rest()
        super().shut()

    def place(self, room: QRect) -> QRect:
        theme = current()
        width, height = (
            min(there, theme.px(wanted))
            for there, wanted in zip((room.width(), room.height()), self._size, strict=True)
        )
        if self.built:
            self.fit(width)
        return QRect(room.center().x() - width // 2, room.center().y() - height // 2, width, height)

    def fit(self, width: int) -> None:
        """The sheet is to be so wide."""

    def show_theme(self, _theme: Theme) -> None:
        self.cover()

    # Work

    @property
    def working(self) -> bool:
        """Whether something is being made."""
        return self._timer.isActive()

    def hire(self, work: Hired) -> None:
        """Begin a work; what was made before is given up."""
        self.stop()
        self._hired = [each for each in self._hired if each.alive]
        self._hired.append(work)
        work.start()
        self._timer.start()

    def rest(self) -> None:
        """Nothing more is to come."""
        self._timer.stop()

    def stop(self) -> None:
        """What is being made is given up."""
        for work in self._hired:
            work.stop()

    def end(self, patience: float) -> bool:
        """End all threads; False where one does not end in time."""
        self.stop()
        self.rest()
        limit = time.monotonic() + patience
        ended = [work.close(max(0.0, limit - time.monotonic())) for work in self._hired]  # each of them is asked
        return all(ended)
