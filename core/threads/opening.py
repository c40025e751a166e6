"""Opening: an envelope is opened beside the window, for a run as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.data.envelope import Opened
from core.threads.aside import Aside

if TYPE_CHECKING:
    from core.history.snapshot import Snapshot


class Opening(Aside[Opened]):
    """Tells once what was in it."""

    def __init__(self, snapshot: Snapshot) -> None:
        super().__init__("envelope")
        self._snapshot = snapshot

    def make(self) -> None:
        """Look at the sealed samples."""
        from core.training.envelope import open_envelope

        taken = self._snapshot
        self.tell(open_envelope(taken.experiment, taken.updates, taken.parameters, taken.numbers.buffers))
