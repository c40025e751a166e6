"""The bars of the Lecture layout: a caption above two large pictures, and below them Play, pinned controls and large digits."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.actions import Actions
from app.theme import Theme
from app.transport import Figures
from app.transport_bar import play_button, show_playing
from core.experiment import Experiment
from core.frames import Update

CAPTION, BAR = 40, 72  # px
TEXT, DIGITS, ICON = 24, 32, 32  # px
PINS = 3


class Caption(QWidget):
    """What is shown: the experiment's title and its one sentence."""

    def __init__(self) -> None:
        super().__init__()
        self.title, self.sentence = QLabel(), QLabel()
        self._words = ""
        self.sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        box = QHBoxLayout(self)
        box.setContentsMargins(16, 0, 16, 0)
        box.setSpacing(16)
        box.addWidget(self.title)
        box.addWidget(self.sentence, 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(1, super().minimumSizeHint().height())

    def show_title(self, title: str, sentence: str) -> None:
        self.title.setText(title)
        self._words = sentence
        self.sentence.setToolTip(sentence)
        self._write()

    def _write(self) -> None:
        """As many words as there is room for: nothing is cut within a letter; all of it stands in the tip."""
        self.sentence.ensurePolished()
        whole = self.layout()
        if whole is not None:
            whole.activate()
        self.sentence.setText(self.sentence.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, self.sentence.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._write()

    def show_theme(self, theme: Theme) -> None:
        self.setFixedHeight(theme.px(CAPTION))
        self.title.setStyleSheet(f"font-size: {theme.px(TEXT)}px; font-weight: 600;")
        self.sentence.setStyleSheet(f"font-size: {theme.px(TEXT)}px; color: {theme.muted};")
        self._write()


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
