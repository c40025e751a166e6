"""RunList: the runs as they are listed: those of the window as they stand now, all others as they were kept."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.network.eyes import Eyes
from app.network.gatherings import Gatherings
from app.network.run_figures import figures_of
from app.network.runs import Runs
from app.network.shelf import Shelf
from app.network.standing import Standing, is_long
from core.networks.blueprint import blueprint_of
from core.networks.shapes import total
from core.runs.listed import Row, by_time

if TYPE_CHECKING:
    from core.runs.store import Entry

PAUSE = 500  # ms between two lists while a run learns


class RunList(QObject):
    """Tells `changed(rows)` no more often than a person reads, and only while somebody looks."""

    changed = Signal(object)  # tuple[Row, ...], the newest first

    def __init__(self, runs: Runs, shelf: Shelf, eyes: Eyes, gatherings: Gatherings, parent: QObject) -> None:
        super().__init__(parent)
        self._runs, self._shelf, self._eyes, self._gatherings = runs, shelf, eyes, gatherings
        self._kept: tuple[Entry, ...] = ()
        self._rows: dict[str, Row] = {}  # of what was kept
        self._seen = False
        self._later = QTimer(self, singleShot=True, interval=PAUSE)
        self._later.timeout.connect(self._tell)
        for news in (runs.updated, runs.heard, runs.began, shelf.changed):
            news.connect(self._soon)
        for news in (eyes.changed, gatherings.changed):
            news.connect(self._tell)
        shelf.changed.connect(self._forget)

    def look(self, seen: bool) -> None:
        """Somebody looks at the list, or nobody does."""
        self._seen = seen
        if seen:
            self._read()
            self._tell()

    def _read(self) -> None:
        """What stands in the file beside the runs, once."""
        self._shelf.look_at_pictures()
        self._gatherings.look()

    def _soon(self, *_news: object) -> None:
        if self._seen and not self._later.isActive():
            self._later.start()

    def _forget(self) -> None:
        """The file has told something; whoever looked before it was open sees the rest of it too."""
        self._kept = ()
        if self._seen:
            self._read()

    def _tell(self) -> None:
        if self._seen:
            self.changed.emit(self.rows())

    def rows(self) -> tuple[Row, ...]:
        """All that are listed, the newest first."""
        if self._kept is not self._shelf.entries:
            self._kept = self._shelf.entries
            pictures = self._shelf.pictures.by_run
            self._rows = {entry.id: Row(entry, picture=pictures.get(entry.id)) for entry in self._kept}
        here = {row.entry.id: row for row in map(self._row, self._runs.held.values()) if row is not None}
        new = [row for id, row in here.items() if id not in self._rows]
        known = (*(here.get(id, row) for id, row in self._rows.items()), *self._gatherings.rows)
        rows = (*reversed(new), *by_time(known))
        seen = set(self._eyes.open)
        return tuple(dataclasses.replace(row, seen=True) if row.entry.id in seen else row for row in rows)

    def _row(self, standing: Standing) -> Row | None:
        """A run of the window; None where it is too short, or wanted no more."""
        run = standing.run
        if run is None or run.label.deleted or not (is_long(standing) or run.label.name or run.label.pinned):
            return None
        from core.runs.store import Entry

        metrics, known = self._runs.metrics[standing.number], self._rows.get(run.id)
        newest = {name: float(column[-1]) for name, column in standing.figures.items()}
        figures = figures_of(standing.words, metrics, _parameters(standing), newest)
        begun, changed = (known.entry.begun, known.entry.changed) if known is not None else (0.0, 0.0)
        entry = Entry(
            run.id, run.parent, run.branch, run.letter, run.label, run.made, figures, begun, changed, elsewhere=False
        )
        shown = standing.number == self._runs.shown_run
        return Row(entry, here=True, shown=shown, picture=self._shelf.pictures.by_run.get(run.id))


def _parameters(standing: Standing) -> int:
    """How many its network has; 0 where its samples are not known yet."""
    if standing.told is None or standing.prepared is None:
        return 0
    return total(blueprint_of(standing.told, standing.prepared).slots)
