"""Where one unit lies on its activation: its sums and values for samples of the training part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from core.params import hidden
from core.probing.probe import Answer, Probe

if TYPE_CHECKING:
    from core.probing.moment import Moment

MOST = 120  # samples


class UnitValues(Probe):
    """What one unit's sum is for samples of the training part, and what it makes of it."""

    label = "Values of a unit"
    kind: Literal["unit_values"] = "unit_values"
    layer: str = hidden("", help="The layer, as its parameters are called.")
    unit: int = hidden(0, help="Its place in the layer, from 0.")

    def compute(self, moment: Moment) -> Answer:
        """ "sums" and "values" (samples,) of the unit; none where the layer is not there, or where a unit has several
        sums."""
        prepared, words = moment.prepared, {"layer": self.layer, "unit": self.unit}
        if self.layer not in moment.layer_names():
            return {}, words
        sums, values = moment.answers.trace(prepared.x[prepared.some("train", MOST)], self.layer)[self.layer]
        if sums.shape != values.shape or values.ndim != 2 or not 0 <= self.unit < values.shape[1]:
            return {}, words
        return {"sums": sums[:, self.unit].copy(), "values": values[:, self.unit].copy()}, words
