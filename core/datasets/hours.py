"""Hours of study, one number; passed?"""

from __future__ import annotations

from typing import Literal

from core.datasets.shipped import SmallTable, training_share


class Hours(SmallTable):
    """40 students: hours studied; who passes?

    One input, so one unit has a single weight and a bias, and its loss is a landscape over two numbers. With raw hours
    that is a ravine, about 750 times as steep across as along; standardized a bowl (6.5 times). Luck plays its part: no
    threshold is right for all. Made up for teaching.
    """

    label = "Hours"
    order = 72
    lone_column = True
    file = "hours.csv"
    target = "exam"
    kind: Literal["hours"] = "hours"
    train_share: float = training_share(1.0, "students")
