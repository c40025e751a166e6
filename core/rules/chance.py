"""Looking for weights at random."""

from typing import ClassVar, Literal

from core.families import Optimizer, Rule
from core.params import number


class Chance(Rule):
    """Draws all weights anew in every update, and keeps them where the training loss is the lowest so far.

    W ~ N(0, σ²), and the biases too. An update costs one evaluation of the loss over the whole training part, whatever
    the batch size; there is no gradient, so nothing is learned from a draw but whether it was better.
    """

    label = "Chance"
    order = 20
    kind: Literal["chance"] = "chance"
    lr_path: ClassVar[str] = "rule.std"
    descends: ClassVar[bool] = False  # it jumps
    batches: ClassVar[Literal["chosen", "one", "all"]] = "all"
    told: ClassVar[str] = "all weights were drawn anew, and kept if the loss over all samples is the lowest so far"
    std: float = number(
        2.0, 0.1, 10, above=0.0, log=True, live=True,
        label="Standard deviation", symbol="σ", help="How wide the bell is from which all weights are drawn.",
    )  # fmt: skip

    def lr_beside(self, optimizer: Optimizer) -> float:
        return self.std
