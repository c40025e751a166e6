"""The loss as a function of the weights at a moment: its height, slope and curvature, and the coming step on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

from core.families import Penalty, Player, makers
from core.probing.source import Source
from core.probing.weights import PlayerWeights, Weights

if TYPE_CHECKING:
    from core.engines.players import Side
    from core.networks.network import Network


class Landscape:
    """The data's mean loss over the training part or samples of the table, at the moment's weights or at others."""

    def __init__(self, source: Source, weights: Weights) -> None:
        self._source, self._weights = source, weights

    @property
    def penalties(self) -> tuple[Penalty, ...]:
        """Those that the weights are trained with."""
        return tuple(self._source.experiment.penalties)

    def gradient(self, samples: np.ndarray | None = None, vector: np.ndarray | None = None) -> np.ndarray:
        """Flat gradient (P,) float64 of the loss over the training part or the samples named, here or at another
        vector."""
        return self._slope(samples, vector).astype(np.float64)

    def gradients(self, samples: np.ndarray | None = None) -> dict[str, np.ndarray]:
        """Gradient of the loss by parameter name, over the training part or the samples named, in the run's
        precision."""
        return self._weights.named(self._slope(samples))

    def losses(
        self, vectors: np.ndarray, samples: np.ndarray | None = None, metric: Literal["loss", "score"] = "loss", *, penalty: bool = False
    ) -> np.ndarray:  # fmt: skip
        """The loss, or the task's score, of the network at each of `vectors` (n, P), over samples of the table (the
        training part): (n,) float64."""
        from core.engines.heights import losses

        source = self._source
        samples = self._samples(samples)
        return losses(source.lent.many, source.experiment, source.prepared, vectors, samples, metric, penalty=penalty)

    def chunk(self, samples: np.ndarray) -> int:
        """How many vectors `losses` takes in some milliseconds: by the network and the samples, never by the clock."""
        return self._source.loaded.many.chunk(self._source.prepared, samples)

    def hessian_product(
        self, direction: np.ndarray, samples: np.ndarray | None = None, vector: np.ndarray | None = None
    ) -> np.ndarray:
        """The Hessian of the loss times a direction (P,), here or at another vector: (P,) float64."""
        from core.engines.derivatives import hessian_product

        source, samples = self._source, self._samples(samples)
        at = source.still.vector if vector is None else vector
        return hessian_product(source.lent.network, source.experiment, source.prepared, at, direction, samples)

    def spreads(self, vector: np.ndarray, samples: np.ndarray) -> dict[str, tuple[float, float]]:
        """Layer name -> how wide its values, and the gradients δ by its weighted sums, are spread over samples and
        units at a vector (P,)."""
        from core.engines.signals import spreads

        prepared = self._source.prepared
        return spreads(self._source.lent.train_state, vector, prepared.x[samples], prepared.targets[samples])

    def step(self) -> np.ndarray:
        """The change (P,) float64 that the optimizer's next update would make, on the coming batch; the probe must
        declare `needs_memory`."""
        return self._source.lent.step(self._source.still)

    def _slope(self, samples: np.ndarray | None, vector: np.ndarray | None = None) -> np.ndarray:
        return self._source.loaded.gradient(samples, vector, self._source.prepared)

    def _samples(self, samples: np.ndarray | None) -> np.ndarray:
        return self._source.prepared.train if samples is None else samples


class PlayerLandscape(Landscape):
    """The loss that one of several players is trained with, as a function of its own weights.

    Nobody can move the others: at every vector their numbers are those of the Still. The loss is over real samples of
    the table, generated ones of fixed noise (sample number i has row i beside it), or both.
    """

    def __init__(self, source: Source, weights: PlayerWeights, player: Player) -> None:
        super().__init__(source, weights)
        self._player, self._where = player, weights.where
        self._begun: tuple[np.ndarray, Side] | None = None  # samples asked for last, and what is made for them

    @property
    def penalties(self) -> tuple[Penalty, ...]:
        """They are those of a player that is penalized."""
        return super().penalties if self._player.penalized else ()

    def losses(
        self, vectors: np.ndarray, samples: np.ndarray | None = None, metric: Literal["loss", "score"] = "loss", *, penalty: bool = False
    ) -> np.ndarray:  # fmt: skip
        """The player's loss, or the task's score where it has one, at each of `vectors` (n, P) of its own: (n,)
        float64."""
        whole = np.repeat(self._source.still.vector[None].astype(np.float64), len(vectors), axis=0)
        whole[:, self._where] = vectors
        return self._side(samples).losses(whole, metric, penalty=penalty)

    def chunk(self, samples: np.ndarray) -> int:
        return self._side(samples).chunk()

    def hessian_product(
        self, direction: np.ndarray, samples: np.ndarray | None = None, vector: np.ndarray | None = None
    ) -> np.ndarray:
        """The Hessian of the player's loss by its own numbers times a direction (P,): (P,) float64."""
        from core.engines.derivatives import product_of

        side = self._side(samples)
        return product_of(side.network, side.loss_at, self._at(vector), self._weights.whole(direction))[self._where]

    def step(self) -> np.ndarray:
        """What the coming update changes of the player's numbers, (P,) float64."""
        return super().step()[self._where]

    def _slope(self, samples: np.ndarray | None, vector: np.ndarray | None = None) -> np.ndarray:
        return self._side(samples).gradient(self._at(vector))[self._where]

    def _at(self, vector: np.ndarray | None) -> np.ndarray:
        """The whole vector with these numbers of the player's."""
        here = self._source.still.vector
        return here if vector is None else self._weights.whole(vector, here)

    def _side(self, samples: np.ndarray | None) -> Side:
        network, samples = self._source.lent.network, self._samples(samples)
        if self._begun is None or not np.array_equal(self._begun[0], samples):
            self._begun = samples, self._beginning(network, samples)
        return self._begun[1]

    def _beginning(self, network: Network, samples: np.ndarray) -> Side:
        from core.engines.players import Side

        source = self._source
        rows = {name: each[samples] for name, each in source.kept("noise beside the samples", self._noise).items()}
        real = source.prepared.x[samples]
        return Side(network, source.blueprint, self._player.name, source.still.vector, real, rows)

    def _noise(self) -> dict[str, np.ndarray]:
        """Of each player that makes samples the noise beside every sample of the table."""
        from core.engines.generation import rows_beside

        source = self._source
        every = np.arange(len(source.prepared.table.x))
        return {
            maker.name: rows_beside(source.experiment, maker, source.prepared, every)
            for maker in makers(source.players)
        }
