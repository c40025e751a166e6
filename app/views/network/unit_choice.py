"""Which of many units are drawn; the choice stands for a while, so that the picture stays calm."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Mapping

import numpy as np

from app.views.network.layout import Selection
from app.views.network.structure import Structure, selected, strengths

STEADY = 1.0  # seconds a choice of strongest units stands before it may change


class UnitChoice:
    """The strongest and the weakest units of every column, chosen anew where the columns have changed and at most once
    in `STEADY` seconds of `clock`."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._columns: Structure = ()
        self._selection: Selection = ()
        self._chosen_at = -math.inf

    def among(self, columns: Structure, weights: Mapping[str, np.ndarray]) -> Selection:
        """The units of these columns to be drawn. A choice without weights stands only until there are some."""
        if columns != self._columns or not self._selection or self._clock() - self._chosen_at >= STEADY:
            self._columns = columns
            self._chosen_at = self._clock() if weights else -math.inf
            self._selection = tuple(
                selected(column, strengths(columns, number, weights)) for number, column in enumerate(columns)
            )
        return self._selection
