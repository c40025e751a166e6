"""Chosen: which racer slow motion tells of, and which ones are not drawn."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.documents.document_store import DocumentStore
from core.race import Race

HIDDEN = "race.hidden"  # the view's option with the names of racers that are not drawn


class Chosen(QObject):
    """`selected` counts the race's racers from 0."""

    selected_changed = Signal(int)

    def __init__(self, store: DocumentStore[Race], parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self.selected = 0
        store.changed.connect(self._on_changed)

    def select(self, number: int) -> None:
        """The racer that slow motion tells of."""
        number = min(max(number, 0), max(len(self._store.document.racers) - 1, 0))
        if number != self.selected:
            self.selected = number
            self.selected_changed.emit(number)

    @property
    def hidden(self) -> frozenset[str]:
        """The names of racers that are not drawn."""
        return frozenset(self._store.view.options.get(HIDDEN, ()))

    def hide(self, number: int) -> None:
        """Draw a racer no longer, or draw it again."""
        name = self._store.document.racers[number].name
        self._store.change_view(options=self._store.view.options | {HIDDEN: sorted(self.hidden ^ {name})})

    def _on_changed(self, old: Race, new: Race) -> None:
        if len(new.racers) != len(old.racers):
            self.select(self.selected)
