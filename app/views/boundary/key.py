"""The key beside the boundary: the colour bar with labelled ends, the classes with their markers, and two switches."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QLineF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.look import theme as look
from app.look.theme import Theme, class_colours, class_symbols, diverging
from app.views.boundary.samples import INK
from app.views.drawing.class_key import marker_path
from app.views.drawing.plot import LARGE, amount, say
from app.widgets.limited import limited
from app.widgets.switch import Switch
from core.frozen import frozen

WIDTH, WIDEST, BAR, SHORTEST, LONGEST, SWITCH, GAP = 80, 116, 16, 40, 240, 46, 12  # px at a text scale of 1
LONG = 1e9  # from here on a number beside the bar has a power of ten
INSET = 3  # px between the end of a bar that lies and its number
LEAST = 24  # px of a bar that is drawn at all
LEFT, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
MIDDLE = Qt.AlignmentFlag.AlignVCenter
TEST, HARD = "Show test\npoints", "Yes/no\nmap"
TEST_TIP, HARD_TIP = (
    "Show the samples of the test part, with a pale heart",
    "Show only what is decided, not how sure the net is",
)
NO_TEST = "There is no test part: all samples train. Data, More sets some aside."


@frozen
class KeyWords:
    """What the key has to tell."""

    classes: tuple[str, ...] = ()
    range: tuple[float, float] = (0.0, 1.0)
    target: str = ""
    bar: bool = True
    hard: bool = False
    says: str = ""  # who gives the answers, where that is not plain: "D says"
    thinned: int = 0  # networks whose boundaries are thin lines


class BoundaryKey(QWidget):
    """Painted, but for its switches; `test_shown(on)` and `hard_shown(on)` when a person turns them."""

    test_shown = Signal(bool)
    hard_shown = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = look.current()
        self.words, self._flat = KeyWords(), False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.test, self.hard = Switch(TEST, TEST_TIP, name=TEST_TIP), Switch(HARD, HARD_TIP, name=HARD_TIP)
        for switch in (self.test, self.hard):
            switch.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)  # as large as its place
        self._places = tuple(
            limited(switch, name, parent=self)
            for switch, name in ((self.hard, "boundary.hard"), (self.test, "boundary.test"))
        )
        self.test.toggled.connect(self.test_shown)
        self.test.toggled.connect(self._place)
        self.hard.toggled.connect(self.hard_shown)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.theme.digits(look.CAPTION + 1))
        named = (*self.words.classes, self._thin_words)
        names = max(map(metrics.horizontalAdvance, named)) + self.theme.px(26)
        ends = max((metrics.horizontalAdvance(text) for text in self._numbers()), default=0) + self.theme.px(BAR + 16)
        return QSize(min(max(names, ends, self.theme.px(WIDTH)), self.theme.px(WIDEST)), 160)

    def _numbers(self) -> tuple[str, ...]:
        """What stands beside the bar: its upper end, its lower end, its middle."""
        low, high = self.words.range
        shown = (high, low, (low + high) / 2) if self.words.bar else ()
        return tuple(short_number(value, high - low) for value in shown)

    def show_test_part(self, there: bool) -> None:
        """Whether there are samples to be shown."""
        self.test.setEnabled(there)
        self.test.setToolTip(TEST_TIP if there else NO_TEST)
        self._place()

    def show_words(self, words: KeyWords, theme: Theme) -> None:
        if (words, theme) != (self.words, self.theme):
            self.words, self.theme = words, theme
            self.updateGeometry()
            self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self, *_: object) -> None:
        height, width = self.theme.px(SWITCH), self.width() - 4
        room = self.height() - self.needed()  # the menu has both switches, the names of the classes stand here alone
        upright = not self.is_flat
        self.hard.setVisible(upright and bool(self.words.classes) and self.words.bar and room >= 2 * height)
        self.test.setVisible(upright and room >= height)
        bottom = self.height() + 4
        small = f"font-size: {self.theme.px(look.CAPTION + 1)}px;"
        for place in self._places:
            if place.styleSheet() != small:  # of which Qt takes no notice
                place.setStyleSheet(small)
            if not place.isHidden():
                bottom -= height
                place.setGeometry(4, bottom, width, height - 4)
        self._floor = bottom - 8
        line = QFontMetrics(self.theme.digits(look.CAPTION + 1)).height() + 4
        self._floor -= line * (self.pale + bool(self.words.thinned))
        self.update()

    @property
    def _thin_words(self) -> str:
        """What the thin lines are."""
        return f"{self.words.thinned} thinned" if self.words.thinned else ""

    def needed(self) -> int:
        """The height of the names of the classes and of a bar that can be read, with who says so."""
        if self.is_flat:
            return QFontMetrics(self.theme.digits(look.CAPTION + 1)).height() + 4
        line = QFontMetrics(self.theme.digits(look.CAPTION + 1)).height() + 4
        names = line * len(self.words.classes)
        if self.words.says and self.words.bar:
            return names + 3 * line + self.theme.px(GAP) + LEAST
        return names + (self.theme.px(SHORTEST) if self.words.bar else 0)

    _floor = 0

    def lie(self, *, flat: bool) -> None:
        """In one line where it has one bar and stands below its map; else upright."""
        self._flat = flat
        self._place()

    @property
    def is_flat(self) -> bool:
        """Whether it lies in one line."""
        return self._flat and self.words.bar and not self.words.says

    @property
    def pale(self) -> bool:
        """Whether samples with a pale heart are there to be explained."""
        return self.test.isChecked() and self.test.isEnabled()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.theme.digits(look.CAPTION + 1))
        if self.is_flat:
            self._in_a_line(painter)
        elif len(self.words.classes) == 2 and self.words.bar:
            self._two_classes(painter)
        elif self.words.classes:
            self._classes(painter)
        elif self.words.bar:
            self._values(painter)
        if self.pale:
            self._sample(painter, self._floor + 4, "o", "#FFFFFF", "test", self.theme.muted)
        if self.words.thinned and not self.is_flat:
            self._thin_lines(painter, self._floor + 4 + self.pale * (painter.fontMetrics().height() + 4))
        painter.end()

    def _two_classes(self, painter: QPainter) -> None:
        """The bar between its two classes: the upper one is what high values mean. Where somebody says it, the samples
        are a key of their own."""
        line = painter.fontMetrics().height() + 4
        if self.words.says:
            self._said(painter, line)
            return
        self._name(painter, 0, 1)
        bottom = self._bar(painter, line + 4, self._floor - line - 4)
        self._name(painter, bottom + 4, 0)

    def _in_a_line(self, painter: QPainter) -> None:
        """What low values are, the bar with its ends, what high values are."""
        metrics, theme = painter.fontMetrics(), self.theme
        names, (high, low, _) = self.words.classes or ("", self.words.target), self._numbers()
        marker, gap = theme.px(11) + 12 if self.words.classes else 0, theme.px(8)
        least = metrics.horizontalAdvance(low + high) + 4 * INSET  # the bar gives way to names, but not its numbers
        share = max(0.0, (self.width() - 2 * gap - 2 * marker - least) / 2)
        parts = [self._short(name, metrics, share) for name in names]
        widths = [marker + metrics.horizontalAdvance(part) + 1 if part else 0.0 for part in parts]
        left, right = widths[0] + (gap if parts[0] else 0), self.width() - widths[1] - gap
        for number, x in ((0, 0.0), (1, self.width() - widths[1])):
            painter.save()
            painter.translate(x, 0)
            if self.words.classes:
                self._name(painter, 0, number, parts[number])
            else:
                painter.setPen(QColor(theme.text))
                painter.drawText(QRectF(0, 0, widths[number], metrics.height()), LEFT | MIDDLE, parts[number])
            painter.restore()
        room = QRectF(left, 2, max(0.0, right - left), metrics.height() - 2)
        painter.save()
        painter.translate(room.right(), room.top())
        painter.rotate(90)
        painter.drawImage(
            QRectF(0, 0, room.height(), room.width()), _scale(self.words.hard and bool(self.words.classes), theme)
        )
        painter.restore()
        painter.setPen(QPen(QColor(theme.border), 1))
        painter.drawRect(room)
        painter.setPen(QColor(INK))
        painter.drawText(room.adjusted(INSET, 0, -INSET, 0), LEFT | MIDDLE, low)
        painter.drawText(room.adjusted(INSET, 0, -INSET, 0), RIGHT | MIDDLE, high)

    def _said(self, painter: QPainter, line: float) -> None:
        """Both kinds of samples, then the bar: who says the one, who says the other."""
        self._name(painter, 0, 1)
        self._name(painter, line, 0)
        low, high = self.words.classes
        top = 2 * line + self.theme.px(GAP)
        self._line(painter, top, self.words.says)
        self._line(painter, top + line - 4, f"“{high}”")
        bottom = self._bar(painter, top + 2 * line - 4, self._floor - line - 2)
        self._line(painter, bottom + 2, f"“{low}”")

    def _line(self, painter: QPainter, top: float, words: str) -> None:
        metrics = painter.fontMetrics()
        painter.setPen(QColor(self.theme.text))
        painter.drawText(
            QRectF(6, top, self.width() - 6, metrics.height()),
            LEFT | MIDDLE,
            self._short(words, metrics, self.width() - 6),
        )

    def _classes(self, painter: QPainter) -> None:
        line = painter.fontMetrics().height() + 6
        room = max(1, int(self._floor // line))
        for number in range(min(room, len(self.words.classes))):
            self._name(painter, number * line, number)

    def _values(self, painter: QPainter) -> None:
        metrics = painter.fontMetrics()
        painter.setPen(QColor(self.theme.text))
        painter.drawText(
            QRectF(6, 0, self.width() - 6, metrics.height()),
            LEFT | MIDDLE,
            self._short(self.words.target, metrics, self.width() - 6),
        )
        self._bar(painter, metrics.height() + 10, self._floor)

    def _name(self, painter: QPainter, top: float, number: int, name: str | None = None) -> None:
        """Marker and name of one class; `name`: as much of it as there is room for."""
        colours, symbols = class_colours(len(self.words.classes), self.theme), class_symbols(len(self.words.classes))
        rim = self.theme.text if self.theme.dark else INK
        self._sample(painter, top, symbols[number], colours[number], name or self.words.classes[number], rim)

    def _sample(self, painter: QPainter, top: float, symbol: str, colour: str, name: str, rim: str) -> None:
        """A marker, and what samples that look so are."""
        metrics, size = painter.fontMetrics(), self.theme.px(11)
        room = QRectF(6, top + (metrics.height() - size) / 2, size, size)
        painter.setPen(QPen(QColor(rim), 1.2 if colour != "#FFFFFF" else 2.0))
        painter.setBrush(QColor(colour))
        painter.drawPath(marker_path(symbol, room))
        left = room.right() + 6
        painter.setPen(QColor(self.theme.text))
        words = self._short(name, metrics, self.width() - left)
        painter.drawText(QRectF(left, top, self.width() - left, metrics.height()), LEFT | MIDDLE, words)

    def _thin_lines(self, painter: QPainter, top: float) -> None:
        """A few of the lines, and what they are."""
        metrics, wide = painter.fontMetrics(), self.theme.px(11)
        painter.setPen(QPen(QColor(self.theme.muted), 1.0 * self.theme.scale))
        for place in (0.3, 0.5, 0.7):
            y = top + place * metrics.height()
            painter.drawLine(QLineF(6, y + 2, 6 + wide, y - 2))
        painter.setPen(QColor(self.theme.text))
        room = QRectF(wide + 12, top, self.width() - wide - 12, metrics.height())
        painter.drawText(room, LEFT | MIDDLE, self._short(self._thin_words, metrics, room.width()))

    def _bar(self, painter: QPainter, top: float, bottom: float) -> float:
        """The colour bar with the numbers of its ends and middle; returns where it ends."""
        metrics = painter.fontMetrics()
        bottom = min(bottom, top + self.theme.px(LONGEST))
        if bottom - top < LEAST:
            return top
        room = QRectF(6, top, self.theme.px(BAR), bottom - top)
        painter.drawImage(room, _scale(self.words.hard and bool(self.words.classes), self.theme))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self.theme.border), 1))
        painter.drawRect(room)
        painter.setPen(QColor(self.theme.muted))
        places = (top + metrics.height() / 2, bottom - metrics.height() / 2, (top + bottom) / 2)
        shown = 3 if bottom - top > 3.2 * metrics.height() else 2
        for text, middle in list(zip(self._numbers(), places, strict=True))[:shown]:
            painter.drawText(
                QRectF(
                    room.right() + 6, middle - metrics.height() / 2, self.width() - room.right() - 6, metrics.height()
                ),
                LEFT | MIDDLE,
                text,
            )
        return bottom

    def _short(self, text: str, metrics: QFontMetrics, width: float) -> str:
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(width))


def short_number(value: float, span: float) -> str:
    """A number beside the bar: a large one in full, to a tenth of what the bar spans."""
    if LARGE <= abs(value) < LONG and span > 0:
        tenth = 10.0 ** (math.floor(math.log10(span)) - 1)
        return amount(round(value / tenth) * tenth)
    if value == round(value):
        return say(value, 0)
    return say(value, 0 if span >= 50 else 1)


def _scale(hard: bool, theme: Theme) -> QImage:
    """The diverging scale from high (top) to low as a picture one pixel wide."""
    values = np.linspace(1, 0, 256)[:, None]
    colours = np.ascontiguousarray(diverging(np.round(values) if hard else values, 0, 1, theme))
    return QImage(colours.data, 1, 256, 4, QImage.Format.Format_RGBA8888).copy()
