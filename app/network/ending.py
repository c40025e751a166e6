"""Ending: runs that were sent home, until the last of their threads has ended."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from app.network.tickets import Tickets
from core.threads import commands

if TYPE_CHECKING:
    from core.threads.runner import Runner


class Ending:
    """Who has asked one of them for a snapshot before its end gets it."""

    def __init__(self, tickets: Tickets) -> None:
        self._tickets = tickets
        self._runners: list[Runner] = []

    def __len__(self) -> int:
        return len(self._runners)

    def send_home(self, runner: Runner) -> None:
        """Without waiting for it."""
        runner.send(commands.Stop())
        self._runners.append(runner)

    def look(self) -> bool:
        """Whether one has ended since."""
        alive = [runner for runner in self._runners if self._lives(runner)]
        ended = len(alive) < len(self._runners)
        self._runners = alive
        return ended

    def wait(self, patience: float) -> bool:
        """For all of them; False where one does not end in time."""
        limit = time.monotonic() + patience
        for runner in self._runners:
            runner.close(max(0.0, limit - time.monotonic()))
        self.look()
        return not self._runners

    def _lives(self, runner: Runner) -> bool:
        self._tickets.redeem(runner.poll())
        if runner.alive:
            return True
        self._tickets.redeem(runner.poll())
        return False
