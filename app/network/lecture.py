"""The bars of the Lecture layout: a caption above two large pictures, and below them Play, pinned controls and large
digits."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.bars.caption import BAR, DIGITS, ICON, TEXT
from app.bars.figures import Figures
from app.bars.transport_bar import play_button, show_playing
from app.look.theme import Theme
from app.shell.actions import Actions
from core.experiment import Experiment
from core.frames import Update

PINS = 3


class LectureBar(QWidget):
    """Play, up to three pinned controls, epoch and loss in digits of 32 px."""

    edit = Signal(str, object)
    finished = Signal()

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.play = play_button(actions)
        self.figures = Figures()
        self.pins = QHBoxLayout()
        self.pins.setSpacing(16)
        self.controls: list[Any] = []
        box = QHBoxLayout(self)
        box.setContentsMargins(16, 4, 16, 4)
        box.setSpacing(20)
        box.addWidget(self.play)
        box.addLayout(self.pins)
        box.addStretch(1)
        box.addWidget(self.figures, 0, Qt.AlignmentFlag.AlignVCenter)
        self.figures.leave_out(frozenset(("Update", "test")))
        self._playing = False

    def minimumSizeHint(self) -> QSize:
        return QSize(1, super().minimumSizeHint().height())

    def show_pins(self, controls: list[Any]) -> None:
        """Put these controls in place of the ones that stand there."""
        for control in self.controls:
            self.pins.removeWidget(control)
            control.deleteLater()
        self.controls = controls
        for control in controls:
            self.pins.addWidget(control)

    def show_playing(self, playing: bool, theme: Theme) -> None:
        self._playing = playing
        show_playing(self.play, playing, theme, ICON)

    def show_experiment(self, experiment: Experiment) -> None:
        self.figures.show_experiment(experiment)

    def show_update(self, update: Update) -> None:
        self.figures.show_update(update)

    def show_theme(self, theme: Theme) -> None:
        self.setFixedHeight(theme.px(BAR))
        self.play.setFixedSize(theme.px(150), theme.px(56))
        self.play.setStyleSheet(f"font-size: {theme.px(TEXT)}px;")
        self.figures.show_theme(theme, DIGITS)
        show_playing(self.play, self._playing, theme, ICON)
