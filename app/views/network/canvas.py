"""The network picture itself: paints the last frames and tells what a person points at."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QHelpEvent,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from app.look import theme as look
from app.look.theme import Theme
from app.views.drawing.plot import say
from app.views.network import paint
from app.views.network.layout import FOOT, LOW, Edge, Layout, Selection, Tile, heads, lay_out
from app.views.network.structure import NOISE, OUTPUT, SAMPLE, Column, Structure, Unit

UNIT = (-1.0, 1.0)
REACH = 6.0  # px from an edge or a bias within which the mouse means it


@dataclasses.dataclass(frozen=True)
class Weight:
    """One number that can be typed: a weight or a bias, and its name in words."""

    parameter: str
    index: tuple[int, ...]
    words: str


@dataclasses.dataclass
class Shown:
    """The numbers on the screen: parameters, maps and ranges by layer, and the chosen sample's values by layer."""

    weights: Mapping[str, np.ndarray] = dataclasses.field(default_factory=dict)
    maps: Mapping[str, np.ndarray] = dataclasses.field(default_factory=dict)
    ranges: Mapping[str, tuple[float, float]] = dataclasses.field(default_factory=dict)
    sample: Mapping[str, np.ndarray] = dataclasses.field(default_factory=dict)

    def weight(self, parameter: str, index: tuple[int, ...]) -> float:
        """A number of a parameter; nan where the network has just changed its shape."""
        array = self.weights.get(parameter)
        if array is None or len(index) != array.ndim:
            return math.nan
        try:
            return float(array[index])
        except IndexError:
            return math.nan

    def map(self, layer: str, unit: int) -> np.ndarray | None:
        maps = self.maps.get(layer)
        return maps[unit] if maps is not None and 0 <= unit < len(maps) else None

    def value(self, layer: str, unit: int) -> float | None:
        values = self.sample.get(layer)
        return float(values[unit]) if values is not None and 0 <= unit < len(values) else None


class NetworkCanvas(QWidget):
    """Emits what is pressed: `unit_pressed(Tile)`, `weight_pressed(Weight, QPointF)`, with Shift
    `weight_picked(Weight)`; what is pointed at: `weight_pointed(Weight or None)`; and `laid_out()` when places have
    changed."""

    unit_pressed = Signal(object)
    weight_pressed = Signal(object, QPointF)
    weight_picked = Signal(object)
    weight_pointed = Signal(object)
    laid_out = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = look.current()
        self.columns: Structure = ()
        self.selection: Selection = ()
        self.layout_: Layout | None = None
        self.shown = Shown()
        self.pulse: tuple[float, bool] | None = None
        self.still = False  # reduced motion: no beads, the active step is told by words alone
        self._edges = paint.EdgePainter(self.theme)
        self._pictures: dict[str, list[QImage]] = {}
        self._background: tuple[tuple[Tile | None, float], QPixmap] | None = (
            None  # what no update changes, and for what it was painted
        )
        self._hover: Tile | Weight | None = None
        self._told: Weight | None = None
        self._edge: int | None = None
        self._cursor = QPointF()
        self.setMouseTracking(True)
        self.setAttribute(
            Qt.WidgetAttribute.WA_OpaquePaintEvent
        )  # it paints its own background: what lies below need not be painted, too
        self.setAccessibleName("Network")

    # What is shown

    def show_structure(self, columns: Structure, selection: Selection) -> None:
        """These columns, and of them these units."""
        if (columns, selection) != (self.columns, self.selection):
            self.columns, self.selection = columns, selection
            self.lay_out()

    def show_numbers(self, shown: Shown) -> None:
        if shown.maps is not self.shown.maps:
            self._pictures = self._drawn(shown)
        self.shown = shown
        self.update()

    def _drawn(self, shown: Shown) -> dict[str, list[QImage]]:
        """The maps of all layers as pictures, made once a frame."""
        known = {column.name for column in self.columns}
        return {
            name: paint.map_images(maps, shown.ranges.get(name, UNIT), self.theme)
            for name, maps in shown.maps.items()
            if name in known and maps.shape[1] > 1
        }

    def show_theme(self, theme: Theme) -> None:
        self.theme = theme
        self._edges = paint.EdgePainter(theme)
        self._pictures = self._drawn(self.shown)
        self.lay_out()

    def lay_out(self) -> None:
        """Give everything its place anew."""
        self._hover = self._edge = self._background = None
        if not self.columns or self.width() < 40 or self.height() < 40:
            self.layout_ = None
            return
        self.layout_ = lay_out(self.columns, self.selection, self.width(), self.height(), self.theme, *self._rooms())
        self.laid_out.emit()
        self.update()

    def _rooms(self) -> tuple[float, float]:
        """Room for the names left of the inputs and right of the outputs."""
        metrics = QFontMetrics(self.theme.font(look.CAPTION + 1))
        widths = [
            max(metrics.horizontalAdvance(unit.name) for unit in column.units) + 14
            for column in (self.columns[0], self.columns[-1])
        ]
        most = self.theme.px(110) if len(self.columns) <= 5 else self.theme.px(84)
        return min(widths[0], most) + 4, min(widths[1], most) + 4

    def edge_weights(self) -> np.ndarray:
        """The weight of every edge that is drawn, (edges,)."""
        assert self.layout_ is not None
        return np.array([self.shown.weight(edge.parameter, edge.index) for edge in self.layout_.edges], dtype=float)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.layout_ is None:
            painter.fillRect(event.rect(), QColor(self.theme.surface))
        else:
            density = (
                painter.paintEngine().paintDevice().devicePixelRatioF()
            )  # of a picture that is copied: higher than the screen's
            painter.drawPixmap(0, 0, self._unmoved(self.layout_, density))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            self._paint(painter, self.layout_)
        painter.end()

    def _unmoved(self, layout: Layout, density: float) -> QPixmap:
        """The background with all words and the inputs that are off, painted once for many updates."""
        lit = self._hover if isinstance(self._hover, Tile) and not self._unit(self._hover).on else None
        if self._background is None or self._background[0] != (lit, density):
            made = QPixmap(self.size() * density)
            made.setDevicePixelRatio(density)
            made.fill(QColor(self.theme.surface))
            painter = QPainter(made)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_background(painter, layout)
            painter.end()
            self._background = (lit, density), made
        return self._background[1]

    def _paint_background(self, painter: QPainter, layout: Layout) -> None:
        for number, tiles in enumerate(layout.tiles):
            self._paint_head(painter, number, layout)
            for tile in tiles:
                if not self._unit(tile).on:
                    self._paint_off(painter, tile)
                self._paint_name(painter, tile, self._unit(tile))
        self._paint_foot(painter)

    def _unit(self, tile: Tile) -> Unit:
        return self.columns[tile.column].units[tile.place]

    def _paint(self, painter: QPainter, layout: Layout) -> None:
        lit = self._hover if isinstance(self._hover, Tile) else None
        self._edges.paint(painter, layout.edges, self.edge_weights(), lit, self._edge)
        if self.pulse is not None and not self.still:
            paint.paint_pulse(painter, layout, *self.pulse, self.theme)
        for tiles in layout.tiles:
            for tile in tiles:
                self._paint_tile(painter, tile, lit)
        for room, left_out in layout.more.values():
            narrow = layout.middles[1] - layout.middles[0] < self.theme.px(84)
            paint.paint_words(
                painter,
                room,
                f"+ {left_out}" if narrow else f"+ {left_out} more",
                self.theme.muted,
                self.theme.font(look.CAPTION),
            )
        words = self.words()
        if words:
            paint.paint_chip(painter, words, self._cursor, self.width(), self.height(), self.theme)

    def _paint_head(self, painter: QPainter, number: int, layout: Layout) -> None:
        """What the column is: its units and activation, or inputs and output."""
        column, theme = self.columns[number], self.theme
        plus, caption, _ = heads(theme, self.height())
        step = layout.middles[1] - layout.middles[0]
        room = QRectF(layout.middles[number] - step / 2, caption or plus, step, theme.px(18))
        if not column.is_hidden:
            room = QRectF(max(0.0, room.center().x() - theme.px(40)), room.top(), theme.px(80), room.height())
            room.moveRight(min(room.right(), float(self.width())))
            paint.paint_words(painter, room, column.words.capitalize(), theme.muted, theme.font(look.CAPTION))
            return
        if caption:
            paint.paint_words(
                painter, room.adjusted(2, 0, -2, 0), column.activation, theme.muted, theme.font(look.CAPTION)
            )
        if step > theme.px(60):
            count = QRectF(room.left(), plus, step, theme.px(18))
            paint.paint_words(painter, count, str(len(column.units)), theme.text, theme.digits(look.BASE, bold=True))

    def _paint_tile(self, painter: QPainter, tile: Tile, lit: Tile | None) -> None:
        column, theme = self.columns[tile.column], self.theme
        unit = column.units[tile.place]
        if unit.on:
            paint.paint_map(
                painter,
                tile.room,
                self.answer(column.name, unit.index),
                self.shown.ranges.get(column.name, UNIT),
                theme,
            )
            paint.paint_frame(
                painter, tile.room, theme.accent if tile is lit else theme.muted, 2.5 if tile is lit else 1.2
            )
        bias = self.shown.weights.get(column.bias)
        if bias is not None:
            value = self.shown.weight(column.bias, (column.row(unit.index),))
            paint.paint_bias(
                painter,
                tile,
                value,
                theme,
                isinstance(self._hover, Weight)
                and self._hover.parameter == column.bias
                and self._hover.index[0] == column.row(unit.index),
            )
        sample = self.shown.value(column.name, unit.index)
        if sample is not None:
            paint.paint_value(painter, tile, sample, theme)

    def _paint_off(self, painter: QPainter, tile: Tile) -> None:
        """An input that is switched off: an empty place that invites a click."""
        lit = self._hover is tile
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self.theme.accent if lit else self.theme.disabled), 1.2, Qt.PenStyle.DashLine))
        painter.drawRect(tile.room)
        if lit:
            paint.paint_words(painter, tile.room, "+", self.theme.accent, self.theme.font(look.TITLE, bold=True))

    def _paint_name(self, painter: QPainter, tile: Tile, unit: Unit) -> None:
        """Inputs are named on their left, outputs on their right."""
        colour = self.theme.text if unit.on else self.theme.muted
        font = self.theme.font(look.CAPTION + 1)
        if tile.column == 0:
            paint.paint_name(painter, self._name_room(tile), unit.name, colour, font, Qt.AlignmentFlag.AlignRight)
        elif tile.column == len(self.columns) - 1:
            paint.paint_name(painter, self._name_room(tile), unit.name, colour, font, Qt.AlignmentFlag.AlignLeft)
        elif self.columns[tile.column].kind == SAMPLE:
            below = QRectF(tile.room.left() - 10, tile.room.bottom(), tile.room.width() + 20, self.theme.px(15))
            paint.paint_words(painter, below, unit.name, colour, font)

    def _name_room(self, tile: Tile) -> QRectF:
        """Where an input's or an output's name stands."""
        if tile.column == 0:
            return QRectF(2, tile.room.top(), tile.room.left() - 8, tile.room.height())
        return QRectF(tile.room.right() + 8, tile.room.top(), self.width() - tile.room.right() - 10, tile.room.height())

    def _paint_foot(self, painter: QPainter) -> None:
        """The key of the edges."""
        theme = self.theme
        if self.height() < theme.px(LOW):
            return
        font, middle = theme.font(look.CAPTION), self.height() - theme.px(FOOT) / 2 + 1
        painter.setFont(font)
        x = float(theme.px(8))
        for colour, words in ((theme.negative, "negative weight"), (theme.positive, "positive weight")):
            painter.setPen(QPen(QColor(colour), 3 * theme.scale))
            painter.drawLine(QPointF(x, middle), QPointF(x + theme.px(18), middle))
            x += theme.px(24)
            width = painter.fontMetrics().horizontalAdvance(words) + 2
            paint.paint_words(
                painter,
                QRectF(x, middle - theme.px(9), width, theme.px(18)),
                words,
                theme.muted,
                font,
                Qt.AlignmentFlag.AlignLeft,
            )
            x += width + theme.px(14)

    def answer(self, layer: str, unit: int) -> QImage | np.ndarray | None:
        """A unit's map as a picture, its curve (1, points), or None while nothing is known."""
        pictures = self._pictures.get(layer)
        if pictures is not None:
            return pictures[unit] if unit < len(pictures) else None
        return self.shown.map(layer, unit)

    # Pointing

    def words(self) -> str:
        """What is under the cursor, with its number."""
        if isinstance(self._hover, Weight):
            return f"{self._hover.words} = {say(self.shown.weight(self._hover.parameter, self._hover.index))}"
        if isinstance(self._hover, Tile):
            return self._unit_words(self._hover)
        return ""

    def _unit_words(self, tile: Tile) -> str:
        column = self.columns[tile.column]
        unit = column.units[tile.place]
        if column.kind == NOISE:
            return f"{unit.name}: a random number"
        if tile.column == 0:
            return f"{unit.name}: click to switch it {'off' if unit.on else 'on'}"
        value = self.shown.value(column.name, unit.index)
        where = (
            f"Output {unit.name}"
            if column.kind == OUTPUT
            else f"{unit.name if column.kind == SAMPLE else unit.name.capitalize()} of {column.words}"
        )
        return where + ("" if value is None else f" = {say(value)}")

    def weight_of(self, edge: Edge) -> Weight:
        """An edge's weight in words."""
        source, target = self.columns[edge.source.column], self.columns[edge.target.column]
        into = target.units[edge.target.place].name + (f" of {target.words}" if target.is_hidden else "")
        return Weight(edge.parameter, edge.index, f"w from {source.units[edge.source.place].name} to {into}")

    def bias_of(self, tile: Tile) -> Weight:
        column = self.columns[tile.column]
        unit = column.units[tile.place]
        return Weight(
            column.bias,
            (column.row(unit.index),),
            f"bias of {unit.name}" + (f" of {column.words}" if column.is_hidden else ""),
        )

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._cursor = event.position()
        self._point()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._cursor = event.position()
        self._point()
        if isinstance(self._hover, Tile):
            self.unit_pressed.emit(self._hover)
        elif isinstance(self._hover, Weight) and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.weight_picked.emit(self._hover)
        elif isinstance(self._hover, Weight):
            pressed, self._hover = self._hover, None  # the editor that opens says what it is
            self.weight_pressed.emit(pressed, event.position())

    def event(self, event: QEvent) -> bool:
        """A name that was shortened is told in full."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.full_name(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def full_name(self, spot: QPointF) -> str:
        """The name of the input or output whose words are here; "" elsewhere."""
        ends = (self.layout_.tiles[0], self.layout_.tiles[-1]) if self.layout_ is not None else ()
        found = next((tile for tiles in ends for tile in tiles if self._name_room(tile).contains(spot)), None)
        return "" if found is None else self.columns[found.column].units[found.place].name

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover = self._edge = None
        self._tell_weight()
        self.update()

    @property
    def weight(self) -> Weight | None:
        """The weight or bias under the cursor."""
        return self._hover if isinstance(self._hover, Weight) else None

    def _tell_weight(self) -> None:
        if self.weight != self._told:
            self._told = self.weight
            self.weight_pointed.emit(self._told)

    def _point(self) -> None:
        """Find what is under the cursor: a bias before its tile, a tile before an edge."""
        layout, spot = self.layout_, self._cursor
        if layout is None:
            return
        reach = REACH * self.theme.scale
        self._edge = None
        bias = layout.bias_at(spot, reach * 0.9)
        if bias is not None and self.columns[bias.column].bias in self.shown.weights:
            self._hover = self.bias_of(bias)
        else:
            self._hover = layout.tile_at(spot)
            if self._hover is None:
                self._edge = layout.edge_at(spot, reach)
                self._hover = None if self._edge is None else self.weight_of(layout.edges[self._edge])
        self.setCursor(Qt.CursorShape.ArrowCursor if self._hover is None else Qt.CursorShape.PointingHandCursor)
        self._tell_weight()
        self.update()


def hidden_columns(columns: Structure) -> tuple[Column, ...]:
    """The hidden layers among the columns."""
    return tuple(column for column in columns if column.is_hidden)
