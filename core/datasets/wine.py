"""Wine: three cultivars by their chemistry."""

from __future__ import annotations

from typing import Literal

from core.datasets.shipped import ShippedTable


class Wine(ShippedTable):
    """178 wines from one region in Italy: which of three grapes?

    Thirteen figures of a chemical analysis. Their units differ by a factor of a thousand (proline goes to 1,680, hue to
    1.7): without standardizing, descent has a ravine to walk. Collected by M. Forina and others at Genoa; given to the
    UCI repository in 1991.
    """

    label = "Wine"
    order = 42
    file = "wine.csv"
    target = "cultivar"
    kind: Literal["wine"] = "wine"
