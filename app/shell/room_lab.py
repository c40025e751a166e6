"""RoomLab: what runs in a room, as the window and the bars know it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from app.shell.speeds import neighbour


class RoomLab(QObject):
    """It answers what the Run and Edit menus ask for: toggle, step, rewind, undo, …"""

    usual_speed: float  # updates a second, to come back to from full speed
    playing_changed = Signal(bool)
    sentence = Signal(str)  # an event, for the line at the bottom
    problem = Signal(str, str, object)  # path, sentence, Mend or None

    @property
    def playing(self) -> bool:
        """Whether the person wants it to go on."""
        raise NotImplementedError

    @property
    def speed(self) -> float | str:
        """Updates a second, "max": as fast as the machine can."""
        raise NotImplementedError

    @property
    def full_speed(self) -> bool:
        """Whether it goes as fast as the machine can."""
        return self.speed == "max"

    def faster(self) -> None:
        """One notch more."""
        self.edit("speed", neighbour(self.speed, 1))

    def slower(self) -> None:
        """One notch less."""
        self.edit("speed", neighbour(self.speed, -1))

    def play(self) -> None:
        """Go on."""
        raise NotImplementedError

    def play_back(self) -> None:
        """Go back in time, or stand still where it does."""
        raise NotImplementedError

    def pause(self) -> None:
        """Stand still."""
        raise NotImplementedError

    def toggle(self) -> None:
        """Play or pause."""
        if self.playing:
            self.pause()
        else:
            self.play()

    def toggle_max(self) -> None:
        """As fast as the machine can, and back."""
        speed = self.speed
        if isinstance(speed, int | float):
            self.usual_speed = speed
        self.finish()
        self.edit("speed", self.usual_speed if self.full_speed else "max")

    def finish(self) -> None:
        """A drag has ended."""
        raise NotImplementedError

    def edit(self, path: str, value: Any) -> None:
        """Change one setting of the document."""
        self.edits(((path, value),))

    def edits(self, pairs: tuple[tuple[str, Any], ...]) -> None:
        """Change several settings that belong together."""
        raise NotImplementedError
