"""The surface from above: heat map with contour lines, axes, colour bar, and on it the path and the ball."""

from __future__ import annotations

import math

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.look import theme as look
from app.look.theme import Theme
from app.views.drawing.brief import brief
from app.views.network.paint import halves
from app.views.surface import paint
from app.views.surface.seen import Seen
from app.views.surface.sheet import Scale, Sheet

CENTRE, MIDDLE = Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignVCenter
GAP = 8  # px between the sheet, its key and the rim
LOW = 110  # px of height below which the axes are not named
BESIDE = 10.0  # px that something beside the sheet is drawn within its rim


class SurfaceMap(QWidget):
    """Paints a `Seen`; `place_at` and `spot_of` lead from px to the plane and back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = look.current()
        self.seen: Seen | None = None
        self.room = QRectF(0, 0, 20, 20)  # of the sheet
        self._left = 0.0  # px beside it for numbers and the name of an axis
        self.backdrop: QPixmap | None = None  # heat map and contour lines, painted once a sheet
        self._backdrop_of: tuple[tuple, np.ndarray] | None = None
        self._frame: tuple[tuple, QPixmap] | None = None  # axes and key, and for what they were painted
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setAccessibleName("Loss surface from above")

    def show_seen(self, seen: Seen | None) -> None:
        self.seen = seen
        self._place()
        self.update()

    def show_theme(self, theme: Theme) -> None:
        self.theme = theme
        self._backdrop_of = None
        self._place()
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 80)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._backdrop_of = None
        self._place()

    # Places

    def _place(self) -> None:
        """Where the sheet lies: it fills what the axes and the key leave; where there is much room it grows no wider
        than twice its height."""
        theme, seen = self.theme, self.seen
        key = paint.key_width(seen.sheet.scale, seen.metric, theme) if seen is not None else 0
        self._left = left = self._left_room()
        below = self._below
        wide, high = self.width() - left - key - 2 * GAP, self.height() - below - GAP
        wide = min(wide, 1.9 * high) if high > theme.px(220) else wide
        spare = max(0.0, self.width() - left - key - 2 * GAP - wide) / 2
        self.room = QRectF(left + spare, GAP, max(wide, 20.0), max(high, 20.0))

    @property
    def _names(self) -> bool:
        """Whether there is height for the names of the axes; in a very low picture only their numbers stand there."""
        return self.height() >= self.theme.px(LOW)

    @property
    def _below(self) -> int:
        return self.theme.px(36 if self._names else 20)

    def _left_room(self) -> float:
        """Room for the numbers and the name of the upward axis, in one line or two."""
        if self.seen is None:
            return self.theme.px(50)
        names, numbers = (
            QFontMetricsF(self.theme.font(look.CAPTION + 1)),
            QFontMetricsF(self.theme.digits(look.CAPTION)),
        )
        rows = len(lines(self.seen.y, names, self.height() - self._below + GAP)) if self._names else 0
        widest = max(
            numbers.horizontalAdvance(paint.short(float(value)))
            for value in self._upward(self.height() - self._below - GAP)
        )
        return 0.9 * names.height() * rows + max(widest, self.theme.px(20)) + 10 + self.theme.px(6)

    def _upward(self, high: float) -> np.ndarray:
        """The numbers of the upward axis that there is room for."""
        assert self.seen is not None
        return Scale(*self.seen.sheet.extent[2:]).labels(max(2, int(high / self.theme.px(44))))

    def spot_of(self, a: float, b: float) -> QPointF:
        """Where a place of the plane lies."""
        spots = self.spots_of(np.array([[a, b]]))
        return QPointF(*spots[0])

    def spots_of(self, places: np.ndarray) -> np.ndarray:
        """Places (n, 2) -> px (n, 2)."""
        assert self.seen is not None
        (a0, a1, b0, b1), room = self.seen.sheet.extent, self.room
        x = room.left() + (places[:, 0] - a0) / (a1 - a0) * room.width()
        y = room.bottom() - (places[:, 1] - b0) / (b1 - b0) * room.height()
        return np.column_stack([x, y])

    def place_at(self, spot: QPointF) -> tuple[float, float] | None:
        """The place of the plane under a spot; None beside the sheet."""
        room = self.room
        if self.seen is None or not room.contains(spot):
            return None
        a0, a1, b0, b1 = self.seen.sheet.extent
        return a0 + (spot.x() - room.left()) / room.width() * (a1 - a0), b0 + (
            room.bottom() - spot.y()
        ) / room.height() * (b1 - b0)

    def ball_spot(self) -> QPointF | None:
        """Where the ball is drawn: at the rim where it lies beside the sheet."""
        ball = self.seen.marks.ball if self.seen is not None else None
        if ball is None:
            return None
        spot, room = self.spot_of(*ball), self.room
        return QPointF(min(max(spot.x(), room.left()), room.right()), min(max(spot.y(), room.top()), room.bottom()))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        density = painter.deviceTransform().m11()  # of a picture that is copied: higher than the screen's
        seen = self.seen
        if seen is None:
            painter.fillRect(event.rect(), QColor(self.theme.surface))
        else:
            painter.drawPixmap(0, 0, self._framed(seen, density))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            room = self.room
            painter.drawPixmap(room.topLeft(), self._painted(seen.sheet, room))
            _paint_rim(painter, room, self.theme)
            painter.save()
            painter.setClipRect(room)
            self._paint_marks(painter, seen)
            painter.restore()
            self._paint_ball(painter, seen, room)
        painter.end()

    def _framed(self, seen: Seen, density: float) -> QPixmap:
        """The backdrop with the axes and the key, painted once for many marks; `density` is that of the screen, or of a
        picture that is copied."""
        sheet, room = seen.sheet, self.room
        key = (sheet.scale, sheet.extent, seen.x, seen.y, seen.metric, room, self.size(), density, self.theme)
        if self._frame is None or key != self._frame[0]:
            made = QPixmap(self.size() * density)
            made.setDevicePixelRatio(density)
            made.fill(QColor(self.theme.surface))
            painter = QPainter(made)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_axes(painter, seen, room)
            beside = QRectF(room.right() + 2 * GAP, GAP - 2, self.width() - room.right() - 2 * GAP, room.height() + 2)
            paint.paint_key(painter, beside, sheet.scale, seen.metric, self.theme)
            painter.end()
            self._frame = key, made
        return self._frame[1]

    def _painted(self, sheet: Sheet, room: QRectF) -> QPixmap:
        """Heat map and contour lines; kept until the sheet, the room or the colours change."""
        density = self.devicePixelRatioF()
        key = (sheet.scale, sheet.extent, room, density, self.theme)
        known = self._backdrop_of
        if self.backdrop is None or known is None or known[0] != key or not alike(known[1], sheet.loss):
            self._backdrop_of = (key, sheet.loss)
            self.backdrop = QPixmap((room.size() * density).toSize())
            self.backdrop.setDevicePixelRatio(density)
            self.backdrop.fill(QColor(self.theme.surface))
            painter = QPainter(self.backdrop)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(
                QRectF(0, 0, room.width(), room.height()), paint.sheet_image(sheet, self.theme), _cells(sheet)
            )
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            _paint_contours(painter, sheet, room, self.theme)
            painter.end()
        return self.backdrop

    def _paint_axes(self, painter: QPainter, seen: Seen, room: QRectF) -> None:
        theme, font = self.theme, self.theme.digits(look.CAPTION)
        metrics = QFontMetricsF(font)
        high = metrics.height()
        painter.setFont(font)
        a0, a1, b0, _ = seen.sheet.extent
        for value in Scale(a0, a1).labels(max(2, int(room.width() / theme.px(80)))):
            x = self.spot_of(float(value), b0).x()
            painter.setPen(QColor(theme.border))
            painter.drawLine(QPointF(x, room.bottom()), QPointF(x, room.bottom() + 4))
            painter.setPen(QColor(theme.muted))
            painter.drawText(QRectF(x - 40, room.bottom() + 4, 80, high), CENTRE | MIDDLE, paint.short(value))
        for value in self._upward(room.height()):
            y = self.spot_of(a0, float(value)).y()
            painter.setPen(QColor(theme.border))
            painter.drawLine(QPointF(room.left() - 4, y), QPointF(room.left(), y))
            painter.setPen(QColor(theme.muted))
            place = min(max(y, room.top() + high / 2 - 4), room.bottom() - high / 2 + 4)
            painter.drawText(
                QRectF(0, place - high / 2, room.left() - 7, high),
                Qt.AlignmentFlag.AlignRight | MIDDLE,
                paint.short(value),
            )
        self._paint_names(painter, seen, room, high)

    def _paint_names(self, painter: QPainter, seen: Seen, room: QRectF, high: float) -> None:
        """What runs along and up."""
        if not self._names:
            return
        theme = self.theme
        font = theme.font(look.CAPTION + 1)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(QColor(theme.text))
        below = QRectF(0, room.bottom() + high + 2, self.width(), metrics.height())
        words = metrics.elidedText(
            seen.x,
            Qt.TextElideMode.ElideRight,
            min(self.width(), 2 * min(room.center().x(), self.width() - room.center().x())) - 8,
        )
        painter.drawText(
            QRectF(room.center().x() - below.width() / 2, below.top(), below.width(), below.height()),
            CENTRE | MIDDLE,
            words,
        )
        painter.save()
        painter.translate(room.left() - self._left, room.center().y())
        painter.rotate(-90)
        for number, line in enumerate(lines(seen.y, metrics, room.height() + 2 * GAP)):
            middle = metrics.height() * (0.56 + 0.9 * number)
            painter.drawText(
                QRectF(-self.height(), middle - metrics.height() / 2, 2 * self.height(), metrics.height()),
                CENTRE | MIDDLE,
                line,
            )
        painter.restore()

    def _paint_marks(self, painter: QPainter, seen: Seen) -> None:
        marks, theme = seen.marks, self.theme
        if len(marks.path):
            spots = self.spots_of(marks.path)
            for stretch, by_hand in paint.pieces(spots, marks.by_hand):
                paint.paint_trail(painter, _polygon(paint.told_apart(stretch)), theme, by_hand)
            beads = marks.beads[np.isfinite(marks.truth[marks.beads])]
            if not seen.sheet.flat:
                paint.paint_truth(painter, [QPointF(*spot) for spot in spots[beads]], marks.truth[beads], theme)
            if marks.starts and len(spots) > 1:
                self._paint_start(painter, QPointF(*spots[0]))
        for name, place in marks.kept:
            self._paint_start(painter, self.spot_of(*place), name)
        self._paint_arrows(painter, seen)
        if seen.target is not None:
            self._paint_target(painter, self.spot_of(*seen.target))

    def _paint_arrows(self, painter: QPainter, seen: Seen) -> None:
        marks, ball = seen.marks, self.ball_spot()
        if ball is None:
            return
        if len(marks.fan):
            painter.setPen(QPen(QColor(255, 246, 227, 120), 1.2 * self.theme.scale))
            painter.drawLines([QLineF(ball, QPointF(*spot)) for spot in self.spots_of(marks.fan)])
        if seen.pointed is not None:
            back = paint.cut_short(ball, ball * 2 - self.spot_of(*seen.pointed.end), self.room)
            paint.paint_arrow(painter, ball, back, self.theme, dashed=True)
        arrows = (*marks.arrows, *((seen.pointed,) if seen.pointed is not None else ()))
        named = [paint.Named(ball, ball, self.spot_of(*each.end), each.words, each.dashed) for each in arrows]
        paint.paint_named(painter, named, self.room, self.theme)

    def _paint_start(self, painter: QPainter, spot: QPointF, name: str = "start") -> None:
        """A ring with its name: the start, or a kept point."""
        size = 5.0 * self.theme.scale
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((paint.RIM, 4.0), (paint.WARM, 2.0)):
            painter.setPen(QPen(QColor(colour), width * self.theme.scale))
            painter.drawEllipse(spot, size, size)
        ball = self.ball_spot()
        if name == "start" and ball is not None and (ball - spot).manhattanLength() < 8 * size:
            return
        left = -2 * size if name == "start" else size + 3
        paint.halo_text(
            painter,
            spot + QPointF(left, -size - 5 if spot.y() > self.room.top() + 24 else size + 14),
            name,
            self.theme.font(look.CAPTION),
        )

    def _paint_target(self, painter: QPainter, spot: QPointF) -> None:
        reach = 8.0 * self.theme.scale
        for colour, width in ((paint.RIM, 4.0), (paint.WARM, 2.0)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawLine(spot - QPointF(reach, 0), spot + QPointF(reach, 0))
            painter.drawLine(spot - QPointF(0, reach), spot + QPointF(0, reach))

    def _paint_ball(self, painter: QPainter, seen: Seen, room: QRectF) -> None:
        """On the sheet, or at its rim with an arrow that points to where it is."""
        spot = self.ball_spot()
        if spot is None or seen.marks.ball is None:
            return
        true = self.spot_of(*seen.marks.ball)
        away = true - spot
        far = math.hypot(away.x(), away.y())
        if far > 1.0:
            painter.setClipRect(room.adjusted(-GAP, -GAP, GAP, GAP))
            paint.paint_arrow(painter, spot - away * (2 * BESIDE / far), spot, self.theme)
            return
        paint.paint_ball(painter, spot, self.theme, seen.lit)


def alike(one: np.ndarray, other: np.ndarray) -> bool:
    """Whether two sheets have the same losses."""
    return one is other or np.array_equal(one, other, equal_nan=True)


def lines(words: str, metrics: QFontMetricsF, width: float) -> list[str]:
    """In one line, or in two where that is too long; in shorter words where these are too long as well, and cut where
    all are."""
    parted: list[list[str]] = []
    for said in (words, brief(words), brief(words).partition(",")[0]):
        parted += [[said], [line for line in halves(said) if line]]
    whole = (each for each in parted if all(metrics.horizontalAdvance(line) <= width for line in each))
    cut = [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in parted[-1]]
    return next(whole, cut)


def _cells(sheet: Sheet) -> QRectF:
    """The part of the heat map's image between the middles of its outer points: grid points lie on the rim of the
    sheet."""
    a, b = ((count - 1) * paint.FINER + 1 for count in sheet.loss.shape)
    return QRectF(0.5, 0.5, a - 1, b - 1)


def _paint_contours(painter: QPainter, sheet: Sheet, room: QRectF, theme: Theme) -> None:
    """Thin lines at round losses: dark on the bright heights, light in the dark valleys."""
    x, y, _ = sheet.contours()
    a0, a1, b0, b1 = sheet.extent
    xs, ys = (x - a0) / (a1 - a0) * room.width(), (b1 - y) / (b1 - b0) * room.height()
    painter.setPen(QPen(QColor(255, 255, 255, 105), 1.0 * theme.scale, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(pg.arrayToQPath(np.ascontiguousarray(xs), np.ascontiguousarray(ys), connect="pairs"))


def _paint_rim(painter: QPainter, room: QRectF, theme: Theme) -> None:
    painter.setPen(QPen(QColor(theme.border), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(room)


def _polygon(spots: np.ndarray) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in spots[np.isfinite(spots).all(axis=1)].tolist()])
