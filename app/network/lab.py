"""Lab: the store, the run that trains its experiment, and the one timer that asks the run what is new.

Panels and views say what a person wants; Lab carries it out: at once where a setting is live, by a new start where it
is not, and never silently.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, assert_never

from PySide6.QtCore import QObject, QTimer, Signal

from app.bars.speeds import neighbour
from app.documents.experiment_store import Store
from app.documents.intents import (
    AddLayer,
    ChooseSample,
    ChooseXAxis,
    DrawPoints,
    ErasePoints,
    ForgetPoint,
    KeepPoint,
    OnExperiment,
    OnView,
    OnWeights,
    Predict,
    PutAt,
    PutOnAxis,
    RemoveLayer,
    SetOption,
    SetWeight,
    Undo,
)
from app.documents.path_words import label_of
from app.network import looks
from app.network.drawing import Drawing
from app.network.refresh import Refresh
from app.network.weight_edits import WeightEdits
from app.panels import layer_edits
from app.shell import folders
from core.data.preparation import Prepared
from core.documents.edits import differences, get, is_live, only_live
from core.experiment import Experiment
from core.families import Probe
from core.frames import Advice, RunState, Update
from core.history.snapshot import Snapshot
from core.messages import NEEDS_NEW_START, BadInput
from core.networks.blueprint import blueprint
from core.threads import commands

if TYPE_CHECKING:
    from core.threads.runner import Runner

log = logging.getLogger(__name__)
WORDS = ("title", "description", "what_to_try", "goal")  # parts of an experiment that are no settings
ANEW = 150  # ms between two new starts while a slider is dragged
PATIENCE = 10.0  # seconds that closing waits for a run's thread: it may be importing torch


class Lab(QObject):
    """`playing` is what the person wants; `state` is what the run last told."""

    updated = Signal(object)  # Update
    prepared_changed = Signal(object)  # Prepared
    state_changed = Signal(object)  # RunState
    playing_changed = Signal(bool)
    began = Signal(int)  # the number of a new run
    sentence = Signal(str)
    advised = Signal(object)  # Advice, or None where there is none any more
    problem = Signal(str, str, object)  # path, sentence, Mend or None

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = store
        self.hand = WeightEdits(self)
        self.drawing = Drawing(store, self.edit, self.sentence.emit, self._samples)
        self.playing = self._wanted = False
        self.state = RunState.idle
        self.prepared: Prepared | None = None
        self.last: Update | None = None
        self.runner: Runner | None = None
        self.ready = False  # torch is loaded
        self._shown: Mapping[str, Probe] = {}
        self._ending: list[Runner] = []
        self._tickets: dict[int, Any] = {}
        self._refresh = Refresh()
        self._applied: Experiment | None = None  # what the run has been told
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._poll)
        self._after = QTimer(self, singleShot=True, interval=0)
        self._after.timeout.connect(self._painted)
        self._anew = QTimer(self, singleShot=True)
        self._anew.timeout.connect(self._begin_anew)
        self._began_at = self._polled_at = 0.0
        self._drawing = 0  # views that still have to draw what the last poll brought
        self._held = False  # the next poll waits for them
        self._prepared_for: Experiment | None = None
        self._going_on = False  # beyond the stop rules, and the run has not told yet that it does
        self._same_samples = True  # no live change of the data is under way, so the samples are known for sure
        self._changed_on_the_way = False  # by a live change
        self.paused_because = ""  # why the run has paused by itself
        self._usual_speed: float = 100
        self._kept_updates: int | None = None  # None: nobody has asked this run to learn, so nothing is lost with it
        store.changed.connect(self._on_changed)
        store.refused.connect(self.problem)

    # Playing

    def start(self, playing: bool = True, snapshot: Snapshot | None = None) -> None:
        """Begin the first run of the store's experiment."""
        self._begin(playing, snapshot)
        self._timer.start(0)

    def play(self) -> None:
        """Go on; from the start where the run cannot."""
        if self.state in (RunState.diverged, RunState.failed):
            self._begin(True)
            return
        self._going_on = self.state is RunState.finished
        if self._going_on:
            self.sentence.emit("Goes on beyond the end: the stop rules are silent now.")
        self._asked_for()
        self.send(commands.Resume())
        self._set_playing(True)

    def pause(self) -> None:
        self.send(commands.Pause())
        self._set_playing(False)

    def toggle(self) -> None:
        """Play or pause."""
        if self.playing:
            self.pause()
        else:
            self.play()

    def step(self, size: str) -> None:
        """Pause and go on by one "sample", "update" or "epoch"."""
        if self.state is RunState.diverged:
            self.sentence.emit("This run has diverged: Rewind or New start leads out.")
            return
        self._asked_for()
        self.send(commands.Step(size))  # type: ignore[arg-type]
        self._set_playing(False)

    def step_back(self) -> None:
        """Pause and take the last update back; settings keep their values."""
        if self.state is RunState.failed:
            self.sentence.emit("This run has failed: Rewind leads out.")
        elif self.last is None or not (self.last.updates or self.playing):
            self.sentence.emit("This is the start: there is no update to take back.")
        else:
            self.send(commands.Back())
            self._set_playing(False)

    def rewind(self) -> None:
        """Back to the same start, paused; live changes made since keep their new value."""
        changed = self._changed_on_the_way
        self._begin(False)
        self.sentence.emit(
            "Rewound to the same start. The changes made in mid-run keep their new values."
            if changed
            else "Rewound to the same start."
        )

    def new_start(self) -> None:
        """Other starting weights and another order of the samples; one step of undo."""
        seeds = self.store.experiment.seeds
        self.store.finish()
        self.store.edits((("seeds.weights", seeds.weights + 1), ("seeds.batches", seeds.batches + 1)))
        stored = (
            " The weights stored in the experiment stay as they are." if self.store.experiment.start.weights else ""
        )
        self.sentence.emit(f"New start: other starting weights and another order of the samples.{stored}")

    def _asked_for(self) -> None:
        if self._kept_updates is None:
            self._kept_updates = 0

    # Speed

    def faster(self) -> None:
        self._change_speed(1)

    def slower(self) -> None:
        self._change_speed(-1)

    def toggle_max(self) -> None:
        """As fast as the machine can, and back."""
        speed = self.store.experiment.speed
        if speed != "max":
            self._usual_speed = speed
        self.store.finish()
        self.edit("speed", self._usual_speed if speed == "max" else "max")

    def _change_speed(self, direction: int) -> None:
        self.edit("speed", neighbour(self.store.experiment.speed, direction))

    # Settings

    def edit(self, path: str, value: Any) -> None:
        """Change one setting of the experiment."""
        self._with_weights(self.store.edit(path, value))

    def edits(self, pairs: tuple[tuple[str, Any], ...]) -> None:
        """Change several settings that belong together."""
        self._with_weights(self.store.edits(pairs))

    def finish(self) -> None:
        """A drag has ended."""
        self.hand.let_go()
        self.store.finish()

    def undo(self) -> None:
        self._return(self.store.undo, "Undone")

    def redo(self) -> None:
        self._return(self.store.redo, "Done again")

    def accept(self, advice: Advice) -> None:
        """Take the offer of an advice."""
        self.advised.emit(None)
        if not advice.edits:
            self.new_start()
            self.play()
            return
        self.store.finish()
        self.edits(advice.edits)
        if self.state.over or advice.rewind:
            self._begin(True)

    def obey(self, intent: OnWeights | OnView | OnExperiment) -> None:
        """Carry out what a view or a panel asks for."""
        try:
            self._obey(intent)
        except BadInput as error:
            self.problem.emit(error.path, error.reason, None)

    def _obey(self, intent: OnWeights | OnView | OnExperiment) -> None:
        match intent:
            case SetWeight() | PutAt() | KeepPoint() | ForgetPoint():
                self.hand.obey(intent)
            case ChooseSample() | Predict() | ChooseXAxis() | SetOption() | PutOnAxis():
                self.store.change_view(**looks.changes(self.store.view, intent))
                if sentence := looks.said(intent):
                    self.sentence.emit(sentence)
            case DrawPoints() | ErasePoints():
                self.drawing.obey(intent)
            case AddLayer(path):
                self.edit(path, layer_edits.added(get(self.store.experiment, path)))
            case RemoveLayer(path):
                owner, _, name = path.rpartition(".")
                self.edit(owner, layer_edits.removed(get(self.store.experiment, owner), name))
            case Undo():
                self.undo()
            case _:
                assert_never(intent)

    def _samples(self) -> Prepared | None:
        return self.prepared

    # Weights by hand

    def keep_as_start(self) -> None:
        """The weights as they are become the start that is saved with the experiment; the run goes on."""
        self.request_snapshot(self._keep)

    def _keep(self, snapshot: Snapshot) -> None:
        assert self.prepared is not None
        slots = blueprint(snapshot.experiment, self.prepared.shape, self.prepared.outputs).slots
        weights = {
            slot.name: snapshot.parameters[slot.where].reshape(slot.shape).astype(float).tolist() for slot in slots
        }
        self.store.finish()
        self.store.edit("start.weights", weights)
        self.sentence.emit("Kept as the start: Rewind comes back to these weights.")

    def restore(self, snapshot: Snapshot) -> None:
        """Go on from a trained network, in a run of its own."""
        self._begin(False, snapshot)

    def request_snapshot(self, taker: Any) -> None:
        """Call `taker(snapshot)` as soon as the run has told it."""
        ticket = -1 - len(self._tickets) - time.monotonic_ns()
        self._tickets[ticket] = taker
        self.send(commands.TakeSnapshot(ticket))

    @property
    def unsaved_updates(self) -> int:
        """Updates that the person asked for and that no file holds."""
        if self._kept_updates is None or self.last is None:
            return 0
        return max(0, self.last.updates - self._kept_updates)

    def kept(self) -> None:
        """The run was saved as it is."""
        self._kept_updates = self.last.updates if self.last else 0

    # Pictures

    def show(self, requests: Mapping[str, Probe]) -> None:
        """The pictures that are on the screen; nothing else is computed."""
        if dict(requests) != self._shown:
            self._shown = dict(requests)
            self.send(commands.Show(self._shown))

    @property
    def shown(self) -> Mapping[str, Probe]:
        """What is on the screen now."""
        return self._shown

    def fitting_prepared(self) -> Prepared | None:
        """The samples as they are shown, if they are those of the experiment as it is now."""
        known = self._prepared_for
        return self.prepared if known is not None and _same_data(known, self.store.experiment) else None

    # The end

    def close(self, patience: float = PATIENCE) -> bool:
        """End all threads; False where one does not end in time."""
        for timer in (self._timer, self._after, self._anew):
            timer.stop()
        self._retire()
        limit = time.monotonic() + patience
        ended = [runner.close(max(0.0, limit - time.monotonic())) for runner in self._ending]
        self._ending = [runner for runner, done in zip(self._ending, ended, strict=True) if not done]
        return all(ended)

    # Runs

    def _begin(self, playing: bool, snapshot: Snapshot | None = None) -> None:
        self._anew.stop()
        self._retire()
        from core.threads.runner import Runner  # with all that a run needs: after the window's first picture

        experiment = self.store.experiment
        self.runner = Runner(
            experiment, snapshot, playing, self.fitting_prepared() if self._same_samples else None, folders.history()
        )
        self._same_samples = True
        self._going_on = False
        self._applied = experiment
        self._changed_on_the_way = False
        self.paused_because = ""
        self.last = None
        self._kept_updates = snapshot.updates if snapshot is not None else None
        self._began_at = time.monotonic()
        self._set_playing(playing)
        self._set_state(RunState.idle)
        self.advised.emit(None)
        self.began.emit(self.runner.run)
        self.runner.send(commands.Show(self._shown))
        self.runner.start()

    def _retire(self) -> None:
        """Send the present run home without waiting for it."""
        if self.runner is not None:
            self.runner.send(commands.Stop())
            self._ending.append(self.runner)
            self.runner = None

    def _begin_anew(self) -> None:
        self._begin(self._wanted)

    def _on_changed(self, old: Experiment, new: Experiment) -> None:
        if self.runner is None or self.store.opening or old is new:
            return
        told = self._applied or old
        if self._anew.isActive():
            return
        if self.state is RunState.failed:
            self._anew.start(ANEW)
            return
        if only_live(told, new):
            self._same_samples &= _same_data(told, new)
            self._applied = new
            self.send(commands.Apply(new))
            return
        self.sentence.emit(_why_anew(told, new) + ("" if self._wanted else " Space plays."))
        waited = int(1000 * (time.monotonic() - self._began_at))
        self._anew.start(max(0, ANEW - waited))

    def _with_weights(self, key: int | None) -> None:
        """Where an edit starts a new run, keep the old one's weights for undo."""
        if key is not None and self._anew.isActive():
            self.keep_weights(key)

    def keep_for_undo(self, key: int) -> None:
        """Another experiment was opened as a step of undo: the run that ends keeps its weights for the way back."""
        if not self._anew.isActive():
            self.keep_weights(key)

    def keep_weights(self, key: int) -> None:
        """The weights as they are belong to a step of undo."""
        self._tickets[key] = lambda snapshot: self.store.attach(key, snapshot)
        self.send(commands.TakeSnapshot(key))

    def _return(self, travel: Any, word: str) -> None:
        told = self._applied
        found = travel()
        if found is None:
            return
        step, key = found
        anew = told is not None and not only_live(told, self.store.experiment)
        if anew or step.weights:
            self.keep_weights(key)
        if step.snapshot is not None and (anew or step.weights):
            self._bring_back(step.snapshot, anew)
        self.sentence.emit(f"{word}: {step.text}.")

    def _bring_back(self, snapshot: Snapshot, anew: bool) -> None:
        if anew:
            self._begin(self.playing, snapshot)
        else:
            self.send(commands.Restore(snapshot))

    def send(self, command: commands.Command) -> None:
        """Tell the run, if there is one."""
        if self.runner is not None:
            self.runner.send(command)

    # What is new

    def _poll(self) -> None:
        self._polled_at = time.thread_time()
        for runner in list(self._ending):
            self._redeem(runner.poll())
            if not runner.alive:
                self._redeem(runner.poll())
                self._ending.remove(runner)
        if self.runner is not None:
            self._take(self.runner.poll())
        self._after.start()

    def draw_on(self, waiting: int) -> None:
        """So many views have still to draw what came last: nothing newer is asked for before they have."""
        self._drawing = waiting
        if self._held and not waiting:
            self._held = False
            self._after.start()

    @property
    def drawn(self) -> bool:
        """Whether the views have drawn what came last."""
        return not self._drawing

    def _painted(self) -> None:
        """The event queue is empty again: the pictures of this poll are on the screen, or one more of them."""
        if self._drawing:
            self._held = True
            return
        self._refresh.spent(time.thread_time() - self._polled_at)
        self._refresh.hurried = self.playing and self.store.experiment.speed == "max"
        self._timer.start(self._refresh.interval)

    def _take(self, update: Update) -> None:
        self._redeem(update)
        if update.engine:
            self.ready = True
            self._refresh.learns_apart(bool(update.free))
        if NEEDS_NEW_START in update.messages:
            self._begin(self._wanted)
            return
        if update.prepared is not None:
            self.prepared, self._prepared_for = update.prepared, self._applied
            self.prepared_changed.emit(update.prepared)
        self._changed_on_the_way |= any(mark.kind == "live" for mark in update.marks)
        self._going_on &= update.state is RunState.finished
        if update.paused:
            self._set_playing(False)
            self.paused_because = update.paused
        if update.state.over and self.playing and not self._going_on:
            self._set_playing(False)  # a change made now begins a new run, which waits for Play as this one does
        self._set_state(RunState.running if self._going_on and self.playing else update.state)
        new = self._is_new(update)
        self.last = update
        if new:
            self.updated.emit(update)
        if update.advice is not None:
            self.advised.emit(update.advice if update.advice.kind else None)
        self._say(update)

    def _say(self, update: Update) -> None:
        """What there is to be said, all of it; but why the run stands still stays on the screen."""
        if getattr(self.store.experiment.data, "blank", False):  # an empty sheet is no failure
            return
        said = (update.paused,) if update.paused else () if self.paused_because else update.messages
        for message in said:
            self.problem.emit("", message, None)

    def _is_new(self, update: Update) -> bool:
        last = self.last
        if last is None or (update.run, update.updates, update.state) != (last.run, last.updates, last.state):
            return True
        return bool(
            update.frames or update.metrics or update.marks or update.engine or update.step or update.rate != last.rate
        )

    def _redeem(self, update: Update) -> None:
        """Hand a snapshot to whoever asked for it."""
        for ticket, snapshot in update.snapshots:
            taker = self._tickets.pop(ticket, None)
            if taker is not None:
                taker(snapshot)

    def _set_state(self, state: RunState) -> None:
        if state is not self.state:
            self.state = state
            self.state_changed.emit(state)

    def _set_playing(self, playing: bool) -> None:
        if playing:
            self.paused_because = ""
        self._wanted = playing
        if playing != self.playing:
            self.playing = playing
            self.playing_changed.emit(playing)


def _why_anew(old: Experiment, new: Experiment) -> str:
    """Why the learning starts anew: other data, another task, or settings that are not live, in words."""
    paths = [path for path in differences(old, new) if path.partition(".")[0] not in WORDS and not is_live(new, path)]
    if any(path in ("data.kind", "data.path") for path in paths):
        return f"Other data, {new.data.label.rstrip('…')}: the learning starts anew."
    if "task.kind" in paths:
        return f"Another task, {new.task.label}: the learning starts anew."
    names = list(dict.fromkeys(label_of(new, path) for path in paths))
    words = f"{', '.join(names[:2])} and more" if len(names) > 2 else " and ".join(names)
    return f"Starts anew: {words} cannot change in mid-run."


def _same_data(old: Experiment, new: Experiment) -> bool:
    """Whether the samples, their encoding and their parts are the same."""
    paths = ("data", "inputs", "task", "loss", "rule", "effective_validation_share")
    return (
        old.seeds.data == new.seeds.data
        and old.output.units == new.output.units
        and all(getattr(old, path) == getattr(new, path) for path in paths)
    )
