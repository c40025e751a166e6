"""Studies: the sheet on which settings are varied, and how one of its runs becomes the run in the window."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from app.network.sheets import Sheets
from app.network.taken import take
from core.experiment import Experiment

if TYPE_CHECKING:
    from app.studies.sheet import StudySheet

FEW = 50  # updates: a study of runs as short as that tells nothing


class Studies(Sheets):
    """Stands between the sheet and the lab."""

    @functools.cached_property
    def sheet(self) -> StudySheet:
        """Built when somebody asks for it: it brings all that studies need."""
        from app.studies.sheet import StudySheet

        sheet = self.kept(StudySheet(self._room))
        sheet.taken.connect(self._take)
        sheet.gathered.connect(self._lab.gatherings.add)
        return sheet

    def open(self, path: str = "") -> None:
        """Ask what the settings of the experiment do, that at `path` first; the run stands still meanwhile."""
        lab = self._lab
        experiment = lab.store.experiment
        if experiment.data.blank:
            lab.sentence.emit("There are no samples yet: draw some points first.")
            return
        self.stand_still()
        made = experiment.stop.updates or lab.time.made
        self.sheet.open(experiment, made if made >= FEW else 0, path)

    def open_again(self, asked: str) -> None:
        """A study of the list of runs; `BadInput` where it cannot be asked any more."""
        from app.studies.asked import Asked

        study = Asked.loads(asked)
        self.stand_still()
        self.sheet.open_again(study)

    def _take(self, experiment: Experiment, updates: int) -> None:
        """That run, and no other, is made in the window."""
        lab = self._lab
        self.sheet.shut()
        if take(lab, experiment, updates):
            lab.sentence.emit(
                "A run of the study: the run before stands beside it in the curves, and Undo brings it back."
            )
        elif not lab.store.rejected:
            lab.sentence.emit("This is the run in the window.")
