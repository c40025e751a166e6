"""Which picture of weight space is in front: the sheet from above, in three dimensions, in slices, or a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget

from app.look import theme as look
from app.look.theme import CAPTION, Theme
from app.views.surface import gl
from app.views.surface.choice import MAP
from app.views.surface.map import SurfaceMap
from app.views.surface.seen import Seen
from core.frames import Frame

if TYPE_CHECKING:
    from app.views.surface.cover import Cover
    from app.views.surface.relief import SurfaceRelief
    from app.views.surface.slices import SurfaceSlices

MARGIN = 6  # px between a corner of the picture and the line in it


class SurfacePages(QStackedWidget):
    """The pictures in three dimensions and in slices are made when somebody wants them: `relief_made(SurfaceRelief)`,
    `slices_made(SurfaceSlices)`."""

    relief_made = Signal(object)
    slices_made = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.map = SurfaceMap()
        self.relief: SurfaceRelief | None = None
        self.slices: SurfaceSlices | None = None
        self._cover: Cover | None = None
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence.setProperty("role", "sentence")
        self.sentence.setMargin(16)
        for page in (self.map, self.sentence):
            self.addWidget(page)
        self._theme = look.current()

    def show_theme(self, theme: Theme) -> None:
        """Take over colours and text scale."""
        self._theme = theme
        for page in (self.map, self.relief, self.slices):
            if page is not None:
                page.show_theme(theme)

    def show_seen(self, seen: Seen, mode: str) -> bool:
        """The sheet from above or in three dimensions; False where there is no OpenGL for it."""
        page = self.map if mode == MAP else self._relief()
        if page is None:
            return False
        page.show_seen(seen)
        self.setCurrentWidget(page)
        return True

    def show_slices(
        self, frame: Frame, log: bool, held: tuple[float, float] | None, heights: tuple[float, float] | None
    ) -> None:
        """The sheet along its two directions, between losses that are given, or its own."""
        slices = self._slices()
        slices.show_frame(frame, log, held, self._theme, heights)
        self.setCurrentWidget(slices)

    def tell(self, sentence: str) -> None:
        """A sentence in the place of a picture."""
        self.sentence.setText(sentence)
        self.setCurrentWidget(self.sentence)

    def room(self) -> QRect:
        """Where the picture in front has its sheet."""
        if self.currentWidget() is not self.map:
            return self.rect()
        room = self.map.room
        return QRect(QPoint(int(room.left()), int(room.top())), QPoint(int(room.right()), int(room.bottom())))

    def look_again(self) -> None:
        """The camera as at first."""
        if self.relief is not None:
            self.relief.look_again()

    def _relief(self) -> SurfaceRelief | None:
        """The picture in three dimensions; None where there is no OpenGL."""
        if self.relief is None and not gl.refusal():
            from app.views.surface.cover import cover
            from app.views.surface.relief import SurfaceRelief

            self.relief = SurfaceRelief()
            self.relief.show_theme(self._theme)
            self._cover = cover(self, self.relief)
            self.addWidget(self.relief)
            self.relief_made.emit(self.relief)
        return self.relief

    def _slices(self) -> SurfaceSlices:
        """The picture of the two directions."""
        if self.slices is None:
            from app.views.surface.slices import SurfaceSlices

            self.slices = SurfaceSlices()
            self.slices.show_theme(self._theme)
            self.addWidget(self.slices)
            self.slices_made.emit(self.slices)
        return self.slices


class Readout(QLabel):
    """A line in that corner of the picture in which the cursor is not."""

    def __init__(self, pages: SurfacePages) -> None:
        super().__init__(pages)
        self._pages = pages
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        pages.relief_made.connect(self._come_forward)
        pages.slices_made.connect(self._come_forward)

    def show_theme(self, theme: Theme) -> None:
        """Take over colours and text scale."""
        self.setStyleSheet(
            f"background: {theme.raised}; color: {theme.text}; border: 1px solid {theme.border}; border-radius: 4px;"
            f" padding: 1px 7px; font-size: {theme.px(CAPTION + 1)}px;"
        )

    def say(self, text: str, spot: QPointF) -> None:
        """The line, while the cursor is at `spot`; none: it goes."""
        self.setVisible(bool(text))
        if not text:
            return
        self.setText(text)
        self.adjustSize()
        room = self._pages.room()
        left, top = room.left() + MARGIN, room.top() + MARGIN
        under = spot.y() < top + 2 * self.height() and spot.x() < left + self.width() + 24
        self.move(left, room.bottom() - self.height() - MARGIN if under else top)
        self._come_forward()  # whichever picture came to the front last lies over it otherwise

    def _come_forward(self, _page: object = None) -> None:
        self.raise_()
