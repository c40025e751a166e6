"""What is to be learned of a table: to tell classes apart, to predict a value, or to answer several questions."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.widgets.combo import DropDown
from core.files.table_encoding import Predicts

TASKS: dict[Predicts, str] = {"classes": "tell classes apart", "values": "predict a value"}
TOGETHER = "answer yes or no"


class TaskBox(DropDown):
    """The task of one target, to choose; several answers have no other one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Task")
        for predicts, words in TASKS.items():
            self.addItem(words, predicts)

    def show_task(self, predicts: Predicts, *, together: bool) -> None:
        """The task of one target, or that of several answers."""
        last = len(TASKS)
        if together and self.count() == last:
            self.addItem(TOGETHER, None)
        elif not together and self.count() > last:
            self.removeItem(last)
        self.setCurrentIndex(last if together else list(TASKS).index(predicts))
        self.setEnabled(not together)

    def predicts(self) -> Predicts:
        """What is said of one target."""
        return self.currentData() or "classes"
