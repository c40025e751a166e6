"""The perceptron's own learning rule."""

from typing import ClassVar, Literal

from core.families import Optimizer, Rule
from core.params import number


class Perceptron(Rule):
    """Rosenblatt's rule of 1958: after a mistake, move the weights towards the sample; otherwise leave them alone.

    One step unit a class sees one sample at a time and fires above 0: w ← w + η (y − ŷ) x, b ← b + η (y − ŷ).
    Its loss is the number of mistakes. From zero weights η only scales the weights and changes no decision.
    """

    label = "Perceptron rule"
    order = 10
    kind: Literal["perceptron"] = "perceptron"
    lr_path: ClassVar[str] = "rule.lr"
    descends: ClassVar[bool] = False  # from mistake to mistake
    batches: ClassVar[Literal["chosen", "one", "all"]] = "one"
    told: ClassVar[str] = "the rule has moved the weights where there was a mistake, and else left them alone"
    lr: float = number(
        1.0,
        0.01,
        10,
        above=0.0,
        log=True,
        live=True,
        label="Learning rate",
        symbol="η",
        help="How far one mistake moves the weights.",
    )

    def lr_beside(self, optimizer: Optimizer) -> float:
        return self.lr
