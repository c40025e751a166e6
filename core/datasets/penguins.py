"""Penguins: three species from the Palmer Archipelago."""

from __future__ import annotations

from typing import Literal

from core.datasets.shipped import ShippedTable
from core.params import flag


class Penguins(ShippedTable):
    """344 penguins of three species: bill, flipper and weight.

    Bill length and depth and flipper length in millimetres, body mass in grams, of Adelie, Chinstrap and Gentoo
    penguins; two birds were not measured. Sex and island can be added; the island gives much away, since Gentoos live
    on one of the three only. Collected by Kristen Gorman and the Palmer Station; published by Horst, Hill and Gorman in
    2020.
    """

    label = "Penguins"
    order = 41
    file = "penguins.csv"
    target = "species"
    categories = ("sex", "island")
    kind: Literal["penguins"] = "penguins"
    sex_and_island: bool = flag(
        False, label="Sex and island too", help="Two more columns, as categories.", advanced=True
    )

    def left_out(self) -> tuple[str, ...]:
        return () if self.sex_and_island else self.categories
