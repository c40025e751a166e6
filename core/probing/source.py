"""What a moment and its parts compute with: a Still, a network that is not the learning one, and samples."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from core.data.preparation import Prepared
from core.experiment import Experiment
from core.families import Player
from core.frozen import frozen
from core.history.still import Still
from core.networks.blueprint import Blueprint, blueprint_of
from core.networks.shapes import Slot

if TYPE_CHECKING:
    from core.engines.replica import Replica

Value = TypeVar("Value")


@frozen
class Source:
    """A Still, a replica of the network that it is loaded into, and the samples that are asked about."""

    still: Still
    replica: Replica
    prepared: Prepared

    @property
    def experiment(self) -> Experiment:
        return self.still.experiment

    @property
    def blueprint(self) -> Blueprint:
        """What the network is made of."""
        return blueprint_of(self.experiment, self.prepared)

    @property
    def players(self) -> tuple[Player, ...]:
        """The networks that learn, the experiment's own one first."""
        return self.blueprint.players

    @property
    def slots(self) -> tuple[Slot, ...]:
        """Where every parameter of all players lies in the flat vector."""
        return self.blueprint.slots

    @property
    def loaded(self) -> Replica:
        """The replica with the Still's numbers."""
        return self.replica.load(self.still)

    @property
    def lent(self) -> Replica:
        """The same for those who may write into its network."""
        replica = self.loaded
        replica.release()
        return replica

    def kept(self, key: object, make: Callable[[], Value]) -> Value:
        """A value made once for as long as the network's structure and the data stay."""
        kept = self.replica.kept
        return self.replica.keep(key, kept[key] if key in kept else make())
