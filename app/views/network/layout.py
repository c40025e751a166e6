"""Where the network picture puts its tiles and edges: geometry only."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from app.look.theme import Theme
from app.views.network.structure import Structure, Unit
from core.frozen import frozen

FOOT, LOW = 22, 300  # px at a text scale of 1: the key of the edges; below this height captions give way to tiles
SIDE = 22  # px of a ± at a text scale of 1
DIGIT = 8  # px at a text scale of 1, of a number between them
LARGE, SMALL, GAP, SPREAD = 48, 36, 6, 26
ALONG = np.linspace(0, 1, 9)  # where an edge is sampled to find the one under the cursor

Selection = tuple[tuple[tuple[int, ...], tuple[int, ...], int], ...]


@frozen
class Tile:
    """A unit's square: `column` of the structure, `place` within its units."""

    column: int
    place: int
    room: QRectF

    def unit(self, columns: Structure) -> Unit:
        return columns[self.column].units[self.place]

    @property
    def exit(self) -> QPointF:
        return QPointF(self.room.right(), self.room.center().y())

    @property
    def entry(self) -> QPointF:
        return QPointF(self.room.left(), self.room.center().y())


@frozen
class Edge:
    """A line from one tile to the next column's, with the places of its weight: `row` and `column` of the matrix."""

    source: Tile
    target: Tile
    parameter: str
    index: tuple[int, int]
    path: QPainterPath


@frozen
class Layout:
    """Everything that has a place. `more[c]` is (room, units left out) of a summed-up column."""

    tiles: tuple[tuple[Tile, ...], ...]
    edges: tuple[Edge, ...]
    more: dict[int, tuple[QRectF, int]]
    middles: tuple[float, ...]  # x of each column
    side: float
    samples: np.ndarray  # (edges, 9, 2): points along each edge

    def tile_at(self, spot: QPointF) -> Tile | None:
        return next((tile for column in self.tiles for tile in column if tile.room.contains(spot)), None)

    def bias_at(self, spot: QPointF, reach: float) -> Tile | None:
        """The tile whose bias dot is here."""
        tiles = (tile for column in self.tiles[1:] for tile in column)
        return next((tile for tile in tiles if (spot - dot(tile)).manhattanLength() <= reach), None)

    def edge_at(self, spot: QPointF, reach: float) -> int | None:
        """The number of the edge closest to a place, within `reach` px."""
        if not len(self.edges):
            return None
        away = _distances(self.samples, np.array([spot.x(), spot.y()]))
        best = int(away.argmin())
        return best if away[best] <= reach else None


def dot(tile: Tile) -> QPointF:
    """Where a tile's bias is drawn."""
    return QPointF(tile.room.left(), tile.room.bottom())


def heads(theme: Theme, height: float) -> tuple[int, int, int]:
    """Tops of the ± of each column, of its caption (0: none), and of the tiles."""
    if height < theme.px(LOW):
        return theme.px(24), 0, theme.px(48)
    return theme.px(26), theme.px(47), theme.px(68)


def is_narrow(step: float, theme: Theme, digits: int = 2) -> bool:
    """Whether columns that are `step` px apart leave no room for a number of so many digits between their ±."""
    return step <= 2 * theme.px(SIDE) + digits * theme.px(DIGIT)


def pair_away(step: float, theme: Theme, digits: int = 2) -> float:
    """How far from the middle of its column each of ± stands, where columns are `step` px apart: clear of its
    neighbours'."""
    size = theme.px(SIDE)
    wanted = theme.px(15) + (0 if is_narrow(step, theme, digits) else size / 2)
    return max(min(wanted, step / 2 - size / 2 - 1), size / 2 + 1)


def digits_of(columns: Structure) -> int:
    """How many digits the largest number between ± has."""
    return max((len(str(len(column.units))) for column in columns if column.is_hidden), default=1)


def has_room(count: int, height: float, theme: Theme) -> bool:
    """Whether so many tiles of one column are as large as they should be in a picture of this height."""
    top, bottom = _reach(height, theme)
    return (bottom - top) / count >= theme.px(SMALL) + GAP


def _reach(height: float, theme: Theme) -> tuple[float, float]:
    """Between which heights the tiles stand."""
    return heads(theme, height)[2], height - (theme.px(FOOT) if height >= theme.px(LOW) else 6)


def lay_out(
    columns: Structure, selection: Selection, width: float, height: float, theme: Theme, label: float, last: float
) -> Layout:
    """Places for the shown units; `label` and `last` are the rooms beside the first and the last column for their
    names."""
    rows = max(len(first) + len(weak) + (1 if left_out else 0) for first, weak, left_out in selection)
    top, bottom = _reach(height, theme)
    left, right = label, width - last
    step_x = (right - left) / len(columns)
    growth = max(1.0, min(width / 528, height / 414)) * min(theme.scale, 1.5)
    pitch = (bottom - top) / rows
    side = max(12.0, min(LARGE * growth, pitch - max(2.0, min(GAP, 0.15 * pitch)), step_x * 0.66))
    middles = _middles(len(columns), left, right, side)
    tiles, more = [], {}
    for number, (first, weak, left_out) in enumerate(selection):
        pitch = min((bottom - top) / (len(first) + len(weak) + (1 if left_out else 0)), side + SPREAD * growth)
        found, room = _column(number, first, weak, bool(left_out), middles[number], (top + bottom) / 2, pitch, side)
        tiles.append(found)
        if room is not None:
            more[number] = (room, left_out)
    edges = _edges(columns, tiles)
    samples = np.array([[_xy(edge.path.pointAtPercent(share)) for share in ALONG] for edge in edges]).reshape(
        len(edges), len(ALONG), 2
    )
    return Layout(tuple(tiles), edges, more, middles, side, samples)


def _middles(count: int, left: float, right: float, side: float) -> tuple[float, ...]:
    first, last = left + side / 2 + 4, right - side / 2 - 4
    return tuple(float(x) for x in np.linspace(first, last, count))


def _column(
    number: int,
    first: tuple[int, ...],
    weak: tuple[int, ...],
    summed: bool,
    x: float,
    middle: float,
    pitch: float,
    side: float,
) -> tuple[tuple[Tile, ...], QRectF | None]:
    """Tiles of one column, centred, with a gap for the words of what is left out."""
    slots = [*first, *([None] if summed else []), *weak]
    top = middle - pitch * len(slots) / 2
    tiles, room = [], None
    for row, place in enumerate(slots):
        centre = top + pitch * (row + 0.5)
        if place is None:
            room = QRectF(x - 60, centre - pitch / 2, 120, pitch)
        else:
            tiles.append(
                Tile(number, place, QRectF(round(x - side / 2), round(centre - side / 2), round(side), round(side)))
            )
    return tuple(tiles), room


def _edges(columns: Structure, tiles: list[tuple[Tile, ...]]) -> tuple[Edge, ...]:
    found = []
    for number in range(len(columns) - 1):
        before, after = columns[number], columns[number + 1]
        for source in tiles[number]:
            unit = before.units[source.place]
            if unit.on:
                for target in tiles[number + 1]:
                    index = (after.row(after.units[target.place].index), unit.index)
                    found.append(Edge(source, target, after.weight, index, _path(source.exit, target.entry)))
    return tuple(found)


def _path(start: QPointF, end: QPointF) -> QPainterPath:
    reach = 0.5 * (end.x() - start.x())
    path = QPainterPath(start)
    path.cubicTo(QPointF(start.x() + reach, start.y()), QPointF(end.x() - reach, end.y()), end)
    return path


def _xy(point: QPointF) -> tuple[float, float]:
    return point.x(), point.y()


def _distances(lines: np.ndarray, spot: np.ndarray) -> np.ndarray:
    """Distance of a place to each polyline: (edges, points, 2) and (2,) -> (edges,)."""
    start, end = lines[:, :-1], lines[:, 1:]
    along = end - start
    share = np.clip(((spot - start) * along).sum(-1) / np.maximum((along**2).sum(-1), 1e-12), 0, 1)
    return np.hypot(*np.moveaxis(spot - start - share[..., None] * along, -1, 0)).min(axis=1)
