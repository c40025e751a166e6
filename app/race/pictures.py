"""The terrain in both views: from above, in three dimensions, or side by side; the second is built when somebody asks
for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from app.look import theme as look
from app.look.theme import Theme
from app.race.map import RaceMap, Told
from app.race.runs import Run
from app.views.surface import gl
from app.views.surface.mouse import Mouse
from app.widgets.limited import limited
from app.widgets.segments import Segments
from core.race import Race
from core.race.heights import Heights

if TYPE_CHECKING:
    from app.race.relief import RaceRelief
    from app.views.surface.cover import Cover

VIEWS = {"map": "Map", "relief": "3-D", "both": "Both"}
WIDE = 1.45  # times as wide as high: then both stand side by side rather than below each other


class Pictures(QWidget):
    """`started(x, y)` while the start is in the hand, `finished()`, `picked(number)` a ball, `view_chosen(name)`."""

    started = Signal(float, float)
    finished = Signal()
    picked = Signal(int)
    view_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = look.current()
        self.map = RaceMap()
        self.relief: RaceRelief | None = None
        self._cover: Cover | None = None
        self._heights: Heights | None = None
        self._runs: tuple[Run, ...] = ()
        self._place, self._selected = 0.0, 0
        self._guess = self._legend = False
        self._view = "map"  # what is shown; the switch says it too, and it moves before anybody is asked
        self.switch = Segments("Picture", VIEWS, 22)
        self.switch.chosen.connect(self.view_chosen)
        self.title, self.under = QLabel(), QLabel()
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.title.installEventFilter(self)
        self.words = ""
        self.under.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.refusal = QLabel()
        self.refusal.setWordWrap(True)
        self.refusal.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.refusal.setProperty("role", "sentence")
        self.refusal.hide()
        self.title.setContentsMargins(10, 6, 10, 0)
        head = QHBoxLayout()
        head.setContentsMargins(10, 2, 10, 2)
        head.setSpacing(10)
        head.addWidget(self.under, 1)
        head.addWidget(limited(self.switch, "race.view"))
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.map)
        self.splitter.addWidget(self.refusal)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 4)
        rows.setSpacing(0)
        rows.addWidget(self.title)
        rows.addLayout(head)
        rows.addWidget(self.splitter, 1)
        for signal, target in (
            (self.map.started, self.started),
            (self.map.finished, self.finished),
            (self.map.picked, self.picked),
        ):
            signal.connect(target)
        self.map.pointed.connect(self.under.setText)

    # Which picture

    def next_view(self) -> None:
        names = list(VIEWS)
        self.view_chosen.emit(names[(names.index(self._view) + 1) % len(names)])

    def show_view(self, name: str) -> None:
        """Map, relief or both; without OpenGL a sentence stands in the relief's place."""
        name = name if name in VIEWS else "map"
        self.switch.set_value(name)
        if name == self._view:
            return
        self._view = name
        self.map.setVisible(name != "relief")
        refusal = gl.refusal() if name != "map" else ""
        if name != "map" and not refusal and self.relief is None:
            self._build_relief()
        self.refusal.setText(refusal)
        self.refusal.setVisible(bool(refusal))
        if self.relief is not None:
            self.relief.setVisible(name != "map")
        self.set_legend(self._legend)
        self._arrange()

    def _build_relief(self) -> None:
        from app.race.relief import RaceRelief
        from app.views.surface.cover import cover

        self.relief = RaceRelief()
        self._cover = cover(self, self.relief)
        Mouse(self.relief, self.relief, self.relief).pointed.connect(self._point)
        self.splitter.addWidget(self.relief)
        self.relief.show_theme(self.theme)
        self.relief.show_heights(self._heights)
        self.relief.set_guess(self._guess)
        self.relief.show_runs(self._runs, self._selected)
        self.relief.show_place(self._place)

    def _point(self, place: tuple[float, float] | None, _spot: QPointF) -> None:
        """The value under the mouse in three dimensions, as on the map."""
        self.under.setText(self.map.words_at(place) if place is not None else "")

    def _arrange(self) -> None:
        along = Qt.Orientation.Horizontal if self.width() >= WIDE * self.height() else Qt.Orientation.Vertical
        self.splitter.setOrientation(along)
        half = (self.splitter.width() if along is Qt.Orientation.Horizontal else self.splitter.height()) // 2
        self.splitter.setSizes([half] * self.splitter.count())

    def limits(self) -> tuple[float, float]:
        """Between which heights the terrain is drawn."""
        return (self._heights.low, self._heights.high) if self._heights is not None else (0.0, 1.0)

    # Showing

    def show_heights(self, heights: Heights | None) -> None:
        self._heights = heights
        self.map.show_heights(heights)
        if self.relief is not None:
            self.relief.show_heights(heights)

    def show_runs(self, runs: tuple[Run, ...], race: Race, selected: int) -> None:
        self._runs, self._selected = runs, selected
        self.words = f"{race.terrain.label}:  f = {race.terrain.equation}"
        self._write_title()
        self.map.show_runs(runs, race.start, selected)
        if self.relief is not None:
            self.relief.show_runs(runs, selected)

    def show_place(self, place: float) -> None:
        self._place = place
        self.map.show_place(place)
        if self.relief is not None and self.relief.isVisible():
            self.relief.show_place(place)

    def show_told(self, told: Told) -> None:
        self.map.show_told(told)

    def set_guess(self, on: bool) -> None:
        """Nothing of what lies ahead is drawn."""
        self._guess = on
        self.map.set_guess(on)
        if self.relief is not None:
            self.relief.set_guess(on)

    def set_legend(self, on: bool) -> None:
        """Names on a picture itself, where the recipe does not tell them: on the map where there is one."""
        self._legend = on
        self.map.set_legend(on)
        if self.relief is not None:
            self.relief.labels.set_legend(on and self._view == "relief")

    def show_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.title.setFont(theme.font(13, bold=True))
        self.under.setFont(theme.digits(look.BASE))
        self.switch.updateGeometry()
        self.map.show_theme(theme)
        if self.relief is not None:
            self.relief.show_theme(theme)
        self.update()

    def resizeEvent(self, event: object) -> None:
        self._arrange()
        self._write_title()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What stands at the right takes room from the title."""
        if event.type() == QEvent.Type.Resize:
            self._write_title()
        return False

    def _write_title(self) -> None:
        """Terrain and formula as far as there is room; all of it in the tip."""
        self.title.setText(
            self.title.fontMetrics().elidedText(
                self.words, Qt.TextElideMode.ElideRight, self.title.contentsRect().width()
            )
        )
        self.title.setToolTip(self.words)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self.theme.surface))
        painter.end()
