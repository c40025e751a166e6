"""The bar that everybody finds first: play, step, rewind, new start, speed, and at the right what the run has come to."""

from __future__ import annotations

import math
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app import icons
from app.actions import Actions
from app.speeds import SPEEDS
from app.theme import CAPTION, Theme
from app.widgets.number_text import parse, show
from core.experiment import Experiment
from core.frames import Update

HEIGHT = 56
NAME_SHARE = 0.6  # of the digits' size that the small label above them has
WIDEST = {"Epoch": "88,888.8", "Update": "8,888,888", "Loss train": "0.0000", "test": "0.0000", "Score": "100.0 %"}


class Figure(QWidget):
    """A small label above a number of reserved width, so that nothing jumps when it grows."""

    def __init__(self, name: str, widest: str) -> None:
        super().__init__()
        self._widest = widest
        self.name, self.value = QLabel(name), QLabel("–")
        self.name.setProperty("role", "caption")
        self.value.setAccessibleName(name)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for label in (self.name, self.value):
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            box.addWidget(label)

    def show_theme(self, theme: Theme, size: float) -> None:
        font = theme.digits(size)
        self.value.setFont(font)
        self.name.setStyleSheet(f"font-size: {theme.px(max(CAPTION, size * NAME_SHARE))}px;")
        self.value.setStyleSheet(f"font-size: {theme.px(size)}px; color: {theme.text};")
        self.setMinimumWidth(QFontMetrics(font).horizontalAdvance(self._widest) + 2)


class Figures(QWidget):
    """Epoch, update, losses and the score of a run."""

    def __init__(self) -> None:
        super().__init__()
        self.by_name = {name: Figure(name, widest) for name, widest in WIDEST.items()}
        self.box = box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(14)
        for figure in self.by_name.values():
            box.addWidget(figure)
        self._score = "accuracy"
        self._score_label, self._tested, self._whole = "Accuracy", True, False
        self._left_out: frozenset[str] = frozenset()

    def show_experiment(self, experiment: Experiment) -> None:
        task: Any = experiment.task
        self._score = task.score
        self._score_label = task.score_label
        self._show_part(getattr(experiment.data, "train_share", 0.0) < 1)
        loss: Any = experiment.loss
        self._whole = loss.summed
        self.by_name["Loss train"].name.setText(f"{'Mistakes' if loss.summed else 'Loss'} train")

    def _show_part(self, tested: bool) -> None:
        """Where no samples are kept for a test, the score is that of the training part."""
        self._tested = tested
        self.by_name["Score"].name.setText(f"{self._score_label} {'test' if tested else 'train'}")
        self.leave_out(self._left_out)

    def leave_out(self, names: frozenset[str]) -> None:
        """Hide these figures: there is no room for them."""
        self._left_out = names
        for name, figure in self.by_name.items():
            figure.setVisible(name not in names and (name != "test" or self._tested))

    def show_update(self, update: Update) -> None:
        if "train.loss" in update.metrics and ("test.loss" in update.metrics) != self._tested:
            self._show_part(not self._tested)
        self.by_name["Epoch"].value.setText(f"{update.epochs:,.1f}")
        self.by_name["Update"].value.setText(f"{update.updates:,}")
        self._show_metric("Loss train", update, "train.loss")
        self._show_metric("test", update, "test.loss")
        if not self._show_metric("Score", update, f"test.{self._score}"):
            self._show_metric("Score", update, f"train.{self._score}")

    def _show_metric(self, name: str, update: Update, column: str) -> bool:
        values = update.metrics.get(column)
        if values is None or not len(values):
            return False
        self.by_name[name].value.setText(self._written(name, float(values[-1])))
        return True

    def _written(self, name: str, value: float) -> str:
        if not math.isfinite(value):
            return "–" if math.isnan(value) else "∞"
        if name == "Score":
            return f"{100 * value:.1f} %" if self._score == "accuracy" else f"{value:.3f}".replace("-", "−")
        if self._whole:
            return f"{value:,.0f}"
        return f"{value:.4f}" if value < 10 else f"{value:.4g}"

    def forget(self) -> None:
        for figure in self.by_name.values():
            figure.value.setText("–")

    def show_theme(self, theme: Theme, size: float = 18) -> None:
        for figure in self.by_name.values():
            figure.show_theme(theme, size)


class SpeedBox(QComboBox):
    """Updates a second: a usual one, one that is typed, or Max."""

    edit = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._line = QLineEdit()
        self.setLineEdit(self._line)
        self.setAccessibleName("Speed in updates a second")
        self.setToolTip("How many updates are made in a second: 1 to 1,000, or Max.")
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for speed in (*SPEEDS, "max"):
            self.addItem(speed_text(speed), speed)
        self.activated.connect(self._chosen)
        self._line.editingFinished.connect(self._typed)
        self._shown: float | str = 100

    def show_speed(self, speed: float | str) -> None:
        self._shown = speed
        self.setEditText(speed_text(speed))
        self._line.setCursorPosition(0)

    def _chosen(self, index: int) -> None:
        self._say(self.itemData(index))

    def _typed(self) -> None:
        text = self.currentText().strip().removesuffix("/s").strip()
        if text.casefold() == "max":
            self._say("max")
            return
        try:
            self._say(parse(text.replace(",", "") if text.count(",") == 1 and len(text.partition(",")[2]) == 3 else text))
        except ValueError:
            self.show_speed(self._shown)

    def _say(self, speed: float | str) -> None:
        if speed == self._shown:
            self.show_speed(speed)
        else:
            self.edit.emit("speed", speed)
        if self.hasFocus():
            self.window().setFocus()  # Space plays again


def speed_text(speed: float | str) -> str:
    """`100/s`, `Max`."""
    return "Max" if speed == "max" else f"{show(float(speed))}/s" if float(speed) < 1000 else f"{float(speed):,.0f}/s"


class Transport(QWidget):
    """The bar itself; it only shows, the actions do."""

    edit = Signal(str, object)

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.setAccessibleName("Running")
        self._actions = actions
        self.gallery = _button("Gallery", actions, "gallery")
        self.play = play_button(actions)
        self.step = _step_button(actions)
        self.rewind = _button("Rewind", actions, "rewind")
        self.new_start = _button("New start", actions, "new_start")
        self.speed = SpeedBox()
        self.speed.edit.connect(self.edit)
        self.figures = Figures()
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(12, 4, 14, 4)
        self._box.setSpacing(8)
        for widget in (self.gallery, self.play, self.step, self.rewind, self.new_start):
            self._box.addWidget(widget)
        self._box.addSpacing(8)
        self._speed_words = self._speed_label()
        self._box.addWidget(self._speed_words)
        self._box.addWidget(self.speed)
        self._box.addStretch(1)
        self._box.addWidget(self.figures)
        self._playing = False
        self._step_width = 82

    def _speed_label(self) -> QLabel:
        label = QLabel("Speed")
        label.setBuddy(self.speed)
        label.setProperty("role", "caption")
        return label

    def show_playing(self, playing: bool, theme: Theme) -> None:
        self._playing = playing
        show_playing(self.play, playing, theme)

    def show_experiment(self, experiment: Experiment) -> None:
        self.speed.show_speed(experiment.speed)
        self.figures.show_experiment(experiment)
        self.fit()

    def show_theme(self, theme: Theme) -> None:
        self.setFixedHeight(theme.px(HEIGHT))
        self.play.setFixedSize(theme.px(96), theme.px(44))
        self.play.setFont(theme.font(15, bold=True))
        for button, name in ((self.gallery, "gallery"), (self.step, "step"), (self.rewind, "rewind"), (self.new_start, "new-start")):
            button.setIcon(icons.icon(name, theme))
            button.setIconSize(QSize(theme.px(18), theme.px(18)))
            button.setFixedHeight(theme.px(36))
        self.step.setMinimumWidth(theme.px(82))
        self.speed.setFixedWidth(theme.px(92))
        self.speed.setFixedHeight(theme.px(32))
        self.figures.show_theme(theme)
        self._step_width = theme.px(82)
        show_playing(self.play, self._playing, theme)
        self.fit()

    # Fitting

    def minimumSizeHint(self) -> QSize:
        """Any width: what has no room is left out, so that larger text never widens the window."""
        return QSize(1, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Leave out no more than the width asks for."""
        for level in range(len(_LEFT_OUT)):
            self._thin(level)
            self.figures.box.invalidate()
            self._box.invalidate()
            if self._box.minimumSize().width() <= self.width():
                return

    def _thin(self, level: int) -> None:
        self.figures.leave_out(_LEFT_OUT[level])
        self.figures.updateGeometry()
        self._speed_words.setVisible(level < 1)
        for button, words in ((self.gallery, "Gallery"), (self.rewind, "Rewind"), (self.new_start, "New start")):
            button.setText(words if level < WORDLESS else "")
            button.setAccessibleName(words)
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if level < WORDLESS else Qt.ToolButtonStyle.ToolButtonIconOnly
        self.step.setToolButtonStyle(style)
        self.step.setMinimumWidth(self._step_width if level < WORDLESS else 0)


WORDLESS = 3  # the level from which buttons show their icon alone
_LEFT_OUT = tuple(frozenset(names) for names in ((), (), ("Update", "test"), ("Update", "test"), ("Update", "test", "Epoch"), tuple(WIDEST)))


def play_button(actions: Actions) -> QPushButton:
    """Filled, and the largest target there is."""
    button = _button("Play", actions, "play")
    button.setProperty("primary", True)
    button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return button


def show_playing(button: QPushButton, playing: bool, theme: Theme) -> None:
    button.setText("Pause" if playing else "Play")
    button.setIcon(icons.icon("pause" if playing else "play", theme.on_accent))
    button.setIconSize(QSize(theme.px(20), theme.px(20)))
    button.setAccessibleName(button.text())


def _button(text: str, actions: Actions, name: str) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(actions[name].toolTip())
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click must not take the space bar away from Play
    button.clicked.connect(actions[name].trigger)
    return button


def _step_button(actions: Actions) -> QToolButton:
    button = QToolButton(popupMode=QToolButton.ToolButtonPopupMode.MenuButtonPopup, toolButtonStyle=Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setText("Step")
    button.setToolTip(actions["step_update"].toolTip())
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(actions["step_update"].trigger)
    for name in ("step_sample", "step_update", "step_epoch"):
        button.addAction(actions[name])
    return button
