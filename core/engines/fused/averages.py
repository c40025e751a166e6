"""What the optimizer remembers where the kernel makes all updates, by the names that torch's optimizers use: what one
engine leaves the other goes on with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from core.engines.fused.call import Call
from core.engines.fused.native import places
from core.families import Kept, Optimizer
from core.history.state import Slots

_PLACES = (
    (places.AT_FIRST, ("momentum_buffer", "exp_avg")),
    (places.AT_SECOND, ("sum", "square_avg", "exp_avg_sq")),
    (places.AT_THIRD, ("grad_avg", "max_exp_avg_sq")),
)
_COUNTS = (("step", 0.0), ("mu_product", 1.0))
COUNTED = np.float32  # torch counts in it whatever the weights are in


class Averages:
    """Arrays that the kernel changes in place, and its two counts: steps, and NAdam's product of momenta."""

    def __init__(self) -> None:
        self._arrays: dict[str, np.ndarray] = {}

    @property
    def empty(self) -> bool:
        """Whether no update has been made since the memory was cleared."""
        return not self._arrays

    def lend(self, call: Call, optimizer: Optimizer) -> None:
        """Tell the kernel where they lie; what an optimizer needs and has not yet begins now."""
        size, dtype = call.gradient.shape, call.gradient.dtype
        known = set(self._arrays)
        for name, kept in _needed(optimizer, size).items():
            if name not in self._arrays:
                self._arrays[name] = np.full(kept.shape, kept.begins, dtype if kept.shape else COUNTED)
        for place, names in _PLACES:
            call.point(place, next((self._arrays[name] for name in names if name in self._arrays), None))
        call.counts[:] = [self._arrays[name].item() if name in self._arrays else first for name, first in _COUNTS]
        if optimizer.kind == "sgd":  # torch counts nothing there, but its first step has no dampening
            call.counts[0] = "momentum_buffer" in known

    def keep_counts(self, call: Call) -> None:
        """The kernel has counted on."""
        for (name, _), value in zip(_COUNTS, call.counts, strict=True):
            if name in self._arrays:
                self._arrays[name].fill(value)

    def copies(self) -> Slots:
        """All of it, as an eager optimizer would give it: of one tensor."""
        return {0: {name: array.copy() for name, array in self._arrays.items()}} if self._arrays else {}

    def told(self, averages: Mapping[int, np.ndarray], counts: np.ndarray) -> Slots:
        """`copies` as they were when the kernel wrote its averages elsewhere, by their places in the table, and its two
        counts."""
        found = {name: array.copy() for name, array in self._arrays.items()}
        for place, names in _PLACES:
            found |= {name: averages[place].copy() for name in names if name in found and place in averages}
        for (name, _), value in zip(_COUNTS, counts, strict=True):
            if name in found:
                found[name].fill(value)
        return {0: found} if found else {}

    def load(self, slots: Slots) -> None:
        """Remember what `copies` gave, or an eager optimizer; nothing where there is nothing."""
        found: dict[str, Any] = slots.get(0, {})
        self._arrays = {name: np.array(value) for name, value in found.items() if value is not None}


def _needed(optimizer: Optimizer, size: tuple[int, ...]) -> dict[str, Kept]:
    return {name: kept for name, kept in optimizer.keeps(size).items() if kept.always or optimizer.remembers}
