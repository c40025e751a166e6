"""The speed of a run or race, as a box to choose or type it in, and in words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from app.shell.speeds import SPEEDS
from app.widgets.number_line import NumberLine
from app.widgets.number_text import parse, show


class SpeedBox(QComboBox):
    """Updates a second: a usual one, one that is typed, or Max."""

    edit = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._line = NumberLine()
        self.setLineEdit(self._line)
        self.setAccessibleName("Speed in updates a second")
        self.setToolTip("How many updates are made in a second at most: 1 to 1,000, or Max.")
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for speed in (*SPEEDS, "max"):
            self.addItem(speed_text(speed), speed)
        self.activated.connect(self._chosen)
        self._line.editingFinished.connect(self._typed)
        self._shown: float | str = 100

    def show_speed(self, speed: float | str) -> None:
        self._shown = speed
        self.setEditText(speed_text(speed))
        self._line.setCursorPosition(0)

    def hidePopup(self) -> None:
        """A choice from the list is made: the keys are the window's again. What is typed keeps the focus."""
        super().hidePopup()
        self.window().setFocus()

    def _chosen(self, index: int) -> None:
        self._say(self.itemData(index))

    def _typed(self) -> None:
        text = self.currentText().strip().removesuffix("/s").strip()
        if text.casefold() == "max":
            self._say("max")
            return
        try:
            self._say(
                parse(text.replace(",", "") if text.count(",") == 1 and len(text.partition(",")[2]) == 3 else text)
            )
        except ValueError:
            self.show_speed(self._shown)

    def _say(self, speed: float | str) -> None:
        if speed == self._shown:
            self.show_speed(speed)
        else:
            self.edit.emit("speed", speed)


def speed_text(speed: float | str) -> str:
    """`100/s`, `Max`."""
    return "Max" if speed == "max" else f"{show(float(speed))}/s" if float(speed) < 1000 else f"{float(speed):,.0f}/s"
