"""Slanted lines: what each start came to on the one side, and with the same luck on the other."""

from __future__ import annotations

import math

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.look.run_colours import SIDE, disc, run_colour
from app.look.theme import Theme, current
from app.luck.plot import EDGE, frame
from core.luck.found import figure_words, written
from core.luck.paired import Paired

FAR = 20.0  # times that the largest is as large as the smallest where the height is logarithmic
LOST = "∞"


class PairPlot(QWidget):
    """One line a pair, from the first side to the second: in the second's colour where it ends lower, in the first's
    where it ends higher, grey where both are alike. The first pair, that of the runs in the window, is thick."""

    def __init__(self) -> None:
        super().__init__()
        self.paired: Paired | None = None
        self.setAccessibleName("What each pair of starts came to")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_paired(self, paired: Paired | None) -> None:
        self.paired = paired
        self.update()

    def minimumSizeHint(self) -> QSize:
        theme = current()
        return QSize(theme.px(200), theme.px(120))

    def heights(self) -> list[tuple[float, float]]:
        """Of each pair, from 0 at the foot to 1 at the top, where its ends stand; what has diverged stands at the
        top, or the foot where more is better."""
        lines = self.paired.lines if self.paired is not None else ()
        known = [value for line in lines for value in line if math.isfinite(value)]
        if not known:
            return [(0.5, 0.5) for _ in lines]
        low, high = min(known), max(known)
        log = low > 0 and high > FAR * low
        ends = (math.log(low), math.log(high)) if log else (low, high)
        span = (ends[1] - ends[0]) or 1.0

        def height(value: float) -> float:
            if not math.isfinite(value):
                return 1.0 if value > 0 else 0.0
            return ((math.log(value) if log else value) - ends[0]) / span if high > low else 0.5

        return [(height(first), height(second)) for first, second in lines]

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        frame(painter, self, theme)
        if self.paired is not None:
            self._paint(painter, self.paired, theme)
        painter.end()

    def _paint(self, painter: QPainter, paired: Paired, theme: Theme) -> None:
        line, side = painter.fontMetrics().height(), theme.px(SIDE)
        wide = theme.px(64)
        area = QRectF(self.rect()).adjusted(wide, line + side + 10, -wide, -line)
        words = f"Final {figure_words(paired.question.sides[0], paired.name)} of each start"
        painter.setPen(QColor(theme.muted))
        painter.drawText(QPointF(EDGE, 4 + painter.fontMetrics().ascent()), words)
        for x, letter in zip((area.left(), area.right()), paired.question.names, strict=True):
            painter.drawPixmap(QPointF(x - side / 2, line + 6), disc(letter, theme))
        self._paint_ends(painter, paired, area, theme)
        places = list(zip(paired.lines, self.heights(), strict=True))
        for number in reversed(range(len(places))):
            self._paint_line(painter, paired, places[number], area, theme, first=number == 0)

    def _paint_line(
        self, painter: QPainter, paired: Paired, place: tuple[tuple[float, float], tuple[float, float]], area: QRectF,
        theme: Theme, *, first: bool,
    ) -> None:  # fmt: skip
        (one, other), heights = place
        names = paired.question.names
        lower = names[1] if other < one else names[0] if other > one else ""
        colour = QColor(run_colour(lower, theme) if lower else theme.muted)
        ends = [
            QPointF(x, area.bottom() - height * area.height())
            for x, height in zip((area.left(), area.right()), heights, strict=True)
        ]
        painter.setPen(QPen(colour, (3.0 if first else 1.4) * theme.scale))
        painter.drawLine(QLineF(*ends))
        painter.setBrush(colour)
        painter.setPen(Qt.PenStyle.NoPen)
        for end in ends:
            painter.drawEllipse(end, 3.0 * theme.scale, 3.0 * theme.scale)

    def _paint_ends(self, painter: QPainter, paired: Paired, area: QRectF, theme: Theme) -> None:
        """The largest and the smallest that there is, at both sides."""
        values = [value for line in paired.lines for value in line]
        known = [value for value in values if math.isfinite(value)]
        painter.setPen(QColor(theme.muted))
        if not known:
            return
        texts = [written(paired.question.sides[0], paired.name, value) for value in (max(known), min(known))]
        place = 0 if paired.falling else 1
        if len(known) < len(values):
            texts[place] = f"{LOST}, {texts[place]}" if place == 0 else f"{texts[place]}, −{LOST}"
        line = painter.fontMetrics().height()
        for text, y in zip(texts, (area.top(), area.bottom()), strict=True):
            left = QRectF(2, y - line / 2, area.left() - 10, line)
            right = QRectF(area.right() + 8, y - line / 2, self.width() - area.right() - 10, line)
            painter.drawText(left, Qt.AlignmentFlag.AlignRight, text)
            painter.drawText(right, Qt.AlignmentFlag.AlignLeft, text)
