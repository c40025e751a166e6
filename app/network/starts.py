"""20 starts: the sheet that asks whether it was luck, and how one of its starts becomes the run in the window."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.luck.sheet import LuckSheet
from app.network.lab import Lab
from app.shell.actions import Actions
from core.frames import Update
from core.luck.start import Start

COMMAND = "starts"
CHANGED = "This run was changed on its way: the starts have the settings of now from update 0 on."
FEWEST = 50  # updates: a shorter run has hardly learned anything


class Starts(QObject):
    """Stands between the sheet and the lab."""

    def __init__(self, lab: Lab, actions: Actions, room: QWidget) -> None:
        super().__init__(room)
        self._lab, self._actions = lab, actions
        self._able: bool | None = None
        self.sheet = LuckSheet(room)
        self.sheet.taken.connect(self._take)
        self.sheet.closed.connect(room.setFocus)
        lab.runs.updated.connect(self._look)
        lab.runs.began.connect(self._forget)
        self._offer(able=False)

    def open(self) -> None:
        """Ask whether the run that is shown was lucky; it stands still meanwhile, where it is."""
        lab = self._lab
        lab.time.now()
        lab.pause()
        changed = lab.run.changed_live or lab.run.by_hand
        self.sheet.open(lab.store.experiment, lab.time.made, f" {CHANGED}" if changed else "")

    def _take(self, start: Start) -> None:
        """Its luck becomes the experiment's, and a new run comes as far as it did."""
        lab, store = self._lab, self._lab.store
        seeds = start.experiment.seeds
        other = tuple(
            (f"seeds.{name}", getattr(seeds, name))
            for name in type(seeds).model_fields
            if getattr(seeds, name) != getattr(store.experiment.seeds, name)
        )
        self.sheet.shut()
        if not other:
            lab.sentence.emit("This start is that of the run in the window.")
            return
        store.finish()
        lab.edits(other)
        if not store.rejected:
            lab.begin_up_to(start.updates)
            lab.sentence.emit(
                f"Start {start.number}: the run before stands beside it in the curves, and Undo brings it back."
            )

    def _look(self, update: Update) -> None:
        self._offer(able=update.updates >= FEWEST)

    def _forget(self, _run: int) -> None:
        self._offer(able=False)

    def _offer(self, *, able: bool) -> None:
        if able != self._able:
            self._able = able
            self._actions.enable(COMMAND, able)
