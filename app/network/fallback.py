"""A file that asks for a device which this computer has not got is learned on another one, and that is said."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.documents.experiment_store import Store
from core.frames import Update
from core.messages import Mend

AUTOMATIC = "auto"


class Fallback(QObject):
    """Looks at the devices that a run has found. Who asks for the missing one again is not contradicted: the run then
    fails with the reason."""

    said = Signal(str, str, object)  # path, sentence, Mend

    def __init__(self, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._left = store, ""
        store.opened.connect(self._forget)

    def look(self, update: Update) -> None:
        """What is new of the run."""
        asked = self._store.experiment.device
        missing = next((choice for choice in update.devices if choice.key == asked and choice.reason), None)
        if missing is None or asked == self._left:
            return
        self._left = asked
        self._store.adapt((("device", AUTOMATIC),))
        if self._store.experiment.device == AUTOMATIC:
            sentence = f"This asks for the device “{missing.label}”, but {missing.reason}. It is automatic now."
            self.said.emit("", sentence, Mend("Ask for it all the same", (("device", asked),)))

    def _forget(self) -> None:
        self._left = ""
