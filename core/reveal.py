"""Step by sample: the coming update told one sample after another, while the weights stand still."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from core.frames import Frame
from core.probes.sample import Sample

if TYPE_CHECKING:
    from core.session import Session


@dataclasses.dataclass(frozen=True)
class Revealed:
    """Sample `number` (from 1) of `of` in the coming batch, with its forward pass, loss and gradient; or the update itself
    (`number` 0), made after the last sample."""

    number: int
    of: int
    sample: int
    frame: Frame | None


class Reveal:
    """Goes through the coming batch; after its last sample the next call makes the update."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._update, self._next = -1, 0

    def next(self) -> Revealed:
        session = self.session
        if self._update != session.updates:
            self._update, self._next = session.updates, 0
        batch = session.coming_batch()
        if self._next >= len(batch):
            session.advance(1)
            return Revealed(0, len(batch), -1, None)
        sample = int(batch[self._next])
        self._next += 1
        return Revealed(self._next, len(batch), sample, session.frame(Sample(index=sample)))
