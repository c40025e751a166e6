"""The bar that everybody finds first: play, step, rewind, new start, speed, and at the right what the run has come
to."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from app.bars.figures import WIDEST, Figures
from app.bars.transport_bar import TransportBar, action_button, follow
from app.bars.whose import Whose
from app.look.theme import Theme, current
from app.shell.actions import Actions
from core.experiment import Experiment

LETTER = 20  # px of the disc before the digits
WORDLESS = 3  # the level from which buttons show their icon alone
LEFT_OUT = tuple(
    frozenset(names)
    for names in ((), (), ("Update", "test"), ("Update", "test"), ("Update", "test", "Epoch"), tuple(WIDEST))
)


class Transport(TransportBar):
    """The bar of the network room."""

    levels = len(LEFT_OUT)

    def __init__(self, actions: Actions) -> None:
        super().__init__("Running", actions)
        self.gallery = action_button("Gallery", actions, "gallery")
        self.step = _step_button(actions)
        self.rewind = action_button("To the start", actions, "rewind")
        self.new_start = action_button("Other start", actions, "new_start")
        self.symbols = (
            (self.gallery, "gallery"),
            (self.step, "step"),
            (self.rewind, "rewind"),
            (self.new_start, "new-start"),
        )
        self.figures = Figures()
        for changed in (self.figures.grew, self.figures.settled):
            changed.connect(self.fit)
        self.whose = Whose("digits", LETTER)
        for widget in (self.gallery, self.play, self.step, self.rewind, self.new_start):
            self.box.addWidget(widget)
        self.box.addSpacing(8)
        self.box.addWidget(self.pace)
        self.box.addStretch(1)
        self.box.addWidget(self.whose)
        self.box.addWidget(self.figures)
        self._step_width = 82

    def show_experiment(self, experiment: Experiment) -> None:
        self.speed.show_speed(experiment.speed)
        self.figures.show_experiment(experiment)
        self.fit()

    def speak_of(self, letter: str) -> None:
        """Of which run of several the digits are; "" where there is one."""
        self.whose.speak_of(letter, current())
        self.fit()

    def dress(self, theme: Theme) -> None:
        self.step.setMinimumWidth(theme.px(82))
        self.figures.show_theme(theme)
        self.whose.show_theme(theme)
        self._step_width = theme.px(82)

    def thin(self, level: int) -> None:
        self.figures.leave_out(LEFT_OUT[level])
        self.figures.measure()
        self.whose.setVisible(bool(self.whose.letter) and level < self.levels - 1)
        self.speed_words.setVisible(level < 1)
        for button, words in (
            (self.gallery, "Gallery"),
            (self.rewind, "To the start"),
            (self.new_start, "Other start"),
        ):
            button.setText(words if level < WORDLESS else "")
            button.setAccessibleName(words)
        style = (
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon if level < WORDLESS else Qt.ToolButtonStyle.ToolButtonIconOnly
        )
        self.step.setToolButtonStyle(style)
        self.step.setMinimumWidth(self._step_width if level < WORDLESS else 0)


def _step_button(actions: Actions) -> QToolButton:
    button = QToolButton(
        popupMode=QToolButton.ToolButtonPopupMode.MenuButtonPopup,
        toolButtonStyle=Qt.ToolButtonStyle.ToolButtonTextBesideIcon,
    )
    button.setText("Step")
    follow(button, actions["step_update"])
    for name in ("step_sample", "step_update", "step_epoch"):
        button.addAction(actions[name])
    return button
