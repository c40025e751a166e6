"""Studies: the sheet on which settings are varied, and how one of its runs becomes the run in the window."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.look.theme import Theme
from app.network.lab import Lab
from app.network.taken import take
from core.experiment import Experiment

if TYPE_CHECKING:
    from app.studies.sheet import StudySheet

FEW = 50  # updates: a study of runs as short as that tells nothing


class Studies(QObject):
    """Stands between the sheet and the lab."""

    def __init__(self, lab: Lab, room: QWidget) -> None:
        super().__init__(room)
        self._lab, self._room = lab, room
        self._built = False

    @functools.cached_property
    def sheet(self) -> StudySheet:
        """Built when somebody asks for it: it brings all that studies need."""
        from app.studies.sheet import StudySheet

        sheet = StudySheet(self._room)
        sheet.taken.connect(self._take)
        sheet.gathered.connect(self._lab.gatherings.add)
        sheet.closed.connect(self._room.setFocus)
        self._built = True
        return sheet

    @property
    def is_open(self) -> bool:
        """Whether the sheet lies over the room."""
        return self._built and self.sheet.isVisible()

    def show_theme(self, theme: Theme) -> None:
        if self._built:
            self.sheet.show_theme(theme)

    def end(self, patience: float) -> bool:
        """End all threads; False where one does not end in time."""
        return not self._built or self.sheet.end(patience)

    def open(self, path: str = "") -> None:
        """Ask what the settings of the experiment do, that at `path` first; the run stands still meanwhile."""
        lab = self._lab
        experiment = lab.store.experiment
        if experiment.data.blank:
            lab.sentence.emit("There are no samples yet: draw some points first.")
            return
        lab.time.now()
        lab.pause()
        made = experiment.stop.updates or lab.time.made
        self.sheet.open(experiment, made if made >= FEW else 0, path)

    def open_again(self, asked: str) -> None:
        """A study of the list of runs; `BadInput` where it cannot be asked any more."""
        from app.studies.asked import Asked

        study = Asked.loads(asked)
        self._lab.time.now()
        self._lab.pause()
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
