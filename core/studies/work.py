"""Work: the runs of a study made beside a window, each once, and kept; what is new is polled."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence

from core.frozen import frozen
from core.machine import device
from core.runs.many import many
from core.runs.outcome import Outcome
from core.studies.carried_out import make
from core.studies.drawn import Draw, Picture
from core.studies.figures import EFFORT, LOSS, SCORE, names_of
from core.studies.made import Made, complete, known_of
from core.studies.plan import Planned, plan
from core.studies.report import Report
from core.studies.result import Result
from core.studies.stable import constant_answer, goes_over_rates
from core.studies.storage import Storage
from core.studies.study import Study
from core.threads.aside import Aside

EVERY = 0.15  # s between two reports at least
SHARE = 0.1  # of the time that reports may take
MOST_PICTURES = 100  # cells that are drawn


@frozen(eq=False)
class Told:
    """What has come so far, told in the figures of `LOSS`, `SCORE` and `EFFORT`, by that word; `constant`: the training
    loss of the best constant answer, where the study is about learning rates."""

    reports: Mapping[str, Report]
    constant: float


@frozen(eq=False)
class News:
    """What has come since the last poll: the newest report (None: the old one holds), pictures by cell, how many runs
    of how many are made, how many seconds are `left` (None: unknown); `problem` is why it broke off, "" where it did
    not."""

    told: Told | None
    pictures: Mapping[int, Picture]
    made: int
    count: int
    left: float | None
    over: bool
    problem: str


class Work(Aside[Told | tuple[int, Picture]]):
    """Makes what is not known yet, then draws each cell's first start. `opened` gives the results that are kept."""

    def __init__(self, study: Study, draw: Draw, opened: Callable[[], Storage]) -> None:
        super().__init__("study")
        self.study, self._draw, self._opened = study, draw, opened
        self._planned: tuple[Planned, ...] = ()
        self._results: dict[str, Result] = {}
        self._known = 0
        self._constant = float("nan")
        self._lock = threading.Lock()
        self._begun = self._due = time.monotonic()

    def poll(self) -> News:
        """Everything that is new. Never blocks."""
        pieces, over, problem = self.news()
        told: Told | None = None
        pictures: dict[int, Picture] = {}
        for piece in pieces:
            match piece:
                case Told():
                    told = piece
                case (cell, picture):
                    pictures[cell] = picture
        return News(told, pictures, len(self._results), self.study.runs, self._left(), over, problem)

    def _left(self) -> float | None:
        made = len(self._results) - self._known
        spent = time.monotonic() - self._begun
        return spent / made * (len(self._planned) - len(self._results)) if made else None

    # The thread

    def make(self) -> None:
        """Plan, look up, make, tell, draw."""
        self._planned = plan(self.study)
        if goes_over_rates(self.study):
            self._constant = constant_answer(self.study.base)
        storage = self._opened()
        try:
            known, left = known_of(self._planned, storage)
            self._results, self._known = dict(known), len(known)
            self._begun = time.monotonic()
            made = complete(known, left, storage, self._make, self.halted, self._hear)
        finally:
            storage.close()
        self._sum_up(made)
        if made.trouble:
            self.give_up(made.trouble)
        elif made.state == "finished" and len(self.study.cells) <= MOST_PICTURES:
            self._draw_cells()

    def _make(self, left: Sequence[Planned], keep: Callable[[Result], None]) -> None:
        make(left, keep, workers=_workers(left), halt=self.halted, where=self.study.where)

    def _hear(self, result: Result) -> None:
        """One more: on the thread that made it."""
        with self._lock:
            self._results[result.key] = result
            if due := time.monotonic() >= self._due:
                self._due = float("inf")
                results = dict(self._results)
        if due:
            begun = time.monotonic()
            self._sum_up(Made("interrupted", results, self._known, begun - self._begun))
            self._due = time.monotonic() + max(EVERY, (time.monotonic() - begun) / SHARE)

    def _sum_up(self, made: Made) -> None:
        """Tell of what there is, all of it worked out here, not when the window asks for it."""
        whole = Report.of(self.study, self._planned, made, ())
        if not whole.results:
            return
        base, known = self.study.base, whole.known
        reports = {about: whole.about(names_of(about, base, known)) for about in (LOSS, SCORE, EFFORT)}
        for report in reports.values():
            _ = report.cells
        self.tell(Told(reports, self._constant))

    def _draw_cells(self) -> None:
        """No vector is kept: the first start of each is made once more, and comes out as it did."""
        firsts = [each for each in self._planned if not each.trial.start]

        def draw(place: int, outcome: Outcome) -> None:
            picture = self._draw(outcome)
            if picture is not None:
                self.tell((firsts[place].trial.cell, picture))

        many([each.trial.experiment for each in firsts], sys.maxsize, workers=1, halt=self.halted, done=draw)


def _workers(left: Sequence[Planned]) -> int:
    """All cores but the window's, and one on a GPU."""
    on_gpu = bool(left) and device.choose(left[0].trial.experiment.device) != "cpu"
    return 1 if on_gpu else max(1, (os.cpu_count() or 1) - 1)
