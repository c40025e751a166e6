"""Slow motion: what one update does, told by beads along the edges and a sentence."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QObject, QVariantAnimation, Signal

from app.network.lab import Lab
from app.network.player_words import is_turn, turn_sentence
from app.views.network.view import NetworkView
from core.experiment import Experiment
from core.frames import Frame, RunState, Update
from core.optimizers.sgd import SGD

SLOW = 2.0  # updates a second up to which each update is told
TELLING = 900  # ms that one telling takes
NO_GRADIENT = "There is no gradient, and the weights stand still: after an update {told}."
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
        lab.runs.began.connect(self._forget)

    def _forget(self, _run: int) -> None:
        """What is on the screen was said of another run."""
        self._before, self._told = 0, False

    def _on_update(self, update: Update) -> None:
        made, self._before = update.updates - self._before, update.updates
        if update.step is not None:
            self._tell(update.step, update)
        elif made and self._told:
            self._told = False
            if made > 0:
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
            moved = moved_by(self._lab.store.experiment)
            self.said.emit(f"All {step.of} samples of the batch are seen: {moved}. This was update {step.updates:,}.")
        else:
            self._told = True
            self._lab.store.change_view(sample=step.sample, row=())
            rule, unlike = self._lab.store.experiment.rule, step.info["unlike"]
            told = gradient_words(step.frame, unlike) if rule.descends else NO_GRADIENT.format(told=rule.told)
            self.said.emit(f"{sentence(step.number, step.of, step.frame)} {told}")
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
    """One sample's forward pass and loss in words."""
    answer = ", ".join(f"{value:.2f}" for value in frame.arrays["answer"]).replace("-", "−")
    loss = float(frame.arrays["loss"][0])
    return (
        f"Sample {number} of {of} in the coming update: the network answers {answer}, true is {frame.info['truth']}, "
        f"loss {loss:.3f}."
    )


def gradient_words(frame: Frame, unlike: str) -> str:
    """The gradient of the sample, where it is the one that the update takes; else why it is another."""
    if unlike:
        return f"The update's own gradient is another and is not told: {unlike}. The weights stand still."
    gradients = [array for name, array in frame.arrays.items() if name.endswith(".gradient")]
    length = float(np.sqrt(sum(float((array.astype(np.float64) ** 2).sum()) for array in gradients)))
    return f"Its gradient is {length:.3f} long. The weights stand still."


def moved_by(experiment: Experiment) -> str:
    """What has moved the weights in an update."""
    if not experiment.rule.descends:
        return experiment.rule.told
    optimizer, clipping = experiment.optimizer, experiment.clipping
    plain = isinstance(optimizer, SGD) and not optimizer.remembers and optimizer.weight_decay == 0
    if not plain:
        return f"{optimizer.label} has made its step; it makes more of the mean of their gradients than η times it"
    if experiment.penalties or clipping != type(clipping)():
        return "the mean of their gradients, with penalties and clipping, has moved the weights"
    return "the mean of their gradients has moved the weights"
