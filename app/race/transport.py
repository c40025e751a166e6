"""The race's bar: play, step, rewind, speed, a slider over the updates, one update told in slow motion."""

from __future__ import annotations

import functools
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from app import icons
from app.actions import Actions
from app.theme import Theme
from app.transport import Figure, SpeedBox, play_button, show_playing
from app.widgets.icon_button import IconButton
from app.widgets.slider_field import Slider
from core import race_shelf

HEIGHT = 56
FINE = 10  # slider positions an update


class RaceTransport(QWidget):
    """The bar itself; it only shows, the actions and the lab do."""

    edit = Signal(str, object)
    wanted = Signal(str)  # the name of a ready-made race
    sought = Signal(float)  # a place between the updates
    guessed = Signal(bool)  # whether what lies ahead is hidden

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.setAccessibleName("Racing")
        self.gallery = _button("Gallery", actions, "gallery")
        self.races = QToolButton(popupMode=QToolButton.ToolButtonPopupMode.InstantPopup, toolButtonStyle=Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.races.setToolTip("Ready-made races, each with something to try.")
        self.races.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._shelf = QMenu(self.races)
        self._shelf.setToolTipsVisible(True)
        self._shelf.aboutToShow.connect(self._fill)
        self.races.setMenu(self._shelf)
        self.play = play_button(actions)
        self.back = _button("", actions, "step_back")
        self.step = _button("Step", actions, "step_update")
        self.rewind = _button("Rewind", actions, "rewind")
        self.tell = _button("Tell one update", actions, "race_tell")
        self.back.setAccessibleName("One update back")
        self.speed = SpeedBox()
        self.speed.edit.connect(self.edit)
        self.guess = IconButton(
            "eye-off", "Who wins?", "Who wins? Hide what lies ahead of the balls, in the pictures, the charts and the ranking, until the race is over."
        )
        self.guess.setCheckable(True)
        self.guess.clicked.connect(self.guessed)
        self.slider = Slider("Update", 0)
        self.slider.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.slider.valueChanged.connect(self._slid)
        self.figure = Figure("Update", "8,888 of 8,888")
        self._speed_words = QLabel("Speed")
        self._speed_words.setBuddy(self.speed)
        self._speed_words.setProperty("role", "caption")
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(12, 4, 14, 4)
        self._box.setSpacing(8)
        for widget in (self.gallery, self.races, self.play, self.back, self.step, self.rewind, self.tell, self._speed_words, self.speed):
            self._box.addWidget(widget)
        self._box.addWidget(self.guess)
        self._box.addSpacing(6)
        self._box.addWidget(self.slider, 1)
        self._box.addWidget(self.figure)
        self._playing, self._showing = False, False

    def show_playing(self, playing: bool, theme: Theme) -> None:
        self._playing = playing
        show_playing(self.play, playing, theme)

    def show_speed(self, speed: Any) -> None:
        self.speed.show_speed(speed)

    def show_place(self, place: float, last: int) -> None:
        """Where the race is; emits nothing."""
        self._showing = True
        self.slider.setRange(0, last * FINE)
        self.slider.setSingleStep(FINE)
        self.slider.setPageStep(max(FINE, last))
        if not self.slider.isSliderDown():
            self.slider.setValue(round(place * FINE))
        self._showing = False
        self.figure.value.setText(f"{int(place + 1e-9):,} of {last:,}")

    def show_theme(self, theme: Theme) -> None:
        self.setFixedHeight(theme.px(HEIGHT))
        self.play.setFixedSize(theme.px(96), theme.px(44))
        self.play.setFont(theme.font(15, bold=True))
        names = (
            (self.gallery, "gallery"),
            (self.races, "race"),
            (self.back, "step-back"),
            (self.step, "step"),
            (self.rewind, "rewind"),
            (self.tell, "lecture"),
        )
        for button, name in names:
            button.setIcon(icons.icon(name, theme))
            button.setIconSize(QSize(theme.px(18), theme.px(18)))
            button.setFixedHeight(theme.px(36))
        self.back.setFixedWidth(theme.px(36))
        self.speed.setFixedSize(theme.px(92), theme.px(32))
        self.figure.show_theme(theme, 18)
        show_playing(self.play, self._playing, theme)
        self.fit()

    # Fitting

    def minimumSizeHint(self) -> QSize:
        """Any width: words go first, so that larger text never widens the window."""
        return QSize(1, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Leave out no more words than the width asks for."""
        for level in range(4):
            self._speed_words.setVisible(level < 1)
            for button, words, longest in (
                (self.gallery, "Gallery", 2),
                (self.races, "Races", 2),
                (self.rewind, "Rewind", 3),
                (self.step, "Step", 3),
                (self.tell, "Tell one update", 3),
            ):
                button.setText(words if level < longest else "")
                button.setAccessibleName(words)
            self.figure.setVisible(level < 3)
            self._box.invalidate()
            if self._box.minimumSize().width() + 80 <= self.width():
                return

    def _fill(self) -> None:
        """The shelf is read when somebody looks at it."""
        if self._shelf.isEmpty():
            for name, race in race_shelf.races().items():
                self._shelf.addAction(race.title, functools.partial(self.wanted.emit, name)).setToolTip(race.description)

    def _slid(self, position: int) -> None:
        if not self._showing:
            self.sought.emit(position / FINE)


def _button(text: str, actions: Actions, name: str) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(actions[name].toolTip())
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(actions[name].trigger)
    return button
