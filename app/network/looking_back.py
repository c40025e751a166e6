"""Looking back: the pictures show what the run was after an update of its past. Nothing is made or changed by it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from app.bars.timeline import TENTH, Told
from app.documents.experiment_store import Store
from app.documents.intents import LookAt
from app.documents.undo_step import Spot
from app.network.branching import Branching
from app.network.on_the_timeline import low_words, told
from app.network.runs import Runs
from core.experiment import Experiment
from core.frames import RunState
from core.runs.place import beside, same_numbers, shown_as
from core.threads import commands

START, NOW = "This is the start of the run.", "This is the run's now: Play and → go on."
NO_PAST = "Nothing has been learned yet: there is nothing to look back at."
GONE = "That run is no longer at hand."
UNMEASURED = "Nothing has been measured yet: Play goes on."


class LookingBack:
    """What a person does to the time that is shown; `say` tells a sentence."""

    def __init__(self, store: Store, runs: Runs, branching: Branching, say: Callable[[str], object]) -> None:
        self._store, self._runs, self._branching, self.say = store, runs, branching, say
        self._base: Experiment | None = None  # what the recipe showed last: a hand has made the rest
        self._returning = False
        runs.looked.connect(self._show_settings)

    def obey(self, intent: LookAt) -> None:
        """What a person points at."""
        self.look_at(intent.updates)

    @property
    def is_on(self) -> bool:
        """Whether the past is shown."""
        return self._runs.standing.looking is not None

    @property
    def made(self) -> int:
        """The updates of the run, as it last told."""
        last = self._runs.standing.last
        return last.updates if last is not None else 0

    @property
    def place(self) -> int:
        """The update that is shown."""
        looking = self._runs.standing.looking
        return self.made if looking is None else looking

    @property
    def first(self) -> int:
        """The first update that can be shown."""
        last = self._runs.standing.last
        return last.first if last is not None else 0

    @property
    def epoch(self) -> int:
        """Updates of one epoch."""
        last = self._runs.standing.last
        return max(1, round(last.updates / last.epochs)) if last is not None and last.epochs else 1

    @property
    def told(self) -> Told:
        """What stands on the timeline."""
        return told(self._runs, self._branching, self._store.title)

    def look_at(self, updates: float, *, playing: bool = False) -> None:
        """What the run was after so many updates, or what it is; the run itself stands still meanwhile. `playing`: time
        goes on."""
        run = self._runs.standing
        if run.last is None or run.state is RunState.failed:
            self.say(NO_PAST)
            return
        wanted = max(self.first, round(updates)) if updates < self.made else None
        if wanted != run.looking:
            self._base = self._store.experiment
            self._runs.send(commands.Recall(wanted))
            self._runs.become(run.wanted(playing).looking_at(wanted))

    def set_by_hand(self, hands: tuple[commands.Hand, ...]) -> None:
        """Where one looks back hands have done this to weights, all together: it waits there for the next update."""
        run = self._runs.standing
        if run.looking is not None and hands != run.hands:
            self._runs.send(commands.Recall(run.looking, hands))
            self._runs.become(run.touched(hands, taken_back=run.taken_back))

    def look_anew(self) -> None:
        """What a picture of the past may show has changed."""
        run = self._runs.standing
        if run.looking is not None:
            self._runs.send(commands.Recall(run.looking, run.hands))

    def move(self, updates: int) -> None:
        """So many updates on in time, or back where they are negative; the ends are said."""
        if updates < 0 and self.place <= self.first:
            self.say(START)
        elif updates > 0 and not self.is_on:
            self.say(NOW)
        else:
            self.look_at(self.place + updates)

    def move_tenth(self, direction: str) -> None:
        """A tenth of the run, "-1" back or "1" on."""
        self.move(int(direction) * max(1, self.made // TENTH))

    def move_evaluation(self, direction: str) -> None:
        """To the evaluation before ("-1") or after ("1"): those that the settings of the update that is shown set."""
        every = (self._runs.standing.settings or self._store.experiment).evaluate_every
        before, after = (self.place - 1) // every * every, min((self.place // every + 1) * every, self.made)
        self.move((before if direction == "-1" else after) - self.place or int(direction))

    def best(self) -> None:
        """Where the loss was lowest: of the validation part, else of the test part, which was only seen afterwards."""
        metrics = self._runs.metrics.get(self._runs.shown_run)
        low = metrics.lowest if metrics is not None else None
        if low is None:
            self.say(UNMEASURED)
            return
        self.look_at(low.update)
        words = low_words(low)
        self.say(f"{words[:1].upper()}{words[1:]} at update {low.update:,}.")

    def now(self) -> None:
        """What the run is, again."""
        if self.is_on:
            self.look_at(self.made)

    def take_back(self) -> None:
        """The last update before this one is not to be; settings keep their values."""
        if self.place <= self.first:
            self.say(START)
            return
        self._store.note("The last update", weights=False)
        self.return_to(Spot(self._runs.shown_run, self.place - 1, taken_back=True))

    def part(self) -> None:
        """What came after the update that is shown is to be made anew, beside the run."""
        self._store.note("What is made anew", weights=False)
        self._runs.become(dataclasses.replace(self._runs.standing, taken_back=True))

    def show_run(self, number: int) -> None:
        """Another one of the runs that there are, at its now."""
        run = self._runs.held.get(number)
        if run is None or run.told is None:
            self.say(GONE)
            return
        self.return_to(Spot(number))
        self.show_document(run.told)

    def show_document(self, settings: Experiment) -> None:
        """The recipe shows the settings of another run. Where that is about something else, it lies in no file: the
        one that is open is of what was shown before."""
        document = shown_as(settings, self._store.experiment)
        if document.title != self._store.experiment.title:
            self._store.lies_in(None)
        self._store.show(document)

    def return_to(self, spot: Spot) -> None:
        """Where somebody was; the document stays as it is."""
        runs, self._returning = self._runs, True
        if spot.run != runs.shown_run:
            runs.bring_to_front(spot.run)
        if spot.looking is None:
            self.now()
        else:
            self.look_at(spot.looking)
            self.set_by_hand(spot.hands)
            runs.become(runs.standing.touched(spot.hands, taken_back=spot.taken_back))
        self._base, self._returning = None, False

    def _show_settings(self) -> None:
        """The recipe shows the settings of the update that is shown, unless a hand has changed them there."""
        run, document = self._runs.standing, self._store.experiment
        there = run.told if run.looking is None else run.settings
        base = self._base
        changed_there = run.looking is not None and (base is None or not same_numbers(document, base))
        if there is None or self._returning or changed_there:
            return
        self._base = beside(there, document)
        self._store.show(self._base, past=run.looking is not None)

    def settle(self) -> None:
        """What is merely looked at is left: it is nobody's deed."""
        if not self._branching.pending:
            self.now()
