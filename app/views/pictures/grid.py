"""A grid of pictures, each with what the network answers to it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.look.theme import CAPTION, Theme, current
from app.views.drawing.images import paint_image
from app.widgets.own_keys import OwnKeys
from app.widgets.telling import Telling
from core.frozen import frozen

SIDE, GAP, WORDS = 46, 6, 15  # px at a text scale of 1: a picture, the room between two, the line below


@frozen
class Card:
    """One picture: its sample number, the image, the answer in a few words, its certainty (nan: none), and whether it
    is wrong."""

    index: int
    image: QImage
    words: str
    certainty: float
    wrong: bool
    told: str

    def look(self, side: float) -> tuple[object, ...]:
        """What can be seen of it where a picture is `side` px wide."""
        bar = round(side * min(max(self.certainty, 0.0), 1.0)) if self.certainty == self.certainty else -1
        return self.index, id(self.image), self.words, self.wrong, bar


class PictureGrid(OwnKeys, Telling):
    """`chosen(index)` when a picture is pressed or reached by the arrow keys; stands in a scroll area."""

    own_keys = frozenset((Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down))
    picture = True

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = current()
        self.cards: tuple[Card, ...] = ()
        self.sample = -1
        self._lines = 1  # of words below each picture
        self._measured: tuple[object, tuple[int, float, int, int]] = (None, (1, 1.0, 0, 0))
        self.setAccessibleName("Pictures")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_cards(self, cards: tuple[Card, ...], sample: int, theme: Theme) -> None:
        """These pictures, of which the sample of that number is chosen."""
        before, same = self.cards, len(self.cards) == len(cards) and self.sample == sample and self.theme is theme
        lines = self._lines
        self.cards, self.sample, self.theme = cards, sample, theme
        self._lines = max((card.words.count("\n") + 1 for card in cards), default=1)
        self._fit()
        if not same or lines != self._lines:
            self.update()
            return
        side = self.cell(0).width()
        for place, (old, new) in enumerate(
            zip(before, cards, strict=True)
        ):  # painting all of them takes time from the learning
            if old.look(side) != new.look(side):
                self.update(self._room(place))

    def _room(self, place: int) -> QRect:
        """All that is painted of a picture, with its frame and its words."""
        return self.cell(place).adjusted(-3, -3, 3, self._measures()[3] + 2).toAlignedRect()

    @property
    def columns(self) -> int:
        return max(1, int((self.width() - self._gap) / (self.theme.px(SIDE) + self._gap)))

    @property
    def _gap(self) -> int:
        return self.theme.px(GAP)

    @property
    def words_height(self) -> int:
        """The height (px) of the words below a picture."""
        return self._lines * self.theme.px(WORDS)

    def cell(self, place: int) -> QRectF:
        """Where a picture stands, without its words."""
        columns, side, gap, words = self._measures()
        row, column = divmod(place, columns)
        return QRectF(gap + column * (side + gap), gap + row * (side + words + gap), side, side)

    def _measures(self) -> tuple[int, float, int, int]:
        """Columns, the side of a picture, the gap and the height of the words; worked out once for a width and a text
        scale."""
        key = (self.width(), self.theme.scale, self._lines)
        if key != self._measured[0]:
            columns, gap = self.columns, self._gap
            self._measured = key, (columns, (self.width() - gap * (columns + 1)) / columns, gap, self.words_height)
        return self._measured[1]

    def place_at(self, spot: QPointF) -> int | None:
        """Which picture is under a point."""
        return next(
            (
                place
                for place in range(len(self.cards))
                if self.cell(place).adjusted(0, 0, 0, self.words_height).contains(spot)
            ),
            None,
        )

    def _fit(self) -> None:
        last = self.cell(max(len(self.cards) - 1, 0))
        self.setMinimumHeight(round(last.bottom() + self.words_height + self._gap))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(300), self.minimumHeight())

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, seen = QPainter(self), event.region()
        for place, card in enumerate(self.cards):
            if seen.intersects(self._room(place)):
                self._paint_card(painter, self.cell(place), card)
        painter.end()

    def _paint_card(self, painter: QPainter, room: QRectF, card: Card) -> None:
        theme = self.theme
        paint_image(painter, room, card.image)
        chosen = card.index == self.sample
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(
            QPen(
                QColor(theme.accent if chosen else theme.negative if card.wrong else theme.border),
                3 if chosen else 2 if card.wrong else 1,
            )
        )
        painter.drawRect(room)
        if chosen and card.wrong:
            painter.setPen(QPen(QColor(theme.negative), 2))
            painter.drawRect(room.adjusted(3, 3, -3, -3))
        painter.setFont(theme.digits(CAPTION, bold=card.wrong))
        painter.setPen(QColor(theme.text if card.wrong else theme.muted))
        below = QRectF(room.left() - 3, room.bottom() + 1, room.width() + 6, theme.px(WORDS))
        metrics, wide = painter.fontMetrics(), int(below.width())
        for line in card.words.split("\n"):
            painter.drawText(
                below, Qt.AlignmentFlag.AlignCenter, metrics.elidedText(line, Qt.TextElideMode.ElideRight, wide)
            )
            below.translate(0, theme.px(WORDS))
        if np.isfinite(card.certainty):
            bar = QRectF(room.left(), room.bottom() - 3, room.width() * float(np.clip(card.certainty, 0, 1)), 3)
            painter.fillRect(bar, QColor(theme.negative if card.wrong else theme.accent))

    # The mouse and the keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position()) if event.button() == Qt.MouseButton.LeftButton else None
        if place is None:
            super().mousePressEvent(event)
        else:
            self.chosen.emit(self.cards[place].index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -self.columns, Qt.Key.Key_Down: self.columns}
        step = steps.get(Qt.Key(event.key()))
        if step is None or not self.cards:
            super().keyPressEvent(event)
            return
        now = next(
            (place for place, card in enumerate(self.cards) if card.index == self.sample), -step if step > 0 else 0
        )
        self.chosen.emit(self.cards[min(max(now + step, 0), len(self.cards) - 1)].index)

    def words_at(self, place: QPointF) -> str:
        found = self.place_at(place)
        return "" if found is None else self.cards[found].told
