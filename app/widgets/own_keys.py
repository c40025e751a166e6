"""What a control says of the keys that it has a use for, and of the letters that it leaves to others."""

from __future__ import annotations

from typing import ClassVar, Protocol

from PySide6.QtCore import Qt


class OwnKeys:
    """Some keys mean something to a control while it has the focus: no command of the window takes them then. A
    `picture` leaves letters to the commands, as the window itself does."""

    own_keys: ClassVar[frozenset[Qt.Key]] = frozenset()
    picture: ClassVar[bool] = False


class TakesArrows(Protocol):
    """A picture that has a use for ← and → wherever the focus is, while it is seen."""

    def take_arrows(self) -> bool:
        """Take the focus; False where it has no use for them now."""
        ...
