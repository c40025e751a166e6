"""The terrain from above: heat map with contour lines, minima, whole paths, balls, and the start that can be
dragged."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from app.look import theme as look
from app.race import trails
from app.race.figures import figure
from app.race.runs import Run
from app.race.sheets import drawn, key_title
from app.race.told import SCALED, Told, times
from app.views.drawing.plot import say
from app.views.surface import paint
from app.views.surface.map import SurfaceMap
from app.views.surface.marks import Marks
from app.views.surface.seen import Seen
from core.race.heights import Heights

NO_MARKS = Marks(np.zeros((0, 2)), np.zeros(0, dtype=int), np.zeros(0), np.zeros(0))
GRASP = 14.0  # px around the start within which the hand takes it


class RaceMap(SurfaceMap):
    """`started(x, y)` while the start is clicked or dragged, `finished()` when it is let go; `pointed(x, y, value)`
    under the mouse."""

    started = Signal(float, float)
    finished = Signal()
    pointed = Signal(str)
    picked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("The terrain from above")
        self.heights: Heights | None = None
        self.runs: tuple[Run, ...] = ()
        self.place, self.selected = 0.0, 0
        self.start = (0.0, 0.0)
        self.told = Told()
        self._dragging = False
        self._near = False
        self._legend = False
        self._guess = False

    # Showing

    def set_legend(self, on: bool) -> None:
        """The racers' names with their learning rates in a corner."""
        self._legend = on
        self.update()

    def set_guess(self, on: bool) -> None:
        """Nothing of what lies ahead is drawn."""
        self._guess = on
        self.update()

    def show_heights(self, heights: Heights | None) -> None:
        """Another terrain; None where it cannot be drawn."""
        if heights is not self.heights:
            self.heights = heights
            self.show_seen(None if heights is None else Seen(drawn(heights), NO_MARKS, "x", "y", key_title(heights)))

    def show_runs(self, runs: tuple[Run, ...], start: tuple[float, float], selected: int) -> None:
        self.runs, self.start, self.selected = runs, start, selected
        self.update()

    def show_place(self, place: float) -> None:
        self.place = place
        self.update()

    def show_told(self, told: Told) -> None:
        changed = bool(told.phases or self.told.phases)
        self.told = told
        if changed:
            self.update()

    # Painting

    def _paint_marks(self, painter: QPainter, seen: Seen) -> None:
        for spot in self._spots(self.heights.terrain.traps if self.heights else ()):
            trails.paint_star(painter, spot, self.theme, hollow=True)
        for spot in self._spots(self.heights.terrain.minima if self.heights else ()):
            trails.paint_star(painter, spot, self.theme)
        shown = [
            run
            for run in self.runs
            if run.known and not run.hidden and (not self.told.phases or run.name == self.told.name)
        ]
        lines = {run.number: trails.line_of(self.spots_of(run.points), self.room) for run in shown}
        for run in sorted(shown, key=self._is_selected):
            trails.paint_trail(
                painter, lines[run.number], run, self.place, self.theme, self._guess or bool(self.told.phases)
            )
        taken = [trails.legend_place(shown, self.room, self.theme)] if self._legend else []
        if not self.told.phases:
            self._paint_start_handle(painter)
        for run in sorted(shown, key=self._is_selected):
            if not self.told.phases and (not self._guess or self.place >= len(lines[run.number]) - 2):
                trails.paint_exit(painter, lines[run.number], run, self.place, self.room, self.theme, taken)
            self._paint_racer(painter, run, lines[run.number])
        self._paint_told(painter)
        if self._legend:
            trails.paint_legend(painter, shown, self.room, self.theme)

    def _paint_ball(self, painter: QPainter, seen: Seen, room: QRectF) -> None:
        """The balls of the racers are painted among the marks."""

    def _is_selected(self, run: Run) -> bool:
        return run.number == self.selected

    def _paint_racer(self, painter: QPainter, run: Run, line: np.ndarray) -> None:
        spot = trails.ball_on(line, self.place)
        if spot is not None and self.room.adjusted(-6, -6, 6, 6).contains(spot):
            trails.paint_ball(painter, spot, run.colour, self.theme, run.number == self.selected)

    def _paint_start_handle(self, painter: QPainter) -> None:
        spot, size = self.spot_of(*self.start), (8.0 if self._near or self._dragging else 6.5) * self.theme.scale
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((paint.RIM, 4.2), (paint.WARM, 2.2)):
            painter.setPen(QPen(QColor(colour), width * self.theme.scale))
            painter.drawEllipse(spot, size, size)
        font = self.theme.font(look.CAPTION, bold=True)
        wide = QFontMetricsF(font).horizontalAdvance("start")
        right = spot.x() + size + 5 + wide < self.room.right()
        paint.halo_text(painter, spot + QPointF(size + 5 if right else -size - 5 - wide, -size), "start", font)

    def _paint_told(self, painter: QPainter) -> None:
        """The arrows of one update, each with its name and with what it is multiplied by; the newest name has the first
        choice of a place."""
        if self.seen is None:
            return
        a0, a1, b0, b1 = self.seen.sheet.extent
        px, side = (
            (self.room.width() / (a1 - a0), self.room.height() / (b1 - b0)),
            min(self.room.width(), self.room.height()),
        )
        words: list[tuple[QPointF, QPointF, str]] = []
        for phase in self.told.phases:
            if phase.mark == "arrow" and np.isfinite(phase.end).all():
                factor = self.told.factor(phase, px, side)
                end = [here + factor * (there - here) for here, there in zip(phase.start, phase.end, strict=True)]
                start = self.spot_of(*phase.start)
                tip = trails.within(start, self.spot_of(*end), self.room.adjusted(3, 3, -3, -3))
                trails.paint_arrow(painter, start, tip, self.told.colour, self.theme)
                words.append((start, tip, phase.title + times(factor)))
        taken: list[QRectF] = []
        if any(told.endswith(tuple("0123456789")) for _, _, told in words):
            corner = self.room.bottomLeft()
            self._paint_words(painter, corner, corner, SCALED, taken)
        for start, tip, told in reversed(words):
            self._paint_words(painter, start, tip, told, taken)

    def _paint_words(self, painter: QPainter, start: QPointF, end: QPointF, words: str, taken: list[QRectF]) -> None:
        font, room = self.theme.font(look.CAPTION + 1, bold=True), self.room
        metrics = QFontMetricsF(font)
        wide, high = metrics.horizontalAdvance(words), metrics.height()
        left = end.x() < start.x() and end.x() - wide - 8 > room.left()
        x = end.x() - wide - 8 if left else end.x() + 8
        y = end.y() if end.y() >= start.y() else end.y() - high
        place = QRectF(
            min(max(x, room.left() + 3), room.right() - wide - 3),
            min(max(y, room.top()), room.bottom() - high - 4),
            wide,
            high,
        )
        rows = (place.translated(0, rows * high) for rows in (0, 1, -1, 2, -2, 3, -3, 4, -4))
        free = [row for row in rows if room.contains(row) and not any(row.intersects(other) for other in taken)]
        if not free:
            return
        place = free[0]
        taken.append(place)
        paint.halo_text(painter, place.bottomLeft() - QPointF(0, metrics.descent()), words, font)

    def _spots(self, places: tuple[tuple[float, float], ...]) -> list[QPointF]:
        return [self.spot_of(*place) for place in places]

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        place = self.place_at(event.position())
        if place is None:
            return
        run = None if self._is_near(event.position()) else self._racer_at(event.position())
        if run is not None:
            self.picked.emit(run.number)
            return
        self._dragging = True
        self._say_start(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position())
        if self._dragging:
            self._say_start(place or self._bounded(event.position()))
        near = self._is_near(event.position())
        if near != self._near:
            self._near = near
            self.update()
        self.setCursor(
            Qt.CursorShape.OpenHandCursor
            if near or self._dragging
            else Qt.CursorShape.CrossCursor
            if place
            else Qt.CursorShape.ArrowCursor
        )
        self.pointed.emit(self.words_at(place) if place else "")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragging:
            self._dragging = False
            self.finished.emit()
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._near = False
        self.pointed.emit("")
        self.update()

    def words_at(self, place: tuple[float, float]) -> str:
        """Coordinates and value under the mouse."""
        if self.heights is None:
            return ""
        with np.errstate(all="ignore"):
            value = float(self.heights.terrain.value(*place))
        return f"x = {say(place[0])}, y = {say(place[1])}: f = {figure(value)}"

    def _say_start(self, place: tuple[float, float]) -> None:
        if self.seen is not None:
            a0, a1, b0, b1 = self.seen.sheet.extent
            self.started.emit(_rounded(place[0], a1 - a0), _rounded(place[1], b1 - b0))

    def _bounded(self, spot: QPointF) -> tuple[float, float]:
        """The place at the rim that is next to a spot beside the sheet."""
        room = self.room
        found = self.place_at(
            QPointF(
                min(max(spot.x(), room.left()), room.right() - 0.5), min(max(spot.y(), room.top()), room.bottom() - 0.5)
            )
        )
        return found or self.start

    def _is_near(self, spot: QPointF) -> bool:
        away = self.spot_of(*self.start) - spot if self.seen is not None else QPointF(99, 99)
        return abs(away.x()) + abs(away.y()) < GRASP * self.theme.scale

    def _racer_at(self, spot: QPointF) -> Run | None:
        """The ball under the hand."""
        for run in self.runs:
            if run.known and not run.hidden:
                ball = trails.ball_on(trails.line_of(self.spots_of(run.points), self.room), self.place)
                if ball is not None and abs(ball.x() - spot.x()) + abs(ball.y() - spot.y()) < GRASP * self.theme.scale:
                    return run
        return None


def _rounded(value: float, span: float) -> float:
    """As many digits as a hand can place: a thousandth of the picture."""
    return float(f"{round(value / span * 1000) * span / 1000:.4g}")
