"""Limits: what a file hides and locks, by name: paths of settings, names of commands, and the few controls beside
(`app/shell/limit_names.py` knows all of them)."""

from __future__ import annotations

from core.frozen import frozen

LOCKED = "Locked by the file that is open."


@frozen
class Limits:
    """What is said of a name holds for all that lies below it: "optimizer" for "optimizer.lr" too."""

    hidden: frozenset[str] = frozenset()
    locked: frozenset[str] = frozenset()

    def hides(self, *names: str) -> bool:
        """Whether what changes these is not shown."""
        return any(_within(name, self.hidden) for name in names)

    def locks(self, *names: str) -> bool:
        """Whether what changes these is shown and cannot be used."""
        return any(_within(name, self.locked) for name in names)

    def forbids(self, *names: str) -> bool:
        """Whether a person may not do what these stand for, by whatever key, menu or movement of the hand."""
        return self.hides(*names) or self.locks(*names)


FREE = Limits()


def _within(name: str, among: frozenset[str]) -> bool:
    while name:
        if name in among:
            return True
        name = name.rpartition(".")[0]
    return False
