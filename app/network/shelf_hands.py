"""What a person does with the runs of the shelf: one comes to the front, and goes on as if never interrupted; one is
named, pinned, compared, taken out as files, or wanted no more."""

from __future__ import annotations

import dataclasses
import functools
import pathlib
from collections.abc import Callable
from typing import assert_never

from app.documents.experiment_store import Store
from app.documents.intents import CallRun, CompareRun, ExportRun, SeeRun, ShowRun
from app.network.eyes import Eyes
from app.network.gatherings import Gatherings
from app.network.looking_back import GONE, LookingBack
from app.network.origin import Origin
from app.network.runs import Runs, known
from app.network.shelf import Brought, Shelf
from core.history.metrics import Curves
from core.history.snapshot import Snapshot
from core.runs.desk import Called
from core.runs.run import Label, Run
from core.runs.words import differing, on_the_way
from core.threads import commands

ELSEWHERE = "Run {} belongs to another window, which is learning it: what is learned from here on is a run of its own."
SAME = "Run {} has the settings of this one."
SHOWN = "Run {} is in the window: show another one before this one goes."


class ShelfHands:
    """`say` tells a sentence."""

    def __init__(
        self, store: Store, runs: Runs, time: LookingBack, shelf: Shelf, eyes: Eyes, gatherings: Gatherings,
        say: Callable[[str], object],
    ) -> None:  # fmt: skip
        self._store, self._runs, self._time, self._shelf, self._eyes = store, runs, time, shelf, eyes
        self._gatherings, self._say = gatherings, say

    def obey(self, intent: ShowRun | SeeRun | CallRun | CompareRun | ExportRun) -> None:
        """One that is no more is said."""
        if isinstance(intent, CallRun) and self._gatherings.knows(intent.run):
            self._forget(intent.run, intent.label)
            return
        if known(self._runs.held.values(), intent.run) is None and self._shelf.entry(intent.run) is None:
            self._say(GONE)
            return
        match intent:
            case ShowRun(run):
                self.show(run)
            case SeeRun(run, on):
                self._eyes.turn(run, on=on)
            case CallRun(run, label):
                self.call(run, label)
            case CompareRun(run):
                self._compare(run)
            case ExportRun(run, path):
                self._export(run, path)
            case _:
                assert_never(intent)

    def show(self, run: str) -> None:
        """A run of the window or of the shelf, by its id, at its now; said where it is no more."""
        held, entry = known(self._runs.held.values(), run), self._shelf.entry(run)
        if held is not None:
            self._time.show_run(held.number)
        elif entry is not None:
            self._shelf.bring(run, self._take)
        else:
            self._say(GONE)

    def recover(self, copy: Snapshot, run: str) -> None:
        """The run that is shown goes on from a copy of that run: it is that one again, with its past and its curve,
        where the shelf has them."""
        if run and self._shelf.is_open:
            self._shelf.bring(run, functools.partial(self._adopt, self._runs.shown_run, copy))

    def _adopt(self, number: int, copy: Snapshot, found: Brought) -> None:
        """Whatever it has told until now, all of it or nothing yet."""
        held = self._runs.held.get(number)
        if held is None or held.run is None or not found.own:
            return
        own, letter = held.run, found.run.letter or held.letter
        events = (*found.run.events[: copy.journal.forgotten], *(own.events or copy.journal.log))
        run = dataclasses.replace(found.run, made=own.made or copy.updates, letter=letter, events=events)
        metrics = self._runs.metrics[number]
        metrics.letter = run.letter
        if found.curves is not None:
            spent = metrics.recall(found.curves, found.run.marks, copy.updates)
            self._runs.send(commands.Spent(spent), to=number)
        self._runs.send(commands.Remember(found.last.kept), to=number)
        now = dataclasses.replace(held, run=run, words=found.words or held.words)
        self._runs.held[number] = now
        if number == self._runs.shown_run and (news := now.now()) is not None:
            self._runs.updated.emit(news)

    def call(self, run: str, label: Label) -> None:
        """How a person calls a run; one step of undo. A run that is deleted is held no more."""
        held, entry = known(self._runs.held.values(), run), self._shelf.entry(run)
        before = held.run.label if held is not None and held.run is not None else entry.label if entry else Label()
        letter = held.letter if held is not None else entry.letter if entry else ""
        if label.deleted and held is not None and held.number == self._runs.shown_run:
            self._say(SHOWN.format(letter))
            return
        self._store.note(_deed(letter, before, label), weights=False, called=Called(run, before, label))
        self._shelf.call(run, label)
        if label.deleted and held is not None:  # it is written as what it is called by now
            self._runs.drop(held.number)
        if label.deleted:
            self._say(f"Run {letter} is deleted; Undo brings it back.")

    def _forget(self, id: str, label: Label) -> None:
        """Many runs that are one row are wanted no more in the list; one step of undo."""
        words = self._gatherings.there[id].words
        deed = Called(id, Label(), label)
        self._store.note(f"Deleting “{words}”", weights=False, called=deed)
        self._gatherings.call(id, label)
        self._say(f"“{words}” is deleted; Undo brings it back.")

    def called(self, run: str, label: Label) -> None:
        """Undo or redo calls a run so, or many that are one row."""
        (self._gatherings if self._gatherings.knows(run) else self._shelf).call(run, label)

    def _compare(self, run: str) -> None:
        held, entry = known(self._runs.held.values(), run), self._shelf.entry(run)
        if held is not None and held.run is not None:
            self._tell_difference(held.run, held.letter)
        elif entry is not None:
            self._shelf.bring(run, lambda found: self._tell_difference(found.run, entry.letter), whole=False)

    def _tell_difference(self, other: Run, letter: str) -> None:
        """The settings of now, then what hands have changed on the way of each."""
        own = self._runs.standing
        words = differing(own.told or self._store.experiment, other.present)
        said = f"From run {own.letter} to run {letter}: {words}." if words else SAME.format(letter)
        if own.run is not None:
            ways = ((own.letter, on_the_way(own.run, other)), (letter, on_the_way(other, own.run)))
            told = "; ".join(f"run {name}: {way}" for name, way in ways if way)
            said = f"{said} On the way, {told}." if told else said
        self._say(said)

    def _export(self, run: str, path: pathlib.Path) -> None:
        held, entry = known(self._runs.held.values(), run), self._shelf.entry(run)
        if held is not None:
            curves = self._runs.metrics[held.number].history.at_rest()
            self._runs.request_snapshot(functools.partial(self._write, path, curves), to=held.number)
        elif entry is not None:
            self._shelf.bring(run, lambda found: self._write(path, found.curves, found.last), whole=False)

    def _write(self, path: pathlib.Path, curves: Curves | None, snapshot: Snapshot) -> None:
        """On the thread of the shelf."""
        from core.runs.exported import export

        self._shelf.do(
            f"export {path}",
            functools.partial(export, path, snapshot, curves),
            lambda files: self._say(_written(files)),
        )

    def _take(self, found: Brought) -> None:
        """It was read."""
        runs, run = self._runs, found.run
        if not found.own:
            run = run.branched("", run.made, run.events)
            self._say(ELSEWHERE.format(found.run.letter))
        self._time.settle()
        self._time.show_document(found.run.present)
        runs.add(False, found.last, Origin(run, found.words, found.curves))
        runs.send(commands.Apply(self._store.experiment))  # words, pace and goal may be others


def _written(files: tuple[pathlib.Path, ...]) -> str:
    """Which files there are now."""
    *first, last = (file.name for file in files)
    return f"Written: {', '.join(first)} and {last}."


def _deed(letter: str, before: Label, after: Label) -> str:
    """What was done, for the Undo entry."""
    if before.deleted != after.deleted:
        return f"Deleting run {letter}"
    if before.pinned != after.pinned:
        return f"{'Pinning' if after.pinned else 'Letting go of'} run {letter}"
    return f"The name of run {letter}"
