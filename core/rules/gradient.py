"""Learning by the gradient of the loss."""

from typing import Literal

from core.families import Rule


class Gradient(Rule):
    """Backpropagation computes the gradient of the loss, the optimizer changes the weights with it."""

    label = "Gradient"
    order = 0
    kind: Literal["gradient"] = "gradient"
