"""Which units the coming update switches off at random (dropout)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Literal

import numpy as np

from core.networks import masks
from core.params import hidden
from core.probing.probe import Probe

if TYPE_CHECKING:
    from core.probing.moment import Moment


class SwitchedOff(Probe):
    """What the coming update switches off, the masks of dropout: for one sample of its batch, and how often over all.

    Every sample has a mask of its own. A sample that is not in the coming batch has none: then it is the batch's first.
    """

    label = "Switched off"
    learns: ClassVar[bool] = False
    kind: Literal["switched_off"] = "switched_off"
    index: int = hidden(-1, help="The number of the sample; one that is not in the coming batch: the batch's first.")

    def compute(self, moment: Moment) -> tuple[dict[str, np.ndarray], dict[str, Any]]:
        """For each layer NAME that switches off "NAME.off", (*shape of its mask) bool, and "NAME.often", the share of
        the batch's samples. `info["number"]` (from 1) of `info["of"]` samples is the one that is shown, number
        `info["sample"]` of the table; `info["shares"]` are the shares that are switched off on the long run."""
        if len(moment.players) > 1:
            return {}, {"problem": "Several networks that take turns have masks of their own in each turn."}
        batch = moment.coming_batch()
        found = np.flatnonzero(batch == self.index)
        row = int(found[0]) if len(found) else 0
        arrays: dict[str, np.ndarray] = {}
        for placed, shape, share in moment.blueprint.dropouts:
            seed = moment.experiment.seeds.dropout
            off = ~masks.kept(seed, placed.name, shape, share, len(batch), moment.updates)
            arrays |= {f"{placed.name}.off": off[row], f"{placed.name}.often": off.mean(axis=0)}
        shares = {placed.name: share for placed, _, share in moment.blueprint.dropouts}
        return arrays, {"number": row + 1, "of": len(batch), "sample": int(batch[row]), "shares": shares}
