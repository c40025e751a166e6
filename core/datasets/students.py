"""Students: lectures attended, hours studied; passed?"""

from __future__ import annotations

from typing import Literal

from core.datasets.shipped import SmallTable, training_share


class Students(SmallTable):
    """60 students: lectures attended and hours studied; who passes?

    Both help, and each makes the other worth more: the border between failing and passing is bent, and there is a gap
    along it. One student attended 5 lectures, studied for 9 hours and passes. Made up for teaching.
    """

    label = "Students"
    order = 71
    file = "students.csv"
    target = "exam"
    scaling = "divide"
    view = ((-0.5, 10.5), (-0.75, 15.75))
    kind: Literal["students"] = "students"
    train_share: float = training_share(0.8, "students")
