"""The rate falls when learning stands still."""

from __future__ import annotations

from typing import ClassVar, Literal

from core.families import Schedule
from core.params import integer, number


class Plateau(Schedule):
    """When the validation loss has not become better for a while, the learning rate is multiplied by γ.

    It looks at the evaluations of the validation part, which is carved out of the training part for it; the test part
    drives nothing. Better means lower than the best so far by more than the threshold's share of it.
    """

    label = "Plateau"
    order = 70
    formula: ClassVar[str] = "η·γ after each plateau"
    watches: ClassVar[bool] = True
    steady: ClassVar[bool] = True
    kind: Literal["plateau"] = "plateau"
    gamma: float = number(
        0.5,
        0.05,
        0.95,
        above=0.0,
        below=1.0,
        step=0.05,
        live=True,
        label="Factor",
        symbol="γ",
        help="What the learning rate is multiplied by at a plateau.",
    )
    patience: int = integer(
        10,
        1,
        100,
        minimum=0,
        live=True,
        label="Patience",
        unit="evaluations",
        help="Evaluations without a better loss that are waited for.",
    )
    threshold: float = number(
        1e-4,
        1e-5,
        0.1,
        minimum=0.0,
        below=1.0,
        log=True,
        live=True,
        advanced=True,
        label="Threshold",
        help="The share by which a loss must be lower to count as better.",
    )
    floor: float = number(
        0.0,
        0,
        0.1,
        minimum=0.0,
        maximum=1.0,
        live=True,
        advanced=True,
        label="Lowest",
        help="The share of η that is never fallen below.",
    )

    def factor(self, update: int) -> float:
        return 1.0

    def next(self, state: dict[str, float] | None, loss: float) -> dict[str, float]:
        """The state {"factor", "best", "bad"} after an evaluation with this loss; nothing is stored here."""
        if state is None:
            state = {"factor": 1.0, "best": float("inf"), "bad": 0}
        if loss < state["best"] * (1.0 - self.threshold):
            return {"factor": state["factor"], "best": loss, "bad": 0}
        if state["bad"] + 1 <= self.patience:
            return state | {"bad": state["bad"] + 1}
        return {"factor": max(state["factor"] * self.gamma, self.floor), "best": state["best"], "bad": 0}
