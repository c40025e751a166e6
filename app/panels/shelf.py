"""All data sets of one shelf, as tiles under a caption."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.panels.tile_grid import TileGrid
from app.panels.words import one_line
from core.families import Dataset

COLUMNS, GAP = 4, 16


class Shelf(QWidget):
    """`chosen(kind)` when a tile is pressed."""

    chosen = Signal(str)

    def __init__(self, title: str, sets: list[type[Dataset]]) -> None:
        super().__init__()
        self._kinds = tuple(cls.kind_name() for cls in sets)
        self.tiles = TileGrid(title, COLUMNS, GAP)
        self.tiles.chosen.connect(self.chosen)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 4, 0, 4)
        rows.setSpacing(4)
        rows.addWidget(one_line(title, "section"))
        rows.addWidget(self.tiles)
        self.show_kind("")

    def show_kind(self, kind: str) -> None:
        """Mark the chosen one, where it stands here."""
        self.tiles.show_kinds(self._kinds, kind)
