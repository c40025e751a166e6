"""A walk through the noise: a pointer over two of its numbers, while the player draws."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.look.theme import CAPTION, Theme
from app.views.drawing.plot import say
from app.views.drawing.walk_plot import SIDE, Drawn, WalkPlot
from app.widgets.combo import Combo, Option
from app.widgets.limited import limited
from core.frames import Frame
from core.probes.generated import Generated

DIGITS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
MOST = 32  # noise numbers that are offered


class GeneratedWalk(QWidget):
    """`pointed()` when `at` has changed; `axes_chosen(along, up)` when other noise numbers are wanted, each from 0."""

    pointed = Signal()
    axes_chosen = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.at: tuple[float, ...] = ()
        self.plot = WalkPlot("Walk through the noise")
        self.plot.pointed.connect(self._point)
        self.drawn = Drawn("What is drawn there")
        self.words, self.which = QLabel(), QLabel("Noise numbers along and up")
        self.axes = (Combo("Noise number along the picture"), Combo("Noise number up the picture"))
        side = QVBoxLayout()
        side.setContentsMargins(0, 8, 6, 4)
        side.addWidget(self.drawn)
        side.addWidget(self.words)
        side.addSpacing(8)
        side.addWidget(self.which)
        for combo in self.axes:
            combo.changed.connect(self._choose)
            side.addWidget(limited(combo, "generated.axes"))
        for label in (self.words, self.which):
            label.setWordWrap(True)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        side.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(self.plot, 1)
        row.addLayout(side)
        self._offered = 0
        self._shown: tuple[int, ...] = (0, 1)  # the noise numbers along and up
        self._theme: Theme | None = None

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.plot.dress(theme)
        for label in (self.words, self.which):
            label.setStyleSheet(f"font-size: {theme.px(CAPTION + 1)}px; color: {theme.text};")
            label.setFixedWidth(theme.px(SIDE))
        for combo in self.axes:
            combo.setFixedWidth(theme.px(SIDE))

    def show_frame(self, frame: Frame, theme: Theme, wanted: tuple[int, int]) -> None:
        """A frame of the probe `generated`, which may be of other noise numbers than those that are `wanted` by now."""
        arrays, info = frame.arrays, frame.info
        names = [number_name(axis) for axis in info["axes"]]
        self.plot.frame_to(*map(float, arrays["extent"]))
        self.plot.name_axes(names[0], names[1] if len(names) > 1 else "", theme)
        self.plot.show_sheet(arrays.get("sheet"), theme)
        at = np.array(self.at) if self.plot.held and len(self.at) == 2 else arrays["at"]
        self.plot.show_pointer(at, theme)
        self.drawn.show_pixels(arrays["drawn"], theme)
        rest = "; all other noise numbers are 0" if info["latent"] > 2 else ""
        where = ", ".join(f"{name} = {say(float(value))}" for name, value in zip(names, arrays["at"], strict=False))
        self.words.setText(f"Drawn from {where}{rest}. Drag in the map.")
        asked = frame.request.axes if isinstance(frame.request, Generated) else wanted
        self._offer(info["latent"], info["axes"] if asked == wanted else wanted)

    def _offer(self, latent: int, axes: tuple[int, ...]) -> None:
        """The noise numbers that can run along and up, where there are more than two."""
        for widget in (self.which, *self.axes):
            widget.setVisible(latent > 2)
        if latent <= 2:
            return
        if latent != self._offered:
            for combo in self.axes:
                combo.set_options([Option(str(number), number_name(number)) for number in range(min(latent, MOST))])
        self._show_axes(axes)
        self._offered = latent

    def _point(self, x: float, y: float) -> None:
        self.at = (x, y)
        if self._theme is not None:
            self.plot.show_pointer(np.array(self.at), self._theme)
        self.pointed.emit()

    def _choose(self, _key: object) -> None:
        """The same number for both: they change places."""
        along, up = (int(combo.value() or 0) for combo in self.axes)
        if along == up:
            up, along = self._shown
        self._show_axes((along, up))
        self.axes_chosen.emit(along, up)

    def _show_axes(self, axes: tuple[int, ...]) -> None:
        self._shown = axes
        for combo, axis in zip(self.axes, axes, strict=True):
            combo.set_value(str(axis))


def number_name(number: int) -> str:
    """ "z₃" for noise number 2 from 0."""
    return "z" + str(number + 1).translate(DIGITS)
