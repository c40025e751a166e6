"""The part of the network view that shows a network of any layers: its canvas, the ± of its layers, the card of a map."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app import theme as look
from app.theme import Theme
from app.view_state import View as ViewState
from app.views.picture_images import maps_request
from app.views.stack_canvas import StackCanvas
from app.views.stack_card import StackCard
from app.views.stack_structure import stack_columns
from app.widgets.icon_button import IconButton
from core.experiment import Experiment
from core.families import Probe
from core.frames import Frame
from core.preparation import Prepared
from core.registry import parse

MOST_LAYERS = 16
FRAMES = ("maps", "excitement")


class StackPart(QWidget):
    """`command(name, argument)` and `wants()` as a view's."""

    command = Signal(str, object)
    wants = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = look.current()
        self.canvas = StackCanvas()
        self.canvas.pressed.connect(self.open_card)
        self.canvas.laid_out.connect(self._place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.canvas)
        self.card: StackCard | None = None
        self._names: tuple[str, ...] = ()
        self._frames: dict[str, Frame] = {}
        self._words = QLabel(self.canvas)
        self.fewer = IconButton("remove", "Remove the last hidden layer", small=True, colour="accent", parent=self.canvas)
        self.more = IconButton("add", "Add a dense layer before the output", small=True, colour="accent", parent=self.canvas)
        self.fewer.clicked.connect(self._remove)
        self.more.clicked.connect(self._add)

    def requests(self, state: ViewState) -> dict[str, Probe]:
        wanted = {"maps": maps_request(state)}
        if self.card is not None and self.card.guess:
            wanted["excitement"] = cast(Probe, parse("probes", {"kind": "excitement", "layer": self.card.column_.name, "unit": self.card.unit}))
        return wanted

    def show_network(self, experiment: Experiment, prepared: Prepared, frames: dict[str, Frame]) -> None:
        """The layers, and the newest frames."""
        self._names, self._frames = tuple(layer.name for layer in experiment.layers), frames
        columns = stack_columns(experiment, prepared)
        self.canvas.show_columns(columns)
        self.canvas.show_frame(frames.get("maps"))
        if self.card is not None and self.card.column_ not in columns:
            self.card.shut()
        self._show_card()
        self._place()

    def show_theme(self, theme: Theme) -> None:
        self.theme = theme
        if self.card is not None:
            self.card.theme = theme
        self.canvas.show_theme(theme)

    # The card

    def open_card(self, column: int, unit: int) -> None:
        """A map or unit large."""
        self.shut_card()
        self.card = StackCard(self.canvas.columns[column], unit, self.theme, self.canvas)
        self.card.closed.connect(self._card_closed)
        self.card.guessed.connect(self.wants)
        self._place_card()
        self._show_card()
        self.card.show()
        self.card.raise_()
        self.card.setFocus()

    def shut_card(self) -> None:
        if self.card is not None:
            self.card.shut()

    def _card_closed(self) -> None:
        self.card = None
        self.wants.emit()

    def _show_card(self) -> None:
        card = self.card
        if card is not None:
            card.show_maps(self.canvas.frame, self.canvas.image(card.column_.name, card.unit))
            card.show_excitement(self._frames.get("excitement"))

    def _place_card(self) -> None:
        if self.card is not None:
            room = self.canvas.rect().adjusted(8, self.canvas.head, -8, -8)
            width, height = min(room.width(), self.theme.px(560)), min(room.height(), self.theme.px(400))
            self.card.setGeometry(QRect(room.center().x() - width // 2, room.center().y() - height // 2, width, height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_card()

    # Layers

    def _place(self) -> None:
        """ "− 5 hidden layers +" in the middle above the columns."""
        count, size = len(self._names), self.theme.px(22)
        self._words.setText(f"{count} hidden layer{'' if count == 1 else 's'}")
        self._words.setStyleSheet(f"font-size: {self.theme.px(look.CAPTION + 1)}px; color: {self.theme.text};")
        self._words.adjustSize()
        left, top = (self.canvas.width() - self._words.width()) // 2, self.theme.px(2)
        self._words.move(left, top + (size - self._words.height()) // 2)
        side = QSize(round(size * 0.72), round(size * 0.72))
        for button, x in ((self.fewer, left - size - 6), (self.more, left + self._words.width() + 6)):
            if button.iconSize() != side:
                button.setStyleSheet(f"QToolButton {{ min-width: 0px; min-height: 0px; max-height: {size}px; }}")
                button.setIconSize(side)
            button.setGeometry(x, top, size, size)
        self.fewer.setEnabled(count > 0)
        self.more.setEnabled(count < MOST_LAYERS)

    def _add(self) -> None:
        self.command.emit("add_layer", None)

    def _remove(self) -> None:
        if self._names:
            self.command.emit("remove_layer", self._names[-1])
