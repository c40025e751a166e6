"""Iris: the three species of flowers."""

from __future__ import annotations

from typing import Literal

from core.datasets.shipped import ShippedTable


class Iris(ShippedTable):
    """150 iris flowers of three species, each measured four times.

    Length and width of sepals and petals in centimetres; 50 flowers of each species. Setosa is easy; versicolor and
    virginica overlap a little, so a few mistakes are honest. Measured by Edgar Anderson, made famous by R. A. Fisher in
    1936.
    """

    label = "Iris"
    order = 40
    file = "iris.csv"
    target = "species"
    kind: Literal["iris"] = "iris"
