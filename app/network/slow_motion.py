"""Slow motion: beads along the edges for a single update at slow speeds, and for each turn of several players with a
sentence. What an update does in numbers is told by the picture *Numbers*."""

from __future__ import annotations

from PySide6.QtCore import QObject, QVariantAnimation, Signal

from app.network.lab import Lab
from app.network.player_words import turn_sentence
from app.network.view_list import ViewList
from app.shell.layouts import Layouts
from app.views.network.view import NetworkView
from core.frames import RunState, Update
from core.networks.blueprint import players_of

SLOW = 2.0  # updates a second up to which each update is told
TELLING = 900  # ms that one telling takes
TURN = 0.5  # of a telling: then the error starts on its way back


class SlowMotion(QObject):
    """Beads run forward with the values, then backward with the error."""

    said = Signal(str)
    turned = Signal(object)  # the frame of half an update, in which one of two players has moved

    def __init__(self, lab: Lab, views: ViewList, layouts: Layouts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lab, self._views, self._layouts = lab, views, layouts
        self._network = views.of(NetworkView)
        self._before = 0
        self._beads = QVariantAnimation(self)
        self._beads.setStartValue(0.0)
        self._beads.setEndValue(1.0)
        self._beads.setDuration(TELLING)
        self._beads.valueChanged.connect(self._move)
        self._beads.finished.connect(self._rest)
        lab.runs.updated.connect(self._on_update)
        lab.runs.began.connect(self._forget)

    def step(self) -> None:
        """The smallest step: of several players one moves; of a lone one the next sample is told in numbers."""
        from app.views.numbers.view import NumbersView

        if len(players_of(self._lab.store.experiment)) > 1:
            self._lab.step("player")
        elif self._layouts.ways.name == NumbersView.name:
            self._views.of(NumbersView).next_sample()
        else:
            self._layouts.choose_picture(NumbersView.name)

    def _forget(self, _run: int) -> None:
        """What is on the screen was said of another run."""
        self._before = 0

    def _on_update(self, update: Update) -> None:
        made, self._before = update.updates - self._before, update.updates
        if update.step is not None and update.step.player:
            if update.step.frame is not None:
                self.turned.emit(update.step.frame)
            self.said.emit(turn_sentence(update.step))
            self._run()
        elif made == 1 and self._is_slow(update.state):
            self._run()

    def _is_slow(self, state: RunState) -> bool:
        speed = self._lab.store.experiment.speed
        return state is not RunState.running or (speed != "max" and float(speed) <= SLOW)

    def _run(self) -> None:
        if self._network.isVisible():
            self._beads.stop()
            self._beads.start()

    def _move(self, share: object) -> None:
        moment = float(share)  # type: ignore[arg-type]
        if moment < TURN:
            self._network.pulse(moment / TURN, "forward")
        else:
            self._network.pulse((moment - TURN) / (1 - TURN), "backward")

    def _rest(self) -> None:
        self._network.pulse(None)
