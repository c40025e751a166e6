"""What a unit of a player makes: a generated picture with it and without it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

from core.data.images import as_pictures, is_picture
from core.params import hidden
from core.probes.feature_maps import SHOWN
from core.probing.probe import Answer, Probe

if TYPE_CHECKING:
    from core.probing.moment import Moment


class Makes(Probe):
    """One of the shown generated pictures as it is, and as it would be were the unit silent: its values 0, all others
    as they are in its layer."""

    label = "What a unit makes"
    kind: Literal["makes"] = "makes"
    layer: str = hidden("", help="The player's layer, by its whole name.")
    unit: int = hidden(0, help="The unit or channel, from 0.")
    made: int = hidden(0, help="Which of the shown generated samples is looked at, from 0.")

    def compute(self, moment: Moment) -> Answer:
        """ "with", "without" (height, width, channels) in the data's own units, and "change", the first less the
        second."""
        prepared = moment.prepared
        made = next((made for made in moment.made if self.layer in made.maker.layer_names), None)
        if made is None or self.unit >= moment.blueprint.units(self.layer):
            return {}, {"problem": "this unit is gone"}
        if not is_picture(prepared.sample_shape):
            return {}, {"problem": "what a unit makes is shown where the samples are pictures"}
        noise = made.noise(SHOWN)[self.made % SHOWN][None]
        pair = np.concatenate([made.of(noise), made.without(noise, self.layer, self.unit)])
        whole, less = as_pictures(prepared.encode(pair), prepared.sample_shape, prepared)
        return {"with": whole, "without": less, "change": whole - less}, {
            "problem": "",
            "layer": self.layer,
            "unit": self.unit,
        }
