"""The past of runs side by side: what each of them had where one looks back, and whether a hand has changed anything of
it there."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.network.runs import Runs
from app.network.standing import Standing
from app.network.twins import Twins
from core.comparison import Comparison
from core.experiment import Experiment
from core.frames import Update
from core.messages import BadInput
from core.runs.place import beside, same_numbers


class PastBeside(QObject):
    """Tells the twins what they had, as soon as all have told it."""

    def __init__(self, runs: Runs, twins: Twins, parent: QObject) -> None:
        super().__init__(parent)
        self._runs, self._twins = runs, twins
        self._was: Comparison | None = None
        self._had: tuple[Experiment, ...] = ()
        self._place = 0, -1  # the run that is shown, and which update of it
        runs.looked.connect(self._look)
        twins.updated.connect(self._hear)
        twins.changed.connect(self._meet)

    @property
    def waiting(self) -> tuple[tuple[Standing, Experiment, Experiment], ...]:
        """Each run beside of which a hand has changed settings, that wait there for the next update: those that it had,
        and those that it is to have."""
        twins = self._twins
        if self._was is None or not twins.there or self._runs.standing.looking is None:
            return ()
        found = zip(twins.standings[1:], self._was.experiments()[1:], twins.experiments[1:], strict=True)
        return tuple(each for each in found if not same_numbers(each[1], each[2]))

    def _hear(self, _number: int, update: Update) -> None:
        if update.recalled is not None:
            self._look()

    def _meet(self) -> None:
        """Other runs stand here, where they were before."""
        run = self._runs.standing
        if self._twins.there and run.looking is not None:
            self._place, self._was, self._had = (run.number, run.looking), None, ()

    def _look(self) -> None:
        """Another update is shown, or all that is known of it."""
        run, twins = self._runs.standing, self._twins
        if not twins.there or run.looking is None:
            self._was, self._place = None, (0, -1)
            twins.show(None)
            return
        if self._place != (run.number, run.looking):
            self._place, self._was, self._had = (run.number, run.looking), None, ()
            twins.show(twins.now, anew=True)
        had = tuple(each for each in map(_settings, twins.standings) if each is not None)
        if len(had) == len(twins.standings) and had != self._had:
            self._had, self._was = had, _then(twins.now, had)
            twins.show(self._was)


def _settings(run: Standing) -> Experiment | None:
    """Those of what is shown of a run, as far as it has told; one that has made fewer updates is shown as it is."""
    if run.recalled is not None:
        return run.recalled.experiment
    short = run.looking is None or (run.last is not None and run.last.updates <= run.looking)
    return run.told if short else None


def _then(now: Comparison, had: tuple[Experiment, ...]) -> Comparison:
    """The comparison of then; words, pace and goal are those of now. That of now where what they had makes none."""
    try:
        return now.with_experiments([beside(then, own) for then, own in zip(had, now.experiments(), strict=True)])
    except BadInput:
        return now
