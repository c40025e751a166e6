"""Supply: where the picture thread has its Stills from."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.history.still import Still
    from core.training.handover import Handover, Look

SOON = 0.001  # seconds after which it is looked again whether the run has told of itself


class Supply:
    """A run tells of itself by a handover while it learns; else its learning thread is asked, and gives. Guarded by
    the painter that owns it; only `watch` is called by another."""

    def __init__(self, ask: Callable[[Look], None]) -> None:
        self._ask = ask
        self._handover: Handover | None = None
        self._asked = self._awaits = False

    def watch(self, handover: Handover) -> None:
        """From now on a run tells of itself there while it learns."""
        self._handover = handover

    def settle(self) -> None:
        """What was asked for has come, or is wanted no more."""
        self._asked = self._awaits = False

    def ask(self, look: Look) -> None:
        """A Still is wanted; asking again changes nothing before it is settled."""
        if not self._asked:
            self._asked, self._awaits = True, self._handover is not None and self._handover.wish(look)
            if not self._awaits:
                self._ask(look)

    @property
    def patience(self) -> float | None:
        """Seconds after which to look again whether the run has told; None where it will be given."""
        return SOON if self._awaits else None

    def told(self) -> Still | None:
        """What the run has told of itself since it was asked."""
        return self._handover.take() if self._awaits and self._handover is not None else None
