"""The line at the bottom: one sentence on what is happening, the device and engine, the updates a second."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QStatusBar

from app.bars.figures import Digits
from app.bars.speed_box import speed_text
from app.look.theme import BASE, Theme
from app.widgets.labels import Elided
from core.experiment import Experiment
from core.frames import Mark, RunState, Update
from core.messages import NO_FAILURE

WIDEST = "8,888,888 updates/s"  # that there is room for at first
AROUND = 15  # px above and below the words
PREPARING = "Preparing the network …"
FAR = 10  # times as many updates as there were when it was made, after which an offer is too old
LASTS = 8000  # ms that an event's sentence stays before the state's own comes back


class StatusLine(QStatusBar):
    """What happened last is said for a while, then again what is going on."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self.sentence, self.device, self.rate = Elided(PREPARING), QLabel(""), Digits("")
        self.sentence.setAccessibleName("What is happening")
        self.chip = QPushButton()
        self.chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.chip.hide()
        self.chip.clicked.connect(self._take)
        self._act: Callable[[], object] | None = None
        self._made, self._far = 0, 0  # updates of the run; where the offer is too old
        self.addWidget(self.sentence, 1)
        self.addWidget(self.chip)
        self.addPermanentWidget(self.device)
        self.addPermanentWidget(self.rate)
        self.resting = PREPARING
        self._run, self._over, self._ended = 0, False, ""  # the run that is shown, whether it is over and why
        self._reached: int | None = None  # when it reached its goal
        self._letter = ""  # of the run that is shown, where others stand beside it
        self._goals: dict[int, int] = {}  # the update at which a run has been said to have reached its goal
        self._back = QTimer(self, singleShot=True, interval=LASTS)
        self._back.timeout.connect(self._rest)

    def say(self, sentence: str, offer: str = "", act: Callable[[], object] | None = None) -> None:
        """An event, for a while, with an offer and what it does: that stays until it is taken or another one is made,
        or another run or the past is shown, or, after the sentence, the run has come far beyond it."""
        if act is not None:
            self._act, self._far = act, FAR * self._made
            self.chip.setText(offer)
            self.chip.setToolTip(sentence)
            self.chip.show()
        self._show(sentence)
        self._back.start()

    def tell_goal(self, run: int, mark: Mark, letter: str) -> None:
        """That a run has reached its goal, once: a run that is shown again tells of all that it has been."""
        if self._goals.get(run) != mark.update:
            self._goals[run] = mark.update
            self.say(goal_reached(mark, letter))

    def show_update(self, update: Update, experiment: Experiment, ready: bool, past: str = "") -> None:
        """What an update tells; `past`: what is said instead while one looks back."""
        if update.engine:
            if self.sentence.text() in NO_FAILURE:  # it is there, or nothing waits for it any more
                self._back.stop()
            self.device.setText(f"{_DEVICES.get(update.device, update.device)} · {update.engine}")
            self.device.setToolTip(update.engine_reason)
        self.rate.setText(f"{update.rate:,.0f} updates/s" if update.state is RunState.running else "")
        self._note(update)
        self._look_at_offer(update.updates, past)
        known = ready or experiment.data.blank  # nothing is prepared of an empty sheet
        self.rest_on(
            (past or resting(update, experiment, self._ended, self._reached, self._letter)) if known else PREPARING
        )

    def speak_of(self, letter: str) -> None:
        """Of which run of several it speaks; "" where there is one."""
        self._letter = letter

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_way()

    def rest_on(self, sentence: str) -> None:
        """What is said while nothing happens."""
        self.resting = sentence
        if not self._back.isActive():
            self._show(sentence)

    def _note(self, update: Update) -> None:
        if update.run != self._run:
            self._run, self._ended, self._reached = update.run, "", None
            self._withdraw()
        elif update.state.over and not self._over and self.sentence.text() != self.chip.toolTip():
            self._back.stop()  # what was said while it learned is over, too
        self._over = update.state.over
        for mark in update.marks:
            if mark.kind == "goal":
                self._reached = mark.update
                self.tell_goal(update.run, mark, self._letter)
            elif mark.kind == "finished":
                self._ended = mark.text

    def show_theme(self, theme: Theme) -> None:
        self.setFixedHeight(theme.px(BASE) + AROUND)
        self.setStyleSheet(
            f"QLabel, QPushButton {{ font-size: {theme.px(BASE)}px; }} QPushButton {{ padding: 0px 8px; }}"
        )
        self.chip.setFixedHeight(self.height() - 4)
        self.rate.reserve(theme.digits(BASE), WIDEST)

    def _look_at_offer(self, made: int, past: str) -> None:
        self._made = made
        old = made > self._far and not self._back.isActive()
        if self._act is not None and (past or old):
            self._withdraw()

    def _withdraw(self) -> None:
        self._act = None
        self.chip.hide()
        self.chip.setToolTip("")
        self._make_way()

    def _take(self) -> None:
        act = self._act
        self._back.stop()
        self._withdraw()
        self._rest()
        if act is not None:
            act()

    def _rest(self) -> None:
        self._show(self.resting)

    def _show(self, sentence: str) -> None:
        if self.sentence.text() != sentence:
            self.sentence.setText(sentence)
            self.sentence.setToolTip(sentence)
            self._make_way()

    def _make_way(self) -> None:
        """The device, which is always the same, goes where a sentence has no room beside it."""
        whole, wide = self.layout(), self.device.sizeHint().width()
        if whole is not None:
            whole.activate()
        room = self.sentence.contentsRect().width() - (wide + AROUND if self.device.isHidden() else 0)
        self.device.setVisible(self.sentence.fontMetrics().horizontalAdvance(self.sentence.text()) <= room)


_DEVICES = {"cpu": "CPU", "cuda": "GPU", "cuda:0": "GPU", "mps": "GPU (Apple)"}


BLANK = "Nothing is drawn yet: draw some points, and the network learns from them."


def goal_reached(mark: Mark, letter: str = "") -> str:
    """That a run has reached its goal, with its `letter` where several stand side by side."""
    who = f"{letter} reached the goal" if letter else "Goal reached"
    return f"{who} at update {mark.update:,}: {mark.text.rstrip('.')}."


def resting(
    update: Update, experiment: Experiment, ended: str = "", reached: int | None = None, letter: str = ""
) -> str:
    """What is going on, in one sentence; `ended` says what has ended the run, `reached` when it reached its goal,
    `letter` which of several it is."""
    reason = ended or "the end that the experiment sets"
    speed = (
        "at full speed"
        if experiment.speed == "max"
        else f"at up to {speed_text(experiment.speed).removesuffix('/s')} updates a second"
    )
    if experiment.data.blank:
        return BLANK
    how = f"{letter} reached the goal" if letter else "the goal was reached"
    goal = "" if reached is None else f"; {how} at update {reached:,}"
    sentences = {
        RunState.idle: "Ready: nothing has been learned yet. Space plays.",
        RunState.running: f"Learning {speed}.",
        RunState.paused: f"Paused at update {update.updates:,}{goal}. Space goes on.",
        RunState.finished: f"{reason[:1].upper()}{reason[1:]}: finished at update {update.updates:,}. Space goes on beyond it.",
        RunState.diverged: f"Diverged at update {update.updates:,}: go to the start, with a smaller learning rate.",
        RunState.stopped: f"Stopped early at update {update.updates:,}; the best weights are back. Other start tries again.",
        RunState.failed: "The run could not go on.",
    }
    return sentences[update.state]
