"""The network picture itself: paints the last frames and tells what a person points at."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from app.look import theme as look
from app.look.theme import Theme
from app.views.drawing.plot import say
from app.views.network import paint, signs
from app.views.network.background import Background, name_widths
from app.views.network.input_fold import InputFold
from app.views.network.layout import FOOT, LOW, Layout, Selection, Tile, heads, lay_out
from app.views.network.off import Off
from app.views.network.shown import Shown, Weight
from app.views.network.structure import Structure
from app.views.network.words import bias_of, unit_words, weight_of
from app.widgets.telling import Telling

UNIT = (-1.0, 1.0)
ABOVE = 8  # px above the first tile up to which something of it is painted
REACH = 6.0  # px from an edge or a bias within which the mouse means it


class NetworkCanvas(Telling):
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
        self.off = Off()
        self.pulse: tuple[float, bool] | None = None
        self.outlined: tuple[str, ...] = ()  # the layers that an advice is about
        self.still = False  # reduced motion: no beads, the active step is told by words alone
        self.fold = InputFold(self)
        self.fold.turned.connect(self.lay_out)
        self._edges = paint.EdgePainter(self.theme)
        self._pictures: dict[str, list[QImage]] = {}
        self._kept: tuple[tuple[Tile | None, float], QPixmap] | None = None  # a background, and for what it was painted
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

    def show_numbers(self, shown: Shown, off: Off) -> None:
        if shown.maps is not self.shown.maps:
            self._pictures = self._drawn(shown)
        self.shown, self.off = shown, off
        self.update(self._moving())

    def _moving(self) -> QRect:
        """What numbers change: all below the heads of the columns, unless words stand at the cursor. The buttons that
        lie over the heads would be painted anew, too."""
        top = 0 if self._hover is not None else heads(self.theme, self.height())[2] - ABOVE
        return QRect(0, top, self.width(), self.height() - top)

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
        self._hover = self._edge = self._kept = None
        if not self.columns or self.width() < 40 or self.height() < 40:
            self.layout_ = None
            return
        self.layout_ = lay_out(
            self.columns,
            self.fold.among(self.columns, self.selection, self.height(), self.theme),
            self.width(),
            self.height(),
            self.theme,
            *name_widths(self.columns, self.theme),
        )
        self.fold.place(self.layout_, self.theme)
        self.laid_out.emit()
        self.update()

    def edge_numbers(self) -> paint.EdgeNumbers:
        """What is drawn of every edge."""
        assert self.layout_ is not None
        edges = self.layout_.edges
        weights = np.array([self.shown.weight(edge.parameter, edge.index) for edge in edges], dtype=float)
        cut = off = np.zeros(len(edges), dtype=bool)
        if self.shown.cut:
            cut = np.array([self.shown.is_cut(edge.parameter, edge.index) for edge in edges], dtype=bool)
        if self.off.units:
            off = np.array(
                [
                    _is_off(self.off, self.columns, edge.source) or _is_off(self.off, self.columns, edge.target)
                    for edge in edges
                ],
                dtype=bool,
            )
        return paint.EdgeNumbers(weights, off | cut, cut)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.layout_ is None:
            painter.fillRect(event.rect(), QColor(self.theme.surface))
        else:
            density = painter.deviceTransform().m11()  # of a picture that is copied: higher than the screen's
            painter.drawPixmap(0, 0, self._unmoved(self.layout_, density))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            self._paint(painter, self.layout_)
        painter.end()

    def _unmoved(self, layout: Layout, density: float) -> QPixmap:
        """The background with all words and the inputs that are off, painted once for many updates."""
        hover = self._hover
        lit = hover if isinstance(hover, Tile) and not hover.unit(self.columns).on else None
        if self._kept is None or self._kept[0] != (lit, density):
            self._kept = (lit, density), self._background(layout).picture(lit, density)
        return self._kept[1]

    def _background(self, layout: Layout) -> Background:
        return Background(self.columns, layout, self.size(), self.theme, self.fold.there)

    def _paint(self, painter: QPainter, layout: Layout) -> None:
        lit = self._hover if isinstance(self._hover, Tile) else None
        self._edges.paint(painter, layout.edges, self.edge_numbers(), lit, self._edge)
        if self.height() >= self.theme.px(LOW):
            foot = self.theme.px(FOOT)
            room = QRectF(self.width() / 2, self.height() - foot + 1, self.width() / 2 - self.theme.px(8), foot)
            signs.paint_keys(painter, room, signs_of(self.layout_, self.shown, self.off), self.theme)
        if self.pulse is not None and not self.still:
            paint.paint_pulse(painter, layout, *self.pulse, self.theme)
        self._paint_tiles(painter, [tile for tiles in layout.tiles for tile in tiles], lit)
        for room, left_out in layout.more.values():
            narrow = layout.middles[1] - layout.middles[0] < self.theme.px(84)
            paint.paint_words(
                painter,
                room,
                f"+ {left_out}" if narrow else f"+ {left_out} more",
                self.theme.muted,
                self.theme.font(look.CAPTION),
            )
        for number, column in enumerate(self.columns):
            if column.name in self.outlined:
                paint.paint_outline(painter, [tile.room for tile in layout.tiles[number]], self.theme)
        words = self.words()
        if words:
            paint.paint_chip(painter, words, self._cursor, self.width(), self.height(), self.theme)

    def _paint_tiles(self, painter: QPainter, tiles: list[Tile], lit: Tile | None) -> None:
        """All maps, then all frames in one go, then the dots and numbers that lie over both."""
        on = [tile for tile in tiles if tile.unit(self.columns).on]
        for tile in on:
            self._paint_answer(painter, tile)
        frames = [tile.room for tile in on if tile is not lit]
        paint.paint_frames(painter, frames, self.theme.muted, 1.2)
        if lit is not None and lit.unit(self.columns).on:
            paint.paint_frame(painter, lit.room, self.theme.accent, 2.5)
        for tile in tiles:
            self._paint_bias(painter, tile)
        for tile in tiles if self.shown.sample else ():
            sample = self.shown.value(self.columns[tile.column].name, tile.unit(self.columns).index)
            if sample is not None:
                paint.paint_value(painter, tile, sample, self.theme)

    def _paint_answer(self, painter: QPainter, tile: Tile) -> None:
        column, theme = self.columns[tile.column], self.theme
        unit = column.units[tile.place]
        limits = self.shown.ranges.get(column.name, UNIT)
        paint.paint_map(painter, tile.room, self.answer(column.name, unit.index), limits, theme)
        if self.off.shares and (_is_off(self.off, self.columns, tile) or self.off.is_steady(column.name)):
            sign = signs.STEADY if self.off.is_steady(column.name) else signs.OFF
            signs.paint_shade(painter, tile.room, sign, theme)

    def _paint_bias(self, painter: QPainter, tile: Tile) -> None:
        column = self.columns[tile.column]
        if column.bias not in self.shown.weights:
            return
        place = (column.row(column.units[tile.place].index),)
        hover = self._hover
        lit = isinstance(hover, Weight) and hover.parameter == column.bias and hover.index[:1] == place
        paint.paint_bias(painter, tile, self.shown.weight(column.bias, place), self.theme, lit)

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
            value = say(self.shown.weight(self._hover.parameter, self._hover.index))
            return f"{self._hover.words} = {value}{self.shown.why_nothing(self._hover.parameter, self._hover.index)}"
        if isinstance(self._hover, Tile):
            unit, layer = self._hover.unit(self.columns), self.columns[self._hover.column].name
            words = (unit_words(self.columns, self._hover, self.shown), self.off.words(layer, unit.index))
            return ", ".join(each for each in words if each)
        return ""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.point_at(event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self.point_at(event.position())
        if isinstance(self._hover, Tile):
            self.unit_pressed.emit(self._hover)
        elif isinstance(self._hover, Weight) and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.weight_picked.emit(self._hover)
        elif isinstance(self._hover, Weight):
            pressed, self._hover = self._hover, None  # the editor that opens says what it is
            self.weight_pressed.emit(pressed, event.position())

    def words_at(self, place: QPointF) -> str:
        """The name of the input or output whose words are here, in full where it was shortened; "" elsewhere."""
        return "" if self.layout_ is None else self._background(self.layout_).name_at(place)

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

    def point_at(self, spot: QPointF) -> None:
        """Find what is under the cursor: a bias before its tile, a tile before an edge."""
        layout, self._cursor = self.layout_, spot
        if layout is None:
            return
        reach = REACH * self.theme.scale
        self._edge = None
        bias = layout.bias_at(spot, reach * 0.9)
        if bias is not None and self.columns[bias.column].bias in self.shown.weights:
            self._hover = bias_of(self.columns, bias)
        else:
            self._hover = layout.tile_at(spot)
            if self._hover is None:
                self._edge = layout.edge_at(spot, reach)
                self._hover = None if self._edge is None else weight_of(self.columns, layout.edges[self._edge])
        self.setCursor(Qt.CursorShape.ArrowCursor if self._hover is None else Qt.CursorShape.PointingHandCursor)
        self._tell_weight()
        self.update()


def _is_off(off: Off, columns: Structure, tile: Tile) -> bool:
    """Whether the coming update switches a tile's unit off."""
    return off.is_off(columns[tile.column].name, tile.unit(columns).index)


def signs_of(layout: Layout | None, shown: Shown, off: Off) -> list[tuple[str, str]]:
    """The signs that are there now, and what they mean."""
    keys = [(signs.CUT, "cut at zero")] if shown.cut else []
    edges = layout.edges if layout is not None else ()
    if any(shown.is_zero(edge.parameter, edge.index) for edge in edges):
        keys.append((signs.ZERO, "weight 0"))
    return keys + ([(signs.OFF if off.units else signs.STEADY, off.key)] if off.shares else [])
