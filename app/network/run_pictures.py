"""The thumbnails of runs, by their ids: taken while a run is shown, or as they were kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from app.network.runs import Runs


class RunPictures:
    """`make()` takes the thumbnail of the run that is shown, (height, width, 3) uint8; None where nobody sees one."""

    def __init__(self, runs: Runs) -> None:
        self._runs = runs
        self.make: Callable[[], np.ndarray | None] = _nothing
        self.by_run: dict[str, np.ndarray] = {}

    def take(self, number: int) -> None:
        """That of a run, as long as it is the one that is shown, at its now."""
        now = self._runs.held.get(number)
        if now is None or now.run is None or number != self._runs.shown_run or now.looking is not None:
            return
        if (picture := self.make()) is not None:
            self.by_run[now.run.id] = picture

    def add(self, kept: Mapping[str, np.ndarray]) -> None:
        """Those that were kept; newer ones stay."""
        self.by_run = {**kept, **self.by_run}


def _nothing() -> None:
    """Nobody sees one."""
    return
