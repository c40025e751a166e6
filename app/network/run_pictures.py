"""The thumbnails of runs, by their ids: drawn of the state that is kept of each, or as they were kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from core.data.preparation import Prepared
    from core.history.snapshot import Snapshot


class RunPictures:
    """`draw(snapshot, prepared)` makes one of numbers alone, on any thread: (height, width, 3) uint8, None where it
    cannot. `in_haste`: only those are drawn that have none yet."""

    def __init__(self) -> None:
        self.draw: Callable[[Snapshot, Prepared], np.ndarray | None] = not_drawn
        self.in_haste = False
        self.by_run: dict[str, np.ndarray] = {}

    def of(self, run: str, last: Snapshot, prepared: Prepared) -> np.ndarray | None:
        """That of a run as it is now; None where it stays as it was."""
        return None if self.in_haste and run in self.by_run else self.draw(last, prepared)

    def add(self, kept: Mapping[str, np.ndarray]) -> None:
        """Those that were kept; newer ones stay."""
        self.by_run = {**kept, **self.by_run}


def not_drawn(_snapshot: Snapshot, _prepared: Prepared) -> None:
    """Nobody draws one."""
    return
