"""Stage: the pictures of the race with slow motion below them, and charts and ranking beside them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from app.look.theme import Theme, current
from app.race.chart_lines import show_on
from app.race.charts import Charts
from app.race.pictures import Pictures
from app.race.ranking import Ranking
from app.race.runs import Run
from app.race.teller import Teller
from core.race import Race

SIDE, WIDER = 388, 0.12  # px of the charts at 1280, and how much of a wider window they take
AT_1280 = 974  # px that pictures and charts share there
MOST, IN_LECTURE = 0.4, 0.42  # shares of the charts: the largest, and that of the Lecture layout
GAP = 6  # px between the parts


class Stage(QSplitter):
    """Pictures get what charts leave, unless the person has drawn the line between them."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.pictures, self.teller = Pictures(), Teller()
        self.charts, self.ranking = Charts(), Ranking()
        self._by_hand = self._lecture = False
        self.setChildrenCollapsible(False)
        self.setHandleWidth(GAP)
        self.addWidget(_column(self.pictures, self.teller))
        self.addWidget(_column(self.charts, self.ranking))
        self.splitterMoved.connect(self._moved_by_hand)
        self.teller.told.connect(self.pictures.show_told)

    def show_runs(self, runs: tuple[Run, ...], race: Race, selected: int) -> None:
        """The paths as far as they are known, on every picture at once."""
        self.pictures.show_runs(runs, race, selected)
        show_on(self.charts, runs, race, self.pictures.limits)
        self.ranking.show_runs(runs, race.tolerance)

    def show_place(self, place: float) -> None:
        """Where the balls are, as a place between the updates."""
        self.pictures.show_place(place)
        self.charts.show_place(place)

    def set_guess(self, on: bool) -> None:
        """Hide what lies ahead of the balls."""
        for part in (self.pictures, self.charts, self.ranking):
            part.set_guess(on)

    def show_layout(self, lecture: bool) -> None:
        """All charts and the ranking, or one chart beside large pictures."""
        self._lecture = lecture
        self.ranking.setVisible(not lecture)
        self.charts.show_alone(lecture)

    def show_theme(self, theme: Theme, of_pictures: Theme) -> None:
        for part in (self.teller, self.ranking):
            part.show_theme(theme)
        for part in (self.pictures, self.charts):
            part.show_theme(of_pictures)
        self.pictures.set_legend(self._lecture)

    def arrange(self) -> None:
        """Take back the line that the person has drawn."""
        self._by_hand = False
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        if self._by_hand:
            return
        whole = self.width()
        side = min(current().px(SIDE), MOST * whole) + max(0.0, WIDER * (whole - AT_1280))
        side = round(IN_LECTURE * whole if self._lecture else side)
        self.setSizes([whole - side, side])

    def _moved_by_hand(self, *_: int) -> None:
        self._by_hand = True


def _column(*parts: QWidget) -> QWidget:
    column = QWidget()
    rows = QVBoxLayout(column)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(GAP)
    for place, part in enumerate(parts):
        rows.addWidget(part, 0 if place else 1)
    return column
