"""Twins of the arithmetic: the same one rounding off, to see whether roundings decide where an update ends."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import numpy as np

from core.arithmetic.mistake import corrected
from core.arithmetic.scene import Scene
from core.arithmetic.step import Step, Wanted
from core.arithmetic.told import ParameterTold
from core.arithmetic.way import Gone, go
from core.random import Stream

TWINS = 16  # a line search that may go two ways goes the same way by luck a few times


class Roundings:
    """One rounding of the run's own precision up or down, drawn anew for every number."""

    def __init__(self, scene: Scene, twin: int) -> None:
        self._precision = np.dtype(scene.moment.experiment.dtype)
        self._luck = Stream(scene.moment.experiment.seeds.weights, "roundings", scene.moment.updates, twin)

    def off(self, numbers: np.ndarray) -> np.ndarray:
        """Each of the numbers by its last digit higher or lower."""
        up = self._luck.uniform(numbers.size, -1.0).reshape(numbers.shape) >= 0
        digit = np.spacing(np.abs(numbers).astype(self._precision)).astype(np.float64)
        return numbers + np.where(up, digit, -digit)

    def seen(self, scene: Scene, weights: np.ndarray) -> Scene:
        """A scene at other weights (P,), where these, inputs and targets are off."""
        return dataclasses.replace(
            scene, vector=self.off(weights), x=self.off(scene.x), targets=self.off(scene.targets)
        )


class TwinStep(Step):
    """The coming update where every further look at the loss is one rounding off, too: single precision rounds in each
    of them, so weights that begin a digit apart would not be enough."""

    def __init__(self, scene: Scene, gone: Gone, roundings: Roundings) -> None:
        super().__init__(scene, gone)
        self._roundings = roundings

    def _look(self, weights: np.ndarray) -> tuple[float, np.ndarray]:
        loss, gradient = self._seen(self._roundings.seen(self.scene, weights))
        return float(self._roundings.off(np.asarray(loss))), gradient


def twins(scene: Scene, gone: Gone, parameters: tuple[ParameterTold, ...]) -> Iterator[list[np.ndarray]]:
    """The new weights of each parameter that is told, one twin after the other."""
    slots = {slot.name: slot for slot in scene.slots}
    wanted = [Wanted(slots[each.name], each.places) for each in parameters]
    for number in range(TWINS):
        roundings = Roundings(scene, number)
        there = go(roundings.seen(scene, scene.vector), gone.place, descends=bool(gone.returned))
        if gone.returned:
            step = TwinStep(scene, there, roundings)
            yield [step.told(each).after for each in wanted]
        else:
            yield [corrected(scene, there, each).after for each in wanted]
