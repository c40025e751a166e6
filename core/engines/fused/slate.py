"""The slate: what the kernel writes down of a run for another thread, between two updates and without stopping.

Its flag says whose turn it is. BLANK: nobody has asked. WISHED, which only the one who asks writes: the kernel copies
the run's numbers after its next update, and then writes WRITTEN. WRITTEN: they are read, and the flag is BLANK again.
So the arrays have one owner at a time, and no copy is ever torn. On processors that reorder memory accesses, too: the
kernel raises WRITTEN with release after its last copy, the reader sees it with acquire before its first read; the
reader puts BLANK and WISHED with release after its last read, the kernel sees WISHED with acquire before its first
copy.
"""

from __future__ import annotations

import numpy as np

from core.data.batches import Cursor
from core.engines.engine import Told
from core.engines.fused import flag
from core.engines.fused.averages import Averages
from core.engines.fused.call import Call, address
from core.engines.fused.native import places

_AVERAGES = (
    (places.SLATE_FIRST, places.AT_FIRST), (places.SLATE_SECOND, places.AT_SECOND), (places.SLATE_THIRD, places.AT_THIRD),
)  # fmt: skip


class Slate:
    """One run's; `lay_out` before each call, which may have other averages to copy than the one before."""

    def __init__(self, call: Call) -> None:
        shape, dtype = call.gradient.shape, call.gradient.dtype
        self._header = np.zeros(places.SLATE, np.int64)
        self._flag = address(self._header) + self._header.itemsize * places.ASKED_FLAG
        self._vector, self._dead = np.empty(shape, dtype), np.empty(shape, bool)
        self._counts, self._state = np.empty(2), np.empty(places.STATE, np.int64)
        self._averages: dict[int, np.ndarray] = {}
        for place, array in (
            (places.SLATE_VECTOR, self._vector), (places.SLATE_COUNTS, self._counts), (places.SLATE_STATE, self._state),
        ):  # fmt: skip
            self._header[place] = address(array)
        call.point(places.AT_SLATE, self._header)

    def lay_out(self, call: Call, *, cuts: bool) -> None:
        """Room for what the coming call has: the averages that it is lent, the marks of links where it may cut some."""
        for place, lent in _AVERAGES:
            if call.has(lent):
                self._averages.setdefault(lent, np.empty_like(self._vector))
            else:
                self._averages.pop(lent, None)
            self._header[place] = address(self._averages[lent]) if lent in self._averages else 0
        self._header[places.SLATE_DEAD] = address(self._dead) if cuts else 0

    def ask(self, *, wished: bool) -> None:
        """What the run is after the coming update is wanted, or no more."""
        flag.put(self._flag, places.WISHED if wished else places.BLANK)

    def read(self, averages: Averages, *, memory: bool) -> Told | None:
        """What has been written since it was asked for, once; with the optimizer's memory where it is wanted."""
        if flag.seen(self._flag) != places.WRITTEN:
            return None
        state = self._state
        told = Told(
            Cursor(int(state[places.EPOCH]), int(state[places.POSITION]), int(state[places.CARRIED])),
            int(state[places.UPDATE]),
            int(state[places.TAKEN]),
            self._vector.copy(),
            averages.told(self._averages, self._counts) if memory else None,
            self._dead.copy() if self._header[places.SLATE_DEAD] else None,
        )
        self.ask(wished=False)
        return told
