"""Where the picture of an update in numbers puts its units, maps and edges: geometry only."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from app.look.theme import Theme
from app.views.numbers.columns import Column
from core.frozen import frozen

ROW = 0.8  # how wide a column of units is beside one of maps
TILE = 0.66  # how wide a tile is in its column at most
HEAD, FOOT, GAP = 24, 8, 6  # px at a text scale of 1
WIDE, HIGH, LARGEST = 84, 50, 150  # a unit's tile, and the side of a map at most


@frozen
class Spot:
    """A unit's tile, or a map: `unit` is its place in the layer."""

    column: int
    unit: int
    room: QRectF

    @property
    def entry(self) -> QPointF:
        return QPointF(self.room.left(), self.room.center().y())

    @property
    def exit(self) -> QPointF:
        return QPointF(self.room.right(), self.room.center().y())


@frozen
class Edge:
    """A line from a unit to one of the next column."""

    source: Spot
    target: Spot


@frozen(eq=False)
class Places:
    """Everything that has a place; `lines` (edges, 4) are x and y of both ends of each edge, `more` where a column says
    what it leaves out."""

    spots: tuple[tuple[Spot, ...], ...]
    edges: tuple[Edge, ...]
    lines: np.ndarray
    heads: tuple[QRectF, ...]
    more: tuple[QRectF, ...]

    def spot_at(self, place: QPointF) -> Spot | None:
        return next((spot for column in self.spots for spot in column if spot.room.contains(place)), None)

    def edge_at(self, place: QPointF, reach: float) -> Edge | None:
        """The edge closest to a place, within `reach` px."""
        if not len(self.edges):
            return None
        start, end = self.lines[:, :2], self.lines[:, 2:]
        along, away = end - start, np.array([place.x(), place.y()]) - start
        share = np.clip((away * along).sum(1) / np.maximum((along**2).sum(1), 1e-9), 0, 1)
        distance = np.hypot(*(away - share[:, None] * along).T)
        best = int(distance.argmin())
        return self.edges[best] if distance[best] <= reach else None


def lay_out(
    columns: tuple[Column, ...], width: float, height: float, theme: Theme, label: float, last: float
) -> Places:
    """`label` and `last` are the rooms beside the first and the last column for their names."""
    top, bottom = theme.px(HEAD), height - theme.px(FOOT)
    wide = min(theme.px(WIDE), (width - label - last) / len(columns) * TILE)
    rows = all(column.is_row for column in columns)
    step = (width - label - last - wide) / (len(columns) - 1)
    shares = np.array([ROW if column.is_row else 1.0 for column in columns])
    widths = np.full(len(columns), step) if rows else (width - label - last) * shares / shares.sum()
    starts = np.concatenate([[0.0], np.cumsum(widths)]) + label + (0.5 * (wide - step) if rows else 0.0)
    spots, heads, more = [], [], []
    for number, column in enumerate(columns):
        left, step = float(starts[number]), float(widths[number])
        room = QRectF(left, top, step, bottom - top)
        heads.append(QRectF(max(room.left(), 0), 2, min(step, width - room.left()), theme.px(HEAD) - 4))
        tail = theme.px(16) if column.left_out else 0
        inner = room.adjusted(0, 0, 0, -tail)
        spots.append(
            _tiles(number, column, inner, theme, min(wide, step * 0.8))
            if column.is_row
            else _maps(number, column, inner, theme)
        )
        more.append(QRectF(room.left(), inner.bottom(), step, tail))
    edges = tuple(
        Edge(source, target)
        for number in range(1, len(columns))
        if columns[number - 1].is_row and columns[number].is_row
        for source in spots[number - 1]
        for target in spots[number]
    )
    lines = np.array([(*_xy(edge.source.exit), *_xy(edge.target.entry)) for edge in edges]).reshape(len(edges), 4)
    return Places(tuple(spots), edges, lines, tuple(heads), tuple(more))


def _tiles(number: int, column: Column, room: QRectF, theme: Theme, wide: float) -> tuple[Spot, ...]:
    """Units of a row, one below the other, centred."""
    pitch = min(room.height() / len(column.shown), theme.px(HIGH) * 2.4)
    high = max(10.0, min(theme.px(HIGH), pitch - min(GAP, 0.2 * pitch)))
    top = room.center().y() - pitch * len(column.shown) / 2
    return tuple(
        Spot(number, unit, QRectF(room.center().x() - wide / 2, top + pitch * (row + 0.5) - high / 2, wide, high))
        for row, unit in enumerate(column.shown)
    )


def _maps(number: int, column: Column, room: QRectF, theme: Theme) -> tuple[Spot, ...]:
    """Maps in as many columns as make them largest; a sequence is one picture, its steps from left to right."""
    rows, across = column.numbers.shape[-2:] if column.numbers.ndim == 3 else column.numbers.shape[::-1]
    count, shape = len(column.shown), across / rows
    best = (0.0, 1)
    for columns in range(1, count + 1):
        lines = math.ceil(count / columns)
        high = min(room.height() / lines - GAP, ((room.width() - 12) / columns - GAP) / shape)
        best = max(best, (high, columns))
    high, columns = min(best[0], theme.px(LARGEST) if shape < 3 else best[0]), best[1]
    wide, lines = high * shape, math.ceil(count / columns)
    left = room.center().x() - columns * (wide + GAP) / 2
    top = room.center().y() - lines * (high + GAP) / 2
    return tuple(
        Spot(
            number,
            unit,
            QRectF(left + (at % columns) * (wide + GAP) + GAP / 2, top + (at // columns) * (high + GAP), wide, high),
        )
        for at, unit in enumerate(column.shown)
    )


def within(spot: Spot, column: Column, place: QPointF) -> tuple[int, ...]:
    """Which number of the column is meant at a place within one of its spots: (unit,), (map, row, column) or (step,
    unit)."""
    if column.is_row:
        return (spot.unit,)
    x = (place.x() - spot.room.left()) / spot.room.width()
    y = (place.y() - spot.room.top()) / spot.room.height()
    rows, across = column.numbers.shape[-2:] if column.numbers.ndim == 3 else column.numbers.shape[::-1]
    row, at = min(max(int(y * rows), 0), rows - 1), min(max(int(x * across), 0), across - 1)
    return (spot.unit, row, at) if column.numbers.ndim == 3 else (at, row)


def cell(spot: Spot, column: Column, place: tuple[int, ...]) -> QRectF:
    """Where one number of a column is drawn: the tile itself, or a cell of its map."""
    if column.is_row:
        return spot.room
    rows, across = column.numbers.shape[-2:] if column.numbers.ndim == 3 else column.numbers.shape[::-1]
    row, at = place[-2:] if column.numbers.ndim == 3 else (place[1], place[0])
    wide, high = spot.room.width() / across, spot.room.height() / rows
    return QRectF(spot.room.left() + at * wide, spot.room.top() + row * high, wide, high)


def _xy(point: QPointF) -> tuple[float, float]:
    return point.x(), point.y()
