"""How the network picture is painted: edges by weight, tiles by their maps, and the words around them."""

from __future__ import annotations

import functools
import math

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPen, QPolygonF

from app.look import theme as look
from app.look.theme import Theme, diverging, mix
from app.views.boundary.samples import INK
from app.views.drawing.plot import amount
from app.views.network.layout import Edge, Layout, Tile, dot
from core.frozen import frozen

SHADES = 24  # colours between no weight and a strong one
THIN, THICK, FULL = 1.0, 10.0, 5.0  # px for |w| from 0 to 5
CENTRE = Qt.AlignmentFlag.AlignCenter
WRAPPED = CENTRE.value | Qt.TextFlag.TextWordWrap.value


def edge_width(weight: float) -> float:
    """1 to 10 px for |w| from 0 to 5."""
    return THIN + (THICK - THIN) * min(abs(weight) / FULL, 1.0) if math.isfinite(weight) else THIN


def edge_colours(theme: Theme) -> tuple[list[QColor], list[QColor]]:
    """Negative and positive colours from no weight to ±1: what is nothing fades into the background in both themes."""
    background = mix(theme.surface, theme.muted, 0.25)
    return tuple(
        [QColor(mix(background, colour, 0.15 + 0.85 * step / (SHADES - 1))) for step in range(SHADES)]
        for colour in (theme.negative, theme.positive)
    )  # type: ignore[return-value]


@frozen(eq=False)
class EdgeNumbers:
    """Of every edge (edges,): its weight, whether nothing passes it now, and whether it is cut for good. A weight that
    is exactly 0 passes nothing either."""

    weights: np.ndarray
    silent: np.ndarray
    cut: np.ndarray


class EdgePainter:
    """Draws all edges, weak ones first, so that strong ones lie on top."""

    def __init__(self, theme: Theme) -> None:
        self._negative, self._positive = edge_colours(theme)
        self._missing = QColor(theme.missing)
        self._faint = QColor(mix(theme.surface, theme.muted, 0.2))
        self.theme = theme

    def paint(
        self, painter: QPainter, edges: tuple[Edge, ...], numbers: EdgeNumbers, lit: Tile | None, chosen: int | None
    ) -> None:
        """With a tile lit, only its own edges keep their colour; `chosen` is the one under the cursor."""
        weights = numbers.weights
        painter.setBrush(Qt.BrushStyle.NoBrush)
        zoom = max(1.0, self.theme.scale * 0.8)
        order = np.argsort(np.nan_to_num(np.abs(weights)), kind="stable")
        if lit is not None:
            mine = np.array([edge.source is lit or edge.target is lit for edge in edges], dtype=bool)
            order = np.concatenate([order[~mine[order]], order[mine[order]]])
        pen = QPen(self._faint, 1.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        for number in order.tolist():
            edge, weight = edges[number], float(weights[number])
            if numbers.cut[number] or weight == 0:
                self._paint_nothing(painter, edge, cut=bool(numbers.cut[number]))
                continue
            if numbers.silent[number]:
                painter.setPen(QPen(self._faint, 1.0))
                painter.drawPath(edge.path)
                continue
            pen.setColor(
                self._faint
                if lit is not None and edge.source is not lit and edge.target is not lit
                else self._colour(weight)
            )
            pen.setWidthF(edge_width(weight) * zoom)
            painter.setPen(pen)
            painter.drawPath(edge.path)
        if chosen is not None and chosen < len(edges):
            painter.setPen(QPen(QColor(self.theme.text), edge_width(float(weights[chosen])) * zoom + 3))
            painter.drawPath(edges[chosen].path)
            painter.setPen(QPen(self._colour(float(weights[chosen])), edge_width(float(weights[chosen])) * zoom))
            painter.drawPath(edges[chosen].path)

    def _paint_nothing(self, painter: QPainter, edge: Edge, *, cut: bool) -> None:
        """The weight is 0: dashed while it may still move, dotted where a penalty has cut it for good."""
        painter.setPen(nothing_pen(self._missing, cut=cut))
        painter.drawPath(edge.path)

    def _colour(self, weight: float) -> QColor:
        if not math.isfinite(weight):
            return self._missing
        step = round(min(abs(weight), 1.0) * (SHADES - 1))
        return (self._positive if weight > 0 else self._negative)[step]


def nothing_pen(colour: QColor, *, cut: bool) -> QPen:
    """That of a weight of exactly 0: short dashes, or dots where it is cut for good."""
    made = QPen(colour, 1.4, Qt.PenStyle.DotLine if cut else Qt.PenStyle.CustomDashLine)
    if not cut:
        made.setDashPattern([5.0, 4.0])
    return made


def map_images(values: np.ndarray, limits: tuple[float, float], theme: Theme) -> list[QImage]:
    """A layer's maps (units, rows, columns), rows from low y to high, as one picture a unit with y upwards."""
    colours = np.ascontiguousarray(diverging(values, *limits, theme)[:, ::-1])
    _, rows, columns, _ = colours.shape
    shape = (columns, rows, 4 * columns, QImage.Format.Format_RGBA8888)
    return [QImage(picture.data, *shape).convertToFormat(QImage.Format.Format_RGB32) for picture in colours]


def curve_line(values: np.ndarray, low: float, high: float, room: QRectF) -> QPolygonF:
    """A unit's values over the one input (points,) as a line within a room."""
    share = np.clip(np.nan_to_num((values - low) / ((high - low) or 1.0)), 0, 1)
    xs = np.linspace(room.left() + 2, room.right() - 2, len(values))
    ys = room.bottom() - 3 - share * (room.height() - 6)
    return QPolygonF([QPointF(x, y) for x, y in zip(xs, ys, strict=True)])


def paint_map(
    painter: QPainter,
    room: QRectF,
    values: np.ndarray | QImage | None,
    limits: tuple[float, float],
    theme: Theme,
    width: float = 1.6,
) -> None:
    """A unit's answer: its map as a picture, its curve (1, points), or an empty square while nothing is known."""
    if values is None:
        painter.fillRect(room, QColor(theme.unsure if not theme.dark else mix(theme.surface, theme.unsure, 0.25)))
    elif isinstance(values, QImage):
        painter.drawImage(room, values)
    else:
        painter.fillRect(room, QColor(theme.window))
        low, high = limits
        if low < 0 < high:
            zero = room.bottom() - 3 + low / (high - low) * (room.height() - 6)
            painter.setPen(QPen(QColor(theme.grid), 1))
            painter.drawLine(QPointF(room.left(), zero), QPointF(room.right(), zero))
        painter.setPen(QPen(QColor(theme.text), width * theme.scale))
        painter.drawPolyline(curve_line(values[0], low, high, room))


def paint_frame(painter: QPainter, room: QRectF, colour: str, width: float) -> None:
    """An empty rectangle with sharp corners."""
    paint_frames(painter, [room], colour, width)


def paint_frames(painter: QPainter, rooms: list[QRectF], colour: str, width: float) -> None:
    """Several of them that look alike."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(
        QPen(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.drawRects(rooms)


def paint_outline(painter: QPainter, rooms: list[QRectF], theme: Theme) -> None:
    """A frame around tiles, all of a layer: what is said is about it."""
    around = functools.reduce(QRectF.united, rooms, QRectF()).adjusted(-6, -6, 6, 6)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.warning), 2.5, Qt.PenStyle.DashLine))
    painter.drawRoundedRect(around, 6, 6)


@functools.lru_cache(4)
def bias_colours(theme: Theme) -> list[QColor]:
    """The scale of values from −1 to 1 in 2·SHADES − 1 steps."""
    return [QColor(*map(int, colour)) for colour in diverging(np.linspace(-1, 1, 2 * SHADES - 1), -1, 1, theme)]


def paint_bias(painter: QPainter, tile: Tile, value: float, theme: Theme, lit: bool) -> None:
    """A small dot at the tile's lower left corner, coloured like a value."""
    colour = (
        bias_colours(theme)[round((min(max(value, -1.0), 1.0) + 1) * (SHADES - 1))]
        if math.isfinite(value)
        else QColor(theme.missing)
    )
    spot, size = dot(tile), theme.px(9 if lit else 7) * min(1.0, tile.room.width() / 30) / 2
    around, rim = bias_pens(theme, lit)
    painter.setPen(around)
    painter.setBrush(colour)
    painter.drawEllipse(spot, size, size)
    painter.setPen(rim)
    painter.drawEllipse(spot, size, size)


@functools.lru_cache(8)
def bias_pens(theme: Theme, lit: bool) -> tuple[QPen, QPen]:
    """Of the ring that keeps a dot apart from what lies under it, and of its rim."""
    colour = theme.text if lit else theme.muted
    return QPen(QColor(theme.surface), 3.2 * theme.scale), QPen(QColor(colour), 1.2 * theme.scale)


def paint_value(painter: QPainter, tile: Tile, value: float, theme: Theme) -> None:
    """A chosen sample's value at the tile's corner, covering no more than a quarter of the tile."""
    side = tile.room.width()
    font = theme.digits(10 if side >= theme.px(34) else 8, bold=side >= theme.px(34))
    painter.setFont(font)
    text = amount(value, 1 if abs(value) >= 10 else 2) if abs(value) >= 0.005 else "0.00"
    room = pill_room(tile.room, painter.fontMetrics().horizontalAdvance(text) + 6, painter.fontMetrics().height() + 1)
    painter.setPen(QPen(QColor(INK), 1))
    painter.setBrush(QColor("#FFFFFF"))
    painter.drawRoundedRect(room, 3, 3)
    painter.setPen(QColor(INK))
    painter.drawText(room, CENTRE, text)


def pill_room(tile: QRectF, width: float, height: float) -> QRectF:
    """Where a pill stands at a tile's lower right corner: what would cover more than half of either side sticks out."""
    return QRectF(
        tile.right() - min(width, tile.width() / 2), tile.bottom() - min(height * 0.6, tile.height() / 2), width, height
    )


def paint_words(
    painter: QPainter, room: QRectF, text: str, colour: str, font: QFont, align: Qt.AlignmentFlag = CENTRE
) -> None:
    """One line, shortened in its middle where there is no room."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, int(room.width()) + 1)
    painter.drawText(room, align | Qt.AlignmentFlag.AlignVCenter, shown)


def paint_name(painter: QPainter, room: QRectF, text: str, colour: str, font: QFont, align: Qt.AlignmentFlag) -> None:
    """A unit's name: in two lines where one is too short for it and there is height for both."""
    painter.setFont(font)
    metrics = painter.fontMetrics()
    first, second = halves(text)
    if not second or metrics.horizontalAdvance(text) <= room.width() + 1 or room.height() < 2 * metrics.height() - 4:
        paint_words(painter, room, text, colour, font, align)
        return
    middle = room.center().y()
    for line, top in ((first, middle - metrics.height() + 1), (second, middle - 1)):
        paint_words(painter, QRectF(room.left(), top, room.width(), metrics.height()), line, colour, font, align)


def halves(text: str) -> tuple[str, str]:
    """A text parted at the space that makes its longer half shortest; ("…", "") where it has none."""
    cuts = [place for place, letter in enumerate(text) if letter == " "]
    if not cuts:
        return text, ""
    cut = min(cuts, key=lambda place: max(place, len(text) - place - 1))
    return text[:cut], text[cut + 1 :]


def paint_chip(painter: QPainter, text: str, spot: QPointF, width: float, height: float, theme: Theme) -> None:
    """A label near the cursor, kept inside the picture; in several lines where it is wider than that."""
    painter.setFont(theme.digits(look.CAPTION + 2))
    room = chip_room(painter.fontMetrics(), text, spot, width, height)
    painter.setPen(QPen(QColor(theme.border), 1))
    painter.setBrush(QColor(theme.raised))
    painter.drawRoundedRect(room, 4, 4)
    painter.setPen(QColor(theme.text))
    painter.drawText(room, WRAPPED, text)


def chip_room(metrics: QFontMetrics, text: str, spot: QPointF, width: float, height: float) -> QRectF:
    """Where a label near the cursor stands."""
    most = QRect(0, 0, max(int(width) - 24, 1), 10_000)
    needs = metrics.boundingRect(most, WRAPPED, text)
    size_x, size_y = needs.width() + 16, needs.height() + 8
    x = min(max(4.0, spot.x() + 14), width - size_x - 4)
    y = spot.y() - size_y - 10 if spot.y() - size_y - 10 > 4 else spot.y() + 20
    return QRectF(x, min(y, height - size_y - 4), size_x, size_y)


def paint_pulse(painter: QPainter, layout: Layout, phase: float, backward: bool, theme: Theme) -> None:
    """Beads that run along the edges: `phase` 0 … 1 takes them once through the whole network."""
    gaps = len(layout.tiles) - 1
    travelled = (1 - phase if backward else phase) * gaps
    gap = min(int(travelled), gaps - 1)
    share = min(max(travelled - gap, 0.0), 1.0)
    painter.setPen(QPen(QColor(theme.surface), 1.5))
    painter.setBrush(QColor(theme.text))
    size = 3.2 * theme.scale
    for edge in layout.edges:
        if edge.source.column == gap:
            painter.drawEllipse(edge.path.pointAtPercent(share), size, size)
