"""Where the picture of a network of any layers puts its columns and tiles: geometry only."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF

from app.look.theme import CAPTION, Theme
from app.views.network.stack_structure import INPUT, StackColumn
from core.frozen import frozen

HEAD, LINE, FOOT = 26, 15, 20  # px at a text scale of 1: the ± of the layers, a line of words, the words at the foot
GAP, APART = 3, 12  # between tiles of a column, between columns
MOST_TILES = 32  # of a column; the probe gives as many
UNIT, LARGEST = 22, 64  # px: a unit's square, and a map at most (times the picture's growth)
NAME, NAMES, BAR = 16, 96, 46  # px of a class's name at least and at most, and of the bar beside it


@frozen
class StackTile:
    """A map, a unit, a picture or a sequence of numbers: `unit` −1 where it stands for the whole column."""

    column: int
    unit: int
    room: QRectF


@frozen
class StackLayout:
    """`heads` are the rooms of the columns' words, `blocks` what their tiles cover, `left_out` the tiles that there is
    no room for."""

    tiles: tuple[tuple[StackTile, ...], ...]
    heads: tuple[QRectF, ...]
    blocks: tuple[QRectF, ...]
    left_out: tuple[int, ...]
    names: float = 0.0  # the room of a class's name, px

    def tile_at(self, spot: QPointF) -> StackTile | None:
        return next((tile for tiles in self.tiles for tile in tiles if tile.room.contains(spot)), None)

    def column_at(self, spot: QPointF) -> int | None:
        return next((number for number, head in enumerate(self.heads) if head.contains(spot)), None)


def lay_out_stack(columns: tuple[StackColumn, ...], width: float, height: float, theme: Theme) -> StackLayout:
    """Every column gets the same width, the last one that names classes as much as the names need."""
    names = names_room(columns[-1], width, theme)
    last = names + theme.px(BAR) if columns[-1].answers else 0
    apart = min(theme.px(APART), width / len(columns) * 0.15)
    left, right = 8.0, width - 8.0 - last
    count = len(columns) - (1 if last else 0)
    step = (right - left - apart * (count if last else count - 1)) / count
    top, bottom = (
        theme.px(HEAD + 2 * LINE + 6),
        height - theme.px(FOOT + LINE),
    )  # below a column there may stand how many more there are
    growth = max(1.0, min(width / 528, height / 414)) * min(theme.scale, 1.5)
    tiles, heads, blocks, left_out = [], [], [], []
    for number, column in enumerate(columns):
        own = last if last and number == len(columns) - 1 else step
        x = left + number * (step + apart)
        heads.append(QRectF(x - apart / 2, theme.px(HEAD), own + apart, theme.px(2 * LINE)))
        found, missing = _tiles(number, column, QRectF(x, top, own, bottom - top), growth)
        tiles.append(found)
        blocks.append(_around(found))
        left_out.append(missing)
    return StackLayout(tuple(tiles), tuple(heads), tuple(blocks), tuple(left_out), names)


def names_room(column: StackColumn, width: float, theme: Theme) -> float:
    """How wide the longest name of a class is in a picture of that width."""
    metrics = QFontMetricsF(theme.font(CAPTION + 1, bold=True))
    longest = max((metrics.horizontalAdvance(name) for name in column.answers), default=0.0)
    return max(theme.px(NAME), min(longest + 2, theme.px(NAMES), width / 5))


def _tiles(number: int, column: StackColumn, room: QRectF, growth: float) -> tuple[tuple[StackTile, ...], int]:
    """The tiles of a column, centred in its room, and how many are left out."""
    if column.name == INPUT or len(column.shape) == 2 or (len(column.shape) == 3 and column.name == "output"):
        return (StackTile(number, -1, _single(column, room, growth)),), 0
    count = min(column.count, MOST_TILES)
    if column.answers:
        return _rows(number, count, room), column.count - count
    largest = (LARGEST if len(column.shape) == 3 else UNIT) * growth
    across, side = _grid(count, room, largest)
    rows = math.ceil(count / across)
    x0 = room.center().x() - (across * (side + GAP) - GAP) / 2
    y0 = room.center().y() - (rows * (side + GAP) - GAP) / 2
    found = []
    for unit in range(count):
        row, place = divmod(unit, across)
        found.append(
            StackTile(
                number,
                unit,
                QRectF(round(x0 + place * (side + GAP)), round(y0 + row * (side + GAP)), round(side), round(side)),
            )
        )
    return tuple(found), column.count - count


def _grid(count: int, room: QRectF, largest: float) -> tuple[int, float]:
    """Tiles beside each other and their side: as large as the room lets them be, in as few columns as that takes."""
    best, size = 1, 0.0
    for across in range(1, count + 1):
        rows = math.ceil(count / across)
        side = min((room.width() - GAP * (across - 1)) / across, (room.height() - GAP * (rows - 1)) / rows, largest)
        if side > size + 0.5:
            best, size = across, side
    return best, max(size, 4.0)


def _single(column: StackColumn, room: QRectF, growth: float) -> QRectF:
    """The room of a picture in proportion, or of a sequence: its steps downwards, its features beside each other."""
    high, wide = (column.shape[-2], column.shape[-1]) if len(column.shape) > 1 else (column.count, 1)
    most = LARGEST * growth
    scale = min(
        room.width() / wide, room.height() / high, (2.4 * most if len(column.shape) == 2 else most) / min(wide, high)
    )
    size_x, size_y = wide * scale, high * scale
    if len(column.shape) != 3:  # numbers, not a picture: each is at least a stripe
        size_x, size_y = max(size_x, min(room.width(), most * 0.8)), max(size_y, min(room.height(), 2 * most))
    return QRectF(
        round(room.center().x() - size_x / 2), round(room.center().y() - size_y / 2), round(size_x), round(size_y)
    )


def _rows(number: int, count: int, room: QRectF) -> tuple[StackTile, ...]:
    """A class below the other."""
    pitch = min(room.height() / count, 30.0)
    top = room.center().y() - pitch * count / 2
    return tuple(
        StackTile(number, unit, QRectF(room.left(), top + unit * pitch, room.width(), pitch - 1))
        for unit in range(count)
    )


def _around(tiles: tuple[StackTile, ...]) -> QRectF:
    found = QRectF()
    for tile in tiles:
        found = found.united(tile.room)
    return found
