"""The envelope of the experiment: whether it is there, and that it opens once for these samples."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.network.lab import Lab
from app.network.present_run import take_weights
from app.network.sheets import Sheets
from app.shell.actions import Actions
from core.data.envelope import Opened, name_of
from core.threads.commands import Note

if TYPE_CHECKING:
    from app.studies.envelope_sheet import EnvelopeSheet
    from core.history.snapshot import Snapshot

COMMAND = MARK = "envelope"
NOTHING = "Nothing is sealed: Data, More, Fine tuning has a sealed share."


class Envelope(Sheets):
    """Stands between the sheet and the lab."""

    def __init__(self, lab: Lab, actions: Actions, room: QWidget) -> None:
        super().__init__(lab, room)
        self._actions, self._able = actions, True
        lab.store.changed.connect(self._offer)
        self._offer()

    @functools.cached_property
    def sheet(self) -> EnvelopeSheet:
        """Built when somebody asks for it."""
        from app.studies.envelope_sheet import EnvelopeSheet

        sheet = self.kept(EnvelopeSheet(self._room))
        sheet.wanted.connect(self._ask_run)
        sheet.found.connect(self._keep)
        return sheet

    @property
    def opened(self) -> Opened | None:
        """What was in the envelope of these samples; None while it is closed."""
        store = self._lab.store
        return Opened.read(store.view.envelopes.get(name_of(store.experiment)))

    def open(self) -> None:
        """Show the envelope; the run stands still meanwhile."""
        lab = self._lab
        experiment = lab.store.experiment
        if not experiment.data.sealed_share:
            lab.sentence.emit(NOTHING)
            return
        self.stand_still()
        prepared = lab.runs.samples.fitting()
        sealed = f"{prepared.sealed:,}" if prepared is not None else "Some"
        self.sheet.open(experiment, sealed, self.opened)

    def _ask_run(self) -> None:
        take_weights(self._lab.runs, self._lab.store, self._look_inside, self.sheet.tell_late)

    def _look_inside(self, snapshot: Snapshot) -> None:
        from core.threads.opening import Opening

        if self.opened is None and self.sheet.isVisible():
            self.sheet.look_inside(Opening(snapshot))

    def _keep(self, opened: Opened) -> None:
        """It stays open with the document, whatever is undone, and the run is marked."""
        lab, store = self._lab, self._lab.store
        lab.runs.send(Note(MARK, f"the envelope was opened: {opened.drop()}"))
        store.change_view(envelopes=store.view.envelopes | {name_of(store.experiment): opened.values()})
        lab.sentence.emit(f"The envelope is open: {opened.drop()}.")

    def _offer(self, *_: object) -> None:
        able = self._lab.store.experiment.data.sealed_share > 0
        if able != self._able:
            self._able = able
            self._actions.enable(COMMAND, able)
