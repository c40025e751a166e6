"""What opens over the network picture: a field for one weight, and a unit seen large with all that flows into it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.documents.intents import WEIGHTS
from app.forms.curves import REACH, activation_curves
from app.look import theme as look
from app.look.theme import Theme
from app.views.network import paint
from app.views.network.canvas import NetworkCanvas
from app.views.network.large_card import LargeCard
from app.views.network.layout import Tile
from app.views.network.shown import Shown, Weight
from app.views.network.structure import Structure
from app.views.network.words import bias_of
from app.widgets.curve_picture import CurvePicture
from app.widgets.limited import limited
from app.widgets.number_field import NumberField
from core.families import Activation, Player
from core.frames import Frame
from core.frozen import frozen
from core.params import Range
from core.probing.probe import Probe
from core.registry import read

FRAME = "unit_values"
USUAL = Range(-5, 5, step=0.1)
MOST_WEIGHTS = 64  # rows of a large unit's list


class WeightEditor(QFrame):
    """One weight with its name; Enter takes the number and stays, Esc and a click elsewhere close it."""

    entered = Signal(Weight, float)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self.setProperty("panel", "raised")
        self._weight: Weight | None = None
        self._words = QLabel()
        self.field = NumberField("Weight", USUAL)
        self.field.setFixedWidth(look.current().px(84))
        self.field.value_changed.connect(self._take)
        self.field.editingFinished.connect(self.field.selectAll)  # after the field has written what it took
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 6, 4)
        row.setSpacing(8)
        row.addWidget(self._words)
        row.addWidget(limited(self.field, WEIGHTS))
        self.hide()

    def open(self, weight: Weight, value: float, spot: QPointF) -> None:
        """Open beside a place of the parent, with the number selected."""
        self._weight = None  # showing the present value is no edit
        self.field.set_value(0.0 if not np.isfinite(value) else round(value, 4))
        self._weight = weight
        self._words.setText(weight.words)
        self.field.setAccessibleName(weight.words)
        self.adjustSize()
        room = self._parent.rect()
        x = min(max(4, int(spot.x()) - self.width() // 2), max(4, room.width() - self.width() - 4))
        y = int(spot.y()) + 12 if spot.y() + self.height() + 16 < room.height() else int(spot.y()) - self.height() - 12
        self.move(x, y)
        self.show()
        self.raise_()
        self.field.setFocus()
        self.field.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._weight = None
            self.hide()
        else:
            super().keyPressEvent(event)

    def _take(self, value: float) -> None:
        if self._weight is not None:
            self.entered.emit(self._weight, float(value))


@frozen
class UnitSeen:
    """A unit to be seen large: its layer and place, a heading, every number that flows into it, the weights by which it
    acts on what comes next, and its activation where it has a curve."""

    layer: str
    unit: int
    heading: str
    weights: tuple[Weight, ...]
    outgoing: tuple[Weight, ...] = ()
    activation: Activation | None = None


def unit_seen(columns: Structure, tile: Tile, shown: Shown, players: tuple[Player, ...] = ()) -> UnitSeen:
    """A unit with the weights of what leads to it, the first of very many, its bias, and the weights that lead on; its
    activation as one of the `players` has it."""
    column, before = columns[tile.column], columns[tile.column - 1]
    unit = tile.unit(columns)
    into = unit.name + (f" of {column.words}" if column.is_hidden else "")
    weights = [
        Weight(column.weight, (column.row(unit.index), source.index), f"w from {source.name} to {into}")
        for source in [source for source in before.units if source.on][:MOST_WEIGHTS]
    ]
    if column.bias in shown.weights:
        weights.append(bias_of(columns, tile))
    heading = (
        f"{unit.name.capitalize()} of {column.words} · {column.activation}"
        if column.is_hidden
        else f"Output: {unit.name}"
    )
    outgoing = _outgoing(columns, tile, into)
    return UnitSeen(column.name, unit.index, heading, tuple(weights), outgoing, _activation(players, column.name))


def _outgoing(columns: Structure, tile: Tile, words: str) -> tuple[Weight, ...]:
    """The weights by which a unit acts on the units of the next layer."""
    behind = columns[tile.column + 1] if tile.column + 1 < len(columns) else None
    if behind is None or not behind.learns:
        return ()
    unit = tile.unit(columns)
    return tuple(
        Weight(behind.weight, (behind.row(target.index), unit.index), f"w from {words} to {target.name}")
        for target in behind.units[:MOST_WEIGHTS]
    )


def _activation(players: tuple[Player, ...], name: str) -> Activation | None:
    """The activation of a layer, where it is a curve over one sum."""
    for player in players:
        for layer in player.layers:
            if player.prefix + layer.name == name and layer.acts.pieces == 1 and not layer.acts.output_only:
                return layer.acts
    return None


class UnitCard(LargeCard):
    """The unit's map as large as there is room, beside its weights and bias; `entered(weight, value)`."""

    room = (500, 420)

    entered = Signal(Weight, float)

    def __init__(self, seen: UnitSeen, theme: Theme, parent: QWidget) -> None:
        super().__init__(seen.heading, parent)
        self.seen = seen
        self.map = LargeMap(theme)
        self.curve = CurvePicture("Activation of the unit, with its present values")
        self.curve.setVisible(seen.activation is not None)
        self.fields: dict[tuple[str, tuple[int, ...]], NumberField] = {}
        side = QHBoxLayout()
        side.setSpacing(12)
        pictures = QVBoxLayout()
        pictures.addWidget(self.map, 1)
        pictures.addWidget(self.curve)
        side.addLayout(pictures, 3)
        side.addWidget(limited(self._list(), WEIGHTS), 2)
        self.column.addLayout(side, 1)

    def _list(self) -> QScrollArea:
        content = QWidget()
        form = QFormLayout(content)
        form.setContentsMargins(0, 0, 8, 0)
        form.setVerticalSpacing(4)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for weight in (*self.seen.weights, *self.seen.outgoing):
            field = NumberField(weight.words, USUAL)
            field.setMaximumWidth(look.current().px(84))
            field.setProperty("weight", weight)
            field.value_changed.connect(self._take)
            form.addRow(_on(weight.words) if weight in self.seen.outgoing else _short(weight.words), field)
            self.fields[weight.parameter, weight.index] = field
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(content)
        bar = scroll.verticalScrollBar().sizeHint().width()
        scroll.setMinimumWidth(content.minimumSizeHint().width() + bar + 2 * scroll.frameWidth())  # no field is cut
        content.setAutoFillBackground(False)
        scroll.viewport().setAutoFillBackground(False)
        return scroll

    def show_numbers(self, canvas: NetworkCanvas) -> None:
        """Follow the run; a field that is being typed into is left alone."""
        shown = canvas.shown
        self.map.show_map(
            canvas.answer(self.seen.layer, self.seen.unit), shown.ranges.get(self.seen.layer, (-1.0, 1.0))
        )
        for (parameter, index), field in self.fields.items():
            value = shown.weight(parameter, index)
            if np.isfinite(value) and not field.hasFocus():
                field.set_value(round(value, 4))

    def asked(self) -> dict[str, Probe]:
        """The probe whose frame says where the unit lies on its curve."""
        if self.seen.activation is None:
            return {}
        return {FRAME: read(Probe, {"kind": FRAME, "layer": self.seen.layer, "unit": self.seen.unit})}

    def show_values(self, frame: Frame | None) -> None:
        """The unit's present sums as dots on g and g′."""
        activation, seen = self.seen.activation, self.seen
        mine = frame is not None and (frame.info["layer"], frame.info["unit"]) == (seen.layer, seen.unit)
        if activation is None:
            return
        sums = frame.arrays.get("sums", np.zeros(0)) if frame is not None and mine else np.zeros(0)
        sums = sums[np.isfinite(sums)].astype(float)
        reach = max(REACH, float(np.ceil(np.abs(sums).max(initial=0.0))))
        self.curve.set_curves(*activation_curves(activation, reach))
        self.curve.set_dots([np.column_stack([sums, made(sums)]) for made in (activation.value, activation.slope)])

    def _take(self, value: float) -> None:
        self.entered.emit(self.sender().property("weight"), float(value))


class LargeMap(QWidget):
    """One unit's map, square, or its curve."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._values: np.ndarray | QImage | None = None
        self._limits = (-1.0, 1.0)
        self.setMinimumSize(96, 96)

    def show_map(self, values: np.ndarray | QImage | None, limits: tuple[float, float]) -> None:
        self._values, self._limits = values, limits
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        side = min(self.width(), self.height()) - 2
        room = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        paint.paint_map(painter, room, self._values, self._limits, self._theme, width=2.5)
        paint.paint_frame(painter, room, self._theme.border, 1)
        painter.end()


def _on(words: str) -> str:
    """ "w from unit 2 of hidden layer 1 to passed" -> "to passed"."""
    return f"to {words.rpartition(' to ')[2]}"


def _short(words: str) -> str:
    """ "w from x₁ to unit 2 of hidden layer 1" -> "from x₁": the heading says the rest."""
    return "bias" if words.startswith("bias") else words.removeprefix("w ").partition(" to ")[0]
