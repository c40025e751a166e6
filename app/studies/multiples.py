"""Small multiples: what each cell's first start looks like, in the places of the cells."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from app.look.theme import CAPTION
from app.luck.drawn import image_of
from app.studies.cell_grid import CellGrid
from core.studies.drawn import Picture


class Multiples(CellGrid):
    """Empty cells wait for their picture."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("What the first start of each cell looks like")
        self.setToolTip("The first start of each cell. A press shows the runs of the cell.")
        self._pictures: dict[int, Picture] = {}

    def forget(self) -> None:
        """The pictures are of another study."""
        self._pictures = {}
        self.update()

    def show_pictures(self, pictures: Mapping[int, Picture]) -> None:
        """More of them, by cell."""
        self._pictures |= pictures
        if pictures:
            self.update()

    @property
    def drawn(self) -> frozenset[int]:
        """The cells that have a picture."""
        return frozenset(self._pictures)

    def paint_cell(self, painter: QPainter, place: QRectF, cell: int) -> None:
        picture = self._pictures.get(cell)
        if picture is not None:
            image = image_of(picture, self.look)
            wide = min(place.width(), place.height() * image.width() / image.height())
            high = wide * image.height() / image.width()
            centre = place.center()
            frame = QRectF(centre.x() - wide / 2, centre.y() - high / 2, wide, high)
            painter.drawImage(frame, image)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(self.look.border))
            painter.drawRect(frame)
            return
        painter.fillRect(place, QColor(self.look.field))
        found = self.report.cells[cell] if self.report is not None else None
        if found is not None and found.diverged and found.diverged == found.runs:
            painter.setFont(self.look.digits(CAPTION))
            painter.setPen(QColor(self.look.muted))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, "diverged")
