"""Slow motion: what one update does, told by beads along the edges and a sentence."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QObject, QVariantAnimation, Signal

from app.network.lab import Lab
from app.network.player_words import is_turn, turn_sentence
from app.views.network.view import NetworkView
from core.frames import Frame, RunState, Update

SLOW = 2.0  # updates a second up to which each update is told
TELLING = 900  # ms that one telling takes
TURN = 0.5  # of a telling: then the error starts on its way back


class SlowMotion(QObject):
    """Beads run forward with the values, then backward with the error: for a revealed sample, a single step and at slow
    speeds."""

    said = Signal(str)
    turned = Signal(object)  # the frame of half an update, in which one of two players has moved

    def __init__(self, lab: Lab, network: NetworkView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lab, self._network = lab, network
        self._before = 0
        self._told = False  # a sentence on standing weights is on the screen
        self._beads = QVariantAnimation(self)
        self._beads.setStartValue(0.0)
        self._beads.setEndValue(1.0)
        self._beads.setDuration(TELLING)
        self._beads.valueChanged.connect(self._move)
        self._beads.finished.connect(self._rest)
        lab.runs.updated.connect(self._on_update)

    def _on_update(self, update: Update) -> None:
        made, self._before = update.updates - self._before, update.updates
        if update.step is not None:
            self._tell(update.step, update)
        elif made and self._told:
            self._told = False
            self.said.emit(f"The weights have moved: update {update.updates:,}.")
        if update.step is None and made == 1 and self._is_slow(update.state):
            self._run()

    def _is_slow(self, state: RunState) -> bool:
        speed = self._lab.store.experiment.speed
        return state is not RunState.running or (speed != "max" and float(speed) <= SLOW)

    def _tell(self, step: Any, update: Update) -> None:
        """A revealed sample is chosen, so that every picture shows it; after the last one the update is told."""
        if is_turn(step):
            self._told = False
            if step.frame is not None:
                self.turned.emit(step.frame)
            self.said.emit(turn_sentence(step))
        elif step.frame is None:
            self.said.emit(
                f"All {step.of} samples of the batch are seen: the mean of their gradients has moved the weights. This was update {step.updates:,}."
            )
        else:
            self._told = True
            self._lab.store.change_view(sample=step.sample, row=())
            self.said.emit(sentence(step.number, step.of, step.frame))
        self._run()

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


def sentence(number: int, of: int, frame: Frame) -> str:
    """One sample's forward pass, loss and gradient in words."""
    gradients = [array for name, array in frame.arrays.items() if name.endswith(".gradient")]
    length = float(np.sqrt(sum(float((array.astype(np.float64) ** 2).sum()) for array in gradients)))
    answer = ", ".join(f"{value:.2f}" for value in frame.arrays["answer"]).replace("-", "−")
    loss = float(frame.arrays["loss"][0])
    return (
        f"Sample {number} of {of} in the coming update: the network answers {answer}, true is {frame.info['truth']}, "
        f"loss {loss:.3f}, gradient {length:.3f} long. The weights stand still."
    )
