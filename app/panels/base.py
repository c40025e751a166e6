"""Panel: a widget that shows an experiment and says what a person wants to be different."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.documents.intents import Intent
from app.documents.view_state import ViewState
from app.look.theme import Theme, current
from core.data.preparation import Prepared
from core.experiment import Experiment
from core.frames import Update
from core.messages import Mend

Edits = tuple[tuple[str, Any], ...]


class Panel(QWidget):
    """What every panel has in common.

    Signals: `edit(path, value)` one change; `edits(((path, value), …))` changes that belong together; `finished()` a
    drag has ended (one step of undo); `intent(value)` something that is no edit, carried out by the room.
    """

    frame_names: ClassVar[tuple[str, ...]] = ()  # pictures are the views' own

    edit = Signal(str, object)
    edits = Signal(object)
    finished = Signal()
    intent = Signal(object)  # app.documents.intents.Intent

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = current()
        self.experiment: Experiment | None = None
        self.prepared: Prepared | None = None

    def show_experiment(self, experiment: Experiment, prepared: Prepared | None = None) -> None:
        """Show these settings; no signal is sent for them. `prepared` is None until the data are computed."""
        self.experiment, self.prepared = experiment, prepared

    def show_update(self, update: Update) -> None:
        """Take what is new from the run; most panels need nothing of it."""

    def show_theme(self, theme: Theme) -> None:
        """Take over colours and text scale."""
        self.theme = theme
        self.update()

    def show_view(self, state: ViewState) -> None:
        """Obey what a file hides and locks."""

    def show_problem(self, path: str, sentence: str, mend: Mend | None = None) -> None:
        """Say beside the control of `path` why a change was refused, with a one-click way out; an empty sentence takes
        it away."""

    def ask(self, intent: Intent) -> None:
        """Say what a person wants that is no edit."""
        self.intent.emit(intent)

    def say(self, changes: Iterable[tuple[str, Any]]) -> None:
        """Emit changes that belong together: one as `edit`, several as `edits`, none not at all."""
        changes = tuple(changes)
        if len(changes) == 1:
            self.edit.emit(*changes[0])
        elif changes:
            self.edits.emit(changes)
