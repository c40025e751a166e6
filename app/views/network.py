"""The network, from the inputs on the left to the output on the right, each unit with a map of its own answer."""

from __future__ import annotations

import functools
import math
import time
from collections.abc import Mapping
from typing import Any, cast

import numpy as np
from PySide6.QtCore import QPointF, QRect, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QMenu, QVBoxLayout, QWidget

from app import theme as look
from app.theme import Theme
from app.views.base import Numbers, View
from app.views.network_canvas import NetworkCanvas, Shown, Weight, hidden_columns
from app.views.network_cards import UnitCard, UnitSeen, WeightEditor
from app.views.network_layout import Selection, Tile, heads
from app.views.network_structure import Structure, selected, strengths, structure
from app.views.plane_bar import PlaneChoice
from app.widgets.icon_button import IconButton
from core.experiment import Experiment
from core.families import Probe
from core.frames import Frame
from core.preparation import Prepared
from core.registry import parse

MOST_LAYERS, MOST_UNITS = 8, 4096
SMALL, LARGE = 40, 100  # points along the maps of tiles, and of a unit seen large
STEADY = 1.0  # seconds a choice of strongest units stands before it may change
MOST_WEIGHTS = 64  # rows of a large unit's list


class NetworkView(View):
    """Edges by weight, tiles by map; ± on the picture itself, weights and biases typed by hand."""

    name = "network"
    title = "Network"
    empty_text = "As soon as the data are there, the network stands here: inputs on the left, the output on the right."
    undrawn_text = "Units and edges are drawn for dense layers. The cards of this network's layers, under Network – More, show their shapes."
    frame_names = ("neurons", "weights", "sample")

    weight_pointed = Signal(object)  # (parameter, index, words) of what the cursor is on, or None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = NetworkCanvas()
        self.canvas.unit_pressed.connect(self._press_unit)
        self.canvas.weight_pressed.connect(self._press_weight)
        self.canvas.weight_picked.connect(self._pick_weight)
        self.canvas.weight_pointed.connect(self._point_weight)
        self.canvas.laid_out.connect(self._place_buttons)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.canvas)
        self.editor = WeightEditor(self.canvas)
        self.editor.entered.connect(self._set_weight)
        self.card: UnitCard | None = None
        self.columns: Structure = ()
        self._selection: Selection = ()
        self._selected_at = -math.inf
        self._buttons: dict[str, tuple[IconButton, IconButton]] = {}
        self._layers = QLabel(self.canvas)
        self.fewer, self.more = self._layer_buttons()

    # What the shell says

    def requests(self) -> dict[str, Probe]:
        if not self._can_draw():
            return {}
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
        if self._chosen():
            asked["sample"] = {"kind": "sample", "index": self.state.sample, "row": self.state.row}
        return {name: cast(Probe, parse("probes", request)) for name, request in asked.items()}

    def show_experiment(self, experiment: Experiment, prepared: Prepared | None = None) -> None:
        if self.experiment is not None and experiment.layers != self.experiment.layers:
            self.editor.hide()
            self._shut_card()
        super().show_experiment(experiment, prepared)

    def show_theme(self, theme: Theme) -> None:
        self.canvas.show_theme(theme)
        super().show_theme(theme)
        self._place_buttons()

    def pulse(self, phase: float | None, direction: str = "forward") -> None:
        """Slow motion: beads at `phase` 0 … 1 of their way through the network, "forward" or "backward"; None: no beads."""
        self.canvas.pulse = None if phase is None else (phase, direction == "backward")
        self.canvas.update()

    def set_reduced_motion(self, reduced: bool) -> None:
        """No beads for people whom moving things disturb."""
        self.canvas.still = reduced
        self.canvas.update()

    # Drawing

    def draw(self) -> None:
        known = self.experiment is not None and self.prepared is not None
        drawn = self._can_draw()
        self._empty.setText(self.empty_text if drawn else self.undrawn_text)
        self.show_body(known and drawn)
        if self.experiment is None or self.prepared is None or not drawn:
            return
        shown = self.shown()
        columns = structure(self.experiment, self.prepared)
        self._choose_units(columns, shown.weights)
        self.columns = columns
        self._match_buttons(columns)
        self.canvas.show_structure(columns, self._selection)
        self.canvas.show_numbers(shown)
        if self.card is not None:
            self.card.show_numbers(self.canvas)

    def _can_draw(self) -> bool:
        """Whether all layers are dense: others have no unit with one edge from each input."""
        return self.experiment is None or all(layer.kind == "dense" for layer in self.experiment.layers)

    def shown(self) -> Shown:
        """The numbers of the last frames."""
        shown = Shown()
        if "weights" in self.frames:
            shown.weights = self.frames["weights"].arrays
        if "neurons" in self.frames:
            shown.maps = self.frames["neurons"].arrays
            shown.ranges = self.frames["neurons"].info["ranges"]
        if "sample" in self.frames and self._chosen() and self._answers(self.frames["sample"]):
            shown.sample = _sample_values(self.frames["sample"].arrays)
        return shown

    def _chosen(self) -> bool:
        """Whether a sample of these data, or a typed row, is looked at: a number may be left from other data."""
        count = len(self.prepared.table.x) if self.prepared is not None else 0
        return 0 <= self.state.sample < count or any(math.isfinite(value) for value in self.state.row)

    def _answers(self, frame: Frame) -> bool:
        """Whether a frame is of what is chosen now."""
        index = frame.info.get("index", self.state.sample)
        return index == self.state.sample or (index < 0 and bool(self.state.row))

    def _choose_units(self, columns: Structure, weights: Mapping[str, np.ndarray]) -> None:
        """Which units are drawn; the choice among many stands for a second, so that the picture stays calm."""
        if columns == self.columns and self._selection and time.monotonic() - self._selected_at < STEADY:
            return
        self._selected_at = time.monotonic() if weights else -math.inf
        self._selection = tuple(selected(column, strengths(columns, number, weights)) for number, column in enumerate(columns))

    # ± on the picture

    def _layer_buttons(self) -> tuple[IconButton, IconButton]:
        fewer = IconButton("remove", "Remove the last hidden layer", small=True, colour="accent", parent=self.canvas)
        more = IconButton("add", "Add a hidden layer", small=True, colour="accent", parent=self.canvas)
        fewer.clicked.connect(self._remove_layer)
        more.clicked.connect(self._add_layer)
        return fewer, more

    def _match_buttons(self, columns: Structure) -> None:
        """A pair of ± for every hidden layer, and none for those that are gone."""
        names = {column.name: column.words for column in hidden_columns(columns)}
        for name in [name for name in self._buttons if name not in names]:
            for button in self._buttons.pop(name):
                button.deleteLater()
        for name, words in names.items():
            if name not in self._buttons:
                self._buttons[name] = self._unit_buttons(name)
            for button, what in zip(self._buttons[name], ("One unit fewer", "One unit more"), strict=True):
                button.setAccessibleName(f"{what} in {words}")
                button.setToolTip(f"{what} in {words}")

    def _unit_buttons(self, layer: str) -> tuple[IconButton, IconButton]:
        pair = []
        for icon, step in (("remove", -1), ("add", 1)):
            button = IconButton(icon, "", small=True, colour="accent", parent=self.canvas)
            button.setProperty("step", (layer, step))
            button.clicked.connect(self._change_units)
            button.show()
            pair.append(button)
        return pair[0], pair[1]

    def _place_buttons(self) -> None:
        layout, theme = self.canvas.layout_, self.theme
        if layout is None or not self.columns or len(layout.tiles) != len(self.columns):
            return
        size = theme.px(22)
        self._scale_buttons(size)
        step = layout.middles[1] - layout.middles[0]
        for number, column in enumerate(self.columns):
            pair = self._buttons.get(column.name)
            if pair is not None:
                away = min(theme.px(15), step / 2 - size / 2 - 1) + (size / 2 if step > theme.px(60) else 0)
                for button, side in zip(pair, (-1, 1), strict=True):
                    middle = layout.middles[number] + side * max(away, size / 2 + 1)
                    button.setGeometry(round(middle - size / 2), heads(theme, self.canvas.height())[0] - 2, size, size)
                pair[0].setEnabled(len(column.units) > 1)
                pair[1].setEnabled(len(column.units) < MOST_UNITS)
        self._place_layers(size)

    def _scale_buttons(self, size: int) -> None:
        """The buttons grow with the theme of this view, which is larger than the window's in the Lecture layout."""
        side = QSize(round(size * 0.72), round(size * 0.72))
        for button in (self.fewer, self.more, *(button for pair in self._buttons.values() for button in pair)):
            if button.iconSize() != side:
                button.setStyleSheet(f"QToolButton {{ min-width: 0px; min-height: 0px; max-height: {size}px; }}")
                button.setIconSize(side)

    def _place_layers(self, size: int) -> None:
        """ "− 2 hidden layers +" in the middle above the columns."""
        count = len(self.columns) - 2
        self._layers.setText(f"{count} hidden layer{'' if count == 1 else 's'}")
        self._layers.setStyleSheet(f"font-size: {self.theme.px(look.CAPTION + 1)}px; color: {self.theme.text};")
        self._layers.adjustSize()
        left = (self.canvas.width() - self._layers.width()) // 2
        top = self.theme.px(2)
        self._layers.move(left, top + (size - self._layers.height()) // 2)
        self.fewer.setGeometry(left - size - 6, top, size, size)
        self.more.setGeometry(left + self._layers.width() + 6, top, size, size)
        self.fewer.setEnabled(count > 0)
        self.more.setEnabled(count < MOST_LAYERS)

    def _change_units(self) -> None:
        layer, step = self.sender().property("step")
        column = next(column for column in self.columns if column.name == layer)
        self.edit.emit(f"layers.{layer}.units", min(max(len(column.units) + step, 1), MOST_UNITS))
        self.finished.emit()

    def _add_layer(self) -> None:
        self.command.emit("add_layer", None)

    def _remove_layer(self) -> None:
        hidden = hidden_columns(self.columns)
        if hidden:
            self.command.emit("remove_layer", hidden[-1].name)

    # Pressing

    def _press_unit(self, tile: Tile) -> None:
        self.editor.hide()
        if tile.column == 0:
            self._switch_input(tile.place)
        else:
            self._open_card(tile)

    def _switch_input(self, place: int) -> None:
        """Switch one input on or off; the last one stays on."""
        units = self.columns[0].units
        wanted = tuple(unit.key for number, unit in enumerate(units) if unit.on != (number == place))
        if wanted:
            self.edit.emit("inputs.features", wanted)
            self.finished.emit()

    def _press_weight(self, weight: Weight, spot: QPointF) -> None:
        self._shut_card()
        self.editor.open(weight, self.canvas.shown.weight(weight.parameter, weight.index), spot)

    def _pick_weight(self, weight: Weight, axis: int = 0) -> None:
        """Put a weight on an axis of the weight space."""
        self.command.emit("surface_axis", (key_of(weight), weight.words, axis))

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
                menu.addAction(f"Put on the {words} axis of the weight space", functools.partial(self._pick_weight, weight, axis))
        return menu

    def _set_weight(self, parameter: str, index: tuple[int, ...], value: float) -> None:
        self.command.emit("set_weight", (parameter, tuple(index), value))

    def _open_card(self, tile: Tile) -> None:
        self._shut_card()
        self.card = UnitCard(self._seen(tile), self.theme, self.canvas)
        self.card.entered.connect(self._set_weight)
        self.card.closed.connect(self._card_closed)
        self._place_card()
        self.card.show_numbers(self.canvas)
        self.card.show()
        self.card.raise_()
        self.card.setFocus()
        self.wants.emit()

    def _seen(self, tile: Tile) -> UnitSeen:
        column, before = self.columns[tile.column], self.columns[tile.column - 1]
        unit = column.units[tile.place]
        into = unit.name + (f" of {column.words}" if column.is_hidden else "")
        sources = [source for source in before.units if source.on][:MOST_WEIGHTS]
        weights = [Weight(column.weight, (column.row(unit.index), source.index), f"w from {source.name} to {into}") for source in sources]
        if column.bias in self.canvas.shown.weights:
            weights.append(self.canvas.bias_of(tile))
        heading = f"{unit.name.capitalize()} of {column.words} · {column.activation}" if column.is_hidden else f"Output: {unit.name}"
        return UnitSeen(column.name, unit.index, heading, tuple(weights))

    def _place_card(self) -> None:
        if self.card is not None:
            room = self.canvas.rect().adjusted(10, self.theme.px(6), -10, -10)
            width, height = min(room.width(), self.theme.px(480)), min(room.height(), self.theme.px(340))
            self.card.setGeometry(QRect(room.center().x() - width // 2, max(room.top(), room.center().y() - height // 2), width, height))

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
        rows = [[name, ", ".join(str(i + 1) for i in index), float(value)] for name, array in weights.items() for index, value in np.ndenumerate(array)]
        return (["parameter", "place", "value"], rows) if rows else ([], [])


def key_of(weight: Weight) -> str:
    """One number as the weight space names it: "h1.weight[0,1]"."""
    return f"{weight.parameter}[{','.join(str(int(i)) for i in weight.index)}]"


def _sample_values(arrays: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """A sample frame's values by column of the picture; the output as a person reads it."""
    values = {name.removesuffix(".values"): array for name, array in arrays.items() if name.endswith(".values")}
    return values | {"inputs": arrays["inputs"], "output": arrays["answer"]}
