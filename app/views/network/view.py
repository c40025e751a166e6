"""The network, from the inputs on the left to the output on the right, each unit with a map of its own answer."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from app.documents.intents import WEIGHTS, PutOnAxis, SetWeight, ShowPicture
from app.documents.view_state import ViewState
from app.look.theme import Theme
from app.views.base import Numbers, View
from app.views.boundary.plane_bar import PlaneChoice
from app.views.network import NetworkFace
from app.views.network.buttons import NetworkButtons
from app.views.network.canvas import NetworkCanvas
from app.views.network.cards import UnitCard, WeightEditor, unit_seen
from app.views.network.large_card import LargeCard
from app.views.network.layout import Tile
from app.views.network.off import Dropping
from app.views.network.shown import Shown, Weight, is_chosen
from app.views.network.stack_structure import FRAMES, is_stack
from app.views.network.structure import Structure, structure
from app.views.network.unit_choice import UnitChoice
from app.widgets.limited import offer, restrict
from core.data.preparation import Prepared
from core.experiment import Experiment
from core.networks.blueprint import players_of
from core.probing.probe import Probe
from core.registry import read

if TYPE_CHECKING:
    from app.views.network.stack_part import StackPart

SMALL, LARGE = 40, 100  # points along the maps of tiles, and of a unit seen large


class NetworkView(NetworkFace, View):
    """Edges by weight, tiles by map; ± on the picture itself, weights and biases typed by hand."""

    empty_text = "As soon as the data are there, the network stands here: inputs on the left, the output on the right."
    frame_names = ("neurons", "weights", "sample", "unit_values", "switched_off", *FRAMES)

    weight_pointed = Signal(object)  # (parameter, index, words) of what the cursor is on, or None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = NetworkCanvas()
        self.canvas.unit_pressed.connect(self._press_unit)
        self.canvas.weight_pressed.connect(self._press_weight)
        self.canvas.weight_picked.connect(self._pick_weight)
        self.canvas.weight_pointed.connect(self._point_weight)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.canvas)
        self._column = column
        self._stack: StackPart | None = None
        self.editor = WeightEditor(self.canvas)
        self.editor.entered.connect(self._set_weight)
        self.card: UnitCard | None = None
        self._outlined: tuple[str, ...] = ()
        self.columns: Structure = ()
        self.unit_choice = UnitChoice()
        self.dropping = Dropping(self)
        self.dropping.settled.connect(self.redraw)
        self.buttons = NetworkButtons(self.canvas, self)
        self.canvas.laid_out.connect(self.buttons.place)
        self.buttons.edit.connect(self.edit)
        self.buttons.finished.connect(self.finished)
        self.buttons.intent.connect(self.intent)

    @property
    def stack(self) -> StackPart:
        """The layers as wholes: made for the first network that is seen so."""
        if self._stack is None:
            from app.views.network.stack_part import StackPart

            self._stack = StackPart()
            self._stack.show_theme(self.theme)
            self._stack.restrict(self.state.limits)
            self._stack.intent.connect(self.intent)
            self._stack.wants.connect(self.wants)
            self._stack.canvas.outlined = self._outlined
            self._column.addWidget(self._stack)
        return self._stack

    # What the shell says

    def requests(self) -> dict[str, Probe]:
        switched_off = self.dropping.requests(self.experiment, self.prepared, self.state.sample)
        if self.shows_stack:
            return self.stack.requests(self.state) | switched_off
        columns = tuple(self.prepared.table.columns) if self.prepared is not None else ()
        choice = PlaneChoice.of(self.state.options.get("plane", {}), columns)
        asked: dict[str, Any] = {
            "neurons": {
                "kind": "neurons",
                "plane": choice.plane,
                "x": choice.x,
                "y": choice.y,
                "fixed": choice.fixed,
                "resolution": LARGE if self.card else SMALL,
            },
            "weights": {"kind": "weights"},
        }
        if is_chosen(self.state, self.prepared):
            asked["sample"] = {"kind": "sample", "index": self.state.sample, "row": self.state.row}
        of_card = self.card.asked() if self.card is not None else {}
        return switched_off | of_card | {name: read(Probe, request) for name, request in asked.items()}

    def show_experiment(self, experiment: Experiment, prepared: Prepared | None = None) -> None:
        if self.experiment is not None and _stacks(experiment) != _stacks(self.experiment):
            self.editor.hide()
            self._shut_card()
            if self._stack is not None:
                self._stack.shut_card()
        super().show_experiment(experiment, prepared)

    def show_view(self, state: ViewState) -> None:
        self.buttons.restrict(state.limits)
        self.canvas.fold.place_.restrict(state.limits)
        if self._stack is not None:
            self._stack.restrict(state.limits)
        super().show_view(state)

    def show_theme(self, theme: Theme) -> None:
        self.canvas.show_theme(theme)
        if self._stack is not None:
            self._stack.show_theme(theme)
        super().show_theme(theme)
        self.buttons.place()

    def pulse(self, phase: float | None, direction: str = "forward") -> None:
        """Slow motion: beads at `phase` 0 … 1 of their way through the network, "forward" or "backward"; None: no
        beads."""
        self.canvas.pulse = None if phase is None else (phase, direction == "backward")
        self.canvas.update()

    def point_out(self, layers: tuple[str, ...]) -> None:
        """Outline the layers that an advice is about."""
        self._outlined = layers
        for canvas in (self.canvas, *((self._stack.canvas,) if self._stack is not None else ())):
            canvas.outlined = layers
            canvas.update()

    def set_reduced_motion(self, reduced: bool) -> None:
        """No beads for people whom moving things disturb."""
        self.canvas.still = reduced
        self.dropping.keep_still(reduced)
        self.canvas.update()

    # Drawing

    def draw(self) -> None:
        known = self.experiment is not None and self.prepared is not None
        self.show_body(known)
        if self.experiment is None or self.prepared is None:
            return
        self.canvas.setVisible(not self.shows_stack)
        off = self.dropping.off(self.frames.get("switched_off"), self.experiment, self.prepared)
        if self.shows_stack:
            self.stack.show()
            self.stack.show_network(self.experiment, self.prepared, self.frames, off)
            return
        if self._stack is not None:
            self._stack.hide()
        shown = Shown.of(self.frames, self.state, self.prepared)
        columns = structure(self.experiment, self.prepared)
        self.columns = columns
        self.buttons.show_structure(columns, self.experiment)
        self.canvas.show_structure(columns, self.unit_choice.among(columns, shown.weights))
        self.canvas.show_numbers(shown, off)
        if self.card is not None:
            self.card.show_numbers(self.canvas)
            self.card.show_values(self.frames.get("unit_values"))

    @property
    def shows_stack(self) -> bool:
        """Whether the layers are shown as wholes: units and edges are those of dense layers behind a row of inputs."""
        return self.experiment is not None and is_stack(self.experiment, self.prepared)

    # Pressing

    def _press_unit(self, tile: Tile) -> None:
        self.editor.hide()
        if self.columns[tile.column].learns:
            self._open_card(tile)
        elif tile.column == 0 and self.columns[0].name == "inputs" and not self.state.limits.hides("inputs.features"):
            self._switch_input(tile.place)

    def _switch_input(self, place: int) -> None:
        """Switch one input on or off; the last one stays on."""
        units = self.columns[0].units
        wanted = tuple(unit.key for number, unit in enumerate(units) if unit.on != (number == place))
        if wanted:
            self.canvas.fold.is_open = True  # what was pressed stays under the mouse
            self.edit.emit("inputs.features", wanted)
            self.finished.emit()

    def _press_weight(self, weight: Weight, spot: QPointF) -> None:
        self._shut_card()
        if self.state.limits.hides(WEIGHTS):
            return
        self.editor.open(weight, self.canvas.shown.weight(weight.parameter, weight.index), spot)

    def _pick_weight(self, weight: Weight, axis: int = 0) -> None:
        """Put a weight on an axis of the weight space, and look at that."""
        self.ask(PutOnAxis(key_of(weight), weight.words, axis))
        self.ask(ShowPicture("surface"))

    def _point_weight(self, weight: Weight | None) -> None:
        """The weight under the cursor: the weight space shows its direction."""
        self.weight_pointed.emit(None if weight is None else (weight.parameter, weight.index, weight.words))

    def menu(self) -> QMenu:
        """On a weight or a bias, the axes of the weight space are offered."""
        menu = super().menu()
        weight = self.canvas.weight
        if weight is not None:
            menu.addSeparator()
            for axis, words in enumerate(("horizontal", "vertical")):
                action = menu.addAction(
                    f"Put on the {words} axis of the weight space", functools.partial(self._pick_weight, weight, axis)
                )
                offer(action, self.state.limits, *PutOnAxis(key_of(weight), weight.words, axis).changes)
        return menu

    def _set_weight(self, weight: Weight, value: float) -> None:
        self.ask(SetWeight(weight.parameter, weight.index, value, weight.words))

    def _open_card(self, tile: Tile) -> None:
        self._shut_card()
        players = players_of(self.experiment) if self.experiment is not None else ()
        self.card = UnitCard(unit_seen(self.columns, tile, self.canvas.shown, players), self.theme, self.canvas)
        self.card.entered.connect(self._set_weight)
        self.card.closed.connect(self._card_closed)
        restrict(self.card, self.state.limits)
        self._place_card()
        self.card.show_numbers(self.canvas)
        self.card.show_values(None)
        self.card.open()
        self.wants.emit()

    def _place_card(self) -> None:
        if self.card is not None:
            self.card.place(self.canvas.rect().adjusted(10, self.theme.px(6), -10, -10), self.theme)

    def shut_open(self) -> bool:
        """Shut what lies open over the picture; whether there was anything."""
        large = self._stack.card if self._stack is not None else None
        there = [part for part in (self.card, large, self.editor) if part is not None and part.isVisible()]
        for part in there:
            (part.shut if isinstance(part, LargeCard) else part.hide)()
        return bool(there)

    def _shut_card(self) -> None:
        if self.card is not None:
            self.card.shut()

    def _card_closed(self) -> None:
        self.card = None
        self.wants.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_card()

    # Taking away

    def numbers(self) -> Numbers:
        """Every weight and bias by name."""
        weights = self.frames["weights"].arrays if "weights" in self.frames else {}
        rows = [
            [name, ", ".join(str(i + 1) for i in index), float(value)]
            for name, array in weights.items()
            for index, value in np.ndenumerate(array)
        ]
        return (["parameter", "place", "value"], rows) if rows else ([], [])


def _stacks(experiment: Experiment) -> tuple[tuple, ...]:
    """The hidden layers of all players."""
    return tuple(player.layers[:-1] for player in players_of(experiment))


def key_of(weight: Weight) -> str:
    """One number as the weight space names it: "h1.weight[0,1]"."""
    return f"{weight.parameter}[{','.join(str(int(i)) for i in weight.index)}]"
