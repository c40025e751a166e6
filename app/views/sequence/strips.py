"""A recurrent cell unrolled in time: inputs, gates and states as strips, below them the gradient that comes back to
each step."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.look.theme import BASE, CAPTION, Theme, current, diverging, mix, rgb
from app.views.drawing.letters import lowered
from app.views.drawing.plot import say
from app.views.sequence.heights import DECADES, log_heights
from app.widgets.telling import Telling
from core.frames import Frame
from core.frozen import frozen

LABELS, RIGHT, GAP = 92, 10, 5  # px at a text scale of 1: the room of the labels, the right edge, between two strips
KEY, KEYED = 20, 230  # px: the line that tells the colours, and the height from which on it is there
SHARES = {"input": 1.0, "gate": 1.0, "slope": 2.6}  # how the height is given to the rows
LINE, LEAST = 15, 7  # px of a line of the scale's words, and of the smallest letters of a name
BESIDE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
GATES = {
    "input": "input gate", "forget": "forget gate", "output": "output gate", "reset": "reset gate", "update": "update gate", "candidate": "candidate",
    "memory": "memory c", "state": "state h",
}  # fmt: skip
HELP = {
    "input": "Input gate i, 0 … 1: how much of the candidate enters the memory.",
    "forget": "Forget gate f, 0 … 1: how much of the memory stays. 1 keeps all of it, and its gradient.",
    "output": "Output gate o, 0 … 1: how much of the memory shows in the state.",
    "reset": "Reset gate r, 0 … 1: how much of the old state the candidate sees.",
    "update": "Update gate z, 0 … 1: how much of the old state stays. 1 keeps all of it, and its gradient.",
    "candidate": "What the step would write, −1 … 1.",
    "memory": "The memory c that an LSTM carries from step to step.",
    "state": "The state h: what the cell hands to its next step and to the next layer.",
}
LOG = "The log scale begins at the largest; each line below it is a tenth of the one before."
OPEN = ("input", "forget", "output", "reset", "update")  # lie between 0 and 1


@frozen
class Strip:
    """One row of the picture: values (steps, units) between `low` and `high`; `kind` is "input", "gate" or "slope"."""

    kind: str
    label: str
    values: np.ndarray
    low: float
    high: float
    help: str = ""
    signed: bool = True


def strips_of(frame: Frame, cell: int) -> list[Strip]:
    """The rows for one cell of a sequence frame, top to bottom; without a cell the inputs and the gradient that reaches
    them."""
    info, arrays = frame.info, frame.arrays
    rows = [] if info["symbols"] else _inputs(frame)
    if not info["cells"]:
        return [
            *rows,
            Strip(
                "slope",
                "|∂L/∂input|",
                arrays["input_slope"][:, None],
                0.0,
                0.0,
                f"How much the loss depends on the input of each step. {LOG}",
            ),
        ]
    words = info["cells"][min(cell, len(info["cells"]) - 1)]
    key = words["key"]
    for name in words["gates"]:
        values = arrays[f"{key}.{name}"]
        high = max(1.0, float(np.nanmax(np.abs(values), initial=0.0))) if np.isfinite(values).all() else 1.0
        rows.append(
            Strip(
                "gate",
                GATES[name],
                values,
                0.0 if name in OPEN else -high,
                1.0 if name in OPEN else high,
                HELP[name],
                name not in OPEN,
            )
        )
    carried = f"{key}.memory_slope" if f"{key}.memory_slope" in arrays else f"{key}.slope"
    label = "|∂L/∂memory|" if carried.endswith("memory_slope") else "|∂L/∂state|"
    what = "memory" if carried.endswith("memory_slope") else "state"
    rows.append(
        Strip(
            "slope",
            label,
            arrays[carried][:, None],
            0.0,
            0.0,
            f"How much the loss depends on the {what} of each step: the gradient on its way back through time. {LOG}",
        )
    )
    return rows


def _inputs(frame: Frame) -> list[Strip]:
    """A strip a feature where the steps hold numbers."""
    x, rows = frame.arrays["x"], []
    for place, name in enumerate(frame.info["names"][:4]):
        reach = max(map(abs, frame.info["domain"][place]))  # 0 is pale, as in the picture of the network
        rows.append(
            Strip(
                "input",
                name or "input",
                x[:, place : place + 1],
                -reach,
                reach,
                f"{name or 'input'} of each step, {say(-reach)} … {say(reach)}",
            )
        )
    return rows


class Unrolled(Telling):
    """Paints a sequence frame; time runs from left to right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("The cell unrolled over the sequence")
        self.frame: Frame | None = None
        self.cell = 0
        self.theme = current()
        self.setMinimumSize(200, 120)
        self.strips: list[Strip] = []

    def show_frame(self, frame: Frame, cell: int, theme: Theme) -> None:
        self.frame, self.cell, self.theme = frame, cell, theme
        self.strips = strips_of(frame, cell)
        self.setAccessibleDescription(self._sentence())
        self.update()

    def _sentence(self) -> str:
        slope = self.strips[-1].values[:, 0]
        return f"{len(slope)} steps; the gradient is {say(float(slope[-1]), 4)} at the last step and {say(float(slope[0]), 4)} at the first"

    # Where things lie

    @property
    def steps(self) -> int:
        return 0 if self.frame is None else len(self.frame.arrays["x"])

    def column(self) -> tuple[float, float]:
        """The left edge of the first step and the width of a step."""
        left = self.theme.px(LABELS)
        return left, max(1.0, (self.width() - left - self.theme.px(RIGHT)) / max(self.steps, 1))

    def rooms(self) -> list[QRectF]:
        """The room of each strip."""
        top, foot, gap = self._heading(), self.theme.px(18) + self.key_height(), self.theme.px(GAP)
        free = max(1.0, self.height() - top - foot - gap * len(self.strips))
        shares = SHARES | {
            "slope": min(SHARES["slope"], max(len(self.strips) - 1, 1))
        }  # beside few rows not more than they have together
        total = sum(shares[strip.kind] for strip in self.strips) or 1.0
        left, width = self.column()
        rooms, y = [], float(top)
        for strip in self.strips:
            height = free * shares[strip.kind] / total
            rooms.append(QRectF(left, y, width * self.steps, height))
            y += height + gap
        return rooms

    def key_height(self) -> float:
        """The height of the line that tells the colours, where there is room for it."""
        return (
            self.theme.px(KEY)
            if self.height() >= self.theme.px(KEYED) and any(strip.kind == "gate" for strip in self.strips)
            else 0
        )

    @property
    def symbols(self) -> tuple[str, ...]:
        """The symbol of each step; a space is seen, too."""
        symbols = self.frame.info["symbols"] if self.frame is not None else ()
        return tuple("␣" if symbol == "space" else symbol for symbol in symbols)

    def _symbol_font(self) -> QFont:
        return self.theme.font(BASE if self.column()[1] >= self.theme.px(13) else CAPTION)

    def _heading(self) -> float:
        """The height of the row of symbols; upright words take as much as the longest."""
        symbols = self.symbols
        if not symbols:
            return self.theme.px(4)
        metrics = QFontMetricsF(self._symbol_font())
        widest = max(metrics.horizontalAdvance(symbol) for symbol in symbols)
        return (metrics.height() if widest + 2 <= self.column()[1] else min(widest, self.theme.px(76))) + self.theme.px(
            8
        )

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.frame is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_symbols(painter)
        for strip, room in zip(self.strips, self.rooms(), strict=True):
            self._paint_label(painter, strip, room)
            if strip.kind == "slope":
                self._paint_slope(painter, strip, room)
            else:
                self._paint_strip(painter, strip, room)
        self._paint_steps(painter)
        if self.key_height():
            self._paint_key(painter)
        painter.end()

    def _paint_symbols(self, painter: QPainter) -> None:
        symbols = self.symbols
        if not symbols:
            return
        left, width = self.column()
        height = self._heading()
        painter.setFont(self.theme.font(CAPTION))
        painter.setPen(QColor(self.theme.muted))
        painter.drawText(
            QRectF(0, 0, left - self.theme.px(8), height),
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
            "input",
        )
        painter.setFont(self._symbol_font())
        painter.setPen(QColor(self.theme.text))
        upright = max(QFontMetricsF(self._symbol_font()).horizontalAdvance(symbol) for symbol in symbols) + 2 > width
        for step, symbol in enumerate(symbols):
            if not upright:
                painter.drawText(QRectF(left + step * width, 0, width, height), Qt.AlignmentFlag.AlignCenter, symbol)
                continue
            painter.save()
            painter.translate(left + (step + 0.5) * width, height - self.theme.px(4))
            painter.rotate(-90)
            painter.drawText(
                QRectF(0, -width, height - self.theme.px(4), 2 * width),
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                symbol,
            )
            painter.restore()

    def _paint_label(self, painter: QPainter, strip: Strip, room: QRectF) -> None:
        place = self.label_room(strip, room)
        painter.setFont(lowered(self.theme.font(CAPTION), place.height(), LEAST))
        painter.setPen(QColor(self.theme.muted))
        text = painter.fontMetrics().elidedText(strip.label, Qt.TextElideMode.ElideRight, int(place.width()))
        painter.drawText(place, BESIDE, text)

    def label_room(self, strip: Strip, room: QRectF) -> QRectF:
        """The place of a strip's name: beside it, and beside the upper half of the gradient's scale."""
        if strip.kind == "slope":
            return self._line(room, 0)
        half = self.theme.px(GAP) / 2
        return QRectF(0, room.top() - half, room.left() - self.theme.px(8), room.height() + 2 * half)

    def _paint_strip(self, painter: QPainter, strip: Strip, room: QRectF) -> None:
        colours = (
            diverging(strip.values.T, strip.low, strip.high, self.theme)[..., :3]
            if strip.signed
            else _shades(strip, self.theme)
        )
        _paint_cells(painter, colours, room)
        painter.setPen(QPen(QColor(self.theme.border), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(room)

    def _paint_slope(self, painter: QPainter, strip: Strip, room: QRectF) -> None:
        """Bars on a log scale of `DECADES` powers of ten below the largest, ruled at each of them."""
        heights, largest = log_heights(strip.values[:, 0])
        width = self.column()[1]
        painter.fillRect(room, QColor(self.theme.field))
        self._rule(painter, room, QColor(self.theme.line))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(mix(self.theme.surface, self.theme.text, 0.75)))
        for step, height in enumerate(heights):
            tall = height * room.height()
            painter.drawRect(QRectF(room.left() + step * width + 0.1 * width, room.bottom() - tall, 0.8 * width, tall))
        self._rule(painter, room, QColor(self.theme.surface))
        painter.setFont(lowered(self.theme.digits(CAPTION), self._line(room, 1).height(), LEAST))
        painter.setPen(QColor(self.theme.muted))
        painter.drawText(self._line(room, 1), BESIDE, f"largest {say(largest)}" if largest else "0 everywhere")
        if room.height() >= self.theme.px(3 * LINE) and largest:
            painter.drawText(self._line(room, 2), BESIDE, "each line ÷ 10")

    def _rule(self, painter: QPainter, room: QRectF, colour: QColor) -> None:
        """A line at each power of ten."""
        painter.setPen(QPen(colour, 1))
        for decade in range(1, DECADES):
            y = room.top() + room.height() * decade / DECADES
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))

    def _line(self, room: QRectF, number: int) -> QRectF:
        """The place of a line of words beside the gradient's scale."""
        height = min(self.theme.px(LINE), room.height() / 2)
        return QRectF(0, room.top() + number * height, room.left() - self.theme.px(8), height)

    def _paint_steps(self, painter: QPainter) -> None:
        """Step numbers below, as many as there is room for."""
        left, width = self.column()
        painter.setFont(self.theme.digits(CAPTION))
        painter.setPen(QColor(self.theme.muted))
        room = self.theme.px(22)
        every = next(step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000) if step * width >= room)
        y = self.height() - self.theme.px(17) - self.key_height()
        painter.drawText(QRectF(0, y, left - self.theme.px(8), self.theme.px(16)), Qt.AlignmentFlag.AlignRight, "step")
        for step in range(every if every > 1 else 1, self.steps + 1, every):
            middle = left + (step - 0.5) * width
            painter.drawText(
                QRectF(middle - room, y, 2 * room, self.theme.px(16)), Qt.AlignmentFlag.AlignHCenter, str(step)
            )

    def _paint_key(self, painter: QPainter) -> None:
        """What the greys and the colours of the strips mean."""
        left, y, width = self.column()[0], self.height() - self.theme.px(KEY) + self.theme.px(4), self.theme.px(36)
        ramp = np.linspace(-1.0, 1.0, 33)[:, None]
        rows = [strip for strip in self.strips if strip.kind == "gate"]
        if any(not strip.signed for strip in rows):
            shades = _shades(Strip("gate", "", (ramp + 1) / 2, 0.0, 1.0), self.theme)
            left = self._paint_ramp(
                painter, shades, QRectF(left, y, width, self.theme.px(11)), "closed 0", "1 open"
            ) + self.theme.px(20)
        if any(strip.signed for strip in rows):
            colours = diverging(ramp.T, -1.0, 1.0, self.theme)[..., :3]
            self._paint_ramp(painter, colours, QRectF(left, y, width, self.theme.px(11)), "negative", "positive")

    def _paint_ramp(self, painter: QPainter, colours: np.ndarray, room: QRectF, low: str, high: str) -> float:
        """A small scale with its ends named; the right end of its words."""
        painter.setFont(self.theme.font(CAPTION))
        painter.setPen(QColor(self.theme.muted))
        metrics, gap, middle = QFontMetricsF(painter.font()), self.theme.px(6), Qt.AlignmentFlag.AlignVCenter
        before, after = metrics.horizontalAdvance(low) + 2, metrics.horizontalAdvance(high) + 2
        tall = room.adjusted(0, -4, 0, 4)
        painter.drawText(
            QRectF(room.left(), tall.top(), before, tall.height()), Qt.AlignmentFlag.AlignLeft | middle, low
        )
        room = room.translated(before + gap, 0)
        painter.drawText(
            QRectF(room.right() + gap, tall.top(), after, tall.height()), Qt.AlignmentFlag.AlignLeft | middle, high
        )
        _paint_cells(painter, colours, room)
        painter.setPen(QPen(QColor(self.theme.border), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(room)
        return room.right() + gap + after

    # Words

    def words_at(self, place: QPointF) -> str:
        """What a person who points there is told."""
        left, width = self.column()
        step = math.floor((place.x() - left) / width)
        for strip, room in zip(self.strips, self.rooms(), strict=True):
            if room.top() <= place.y() <= room.bottom():
                if not 0 <= step < self.steps:
                    return strip.help
                values = strip.values[step]
                numbers = (
                    say(float(values[0]), 4)
                    if len(values) == 1
                    else f"from {say(float(values.min()))} to {say(float(values.max()))}, mean {say(float(values.mean()))}"
                )
                return f"Step {step + 1}: {strip.label} {numbers}\n{strip.help}"
        return ""


def _paint_cells(painter: QPainter, colours: np.ndarray, room: QRectF) -> None:
    """Colours (rows, columns, 3) as cells that fill a room."""
    pixels = np.ascontiguousarray(colours.astype(np.uint8))
    image = QImage(pixels.data, pixels.shape[1], pixels.shape[0], 3 * pixels.shape[1], QImage.Format.Format_RGB888)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.drawImage(room, image)


def _shades(strip: Strip, theme: Theme) -> np.ndarray:
    """Values 0 … 1 (steps, units) -> (units, steps, 3): closed is the background, open is ink."""
    share = np.nan_to_num(np.clip((strip.values.T - strip.low) / ((strip.high - strip.low) or 1.0), 0, 1))[..., None]
    return np.rint(rgb(theme.field) * (1 - share) + rgb(mix(theme.text, theme.surface, 0.1)) * share)
