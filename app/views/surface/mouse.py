"""The mouse on either picture of the surface: it drags the ball, clicks a place, or reads what is under it."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

REACH = 15.0  # px from the ball within which the mouse means it
STILL = 4.0  # px that a click may move


class Picture(Protocol):
    """What the mouse needs to know of a picture."""

    def place_at(self, spot: QPointF) -> tuple[float, float] | None: ...

    def ball_spot(self) -> QPointF | None: ...


class Mouse(QObject):
    """Watches one picture. `pointed(place or None, QPointF)`, `clicked(place)`, `doubled(place)`, `dragged(place)`,
    `dropped()`, `near(bool)`."""

    pointed = Signal(object, QPointF)
    clicked = Signal(object, QPointF)
    doubled = Signal(object)
    dragged = Signal(object)
    dropped = Signal()
    near = Signal(bool)

    def __init__(self, picture: QWidget, places: Picture, parent: QObject) -> None:
        super().__init__(parent)
        self._picture, self._places = picture, places
        self.free = True  # to take the ball and to choose a place for it
        self.holds = False
        self._is_near = False
        self._pressed_at: QPointF | None = None
        picture.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Leave:
            self._turn_near(False)
            self.pointed.emit(None, QPointF())
        elif isinstance(event, QMouseEvent):
            if kind == QEvent.Type.MouseMove:
                return self._moved(event)
            if event.button() == Qt.MouseButton.LeftButton:
                return self._button(kind, event.position())
        return False

    def _button(self, kind: QEvent.Type, spot: QPointF) -> bool:
        if kind == QEvent.Type.MouseButtonPress:
            return self._pressed(spot)
        if kind == QEvent.Type.MouseButtonRelease:
            return self._released(spot)
        if kind == QEvent.Type.MouseButtonDblClick:
            place = self._places.place_at(spot)
            if place is not None and self.free:
                self.doubled.emit(place)
            return True
        return False

    def _pressed(self, spot: QPointF) -> bool:
        self._pressed_at = spot
        self.holds = self._on_ball(spot)
        return self.holds

    def _moved(self, event: QMouseEvent) -> bool:
        spot = event.position()
        place = self._places.place_at(spot)
        if self.holds and self.free and event.buttons() & Qt.MouseButton.LeftButton:
            if place is not None:
                self.dragged.emit(place)
                self.pointed.emit(place, spot)
            return True
        self._turn_near(self._on_ball(spot))
        self.pointed.emit(None if event.buttons() else place, spot)
        return False

    def _released(self, spot: QPointF) -> bool:
        if self.holds:
            self.holds = False
            self.dropped.emit()
            return True
        pressed, self._pressed_at = self._pressed_at, None
        place = self._places.place_at(spot)
        if self.free and pressed is not None and place is not None and (spot - pressed).manhattanLength() <= STILL:
            self.clicked.emit(place, spot)
        return False

    def _on_ball(self, spot: QPointF) -> bool:
        ball = self._places.ball_spot()
        return self.free and ball is not None and (spot - ball).manhattanLength() <= REACH

    def _turn_near(self, near: bool) -> None:
        if near != self._is_near:
            self._is_near = near
            self._picture.setCursor(Qt.CursorShape.OpenHandCursor if near else Qt.CursorShape.CrossCursor)
            self.near.emit(near)
