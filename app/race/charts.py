"""Three charts over the updates: the value, the distance to the nearest minimum, the length of each step."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.look import theme as look
from app.look.theme import Theme
from app.race.colours import colour_of, dashes_of
from app.race.figures import figure
from app.views.drawing.plot import Plot, pen
from core.frozen import frozen

SMALLEST, LARGEST = 1e-12, 1e12  # what a logarithmic axis shows at most
AHEAD = 0.4  # how strongly the part beyond the playhead is drawn


@frozen
class Line:
    """One racer's curve: `y` (n + 1,) over the updates 0 … n, its colour index."""

    key: int
    name: str
    colour: int
    y: np.ndarray


class Chart(QWidget):
    """A few curves, logarithmic unless limits are given, with a line at the update that is shown; `sought(update)`
    where it is clicked or dragged."""

    sought = Signal(float)

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.theme = look.current()
        self._title = title
        self.title = QLabel(title)
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.plot = Plot(title)
        self.plot.set_log(False, True)
        self.cross = pg.InfiniteLine(angle=90, movable=False)
        self.plot.addItem(self.cross)
        self.curves: list[tuple[Any, Any]] = []  # travelled, ahead
        self._lines: tuple[Line, ...] = ()
        self._heights: list[np.ndarray] = []  # of the lines, as they are drawn
        self._colours: list[int] = []
        self._place, self._last = 0.0, 1
        self._limits: tuple[float, float] | None = None
        self._guess = False
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 6, 10, 2)
        box.setSpacing(0)
        box.addWidget(self.title)
        box.addWidget(self.plot, 1)
        self.plot.viewport().installEventFilter(self)
        self.empty = QLabel(self)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setProperty("role", "sentence")
        self.empty.hide()

    # Showing

    def set_scale(self, title: str, limits: tuple[float, float] | None) -> None:
        """What is drawn; between limits it is drawn as it is, without them as its logarithm."""
        self._title, self._limits = title, limits
        self._say_title()
        self.plot.set_log(False, limits is None)

    def _say_title(self) -> None:
        """What is drawn; where a curve leaves the picture, that it does."""
        beyond = self._limits is None and any(np.nanmax(line.y, initial=0.0) > LARGEST for line in self._lines)
        self.title.setText(f"{self._title} (↑ beyond 10¹², drawn at the edge)" if beyond else self._title)

    def set_guess(self, on: bool) -> None:
        """Nothing of what lies ahead is drawn, or told."""
        self._guess = on
        self._draw()

    def show_lines(self, lines: tuple[Line, ...], last: int, empty: str = "") -> None:
        """Draw these curves over `last` updates; `empty` says why there are none."""
        self._lines, self._last = lines, max(last, 1)
        self._heights = [self._scaled(line.y) for line in lines]
        self._say_title()
        while len(self.curves) < len(lines):
            pair = tuple(pg.PlotCurveItem(connect="finite") for _ in range(2))
            for item in pair:
                self.plot.addItem(item)
            self.curves.append(pair)  # type: ignore[arg-type]
        colours = [line.colour for line in lines]
        if colours != self._colours:
            self._colours = colours
            self._dress_curves()
        self._frame()
        self._draw()
        self.cross.setVisible(not empty)
        self.empty.setText(empty)
        self.empty.setVisible(bool(empty))

    def show_place(self, place: float) -> None:
        """The line moves; the curves are parted anew where it has passed an update."""
        passed = int(place + 1e-9) != int(self._place + 1e-9)
        self._place = place
        if passed:
            self._draw()
        else:
            self.cross.setValue(place)

    def show_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.plot.dress(theme)
        self.title.setFont(theme.font(12, bold=True))
        self.cross.setPen(pen(theme.muted, 1.2 * theme.scale))
        self._dress_curves()
        self._draw()

    def _dress_curves(self) -> None:
        for (travelled, ahead), line in zip(self.curves, self._lines, strict=False):
            for item, share in ((travelled, 1.0), (ahead, AHEAD)):
                colour = look.mix(self.theme.surface, colour_of(line.colour), share)
                made = QPen(QColor(colour), (2.2 if share == 1 else 1.6) * self.theme.scale)
                made.setCosmetic(True)
                if dashes_of(line.colour):
                    made.setDashPattern(dashes_of(line.colour))
                item.setPen(made)
        for pair in self.curves[len(self._lines) :]:
            for item in pair:
                item.setData([], [])

    def _draw(self) -> None:
        place = int(self._place + 1e-9)
        for (travelled, ahead), y in zip(self.curves, self._heights, strict=False):
            x = np.arange(len(y))
            travelled.setData(x[: place + 1], y[: place + 1])
            ahead.setData(*((x[place:], y[place:]) if not self._guess else ([], [])))
        self.cross.setValue(self._place)

    def _scaled(self, y: np.ndarray) -> np.ndarray:
        if self._limits is None:
            return logarithms(y)
        low, high = self._limits
        with np.errstate(invalid="ignore"):
            return np.clip(y, low - (high - low), high + (high - low))

    def _frame(self) -> None:
        if self._limits is not None:
            self.plot.frame_to(0, self._last, *self._limits)
            return
        found = np.concatenate(self._heights) if self._heights else np.zeros(0)
        found = found[np.isfinite(found)]
        low, high = (float(found.min()), float(found.max())) if len(found) else (-1.0, 1.0)
        low, high = max(low, high - 14.0), high
        room = max(0.06 * (high - low), 0.15)
        self.plot.frame_to(0, self._last, low - room, high + room)

    # The mouse

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove):
            x, _ = self.plot.data_at(event.position())
            if event.buttons() & Qt.MouseButton.LeftButton:
                self.sought.emit(float(round(min(max(x, 0), self._last))))
            self.setToolTip(self.words_at(round(x)))
        return super().eventFilter(watched, event)

    def words_at(self, update: int) -> str:
        """What the curves are at an update, one racer a line."""
        found = [
            f"{line.name}: {figure(float(line.y[update]))}"
            for line in self._lines
            if 0 <= update < len(line.y) and not (self._guess and update > self._place)
        ]
        return "\n".join([f"Update {update:,}", *found]) if found else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self.theme.surface))
        painter.end()

    def resizeEvent(self, event: object) -> None:
        self.empty.setGeometry(self.plot.geometry().adjusted(Plot.left_room(self.theme) + 8, 4, -8, -24))


def logarithms(values: np.ndarray) -> np.ndarray:
    """log10 for drawing; nan where there is none, bounded where a value explodes."""
    with np.errstate(divide="ignore", invalid="ignore"):
        found = np.log10(np.minimum(np.asarray(values, dtype=float), LARGEST))
    return np.where(np.isfinite(found) & (found > math.log10(SMALLEST)), found, np.nan)


class Charts(QWidget):
    """The three of them, below each other."""

    sought = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self.value, self.distance, self.steps = (
            Chart("Value f(x, y)"),
            Chart("Distance to the nearest minimum"),
            Chart("Length of the step"),
        )
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        for chart in self.all:
            self._box.addWidget(chart, 1)
            chart.sought.connect(self.sought)
        self._alone = False
        self.steps.plot.name_axes("Update", "", look.current())

    @property
    def all(self) -> tuple[Chart, ...]:
        return self.value, self.distance, self.steps

    def show_alone(self, alone: bool) -> None:
        """The value without the others; it names the axis that the last of them does otherwise."""
        self._alone = alone
        for chart in (self.distance, self.steps):
            chart.setVisible(not alone)
        self.value.plot.name_axes("Update" if alone else "", "", look.current())

    def set_guess(self, on: bool) -> None:
        for chart in self.all:
            chart.set_guess(on)

    def show_place(self, place: float) -> None:
        for chart in self.all:
            chart.show_place(place)

    def show_theme(self, theme: Theme) -> None:
        for chart in self.all:
            chart.show_theme(theme)
        bare = theme.px(20)
        for chart in (self.distance, *(() if self._alone else (self.value,))):
            chart.plot.bottom.setHeight(bare)
