"""One player of a GAN as a surface sees it: its own numbers are all the numbers there are, the other one stands still
where it is."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from core.history.still import Path
from core.networks.players import DISCRIMINATOR, GENERATOR, own, own_slots
from core.networks.shapes import Slot
from core.probing.moment import Moment

if TYPE_CHECKING:
    from core.engines.players import Side
    from core.surfaces.request import SurfaceRequest


def refused(request: SurfaceRequest, moment: Moment) -> str:
    """Why there is no such picture of a player; "" where there is."""
    if moment.task.kind != "gan":
        return (
            "There is one network here and no second player: a surface of each player is that of a GAN."
            if request.player
            else ""
        )
    if request.player == GENERATOR and request.metric == "score":
        return "The generator has no score of its own: what is told apart is told by the discriminator. Its loss can be drawn."
    return ""


def of_player(moment: Moment, player: str) -> Moment:
    """What a surface is drawn of: of a GAN one player, the discriminator unless the other one is named; else
    everything."""
    if moment.task.kind != "gan":
        return moment
    return PlayerMoment(moment, player or DISCRIMINATOR)


def said(subset: str, moment: Moment) -> str:
    """What a surface is computed from, in words: a GAN's players see generated samples too."""
    if not moment.player:
        return subset
    return (
        f"{subset}, and as many generated"
        if moment.player == DISCRIMINATOR
        else f"generated samples only, as many as {subset}"
    )


class PlayerMoment(Moment):
    """A Moment whose vector (P,), slots, path, points, losses and slopes are those of one player.

    Nobody can move the other one: at every vector its numbers are those of the Still. The loss is the one that the
    player is trained with, over real samples of the table, generated ones of fixed noise (sample number i has row i
    beside it), or both.
    """

    def __init__(self, moment: Moment, player: str) -> None:
        super().__init__(moment.still, moment._replica, moment.prepared)
        self.player = player
        self._where = own(super().slots, player)
        self._begun: tuple[np.ndarray, Side] | None = (
            None  # the samples that were asked for last, and what has been made for them
        )

    # What is known

    @property
    def slots(self) -> tuple[Slot, ...]:
        return own_slots(super().slots, self.player)

    @property
    def path(self) -> Path:
        path = super().path
        if path.subset is None:
            return dataclasses.replace(path, vectors=path.vectors[:, self._where])
        kept = (path.subset >= self._where.start) & (path.subset < self._where.stop)
        return dataclasses.replace(path, vectors=path.vectors[:, kept], subset=path.subset[kept] - self._where.start)

    @property
    def points(self) -> Mapping[str, np.ndarray]:
        return {name: vector[self._where] for name, vector in super().points.items()}

    @property
    def penalties(self) -> tuple[Any, ...]:
        """They are the discriminator's alone."""
        return super().penalties if self.player == DISCRIMINATOR else ()

    def vector(self) -> np.ndarray:
        return super().vector()[self._where]

    def whole(self, numbers: np.ndarray, base: np.ndarray | None = None) -> np.ndarray:
        """The player's numbers (P,) among those of both: the other one's are those of `base`, or 0."""
        found = np.zeros(len(self.still.vector)) if base is None else base.astype(np.float64)
        found[self._where] = numbers
        return found

    def places_of(self, places: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(place + self._where.start for place in places)

    @property
    def besides(self) -> bytes:
        other = self.still.vector.copy()
        other[self._where] = 0
        return super().besides + other.tobytes()

    # What is computed

    def _side(self, samples: np.ndarray | None) -> Side:
        from core.engines.generation import rows_beside
        from core.engines.players import Side

        samples = self.prepared.train if samples is None else samples
        network = self._lent.network
        if self._begun is None or not np.array_equal(self._begun[0], samples):
            every = np.arange(len(self.prepared.table.x))
            rows = self.kept("noise beside the samples", lambda: rows_beside(self.experiment, self.prepared, every))
            self._begun = (
                samples,
                Side(network, self.experiment, self.player, self.still.vector, self.prepared.x[samples], rows[samples]),
            )
        return self._begun[1]

    def gradient(self, samples: np.ndarray | None = None, vector: np.ndarray | None = None) -> np.ndarray:
        """Gradient (P,) float64 of the player's loss, here or at another vector of its own."""
        at = self.still.vector if vector is None else self.whole(vector, self.still.vector)
        return self._side(samples).gradient(at)[self._where].astype(np.float64)

    def losses(
        self, vectors: np.ndarray, samples: np.ndarray | None = None, metric: Literal["loss", "score"] = "loss", penalty: bool = False
    ) -> np.ndarray:  # fmt: skip
        """The player's loss, or the share that the discriminator tells apart, at each of `vectors` (n, P) of its own:
        (n,) float64."""
        both = np.repeat(self.still.vector[None].astype(np.float64), len(vectors), axis=0)
        both[:, self._where] = vectors
        return self._side(samples).losses(both, metric, penalty)

    def chunk(self, samples: np.ndarray) -> int:
        return self._side(samples).chunk()

    def hessian_product(
        self, direction: np.ndarray, samples: np.ndarray | None = None, vector: np.ndarray | None = None
    ) -> np.ndarray:
        """The Hessian of the player's loss by its own numbers times a direction (P,): (P,) float64."""
        from core.engines.derivatives import product_of

        side = self._side(samples)
        at = self.still.vector if vector is None else self.whole(vector, self.still.vector)
        return product_of(side.network, side.loss_at, at, self.whole(direction))[self._where]

    def step(self) -> np.ndarray:
        """What the coming update changes of the player's numbers, (P,) float64."""
        return super().step()[self._where]
