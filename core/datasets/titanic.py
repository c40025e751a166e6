"""Titanic: who survived?"""

from __future__ import annotations

from typing import ClassVar, Literal

from core.datasets.shipped import ShippedTable


class Titanic(ShippedTable):
    """1,313 passengers of the Titanic: class, age, sex; who survived?

    The age of 557 of them is not known, the class of one is written as "*": both are filled in, or those passengers
    dropped. Sex alone already tells for 77.5 %; ask how much more class and age add. A list of historical passengers.
    """

    label = "Titanic"
    order = 44
    file = "titanic.csv"
    target = "survival"
    categories = ("class", "sex")
    ignored = ("name",)
    kind: Literal["titanic"] = "titanic"
    baseline_column: ClassVar[str] = "sex = male"
