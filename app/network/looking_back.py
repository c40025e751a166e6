"""Looking back: the pictures show what the run was after an update of its past. Nothing is made or changed by it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from app.bars.timeline import TENTH, Told, shown_marks
from app.network.runs import Runs
from core.frames import RunState
from core.history.metrics import History
from core.threads import commands

START, NOW = "This is the start of the run.", "This is the run's now: Play and → go on."
NO_PAST = "Nothing has been learned yet: there is nothing to look back at."
UNMEASURED = "Nothing has been measured yet: Play goes on."
BY = {"validation.loss": "Lowest validation loss", "test.loss": "Lowest test loss, seen afterwards",
      "train.loss": "Lowest training loss"}  # fmt: skip


class LookingBack:
    """What a person does to the time that is shown; `say` tells a sentence."""

    def __init__(self, runs: Runs, say: Callable[[str], object]) -> None:
        self._runs, self._say = runs, say

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

    def told(self) -> Told:
        """What stands on the timeline."""
        metrics = self._runs.metrics.get(self._runs.shown_run)
        marks = shown_marks(metrics.marks, self.made) if metrics is not None else ()
        return Told(self.made, self._runs.standing.looking, marks)

    def look_at(self, updates: int) -> None:
        """What the run was after so many updates, or what it is; it stands still meanwhile."""
        run = self._runs.standing
        if run.last is None or run.state is RunState.failed:
            self._say(NO_PAST)
            return
        wanted = max(0, updates) if updates < self.made else None
        if wanted != run.looking:
            self._runs.send(commands.Recall(wanted))
            self._runs.become(run.wanted(False).looking_at(wanted))

    def move(self, updates: int) -> None:
        """So many updates on in time, or back where they are negative; the ends are said."""
        if updates < 0 and not self.place:
            self._say(START)
        elif updates > 0 and not self.is_on:
            self._say(NOW)
        else:
            self.look_at(self.place + updates)

    def move_tenth(self, direction: str) -> None:
        """A tenth of the run, "-1" back or "1" on."""
        self.move(int(direction) * max(1, self.made // TENTH))

    def move_evaluation(self, direction: str) -> None:
        """To the evaluation before ("-1") or after ("1")."""
        history = self._history
        measured = np.rint(history.column("update").mean) if history is not None else np.zeros(0)
        back = direction == "-1"
        ahead = measured[measured < self.place] if back else measured[measured > self.place]
        end = -self.place if back else self.made - self.place
        self.move(int(ahead[-1 if back else 0]) - self.place if len(ahead) else end or int(direction))

    def best(self) -> None:
        """Where the loss was lowest: of the validation part, else of the test part, which was only seen afterwards."""
        history = self._history
        name = next((name for name in BY if history is not None and name in history.names), None)
        if history is None or name is None or not np.isfinite(history.column(name).low).any():
            self._say(UNMEASURED)
            return
        lows = history.column(name).low
        block = int(np.nanargmin(lows))
        update = round(float(history.column("update").mean[block]))
        self.look_at(update)
        self._say(f"{BY[name]}: {lows[block]:.4g} at update {update:,}.")

    def now(self) -> None:
        """What the run is, again."""
        if self.is_on:
            self.look_at(self.made)

    @property
    def _history(self) -> History | None:
        """What the run has measured; None where that is nothing."""
        metrics = self._runs.metrics.get(self._runs.shown_run)
        return metrics.history if metrics is not None and len(metrics.history) else None
