"""A field for one number: typed, stepped by arrow keys, or turned by the wheel while it has the focus."""

from __future__ import annotations

import dataclasses

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from app.look import theme as look
from app.widgets import number_text
from app.widgets.number_line import NumberLine
from app.widgets.restyle import restyle
from core.params import Range

STILL = 400  # ms without another arrow key or turn of the wheel that end one edit


class NumberField(NumberLine):
    """A number. `value_changed(value)` on every step and on commit (Enter, Tab), `finished()` once when such an edit
    ends, `refused(sentence)` for what cannot be taken, `accepted()` when nothing is wrong any more.

    A refused text stays, framed in red, until it is mended; Esc brings the last value back.
    """

    value_changed = Signal(object)
    finished = Signal()
    refused = Signal(str)
    accepted = Signal()

    def __init__(
        self, label: str, limits: Range, value: float = 0.0, unit: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.limits = limits
        self.unit = unit
        self._value = number_text.tidy(value, limits)
        self.problem = ""
        self._still = QTimer(self)
        self._still.setSingleShot(True)
        self._still.setInterval(STILL)
        self._still.timeout.connect(self.finished)
        self.setAccessibleName(label)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFont(look.current().digits(look.BASE))
        self.setText(self.written(self._value))
        self.editingFinished.connect(self.commit)
        self.textEdited.connect(self._clear_problem)
        self._reserve()

    def value(self) -> float:
        """The last value that was taken."""
        return self._value

    def read(self, text: str) -> float:
        """The number that a text stands for; `ValueError` with a sentence."""
        return number_text.parse(text, self.unit)

    def written(self, value: float) -> str:
        """A number as it is written here."""
        return number_text.show(value)

    def set_value(self, value: float) -> None:
        """Show a value; emits nothing. What is being typed is left alone."""
        value = number_text.tidy(value, self.limits)
        if value == self._value and (self.problem or self.isModified()):
            return
        self._value = value
        self._write()

    @property
    def beyond(self) -> bool:
        """Whether the value lies outside the friendly range."""
        return not self.limits.low <= self._value <= self.limits.high

    def commit(self) -> None:
        """Take what is typed, or say why not."""
        if not self.isModified():
            self._settle()
            return
        try:
            value = self.read(self.text())
        except ValueError as error:
            self._refuse(str(error))
            return
        reason = number_text.refusal(value, self.limits)
        if reason:
            self._refuse(reason)
            return
        if self._take(number_text.tidy(value, self.limits)):
            self._still.start()
        self._settle()

    def step_by(self, count: int) -> None:
        """Move by steps, as arrow keys do."""
        value = number_text.stepped(self._value, count, self.limits)
        if not number_text.refusal(value, self.limits) and self._take(value):
            self._still.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        steps = {keys.Key_Up: 1, keys.Key_Down: -1, keys.Key_PageUp: 5, keys.Key_PageDown: -5}
        if event.key() in steps:
            if self.isModified():
                self.commit()
            self.step_by(steps[keys(event.key())])
        elif event.key() == keys.Key_Escape and self.isModified():
            self._write()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus() and event.angleDelta().y():
            self.step_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.selectAll()

    def sizeHint(self) -> QSize:
        usual = (self.limits.low, self.limits.high, 0.0001)  # the last: fields below each other are equally wide
        widest = max((number_text.show(value) for value in usual), key=len)
        width = QFontMetrics(self.font()).horizontalAdvance(widest) + self._unit_width()
        return QSize(width + 26, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.unit:
            painter = QPainter(self)
            painter.setFont(self.font())
            painter.setPen(QColor(look.current().muted))
            painter.drawText(
                self.rect().adjusted(0, 0, -8, 0),
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                self.unit,
            )
            painter.end()

    def _reserve(self) -> None:
        self.setTextMargins(0, 0, self._unit_width(), 0)

    def _unit_width(self) -> int:
        return QFontMetrics(self.font()).horizontalAdvance(self.unit) + 4 if self.unit else 0

    def _take(self, value: float) -> bool:
        changed = value != self._value
        self._value = value
        self._write()
        if changed:
            self.value_changed.emit(value)
        return changed

    def _settle(self) -> None:
        """End a burst of steps now."""
        if self._still.isActive():
            self._still.stop()
            self.finished.emit()

    def _write(self) -> None:
        self.setText(self.written(self._value))
        self.setModified(False)
        self._clear_problem()

    def _refuse(self, reason: str) -> None:
        self.problem = reason
        self.setAccessibleDescription(reason)
        restyle(self, wrong=True)
        self.refused.emit(reason)

    def _clear_problem(self) -> None:
        if self.problem:
            self.problem = ""
            self.setAccessibleDescription("")
            restyle(self, wrong=False)
            self.accepted.emit()


class IntegerField(NumberField):
    """A whole number."""

    def __init__(
        self, label: str, limits: Range, value: int = 0, unit: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(label, dataclasses.replace(limits, whole=True), value, unit, parent)
