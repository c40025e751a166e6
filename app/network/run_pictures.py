"""The thumbnails of runs, by their ids: taken while a run is seen, drawn where it is not, or as they were kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import numpy as np

from app.network.runs import Runs

if TYPE_CHECKING:
    from core.data.preparation import Prepared
    from core.history.snapshot import Snapshot


class RunPictures:
    """`make()` takes the thumbnail of the run that is shown, (height, width, 3) uint8; None where nobody sees one, as
    behind the weight space. `draw(snapshot, prepared)` makes it of numbers alone, on any thread."""

    def __init__(self, runs: Runs) -> None:
        self._runs = runs
        self.make: Callable[[], np.ndarray | None] = _nothing
        self.draw: Callable[[Snapshot, Prepared], np.ndarray | None] = not_drawn
        self.by_run: dict[str, np.ndarray] = {}
        self._unseen: set[str] = set()  # that were shown last where nobody saw their picture

    def take(self, number: int) -> None:
        """That of a run, as long as it is the one that is shown, at its now."""
        now = self._runs.held.get(number)
        if now is None or now.run is None or number != self._runs.shown_run or now.looking is not None:
            return
        if (picture := self.make()) is not None:
            self.by_run[now.run.id] = picture
            self._unseen.discard(now.run.id)
        else:
            self._unseen.add(now.run.id)

    def known(self, run: str) -> np.ndarray | None:
        """That of a run as it was seen; None where it has to be drawn."""
        return None if run in self._unseen else self.by_run.get(run)

    def add(self, kept: Mapping[str, np.ndarray]) -> None:
        """Those that were kept; newer ones stay."""
        self.by_run = {**kept, **self.by_run}


def not_drawn(_snapshot: Snapshot, _prepared: Prepared) -> None:
    """Nobody draws one."""
    return


def _nothing() -> None:
    """Nobody sees one."""
    return
