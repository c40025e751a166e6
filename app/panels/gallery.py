"""The opening gallery: ten cards in the order of a first lesson, then all the others in groups, with a search; it lies
over the window."""

from __future__ import annotations

import pathlib

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.look.theme import Theme, current
from app.panels.gallery_card import WIDTH, GalleryCard
from app.panels.presets import BESIDE, PRESETS, STRIPS, Card, read_shelves
from app.shell.keys import forbid_click_focus
from app.widgets.scrolling import VerticalScroll
from app.widgets.veil import MARGIN, Veil

COLUMNS = 5
GAP, BAR = 16, 12
SEARCH = 240  # px at a text scale of 1


class Gallery(Veil):
    """Lies over its window while it is open; `chosen(name)` when a card is pressed, `filled` when its
    pictures are all there."""

    chosen = Signal(str)
    filled = Signal()

    def __init__(self, window: QWidget, presets: pathlib.Path = PRESETS, strips: pathlib.Path = STRIPS) -> None:
        super().__init__(window)
        self.setAccessibleName("Gallery")
        self._folders = presets, strips
        self._cards: dict[str, GalleryCard] = {}
        self._built = False
        self._loader = QTimer(self)
        self._loader.timeout.connect(self._load_one)
        self._columns = COLUMNS
        self.shelves: list[tuple[QLabel, QGridLayout, tuple[Card, ...]]] = []
        self._wanted = ""

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
        """Show it over the whole window, the card to start with in focus."""
        cards = self.cards
        self.search.clear()
        self.spread()
        self._lay_out()
        first = next((card for card in cards.values() if card.card.start_here), next(iter(cards.values()), None))
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._loader.start(0)

    def _lay_out(self) -> None:
        """Qt takes shelves that were filled anew before they were ever seen for laid out."""
        shelves = self._shelves_box
        shelves.invalidate()
        shelves.activate()

    def shut(self) -> None:
        self._loader.stop()
        super().shut()

    def show_theme(self, theme: Theme) -> None:
        for card in self._cards.values():
            card.updateGeometry()
            card.update()
        if self._built:
            self.search.setFixedWidth(theme.px(SEARCH))
        if self.isVisible():
            self.cover()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._columns,
            Qt.Key.Key_Down: self._columns,
        }
        if event.key() in steps:
            self._walk(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif event.text().isprintable() and event.text().strip():
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
            self.search.insert(event.text())
        else:
            super().keyPressEvent(event)

    # Building

    def _build(self) -> None:
        found = read_shelves(*self._folders)
        rows = QVBoxLayout(self.sheet)
        rows.setContentsMargins(0, MARGIN - 4, 0, 0)
        rows.setSpacing(12)
        rows.addLayout(self._head())
        content = QWidget()
        shelves = self._shelves_box = QVBoxLayout(content)
        shelves.setContentsMargins(MARGIN, 4, MARGIN, MARGIN)
        shelves.setSpacing(GAP)
        for title, cards in (("A first lesson", found.opening), (BESIDE, found.beside), *found.groups):
            heading = QLabel(title)
            heading.setProperty("role", "title")
            shelves.addWidget(heading)
            shelves.addLayout(self._shelf(heading, cards))
        self.nothing = QLabel()
        self.nothing.setProperty("role", "sentence")
        self.nothing.setTextFormat(Qt.TextFormat.PlainText)
        self.nothing.hide()
        shelves.addWidget(self.nothing)
        shelves.addStretch(1)
        self._scroll = VerticalScroll(content)
        rows.addWidget(self._scroll, 1)

    def _head(self) -> QBoxLayout:
        """The title; beside it, or below where there is no room for both, the search with the way out."""
        title = self._title = QLabel("What would you like to see learn?")
        title.setProperty("role", "title")
        self.search = QLineEdit()
        self.search.setAccessibleName("Search the gallery")
        self.search.setPlaceholderText("Search: digits, LSTM, noise …")
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(current().px(SEARCH))
        self.search.textChanged.connect(self._find)
        close = QPushButton("Close")
        close.setToolTip("Back to the lab (Esc)")
        close.clicked.connect(self.shut)
        tools = self._tools = QHBoxLayout()
        tools.addStretch(1)
        tools.addWidget(self.search)
        tools.addWidget(close)
        head = self._heading = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.setContentsMargins(MARGIN, 0, MARGIN, 0)
        head.addWidget(title)
        head.addLayout(tools, 1)
        return head

    def _shelf(self, heading: QLabel, cards: tuple[Card, ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(GAP)
        for position, card in enumerate(cards):
            button = GalleryCard(card)
            button.clicked.connect(self._open_pressed)
            self._cards[card.name] = button
            grid.addWidget(button, position // COLUMNS, position % COLUMNS)
        grid.setColumnStretch(COLUMNS, 1)
        self.shelves.append((heading, grid, cards))
        return grid

    def place(self, room: QRect) -> QRect:
        """In the middle, with as many columns as fit."""
        card = current().px(WIDTH) + GAP
        columns = max(1, min(COLUMNS, (room.width() - 2 * GAP - BAR + GAP) // card))
        self._arrange(columns)
        width = columns * card - GAP + 2 * MARGIN + BAR
        needed = self._title.sizeHint().width() + self._tools.minimumSize().width() + GAP + 2 * MARGIN
        beside = needed <= width
        self._heading.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        return QRect(room.center().x() - width // 2, room.top(), width, room.height())

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        self._fill()

    def _fill(self) -> None:
        """The cards that are searched for, shelf by shelf, in so many columns."""
        for heading, grid, cards in self.shelves:
            found = [card for card in cards if card.answers(self._wanted)]
            for card in cards:
                self.cards[card.name].setVisible(card in found)
                grid.removeWidget(self.cards[card.name])
            for position, card in enumerate(found):
                grid.addWidget(self.cards[card.name], position // self._columns, position % self._columns)
            heading.setVisible(bool(found))
        none = not any(card.isVisibleTo(self) for card in self.cards.values())
        self.nothing.setText(f"No preset speaks of “{self._wanted}”.")
        self.nothing.setVisible(none)

    def _find(self, words: str) -> None:
        self._wanted = words.strip()
        self._fill()
        self._scroll.verticalScrollBar().setValue(0)

    def _enter(self) -> None:
        """Open the card in focus; from the search the first one that is found."""
        found = [card for card in self.cards.values() if card.isVisibleTo(self)]
        focused = self.focusWidget()
        card = focused if isinstance(focused, GalleryCard) else found[0] if self._wanted and found else None
        if card is not None:
            card.click()

    # Happenings

    def _open_pressed(self) -> None:
        card = self.sender()
        if isinstance(card, GalleryCard):
            self.shut()
            self.chosen.emit(card.card.name)

    def _walk(self, step: int) -> None:
        order = [card for card in self.cards.values() if card.isVisibleTo(self)]
        if not order:
            return
        focused = self.focusWidget()
        place = order.index(focused) if isinstance(focused, GalleryCard) and focused in order else -step
        target = order[min(max(place + step, 0), len(order) - 1)]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.ensureWidgetVisible(target, 0, GAP)

    def _load_one(self) -> None:
        """Films are read one at a time between other events, so that the gallery is there at once."""
        if not any(card.load() for card in self.cards.values()):
            self._loader.stop()
            self.filled.emit()
