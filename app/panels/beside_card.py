"""The card that asks what is to stand beside the run: a press on one of its offers, and both begin."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from app.look.theme import current
from app.panels.beside_offers import Offer, offers_beside
from core.experiment import Experiment

COLUMNS = 2
SHELF = "A run of the shelf …"
BOTH = (
    "All begin at update 0, and what differs between them is what you chose. They have the same luck, except with "
    "Other start or a run of the shelf that had other luck."
)


class BesideCard(QFrame):
    """`chosen(edits)`: these settings are to stand beside; `taken(run)`: a run that is there already, made anew
    beside it. Esc or a press outside closes it."""

    chosen = Signal(object)
    taken = Signal(str)

    def __init__(
        self,
        experiment: Experiment,
        lanes: Sequence[tuple[str, Experiment]],
        others: Sequence[tuple[str, str]],
        parent: QWidget,
    ) -> None:
        """`lanes` stand beside already, by letter and settings; `others` are runs of the window and of the shelf, by id
        and words."""
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        theme = current()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName("Beside it")
        self.setStyleSheet(f"BesideCard {{ background: {theme.raised}; border: 1px solid {theme.border}; }}")
        self.buttons = [self._button(offer) for offer in offers_beside(experiment, lanes)]
        shelf = QPushButton(SHELF)
        menu = QMenu(shelf)
        for run, words in others:
            menu.addAction(words).triggered.connect(functools.partial(self._take, run))
        shelf.setMenu(menu)
        shelf.setEnabled(bool(others))
        shelf.setToolTip("The settings of another run, from update 0 on" if others else "No other run is there yet")
        self.buttons.insert(len(self.buttons) - 1, shelf)
        title, words = QLabel("Beside it"), QLabel(BOTH)
        title.setProperty("role", "title")
        words.setProperty("role", "caption")
        words.setWordWrap(True)
        grid = QGridLayout()
        grid.setSpacing(8)
        for place, button in enumerate(self.buttons):
            grid.addWidget(button, *divmod(place, COLUMNS))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        column.addWidget(title)
        column.addLayout(grid)
        column.addWidget(words)
        next(button for button in self.buttons if button.isEnabled()).setFocus()

    def open_above(self, anchor: QWidget) -> None:
        """Show it above the anchor, within the anchor's window."""
        self.adjustSize()
        room, place = anchor.window(), anchor.mapToGlobal(QPoint(0, 0))
        edge = room.mapToGlobal(QPoint(room.width() - 8, 0)).x() - self.width()
        top = place.y() - self.height() - 4
        self.move(
            min(place.x(), edge), top if top > room.mapToGlobal(QPoint(0, 0)).y() else place.y() + anchor.height()
        )
        self.show()

    def _button(self, offer: Offer) -> QPushButton:
        button = QPushButton(offer.words)
        button.setToolTip(offer.tip)
        button.setEnabled(not offer.is_there)
        button.clicked.connect(functools.partial(self._choose, offer))
        return button

    def _choose(self, offer: Offer, _checked: bool = False) -> None:
        self.close()
        self.chosen.emit(offer.edits)

    def _take(self, run: str, _checked: bool = False) -> None:
        self.close()
        self.taken.emit(run)
