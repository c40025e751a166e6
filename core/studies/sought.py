"""Sought: a search by Optuna beside a window; what is best so far is polled."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from core.documents.edits import replace_all
from core.experiment import Experiment
from core.frozen import frozen
from core.studies.figures import judge, known_of, main_of, names_of
from core.studies.shared.place import Place
from core.studies.storage import Storage
from core.studies.study import Study
from core.threads.aside import Aside

if TYPE_CHECKING:
    import optuna

BEST = 8  # trials that are told
EVERY = 0.3  # s between two looks at what explains the differences
TRIALS = 30


@frozen
class Candidate:
    """What was tried: the median of its starts in the figure that is sought, the edits that it stands for, the first
    start's settings."""

    value: float
    edits: tuple[tuple[str, object], ...]
    experiment: Experiment


@frozen
class Sought:
    """`done` of `count` trials of a `figure`, the best of them first; `importance`: how much of the differences each
    setting explains, nothing where too little is known; `refused` of the trials could not be."""

    figure: str
    done: int
    count: int
    best: tuple[Candidate, ...]
    importance: tuple[tuple[str, float], ...]
    refused: int


class Seeker(Aside[Sought]):
    """Makes the trials of a search over the axes of a study, told in the figures of `about`. Without Optuna it ends
    with a sentence that says what to install."""

    def __init__(self, study: Study, about: str, opened: Callable[[], Storage], count: int = TRIALS) -> None:
        super().__init__("study")
        self.study, self._about, self._opened, self._count = study, about, opened, count
        self._begun, self._told = time.monotonic(), 0.0
        self._done = 0

    @property
    def left(self) -> float | None:
        """Seconds that are still to come, as far as is known."""
        spent = time.monotonic() - self._begun
        return spent / self._done * (self._count - self._done) if self._done else None

    def make(self) -> None:
        """Ask Optuna until there are enough."""
        place = Place("")
        place.opened()
        storage = self._opened()
        try:
            with place.said():
                self._seek(storage)
        finally:
            storage.close()

    def _seek(self, storage: Storage) -> None:
        from core.studies.shared.search import Search, Searching

        base = self.study.base
        known = known_of(base)
        figure = judge(main_of(names_of(self._about, base, known)), known)
        search = Search(self.study, self._count, figure)
        found = search.begun(None)
        Searching(search, found, storage, lambda: self._hear(found, figure)).carry_out(self.halted)
        self._sum_up(found, figure)

    def _hear(self, found: optuna.Study, figure: str) -> None:
        if time.monotonic() - self._told >= EVERY:
            self._sum_up(found, figure)
            self._told = time.monotonic()

    def _sum_up(self, found: optuna.Study, figure: str) -> None:
        from core.studies.shared.search import REFUSED, done, edits_of, importance, ranked

        trials = ranked(found)
        complete = [trial for trial in trials if trial.state.name == "COMPLETE"][:BEST]
        self._done = done(found)
        candidates = [
            Candidate(trial.value if trial.value is not None else math.nan, edits, self._settings(edits))
            for trial in complete
            for edits in (tuple(edits_of(trial).items()),)
        ]
        refused = sum(REFUSED in trial.user_attrs for trial in trials)
        shares = tuple(importance(found).items())
        self.tell(Sought(figure, self._done, self._count, tuple(candidates), shares, refused))

    def _settings(self, edits: tuple[tuple[str, object], ...]) -> Experiment:
        return replace_all(self.study.base, edits)
