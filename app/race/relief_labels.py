"""Words over a race in three dimensions: those of the terrain, and who the balls are."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from app.race import trails
from app.race.runs import Run
from app.views.surface.labels import ReliefLabels, Scene


class RaceLabels(ReliefLabels):
    """With a legend where nothing beside the picture names the racers."""

    def __init__(self, relief: Scene, parent: QWidget) -> None:
        super().__init__(relief, parent)
        self.legend = False
        self._runs: list[Run] = []

    def show_racers(self, runs: list[Run]) -> None:
        """Those that are drawn."""
        self._runs = runs
        self.update()

    def set_legend(self, on: bool) -> None:
        """The racers' names in a corner, as on the map."""
        self.legend = on
        self.update()

    def paint_names(self, painter: QPainter) -> None:
        super().paint_names(painter)
        if self.legend:
            trails.paint_legend(painter, self._runs, QRectF(self.rect()), self.theme)
