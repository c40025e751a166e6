"""One neuron that is asked yes-or-no questions: its weights, its threshold, and what it makes of every row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

from core.probing.probe import Answer, Probe

if TYPE_CHECKING:
    from core.probing.moment import Moment

MANY = "Here stands a single neuron that is asked yes-or-no questions; this network is another one."


class Neuron(Probe):
    """What decides a lone neuron, which fires where Σ wᵢxᵢ > threshold; its bias is −threshold.

    "weights" (k,) and "threshold" (1,); of every row of the table "rows" (n, k), "sums" (n,) Σ wᵢxᵢ, "fires" and
    "wanted" (n,) bool, "right" (n,). "vector" (P,) are all parameters; info["places"] says where the weights and then
    the bias stand in it.
    """

    label = "Neuron"
    kind: Literal["neuron"] = "neuron"

    def compute(self, moment: Moment) -> Answer:
        slots = {slot.role: slot for slot in moment.weights.slots}
        alone = len(moment.weights.slots) == 2 and set(slots) == {"weight", "bias"} and slots["bias"].size == 1
        if not (alone and moment.experiment.data.questions):
            return {}, {"problem": MANY}
        prepared, table = moment.prepared, moment.prepared.table
        vector = moment.weights.vector().astype(np.float64)
        weights, bias = vector[slots["weight"].where], vector[slots["bias"].where]
        outputs = moment.answers.outputs(prepared.x)
        fires, wanted = moment.loss.decisions(outputs) == 1, table.y == 1
        arrays = {
            "vector": vector, "weights": weights, "threshold": 0.0 - bias, "rows": prepared.x, "sums": prepared.x @ weights,
            "fires": fires, "wanted": wanted, "right": fires == wanted,
        }  # fmt: skip
        places = [slots["weight"].offset + place for place in range(len(weights))] + [slots["bias"].offset]
        return {name: np.array(array) for name, array in arrays.items()}, {
            "questions": prepared.features,
            "target": table.target,
            "verdict": moment.experiment.data.verdict,
            "places": tuple(places),
        }
