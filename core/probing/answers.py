"""What the network makes of samples at a moment, layer by layer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from core.families import Player
from core.probing.source import Source

if TYPE_CHECKING:
    from core.engines.through_time import Unrolled


class Answers:
    """The network's own answers, and what its layers say on the way there."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def outputs(self, encoded: np.ndarray) -> np.ndarray:
        """(samples, features) -> raw outputs (samples, k)."""
        return self._source.loaded.outputs(encoded)

    def trace(self, encoded: np.ndarray, only: str = "") -> dict[str, tuple[np.ndarray, np.ndarray]]:
        """Layer name -> (weighted sums, values). Who needs one layer names it: a large network is then not remembered
        as a whole."""
        return self._source.loaded.trace(encoded, only)

    def activation_gradient(self, encoded: np.ndarray, layer: str, unit: int) -> tuple[float, np.ndarray]:
        """A unit's weighted sum for one encoded sample (features,), of a channel in the middle of its map, and its
        gradient by the sample."""
        return self._source.loaded.activation_gradient(encoded, layer, unit)

    def thinned(self, encoded: np.ndarray, factors: Mapping[str, np.ndarray]) -> np.ndarray:
        """(samples, features) -> raw outputs (samples, k) where the values of layers are multiplied by factors, (1,
        *shape) each: 0 where a unit is switched off."""
        from core.engines import answers

        return answers.thinned(self._source.loaded.train_state, encoded, factors)

    def forward_from(self, layer: str, values: np.ndarray) -> np.ndarray:
        """Values (samples, numbers) that a layer might give -> raw outputs (samples, k) of the layers after it."""
        from core.engines.through_time import forward_from

        return forward_from(self._source.loaded.network, layer, values)

    def through_time(self, sample: np.ndarray, target: np.ndarray | None = None) -> Unrolled:
        """One encoded sample (features,) through the network, every recurrent cell step by step; with its target
        (outputs,) also how the loss slopes at each step."""
        from core.engines.through_time import course

        return course(self._source.loaded.network, self._source.experiment.loss, sample, target)


class PlayerAnswers(Answers):
    """The answers where one of several players is asked for its layers."""

    def __init__(self, source: Source, player: Player) -> None:
        super().__init__(source)
        self._player = player.name

    def trace(self, encoded: np.ndarray, only: str = "") -> dict[str, tuple[np.ndarray, np.ndarray]]:
        """Layer name -> (weighted sums, values) of the player's layers, for what it begins with (samples, numbers)."""
        from core.engines import answers

        if self._player == self._source.players[0].name:
            return super().trace(encoded, only)
        return answers.trace(self._source.loaded.train_state, encoded, only, self._player)
