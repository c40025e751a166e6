"""Shelf: the runs that are kept for good. Those of the window are written while they learn, and all of them are listed
and brought back."""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import pathlib
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, TypeVar

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from app.network.run_figures import figures_of
from app.network.run_pictures import RunPictures
from app.network.runs import Runs
from app.network.standing import Standing
from core.frozen import frozen
from core.history.metrics import Curves, Metrics
from core.machine.whole_file import NotWritten
from core.messages import BadInput
from core.runs.keeper import Keeper, nothing
from core.runs.making import Making, changed_words

if TYPE_CHECKING:
    from core.data.preparation import Prepared
    from core.history.kept_states import KeptState
    from core.history.snapshot import Snapshot
    from core.runs.run import Label, Run
    from core.runs.store import Entry, Figures, RunStore

OFTEN = 30_000  # ms between two looks at what has changed: with the writing nothing is older than a minute
SOON = 1_000  # ms from a run's rest to its being written
POLL = 30  # ms
GONE = "That run is not kept any more."
T = TypeVar("T")


@frozen(eq=False)
class Brought:
    """A run from the file, and what it has come to; `words` say what it differs in. `own`: nobody else has it, and it
    goes on as itself."""

    run: Run
    words: str
    last: Snapshot
    curves: Curves | None
    own: bool


class Shelf(QObject):
    """Nothing is kept before it is opened. `entries` are the runs in the file, the newest first; `problem` says in one
    sentence why one could not be kept or brought, and the learning goes on; `said` tells what else there is to know."""

    changed = Signal()  # something else is listed
    problem = Signal(str, str, object)  # as a room's lab tells it
    said = Signal(str)

    def __init__(self, runs: Runs, parent: QObject) -> None:
        super().__init__(parent)
        self._runs = runs
        self._keeper: Keeper | None = None
        self.entries: tuple[Entry, ...] = ()
        self._kept: dict[str, Run] = {}  # by id, as each was asked for last
        self.pictures = RunPictures()
        self._looked = False
        self.trouble = ""  # why the last one could not be kept or brought; "" where all is well
        self._back: set[str] = set()  # runs that have come back, and have not been written since
        self._often, self._soon = QTimer(self, interval=OFTEN), QTimer(self, singleShot=True, interval=SOON)
        self._often.timeout.connect(self.keep)
        self._soon.timeout.connect(self.keep)
        self._polling = QTimer(self, interval=POLL)
        self._polling.timeout.connect(self._poll)

    @property
    def is_open(self) -> bool:
        """Whether runs are kept."""
        return self._keeper is not None

    @property
    def is_busy(self) -> bool:
        """Whether something is being written or read."""
        return self._polling.isActive()

    def open(self, folder: pathlib.Path) -> None:
        """Keep the runs in a folder from now on."""
        self._keeper, self._runs.letters = Keeper(folder), None
        self._runs.began.connect(self._on_began)
        self._runs.leaving.connect(functools.partial(self._keep, leaving=True))
        self._runs.going.connect(lambda _run: self._soon.start())
        for rest in (self._runs.playing_changed, self._runs.state_changed):
            rest.connect(self._on_rest)

    def close(self, patience: float) -> bool:
        """All runs have ended: what they have told is written, no picture is drawn anew; False where that takes too
        long."""
        self.pictures.in_haste = True
        for timer in (self._often, self._soon, self._polling):
            timer.stop()
        return self._keeper is None or self._keeper.close(patience)

    # Writing

    def keep(self) -> None:
        """Write what has changed."""
        for number in self._runs.held:
            self._keep(number)

    def _on_began(self, _run: int) -> None:
        if not self._often.isActive():
            self._often.start()
            self.look()

    def _on_rest(self, _change: object) -> None:
        if not self._runs.standing.playing:
            self._soon.start()

    def _keep(self, number: int, *, leaving: bool = False) -> None:
        """Ask a run for what it is, if it is not what was written last. One that is `leaving` may not have told yet
        what a hand has done."""
        now = self._runs.held[number]
        if now.run is None or not now.run.made:
            return
        if self._kept.get(now.run.id) == now.run and not (leaving and now.by_hand):
            return
        self._kept[now.run.id] = now.run
        write = functools.partial(self._write, now, self._runs.metrics[number])
        self._runs.request_snapshot(write, to=number, past=not now.playing)

    def _write(self, asked: Standing, metrics: Metrics, snapshot: Snapshot) -> None:
        """Put all that a run is into the file."""
        now = self._runs.held.get(asked.number, asked)
        if self._keeper is None or now.run is None or now.prepared is None or not snapshot.updates:
            return
        making = Making.told(snapshot.state, len(snapshot.parameters), len(now.prepared.train))
        self._compare(now.run, making)
        run = dataclasses.replace(now.run.told(snapshot.updates, snapshot.journal), making=making)
        curves = metrics.history.at_rest()
        figures = figures_of(now.words, metrics, len(snapshot.parameters), curves.newest)
        self.ask(
            f"run {run.id}",
            functools.partial(_save, run, figures, curves, snapshot, self.pictures, now.prepared),
            functools.partial(self._written, run.id),
        )
        self.look()

    def _compare(self, run: Run, making: Making) -> None:
        """A run that has come back may be made otherwise here than it was."""
        if run.id in self._back:
            self._back.discard(run.id)
            if words := changed_words(run.making, making):
                self.said.emit(words)

    def call(self, run: str, label: Label) -> None:
        """How a person calls a run, whosever it is."""
        for number, standing in self._runs.held.items():
            if standing.run is not None and standing.run.id == run:
                self._runs.held[number] = standing.called(label)
        self.ask(f"label {run}", lambda store: store.call(run, label))
        self.look()

    # Reading

    def look(self) -> None:
        """Read what there is."""
        self.ask("list", lambda store: store.entries(), self._take)

    def look_at_pictures(self) -> None:
        """Somebody looks at the list: the thumbnails are read, once."""
        if self.is_open and not self._looked:
            self._looked = True
            self.ask("pictures", lambda store: store.pictures(), self._take_pictures)

    def _take_pictures(self, pictures: dict[str, np.ndarray]) -> None:
        self.pictures.add(pictures)
        self.changed.emit()

    def entry(self, run: str) -> Entry | None:
        """A run by its id; None where it is not listed."""
        return next((entry for entry in self.entries if entry.id == run), None)

    def bring(self, run: str, taker: Callable[[Brought], object], *, whole: bool = True) -> None:
        """Have a run read: `taker(found)` when it is. Where it is to come back `whole`, it is this window's from then
        on, if nobody else has it."""
        entry = self.entry(run)
        job = functools.partial(_bring, run, entry.figures.words if entry is not None else "", whole=whole)
        self.ask("bring" if whole else f"read {run}", job, functools.partial(self._bring, run, taker, whole=whole))

    def _bring(self, run: str, taker: Callable[[Brought], object], found: Brought | None, *, whole: bool) -> None:
        if found is None:
            if self.entry(run) is not None:
                self.problem.emit("", GONE, None)
            return
        if whole:
            self._back.add(found.run.id)
        taker(found)

    def read_curves(self, run: str, taker: Callable[[Run, Curves], object]) -> None:
        """Have a run and its curves read, without what it has come to."""

        def take(found: tuple[Run, Curves] | None) -> None:
            if found is not None:
                taker(*found)

        self.ask(f"curves {run}", functools.partial(_curves, run), take)

    def do(self, name: str, job: Callable[[], T], then: Callable[[T], object]) -> None:
        """Something that writes files, on the same thread; `then` hears what came of it. Where nothing is kept it is
        done here."""
        if self._keeper is not None:
            self.ask(name, lambda _store: job(), then)
            return
        try:
            then(job())
        except NotWritten as refusal:
            self.problem.emit("", str(refusal), None)

    def _take(self, entries: tuple[Entry, ...]) -> None:
        self.entries = entries
        self._take_letters({entry.letter for entry in entries})
        self.changed.emit()

    def _take_letters(self, letters: Collection[str]) -> None:
        self._runs.letters = (self._runs.letters or frozenset()).union(letters)

    def ask(self, name: str, job: Callable[[RunStore], T], then: Callable[[T], object] = nothing) -> None:
        """Have something done with the file; `then` hears what came of it. Nothing, where nothing is kept."""
        if self._keeper is not None:
            self._keeper.do(name, job, then)
            self._polling.start()

    def _written(self, run: str, picture: np.ndarray | None) -> None:
        """All is well again: what goes wrong from now on is told anew."""
        self.trouble = ""
        if picture is not None:
            self.pictures.by_run[run] = picture

    def _poll(self) -> None:
        assert self._keeper is not None, "it is open"
        for sentence in self._keeper.poll():
            self._kept.clear()  # it is tried again
            self._take_letters(())
            if sentence != self.trouble:
                self.trouble = sentence
                self.problem.emit("", sentence, None)
        if not self._keeper.busy:
            self._polling.stop()


def _bring(id: str, words: str, store: RunStore, *, whole: bool) -> Brought | None:
    """On the thread: a run goes on from its last state, or from its start where that cannot be read."""
    run = store.run(id)
    if run is None:
        return None
    own, last = whole and (store.claim(run.id) or not store.database.writable), _last(run, store)
    if whole:
        last = dataclasses.replace(last, kept=_past(run, store))
    return Brought(run, words, last, store.curves(run.id), own)


def _save(
    run: Run,
    figures: Figures,
    curves: Curves,
    last: Snapshot,
    pictures: RunPictures,
    prepared: Prepared,
    store: RunStore,
) -> np.ndarray | None:
    """On the thread: the thumbnail that is kept, drawn of the state that is."""
    from core.runs import states

    before = _before(run, store)
    picture = pictures.of(run.id, last, prepared) if store.database.writable else None
    store.save(run, figures, curves, last, picture)
    with contextlib.suppress(NotWritten):  # they can be computed again
        if before is None or not run.goes_on_from(before):
            states.forget(store.database, run.id)
        states.keep(store.database, run.id, states.chosen(last.kept))
    return picture


def _curves(id: str, store: RunStore) -> tuple[Run, Curves] | None:
    run, curves = store.run(id), store.curves(id)
    return None if run is None or curves is None else (run, curves)


def _before(run: Run, store: RunStore) -> Run | None:
    """What is known of a run; None where that cannot be read."""
    with contextlib.suppress(BadInput):
        return store.run(run.id)
    return None


def _past(run: Run, store: RunStore) -> tuple[KeptState, ...]:
    """The states that are kept of it, from which its past is there at once; its start is made again where that went."""
    from core.runs import again, states

    kept = states.chosen(states.of(store.database, run.id))
    if kept and not kept[0].updates:
        return kept
    with contextlib.suppress(BadInput):
        return (*again.start_of(run), *kept)
    return kept


def _last(run: Run, store: RunStore) -> Snapshot:
    with contextlib.suppress(BadInput):
        if (last := store.last(run)) is not None:
            return last
    from core.runs.again import again

    return again(run, run.made).snapshot()
