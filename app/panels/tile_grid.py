"""Data sets as tiles in rows, of which one is marked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.panels.data_tile import DataTile

GAP, ROW_GAP = 10, 4


class TileGrid(QWidget):
    """`chosen(kind)` when a tile is pressed; which one is marked follows from the experiment only."""

    chosen = Signal(str)

    def __init__(self, label: str, columns: int = 3, gap: int = GAP, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(label)
        self.tiles: dict[str, DataTile] = {}
        self._columns, self._kind = columns, ""
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(gap)
        self._grid.setVerticalSpacing(ROW_GAP)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignLeft)

    def __getitem__(self, kind: str) -> DataTile:
        return self.tiles[kind]

    def show_kinds(self, kinds: tuple[str, ...], chosen: str) -> None:
        """Show these kinds in this order, one of them marked, or none."""
        if tuple(self.tiles) != kinds:
            self._rebuild(kinds)
        self._kind = chosen
        self._mark()

    def show_theme(self) -> None:
        """Take over the text scale."""
        for tile in self.tiles.values():
            tile.updateGeometry()

    def _rebuild(self, kinds: tuple[str, ...]) -> None:
        for tile in self.tiles.values():
            self._grid.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self.tiles = {}
        for place, kind in enumerate(kinds):
            tile = DataTile(kind, parent=self)
            tile.clicked.connect(self._pressed)
            self._grid.addWidget(tile, place // self._columns, place % self._columns)
            self.tiles[kind] = tile
            tile.show()

    def _mark(self) -> None:
        for kind, tile in self.tiles.items():
            tile.setChecked(kind == self._kind)

    def _pressed(self) -> None:
        tile = self.sender()
        self._mark()
        if isinstance(tile, DataTile):
            self.chosen.emit(tile.kind)
