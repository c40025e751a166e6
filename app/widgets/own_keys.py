"""What a control says of the keys that it has a use for, and of the letters that it leaves to others."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt


class OwnKeys:
    """Some keys mean something to a control while it has the focus: no command of the window takes them then. A
    `picture` leaves letters to the commands, as the window itself does."""

    own_keys: ClassVar[frozenset[Qt.Key]] = frozenset()
    picture: ClassVar[bool] = False
