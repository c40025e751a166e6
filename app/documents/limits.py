"""Limits: what a file hides and locks, as paths of controls and names of commands."""

from __future__ import annotations

import dataclasses

LOCKED = "Locked by the file that is open."


@dataclasses.dataclass(frozen=True)
class Limits:
    """What is said of a path holds for all that lies below it: "optimizer" for "optimizer.lr" too."""

    hidden: frozenset[str] = frozenset()
    locked: frozenset[str] = frozenset()

    def hides(self, *paths: str) -> bool:
        """Whether what changes these is not shown."""
        return any(_within(path, self.hidden) for path in paths)

    def locks(self, *paths: str) -> bool:
        """Whether what changes these is shown and cannot be used."""
        return any(_within(path, self.locked) for path in paths)


FREE = Limits()


def _within(path: str, among: frozenset[str]) -> bool:
    while path:
        if path in among:
            return True
        path = path.rpartition(".")[0]
    return False
