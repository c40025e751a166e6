"""All parameters as they are now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from core.probing.probe import Probe

if TYPE_CHECKING:
    from core.probing.moment import Moment


class Weights(Probe):
    """Every weight and bias by name; those of other players begin with the player: "left.g1.weight", … `info["cut"]`
    has those that a penalty has cut for good, bool by the same names, where there are any."""

    label = "Weights"
    kind: Literal["weights"] = "weights"

    def compute(self, moment: Moment) -> tuple[dict[str, np.ndarray], dict[str, Any]]:
        return moment.weights.parameters(), {
            "layers": moment.layer_names(),
            "makers": moment.maker_names(),
            "features": moment.prepared.features,
            "cut": moment.weights.cut(),
        }
