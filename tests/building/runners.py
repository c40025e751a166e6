"""A runner that a test polls, closed at its end."""

from __future__ import annotations

import contextlib

from core.frames import RunState, Update
from core.threads.runner import Runner
from tests.building.waiting import until


class Watcher:
    """Polls a runner and remembers what came."""

    def __init__(self, runner: Runner) -> None:
        self.runner = runner
        self.updates: list[Update] = []

    def poll(self) -> Update:
        self.updates.append(self.runner.poll())
        return self.updates[-1]

    def until(self, condition) -> Update:
        until(lambda: condition(self.poll()))
        return self.updates[-1]

    def state(self, state: RunState) -> Update:
        return self.until(lambda update: update.state is state)

    def frames(self, name: str) -> list:
        return [update.frames[name] for update in self.updates if name in update.frames]

    def all(self, column: str) -> list[float]:
        return [value for update in self.updates for value in update.metrics.get(column, ())]


@contextlib.contextmanager
def running(experiment, **more):
    runner = Runner(experiment, **more)
    runner.start()
    try:
        yield Watcher(runner)
    finally:
        assert runner.close()
