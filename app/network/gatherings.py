"""Gatherings: twenty starts and studies that were made, each a row of the list of runs, kept in the file of runs."""

from __future__ import annotations

import dataclasses
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.runs.listed import Row
from core.runs.run import Label

if TYPE_CHECKING:
    from app.network.shelf import Shelf
    from core.runs.gathered import Gathered
    from core.runs.store import RunStore


class Gatherings(QObject):
    """`there` are those that are known, by their ids: those of the file as soon as somebody has looked."""

    changed = Signal()

    def __init__(self, shelf: Shelf, parent: QObject) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._looked = False
        self.there: dict[str, Gathered] = {}
        self._gone: dict[str, Gathered] = {}  # those that are wanted no more, for the way back

    def look(self) -> None:
        """Somebody looks at the list: those of the file are read, once."""
        if self._shelf.is_open and not self._looked:
            self._looked = True
            self._shelf.ask("gathered", _kept, self._take)

    def add(self, made: Gathered) -> None:
        """All runs of a question were made."""
        self._keep(dataclasses.replace(made, made=time.time()))

    def knows(self, id: str) -> bool:
        """Whether it is one of them, in the list or taken out of it."""
        return id in self.there or id in self._gone

    def call(self, id: str, label: Label) -> None:
        """One that is deleted is wanted no more in the list; one that is not any more stands there as before."""
        if label.deleted and id in self.there:
            self._drop(id)
        elif not label.deleted and id in self._gone:
            self._keep(self._gone[id])

    def _keep(self, row: Gathered) -> None:
        def keep(store: RunStore) -> None:
            from core.runs import gathered

            gathered.keep(store.database, row)

        self._gone.pop(row.id, None)
        self.there[row.id] = row
        self._shelf.ask(f"gathered {row.id}", keep)
        self.changed.emit()

    def _drop(self, id: str) -> None:
        def drop(store: RunStore) -> None:
            from core.runs import gathered

            gathered.drop(store.database, id)

        self._gone[id] = self.there.pop(id)
        self._shelf.ask(f"gathered {id}", drop)
        self.changed.emit()

    @property
    def rows(self) -> tuple[Row, ...]:
        """As they are listed."""
        return tuple(map(_row, self.there.values()))

    def _take(self, found: tuple[Gathered, ...]) -> None:
        self.there = {row.id: row for row in found if row.id not in self._gone} | self.there
        self.changed.emit()


def _kept(store: RunStore) -> tuple[Gathered, ...]:
    """On the thread of the shelf."""
    from core.runs import gathered

    return gathered.kept(store.database)


def _row(made: Gathered) -> Row:
    from core.runs.store import Entry, Figures

    figures = Figures(made.figures, words=made.words)
    entry = Entry(made.id, "", 0, "", Label(), made.updates, figures, made.made, made.made, elsewhere=False)
    return Row(entry, gathered=made)
