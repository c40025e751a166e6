"""Where a run is, and what has been noted of it on the way."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from core.data.batches import Cursor
from core.data.preparation import Prepared
from core.documents.edits import differences
from core.experiment.change_words import parts_of
from core.frames import POINT, Mark
from core.history.columns import Columns
from core.history.journal import Event, Journal
from core.history.kept_states import KeptState, KeptStates
from core.history.snapshot import Snapshot
from core.history.state import Numbers, State, StopState
from core.history.still import Path, Still
from core.history.trajectory import Trajectory
from core.training.evaluation import Yardsticks
from core.training.evaluations import Evaluations
from core.training.hand_edits import Entry, with_point, without_point
from core.training.live_changes import sets_aside
from core.training.rates import factor_of, rate_of, rates_of
from core.training.stop_rules import Verdict, limits_reached

UNMEASURED = {"update": -1.0}  # of the newest evaluation where there is none
UNMARKED = ("speed", "goal", "data.points", "start.weights")  # live changes that need no flag on the curves


class Course:
    """It alone writes what it holds; engine, rules and hands give it values.

    `watch` is what the rules remember, `last` the newest evaluation, `evaluations` those that nobody has taken yet,
    `glimpses` the same of figures from between them, which decide nothing, `points` kept vectors by name. `version`
    rises with every change of what a picture may show.
    """

    def __init__(self, state: State, yardsticks: Yardsticks, start: np.ndarray, kept: KeptStates) -> None:
        self.state, self.yardsticks, self.kept = state, yardsticks, kept
        self.watch = StopState()
        self.journal = Journal()
        self.evaluations, self.glimpses = Evaluations(), Evaluations()
        self.last: dict[str, float] = {}
        self.version = 0
        self.points: Mapping[str, np.ndarray] = {"start": start}
        self.trajectory = self._trajectory(start)

    # Getting on

    @property
    def epochs(self) -> float:
        """Samples seen ÷ training samples, fractional."""
        return self.state.epochs(self.yardsticks.train_size)

    def passed(self, cursor: Cursor, updates: int, samples: int, evaluations: Columns, between: Columns) -> None:
        """The engine has made updates, with the evaluations on the way, and what was seen `between` them."""
        state = self.state
        self.state = state._replace(cursor=cursor, updates=state.updates + updates, samples=state.samples + samples)
        self.version += updates
        if evaluations:
            self.evaluations.add(evaluations)
            self.last = {name: float(column[-1]) for name, column in evaluations.items()}
        self.glimpses.add(between)

    def counts_of_many(self, updates: np.ndarray, samples: np.ndarray) -> Columns:
        """What an evaluation says besides its figures, in columns for evaluations (n,) that lie ahead."""
        state = self.state
        epochs = state.base_epochs + (samples - state.base_samples) / self.yardsticks.train_size
        rates = rates_of(state.experiment, self.watch, updates)
        return {"update": updates.astype(float), "epoch": epochs, "samples": samples.astype(float), "lr": rates}

    def evaluated(self, figures: Mapping[str, float]) -> dict[str, float]:
        """The run was evaluated as it is now: the whole row."""
        self.last = self._row(figures)
        self.evaluations.add_row(self.last)
        return self.last

    def glimpsed(self, figures: Mapping[str, float]) -> None:
        """The run was looked at as it is now, between its evaluations."""
        self.glimpses.add_row(self._row(figures))

    def _row(self, figures: Mapping[str, float]) -> dict[str, float]:
        """Figures of now, with where the run is."""
        state = self.state
        rate = rate_of(state.experiment, self.watch, state.updates)
        counts = {"update": float(state.updates), "epoch": self.epochs, "samples": float(state.samples), "lr": rate}
        return {**counts, **figures}

    def seen(self, watch: StopState) -> None:
        """The rules have looked."""
        self.watch = watch

    def ruled(self, verdict: Verdict) -> None:
        """What the rules have said is noted."""
        if verdict.goal:
            self.mark("goal", verdict.goal)
        if verdict.ended:
            self.end(verdict.ended, verdict.reason)

    def end(self, ended: str, text: str) -> None:
        """The run is over."""
        self.state = self.state._replace(ended=ended)
        self.mark(ended, text)

    def go_on(self) -> bool:
        """Go on beyond the end that a stop rule set: the rules are silent from here on. So it is where a person has set
        weights since, which leaves all the updates made that there may be. False where there is no such end here."""
        at_end = self.state.ended == "finished" or (not self.state.ended and limits_reached(self.state, self.epochs))
        if at_end:
            self.state = self.state._replace(ended="", lifted=True)
            self.journal = self.journal.with_event(Event(self.state.updates, "go on", ()))
        return at_end

    def mark(self, kind: str, text: str, about: str = "") -> None:
        """A moment worth a sign."""
        self.journal = self.journal.with_mark(Mark(self.state.updates, kind, text, about))

    def came_to(self, vector: np.ndarray) -> None:
        """A point of the path lies here."""
        self.trajectory.record(self.state.updates, vector)

    # What a person does

    def edited(self, entry: Entry) -> None:
        """Parameters were set by hand: the rules that end a run look at it anew."""
        self.journal = self.journal.with_event(entry.event, instead=entry.again)
        if entry.text:
            self.mark("put" if entry.event.kind == "put" else "edit", entry.text)
        self.state = self.state._replace(ended="")
        self.watch = self.watch.looking_anew()
        self.version += 1

    def changed(self) -> None:
        """Somebody other than the engine has changed what a picture may show."""
        self.version += 1

    def new_samples(self) -> None:
        """Other samples for the same network come: the counters go on, the next batch opens a new order."""
        state, cursor = self.state, self.state.cursor
        after = Cursor(cursor.epoch + 1) if cursor.position else cursor
        self.state = state._replace(base_epochs=self.epochs, base_samples=state.samples, cursor=after)

    def took_over(self, state: State, yardsticks: Yardsticks, changes: Mapping[str, object]) -> None:
        """Settings were changed in mid-run: paths and their new values."""
        before = self.state.experiment
        self.state, self.yardsticks = state, yardsticks
        self.trajectory.aim(state.experiment.evaluate_every)
        if sets_aside(before, state.experiment):
            self.watch = dataclasses.replace(self.watch, set_aside=state.updates)
        event = Event(self.state.updates, "live", tuple(changes.items()))
        self.journal = self.journal.with_live(event, self.kept.logged)
        for path, values in differences(before, state.experiment).items():
            if path not in UNMARKED:
                self.watch = dataclasses.replace(self.watch, recent=())  # what is said of learning is said anew
                (words,) = parts_of(state.experiment, {path: values}, form="statement")
                self.mark("live", words, path)
        self.version += 1

    def keep_point(self, name: str, vector: np.ndarray, updates: int | None = None) -> None:
        """Keep a point (P,) under a name, where the run was after so many updates, None: is; one of the same name
        goes."""
        self.points = with_point(self.points, name, vector)
        after = self.state.updates if updates is None else updates
        self.journal = self.journal.with_mark(Mark(after, POINT, name))
        self.version += 1

    def forget_point(self, name: str) -> None:
        """Keep a point no longer."""
        self.points = without_point(self.points, name)
        self.version += 1

    # Past and present

    def snapshot(self, numbers: Numbers) -> Snapshot:
        """Everything that the run is now, numbers included."""
        return Snapshot(self.state, numbers, self.journal, self.trajectory.path(), self.points)

    def restore(self, snapshot: Snapshot, state: State, yardsticks: Yardsticks, start: np.ndarray) -> None:
        """Become the course of a snapshot, in a state that this machine can be in; it began at `start` where the
        snapshot says nothing of it."""
        self.state, self.yardsticks = state, yardsticks
        self.watch, self.journal = snapshot.numbers.watch, snapshot.journal
        self.points = snapshot.points or {"start": start}
        self.trajectory = self._trajectory(snapshot.parameters, snapshot.path)
        self.evaluations.clear()
        self.glimpses.clear()
        self.last = dict(UNMEASURED)
        self.version += 1

    def tell(self, journal: Journal, points: Mapping[str, np.ndarray] | None) -> None:
        """What has happened is told anew, and which points are kept where that is known."""
        self.journal, self.points = journal, points or self.points

    def keep(self, numbers: Callable[[], Numbers]) -> None:
        """Keep the state as it is, if that is due."""
        self.kept.note(self.state, self.journal, numbers)

    def begin_history(self, spacing: int, numbers: Callable[[], Numbers], before: Sequence[KeptState] = ()) -> None:
        """Nothing before this can be gone back to, or before the states of another run that it goes on from."""
        self.kept.begin(spacing, self.state, self.journal, numbers, before)

    def _trajectory(self, vector: np.ndarray, path: Path | None = None) -> Trajectory:
        """The path from here on, as the continuation of another where there is one."""
        trajectory = Trajectory(len(vector), vector.dtype, self.state.experiment.evaluate_every)
        if path is None:
            trajectory.record(self.state.updates, vector)
        else:
            trajectory.take_over(path)
        return trajectory


def still_of(course: Course, numbers: Numbers, prepared: Prepared) -> Still:
    """What a picture needs of the run as it is now."""
    state, path = course.state, course.trajectory.path()
    factor = factor_of(state.experiment, course.watch, state.updates)
    return Still(state, numbers, prepared, course.version, path, course.points, course.last, factor)
