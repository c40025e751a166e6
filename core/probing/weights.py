"""The parameters at a moment: the vector, what lies where in it, where it has been."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

import numpy as np

from core.families import Player
from core.history.still import Path
from core.networks.players import own, own_slots
from core.networks.shapes import Slot
from core.probing.source import Source


class Weights:
    """All parameters of a run, (P,), as they were when its Still was taken."""

    def __init__(self, source: Source) -> None:
        self._source, self._still = source, source.still

    @property
    def slots(self) -> tuple[Slot, ...]:
        """Where every parameter lies in the flat vector."""
        return self._source.slots

    @property
    def path(self) -> Path:
        """Where the run has been, the present its last point."""
        return self._still.path.ending(self._still.updates, self._still.vector)

    @property
    def points(self) -> Mapping[str, np.ndarray]:
        """Kept points by name, each (P,); "start" is always there."""
        return self._still.points

    @property
    def besides(self) -> bytes:
        """All that a loss at a vector depends on besides the vector, the samples and the experiment: running
        statistics."""
        return b"".join(array.tobytes() for array in self._still.numbers.buffers.values())

    def vector(self) -> np.ndarray:
        """A copy of all parameters (P,), in the run's precision."""
        return self._still.vector.copy()

    def parameters(self) -> dict[str, np.ndarray]:
        """Copies of all parameters by name."""
        return self.named(self.vector())

    def named(self, flat: np.ndarray) -> dict[str, np.ndarray]:
        """Numbers (P,) by the name of the parameter that they belong to."""
        return {slot.name: flat[slot.where].reshape(slot.shape) for slot in self.slots}

    def dead(self) -> np.ndarray:
        """Which numbers a penalty has cut for good, (P,) bool."""
        dead = self._still.numbers.dead
        return self.own(np.zeros(len(self._still.vector), dtype=bool) if dead is None else dead)

    def cut(self) -> dict[str, np.ndarray]:
        """The same by the names of their parameters; {} where none are."""
        dead = self.dead()
        return self.named(dead) if dead.any() else {}

    def whole(self, numbers: np.ndarray, base: np.ndarray | None = None) -> np.ndarray:
        """Numbers (P,) as a whole vector of the run: here they are one."""
        return numbers.copy()

    def own(self, numbers: np.ndarray) -> np.ndarray:
        """What of a whole vector of the run are these numbers: the way back from `whole`."""
        return numbers

    def places_of(self, places: tuple[int, ...]) -> tuple[int, ...]:
        """Where numbers of this vector lie in the whole one."""
        return places


class PlayerWeights(Weights):
    """The parameters of one of several players: nobody can move the others'."""

    def __init__(self, source: Source, player: Player) -> None:
        super().__init__(source)
        self._player, self.where = player.name, own(source.slots, player.name)

    @property
    def slots(self) -> tuple[Slot, ...]:
        return own_slots(self._source.slots, self._player)

    @property
    def path(self) -> Path:
        path = super().path
        if path.subset is None:
            return dataclasses.replace(path, vectors=path.vectors[:, self.where])
        kept = (path.subset >= self.where.start) & (path.subset < self.where.stop)
        return dataclasses.replace(path, vectors=path.vectors[:, kept], subset=path.subset[kept] - self.where.start)

    @property
    def points(self) -> Mapping[str, np.ndarray]:
        return {name: vector[self.where] for name, vector in super().points.items()}

    @property
    def besides(self) -> bytes:
        other = self._still.vector.copy()
        other[self.where] = 0
        return super().besides + other.tobytes()

    def vector(self) -> np.ndarray:
        return super().vector()[self.where]

    def whole(self, numbers: np.ndarray, base: np.ndarray | None = None) -> np.ndarray:
        """The player's numbers (P,) among those of all: the others' are those of `base`, or 0."""
        found = np.zeros(len(self._still.vector)) if base is None else base.astype(np.float64)
        found[self.where] = numbers
        return found

    def own(self, numbers: np.ndarray) -> np.ndarray:
        return numbers[self.where]

    def places_of(self, places: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(place + self.where.start for place in places)
