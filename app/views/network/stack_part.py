"""The part of the network view that shows a network of any layers: its canvas, the ± of its layers, the card of a
map."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.documents.limits import Limits
from app.documents.view_state import ViewState
from app.look import theme as look
from app.look.theme import Theme
from app.views.drawing.images import MADE, maps_request
from app.views.network.layer_count import LayerCounts
from app.views.network.made_card import MadeCard
from app.views.network.off import Off
from app.views.network.stack_canvas import StackCanvas
from app.views.network.stack_card import StackCard
from app.views.network.stack_layout import FOOT
from app.views.network.stack_structure import stack_columns
from core.data.preparation import Prepared
from core.experiment import Experiment
from core.families import Player, makers
from core.frames import Frame
from core.networks.blueprint import players_of
from core.probing.probe import Probe
from core.registry import read

MOST_LAYERS = 16


class StackPart(QWidget):
    """`intent(value)` and `wants()` as a view's."""

    intent = Signal(object)
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
        self._frames: dict[str, Frame] = {}
        self._experiment: Experiment | None = None
        self._players: tuple[Player, ...] = ()
        self._layer_counts = LayerCounts(MOST_LAYERS, self.canvas, "Add a dense layer before the output")
        self._layer_counts.intent.connect(self.intent)
        self.counts = self._layer_counts.by_path

    def requests(self, state: ViewState) -> dict[str, Probe]:
        wanted = {"maps": maps_request(state)}
        if isinstance(self.card, MadeCard):
            made = state.options.get(MADE, 0)
            fields = {
                "layer": self.card.layer.name,
                "unit": self.card.unit,
                "made": made if isinstance(made, int) else 0,
            }
            wanted["makes"] = read(Probe, {"kind": "makes", **fields})
        elif self.card is not None and self.card.guess:
            wanted["excitement"] = read(
                Probe, {"kind": "excitement", "layer": self.card.layer.name, "unit": self.card.unit}
            )
        return wanted

    def show_network(self, experiment: Experiment, prepared: Prepared, frames: dict[str, Frame], off: Off) -> None:
        """The layers, the newest frames, and what is switched off."""
        self._frames = frames
        if experiment is not self._experiment:
            self._experiment = experiment
            self._players = players_of(experiment)
            self._layer_counts.show_players(experiment)
            self._place()
        columns = stack_columns(experiment, prepared)
        self.canvas.show_columns(columns)
        self.canvas.show_frame(frames.get("maps"))
        self.canvas.show_off(off)
        if self.card is not None and self.card.layer not in columns:
            self.card.shut()
        self._show_card()

    def restrict(self, limits: Limits) -> None:
        """Obey what a file hides and locks."""
        self._layer_counts.restrict(limits)

    def show_theme(self, theme: Theme) -> None:
        self.theme = theme
        if self.card is not None:
            self.card.theme = theme
        self.canvas.show_theme(theme)

    # The card

    def open_card(self, column: int, unit: int) -> None:
        """A map or unit large."""
        self.shut_card()
        layer = self.canvas.columns[column]
        self.card = (MadeCard if layer.player in self._makers() else StackCard)(layer, unit, self.theme, self.canvas)
        self.card.closed.connect(self._card_closed)
        self.card.guessed.connect(self.wants)
        self._place_card()
        self._show_card()
        self.card.open()
        if isinstance(self.card, MadeCard):
            self.wants.emit()

    def shut_card(self) -> None:
        if self.card is not None:
            self.card.shut()

    def _card_closed(self) -> None:
        self.card = None
        self.wants.emit()

    def _show_card(self) -> None:
        card = self.card
        if card is not None:
            card.show_maps(self.canvas.frame, self.canvas.image(card.layer.name, card.unit))
            if isinstance(card, MadeCard):
                card.show_made(self._frames.get("makes"))
            else:
                card.show_excitement(self._frames.get("excitement"))

    def _place_card(self) -> None:
        if self.card is not None:
            self.card.place(self.canvas.rect().adjusted(8, self.canvas.head, -8, -self.theme.px(FOOT)), self.theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_card()

    # Layers

    def _place(self) -> None:
        """The count of hidden layers in the middle above all columns; of two players each above its own."""
        layout, columns = self.canvas.layout_, self.canvas.columns
        shown = layout is not None and len(layout.heads) == len(columns)
        middles = [head.center().x() for head in layout.heads] if layout is not None and shown else []
        self._layer_counts.place([column.player for column in columns] if shown else [], middles, self.theme)

    def _makers(self) -> set[str]:
        return {player.name for player in makers(self._players)}
