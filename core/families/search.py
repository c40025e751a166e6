"""An update that looks at the loss several times: its inner steps."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from core.families.line import Line
from core.frozen import frozen

Look = Callable[[np.ndarray], tuple[float, np.ndarray]]  # weights (P,) -> the loss there, and its gradient (P,)


@frozen
class Tried:
    """A length along a direction: the loss there, and how it slopes along the direction."""

    length: float
    loss: float
    slope: float


@frozen(eq=False)
class InnerStep:
    """One step within an update: from the `loss` where it begins, along a direction d on which the loss slopes with
    `slope` = g·d, so far as `length` (0: it is not gone at all), to the loss `reached` (None where nobody looked).

    The direction comes of the m steps that are remembered: `rho`, `alpha` and `beta` (m,), the oldest first, and of
    `scale`, H. `tried` are the lengths at which a line search looked. `lines` say what becomes of each weight.
    """

    loss: float
    rho: np.ndarray
    alpha: np.ndarray
    beta: np.ndarray
    scale: float
    slope: float
    tried: tuple[Tried, ...]
    length: float
    reached: float | None
    lines: tuple[Line, ...] = ()


@frozen(eq=False)
class Search:
    """All inner steps of an update, how many times it `looks` at the loss and its gradient, `why` it ends, and the new
    `weights` (P,)."""

    steps: tuple[InnerStep, ...]
    looks: int
    why: str
    weights: np.ndarray
