"""Moment: what a probe may ask of a session, and nothing that could change it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import numpy as np

from core.experiment import Experiment
from core.families import Loss, Task
from core.preparation import Prepared

if TYPE_CHECKING:
    from core.session import Session


class Moment:
    """A read-only door to the run as it is at this update. Encoded grids are kept, since they change only with the data."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._kept: dict[object, tuple[object, np.ndarray]] = {}

    @property
    def experiment(self) -> Experiment:
        return self._session.experiment

    @property
    def prepared(self) -> Prepared:
        return self._session.prepared

    @property
    def loss(self) -> Loss:
        return cast(Loss, self.experiment.loss)

    @property
    def task(self) -> Task:
        return cast(Task, self.experiment.task)

    @property
    def updates(self) -> int:
        return self._session.updates

    def layer_names(self) -> tuple[str, ...]:
        """Hidden layers and "output", from left to right."""
        return (*(layer.name for layer in self.experiment.layers), "output")

    def parameters(self) -> dict[str, np.ndarray]:
        return self._session.parameters()

    def encoded(self, key: object, raw: np.ndarray) -> np.ndarray:
        """`prepared.encode(raw)`, kept under a key while the data stay the same."""
        prepared = self.prepared
        kept = self._kept.get(key)
        if kept is None or kept[0] is not prepared:
            if len(self._kept) > 8:
                self._kept.clear()
            kept = self._kept[key] = (prepared, prepared.encode(raw))
        return kept[1]

    def outputs(self, encoded: np.ndarray) -> np.ndarray:
        """(samples, features) -> raw outputs (samples, k)."""
        return self._session.outputs(encoded)

    def trace(self, encoded: np.ndarray) -> dict[str, tuple[np.ndarray, np.ndarray]]:
        """Layer name -> (weighted sums, values)."""
        return self._session.trace(encoded)

    def gradients(self, samples: np.ndarray | None = None) -> dict[str, np.ndarray]:
        """Gradient of the data's mean loss by parameter name, over the training part or the samples named."""
        flat = self._session.gradient(samples)
        return {slot.name: flat[slot.where].reshape(slot.shape) for slot in self._session.network.slots}

    def coming_batch(self) -> np.ndarray:
        return self._session.coming_batch()
