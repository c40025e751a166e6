"""How a racer is painted on the map: its whole path, the part behind it stronger; its ball; where it leaves the
picture, an arrow and a word."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from app.look import theme as look
from app.look.theme import Theme
from app.race.colours import colour_of, paint_marker
from app.race.runs import Run
from app.views.surface import paint

FAR = 30_000.0  # px beyond which a path is cut: painters lose their way there
BEADS = 60  # updates up to which each one gets a bead on the path
LAST = 30.0  # px of the arrow at the rim
CLOSE = 5.0  # px: beads do not stand closer


def line_of(spots: np.ndarray, room: QRectF) -> np.ndarray:
    """Spots (n + 1, 2) of a path as far as it is drawn: a path that ends outside the picture is drawn up to its first
    step out of it for good."""
    with np.errstate(invalid="ignore"):
        inside = (
            (spots[:, 0] >= room.left())
            & (spots[:, 0] <= room.right())
            & (spots[:, 1] >= room.top())
            & (spots[:, 1] <= room.bottom())
        )
    if len(spots) and not inside[-1] and inside.any():
        spots = spots[: int(np.flatnonzero(inside)[-1]) + 2]
    return _bounded(spots)


def _bounded(spots: np.ndarray) -> np.ndarray:
    """Up to the first spot that is no number or too far away for a painter, that one bounded."""
    with np.errstate(invalid="ignore"):
        wild = ~(np.abs(spots) < FAR).all(axis=1)
    if not wild.any():
        return spots
    first = int(np.argmax(wild))
    end = np.clip(np.nan_to_num(spots[first], nan=FAR, posinf=FAR, neginf=-FAR), -FAR, FAR)
    if first == 0 or np.isnan(spots[first]).any():
        return spots[:first]
    return np.concatenate([spots[:first], end[None]])


def fine(theme: Theme) -> float:
    """How much thicker lines become with larger text: less than the text, since paths lie close to each other."""
    return theme.scale**0.6


def ball_on(line: np.ndarray, place: float) -> QPointF | None:
    """Where the ball is on a line of spots; None before there is a line."""
    if not len(line):
        return None
    last = len(line) - 1
    low = min(int(place + 1e-9), last)
    share = min(max(place - low, 0.0), 1.0) if low < last else 0.0
    spot = line[low] + share * (line[min(low + 1, last)] - line[low])
    return QPointF(float(spot[0]), float(spot[1]))


def travelled(line: np.ndarray, place: float) -> tuple[np.ndarray, np.ndarray]:
    """The line behind the ball and the line ahead of it; both hold the ball's own spot."""
    ball = ball_on(line, place)
    if ball is None:
        return line, line
    cut = min(int(place + 1e-9), len(line) - 1) + 1
    here = np.array([[ball.x(), ball.y()]])
    return np.concatenate([line[:cut], here]), np.concatenate([here, line[cut:]])


def paint_trail(painter: QPainter, line: np.ndarray, run: Run, place: float, theme: Theme, guess: bool = False) -> None:
    """The path: its colour within warm white, so that it stands out on every height; thinner ahead of the ball, and not
    drawn there while people guess."""
    behind, ahead = travelled(line, place)
    if guess:
        line, ahead = behind, ahead[:0]
    colour = QColor(colour_of(run.colour))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for spots, widths in ((ahead, (2.6, 1.2)), (behind, (5.0, 2.8))):
        if len(spots) > 1:
            shape = _polygon(spots)
            for ink, width in ((QColor(255, 246, 227, 150 if spots is ahead else 235), widths[0]), (colour, widths[1])):
                painter.setPen(
                    QPen(
                        ink,
                        width * fine(theme),
                        Qt.PenStyle.SolidLine,
                        Qt.PenCapStyle.RoundCap,
                        Qt.PenJoinStyle.RoundJoin,
                    )
                )
                painter.drawPolyline(shape)
    _paint_beads(painter, line, run, theme)


def _paint_beads(painter: QPainter, line: np.ndarray, run: Run, theme: Theme) -> None:
    """A bead at each of the first updates, where they are far enough apart to be told from each other."""
    spots = line[: BEADS + 1]
    if len(spots) < 2:
        return
    painter.setPen(QPen(QColor(paint.WARM), fine(theme)))
    painter.setBrush(QColor(colour_of(run.colour)))
    size, last = 2.6 * fine(theme), spots[0]
    for spot in spots[1:]:
        if abs(spot - last).sum() >= CLOSE * theme.scale:
            painter.drawEllipse(QPointF(*spot), size, size)
            last = spot


def paint_ball(painter: QPainter, spot: QPointF, colour: int, theme: Theme, selected: bool) -> None:
    """The racer's marker with a shadow; the selected one larger, with a second rim."""
    size = (8.5 if selected else 7.0) * fine(theme)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 70))
    painter.drawEllipse(spot + QPointF(0, 0.35 * size), 1.35 * size, 1.25 * size)
    if selected:
        paint_marker(painter, colour, spot, size, paint.RIM, 5.0 * theme.scale)
    paint_marker(painter, colour, spot, size, paint.WARM, 2.2 * theme.scale)


def paint_exit(
    painter: QPainter, line: np.ndarray, run: Run, place: float, room: QRectF, theme: Theme, taken: list[QRectF]
) -> None:
    """Where the path leaves the picture for good: an arrow at the rim and a word. `taken` are the places of words that
    stand already."""
    if len(line) < 2 or room.contains(QPointF(*line[-1])) or not room.contains(QPointF(*line[-2])):
        return
    last = len(line) - 2
    start, beyond = QPointF(*line[last]), QPointF(*line[last + 1])
    rim = _rim(start, beyond, room)
    paint_arrow(painter, rim - _unit(beyond - start) * LAST * theme.scale, rim, run.colour, theme)
    words = f"{run.name} {'diverges' if run.diverged is not None else 'runs off' if run.fell is not None else 'leaves'}"
    font = theme.font(look.CAPTION, bold=True)
    metrics = QFontMetricsF(font)
    high = metrics.height()
    wide = metrics.horizontalAdvance(words) + high
    x = rim.x() + 12 if rim.x() + wide + 18 < room.right() else max(rim.x() - wide - 12, room.left() + 6)
    y = min(max(rim.y() - high / 2, room.top() + 6), room.bottom() - high - 6)
    place_ = QRectF(x, y, wide, high)
    place_ = free_place(place_, room, taken)
    taken.append(place_)
    paint_marker(
        painter,
        run.colour,
        QPointF(place_.left() + 0.4 * high, place_.center().y()),
        0.28 * high,
        paint.WARM,
        1.2 * theme.scale,
    )
    paint.halo_text(painter, QPointF(place_.left() + high, place_.bottom() - metrics.descent()), words, font)


def free_place(place: QRectF, room: QRectF, taken: list[QRectF]) -> QRectF:
    """The nearest place above or below where words stand on no others; where there is none, the place itself."""
    rows = (place.translated(0, row * place.height()) for row in sorted(range(-6, 7), key=_nearest_first))
    return next(
        (row for row in rows if room.contains(row) and not any(row.intersects(other) for other in taken)), place
    )


def _nearest_first(row: int) -> tuple[int, bool]:
    return abs(row), row < 0


def paint_arrow(painter: QPainter, start: QPointF, end: QPointF, colour: int, theme: Theme) -> None:
    """An arrow in a racer's colour within warm white."""
    along = end - start
    length = _length(along)
    if length < 2:
        return
    unit, head = along / length, min(13.0 * theme.scale, 0.7 * length)
    side, neck = QPointF(-unit.y(), unit.x()), end - unit * head
    tip = QPolygonF([end, neck + side * head * 0.5, neck - side * head * 0.5])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for ink, width in ((QColor(paint.RIM), 7.4), (QColor(paint.WARM), 5.6), (QColor(colour_of(colour)), 3.0)):
        painter.setPen(QPen(ink, width * theme.scale, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(start, neck)
    painter.setPen(QPen(QColor(paint.WARM), 1.6 * theme.scale))
    painter.setBrush(QColor(colour_of(colour)))
    painter.drawPolygon(tip)


def within(start: QPointF, end: QPointF, room: QRectF) -> QPointF:
    """The end of an arrow, at the rim where it lies beside the picture."""
    return _rim(start, end, room) if room.contains(start) and not room.contains(end) else end


def legend_place(runs: list[Run], room: QRectF, theme: Theme) -> QRectF:
    """What the legend takes of the picture."""
    metrics = QFontMetricsF(theme.font(look.CAPTION + 1, bold=True))
    high = metrics.height() * 1.15
    wide = high * 1.4 + max((metrics.horizontalAdvance(run.name) for run in runs), default=0.0)
    return QRectF(room.left(), room.bottom() - 8 - len(runs) * high, wide, len(runs) * high + 8)


def paint_legend(painter: QPainter, runs: list[Run], room: QRectF, theme: Theme) -> None:
    """The names of the racers with their markers, in the lower left corner."""
    font = theme.font(look.CAPTION + 1, bold=True)
    metrics = QFontMetricsF(font)
    high = metrics.height() * 1.15
    for row, run in enumerate(reversed(runs)):
        y = room.bottom() - 8 - row * high
        paint_marker(
            painter,
            run.colour,
            QPointF(room.left() + high * 0.8, y - high * 0.4),
            high * 0.3,
            paint.WARM,
            1.8 * theme.scale,
        )
        paint.halo_text(painter, QPointF(room.left() + high * 1.4, y - metrics.descent()), run.name, font)


def paint_star(painter: QPainter, spot: QPointF, theme: Theme, hollow: bool = False) -> None:
    """A minimum; a hollow star is one that is not the lowest."""
    size = (7.0 if hollow else 9.5) * theme.scale
    turns = [(size if number % 2 == 0 else 0.45 * size, math.pi / 2 + math.pi * number / 5) for number in range(10)]
    star = QPolygonF(
        [QPointF(spot.x() + reach * math.cos(turn), spot.y() - reach * math.sin(turn)) for reach, turn in turns]
    )
    painter.setPen(QPen(QColor(paint.WARM if hollow else paint.RIM), 1.4 * theme.scale))
    painter.setBrush(Qt.BrushStyle.NoBrush if hollow else QColor(paint.WARM))
    painter.drawPolygon(star)


def _rim(start: QPointF, beyond: QPointF, room: QRectF) -> QPointF:
    """Where the way from inside to beyond passes the rim."""
    along = beyond - start
    shares = [1.0]
    for part, low, high in (
        (along.x(), room.left() - start.x(), room.right() - start.x()),
        (along.y(), room.top() - start.y(), room.bottom() - start.y()),
    ):
        if part:
            shares.append(max(low / part, high / part))
    return start + along * min(shares)


def _length(along: QPointF) -> float:
    return math.hypot(along.x(), along.y())


def _unit(along: QPointF) -> QPointF:
    return along / (_length(along) or 1.0)


def _polygon(spots: np.ndarray) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in spots.tolist()])
