"""No schedule."""

from __future__ import annotations

from typing import ClassVar, Literal

from core.families import Schedule


class Constant(Schedule):
    """The learning rate stays as it is.

    η. Where samples disagree, mini-batches keep the weights trembling around a minimum; a falling rate lets them
    settle.
    """

    label = "Constant"
    order = 0
    formula: ClassVar[str] = "η"
    steady: ClassVar[bool] = True
    kind: Literal["constant"] = "constant"

    def factor(self, update: int) -> float:
        return 1.0
