"""Going on holiday? Three yes-or-no questions."""

from __future__ import annotations

from typing import Literal

from core.datasets.shipped import SmallTable
from core.params import number


class Holiday(SmallTable):
    """All eight answers to three questions: go on holiday?

    Are tickets cheap, is there leave, is the weather nice? 1 is yes. One goes with leave and with cheap tickets or nice
    weather. That can be said with three weights and a threshold: leave weighs 2, the others 1, and one goes if the sum
    is above 2½. Made up for teaching.
    """

    label = "Holiday"
    order = 70
    file = "holiday.csv"
    target = "go on holiday"
    view = ((-0.5, 1.5),) * 3
    questions = 3
    verdict = ("STAY", "GO")
    kind: Literal["holiday"] = "holiday"
    train_share: float = number(
        1.0,
        0.5,
        1,
        step=0.125,
        above=0.0,
        maximum=1.0,
        advanced=True,
        label="Training share",
        help="All eight rows train; there is nothing left to test.",
    )
