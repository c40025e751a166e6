"""The inputs that are switched off: they stand below the others where all have room, else behind "+ 5 more"."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from app.look import theme as look
from app.look.theme import Theme
from app.views.network.layer_count import SIDE
from app.views.network.layout import Layout, Selection, has_room, heads, is_narrow
from app.views.network.structure import Structure
from app.widgets.limited import limited

FEWER = "fewer"


class InputFold(QObject):
    """`turned()` when a person unfolds them or folds them again."""

    turned = Signal()

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.is_open = False  # whether those that are off are seen all the same
        self.there = False  # whether there is anything to fold
        self._off = 0  # how many are switched off
        self.button = QToolButton()
        self.button.setProperty("quiet", True)
        self.button.clicked.connect(self._turn)
        self.place_ = limited(self.button, "inputs.features", parent=canvas)
        self.place_.want(False)

    def among(self, columns: Structure, selection: Selection, height: float, theme: Theme) -> Selection:
        """Of the units to be drawn in a picture of this height those that are not folded away."""
        units = columns[0].units
        off = [unit.name for unit in units if not unit.on]
        first, weak, left_out = selection[0]
        self.there = bool(off) and len(off) < len(units) and not has_room(len(units), height, theme)
        self.place_.want(self.there)
        self._off = len(off)
        if self.there:
            self._say(off)
        if not self.there or self.is_open:
            return selection
        on = (tuple(place for place in group if units[place].on) for group in (first, weak))
        return (next(on), next(on), left_out and max(0, left_out - len(off))), *selection[1:]

    def place(self, layout: Layout, theme: Theme) -> None:
        """Above the inputs, where other columns have their ±."""
        self.button.setStyleSheet(
            f"QToolButton {{ font-size: {theme.px(look.CAPTION + 1)}px; color: {theme.accent}; padding: 0px 4px; "
            f"min-height: {theme.px(SIDE) - 4}px; }}"
        )
        if not self.is_open:
            narrow = is_narrow(layout.middles[1] - layout.middles[0], theme)
            self.button.setText(f"+ {self._off}" if narrow else f"+ {self._off} more")
        self.place_.adjustSize()
        size = self.place_.sizeHint()
        left = max(2, round(layout.middles[0] - size.width() / 2))
        self.place_.setGeometry(left, heads(theme, self._canvas.height())[0] - 2, size.width(), theme.px(SIDE))

    def _say(self, off: list[str]) -> None:
        self.button.setText(FEWER if self.is_open else f"+ {len(off)} more")
        names = ", ".join(off)
        tip = "Fold away the inputs that are switched off" if self.is_open else f"More inputs to switch on: {names}"
        self.button.setToolTip(tip)
        self.button.setAccessibleName(tip)

    def _turn(self) -> None:
        self.is_open = not self.is_open
        self.turned.emit()
