"""The plot that boundary and curves draw on: pyqtgraph without its own menu, buttons and gestures, dressed by the
theme."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsGridLayout, QGraphicsItem, QGraphicsTextItem, QGraphicsView, QSizePolicy

from app.look import theme as look
from app.look.numbers import written
from app.look.theme import Theme
from app.views.drawing.brief import brief

TICK = 14  # px of a tick, and between it, its number and the label
NUMBER = 14  # px from one number to the next one above it, at a text scale of 1
LARGE, HUGE = 1e5, 1e12  # from LARGE on decimals say nothing, from HUGE on an exponent is shorter
BEYOND, APART = 100, 3  # px that a number along may reach over an end before it is moved; between two numbers
MILLION = 1_000_000  # from which the numbers of an axis have powers of ten
UP, ALONG = 60, 110  # px of a power of ten that has room for three numbers, at a text scale of 1
LONGEST = "0.0005"  # of the numbers that a logarithmic axis writes out


class Axis(pg.AxisItem):
    """Numbers with a true minus; the label within its room, centred on the picture, in fewer words where it would be
    cut, or none."""

    grown = 1.0  # the text scale
    forms: tuple[str, ...] = ()  # the label, and how it is said in fewer words
    tell: Callable[[bool], object] | None = None  # hears whether the label has no room

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        texts = super().tickStrings(values, scale, spacing)
        if self.logMode:
            return texts
        whole = spacing * scale >= 1
        return [
            written(f"{value * scale:,.0f}" if whole and 1000 <= abs(value * scale) < MILLION else text)
            for value, text in zip(values, texts, strict=True)
        ]

    def tickValues(self, minVal: float, maxVal: float, size: float) -> list[tuple[float, Any]]:
        """Up a low picture only so many numbers that none lies on another."""
        levels = super().tickValues(minVal, maxVal, size)
        if self.logMode or self.orientation != "left" or not levels:
            return levels
        spacing, values = levels[0]
        every = math.ceil(self.grown * NUMBER * (maxVal - minVal) / (spacing * max(size, 1)))
        if every <= 1:
            return levels
        return [(every * spacing, [value for value in values if round(value / spacing) % every == 0])]

    def tickSpacing(self, minVal: float, maxVal: float, size: float) -> list:
        """Numbers one above the other as far apart as they are high, as long as two have room."""
        (spacing, offset), *finer = super().tickSpacing(minVal, maxVal, size)
        style: Any = self.style  # pyqtgraph's are words, not a style of Qt
        room, high = maxVal - minVal, QFontMetricsF(style["tickFont"] or self.font()).height()
        if self.orientation == "left" and room > 0:
            while spacing / room * size < high and (wider := _wider(spacing)) <= room / 2:
                spacing = wider
        return [(spacing, offset), *finer]

    def generateDrawSpecs(self, p: QPainter) -> Any:
        """Numbers beside each other all within the picture: at its ends they stand at them."""
        specs = super().generateDrawSpecs(p)
        if specs is None or self.orientation != "bottom":
            return specs
        line, ticks, texts = specs
        return line, ticks, _within(texts, self.size().width())

    def logTickValues(self, minVal: float, maxVal: float, size: float, stdTicks: list) -> list:
        """Decades, with 2 and 5 between them where there is room; every so many where there is little."""
        every = max(1, math.ceil((maxVal - minVal) * 18 / max(size, 1)))
        decades = [decade for decade in range(math.floor(minVal), math.ceil(maxVal) + 1) if decade % every == 0]
        steps = (1,) if maxVal - minVal > size / self._decade_room() else (1, 2, 5)
        values = [decade + math.log10(step) for decade in decades for step in steps]
        return [(1.0, [value for value in values if minVal <= value <= maxVal])]

    def _decade_room(self) -> float:
        """px of a power of ten in which three numbers have room: along, they lie beside each other."""
        return self.grown * (ALONG if self.orientation == "bottom" else UP)

    def logTickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        return [written(f"{10**value:.0e}") if abs(value) > 3.9 else f"{10**value:.4g}" for value in values]

    def resizeEvent(self, event: object = None) -> None:
        label = self.label
        if label is None:
            return
        room = self.size()
        along = room.height() if self.orientation == "left" else room.width()
        there = any(self._fits(label, form, along) for form in self.forms)
        label.setVisible(there)
        if self.tell is not None:
            self.tell(not there)
        box = label.boundingRect()
        if self.orientation == "left":
            label.setPos(-2, room.height() / 2 + box.width() / 2)
        else:
            label.setPos(room.width() / 2 - box.width() / 2, room.height() - box.height() + 2)
        self.picture = None

    def _fits(self, label: QGraphicsTextItem, form: str, along: float) -> bool:
        if form != self.labelText:
            self.labelText = form
            label.setHtml(self.labelString())
        return bool(form) and label.boundingRect().width() <= along


def _wider(spacing: float) -> float:
    """The next of 1, 2 and 5 times a power of ten above one of them."""
    power = 10.0 ** math.floor(math.log10(spacing) + 1e-9)
    return next(step * power for step in (2, 5, 10) if step * power > spacing * 1.01)


def _within(texts: list[tuple[QRectF, Any, str]], room: float) -> list[tuple[QRectF, Any, str]]:
    """Those that would reach over an end moved up to it; one that would touch another there is left out."""
    whole = [text for text in texts if text[0].left() >= 0 and text[0].right() <= room]
    moved = []
    for rect, flags, words in texts:
        place = QRectF(min(max(rect.left(), 0.0), room - rect.width()), rect.top(), rect.width(), rect.height())
        if place != rect and not any(place.adjusted(-APART, 0, APART, 0).intersects(other) for other, _, _ in whole):
            moved.append((place, flags, words))
    return [*whole, *moved]


class Plot(pg.GraphicsView):
    """A plot whose ranges are set by its view alone; a right click is left to the view's menu.

    A box and two axes, put together here: pyqtgraph's own `PlotWidget` brings two more axes, a form and menus, and
    takes four times as long.
    """

    paintEvent = QGraphicsView.paintEvent  # type: ignore[assignment]  # pyqtgraph's holds the interpreter meanwhile

    def __init__(self, label: str) -> None:
        super().__init__()
        self.setAccessibleName(label)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(pg.GraphicsView.Shape.NoFrame)
        self.enableMouse(False)
        self.box = pg.ViewBox(enableMenu=False, enableMouse=False, defaultPadding=0)
        self.box.disableAutoRange()
        for changed in (self.box.sigRangeChanged, self.box.sigResized):  # what pyqtgraph's paintEvent did first
            changed.connect(self.box.prepareForPaint)
        self.left, self.bottom = Axis("left"), Axis("bottom")
        self.left.tell = self._name_both
        self._worn = look.current()
        self._labels = ("", "")
        self._log = (False, False)
        for axis in (self.left, self.bottom):
            axis.linkToView(self.box)
            axis.setZValue(0.5)  # above pictures, below what is drawn at 1 and more
            axis.enableAutoSIPrefix(False)
            axis.setTickDensity(0.7)
            beyond: Any = True if axis is self.left else BEYOND
            axis.setStyle(
                maxTickLevel=0,
                tickLength=4,
                autoExpandTextSpace=False,
                autoReduceTextSpace=False,
                hideOverlappingLabels=beyond,
            )
        self._frame = pg.GraphicsWidget()
        self._arrange()
        self.setCentralItem(self._frame)

    def _arrange(self) -> None:
        grid = QGraphicsGridLayout(self._frame)
        grid.setContentsMargins(1, 1, 1, 1)
        grid.setSpacing(0)
        grid.addItem(self.left, 0, 0)
        grid.addItem(self.box, 0, 1)
        grid.addItem(self.bottom, 1, 1)
        grid.setRowStretchFactor(0, 100)
        grid.setColumnStretchFactor(1, 100)

    def addItem(self, item: QGraphicsItem) -> None:
        """Draw something in the coordinates of the data."""
        self.box.addItem(item)

    def removeItem(self, item: QGraphicsItem) -> None:
        self.box.removeItem(item)

    def dress(self, theme: Theme) -> None:
        """Colours and fonts; also fixes the room of both axes, so that nothing jumps when numbers grow."""
        self._worn = theme
        self.setBackground(theme.surface)
        font = theme.digits(look.CAPTION)
        for axis in (self.left, self.bottom):
            axis.grown = theme.scale
            axis.setTickFont(font)
            axis.setTextPen(QPen(QColor(theme.muted)))
            axis.setPen(QPen(QColor(theme.border), 1))
            axis.setTickPen(QPen(QColor(theme.border), 1))
        self.left.setStyle(tickTextOffset=2)
        self.bottom.setStyle(tickTextOffset=2)
        self._fit_left()
        self.bottom.setHeight(self.bottom_room(theme))
        self._write_labels(theme)

    @staticmethod
    def left_room(theme: Theme) -> int:
        return theme.px(52)

    @staticmethod
    def bottom_room(theme: Theme) -> int:
        return theme.px(38)

    def name_axes(self, x: str, y: str, theme: Theme) -> None:
        """What runs along and up."""
        if (x, y) != self._labels:
            self._labels = (x, y)
            self._write_labels(theme)

    def _write_labels(self, theme: Theme) -> None:
        style: dict[str, Any] = {"color": theme.text, "font-size": f"{theme.px(look.CAPTION + 1)}px"}
        for axis, text in ((self.bottom, self._labels[0]), (self.left, self._labels[1])):
            axis.forms = (text, brief(text))
            axis.setLabel(text or None, **style)
            axis.resizeEvent()  # the label has another size now: place it anew
        self._fit_left()

    def _name_both(self, cut: bool) -> None:
        """What runs up is said below, too, where it has no room beside its axis."""
        x, y = self._labels
        both = tuple(f"{name(x)} → · {name(y)} ↑" for name in (str, brief)) if cut and x and y else ()
        forms = (*both, x, brief(x))
        if forms != self.bottom.forms:
            self.bottom.forms = forms
            self.bottom.resizeEvent()

    def _fit_left(self) -> None:
        """Room for numbers of the usual length beside what runs up; for those of a logarithmic axis, which are longer,
        from the moment on that it is one."""
        theme, room = self._worn, self.left_room(self._worn)
        if self._labels[1] and self._log[1]:
            label = QFontMetricsF(theme.font(look.CAPTION + 1)).height()
            room = max(room, round(label + TICK + QFontMetricsF(theme.digits(look.CAPTION)).horizontalAdvance(LONGEST)))
        self.left.setWidth(room)

    def set_log(self, along: bool, up: bool) -> None:
        """Write the numbers of the axes as powers: what is drawn has to be log10 of the data then."""
        if (along, up) == self._log:  # told anew, the axes would paint all their numbers anew
            return
        self._log = along, up
        bottom: Any = self.bottom  # pyqtgraph's annotations of setLogMode are wrong
        left: Any = self.left
        bottom.setLogMode(x=along, y=False)
        left.setLogMode(x=False, y=up)
        self._fit_left()

    def frame_to(self, x0: float, x1: float, y0: float, y1: float) -> None:
        """Show exactly this window of the data."""
        self.box.setRange(xRange=(x0, x1), yRange=(y0, y1), padding=0, disableAutoRange=True)

    def data_at(self, position: QPointF) -> tuple[float, float]:
        """The data coordinates under a point of the viewport."""
        spot = self.box.mapSceneToView(self.mapToScene(position.toPoint()))
        return spot.x(), spot.y()

    def px_size(self) -> tuple[float, float] | None:
        """One px in units of the data, along and up; None while the plot has no extent, as in a dock that is squeezed
        shut under a resting mouse."""
        area = self.box.childTransform().determinant()
        return self.box.viewPixelSize() if area and math.isfinite(area) else None

    def px_away(self, places: np.ndarray, spot: QPointF) -> np.ndarray:
        """How many px each of the places in data, (n, 2), lies from a point of the viewport; infinitely many while the
        plot has no extent."""
        unit = self.px_size()
        return np.full(len(places), np.inf) if unit is None else np.hypot(*((places - self.data_at(spot)) / unit).T)

    def px_of(self, x: float, y: float) -> QPointF:
        """Where data coordinates lie in the viewport."""
        return QPointF(self.mapFromScene(self.box.mapViewToScene(QPointF(x, y))))


class HeatMap(pg.ImageItem):
    """Rows from low to high; drawn smooth, since the net's answer is."""

    def __init__(self) -> None:
        super().__init__(axisOrder="row-major")
        self.smooth = True

    def paint(self, painter: QPainter, *args: object) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self.smooth)
        super().paint(painter, *args)


def pen(colour: str, width: float = 1.0, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """A pen of `width` px whatever the scale of the plot."""
    made = QPen(QColor(colour), width, style)
    made.setCosmetic(True)
    made.setCapStyle(Qt.PenCapStyle.FlatCap)
    made.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
    return made


def say(value: float, digits: int = 2) -> str:
    """A number for reading at a glance: fixed decimals, a true minus, short exponents for what is very large or
    small."""
    if math.isnan(value):
        return "not a number"
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    if value != 0 and not 0.5 * 10**-digits <= abs(value) < 10**5:
        return written(f"{value:.1e}")
    return written(f"{value:.{digits}f}")


def amount(value: float, digits: int = 2) -> str:
    """A number in the data's own unit, such as a price: a large one in full, its thousands apart, where `say` would
    write an exponent."""
    return written(f"{value:,.0f}") if LARGE <= abs(value) < HUGE else say(value, digits)
