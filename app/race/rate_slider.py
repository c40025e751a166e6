"""The learning rate on a racer's card: a slider that resolves what matters, with a mark at the limit of stability where
there is one."""

from __future__ import annotations

import math

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionSlider, QVBoxLayout, QWidget

from app.look import theme as look
from app.widgets.slider_field import SliderField
from core.params import Range

BEYOND = 1.25  # where the slider ends, in limits
USUAL = (1e-4, 1.0)  # where there is no limit
MARK = 2  # px that the strip below the slider, which holds the mark, is higher than its letters


class RateSlider(QWidget):
    """`changed(value)` and `finished()`, as any entry of a form. Below the limit descent converges, above it
    diverges."""

    changed = Signal(object)
    finished = Signal()

    def __init__(
        self, label: str, value: float, parent: QWidget | None = None, *, letters: int = look.CAPTION - 1
    ) -> None:
        """`letters`: px of the words at the mark."""
        super().__init__(parent)
        self.limit: float | None = None
        self.letters = letters
        self.slider = SliderField(label, _range(None), value)
        self.slider.changed.connect(self.changed)
        self.slider.finished.connect(self.finished)
        self.strip = _Strip(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.slider)
        column.addWidget(self.strip)
        self.strip.hide()
        self._bare = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def value(self) -> float:
        return self.slider.value()

    def set_value(self, value: float) -> None:
        """Show a value; emits nothing."""
        self.slider.set_value(value)
        self.strip.update()

    def set_limit(self, limit: float | None) -> None:
        """The largest rate with which descent does not diverge here; None where there is no such number."""
        if limit != self.limit:
            self.limit = limit
            self.slider.set_limits(_range(limit))
            self.strip.setVisible(limit is not None and not self._bare)
        self.strip.set_height()
        self.strip.update()

    def set_bare(self, bare: bool) -> None:
        """The number alone, where there is no room for a slider that a hand could use."""
        self._bare = bare
        self.slider.slider.setVisible(not bare)
        self.strip.setVisible(self.limit is not None and not bare)


class _Strip(QWidget):
    """A mark below the slider's groove with the limit in words."""

    def __init__(self, rate: RateSlider) -> None:
        super().__init__(rate)
        self._rate = rate
        self.setToolTip(
            "The limit of stability: 2 ÷ the largest curvature, with momentum μ 2(1 + μ) ÷ the largest curvature. From there on each step overshoots by more than it gains."
        )
        self.set_height()

    def set_height(self) -> None:
        """As high as its letters in this theme."""
        self.setFixedHeight(look.current().px(self._rate.letters + MARK))

    def paintEvent(self, event: QPaintEvent) -> None:
        rate, theme = self._rate, look.current()
        if rate.limit is None:
            return
        x = self._place(rate.limit)
        painter = QPainter(self)
        over = rate.value() > rate.limit
        painter.setPen(QPen(QColor(theme.error if over else theme.muted), 1.5 * theme.scale))
        painter.drawLine(QPoint(x, 0), QPoint(x, 4))
        painter.setFont(theme.font(rate.letters))
        longest = (f"beyond the limit {rate.limit:.3g}", f"limit {rate.limit:.3g}", "")
        gap, room = theme.px(5), max(x, self.width() - x)
        words = next(
            (
                text
                for text in longest[0 if over else 1 :]
                if painter.fontMetrics().horizontalAdvance(text) + gap <= room
            ),
            "",
        )
        wide = painter.fontMetrics().horizontalAdvance(words)
        left = x - wide - gap if wide + gap <= x else x + gap
        painter.drawText(left, 0, wide + 1, self.height(), Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()

    def _place(self, value: float) -> int:
        """Where a value lies along the slider, px of this strip."""
        slider = self._rate.slider.slider
        option = QStyleOptionSlider()
        slider.initStyleOption(option)
        handle = (
            slider.style()
            .subControlRect(QStyle.ComplexControl.CC_Slider, option, QStyle.SubControl.SC_SliderHandle, slider)
            .width()
        )
        room = slider.width() - handle
        share = self._rate.slider.scale.position(value) / max(self._rate.slider.scale.positions, 1)
        return slider.mapTo(self._rate, QPoint(0, 0)).x() + handle // 2 + round(share * room)


def _range(limit: float | None) -> Range:
    """Where there is a limit, even steps to a quarter beyond it: as fine as the question whether it is passed."""
    if limit is None:
        return Range(*USUAL, above=0, log=True)
    step = nice_step(limit)
    return Range(step, math.ceil(BEYOND * limit / step - 1e-9) * step, above=0, step=step)


def nice_step(limit: float) -> float:
    """1, 2 or 5 times a power of ten, of which 50 to 125 make the limit."""
    size = 10.0 ** math.floor(math.log10(limit / 50))
    return float(f"{next((size * factor for factor in (5, 2) if limit / (size * factor) >= 50), size):.1g}")
