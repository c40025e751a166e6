"""What a player makes of noise, and what its judges say of it."""

from __future__ import annotations

import numpy as np

from core.families import Player
from core.probing.source import Source


class Made:
    """The samples of one player at a moment, in the data's own units where nothing else is said."""

    def __init__(self, source: Source, maker: Player) -> None:
        self._source, self.prepared, self.maker = source, source.prepared, maker

    def noise(self, count: int) -> np.ndarray:
        """The noise (count, numbers) that shown samples are made of; always the same."""
        from core.engines.generation import SHOWN, noise

        return noise(self._source.experiment, self.maker, count, SHOWN)

    def samples(self, count: int) -> np.ndarray:
        """(count, columns) samples of always the same random numbers."""
        return self.prepared.decode(self.encoded(count))

    def encoded(self, count: int) -> np.ndarray:
        """The same as a network sees them, (count, features)."""
        return self._of(self.noise(count))

    def beside(self, samples: np.ndarray) -> np.ndarray:
        """The samples, as a network sees them, that stand beside samples of the table (n,) wherever figures of several
        players are counted."""
        from core.engines.generation import rows_beside

        return self._of(rows_beside(self._source.experiment, self.maker, self.prepared, samples))

    def of(self, noise: np.ndarray) -> np.ndarray:
        """What is made of noise (n, numbers), (n, columns)."""
        return self.prepared.decode(self._of(noise))

    def without(self, noise: np.ndarray, layer: str, unit: int) -> np.ndarray:
        """The same (n, columns) with a unit or channel of one of the player's layers silent."""
        from core.engines.generation import made_without

        return self.prepared.decode(made_without(self._source.loaded.network, self.maker.name, noise, layer, unit))

    def trace(self, noise: np.ndarray) -> dict[str, tuple[np.ndarray, np.ndarray]]:
        """Layer name, "left.h1" say -> (weighted sums, values) for noise (n, numbers)."""
        from core.engines import answers

        return answers.trace(self._source.loaded.train_state, noise, player=self.maker.name)

    def push(self, generated: np.ndarray) -> np.ndarray:
        """Where the judges push samples that were made (n, columns): minus the gradient of the player's loss for each
        one by it."""
        return self.push_encoded(self.prepared.encode(generated)) / self.prepared.encoding.scale

    def push_encoded(self, encoded: np.ndarray) -> np.ndarray:
        """The same by what a network sees, (n, features), in its units."""
        from core.engines.players import sample_gradient

        return sample_gradient(self._source.loaded.train_state, self.maker, encoded)

    def _of(self, noise: np.ndarray) -> np.ndarray:
        from core.engines.generation import made_of

        return made_of(self._source.loaded.network, self.maker.name, noise)
