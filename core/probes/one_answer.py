"""Of several yes-or-no answers that may be true together, one by itself: as two classes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from core.families import Loss
from core.frozen import frozen
from core.losses.cross_entropy import CrossEntropy

if TYPE_CHECKING:
    from core.probing.moment import Moment


@frozen
class Asked:
    """What is looked at: all that the network says, or answer `number` alone, a yes or no of its own."""

    loss: Loss
    classes: tuple[str, ...]
    target: str
    number: int = -1

    @classmethod
    def of(cls, moment: Moment, number: int) -> Asked:
        """That answer, where the task has such ones."""
        table = moment.prepared.table
        if not (moment.loss.apart and 0 <= number < len(table.answers)):
            return cls(moment.loss, table.classes, table.target)
        name = table.answers[number]
        return cls(CrossEntropy(), (f"not {name}", name), name, number)

    @property
    def alone(self) -> bool:
        return self.number >= 0

    def outputs(self, outputs: np.ndarray) -> np.ndarray:
        """Raw outputs (…, k) -> those that are looked at."""
        return outputs[..., self.number : self.number + 1] if self.alone else outputs

    def truth(self, y: np.ndarray) -> np.ndarray:
        """Class numbers (samples,) -> what is true of it."""
        return y >> self.number & 1 if self.alone else y
