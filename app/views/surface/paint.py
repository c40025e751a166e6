"""How a loss surface is painted: its colours, the colour bar, the path, the ball and arrows. Shared by the map and the
relief."""

from __future__ import annotations

import dataclasses
import functools
import math
from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QPolygonF,
    QRadialGradient,
)

from app.look import theme as look
from app.look.numbers import written
from app.look.theme import Theme, rgb
from app.views.drawing.plot import say
from app.views.surface.sheet import Scale, Sheet, finer
from core.frozen import frozen

WARM, RIM = "#FFF6E3", "#17120A"  # the path and the ball on every sheet: warm white with a dark rim
HALO = 4.0  # px around words up to which their rim reaches
CLOSE = 0.75  # px between two points of a path that nobody tells apart
FINER = 4  # picture points along a cell of the grid
STEPS = 256
NAME, SHAFT = 8, 8  # px between an arrow's head and its name; of the squares that an arrow is made of
FAR_OUT = 4  # times the picture's height and width
BAR = 12  # px of the colour bar
LEFT, MIDDLE = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignVCenter


@functools.cache
def lut() -> np.ndarray:
    """viridis, (256, 3) uint8."""
    table = np.asarray(pg.colormap.get("viridis").getLookupTable(0.0, 1.0, STEPS, alpha=False))  # type: ignore[union-attr]
    return np.ascontiguousarray(table[:, :3], dtype=np.uint8)


def colours(heights: np.ndarray) -> np.ndarray:
    """Heights of any shape -> (…, 3) uint8; beyond 0 … 1 the end colours."""
    place = np.nan_to_num(heights, nan=1.0, posinf=1.0, neginf=0.0) * (STEPS - 1)
    return lut()[np.clip(np.rint(place), 0, STEPS - 1).astype(np.intp)]


def sheet_image(sheet: Sheet, theme: Theme) -> QImage:
    """The heat map with β upwards; what is infinite or no number is grey and hatched: beyond a cliff."""
    picture = colours(finer(sheet.drawn, FINER).T)[::-1]
    unknown = sheet.unknown
    if unknown.any():
        picture = picture.copy()
        mask = finer(unknown.astype(float), FINER).T[::-1] >= 0.5
        rows, columns = np.indices(mask.shape)
        stripe = ((rows + columns) // 3) % 2 == 0
        picture[mask] = rgb(look.mix(theme.missing, RIM, 0.25)).astype(np.uint8)
        picture[mask & stripe] = rgb(theme.missing).astype(np.uint8)
    picture = np.ascontiguousarray(picture)
    rows, columns, _ = picture.shape
    return QImage(picture.data, columns, rows, 3 * columns, QImage.Format.Format_RGB888).copy()


def halo_text(painter: QPainter, spot: QPointF, text: str, font: QFont) -> None:
    """Warm white words with a dark rim, their left end and base line at a spot: readable on every colour of the
    sheet."""
    words = _haloed(text, font.toString(), painter.deviceTransform().m11())
    painter.drawPixmap(spot - QPointF(HALO, words.deviceIndependentSize().height() / 2), words)


@functools.lru_cache(64)
def _haloed(text: str, font: str, density: float) -> QPixmap:
    """Words with their rim, the base line in the middle of their height, `HALO` px from the left. To stroke the rim
    takes a hundred times as long as to show it."""
    wearing = QFont()
    wearing.fromString(font)
    metrics = QFontMetricsF(wearing)
    size = QSizeF(metrics.horizontalAdvance(text) + 2 * HALO, 2 * (max(metrics.ascent(), metrics.descent()) + HALO))
    made = QPixmap((size * density).toSize())
    made.setDevicePixelRatio(density)
    made.fill(Qt.GlobalColor.transparent)
    path = QPainterPath()
    path.addText(QPointF(HALO, made.deviceIndependentSize().height() / 2), wearing, text)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(RIM), 3.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.drawPath(path)
    painter.fillPath(path, QColor(WARM))
    painter.end()
    return made


def paint_trail(painter: QPainter, spots: QPolygonF, theme: Theme, by_hand: bool = False) -> None:
    """The path: warm white with a dark rim; dashed and thinner where it was not learnt."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    style, cap = (
        (Qt.PenStyle.DashLine, Qt.PenCapStyle.FlatCap) if by_hand else (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    )
    for colour, width in ((RIM, 3.0), (WARM, 1.4)) if by_hand else ((RIM, 4.4), (WARM, 2.2)):
        pen = QPen(QColor(colour), width * theme.scale, style, cap, Qt.PenJoinStyle.RoundJoin)
        if by_hand:
            pen.setDashPattern([length / width for length in (6.0, 5.0)])
        painter.setPen(pen)
        painter.drawPolyline(spots)


def pieces(spots: np.ndarray, by_hand: Sequence[int]) -> list[tuple[np.ndarray, bool]]:
    """A path (m, 2 or 3) as stretches in a row, and whether each is one leg that was made by hand."""
    found, begin = [], 0
    for leg in by_hand:
        found += [(spots[begin : leg + 1], False), (spots[leg : leg + 2], True)]
        begin = leg + 1
    return [(stretch, hand) for stretch, hand in (*found, (spots[begin:], False)) if len(stretch) > 1]


def told_apart(spots: np.ndarray) -> np.ndarray:
    """The points (m, 2), px, of a path without those that lie on the one before; the last one stays."""
    kept, last = [], (math.inf, math.inf)
    for number, (x, y) in enumerate(spots.tolist()):
        if not (abs(x - last[0]) < CLOSE and abs(y - last[1]) < CLOSE):
            kept.append(number)
            last = (x, y)
    return spots[[*kept[:-1], len(spots) - 1]] if kept else spots


def placed(room: QRectF, within: QRectF, taken: list[QRectF]) -> QRectF:
    """Room for words, moved within the picture and then to where no others stand: below them, or above where that is
    too low. Joins the taken ones."""
    room = QRectF(room)
    room.moveLeft(max(min(room.left(), within.right() - room.width() - 3), within.left() + 3))
    room.moveTop(max(min(room.top(), within.bottom() - room.height() - 3), within.top() + 3))
    tries = [room.translated(0, step * room.height()) for step in (0, 1, -1, 2, -2, 3, -3)]
    free = [spot for spot in tries if within.contains(spot) and not any(spot.intersects(other) for other in taken)]
    taken.append(free[0] if free else room)
    return taken[-1]


def beyond_head(start: QPointF, end: QPointF, wide: float, high: float) -> QRectF:
    """Room for the name of an arrow: beyond its head, to the side it points to, so that it lies on no arrow of its
    own."""
    x, y = end.x() - start.x(), end.y() - start.y()
    flat, steep = abs(x) > 2 * abs(y), abs(y) > 2 * abs(x)
    left = end.x() - wide / 2 if steep else end.x() + NAME if x >= 0 else end.x() - wide - NAME
    top = end.y() - high / 2 if flat else end.y() + NAME / 2 if y > 0 else end.y() - high - NAME / 2
    return QRectF(left, top, wide, high)


def cut_short(start: QPointF, end: QPointF, within: QRectF) -> QPointF:
    """An arrow's end, or a place on the way there that lies so far out of the picture that nobody sees a difference:
    dashes, and room kept free, take time and memory by the length, and of a run that diverges it has no bound."""
    along, most = end - start, FAR_OUT * (within.width() + within.height())
    length = math.hypot(along.x(), along.y())
    if not math.isfinite(length):
        return start
    return end if length <= most else start + along * (most / length)


def shaft(start: QPointF, end: QPointF) -> list[QRectF]:
    """What an arrow takes of the picture."""
    length = math.hypot(end.x() - start.x(), end.y() - start.y())
    spots = [start + (end - start) * (step / max(length, 1.0)) for step in range(0, int(length), SHAFT)]
    return [QRectF(spot.x() - SHAFT / 2, spot.y() - SHAFT / 2, SHAFT, SHAFT) for spot in spots]


def paint_truth(painter: QPainter, spots: Sequence[QPointF], heights: np.ndarray, theme: Theme) -> None:
    """Beads on the path in the colour of its true loss: where a bead differs from the sheet around it, the sheet is not
    what the run felt."""
    size = 3.6 * theme.scale
    painter.setPen(QPen(QColor(WARM), 1.3 * theme.scale))
    for spot, colour in zip(spots, colours(heights), strict=True):
        painter.setBrush(QColor(*map(int, colour)))
        painter.drawEllipse(spot, size, size)


def paint_ball(painter: QPainter, spot: QPointF, theme: Theme, lit: bool = False) -> None:
    """The ball with its highlight and a soft shadow."""
    size = (9.0 if lit else 7.5) * theme.scale
    shadow = QRadialGradient(spot + QPointF(0, size * 0.45), size * 1.7)
    shadow.setColorAt(0.35, QColor(0, 0, 0, 130))
    shadow.setColorAt(1.0, QColor(0, 0, 0, 0))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(shadow))
    painter.drawEllipse(spot + QPointF(0, size * 0.45), size * 1.7, size * 1.7)
    body = QRadialGradient(spot - QPointF(size * 0.35, size * 0.4), size * 1.5)
    body.setColorAt(0.0, QColor("#FFFFFF"))
    body.setColorAt(0.3, QColor(WARM))
    body.setColorAt(0.75, QColor("#E7C98F"))
    body.setColorAt(1.0, QColor("#9C7A43"))
    painter.setPen(QPen(QColor(RIM), 1.4 * theme.scale))
    painter.setBrush(QBrush(body))
    painter.drawEllipse(spot, size, size)


def paint_arrow(painter: QPainter, start: QPointF, end: QPointF, theme: Theme, dashed: bool = False) -> None:
    """An arrow in warm white with a dark rim; dashed for a direction that is not a move."""
    along = end - start
    length = math.hypot(along.x(), along.y())
    if length < 2:
        return
    head = min(9.0 * theme.scale, 0.6 * length)
    unit = along / length
    side = QPointF(-unit.y(), unit.x())
    neck = end - unit * head
    tip = QPolygonF([end, neck + side * head * 0.5, neck - side * head * 0.5])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((RIM, 4.6), (WARM, 2.4)):
        style = Qt.PenStyle.DashLine if dashed and colour == WARM else Qt.PenStyle.SolidLine
        painter.setPen(QPen(QColor(colour), width * theme.scale, style, Qt.PenCapStyle.FlatCap))
        painter.drawLine(start, neck)
    painter.setPen(QPen(QColor(RIM), 1.2 * theme.scale))
    painter.setBrush(QColor(WARM))
    painter.drawPolygon(tip)


@frozen
class Named:
    """An arrow of the picture, in px: it is painted from `start` on, and lies there from its `foot` on."""

    foot: QPointF
    start: QPointF
    end: QPointF
    words: str
    dashed: bool = False


def paint_named(painter: QPainter, arrows: Sequence[Named], within: QRectF, theme: Theme) -> None:
    """Arrows, then their names, where they lie on none of the arrows and on no other name."""
    font = theme.font(look.CAPTION, bold=True)
    metrics = QFontMetricsF(font)
    arrows = [dataclasses.replace(arrow, end=cut_short(arrow.foot, arrow.end, within)) for arrow in arrows]
    for arrow in arrows:
        paint_arrow(painter, arrow.start, arrow.end, theme, arrow.dashed)
    for arrow, room in zip(arrows, name_rooms(arrows, within, metrics), strict=True):
        halo_text(painter, room.bottomLeft() - QPointF(0, metrics.descent()), arrow.words, font)


def name_rooms(arrows: Sequence[Named], within: QRectF, metrics: QFontMetricsF) -> list[QRectF]:
    """Where the names of arrows stand."""
    taken = [square for arrow in arrows for square in shaft(arrow.foot, arrow.end)]
    high = metrics.height()
    return [
        placed(beyond_head(arrow.foot, arrow.end, metrics.horizontalAdvance(arrow.words), high), within, taken)
        for arrow in arrows
    ]


def key_width(scale: Scale, title: str, theme: Theme) -> int:
    """Room that the colour bar needs with its numbers."""
    metrics = QFontMetricsF(theme.digits(look.CAPTION))
    numbers = max(
        (metrics.horizontalAdvance(number(value, scale)) for value in (*scale.labels(), scale.high)), default=0.0
    )
    return (
        math.ceil(max(theme.px(BAR) + 8 + numbers, QFontMetricsF(theme.font(look.CAPTION)).horizontalAdvance(title)))
        + 8
    )


def paint_key(painter: QPainter, room: QRectF, scale: Scale, title: str, theme: Theme) -> None:
    """The colour bar: its title above, round losses beside it."""
    font = theme.digits(look.CAPTION)
    painter.setFont(theme.font(look.CAPTION))
    metrics = QFontMetricsF(font)
    high = metrics.height()
    painter.setPen(QColor(theme.text))
    painter.drawText(QRectF(room.left(), room.top(), room.width(), high), LEFT | MIDDLE, title)
    bar = QRectF(room.left() + 1, room.top() + high + 5, theme.px(BAR), room.height() - high - 6)
    if bar.height() < 20:
        return
    column = np.ascontiguousarray(lut()[::-1].reshape(-1, 1, 3))
    painter.drawImage(bar, QImage(column.data, 1, STEPS, 3, QImage.Format.Format_RGB888).copy())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.border), 1))
    painter.drawRect(bar)
    painter.setFont(font)
    last = math.inf
    for value in scale.labels(max(2, min(6, int(bar.height() / (2.0 * high))))):
        y = bar.bottom() - float(scale.heights(np.array([value]))[0]) * bar.height()
        if last - y < 0.95 * high:
            continue
        last = y
        painter.setPen(QPen(QColor(theme.muted), 1))
        painter.drawLine(QPointF(bar.right(), y), QPointF(bar.right() + 3, y))
        place = min(max(y, bar.top() + high / 2 - 3), bar.bottom() - high / 2 + 3)
        painter.drawText(
            QRectF(bar.right() + 6, place - high / 2, room.right() - bar.right(), high),
            LEFT | MIDDLE,
            number(value, scale),
        )


def number(value: float, scale: Scale) -> str:
    """A height as the colour bar writes it."""
    return f"{100 * value:.3g} %" if scale.percent else short(value)


def short(value: float) -> str:
    """A round number with no more digits than it needs."""
    if value != 0 and not 1e-3 <= abs(value) < 1e5:
        return say(value, 1)
    return written(f"{round(float(value), 6):g}")
