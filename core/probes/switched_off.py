"""Which units the coming update switches off at random (dropout)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Literal

import numpy as np

from core.families import SAMPLES
from core.networks import masks
from core.params import hidden
from core.probing.probe import Probe

if TYPE_CHECKING:
    from core.probing.moment import Moment


class SwitchedOff(Probe):
    """What the coming update switches off, the masks of dropout: for one sample of its batch, and how often over all.

    Every sample has a mask of its own. A sample that is not in the coming batch has none: then it is the batch's first.
    Of players that take turns it is what each switches off in its own turn; who sees no sample has as many rows of
    noise, and who is held still switches nothing off by itself.
    """

    label = "Switched off"
    learns: ClassVar[bool] = False
    kind: Literal["switched_off"] = "switched_off"
    index: int = hidden(-1, help="The number of the sample; one that is not in the coming batch: the batch's first.")

    def compute(self, moment: Moment) -> tuple[dict[str, np.ndarray], dict[str, Any]]:
        """For each layer NAME that switches off "NAME.off", (*shape of its mask) bool, and "NAME.often", the share of
        the batch's samples. `info["number"]` (from 1) of `info["of"]` samples is the one that is shown, number
        `info["sample"]` of the table; `info["shares"]` are the shares that are switched off on the long run,
        `info["noise"]` the layers of those who see noise alone."""
        batch = moment.coming_batch()
        found = np.flatnonzero(batch == self.index)
        row = int(found[0]) if len(found) else 0
        arrays: dict[str, np.ndarray] = {}
        for player in moment.players:
            if moment.task.learning not in ("", player.name):
                continue
            for name, stays in masks.kept_in_turn(moment.blueprint, player, len(batch), moment.updates).items():
                arrays |= {f"{name}.off": ~stays[row], f"{name}.often": 1.0 - stays.mean(axis=0)}
        dropouts = moment.blueprint.dropouts
        blind = {player.name for player in moment.players if SAMPLES not in player.sees}
        return arrays, {
            "number": row + 1,
            "of": len(batch),
            "sample": int(batch[row]),
            "shares": {placed.name: share for placed, _, share in dropouts},
            "noise": tuple(placed.name for placed, _, _ in dropouts if placed.player in blind),
        }
