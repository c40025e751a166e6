"""The picture of bent space: drawn from a course's buffers, from above or, where a space has three dimensions, from a
corner that a hand turns."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.documents.intents import ChooseSample
from app.look import theme as look
from app.look.theme import Theme
from app.views.bend import border, labels, paint
from app.views.bend.camera import Camera, Eye
from app.views.bend.course import Course, Place
from app.views.bend.matrix_box import Written, boxes, paint_matrices, written
from app.views.bend.shades import Swarm, Thread, swarms, threads
from app.views.bend.words import names
from app.views.boundary.samples import marker_size
from app.widgets.own_keys import OwnKeys

MARGIN, REACH, CLICK = 20, 12, 4  # px at a text scale of 1: around the picture; to a sample; of a press that is no drag
AIR = 0.08  # of the smaller side that the margin takes at most
PER_PX, PER_KEY = 0.5, 10.0  # degrees
NEARLY = 0.7  # share of the way to the last hidden layer from which the output's line comes up
TURNS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}


class BendCanvas(OwnKeys, QWidget):
    """`intent(ChooseSample)` when a sample is clicked, or let go of."""

    own_keys = frozenset(TURNS)
    picture = True

    intent = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = look.current()
        self.course: Course | None = None
        self.place = Place(0, 0, 0.0)
        self.eye = Eye()
        self.sample = -1
        self._test = False
        self._threads: tuple[Thread, ...] = ()
        self.swarms: tuple[Swarm, ...] = ()
        self._carried: border.Carried | None = None
        self._looks: tuple | None = None  # of the markers
        self._markers: tuple[QPixmap, ...] = ()
        self._pressed: QPointF | None = None
        self._turned = False
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # it paints its own background
        self.setAccessibleName("Space on its way through the layers")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # keys turn what has a depth

    # What is shown

    def show_course(self, course: Course, test: bool, theme: Theme) -> None:
        """Another frame; `test`: with the samples of the test part."""
        self.course, self._test, self.theme = course, test, theme
        self._threads = threads(course.frame, course.shape, theme) if course.shape else ()
        self.swarms = swarms(course.frame, test, theme)
        self._carried = border.carried(course.frame) if course.shape else None
        self.update()

    def show_place(self, place: Place) -> None:
        """Another place on the way."""
        self.place = place
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if self.is_deep else Qt.FocusPolicy.NoFocus)
        self.update()

    def show_sample(self, sample: int) -> None:
        """Ring one sample; −1: none."""
        self.sample = sample
        self.update()

    @property
    def matrices(self) -> tuple[Written, ...]:
        """What stands in the corner."""
        return written(self.course, self.place) if self.course is not None else ()

    @property
    def is_deep(self) -> bool:
        """Whether there is a depth that a hand can turn."""
        return self.course is not None and self.course.tilt(self.place) > 0

    def camera(self) -> Camera:
        """How the space is looked at now."""
        assert self.course is not None
        margin = min(self.theme.px(MARGIN), round(AIR * min(self.width(), self.height())))
        room = (margin, margin, max(self.width() - 2 * margin, 1), max(self.height() - 2 * margin, 1))
        return Camera.of(self.course.window(self.place), self.eye, self.course.tilt(self.place), room)

    def spots(self) -> np.ndarray:
        """Where the samples are, px (n, 2)."""
        assert self.course is not None
        return self.camera().see(self.course.spots(self.place))

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self.theme.surface))
        if self.course is not None and self.course.is_drawn(self.place):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint(painter, self.course)
        painter.end()

    def _paint(self, painter: QPainter, course: Course) -> None:
        camera, place, theme = self.camera(), self.place, self.theme
        paint.paint_axes(painter, camera, course.tilt(place), theme)
        if course.shape:
            points = course.points(place)
            paint.paint_threads(painter, self._threads, camera.see(points), theme)
            if self._carried is not None:
                paint.paint_border(painter, camera.see(self._carried.at(points)), theme)
        self._paint_cuts(painter, course, camera)
        corner, metrics = QPointF(theme.px(4), theme.px(4)), QFontMetrics(labels.name_font(theme))
        named = labels.name_spots(camera, names(course, place.nearest), QRectF(self.rect()), metrics)
        if not course.tilt(place):
            taken = [labels.box_of(spot, name, metrics) for spot, name in named]
            labels.paint_numbers(painter, camera, [*taken, *boxes(self.matrices, corner, theme)], theme)
        spots = camera.see(course.spots(place))
        paint.paint_samples(painter, self.swarms, self._drawn_markers(len(spots)), spots)
        for spot in spots[course.frame.arrays["index"] == self.sample][:1]:
            paint.paint_ring(painter, spot, theme)
        fade = abs(1 - 2 * place.share)
        labels.paint_names(painter, named, fade, theme)
        paint_matrices(painter, self.matrices, corner, theme)

    def _drawn_markers(self, count: int) -> tuple[QPixmap, ...]:
        """The marker of each swarm, drawn anew when the room has changed."""
        size = marker_size(self.theme, count, min(self.width(), self.height()))
        looks = self.theme, size, self.devicePixelRatioF(), tuple((each.colour, each.part) for each in self.swarms)
        if looks != self._looks:
            self._looks = looks
            self._markers = tuple(paint.marker(each, size, self.theme, looks[2]) for each in self.swarms)
        return self._markers

    def _paint_cuts(self, painter: QPainter, course: Course, camera: Camera) -> None:
        """The output's line in the last hidden layer, as it comes up and goes."""
        at, place = course.frame.info["border"], self.place
        if at not in (place.before, place.after):
            return
        far = 1 - place.share if place.after == at and place.share else place.share
        strength = 1 - far / (1 - NEARLY)
        if strength <= 0:
            return
        size = int(course.acts[at]["size"])
        for normal, offset, within in border.planes(course.frame):
            corners = border.cut(course.window_after(at), size, normal, offset, within)
            if len(corners):
                paint.paint_cut(painter, camera.see(corners), strength, self.theme)

    # What a hand does

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed, self._turned = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        way = event.position() - self._pressed
        if self.is_deep and (self._turned or way.manhattanLength() > self.theme.px(CLICK)):
            self._turned, self._pressed = True, event.position()
            self.turn(-way.x() * PER_PX, way.y() * PER_PX)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and not self._turned:
            self._choose(event.position())
        self._pressed = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        turn = TURNS.get(Qt.Key(event.key()))
        if turn is None or not self.is_deep:
            super().keyPressEvent(event)
            return
        self.turn(turn[0] * PER_KEY, turn[1] * PER_KEY)

    def turn(self, turn: float, height: float) -> None:
        """Look from elsewhere, so many degrees around and up."""
        self.eye = self.eye.moved(turn, height)
        self.update()

    def _choose(self, spot: QPointF) -> None:
        course = self.course
        if course is None or not course.is_drawn(self.place):
            return
        shown = np.concatenate([np.zeros(0, dtype=int), *(swarm.which for swarm in self.swarms)])
        away = np.hypot(*(self.spots()[shown] - (spot.x(), spot.y())).T)
        if not len(away) or away.min() > self.theme.px(REACH):
            return
        number = int(course.frame.arrays["index"][shown[away.argmin()]])
        self.intent.emit(ChooseSample(None if number == self.sample else number))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.update()
