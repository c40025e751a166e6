"""The mouse on the input space: it draws with a tool, chooses a sample, and reads what is under it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent

from app.documents.intents import ChooseSample, DrawPoints, ErasePoints
from app.views.boundary.answers import sentence
from app.views.boundary.area import Area
from app.views.boundary.brush import Stroke, Tool
from app.views.boundary.sample_words import sample_sentence
from app.views.boundary.samples import Samples
from core.families import Table
from core.frames import Frame
from core.frozen import frozen

REACH = 12.0  # px from a sample, at a text scale of 1, within which a click means it


@frozen
class Pointed:
    """What lies under the mouse: the frame that is drawn, its samples' table, the chosen one (−1: none) and the text
    scale."""

    frame: Frame
    table: Table | None
    chosen: int
    scale: float


class Pointer(QObject):
    """Watches the plot; `intent(value)` and `finished()` as a view's."""

    intent = Signal(object)
    finished = Signal()

    def __init__(self, area: Area, samples: Samples, parent: QObject) -> None:
        super().__init__(parent)
        self._area, self._plot, self._samples = area, area.plot, samples
        self.tool: Tool | None = None
        self._stroke: Stroke | None = None
        self._pointed: Pointed | None = None
        self._place: QPointF | None = None  # where the mouse rests
        self._plot.viewport().installEventFilter(self)

    def take(self, tool: Tool | None) -> None:
        """Draw with a tool; None: choose samples."""
        self.tool = tool

    def show_drawn(self, pointed: Pointed | None) -> None:
        """What is drawn now; None: nothing, and the mouse does nothing. What is read under a resting mouse is of it."""
        self._pointed = pointed
        if pointed is None:
            self._area.readout.hide()
        elif self._place is not None:
            self._read(self._place, pointed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind, pointed = event.type(), self._pointed
        if kind == QEvent.Type.Leave:
            self._place = None
            self._area.readout.hide()
        elif isinstance(event, QMouseEvent) and pointed is not None:
            if kind == QEvent.Type.MouseMove:
                self._moved(event, pointed)
            elif event.button() == Qt.MouseButton.LeftButton and kind in (
                QEvent.Type.MouseButtonPress,
                QEvent.Type.MouseButtonDblClick,
            ):
                self._pressed(event.position(), pointed)
                return True
            elif event.button() == Qt.MouseButton.LeftButton and kind == QEvent.Type.MouseButtonRelease:
                self._released()
                return True
        return super().eventFilter(watched, event)

    def _pressed(self, place: QPointF, pointed: Pointed) -> None:
        if self.tool is not None:
            self._stroke = Stroke(self.tool)
            self._draw(self._stroke, place)
            return
        found = self._sample_at(place, pointed)
        if found is not None or pointed.chosen >= 0:
            self.intent.emit(ChooseSample(None if found == pointed.chosen else found))  # a second click lets go

    def _moved(self, event: QMouseEvent, pointed: Pointed) -> None:
        if self._stroke is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._draw(self._stroke, event.position())
        self._place = event.position()
        self._read(self._place, pointed)

    def _released(self) -> None:
        if self._stroke is not None:
            self._stroke = None
            self.finished.emit()

    def _draw(self, stroke: Stroke, place: QPointF) -> None:
        """Go on with the stroke: new samples, or samples taken away."""
        if stroke.tool.eraser:
            reach = max(6.0, stroke.tool.size / 2)
            gone = self._samples.within(place, reach)
            if gone:
                self.intent.emit(ErasePoints(gone))
            return
        spots = [self._plot.data_at(QPointF(*spot)) for spot in stroke.points(place.x(), place.y())]
        label = () if stroke.tool.label is None else (stroke.tool.label,)
        drawn = tuple((*spot, *label) for spot in spots if self._inside(*spot))
        if drawn:
            self.intent.emit(DrawPoints(drawn))

    def _read(self, place: QPointF, pointed: Pointed) -> None:
        """Say what is under the cursor: a sample, else the answer."""
        x, y = self._plot.data_at(place)
        if not self._inside(x, y):
            self._area.readout.hide()
            return
        number = self._sample_at(place, pointed) if self.tool is None else None
        told = (
            sample_sentence(pointed.frame, pointed.table, number)
            if number is not None and pointed.table is not None
            else ""
        )
        self._area.show_readout(told or sentence(pointed.frame, x, y), place)

    def _sample_at(self, place: QPointF, pointed: Pointed) -> int | None:
        return self._samples.nearest(place, REACH * pointed.scale)

    def _inside(self, x: float, y: float) -> bool:
        (x0, x1), (y0, y1) = self._plot.box.viewRange()
        return x0 <= x <= x1 and y0 <= y <= y1
