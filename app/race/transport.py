"""The race's bar: play, step, rewind, speed, the update that is shown, one update told in slow motion."""

from __future__ import annotations

import functools
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton

from app.bars.figures import Figure
from app.bars.transport_bar import TransportBar, action_button
from app.look.theme import Theme
from app.shell.actions import Actions
from app.widgets.icon_button import IconButton
from app.widgets.limited import limited
from core.race import shelf

DIGITS, IN_LECTURE = 18, 26  # px of the update's digits; the bar has no room for larger ones


class RaceTransport(TransportBar):
    """The bar of the gradient-descent room."""

    levels = 4
    wanted = Signal(object)  # a ready-made Race
    guessed = Signal(bool)  # whether what lies ahead is hidden

    def __init__(self, actions: Actions) -> None:
        super().__init__("Racing", actions)
        self.gallery = action_button("Gallery", actions, "gallery")
        self.races = QToolButton(
            popupMode=QToolButton.ToolButtonPopupMode.InstantPopup,
            toolButtonStyle=Qt.ToolButtonStyle.ToolButtonTextBesideIcon,
        )
        self.races.setToolTip("Ready-made races, each with something to try.")
        self.races.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._shelf = QMenu(self.races)
        self._shelf.setToolTipsVisible(True)
        self._shelf.aboutToShow.connect(self._fill)
        self.races.setMenu(self._shelf)
        self.back = action_button("", actions, "step_back")
        self.step = action_button("Step", actions, "step_update")
        self.rewind = action_button("To the start", actions, "rewind")
        self.tell = action_button("Tell one update", actions, "race_tell")
        self.back.setAccessibleName("One update back")
        self.guess = IconButton(
            "eye-off",
            "Who wins?",
            "Who wins? Hide what lies ahead of the balls, in the pictures, the charts and the ranking, until the race is over.",
        )
        self.guess.setCheckable(True)
        self.guess.clicked.connect(self.guessed)
        self.figure = Figure("Update", "8,888 of 8,888")
        for widget in (
            self.gallery,
            limited(self.races, "races"),
            self.play,
            self.back,
            self.step,
            self.rewind,
            self.tell,
            self.pace,
            limited(self.guess, "race.guess"),
        ):
            self.box.addWidget(widget)
        self.box.addStretch(1)
        self.box.addWidget(self.figure)
        self.symbols = (
            (self.gallery, "gallery"), (self.races, "race"), (self.back, "step-back"), (self.step, "step"), (self.rewind, "rewind"), (self.tell, "lecture"),
        )  # fmt: skip
        self._digits = DIGITS

    def show_layout(self, lecture: bool) -> None:
        """From the last row the update is read, too; worn with the next theme."""
        self._digits = IN_LECTURE if lecture else DIGITS

    def show_speed(self, speed: Any) -> None:
        self.speed.show_speed(speed)

    def show_place(self, place: float, last: int) -> None:
        """Where the race is."""
        self.figure.value.setText(f"{int(place + 1e-9):,} of {last:,}")

    def dress(self, theme: Theme) -> None:
        self.back.setFixedWidth(theme.px(36))
        self.figure.show_theme(theme, self._digits)

    def thin(self, level: int) -> None:
        self.speed_words.setVisible(level < 1)
        for button, words, longest in (
            (self.gallery, "Gallery", 2),
            (self.races, "Races", 2),
            (self.rewind, "To the start", 3),
            (self.step, "Step", 3),
            (self.tell, "Tell one update", 3),
        ):
            button.setText(words if level < longest else "")
            button.setAccessibleName(words)
        self.figure.setVisible(level < 3)

    def _fill(self) -> None:
        """The shelf is read when somebody looks at it."""
        if self._shelf.isEmpty():
            for race in shelf.races().values():
                self._shelf.addAction(race.title, functools.partial(self.wanted.emit, race)).setToolTip(
                    race.description
                )
