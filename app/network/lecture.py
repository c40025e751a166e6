"""The bar of the Lecture layout, below two large pictures: Play, Step, pinned controls and large digits."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.bars.caption import BAR, DIGITS, ICON, TEXT
from app.bars.figures import WIDEST, Figures
from app.bars.transport_bar import action_button, play_button, show_playing
from app.bars.whose import Whose
from app.forms.row import Row
from app.look import icons
from app.look.theme import Theme, current
from app.shell.actions import Actions
from core.experiment import Experiment
from core.frames import Update

PINS, WIDTH = 3, 190  # controls at most; px of one at a text scale of 1
LETTER = 28  # px of the disc with a run's letter
WORDLESS = 1  # the level from which Step shows its icon alone
LEFT_OUT = tuple(
    frozenset(("Update", *names))
    for names in ((), (), ("Epoch",), ("Epoch", "test"), ("Epoch", "test", "Loss train"), WIDEST)
)


class LectureBar(QWidget):
    """Play, Step, up to three pinned controls, epoch, losses and score in digits of 32 px. `came` says that it is
    shown."""

    edit = Signal(str, object)
    finished = Signal()
    came = Signal()

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.play = play_button(actions)
        self.step = action_button("Step", actions, "step_update")
        self.step.setAccessibleName("Step")
        self.figures = Figures()
        for changed in (self.figures.grew, self.figures.settled):
            changed.connect(self.fit)
        self.letters = Whose("controls", LETTER), Whose("digits", LETTER)  # before each of them
        self.pins = QHBoxLayout()
        self.pins.setSpacing(16)
        self.controls: list[Row] = []
        box = self._box = QHBoxLayout(self)
        box.setContentsMargins(16, 4, 16, 4)
        box.setSpacing(20)
        box.addWidget(self.play)
        box.addWidget(self.step)
        box.addWidget(self.letters[0])
        box.addLayout(self.pins)
        box.addStretch(1)
        box.addWidget(self.letters[1])
        box.addWidget(self.figures, 0, Qt.AlignmentFlag.AlignVCenter)
        self._playing = False
        self._worn: Theme | None = None
        actions.offer_changed.connect(self.fit)

    def minimumSizeHint(self) -> QSize:
        return QSize(1, super().minimumSizeHint().height())

    def speak_of(self, letter: str) -> None:
        """Of which run of several the controls and the digits are; "" where there is one."""
        for whose in self.letters:
            whose.speak_of(letter, current())
        self.fit()

    def show_pins(self, controls: list[Row]) -> None:
        """Put these controls in place of the ones that stand there."""
        for control in self.controls:
            self.pins.removeWidget(control)
            control.want(False)
            control.deleteLater()
        self.controls = controls
        for control in controls:
            self.pins.addWidget(control)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._dress(current())
        self.came.emit()
        self.fit()

    def fit(self) -> None:
        """Leave out no more than the width asks for: nothing is cut. Of a bar that is hidden nobody sees it."""
        if self.isVisible():
            self._thin()
            self._box.activate()

    def _thin(self) -> None:
        for row in self.controls:
            row.setFixedWidth(current().px(WIDTH))
            row.want(True)
        for level, names in enumerate(LEFT_OUT):
            self.step.setText("Step" if level < WORDLESS else "")
            self.figures.leave_out(names)
            if self._needed() <= self.width():
                return
        for row in reversed(self.controls):  # in very large text fewer of them
            row.want(False)
            if self._needed() <= self.width():
                return

    def _needed(self) -> int:
        """How wide the bar would have to be, px. Qt hears of new sizes only later: it is told now."""
        self.figures.measure()
        self.step.updateGeometry()
        for box in (self.pins, self._box):
            box.invalidate()
        return self._box.minimumSize().width()

    def show_playing(self, playing: bool, theme: Theme) -> None:
        self._playing = playing
        show_playing(self.play, playing, theme, ICON)

    def show_experiment(self, experiment: Experiment) -> None:
        self.figures.show_experiment(experiment)
        self.fit()

    def show_update(self, update: Update, made: int | None = None, letter: str = "") -> None:
        self.figures.show_update(update, made, letter)

    def show_theme(self, theme: Theme) -> None:
        """What is hidden is dressed when it is shown."""
        self.setFixedHeight(theme.px(BAR))
        if self.isVisible():
            self._dress(theme)

    def _dress(self, theme: Theme) -> None:
        if theme == self._worn:
            return
        self._worn = theme
        self.play.setFixedSize(theme.px(150), theme.px(56))
        self.play.setStyleSheet(f"font-size: {theme.px(TEXT)}px;")
        self.step.setFixedHeight(theme.px(56))
        self.step.setStyleSheet(f"font-size: {theme.px(TEXT)}px;")
        self.step.setIcon(icons.icon("step", theme))
        self.step.setIconSize(QSize(theme.px(ICON), theme.px(ICON)))
        self.figures.show_theme(theme, DIGITS)
        for whose in self.letters:
            whose.show_theme(theme)
        show_playing(self.play, self._playing, theme, ICON)
        self.fit()
