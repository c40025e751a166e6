"""What the hand does on the pictures of weight space: it holds the network, or offers to put it elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.documents.intents import PutAt
from app.views.surface.mouse import Mouse, Picture
from app.views.surface.pages import SurfacePages
from app.views.surface.plane import vector_at
from core.frames import Frame

if TYPE_CHECKING:
    from app.views.surface.relief import SurfaceRelief
    from app.views.surface.slices import SlicePanel, SurfaceSlices

Place = tuple[float, float]


class Grip(QObject):
    """`taken()` and `dropped()` begin and end a drag, `intent(PutAt)` says where the network is to be,
    `pointed(place or None, QPointF)` what is under the cursor, `changed()` that the picture is to be drawn anew."""

    taken = Signal()
    dropped = Signal()
    intent = Signal(object)  # app.documents.intents.Intent
    pointed = Signal(object, QPointF)
    changed = Signal()

    def __init__(self, pages: SurfacePages, parent: QObject) -> None:
        super().__init__(parent)
        self._pages = pages
        self.frame: Frame | None = None  # the one that is drawn
        self.held: Place | None = None  # where the hand holds the ball
        self.near = False
        self.target: Place | None = None  # where it was clicked
        self.offer = QPushButton("Put the network here", pages)
        self.offer.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.offer.hide()
        self.offer.clicked.connect(self._put_target)
        self._free = True  # no file holds the weights where they are
        self._hands: list[Mouse] = []
        self._watch(pages.map, pages.map)
        self._panels: dict[Mouse, SlicePanel] = {}
        pages.relief_made.connect(self._take_relief)
        pages.slices_made.connect(self._take_slices)

    def _watch(self, widget: QWidget, picture: Picture) -> Mouse:
        widget.setMouseTracking(True)
        hand = Mouse(widget, picture, self)
        hand.free = self._free
        self._hands.append(hand)
        hand.pointed.connect(self.pointed)
        hand.clicked.connect(self._click)
        hand.doubled.connect(self._put)
        hand.dragged.connect(self._drag)
        hand.dropped.connect(self._drop)
        hand.near.connect(self._approach)
        return hand

    def _take_relief(self, relief: SurfaceRelief) -> None:
        self._watch(relief, relief)
        self.offer.raise_()

    def _take_slices(self, slices: SurfaceSlices) -> None:
        self._panels = {self._watch(panel.viewport(), panel): panel for panel in slices.panels}
        self.offer.raise_()

    def set_free(self, free: bool) -> None:
        """Whether the network may be put elsewhere: else the hand only reads."""
        self._free = free
        for hand in self._hands:
            hand.free = free
        if not free:
            self.held = None
            self.withdraw()

    @property
    def lit(self) -> bool:
        """Whether the ball is in the hand, or the hand near it."""
        return self.near or self.held is not None

    def withdraw(self) -> None:
        """Take the offer away."""
        if self.target is not None or not self.offer.isHidden():
            self.target = None
            self.offer.hide()
            self.changed.emit()

    def _drag(self, place: Place) -> None:
        """The network follows the hand, and with it every other picture."""
        if self.frame is None or not self.frame.arrays:
            return
        if self.held is None:
            self.withdraw()
            self.held = place
            self.taken.emit()
        self.held = place
        self.intent.emit(PutAt(vector_at(self.frame, place), drag=True))
        self.changed.emit()

    def _drop(self) -> None:
        if self.held is not None:
            place, self.held = self.held, None
            self._put_at(place)
            self.dropped.emit()
            self.changed.emit()

    def _put(self, place: Place) -> None:
        self._put_at(place)
        self.withdraw()

    def _put_at(self, place: Place) -> None:
        if self.frame is not None and self.frame.arrays:
            self.intent.emit(PutAt(vector_at(self.frame, place), drag=False))

    def _put_target(self) -> None:
        if self.target is not None:
            self._put(self.target)

    def _click(self, place: Place, spot: QPointF) -> None:
        """A click offers to put the network there; another click elsewhere takes the offer along."""
        self.target = place
        self.offer.adjustSize()
        room = self._pages.rect()
        x = min(max(int(spot.x()) + 12, 4), room.width() - self.offer.width() - 4)
        low = spot.y() + 16 + self.offer.height() < room.height()
        y = int(spot.y()) + 12 if low else int(spot.y()) - self.offer.height() - 12
        self.offer.move(self._offset_of(self.sender()) + QPointF(x, max(y, 2)).toPoint())
        self.offer.show()
        self.offer.raise_()
        self.changed.emit()

    def _offset_of(self, hand: QObject) -> QPoint:
        """Where the picture lies that was clicked: a slice is one of two."""
        panel = next((panel for known, panel in self._panels.items() if known is hand), None)
        return panel.mapTo(self._pages, QPoint(0, 0)) if panel is not None else QPoint(0, 0)

    def _approach(self, near: bool) -> None:
        self.near = near
        self.changed.emit()
