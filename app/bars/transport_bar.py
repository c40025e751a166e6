"""TransportBar: what the bars of both rooms have in common: play, speed, their sizes, and what is left out where there
is no room."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from app.bars.speed_box import SpeedBox
from app.look import icons
from app.look.theme import Theme
from app.shell.actions import Actions
from app.widgets.limited import limited, restrict

HEIGHT = 56


class TransportBar(QWidget):
    """It only shows; the actions do. A subclass adds its parts to `box`, names its `symbols`, and leaves out more with
    every level (`thin`)."""

    levels: ClassVar[int] = 1  # of leaving out; at the last no more can go
    spare: ClassVar[int] = 0  # px that a part which stretches needs at least

    edit = Signal(str, object)

    def __init__(self, name: str, actions: Actions) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.symbols: tuple[tuple[QAbstractButton, str], ...] = ()  # buttons and the names of their icons
        self.play = play_button(actions)
        self.speed = SpeedBox()
        self.speed.edit.connect(self.edit)
        self.speed_words = QLabel("Speed")
        self.speed_words.setBuddy(self.speed)
        self.speed_words.setProperty("role", "caption")
        pace = QHBoxLayout()
        pace.setSpacing(8)
        pace.addWidget(self.speed_words)
        pace.addWidget(self.speed)
        self.pace = limited(pace, "speed")
        self.box = QHBoxLayout(self)
        self.box.setContentsMargins(12, 4, 14, 4)
        self.box.setSpacing(8)
        self._playing = False
        self._again = QTimer(
            self, singleShot=True, interval=0
        )  # Qt measures in a new style after the event that tells it
        self._again.timeout.connect(self.fit)
        self._actions = actions
        actions.offer_changed.connect(self._show_offer)

    def show_playing(self, playing: bool, theme: Theme) -> None:
        self._playing = playing
        show_playing(self.play, playing, theme)

    def show_theme(self, theme: Theme) -> None:
        self.setFixedHeight(theme.px(HEIGHT))
        self.play.setFixedSize(theme.px(96), theme.px(44))
        self.play.setFont(theme.font(15, bold=True))
        for button, name in self.symbols:
            button.setIcon(icons.icon(name, theme))
            button.setIconSize(QSize(theme.px(18), theme.px(18)))
            button.setFixedHeight(theme.px(36))
        self.speed.setFixedSize(theme.px(92), theme.px(32))
        self.dress(theme)
        show_playing(self.play, self._playing, theme)
        self.fit()
        self._again.start()

    def dress(self, theme: Theme) -> None:
        """Colours and sizes of the bar's own parts."""

    def _show_offer(self) -> None:
        """What stands here beside the commands is offered as they are."""
        restrict(self, self._actions.limits)
        self.fit()

    # Fitting

    def minimumSizeHint(self) -> QSize:
        """Any width: what has no room is left out, so that larger text never widens the window."""
        return QSize(1, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()

    def fit(self) -> None:
        """Leave out no more than the width asks for. Of a bar that is hidden nobody sees it."""
        if not self.isVisible():
            return
        for level in range(self.levels):
            self.thin(level)
            self.box.invalidate()
            if self.box.minimumSize().width() + self.spare <= self.width():
                break
        self.box.activate()  # at once: Qt would hand a new width down one part at a time, each cut meanwhile

    def thin(self, level: int) -> None:
        """Show what there is room for at a level of leaving out, 0: everything."""


def play_button(actions: Actions) -> QPushButton:
    """Filled, and the largest target there is."""
    button = action_button("Play", actions, "play")
    button.setProperty("primary", True)
    button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return button


def show_playing(button: QPushButton, playing: bool, theme: Theme, side: int = 20) -> None:
    """`side` of the icon, px: as large as the word beside it asks for."""
    button.setText("Pause" if playing else "Play")
    button.setIcon(icons.icon("pause" if playing else "play", theme.on_accent))
    button.setIconSize(QSize(theme.px(side), theme.px(side)))
    button.setAccessibleName(button.text())


def action_button(text: str, actions: Actions, name: str) -> QPushButton:
    """A button that does what a command does."""
    button = QPushButton(text)
    follow(button, actions[name])
    return button


def follow(button: QAbstractButton, action: QAction) -> None:
    """The button does what the command does, and is offered as the command is."""
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click must not take the space bar away from Play
    button.clicked.connect(action.trigger)
    _Follower(button, action)


class _Follower(QObject):
    """A hidden command's button is hidden, one that cannot be given is disabled, and says why."""

    def __init__(self, button: QAbstractButton, action: QAction) -> None:
        super().__init__(button)
        self._button, self._action, self._offered = button, action, True
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        button, action = self._button, self._action
        button.setEnabled(action.isEnabled())
        button.setToolTip(action.toolTip())
        if action.isVisible() != self._offered:  # a button without a parent must not be shown: it would be a window
            self._offered = action.isVisible()
            button.setVisible(self._offered)
