"""The racers as cards below each other, and above them what adds one."""

from __future__ import annotations

import functools
from typing import Any, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from app.documents.limits import FREE, Limits
from app.look import icons
from app.look.theme import Theme
from app.race import rates
from app.race.racer_card import CHANCE, RacerCard, methods
from app.widgets.limited import limited
from core.race import Player, Race, Racer, free_name

MOST = 12  # racers that a race takes part with: more cannot be told apart


class RacerList(QWidget):
    """`edits(pairs)`, `finished()`, `selected(number)`, `hidden(names)`, `told(number)`."""

    edits = Signal(object)
    finished = Signal()
    selected = Signal(int)
    hid = Signal(int)
    told = Signal(int)
    added = Signal(object)  # the card of a racer that has just been added

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.race: Race | None = None
        self.cards: list[RacerCard] = []
        title = QLabel("Racers")
        title.setProperty("role", "title")
        self.three = QPushButton("Three rates")
        self.three.setToolTip(
            "The selected racer three times: with a small, a good and a too large learning rate. Undo brings the others back."
        )
        self.three.clicked.connect(self._take_three)
        self.add = QToolButton(popupMode=QToolButton.ToolButtonPopupMode.InstantPopup)
        self.add.setAccessibleName("Add a racer")
        self.add.setToolTip("Add a racer: any optimizer, or chance.")
        self._menu = QMenu(self.add)
        self._menu.aboutToShow.connect(self._fill)
        self.add.setMenu(self._menu)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(title)
        head.addStretch(1)
        more = QHBoxLayout()
        more.setSpacing(6)
        more.addWidget(self.three)
        more.addWidget(self.add)
        self._more = limited(more, "racers")
        self._limits = FREE
        head.addWidget(self._more)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addLayout(head)
        self.empty = QLabel("Nobody takes part yet: add a racer with +.")
        self.empty.setWordWrap(True)
        self.empty.setProperty("role", "sentence")
        self._column.addWidget(self.empty)
        self._selected = 0

    # Showing

    def show_race(self, race: Race, hidden: frozenset[str], selected: int) -> None:
        """Cards stay where their racers stay: nothing is pulled out of the hand."""
        self.race, self._selected = race, selected
        while len(self.cards) < len(race.racers):
            self._column.addWidget(self._build(len(self.cards)))
        while len(self.cards) > len(race.racers):
            card = self.cards.pop()
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        for card in self.cards:
            card.show_racer(
                race, race.racers[card.number].name in hidden, card.number == selected and len(race.racers) > 1
            )
        self.empty.setVisible(not race.racers)
        self.three.setEnabled(bool(race.racers) and not race.racers[min(selected, len(race.racers) - 1)].searches)
        self.add.setEnabled(len(race.racers) < MOST)

    def restrict(self, limits: Limits) -> None:
        """Obey what a file hides and locks."""
        self._limits = limits
        for part in (self._more, *self.cards):
            part.restrict(limits)

    def show_theme(self, theme: Theme) -> None:
        self.add.setIcon(icons.icon("add", theme))
        for card in self.cards:
            card.show_theme(theme)

    def show_problem(self, path: str, sentence: str) -> bool:
        return any(card.show_problem(path, sentence) for card in self.cards)

    def _build(self, number: int) -> RacerCard:
        card = RacerCard(number)
        card.edits.connect(self.edits)
        card.finished.connect(self.finished)
        card.command.connect(self._obey)
        card.restrict(self._limits)
        self.cards.append(card)
        return card

    # From the person

    def _obey(self, name: str, number: int, argument: str) -> None:
        assert self.race is not None
        racers = self.race.racers
        if name in ("select", "hide", "tell"):
            {"select": self.selected, "hide": self.hid, "tell": self.told}[name].emit(number)
        elif name == "remove":
            self._take((*racers[:number], *racers[number + 1 :]))
        elif name == "duplicate":
            self._take((*racers[: number + 1], self.copy_of(racers[number]), *racers[number + 1 :]))
        elif name == "rate":
            found = rates.rate(self.race, racers[number], argument)
            if found is not None:
                self.edits.emit(((f"racers.{number + 1}.optimizer.lr", found),))
        elif name == "three":
            self._take(rates.three_rates(self.race, racers[number]))

    def copy_of(self, racer: Racer) -> Racer:
        """The same settings under another name and in another colour."""
        assert self.race is not None
        fresh = self.race.another(racer.optimizer)
        name = free_name(racer.name, {other.name for other in self.race.racers})
        return racer.model_copy(update={"name": name, "colour": fresh.colour})

    def add_racer(self, kind: str) -> None:
        """One more: an optimizer's kind, or one of chance."""
        assert self.race is not None
        racer = self.race.another(player=cast(Player, kind)) if kind in CHANCE else self.race.another(kind)
        suits = rates.rate(self.race, racer, "Good")
        if suits is not None:
            racer = racer.model_copy(update={"optimizer": racer.optimizer.model_copy(update={"lr": suits})})
        self._take((*self.race.racers, racer))
        self.selected.emit(len(self.race.racers) - 1)
        self.added.emit(self.cards[-1])

    def _take_three(self) -> None:
        self._obey("three", self._selected, "")

    def _take(self, racers: tuple[Any, ...]) -> None:
        self.finished.emit()
        self.edits.emit((("racers", racers[:MOST]),))

    def _fill(self) -> None:
        self._menu.clear()
        for option in methods():
            self._menu.addAction(option.text, functools.partial(self.add_racer, option.key)).setToolTip(option.summary)
