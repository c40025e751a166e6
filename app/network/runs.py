"""Runs: their life, from the first update to the last thread that ends. Several may be held; one is shown."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.documents.experiment_store import Store
from app.network.ending import Ending
from app.network.origin import Origin, metrics_of, origin_of
from app.network.shown_samples import ShownSamples
from app.network.standing import Standing, begins, is_long, learns, same_data, stays
from app.network.tickets import Tickets
from core.experiment import Experiment
from core.frames import RunState, Update
from core.history.metrics import Metrics, ghost_of
from core.history.snapshot import Snapshot
from core.machine import folders
from core.machine.heap import Tidying
from core.machine.hold import new_head
from core.messages import NEEDS_NEW_START
from core.probing.probe import Probe
from core.runs.run import Run, next_letter
from core.runs.words import words_of
from core.threads import commands

if TYPE_CHECKING:
    from core.threads.runner import Runner

ANEW = 150  # ms between two new starts while a slider is dragged
NONE = Standing()
MOST = 8  # runs that are held
KNOWN = 20  # runs that were held last


class Runs(QObject):
    """`ending` are those that were sent home and are not there yet. `held` are the runs by number, each as it stands,
    `metrics` what each has measured, `before` the metrics of the run that it is compared with. `shown_run` is the
    number of the one that the window shows, whose news the signals tell. A new run learns the experiment of the
    store. `letters` are those of runs that are kept elsewhere; None: they are not known yet, and no run has one."""

    leaving = Signal(int)  # a run is about to be sent home
    going = Signal(int)  # another run is about to be shown in the place of this one
    began = Signal(int)  # the number of a new run
    lettered = Signal(int)  # a run has a letter: it has made its first update
    relettered = Signal()  # one has another letter than it had
    updated = Signal(object)  # Update
    heard = Signal(int, object)  # the number of a run that is held beside the one that is shown, and its Update
    sent = Signal(object)  # the command that the run that is shown was told
    prepared_changed = Signal(object)  # Prepared
    state_changed = Signal(object)  # RunState
    playing_changed = Signal(bool)
    advised = Signal(object)  # Advice, or None where there is none any more
    looked = Signal()  # the pictures show another update, or the present again
    failed = Signal(str)  # why something went wrong

    def __init__(self, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self.held: dict[int, Standing] = {}
        self.metrics: dict[int, Metrics] = {}
        self.before: dict[int, Metrics | None] = {}
        self.shown_run = 0
        self.samples = ShownSamples(store, self.prepared_changed.emit)
        self.free: bool | None = None  # whether the engine learns beside the drawing; None until the first run has one
        self.shown: Mapping[str, Probe] = {}  # the pictures on the screen
        self._runners: dict[int, Runner] = {}
        self.left: dict[int, Origin] = {}  # runs that are held no more, for the way back
        self.in_step: frozenset[int] = frozenset()  # those that learn in step with the one that is shown
        self._tickets, self._tidying = Tickets(), Tidying()
        self.ending = Ending(self._tickets)
        self.head = new_head()
        self.letters: frozenset[str] | None = frozenset()
        self._anew = QTimer(self, singleShot=True)
        self._anew.timeout.connect(self.begin_anew)
        self._began_at = 0.0
        self.followed: frozenset[tuple[str, str]] = frozenset()  # kinds of advice and their remedies that were taken

    @property
    def standing(self) -> Standing:
        """How the run that is shown stands."""
        return self.held.get(self.shown_run, NONE)

    @property
    def ready(self) -> bool:
        """Whether a run was ever begun: its engine is known."""
        return self.free is not None

    @property
    def runner(self) -> Runner | None:
        """That of the run that is shown."""
        return self._runners.get(self.shown_run)

    # Beginning and end

    def begin(
        self, playing: bool, snapshot: Snapshot | None = None, origin: Origin | None = None, *, anew: bool = False
    ) -> int:
        """A new run takes the place of the one that is shown, or that one itself, made `anew`: its number."""
        self._anew.stop()
        before = self.shown_run
        self._retire(before, anew=anew)
        number = self.add(playing, snapshot, origin)
        self.drop(before)
        return number

    def drop(self, number: int, *, anew: bool = False) -> None:
        """A run is held no more; or it is made `anew`."""
        self._retire(number, anew=anew)
        if number in self.held:
            self.left = dict(
                [*self.left.items(), (number, origin_of(self.held[number], self.metrics[number]))][-KNOWN:]
            )
        for known in (self.held, self.metrics, self.before):
            known.pop(number, None)
        _divide(self)

    def add(self, playing: bool, snapshot: Snapshot | None = None, origin: Origin | None = None) -> int:
        """A new run is shown; those that there are live on beside it, the oldest of very many excepted. Its number.
        Where runs learn in step with the one that is shown, it waits until those that do so with it are there."""
        self._anew.stop()
        before, waits = self.standing, playing and bool(self.in_step)
        number = self.make(self._store.experiment, playing and not waits, snapshot, origin)
        self._began_at = time.monotonic()
        self.leave(before.number)
        self._show_run(number, before)
        if waits:
            self.send(commands.Resume())
            self.become(self.standing.wanted(playing=True))
        for old in list(self.held)[:-MOST]:
            self.drop(old)
        return number

    def make(
        self, experiment: Experiment, playing: bool, snapshot: Snapshot | None = None, origin: Origin | None = None, *,
        in_step: bool = False,
    ) -> int:  # fmt: skip
        """A new run begins beside the one that is shown; its number. `in_step`: they learn by the same count."""
        from core.threads.runner import Runner  # with all that a run needs: after the window's first picture

        prepared = self.samples.fitting() if self.standing.same_samples else None
        if prepared is not None and not same_data(experiment, self._store.experiment):
            prepared = None
        origin = origin or Origin(Run("", experiment))
        run, parent = origin.run, known(self.held.values(), origin.run.parent)
        last = self.metrics.get(parent.number if parent is not None else self.shown_run)
        before, metrics = last and ghost_of(last, self.before[last.run], experiment), metrics_of(origin)
        if last is not None and run.branch and origin.curves is None:
            before, metrics = last, last.branched(run.branch)
        runner = Runner(
            experiment, snapshot, playing=playing, prepared=prepared, folder=folders.history(), seconds=metrics.seconds,
            beside=self.runner if in_step else None,
        )  # fmt: skip
        number, metrics.letter = runner.run, run.letter
        metrics.run = number
        run = dataclasses.replace(run, id=run.id or f"{self.head}-{number}")
        left = next((left.run for left in self.left.values() if left.run.id == run.parent), None)
        words = origin.words or words_of(run, left if parent is None else parent.run)
        kept = snapshot.updates if snapshot else None
        self._runners[number], self.before[number], self.metrics[number] = runner, before, metrics
        self.held[number] = Standing(number, experiment, playing, kept_updates=kept, run=run, words=words)
        self.in_step |= {number} if in_step else frozenset()
        runner.start()
        _divide(self)
        return runner.run

    def bring_to_front(self, number: int) -> None:
        """Show another one of the runs that are held."""
        if number not in self._runners:
            raise KeyError(number)
        before = self.standing
        self.leave(before.number)
        self._show_run(number, before)
        now = self.standing
        self.samples.follow(now, anew=True)
        if (news := now.now()) is not None:
            self.updated.emit(news)

    def leave(self, number: int, *, seen: bool = False) -> None:
        """Nobody looks at a run any more: it stands still, makes no pictures, and is not looked back at. `seen`: it is
        looked at as before, but goes its own way."""
        if number in self.in_step and number in self._runners:
            self._runners[number].part()
        self.in_step -= {number}
        if seen:
            if self.held[number].playing:  # it rests on the thread of its own, and is to go on there
                self.send(commands.Resume(), to=number)
            return
        if number == self.shown_run:
            self.going.emit(number)
        self.send(commands.Show({}), to=number)
        standing = self.held.get(number, NONE)
        if standing.playing:
            self.send(commands.Pause(), to=number)
            self.held[number] = standing = standing.wanted(False)
        if standing.looking is not None:
            self.send(commands.Recall(None), to=number)
            self.held[number] = standing.looking_at(None)

    def rejoin(self, number: int) -> None:
        """A run that rests learns in step with the one that is shown again, as it is; whichever is behind comes up."""
        if self.runner is not None and number in self._runners and number not in self.in_step:
            self._runners[number].join(self.runner)
            self.in_step |= {number}

    def _show_run(self, number: int, before: Standing) -> None:
        self.shown_run = number
        _tell(self, before, self.standing)
        self.advised.emit(None)
        self.began.emit(number)
        self.send(commands.Show(self.shown))

    def renew(self) -> None:
        """Begin anew with the present settings: soon, but not at each of many changes in a row."""
        failed = self.standing.state is RunState.failed
        waited = 0 if failed else int(1000 * (time.monotonic() - self._began_at))
        self._anew.start(max(0, ANEW - waited))

    @property
    def renewing(self) -> bool:
        """Whether a new start is under way."""
        return self._anew.isActive()

    def begin_anew(self, *, rest: bool = False) -> None:
        """With settings that do not fit the run that is shown, or other luck: that one stays where it has learned. The
        new one plays as that does, unless it is to `rest`."""
        old = self.standing
        playing, origin = old.playing and not rest, _after(old, self._store.experiment)
        if stays(old):
            self.add(playing, origin=origin)
        else:
            self.begin(playing, origin=origin)

    def _retire(self, number: int, *, anew: bool = False) -> None:
        """Send a run home without waiting for it."""
        self.in_step -= {number}
        if number in self._runners:
            if not anew:
                if self.letters is not None and is_long(self.held[number]):
                    self.letters |= {self.held[number].letter}
                self.leaving.emit(number)
            self.ending.send_home(self._runners.pop(number))

    def close(self, patience: float) -> bool:
        """End all threads; False where one does not end in time."""
        self._anew.stop()
        for number in list(self._runners):
            self._retire(number)
        return self.ending.wait(patience)

    # To the run that is shown, or to one beside it

    def send(self, command: commands.Command, *, to: int = 0) -> None:
        """Tell the run that is shown, or another one by its number, if it is there. What makes it go on, or changes it,
        is done to the present."""
        standing = self.held.get(to or self.shown_run, NONE)
        if isinstance(command, commands.InThePresent) and standing.looking is not None:
            self.become(standing.looking_at(None))
        runner = self._runners.get(standing.number)
        if runner is not None:
            runner.send(command)
        if not to:
            self.sent.emit(command)

    def become(self, standing: Standing) -> None:
        """A run stands differently, since a person asked for something."""
        before = self.held.get(standing.number)
        if before is None:
            return
        self.held[standing.number] = standing
        if standing.number == self.shown_run:
            _tell(self, before, standing)
            if before.looking != standing.looking:
                self.samples.follow(standing)
                if (now := standing.now()) is not None:
                    self.updated.emit(standing.shown(now))
                self.looked.emit()

    def request_snapshot(
        self, taker: Callable[[Snapshot], object], *, shown: bool = False, to: int = 0, past: bool = False
    ) -> None:
        """Call `taker(snapshot)` as soon as the run has told it, whatever is shown by then: for what belongs to that
        run alone, such as its step of undo. `shown`: of what the pictures show, which may be past. `to`: of another run
        than the one that is shown; `past`: with the states that it has been in."""
        ticket = self._tickets.draw(taker)
        self.send(commands.TakeShown(ticket) if shown else commands.TakeSnapshot(ticket, past), to=to)

    def show(self, requests: Mapping[str, Probe]) -> None:
        """The pictures that are on the screen; nothing else is computed."""
        if dict(requests) != self.shown:
            self.shown = dict(requests)
            self.send(commands.Show(self.shown))

    # What is new

    def poll(self) -> None:
        """Ask every run what is new."""
        ended = self.ending.look()
        for number, runner in list(self._runners.items()):
            if number in self._runners:  # the news of another run may have ended it
                self.take(number, runner.poll())
        self._tidying.look(ended=ended)

    def take(self, number: int, update: Update) -> None:
        before = self.held[number]
        if number != self.shown_run:
            self._hear(before, update)
            self.heard.emit(number, update)
        elif NEEDS_NEW_START in update.messages:
            self.begin(before.playing, origin=_after(before, self._store.experiment))
        else:
            self._show(before, update)
        self._tickets.redeem(update)  # last: by now the samples that came along are known

    def _show(self, before: Standing, update: Update) -> None:
        """The run that is shown tells the window."""
        now = self._hear(before, update)
        if update.engine:
            self.free = bool(update.free)
        self.samples.follow(now, anew=update.prepared is not None and now.looking is None)
        _tell(self, before, now)
        if before.is_news(update):
            self.updated.emit(now.shown(update))
        if now.recalled is not before.recalled or now.looking != before.looking:
            self.looked.emit()
        if update.advice is not None:
            self.advised.emit(update.advice.after(self.followed) if update.advice.kind else None)
        for message in now.said(update):
            self.failed.emit(message)

    def _hear(self, before: Standing, update: Update) -> Standing:
        """The run stands as it tells, and keeps what it has measured."""
        now = before.heard(update)
        if before.playing and update.state.over and before.number == self.shown_run:
            now = now.wanted(now.playing or any(learns(self.held[number]) for number in self.in_step))
        first = self.letters is not None and begins(before, update)
        if first:
            now = now.lettered(now.letter or letter_for(self))
            self.metrics[before.number].letter = now.letter
        self.held[before.number] = now
        self.metrics[before.number].take(update)
        if first:
            self.lettered.emit(before.number)
        return now


def _tell(runs: Runs, before: Standing, now: Standing) -> None:
    if now.playing != before.playing:
        runs.playing_changed.emit(now.playing)
    if now.state is not before.state:
        runs.state_changed.emit(now.state)


def known(standings: Iterable[Standing], id: str) -> Standing | None:
    """One of several runs, by its id."""
    return next((standing for standing in standings if standing.run is not None and standing.run.id == id), None)


def letters_of(runs: Runs) -> frozenset[str]:
    """Those that are taken, as far as this window knows."""
    return (runs.letters or frozenset()).union(run.letter for run in runs.held.values())


def letter_for(runs: Runs) -> str:
    """That of the next run that makes its first update."""
    return letters_for(runs, 1)[0]


def letters_for(runs: Runs, count: int) -> tuple[str, ...]:
    """Those of the next runs."""
    found: tuple[str, ...] = ()
    for _ in range(count):
        found = (*found, next_letter(letters_of(runs).union(found)))
    return found


def _after(old: Standing, experiment: Experiment) -> Origin | None:
    """What takes the place of a run and learns an experiment from update 0 on: its child, or where it was too short to
    be a run of its own, one more of its parent's."""
    if old.run is None:
        return None
    return Origin(old.run.child(experiment) if is_long(old) else old.run.sibling(experiment))


def _divide(runs: Runs) -> None:
    """The room for kept states is one for all runs together."""
    for number in runs.held:
        runs.send(commands.Divide(len(runs.held)), to=number)
