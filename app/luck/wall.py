"""The wall of starts: a tile for each, as they came or the best first."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from app.look.theme import current
from app.luck.tile import WIDTH, Tile
from app.widgets.scrolling import VerticalScroll
from core.luck.found import Found, figure_words, written
from core.luck.question import ANEW
from core.luck.start import Start
from core.studies.drawn import Picture

GAP = 6  # px
CAME, BEST = "came", "best"
ORDERS = {CAME: "In the order of starting", BEST: "The best first"}
SHARES = {
    0.1: "best 10 %",
    0.25: "best 25 %",
    0.5: "median",
    0.75: "last 25 %",
    0.9: "last 10 %",
}  # by how many are better
LARGE = 1.4  # times as large


class Wall(QWidget):
    """`pressed(start)`: a person has pressed its tile."""

    pressed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.tiles: dict[int, Tile] = {}  # by the number of their start
        self._pictures: dict[int, Picture] = {}
        self._order, self._columns, self._examples = CAME, 1, False
        self._found: Found | None = None
        content = QWidget()
        self._grid = QGridLayout()
        self._grid.setSpacing(GAP)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.note = QLabel()
        self.note.setProperty("role", "sentence")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.note)
        column.addLayout(self._grid)
        column.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(VerticalScroll(content))

    def clear(self, note: str) -> None:
        """Nothing is there yet; `note` says what will come."""
        for tile in self.tiles.values():
            self._grid.removeWidget(tile)
            tile.deleteLater()
        self.tiles, self._found = {}, None
        self.note.setText(note)
        self.note.show()

    def forget(self) -> None:
        """The pictures are of another question."""
        self._pictures = {}

    def show_pictures(self, pictures: Mapping[int, Picture]) -> None:
        """More of them, by the number of their start."""
        self._pictures |= pictures
        for number, picture in pictures.items():
            if number in self.tiles:
                self.tiles[number].set_picture(picture)

    def show_starts(self, found: Found) -> None:
        """A tile for each start that there is."""
        self._found, self._examples = found, False
        for start in found.starts:
            if start.number not in self.tiles:
                own = start.number == 1
                this = own and not found.question.changed
                self._add(found, start, "this" if this else f"{start.number}", own=own)
        self._arrange()

    def show_examples(self, found: Found) -> None:
        """Of so many starts five, each at a share of all."""
        self._found, self._examples = found, True
        for share, start in found.examples:
            if start.number not in self.tiles:
                self._add(found, start, SHARES[share], size=LARGE)
        self._arrange()

    def sort(self, order: str) -> None:
        """`CAME` or `BEST`."""
        self._order = order
        self._arrange()

    @property
    def shown(self) -> list[int]:
        """The numbers of the starts, in the order in which they stand."""
        return [start.number for start in self._ordered]

    @property
    def _ordered(self) -> list[Start]:
        """The starts that have a tile, as they are to stand."""
        found = self._found
        if found is None:
            return []
        sorted_ = found.in_order if self._examples else found.best_first
        ordered = sorted_ if self._examples or self._order == BEST else found.starts
        return [start for start in ordered if start.number in self.tiles]

    def _add(self, found: Found, start: Start, name: str, *, own: bool = False, size: float = 1.0) -> None:
        experiment = found.question.experiment
        said = "diverged" if start.diverged else written(experiment, found.name, start.figure)
        reached = found.goal is not None and found.goal.reached(start.figure)
        tile = Tile(start, name, said, own=own, reached=reached, size=size)
        changed = found.question.changed
        own_words = f"this run's luck with {ANEW}" if changed else "this run's own"
        which = own_words if own else f"start {start.number}"
        words = f"{which}: {figure_words(experiment, found.name)} {said} after {start.updates:,} updates"
        tile.setAccessibleName(words)
        tile.setToolTip(f"{words[:1].upper()}{words[1:]}. A press makes it the run in the window.")
        tile.clicked.connect(self._press)
        if start.number in self._pictures:
            tile.set_picture(self._pictures[start.number])
        self.tiles[start.number] = tile

    def _arrange(self) -> None:
        if self._found is None:
            return
        self.note.hide()
        for place, start in enumerate(self._ordered):
            self._grid.addWidget(self.tiles[start.number], *divmod(place, self._columns))
            self.tiles[start.number].show()
        self._grid.setColumnStretch(self._columns, 1)

    def _press(self) -> None:
        tile = self.sender()
        if isinstance(tile, Tile):
            self.pressed.emit(tile.start)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = max(1, (self.width() + GAP) // (current().px(WIDTH) + GAP))
        if columns != self._columns:
            self._grid.setColumnStretch(self._columns, 0)
            self._columns = columns
            self._arrange()
