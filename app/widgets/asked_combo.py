"""A choice whose list is asked for when somebody looks into it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from app.widgets.combo import Combo, Option


class AskedCombo(Combo):
    """Knows what is chosen, and no more until it has the focus or is opened: to name all that there is, each would have
    to be loaded."""

    def __init__(self, label: str, entries: Callable[[], Sequence[Option]], parent: QWidget | None = None) -> None:
        """`entries` says what can be chosen now."""
        self._entries = entries
        super().__init__(label, (), parent)

    def show_choice(self, chosen: Option) -> None:
        """What is chosen; emits nothing."""
        if chosen not in super().options():
            self.set_options([chosen])
        self.set_value(chosen.key)

    def options(self) -> tuple[Option, ...]:
        """All that can be chosen now."""
        self._ask()
        return super().options()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ask()
        super().focusInEvent(event)

    def showPopup(self) -> None:
        self._ask()
        super().showPopup()

    def _ask(self) -> None:
        entries = tuple(self._entries())
        if entries != super().options():
            self.set_options(entries)
