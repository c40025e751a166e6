"""From the start, beside the old: what a change in mid-run would have done from the first update on, with the same
luck."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.bars.timeline import FEW
from app.documents.experiment_store import Store
from app.network.looking_back import LookingBack
from app.network.origin import Origin
from app.network.runs import Runs
from core.experiment import Experiment
from core.runs.place import same_numbers
from core.runs.words import statements
from core.training.live_changes import sets_aside

OFFER = "From the start, beside the old"
ANEW = "; its memory begins anew"
SET_ASIDE = "; what is set aside for validation was learned from before"


class FromTheStart(QObject):
    """`offered(sentence, offer, act)`: a setting was changed at now."""

    offered = Signal(str, str, object)

    def __init__(self, store: Store, runs: Runs, time: LookingBack, parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._runs, self._time = store, runs, time

    def changed(self, before: Experiment, after: Experiment) -> None:
        """The run that is shown goes on with other settings."""
        if self._time.is_on or self._time.made < FEW or same_numbers(before, after):
            return
        memory = ANEW if after.optimizer.forgets(before.optimizer) and before.optimizer.remembers else ""
        aside = SET_ASIDE if sets_aside(before, after) else ""
        words = f"{statements(before, after)} from update {self._time.made:,} on{memory}{aside}."
        first = words[:1].upper() if words[:1].isascii() else words[:1]  # η stays η
        self.offered.emit(f"{first}{words[1:]}", OFFER, self.begin)

    def begin(self) -> None:
        """A run with the same luck and the settings as they are, from update 0 on; the old one stays."""
        run = self._runs.standing.run
        assert run is not None, "it is shown"
        self._store.note(OFFER, weights=False)
        self._runs.add(True, origin=Origin(run.child(self._store.experiment)))
        self._runs.become(self._runs.standing.asked_to_learn())
