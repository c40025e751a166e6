"""What a person does with the runs of the shelf: one comes to the front, and goes on as if never interrupted; one is
named, pinned, or wanted no more."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from app.documents.experiment_store import Store
from app.documents.intents import CallRun, ShowRun
from app.network.looking_back import GONE, LookingBack
from app.network.origin import Origin
from app.network.runs import Runs
from app.network.shelf import Brought, Shelf
from app.network.standing import Standing
from core.runs.run import Label
from core.threads import commands

ELSEWHERE = "Run {} belongs to another window, which is learning it: what is learned from here on is a run of its own."


class ShelfHands:
    """`say` tells a sentence."""

    def __init__(self, store: Store, runs: Runs, time: LookingBack, shelf: Shelf, say: Callable[[str], object]) -> None:
        self._store, self._runs, self._time, self._shelf, self._say = store, runs, time, shelf, say
        shelf.brought.connect(self._take)

    def obey(self, intent: ShowRun | CallRun) -> None:
        match intent:
            case ShowRun(run):
                self.show(run)
            case CallRun(run, label):
                self.call(run, label)
            case _:
                assert_never(intent)

    def show(self, run: str) -> None:
        """A run of the window or of the shelf, by its id, at its now; said where it is no more."""
        held, entry = self._held(run), self._shelf.entry(run)
        if held is not None:
            self._time.show_run(held.number)
        elif entry is not None:
            self._shelf.bring(entry)
        else:
            self._say(GONE)

    def call(self, run: str, label: Label) -> None:
        """How a person calls a run of the window or of the shelf."""
        if self._held(run) is None and self._shelf.entry(run) is None:
            self._say(GONE)
        else:
            self._shelf.call(run, label)

    def _held(self, run: str) -> Standing | None:
        return next((held for held in self._runs.held.values() if held.run is not None and held.run.id == run), None)

    def _take(self, found: Brought) -> None:
        """It was read."""
        runs, run = self._runs, found.run
        if not found.own:
            run = run.branched("", run.made, run.events)
            self._say(ELSEWHERE.format(found.entry.letter))
        self._time.settle()
        self._time.show_document(found.run.present)
        runs.add(False, found.last, Origin(run, found.entry.figures.words, found.curves))
        runs.send(commands.Apply(self._store.experiment))  # words, pace and goal may be others
