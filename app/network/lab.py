"""Lab: what a person asks for is carried out: at once where a setting is live, by a new start where it is not, and
never silently."""

from __future__ import annotations

import dataclasses
from typing import Any, assert_never

from PySide6.QtCore import QObject

from app.documents.experiment_store import Store
from app.documents.intents import (
    AddLayer,
    CallRun,
    ChooseSample,
    ChooseXAxis,
    CompareRun,
    DrawPoints,
    ErasePoints,
    ExportRun,
    ForgetPoint,
    GoOn,
    KeepPoint,
    LookAt,
    OnExperiment,
    OnRuns,
    OnView,
    OnWeights,
    Predict,
    PutAt,
    PutOnAxis,
    RemoveLayer,
    Say,
    SeeRun,
    SetOption,
    SetWeight,
    ShowRun,
    Undo,
)
from app.documents.path_words import label_of
from app.network import looks
from app.network.branching import Branching
from app.network.drawing import Drawing
from app.network.eyes import Eyes
from app.network.from_the_start import FromTheStart
from app.network.gatherings import Gatherings
from app.network.letters import Letters
from app.network.looking_back import START, LookingBack
from app.network.parting import Parting
from app.network.past_beside import PastBeside
from app.network.poll import Poll
from app.network.replay import Replay
from app.network.run_list import RunList
from app.network.runs import Runs
from app.network.shelf import Shelf
from app.network.shelf_hands import ShelfHands
from app.network.standing import Standing, stays
from app.network.twins import Twins
from app.network.way_back import WayBack
from app.network.weight_edits import WeightEdits
from app.panels import layer_edits
from app.shell.room_lab import RoomLab
from core.documents.edits import differences, get, is_live, only_live
from core.experiment import Experiment
from core.frames import Advice, RunState
from core.history.snapshot import Snapshot
from core.messages import NO_FAILURE, BadInput
from core.runs.place import beside
from core.threads import commands

WORDS = ("title", "description", "what_to_try", "goal")  # parts of an experiment that are no settings
PATIENCE = 10.0  # seconds that closing waits for a run's thread: it may be importing torch


class Lab(RoomLab):
    """`runs` owns how they stand, `poll` when they are asked, `way_back` and `hand` how weights come and go."""

    usual_speed = 100

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = store
        self.runs = Runs(store, self)
        self.poll = Poll(self.runs, self)
        self.drawing = Drawing(store, self.runs, self.edit, self.sentence.emit)
        self.twins = Twins(store, self.runs, self.sentence.emit, self)
        beside = PastBeside(self.runs, self.twins, self)
        self.branching = Branching(store, self.runs, self.twins, beside, self.sentence.emit)
        self.time = LookingBack(store, self.runs, self.branching, self.sentence.emit)
        self.hand = WeightEdits(store, self.runs, self.time, self.sentence.emit)
        self.from_the_start = FromTheStart(store, self.runs, self.time, self)
        self.replay = Replay(store, self.time, self.runs, self.branching, self)
        self.replay.arrived.connect(self.play)
        self.parting = Parting(store, self.twins, self.edit, self.sentence.emit)
        self.shelf = Shelf(self.runs, self)
        Letters(self.runs, self.shelf, self)
        self.eyes = Eyes(self.runs, self.shelf, self.sentence.emit, self)
        self.gatherings = Gatherings(self.shelf, self)
        self.run_list = RunList(self.runs, self.shelf, self.eyes, self.gatherings, self)
        self.shelf_hands = ShelfHands(
            store, self.runs, self.time, self.shelf, self.eyes, self.gatherings, self.sentence.emit
        )
        self.way_back = WayBack(
            store, self.runs, self.time, self.twins, self.sentence.emit, self._follow, self.shelf_hands.called
        )
        self.shelf.problem.connect(self.problem)
        self.shelf.said.connect(self.sentence)
        self.runs.playing_changed.connect(self.playing_changed)
        self.runs.failed.connect(self._on_failed)
        store.changed.connect(self._on_changed)
        store.refused.connect(self.problem)

    @property
    def run(self) -> Standing:
        """How the run that is shown stands."""
        return self.runs.standing

    @property
    def playing(self) -> bool:
        """Whether the person wants it to learn."""
        return self.run.playing

    @property
    def speed(self) -> float | str:
        return self.store.experiment.speed

    # Playing

    def start(self, playing: bool = True, snapshot: Snapshot | None = None, *, undone: bool = False) -> None:
        """Begin the first run of the store's experiment, or go on from a trained network. `undone`: undo leads back to
        the run that was shown, which stays as it is where it has a past."""
        (self.runs.add if undone and stays(self.run) else self.runs.begin)(playing, snapshot)
        self.poll.start()

    def recover(self, snapshot: Snapshot | None, run: str = "") -> None:
        """Begin with work that was kept, at rest: where its run fits the experiment it goes on from there, with its
        past and its curve, where the shelf has them under an id."""
        experiment = self.store.experiment
        if snapshot is None or not only_live(snapshot.experiment, experiment):
            self.start(playing=False)
            return
        self.start(playing=False, snapshot=snapshot)
        self.runs.become(self.run.recovered())
        self.runs.send(commands.Apply(experiment))  # a setting may have been changed since
        self.shelf_hands.recover(snapshot, run)

    def close(self, patience: float = PATIENCE) -> bool:
        """End all threads; False where one does not end in time."""
        self.poll.stop()
        ended = self.runs.close(patience)
        return self.shelf.close(patience) and ended

    def play(self) -> None:
        """Go on; from the start where the run cannot."""
        run = self.run
        if self.time.is_on:
            self.replay.play()
            return
        if run.state in (RunState.diverged, RunState.failed):
            self.runs.begin(True)
            return
        if run.at_its_end:
            self.sentence.emit("Goes on beyond the end: the stop rules are silent now.")
        self.runs.send(commands.Resume())
        self.runs.become(
            dataclasses.replace(self.run.asked_to_learn().wanted(True), going_on=run.state is RunState.finished)
        )

    def play_back(self) -> None:
        self.replay.play_back()

    def pause(self) -> None:
        """Stand still."""
        self.runs.send(commands.Pause())
        self.runs.become(self.run.wanted(False))

    def step(self, size: commands.Size) -> None:
        """Pause and go on by one "player", "update" or "epoch"; in the past to the next update that there was."""
        if self.time.is_on:
            self.replay.step(size)
            return
        if self.run.state is RunState.diverged:
            self.sentence.emit("This run has diverged: To the start or Other start leads out.")
            return
        self.runs.send(commands.Step(size))
        self.runs.become(self.run.asked_to_learn().wanted(False))

    def step_back(self) -> None:
        """Pause and look at what was one update before."""
        self.time.move(-1)

    def take_back(self) -> None:
        """Pause and take the last update back, as a branch; settings keep their values."""
        if self.run.state is RunState.failed:
            self.sentence.emit("This run has failed: To the start leads out.")
        else:
            self.time.take_back()

    def rewind(self) -> None:
        """Back at the run's own start, paused; all that came after stays. A run whose start is not kept, or is no more
        that of the document, begins anew."""
        run = self.run
        own = self.runs.metrics[run.number].experiment if run.number else self.store.experiment
        if (
            run.state is RunState.failed
            or run.last is None
            or self.time.first
            or own.start != self.store.experiment.start
        ):
            self.runs.begin_anew(rest=True)
            self.sentence.emit("Back at the same start.")
        elif not run.last.updates:
            self.pause()
            self.sentence.emit(START)
        else:
            self.time.look_at(0)
            self.sentence.emit("At the start of this run; what came after stays on the timeline.")

    def new_start(self) -> None:
        """Other starting weights and another order of the samples; one step of undo."""
        seeds = self.store.experiment.seeds
        self.store.finish()
        self.edits((("seeds.weights", seeds.weights + 1), ("seeds.batches", seeds.batches + 1)))
        if self.store.rejected:  # a file locks the seeds
            return
        stored = (
            " The weights stored in the experiment stay as they are." if self.store.experiment.start.weights else ""
        )
        self.sentence.emit(f"Other start: other starting weights and another order of the samples.{stored}")

    def begin_up_to(self, updates: int) -> None:
        """A new run with the settings as they are, which learns up to an update and stands still there."""
        self.runs.begin_anew(rest=True)
        self.runs.send(commands.Step("update", updates))
        self.runs.become(self.run.asked_to_learn())

    # Settings

    def edits(self, pairs: tuple[tuple[str, Any], ...]) -> None:
        """Change several settings that belong together."""
        self.way_back.edits(pairs)

    def finish(self) -> None:
        """A drag has ended."""
        self.hand.let_go()
        self.store.finish()

    def undo(self) -> None:
        """Take the last change back."""
        self.way_back.undo()

    def redo(self) -> None:
        """Make it again."""
        self.way_back.redo()

    def accept(self, advice: Advice) -> None:
        """Take the first offer of an advice; should the same be said again, it did not help."""
        offer = advice.offers[0]
        followed = self.runs.followed | {(advice.kind, offer.remedy)}
        self.runs.advised.emit(None)
        if not offer.edits and offer.rewind:
            self.runs.begin(True)
        elif not offer.edits:
            self.new_start()
            self.play()
        else:
            self.store.finish()
            self.edits(offer.edits)
            if not self.store.rejected and (self.run.state.over or offer.rewind):
                self.runs.begin(True)
        self.runs.followed = followed

    def obey(self, intent: OnRuns | OnWeights | OnView | OnExperiment) -> None:
        """Carry out what a view or a panel asks for."""
        try:
            carry_out(self, intent)
        except BadInput as error:
            self.problem.emit(error.path, error.reason, None)

    # What follows from it

    def _on_changed(self, old: Experiment, new: Experiment) -> None:
        if not _same_problem(old, new):
            self.runs.followed = frozenset()
        nobody = self.store.opening or self.store.showing or self.way_back.travelling or old is new
        if self.run.number and not nobody and not self.runs.renewing:
            self._follow(old, new)

    def _follow(self, old: Experiment, new: Experiment) -> None:
        run = self.run
        told = run.told or old
        if run.state is RunState.failed or told.data.blank:  # one of nothing fails, though it may not have said so yet
            self.runs.renew()
        elif only_live(told, new) and not new.data.blank:  # of nothing no run goes on
            settings = new if run.looking is None else beside(told, new)  # what is changed in the past waits there
            self.runs.become(run.applied(settings))
            self.runs.send(commands.Apply(settings))
            self.from_the_start.changed(told, new)
        else:
            self.sentence.emit(_why_anew(told, new))
            self.runs.renew()

    def _on_failed(self, sentence: str) -> None:
        if self.runs.renewing:  # another run is about to take its place
            return
        if sentence in NO_FAILURE:
            self.sentence.emit(sentence)
            return
        if not self.store.experiment.data.blank:  # an empty sheet is no failure
            self.problem.emit("", sentence, None)


def carry_out(lab: Lab, intent: OnRuns | OnWeights | OnView | OnExperiment) -> None:
    """One intent, whatever it concerns."""
    experiment = lab.store.experiment
    match intent:
        case LookAt() | GoOn():
            _move(lab, intent)
        case ShowRun() | SeeRun() | CallRun() | CompareRun() | ExportRun():
            lab.shelf_hands.obey(intent)
        case SetWeight() | PutAt() | KeepPoint() | ForgetPoint():
            lab.hand.obey(intent)
        case Say() | ChooseSample() | Predict() | ChooseXAxis() | SetOption() | PutOnAxis():
            lab.store.change_view(**looks.changes(lab.store.view, intent))
            if sentence := looks.said(intent):
                lab.sentence.emit(sentence)
        case DrawPoints() | ErasePoints():
            lab.drawing.obey(intent)
        case AddLayer(path):
            lab.edit(path, layer_edits.added(get(experiment, path), layer_edits.stem_of(experiment, path)))
        case RemoveLayer(path):
            owner, _, name = path.rpartition(".")
            lab.edit(owner, layer_edits.removed(get(experiment, owner), name))
        case Undo():
            lab.undo()
        case _:
            assert_never(intent)


def _move(lab: Lab, intent: LookAt | GoOn) -> None:
    """The run stands still, goes on by one update, or shows what was."""
    match intent:
        case LookAt():
            lab.time.obey(intent)
        case GoOn(update=True):
            lab.step("update")
        case GoOn():
            lab.pause()
        case _:
            assert_never(intent)


def _same_problem(old: Experiment, new: Experiment) -> bool:
    """Whether what was tried before still counts: only luck, pace or words are others."""
    return all(path.split(".")[0] in (*WORDS, "seeds", "speed") for path in differences(old, new))


def _why_anew(old: Experiment, new: Experiment) -> str:
    """Why the learning starts anew: other data, another task, or settings that are not live, in words."""
    if new.data.blank:
        return "An empty sheet: draw some points, and the network learns from them."
    paths = [path for path in differences(old, new) if path.partition(".")[0] not in WORDS and not is_live(new, path)]
    if any(path in ("data.kind", "data.path") for path in paths):
        return f"Other data, {new.subject or new.data.label.rstrip('…')}: the learning starts anew."
    if "task.kind" in paths:
        return f"Another task, {new.task.label}: the learning starts anew."
    names = list(dict.fromkeys(label_of(new, path) for path in paths))
    words = f"{', '.join(names[:2])} and more" if len(names) > 2 else " and ".join(names)
    return f"Starts anew: {words} cannot change in mid-run."
