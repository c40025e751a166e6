"""The figures that a list shows of a run."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from core.history.metrics import Metrics
from core.runs.listed import LOWEST

if TYPE_CHECKING:
    from core.runs.store import Figures


def figures_of(words: str, metrics: Metrics, parameters: int, newest: Mapping[str, float]) -> Figures:
    """What the list shows of a run, its lowest loss among it."""
    from core.runs.store import Figures

    low = metrics.lowest
    lowest = {f"{LOWEST}{low.metric}": low.value} if low is not None else {}
    return Figures({**newest, **lowest}, parameters, metrics.seconds, words)
