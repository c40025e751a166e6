"""How the picture of an update in numbers is painted."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Iterable

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPen

from app.look.theme import BASE, CAPTION, Theme, diverging, mix
from app.views.drawing.plot import say
from app.views.numbers.columns import Column, Flow
from app.views.numbers.looked import UPDATE
from app.views.numbers.places import Edge, Places, Spot

CENTRE = Qt.AlignmentFlag.AlignCenter
THIN, THICK = 1.0, 7.0  # px of an edge from nothing to the most that flows
SMALLEST = 0.65  # of their usual size: digits between columns that stand close
LEAST = 10  # px of letters that are still read
NEAR = 5  # px between a tile and the number on its edge
PALE, FULL = 0.14, 0.62  # how much of its colour a tile takes from nothing to the largest number


def colour(theme: Theme, value: float, largest: float, pale: float = PALE, full: float = FULL) -> str:
    """Of a number, so pale that text can be read on it."""
    if not math.isfinite(value):
        return mix(theme.surface, theme.missing, 0.4)
    share = min(abs(value) / (largest or 1.0), 1.0)
    return mix(theme.surface, theme.positive if value >= 0 else theme.negative, pale + (full - pale) * share)


def paint_tile(painter: QPainter, spot: Spot, column: Column, theme: Theme, in_hand: bool, text: str) -> None:
    """A unit with its number; one that is switched off is hatched."""
    value = float(column.numbers[spot.unit])
    off = column.off is not None and bool(column.off[spot.unit])
    painter.setPen(QPen(QColor(theme.text if in_hand else theme.outline), theme.px(3) if in_hand else 1.2))
    painter.setBrush(QColor(theme.surface if off else colour(theme, value, column.largest)))
    painter.drawRoundedRect(spot.room, 6, 6)
    if off:
        painter.setBrush(Qt.BrushStyle.BDiagPattern)
        painter.setPen(QPen(QColor(theme.muted), 1.2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(spot.room, 6, 6)
    painter.setFont(fitting(theme, text, spot.room))
    painter.setPen(QColor(theme.text))
    painter.drawText(spot.room, CENTRE, text)


def fitting(theme: Theme, text: str, room: QRectF, largest: int = 18) -> QFont:
    """The largest font in which a number has room."""
    for size in (largest, 16, 14, 13, 12, 11, 10, 9):
        font = theme.digits(size, bold=True)
        metrics = QFontMetrics(font)
        if metrics.horizontalAdvance(text) <= room.width() - 6 and metrics.height() <= room.height() + 3:
            return font
    return theme.digits(8)


def map_image(column: Column, unit: int, theme: Theme) -> QImage:
    """One map of a layer, or a sequence with its steps from left to right."""
    numbers = column.numbers[unit] if column.numbers.ndim == 3 else column.numbers.T
    pixels = np.ascontiguousarray(diverging(numbers, -column.largest, column.largest, theme))
    rows, across, _ = pixels.shape
    return QImage(pixels.data, across, rows, 4 * across, QImage.Format.Format_RGBA8888).copy()


class EdgePainter:
    """The edges of all columns, weak ones first; those of the unit in hand with their numbers on top."""

    def __init__(self, places: Places, flows: dict[int, Flow], theme: Theme, hand: Spot | None) -> None:
        self._places, self._flows, self._theme, self._hand = places, flows, theme, hand
        self._most = {number: _most(flow) for number, flow in flows.items()}

    def is_mine(self, edge: Edge) -> bool:
        """Whether an edge leads to or from the unit in hand."""
        return self._hand is not None and self._hand in (edge.source, edge.target)

    def carried(self, edge: Edge) -> float:
        """What flows along an edge; nan where it is not known."""
        flow = self._flows.get(edge.target.column)
        return math.nan if flow is None else float(flow.carried[edge.target.unit, edge.source.unit])

    def weight(self, edge: Edge) -> float:
        flow = self._flows.get(edge.target.column)
        return math.nan if flow is None else float(flow.weights[edge.target.unit, edge.source.unit])

    def paint(self, painter: QPainter, chosen: Edge | None) -> None:
        """`chosen`: the edge under the cursor, or whose weight is in hand."""
        known = [(edge, self.carried(edge)) for edge in self._places.edges if edge.target.column in self._flows]
        known = [(edge, value) for edge, value in known if math.isfinite(value)]
        known.sort(key=lambda pair: (self.is_mine(pair[0]), abs(pair[1]) / self._most[pair[0].target.column]))
        theme = self._theme
        for edge, value in known:
            share = min(abs(value) / self._most[edge.target.column], 1.0)
            shade = theme.positive if value >= 0 else theme.negative
            paler = 1.0 if self._hand is None or self.is_mine(edge) else 0.3
            width = (THIN + (THICK - THIN) * share) * max(1.0, theme.scale * 0.8)
            if edge == chosen:
                painter.setPen(QPen(QColor(theme.text), width + 4))
                painter.drawLine(edge.source.exit, edge.target.entry)
            painter.setPen(QPen(QColor(mix(theme.surface, shade, (0.35 + 0.65 * share) * paler)), width))
            painter.drawLine(edge.source.exit, edge.target.entry)

    def paint_numbers(self, painter: QPainter, phase: str, incoming: bool) -> None:
        """On each edge of the unit in hand its weight; in the phase *Update* by how much it moves."""
        mine = [edge for edge in self._places.edges if self._hand == (edge.target if incoming else edge.source)]
        mine = [edge for edge in mine if math.isfinite(self.carried(edge))]
        texts = {id(edge): self._written(edge, phase) for edge in mine}
        theme = _between(mine, texts.values(), self._theme)
        taken: list[QRectF] = []
        for edge in sorted(mine, key=lambda edge: -abs(self.carried(edge))):
            room = pill_room(edge, incoming, texts[id(edge)], theme)
            if not any(room.intersects(other) for other in taken):  # the strongest where there is no room for all
                taken.append(room)
                paint_pill(painter, room, texts[id(edge)], theme)

    def _written(self, edge: Edge, phase: str) -> str:
        value = self.carried(edge) if phase == UPDATE else self.weight(edge)
        return f"{'+' if phase == UPDATE and value > 0 else ''}{say(value)}"


def _between(edges: list[Edge], texts: Iterable[str], theme: Theme) -> Theme:
    """The theme with digits so small that numbers stand between two columns and cover no tile; the smallest are
    still read."""
    if not edges:
        return theme
    room = edges[0].target.entry.x() - edges[0].source.exit.x() - 2 * theme.px(NEAR)
    wide = max(pill_size(text, theme)[0] for text in texts)
    return dataclasses.replace(theme, scale=theme.scale * min(1.0, max(room / wide, SMALLEST)))


def _most(flow: Flow) -> float:
    finite = flow.carried[np.isfinite(flow.carried)]
    return float(np.abs(finite).max()) or 1.0 if finite.size else 1.0


def pill_size(text: str, theme: Theme) -> tuple[float, float]:
    """Width and height of a number on an edge, px."""
    metrics = QFontMetrics(theme.digits(BASE))
    return metrics.horizontalAdvance(text) + theme.px(8), metrics.height() + 2


def pill_room(edge: Edge, incoming: bool, text: str, theme: Theme) -> QRectF:
    """Where a number on an edge stands: beside the tile at which the edges lie apart."""
    wide, high = pill_size(text, theme)
    start, end = edge.source.exit, edge.target.entry
    share = min((wide / 2 + theme.px(NEAR)) / max(end.x() - start.x(), 1.0), 0.5)
    middle = start + (end - start) * (share if incoming else 1 - share)
    return QRectF(middle.x() - wide / 2, middle.y() - high / 2, wide, high)


def paint_pill(painter: QPainter, room: QRectF, text: str, theme: Theme) -> None:
    """A number on an edge."""
    painter.setPen(QPen(QColor(theme.outline), 1))
    painter.setBrush(QColor(theme.raised))
    painter.drawRoundedRect(room, 4, 4)
    painter.setFont(theme.digits(BASE))
    painter.setPen(QColor(theme.text))
    painter.drawText(room, CENTRE, text)


def paint_frame(painter: QPainter, room: QRectF, theme: Theme, width: float) -> None:
    """Around a cell of a map, or a patch: dark within light, so that it is seen on any colour."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for shade, more in ((theme.surface, 2.5), (theme.text, 0.0)):
        painter.setPen(QPen(QColor(shade), width + more))
        painter.drawRect(room)


def paint_head(painter: QPainter, room: QRectF, words: str, theme: Theme) -> None:
    """What a column is."""
    sizes = (size for size in range(CAPTION + 1, 0, -1) if size > CAPTION or theme.px(size) >= LEAST)
    fonts = [theme.font(size) for size in sizes]
    fits = (font for font in fonts if QFontMetrics(font).horizontalAdvance(words) <= room.width())
    painter.setFont(next(fits, fonts[-1]))
    painter.setPen(QColor(theme.muted))
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, CENTRE, shown)
