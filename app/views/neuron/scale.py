"""The scale: on its left what speaks for firing, on its right the threshold and what speaks against; it tips to what
the neuron says."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.look import theme as look
from app.look.theme import BASE, CAPTION, Theme, mix
from app.views.neuron.told import compared, say
from core.frames import Frame
from core.frozen import frozen

TIP, LEVEL = 9.0, 1.2  # degrees at most; the difference at which it is at some three quarters of that
BEAM, PIVOT, BLOCK, GAP, TALL, LEAST = 5, 26, 86, 3, 160, 20  # px: thickness, height; a block's width; heights
HEAVY = 4.0  # what a block of full height weighs
ARM = 0.44  # of the width
SAID = 44  # px of the verdict and its numbers
LOW = 110  # px below which there is room for the verdict alone


@frozen
class Block:
    """One weight on a side: what it is called, what it weighs, and whether it is a weight's or the threshold's."""

    name: str
    weight: float
    sign: int  # of the weight itself; 0: the threshold


def blocks_of(frame: Frame, row: int) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """What lies on the left and on the right, each of a positive weight: left − right = Σ wᵢxᵢ − threshold."""
    arrays = frame.arrays
    left: list[Block] = []
    right: list[Block] = []
    for name, value, weight in zip(frame.info["questions"], arrays["rows"][row], arrays["weights"], strict=True):
        if value and weight:
            (left if weight > 0 else right).append(Block(name, abs(float(weight)), 1 if weight > 0 else -1))
    threshold = float(arrays["threshold"][0])
    if threshold:
        (right if threshold > 0 else left).append(Block("threshold", abs(threshold), 0))
    return tuple(left), tuple(right)


class ScalePicture(QWidget):
    """Painted anew with every frame: a beam with blocks on both its ends, and the verdict over it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = look.current()
        self._frame: Frame | None = None
        self._row = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(300), self.theme.px(150))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(100), self.theme.px(SAID))

    def show_row(self, frame: Frame, row: int) -> None:
        """The row that is weighed."""
        self._frame, self._row = frame, row
        self.setAccessibleName(f"Scale: {self.words()}")
        self.update()

    def show_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.updateGeometry()
        self.update()

    @property
    def fires(self) -> bool:
        return self._frame is not None and bool(self._frame.arrays["fires"][self._row])

    def words(self) -> str:
        """ "3 > 2.5: GO"."""
        if self._frame is None:
            return ""
        arrays = self._frame.arrays
        said = compared(float(arrays["sums"][self._row]), float(arrays["threshold"][0]), self.fires)
        return f"{said}: {self._frame.info['verdict'][self.fires]}"

    @property
    def tilt(self) -> float:
        """Degrees by which the left end is lower."""
        if self._frame is None:
            return 0.0
        arrays = self._frame.arrays
        difference = float(arrays["sums"][self._row] - arrays["threshold"][0])
        return TIP * math.tanh(difference / LEVEL) if math.isfinite(difference) else 0.0

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._frame is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.height() >= self.theme.px(LOW):
            self._paint_beam(painter)
        self._paint_verdict(painter)
        painter.end()

    def _paint_beam(self, painter: QPainter) -> None:
        assert self._frame is not None
        theme = self.theme
        foot = QPointF(self.width() / 2, self.height() - theme.px(4))
        top = foot - QPointF(0, theme.px(PIVOT))
        self._paint_pivot(painter, foot, top)
        painter.save()
        painter.translate(top)
        painter.rotate(-self.tilt)
        arm = self.width() * ARM
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.line))
        thick = theme.px(BEAM)
        painter.drawRoundedRect(QRectF(-arm, -thick, 2 * arm, thick), thick / 2, thick / 2)
        left, right = blocks_of(self._frame, self._row)
        self._paint_blocks(painter, left, QRectF(-arm, -thick, arm * 0.94, 0))
        self._paint_blocks(painter, right, QRectF(arm * 0.06, -thick, arm * 0.94, 0))
        painter.restore()

    def _paint_pivot(self, painter: QPainter, foot: QPointF, top: QPointF) -> None:
        wide = self.theme.px(14)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.muted))
        painter.drawPolygon(QPolygonF([top, foot + QPointF(-wide, 0), foot + QPointF(wide, 0)]))

    def _paint_blocks(self, painter: QPainter, blocks: tuple[Block, ...], room: QRectF) -> None:
        """Side by side on the beam, the higher the heavier; each says its name and its weight."""
        theme = self.theme
        if not blocks:
            return
        wide = min(theme.px(BLOCK), (room.width() - GAP * len(blocks)) / len(blocks))
        start = room.center().x() - (wide + GAP) * len(blocks) / 2
        painter.setFont(theme.digits(CAPTION))
        metrics = QFontMetricsF(painter.font())
        tall = min(theme.px(TALL), self.height() - theme.px(PIVOT + 92))
        for number, block in enumerate(blocks):
            high = theme.px(LEAST) + max(0.0, tall - theme.px(LEAST)) * min(block.weight / HEAVY, 1.0)
            place = QRectF(start + number * (wide + GAP), room.top() - high, wide, high)
            colour = {1: theme.positive, -1: theme.negative, 0: theme.muted}[block.sign]
            painter.setPen(QPen(QColor(colour), 1.5))
            painter.setBrush(QColor(mix(theme.surface, colour, 0.22)))
            painter.drawRoundedRect(place, 3, 3)
            painter.setPen(QColor(theme.text))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, say(block.weight))
            name = metrics.elidedText(block.name, Qt.TextElideMode.ElideRight, wide)
            above = QRectF(place.left(), place.top() - metrics.height() - 1, wide, metrics.height())
            painter.setPen(QColor(theme.muted))
            painter.drawText(above, Qt.AlignmentFlag.AlignCenter, name)

    def _paint_verdict(self, painter: QPainter) -> None:
        """What it says, large over the middle, with the two numbers; a mark in the class's colour and shape beside
        it."""
        theme = self.theme
        sums, _, verdict = self.words().rpartition(": ")
        painter.setFont(theme.font(BASE + 9, bold=True))
        metrics = QFontMetricsF(painter.font())
        wide, side = metrics.horizontalAdvance(verdict), theme.px(13)
        left = (self.width() - wide - side - 8) / 2
        mark = QRectF(left, (metrics.height() - side) / 2, side, side)
        painter.setPen(QPen(QColor(theme.text), 1))
        painter.setBrush(QColor(theme.positive if self.fires else theme.negative))
        painter.drawRect(mark) if self.fires else painter.drawEllipse(mark)
        painter.setPen(QColor(theme.text))
        painter.drawText(QPointF(left + side + 8, metrics.ascent()), verdict)
        painter.setFont(theme.digits(BASE))
        below = QRectF(0, metrics.height() - 2, self.width(), theme.px(18))
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, sums)
