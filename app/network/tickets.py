"""Tickets: who has asked a run for a snapshot, until it comes."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import TYPE_CHECKING

from core.frames import Update

if TYPE_CHECKING:
    from core.history.snapshot import Snapshot


class Tickets:
    """Every snapshot goes to whom it was asked for by, and to nobody else."""

    def __init__(self) -> None:
        self._takers: dict[int, Callable[[Snapshot], object]] = {}
        self._numbers = itertools.count(1)

    def draw(self, taker: Callable[[Snapshot], object]) -> int:
        """The number under which a snapshot is to be asked for."""
        number = next(self._numbers)
        self._takers[number] = taker
        return number

    def redeem(self, update: Update) -> None:
        """Hand over the snapshots that have come."""
        for number, snapshot in update.snapshots:
            taker = self._takers.pop(number, None)
            if taker is not None:
                taker(snapshot)
