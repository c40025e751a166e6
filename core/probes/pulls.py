"""How a penalty pulls on each weight, beside how the loss does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Literal

import numpy as np

from core.families import Penalty
from core.networks import shapes
from core.probing.probe import Probe

if TYPE_CHECKING:
    from core.probing.moment import Moment

MOST_SAMPLES = 2000


class Pulls(Probe):
    """Minus the gradient of the loss and of the penalties by each weight that a penalty counts.

    The loss is that of the training part, at most 2,000 samples of it, with nothing switched off.
    """

    label = "Pull on the weights"
    learns: ClassVar[bool] = False
    kind: Literal["pulls"] = "pulls"

    def compute(self, moment: Moment) -> tuple[dict[str, np.ndarray], dict[str, Any]]:
        """ "place" (n,), the numbers that are counted, in the flat vector of their player; of each "weight", "loss" and
        "penalty", the pulls, and "cut" whether it is cut for good. `info["slots"]` says what lies where."""
        moment = moment.of(next((player.name for player in moment.players if player.penalized), ""))
        slots, vector = moment.weights.slots, moment.weights.vector().astype(np.float64)
        active = tuple(penalty for penalty in moment.landscape.penalties if penalty.rate > 0)
        place = np.flatnonzero(np.any([_counted(slots, penalty) for penalty in active], axis=0)) if active else EMPTY
        samples = moment.prepared.train[:MOST_SAMPLES]
        loss = -moment.landscape.gradient(samples) if len(place) else np.zeros_like(vector)
        pulled = -sum(
            (penalty.gradient(vector) * _counted(slots, penalty) for penalty in active), np.zeros_like(vector)
        )
        arrays = {"place": place, "weight": vector[place], "loss": loss[place], "penalty": pulled[place]}
        words = {"slots": slots, "samples": len(samples), "of": len(moment.prepared.train), "player": moment.player}
        return arrays | {"cut": moment.weights.dead()[place]}, words


EMPTY = np.zeros(0, dtype=np.int64)


def _counted(slots: tuple[shapes.Slot, ...], penalty: Penalty) -> np.ndarray:
    return shapes.weight_mask(slots, biases=penalty.biases)
