"""The plain entries of a form: a check box, a line of text, a number that may be absent, a slider with a last stop in
words.

All of them, like `SliderField` and `Combo`, emit `changed(value)` and `finished()`, and show a value by `set_value`
without emitting.
"""

from __future__ import annotations

import dataclasses
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QToolButton, QWidget

from app.widgets.number_field import NumberField
from app.widgets.slider_field import SliderField
from core.params import Range


class Check(QCheckBox):
    """Yes or no."""

    changed = Signal(object)
    finished = Signal()

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(label, parent)
        self.setAccessibleName(label)
        self.clicked.connect(self._clicked)

    def value(self) -> bool:
        return self.isChecked()

    def set_value(self, value: bool) -> None:
        self.setChecked(bool(value))

    def _clicked(self, checked: bool) -> None:
        self.changed.emit(checked)
        self.finished.emit()


class TextField(QLineEdit):
    """A line of text, taken when it is left or Enter is pressed."""

    changed = Signal(object)
    finished = Signal()

    def __init__(self, label: str, longest: int = 2000, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(label)
        self.setMaxLength(longest)
        self.editingFinished.connect(self._take)

    def value(self) -> Any:
        return self.read(self.text())

    def written(self, value: Any) -> str:
        """A value as it is written here."""
        return value

    def read(self, text: str) -> Any:
        """The value that a text stands for."""
        return text

    def set_value(self, value: Any) -> None:
        text = self.written(value)
        if not self.isModified() and text != self.text():
            self.setText(text)
            self.setCursorPosition(0)

    def _take(self) -> None:
        if self.isModified():
            self.setModified(False)
            self.changed.emit(self.read(self.text()))
            self.finished.emit()


class OptionalNumber(QWidget):
    """A number, or None while its box is not checked."""

    changed = Signal(object)
    finished = Signal()

    def __init__(self, label: str, limits: Range, first: float = 0.1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.check = QCheckBox(label)
        self.check.setAccessibleName(label)
        self.field = NumberField(label, limits, first)
        self.field.setEnabled(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.check, 1)
        row.addWidget(self.field)
        self.setFocusProxy(self.check)
        self.check.clicked.connect(self._switched)
        self.field.value_changed.connect(self.changed)
        self.field.finished.connect(self.finished)

    def value(self) -> float | None:
        return self.field.value() if self.check.isChecked() else None

    def set_value(self, value: float | None) -> None:
        self.check.setChecked(value is not None)
        self.field.setEnabled(value is not None)
        if value is not None:
            self.field.set_value(value)

    def _switched(self, on: bool) -> None:
        self.field.setEnabled(on)
        self.changed.emit(self.value())
        self.finished.emit()


class SliderOrWord(QWidget):
    """A slider and, beside it, a word that stands for all there is: batch size “all”, speed “max”."""

    changed = Signal(object)
    finished = Signal()

    def __init__(self, label: str, limits: Range, word: str, value: Any = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.word = word
        self.number = SliderField(label, limits)
        self.toggle = QToolButton()
        self.toggle.setText(word.capitalize())
        self.toggle.setCheckable(True)
        self.toggle.setAccessibleName(f"{label}: {word}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.number, 1)
        row.addWidget(self.toggle)
        self.setFocusProxy(self.number)
        self.number.changed.connect(self._moved)
        self.number.finished.connect(self.finished)
        self.toggle.clicked.connect(self._switched)
        self.set_value(value)

    def value(self) -> Any:
        return self.word if self.toggle.isChecked() else self.number.value()

    def set_value(self, value: Any) -> None:
        self.toggle.setChecked(value == self.word)
        if value != self.word:
            self.number.set_value(value)

    def set_highest(self, highest: float) -> None:
        """The slider's end: the number of training samples."""
        limits = self.number.limits
        steps = (*(step for step in limits.steps if step < highest), highest)
        self.number.set_limits(dataclasses.replace(limits, high=highest, steps=steps))

    def _moved(self, value: float) -> None:
        self.toggle.setChecked(False)
        self.changed.emit(value)

    def _switched(self) -> None:
        self.changed.emit(self.value())
        self.finished.emit()
