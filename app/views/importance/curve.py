"""How the answers go along one column: a line with the middle 80 % of the rows, or a point for each word."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from app.look.theme import CAPTION, Theme, class_colours, class_symbols, current, mix
from app.views.drawing.class_key import marker_path
from app.views.drawing.plot import amount
from app.widgets.telling import Telling
from core.frames import Frame

EDGE, TICK = 8, 5  # px
NEAR = 0.6  # of the room between two words that their bands and points take
MARK, MARKED = 8, 10  # px of a marker; every so many points of a line have one
BY_POINTS = 12  # values up to which each is a point


class AlongCurve(Telling):
    """The frame of `core.probes.dependence.Dependence`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.frame: Frame | None = None
        self._theme = current()
        self.setAccessibleName("The answers along the column")
        self.setMinimumSize(120, 70)

    def show_frame(self, frame: Frame | None, theme: Theme) -> None:
        self.frame, self._theme = frame, theme
        if frame is not None:
            self.setAccessibleDescription(self.title)
        self.update()

    # What is shown

    @property
    def title(self) -> str:
        """What runs up."""
        assert self.frame is not None
        info = self.frame.info
        names, chance = info["outputs"], info["probability"]
        if not info["tells"]:
            said = info["target"]
        elif len(names) == 1:
            said = f"P({names[0]})" if chance else f"output for {names[0]}"
        else:
            said = "P(class)" if chance else "output"
        return f"Mean {said} along {info['column']}"

    @property
    def _titles(self) -> tuple[str, str]:
        """What runs up, in full and in brief: the bar beside it says along which column."""
        return self.title, self.title.rpartition(" along ")[0]

    @property
    def words(self) -> tuple[str, ...]:
        """What stands below the points: words, or numbers where there are few; () along a line."""
        if self.frame is None:
            return ()
        values = self.frame.arrays["values"]
        if self.frame.info["words"]:
            return tuple(self.frame.info["words"])
        return (
            tuple(amount(value, 2).removesuffix(".00") for value in values.tolist()) if len(values) <= BY_POINTS else ()
        )

    def words_at(self, place: QPointF) -> str:
        if self.frame is None:
            return ""
        area, arrays, info = self.area, self.frame.arrays, self.frame.info
        count = len(arrays["values"])
        share = (place.x() - area.left()) / max(1.0, area.width())
        number = int(min(max(share * count if self.words else share * (count - 1) + 0.5, 0), count - 1))
        called = self.words[number] if self.words else amount(float(arrays["values"][number]), 2)
        lines = [
            f"{name}: {amount(mean, 3)}, the middle 80 % of the rows {amount(low, 3)} to {amount(high, 3)}"
            for name, mean, low, high in zip(
                info["outputs"], *(arrays[key][number].tolist() for key in ("mean", "low", "high")), strict=True
            )
        ]
        return "\n".join([f"{info['column']} = {called} in every row", *lines])

    # Painting

    @property
    def area(self) -> QRectF:
        line = self._theme.px(CAPTION + 5)
        return QRectF(self.rect()).adjusted(self._theme.px(44), 1.6 * line, -EDGE, -line - TICK - 6)

    @property
    def ends(self) -> tuple[float, float]:
        """The least and the largest number that runs up: 0 and 1 of probabilities."""
        assert self.frame is not None
        if self.frame.info["probability"]:
            return 0.0, 1.0
        arrays = self.frame.arrays
        low, high = float(arrays["low"].min()), float(arrays["high"].max())
        return (low, high) if high > low else (low - 0.5, high + 0.5)

    def x_of(self, number: int) -> float:
        """Where the point of that number lies along, px."""
        assert self.frame is not None
        area, values = self.area, self.frame.arrays["values"]
        if self.words:
            return area.left() + (number + 0.5) / len(values) * area.width()
        return self._along(float(values[number]))

    def _along(self, value: float) -> float:
        assert self.frame is not None
        area, values = self.area, self.frame.arrays["values"]
        first, last = float(values[0]), float(values[-1])
        return area.left() + (value - first) / ((last - first) or 1.0) * area.width()

    def y_of(self, said: float) -> float:
        area, (low, high) = self.area, self.ends
        return area.bottom() - (said - low) / (high - low) * area.height()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.frame is not None:
            self._paint_axes(painter)
            outputs = self.frame.arrays["mean"].shape[1]
            for output, colour in enumerate(self._colours(outputs)):
                (self._paint_points if self.words else self._paint_line)(painter, output, outputs, colour)
            self._paint_rows(painter)
        painter.end()

    def _colours(self, outputs: int) -> tuple[str, ...]:
        assert self.frame is not None
        return (self._theme.text,) if outputs == 1 else class_colours(outputs, self._theme)

    def _paint_axes(self, painter: QPainter) -> None:
        theme, area = self._theme, self.area
        painter.setPen(QColor(theme.text))
        painter.setFont(theme.font(CAPTION))
        room = QRectF(EDGE, 2, self._paint_key(painter) - EDGE, theme.px(CAPTION + 5))
        metrics, (title, brief) = painter.fontMetrics(), self._titles
        title = title if metrics.horizontalAdvance(title) <= room.width() else brief
        title = metrics.elidedText(title, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
        painter.setFont(theme.digits(CAPTION))
        low, high = self.ends
        for share in (0.0, 0.5, 1.0) if area.height() > 3 * theme.px(CAPTION) else (0.0, 1.0):
            said = low + share * (high - low)
            y = self.y_of(said)
            painter.setPen(QPen(QColor(theme.grid), 1))
            painter.drawLine(QLineF(area.left(), y, area.right(), y))
            painter.setPen(QColor(theme.muted))
            painter.drawText(
                QRectF(0, y - theme.px(9), area.left() - 5, theme.px(18)), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                amount(said, 1 if self.frame is not None and self.frame.info["probability"] else 2),
            )  # fmt: skip
        painter.setPen(QPen(QColor(theme.border), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area)
        self._paint_values(painter)

    def _paint_key(self, painter: QPainter) -> float:
        """The markers of several classes with their names, where there is room for all; where they begin, px."""
        assert self.frame is not None
        theme, count = self._theme, self.frame.arrays["mean"].shape[1]
        metrics, names = painter.fontMetrics(), self.frame.info["outputs"]
        wide = [metrics.horizontalAdvance(name) + theme.px(MARK + 12) for name in names]
        left = self.width() - EDGE - sum(wide)
        if count == 1 or left < EDGE + metrics.horizontalAdvance(self.title) + EDGE:
            return self.width() - EDGE
        begin, high = left, theme.px(CAPTION + 5)
        for colour, symbol, name, each in zip(self._colours(count), class_symbols(count), names, wide, strict=True):
            self._paint_marker(painter, QPointF(left + theme.px(MARK) / 2, 2 + high / 2), colour, symbol)
            painter.setPen(QColor(theme.text))
            painter.drawText(QRectF(left + theme.px(MARK + 3), 2, each, high), Qt.AlignmentFlag.AlignVCenter, name)
            left += each
        return begin

    def _paint_marker(self, painter: QPainter, spot: QPointF, colour: str, symbol: str) -> None:
        """As the input space has it: colour is never the only sign."""
        side = self._theme.px(MARK)
        painter.setPen(QPen(QColor(self._theme.text), 0.6))
        painter.setBrush(QColor(colour))
        painter.drawPath(marker_path(symbol, QRectF(spot.x() - side / 2, spot.y() - side / 2, side, side)))

    def _paint_values(self, painter: QPainter) -> None:
        """What stands below: words under their points, or the numbers at both ends and in the middle."""
        assert self.frame is not None
        theme, area, values = self._theme, self.area, self.frame.arrays["values"]
        painter.setPen(QColor(theme.muted))
        top, high = area.bottom() + TICK, theme.px(CAPTION + 5)
        if self.words:
            wide = area.width() / len(self.words)
            for number, word in enumerate(self.words):
                room = QRectF(self.x_of(number) - wide / 2, top, wide, high)
                word = painter.fontMetrics().elidedText(word, Qt.TextElideMode.ElideRight, int(wide) - 2)
                painter.drawText(room, Qt.AlignmentFlag.AlignHCenter, word)
            return
        room = QRectF(area.left(), top, area.width(), high)
        ends = (float(values[0]), float(values[0] + values[-1]) / 2, float(values[-1]))
        for value, flag in zip(
            ends, (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight), strict=True
        ):
            painter.drawText(room, flag, amount(value, 1).removesuffix(".0"))

    def _paint_line(self, painter: QPainter, output: int, outputs: int, colour: str) -> None:
        assert self.frame is not None
        arrays = self.frame.arrays

        def line(key: str) -> list[QPointF]:
            said = arrays[key][:, output].tolist()
            return [QPointF(self.x_of(number), self.y_of(each)) for number, each in enumerate(said)]

        if outputs == 1:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(mix(self._theme.surface, colour, 0.16)))
            painter.drawPolygon(QPolygonF([*line("low"), *reversed(line("high"))]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colour), 2.2 * self._theme.scale))
        spots = line("mean")
        painter.drawPolyline(QPolygonF(spots))
        if outputs > 1:
            for spot in spots[MARKED // 2 + output :: MARKED]:
                self._paint_marker(painter, spot, colour, class_symbols(outputs)[output])

    def _paint_points(self, painter: QPainter, output: int, outputs: int, colour: str) -> None:
        """Of several outputs side by side around their word."""
        assert self.frame is not None
        arrays, theme = self.frame.arrays, self._theme
        apart = NEAR * self.area.width() / len(arrays["values"]) / outputs
        for number in range(len(arrays["values"])):
            x = self.x_of(number) + (output - (outputs - 1) / 2) * apart
            low, mean, high = (self.y_of(float(arrays[key][number, output])) for key in ("low", "mean", "high"))
            wide = min(apart * 0.8, theme.px(26))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(mix(theme.surface, colour, 0.22)))
            painter.drawRoundedRect(QRectF(x - wide / 2, high, wide, max(1.0, low - high)), 2, 2)
            painter.setPen(QPen(QColor(colour), 2.6 * theme.scale))
            painter.drawLine(QLineF(x - wide / 2, mean, x + wide / 2, mean))
            if outputs > 1:
                self._paint_marker(painter, QPointF(x, mean), colour, class_symbols(outputs)[output])

    def _paint_rows(self, painter: QPainter) -> None:
        """Where the rows lie themselves: elsewhere a curve is a guess."""
        if self.words or self.frame is None:
            return
        area = self.area
        painter.setPen(QPen(QColor(self._theme.muted), 1))
        for value in np.unique(self.frame.arrays["seen"]).tolist():
            x = self._along(value)
            painter.drawLine(QLineF(x, area.bottom(), x, area.bottom() + TICK - 1))
