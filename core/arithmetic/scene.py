"""What the coming update begins with: the batch in its own order, dropout's masks, weights and memory."""

from __future__ import annotations

import functools

import numpy as np

from core.arithmetic.station import Station
from core.arithmetic.stations import stations_of
from core.families import Player
from core.frozen import frozen
from core.history.state import Slots
from core.history.still import Still
from core.networks.blueprint import Placed
from core.networks.shapes import Slot
from core.probing.moment import Moment


@frozen(eq=False)
class Scene:
    """The coming update of one player, of one network where there are not several: `rows` (batch,) are numbers in the
    table, −1 for what is made of noise, `x` (batch, numbers) what goes through the layers of `chain`, `targets` (batch,
    outputs) what should come of it. All in double precision, `vector` (P,) the weights as the update begins.
    `apart`: the batch is not the coming one, but one sample of its own."""

    moment: Moment
    still: Still
    player: Player
    rows: np.ndarray
    x: np.ndarray
    targets: np.ndarray
    chain: tuple[Placed, ...]
    masks: dict[str, np.ndarray]
    vector: np.ndarray
    buffers: dict[str, np.ndarray]
    memory: Slots
    apart: bool = False

    @property
    def alone(self) -> bool:
        """Whether there is but one player."""
        return len(self.moment.players) == 1

    @functools.cached_property
    def stations(self) -> tuple[Station, ...]:
        """Who works the layers of the chain out."""
        return stations_of(self.chain, self.moment.blueprint.slots, self.vector, self.buffers)

    @property
    def inputs(self) -> tuple[str, ...]:
        """What the numbers are called that a sample begins with."""
        count = self.x.shape[1]
        features = self.moment.prepared.features
        if not self.player.makes and len(features) == count:
            return features
        return tuple(f"{'noise' if self.player.makes else 'input'} {number}" for number in range(1, count + 1))

    def unscaled(self, place: int) -> tuple[float, ...]:
        """The numbers (inputs,) of a sample of the batch before they were scaled; none where what it begins with are
        not the features."""
        encoding = self.moment.prepared.encoding
        if self.inputs != self.moment.prepared.features or len(encoding.scale) != self.x.shape[1]:
            return ()
        return tuple((self.x[place] * encoding.scale + encoding.shift).tolist())

    @functools.cached_property
    def slots(self) -> tuple[Slot, ...]:
        """The parameters that this update changes."""
        return tuple(slot for slot in self.moment.blueprint.slots if slot.player == self.player.name)
