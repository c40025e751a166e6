"""A slider and a number field that show the same value."""

from __future__ import annotations

import math

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QStyle, QStyleOptionSlider, QWidget

from app.widgets.number_field import STILL, IntegerField, NumberField
from app.widgets.number_text import stride, tidy
from core.params import Range

_FINE = 1000  # slider positions where there are no natural ones


class Scale:
    """Value <-> slider position for a range: one position a step where there are not too many, else a thousand."""

    def __init__(self, limits: Range) -> None:
        self._limits = limits
        self._log = limits.log and limits.low > 0 and not limits.steps
        count = (limits.high - limits.low) / stride(limits)
        self._natural = not self._log and not limits.steps and 0 < count <= _FINE and abs(count - round(count)) < 1e-6
        fine = _FINE if limits.high > limits.low else 0
        self.positions = len(limits.steps) - 1 if limits.steps else round(count) if self._natural else fine

    def position(self, value: float) -> int:
        """The nearest slider position, the end for values beyond."""
        limits = self._limits
        if limits.steps:
            return min(range(len(limits.steps)), key=lambda index: _distance(limits.steps[index], value))
        value = min(max(value, limits.low), limits.high)
        share = (
            math.log(value / limits.low) / math.log(limits.high / limits.low)
            if self._log
            else (value - limits.low) / ((limits.high - limits.low) or 1)
        )
        return round(share * self.positions)

    def value(self, position: int) -> float:
        """The value at a position, rounded to what a person would type."""
        limits = self._limits
        if limits.steps:
            return tidy(limits.steps[position], limits)
        share = position / (self.positions or 1)
        if self._log:
            return tidy(float(f"{limits.low * (limits.high / limits.low) ** share:.2g}"), limits)
        value = limits.low + share * (limits.high - limits.low)
        return tidy(value if self._natural else float(f"{value:.3g}"), limits)


def _distance(step: float, value: float) -> float:
    return abs(math.log(step / value)) if step > 0 and value > 0 else abs(step - value)


class Slider(QSlider):
    """A horizontal slider: a click takes the handle there; the wheel turns it only while it has the focus."""

    def __init__(self, label: str, positions: int, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(0, positions)
        self.setSingleStep(max(1, positions // 100))
        self.setPageStep(max(1, positions // 10))
        self.setAccessibleName(label)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and not self._handle().contains(event.position().toPoint()):
            handle = self._handle().width()
            place = round(event.position().x()) - handle // 2
            self.setSliderDown(True)  # before the value: this is a drag, not a finished step
            self.setValue(QStyle.sliderValueFromPosition(self.minimum(), self.maximum(), place, self.width() - handle))
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.isSliderDown():  # the press missed the moved handle by a pixel: Qt does not end the drag that we began
            self.setSliderDown(False)

    def _handle(self) -> QRect:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        return self.style().subControlRect(
            QStyle.ComplexControl.CC_Slider, option, QStyle.SubControl.SC_SliderHandle, self
        )

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class SliderField(QWidget):
    """`changed(value)` while it is dragged, turned, stepped or typed; `finished()` once when that edit ends.

    The range is friendly: the field takes what lies beyond it, and the slider then rests at its end.
    """

    changed = Signal(object)
    finished = Signal()

    def __init__(
        self, label: str, limits: Range, value: float = 0.0, unit: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.scale = Scale(limits)
        self.slider = Slider(label, self.scale.positions)
        self.field = (IntegerField if limits.whole else NumberField)(label, limits, value, unit)  # type: ignore[arg-type]
        self.field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._still = QTimer(self)
        self._still.setSingleShot(True)
        self._still.setInterval(STILL)
        self._place(value)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.slider, 1)
        row.addWidget(self.field)
        self.setFocusProxy(self.slider)
        self.slider.valueChanged.connect(self._slid)
        self.slider.sliderReleased.connect(self._end)
        self._still.timeout.connect(self._end)
        self.field.value_changed.connect(self._typed)
        self.field.finished.connect(self.finished)
        self._open = False

    @property
    def limits(self) -> Range:
        return self.field.limits

    def value(self) -> float:
        return self.field.value()

    def set_value(self, value: float) -> None:
        """Show a value; emits nothing. A slider in the hand is not pulled away."""
        self.field.set_value(value)
        if not self.slider.isSliderDown():
            self._place(value)

    def set_limits(self, limits: Range) -> None:
        """Another range (the number of samples has changed); the value stays."""
        self.scale = Scale(limits)
        self.field.limits = limits
        self.slider.blockSignals(True)
        self.slider.setRange(0, self.scale.positions)
        self.slider.blockSignals(False)
        self._place(self.value())

    def _place(self, value: float) -> None:
        self.slider.blockSignals(True)
        self.slider.setValue(self.scale.position(value))
        self.slider.blockSignals(False)

    def _slid(self, position: int) -> None:
        value = self.scale.value(position)
        if value == self.value():
            return
        self._open = True
        self.field.setModified(False)
        self.field.set_value(value)
        self.changed.emit(value)
        if not self.slider.isSliderDown():
            self._still.start()

    def _typed(self, value: float) -> None:
        self._place(value)
        self.changed.emit(value)

    def _end(self) -> None:
        self._still.stop()
        if self._open:
            self._open = False
            self.finished.emit()
