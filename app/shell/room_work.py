"""RoomWork: what a room has learned beside its document, which would be lost with the window."""

from __future__ import annotations

import pathlib
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.history.snapshot import Snapshot
    from core.networks.shapes import Slot

    Taker = Callable[[Snapshot | None, tuple[Slot, ...]], object]


class RoomWork:
    """Nothing, in most rooms."""

    @property
    def at_stake(self) -> bool:
        """Whether there is something that no file of the person's holds."""
        return False

    @property
    def is_kept(self) -> bool:
        """Whether it comes back from the list of runs, whatever becomes of the document."""
        return False

    def unsaved(self) -> list[str]:
        """What a person has done that would be lost, in sentences."""
        return []

    @property
    def run(self) -> str:
        """By which id the shelf knows the run; "" where there is none."""
        return ""

    @property
    def file(self) -> pathlib.Path | None:
        """What `keep` writes; None where there is nothing to be written, or no file beside which it could lie."""
        return None

    def keep(self, after: Callable[[], object]) -> bool:
        """Save it beside the document's file: True where that is done, else `after` is called once it is."""
        return True

    def tell(self, taker: Taker) -> None:
        """Call `taker(snapshot, slots)` with all that the run is, and the layout of its parameters, as soon as they are
        known; with None and nothing where nothing has been learned."""
        taker(None, ())
