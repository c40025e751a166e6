"""The opening gallery: ten cards in the order of a first lesson, then all the others; it lies over the window."""

from __future__ import annotations

import pathlib

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.keys import forbid_click_focus
from app.panels.base import Panel
from app.panels.gallery_card import WIDTH, GalleryCard
from app.panels.presets import PRESETS, STRIPS, Card, read_shelves
from app.theme import Theme

COLUMNS = 5
GAP, MARGIN = 16, 24
SHADE = 130  # of 255: how dark the window behind becomes


class Gallery(Panel):
    """Lies over its parent while it is open; `command("open_preset", name)` when a card is pressed."""

    def __init__(self, parent: QWidget | None = None, presets: pathlib.Path = PRESETS, strips: pathlib.Path = STRIPS) -> None:
        super().__init__(parent)
        self.setAccessibleName("Gallery")
        self._folders = presets, strips
        self._cards: dict[str, GalleryCard] = {}
        self._built = False
        self._loader = QTimer(self)
        self._loader.timeout.connect(self._load_one)
        self._columns = COLUMNS
        self._grids: list[tuple[QGridLayout, tuple[Card, ...]]] = []
        if parent is not None:
            parent.installEventFilter(self)
        self.hide()

    @property
    def cards(self) -> dict[str, GalleryCard]:
        """The cards by the name of their preset; they are built when they are first asked for."""
        if not self._built:
            self._built = True
            self._build()
            forbid_click_focus(self)
        return self._cards

    # Opening and closing

    def open(self) -> None:
        """Show it over the whole parent, the card to start with in focus."""
        cards = self.cards
        self._cover()
        self.show()
        self.raise_()
        first = next((card for card in cards.values() if card.card.start_here), next(iter(cards.values()), None))
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._loader.start(0)

    def close_gallery(self) -> None:
        self._loader.stop()
        self.hide()
        self.command.emit("gallery_closed", None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parentWidget() and event.type() == QEvent.Type.Resize and self.isVisible():
            self._cover()
        return False

    def show_theme(self, theme: Theme) -> None:
        super().show_theme(theme)
        for card in self._cards.values():
            card.updateGeometry()
            card.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the sheet closes the gallery."""
        if not self._sheet.geometry().contains(event.position().toPoint()):
            self.close_gallery()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -self._columns, Qt.Key.Key_Down: self._columns}
        if event.key() == Qt.Key.Key_Escape:
            self.close_gallery()
        elif event.key() in steps:
            self._walk(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(card := self.focusWidget(), GalleryCard):
            card.click()
        else:
            super().keyPressEvent(event)

    # Building

    def _build(self) -> None:
        found = read_shelves(*self._folders)
        self._sheet = QFrame(self)
        self._sheet.setProperty("panel", "surface")
        rows = QVBoxLayout(self._sheet)
        rows.setContentsMargins(0, MARGIN - 4, 0, 0)
        rows.setSpacing(12)
        rows.addLayout(self._head())
        content = QWidget()
        content.setObjectName("gallery_content")
        content.setStyleSheet("#gallery_content { background: transparent; }")
        shelves = QVBoxLayout(content)
        shelves.setContentsMargins(MARGIN, 4, MARGIN, MARGIN)
        shelves.setSpacing(GAP)
        shelves.addLayout(self._shelf(found.opening))
        if found.others:
            heading = QLabel("All")
            heading.setProperty("role", "title")
            shelves.addWidget(heading)
            shelves.addLayout(self._shelf(found.others))
        shelves.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidget(content)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        rows.addWidget(self._scroll, 1)

    def _head(self) -> QHBoxLayout:
        title = QLabel("What would you like to see learn?")
        title.setProperty("role", "title")
        close = QPushButton("Close")
        close.setToolTip("Back to the lab (Esc)")
        close.clicked.connect(self.close_gallery)
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, 0, MARGIN, 0)
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(close)
        return head

    def _shelf(self, cards: tuple[Card, ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(GAP)
        for position, card in enumerate(cards):
            button = GalleryCard(card)
            button.clicked.connect(self._open_pressed)
            self._cards[card.name] = button
            grid.addWidget(button, position // COLUMNS, position % COLUMNS)
        grid.setColumnStretch(COLUMNS, 1)
        self._grids.append((grid, cards))
        return grid

    def _cover(self) -> None:
        """Lie over the whole parent, with as many columns as fit."""
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        card = self.theme.px(WIDTH) + GAP
        bar = 12
        columns = max(1, min(COLUMNS, (self.width() - 2 * MARGIN - 2 * GAP - bar + GAP) // card))
        self._arrange(columns)
        width = columns * card - GAP + 2 * MARGIN + bar
        height = self.height() - 2 * MARGIN
        self._sheet.setGeometry((self.width() - width) // 2, MARGIN, width, height)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for grid, cards in self._grids:
            for position, card in enumerate(cards):
                grid.addWidget(self.cards[card.name], position // columns, position % columns)

    # Happenings

    def paintEvent(self, event: QPaintEvent) -> None:
        shade = QColor("#000000")
        shade.setAlpha(SHADE)
        QPainter(self).fillRect(self.rect(), shade)

    def _open_pressed(self) -> None:
        card = self.sender()
        if isinstance(card, GalleryCard):
            self.close_gallery()
            self.command.emit("open_preset", card.card.name)

    def _walk(self, step: int) -> None:
        order = list(self.cards.values())
        focused = self.focusWidget()
        place = order.index(focused) if isinstance(focused, GalleryCard) else 0
        target = order[min(max(place + step, 0), len(order) - 1)]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.ensureWidgetVisible(target, 0, GAP)

    def _load_one(self) -> None:
        """Films are read one at a time between other events, so that the gallery is there at once."""
        if not any(card.load() for card in self.cards.values()):
            self._loader.stop()
