"""All data sets of one shelf, as tiles under a caption."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.panels.data_tile import DataTile
from app.panels.words import one_line
from core.families import Dataset

COLUMNS, GAP = 4, 16


class Shelf(QWidget):
    """`chosen(kind)` when a tile is pressed."""

    chosen = Signal(str)

    def __init__(self, title: str, sets: list[type[Dataset]]) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.tiles: dict[str, DataTile] = {}
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 4, 0, 4)
        rows.setSpacing(4)
        rows.addWidget(one_line(title, "section"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(8)
        grid.setAlignment(Qt.AlignmentFlag.AlignLeft)
        for place, cls in enumerate(sets):
            tile = DataTile(cls.kind_name())
            tile.clicked.connect(self._pressed)
            self.tiles[cls.kind_name()] = tile
            grid.addWidget(tile, place // COLUMNS, place % COLUMNS)
        rows.addLayout(grid)

    def show_kind(self, kind: str) -> None:
        """Mark the chosen one, where it stands here."""
        for name, tile in self.tiles.items():
            tile.setChecked(name == kind)

    def _pressed(self) -> None:
        tile = self.sender()
        if isinstance(tile, DataTile):
            tile.setChecked(not tile.isChecked())  # the experiment decides what is marked
            self.chosen.emit(tile.kind)
