"""A slider through all acts of all layers, with a tick for each and a word for the end of each layer."""

from __future__ import annotations

import itertools

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QVBoxLayout, QWidget

from app.look import theme as look
from app.look.theme import CAPTION, Theme
from app.views.bend.course import Course
from app.widgets.own_keys import OwnKeys
from app.widgets.slider_field import Slider

FINE = 40  # positions from act to act
APART = 6  # px between the words of two layers
STEPS = {
    Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1,
}  # fmt: skip
LEAPS = {Qt.Key.Key_PageDown: -1, Qt.Key.Key_PageUp: 1}


class ActSlider(OwnKeys, Slider):
    """`moved(at)` in acts, when a person moves it; arrow keys go from act to act, Page up and down from layer to
    layer."""

    own_keys = frozenset({*STEPS, *LEAPS, Qt.Key.Key_Home, Qt.Key.Key_End})

    moved = Signal(float)

    def __init__(self) -> None:
        super().__init__("How far through the layers", FINE)
        self.ends: tuple[int, ...] = (0, 1)
        self.valueChanged.connect(self._tell)

    @property
    def at(self) -> float:
        return self.value() / FINE

    def show_acts(self, count: int, ends: tuple[int, ...]) -> None:
        """So many acts, of which some are the last of their layer; tells nobody."""
        self.ends = ends
        self.blockSignals(True)
        self.setRange(0, max(count - 1, 1) * FINE)
        self.blockSignals(False)

    def show_at(self, at: float) -> None:
        """Stand there; a handle in the hand is not pulled away."""
        if not self.isSliderDown():
            self.blockSignals(True)
            self.setValue(round(at * FINE))
            self.blockSignals(False)

    def spot(self, act: int) -> float:
        """Where an act ends, px from the left."""
        handle = self.style().pixelMetric(QStyle.PixelMetric.PM_SliderLength, None, self)
        return handle / 2 + (self.width() - handle) * act * FINE / max(self.maximum(), 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS:
            self._go(range(self.maximum() // FINE + 1), STEPS[key])
        elif key in LEAPS:
            self._go(self.ends, LEAPS[key])
        else:
            super().keyPressEvent(event)

    def _go(self, stops: tuple[int, ...] | range, way: int) -> None:
        """To the next stop on the right or the left."""
        ahead = [stop for stop in stops if (stop * FINE - self.value()) * way > 0]
        if ahead:
            self.setValue((ahead[0] if way > 0 else ahead[-1]) * FINE)

    def _tell(self, _position: int) -> None:
        self.moved.emit(self.at)


class Ticks(QWidget):
    """Below the slider: where each act ends, and the layers by name."""

    def __init__(self, slider: ActSlider) -> None:
        super().__init__()
        self._slider, self._theme = slider, look.current()
        self.words: dict[int, tuple[str, str]] = {}  # by act, in full and in short
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(60, self._theme.px(CAPTION) + 10)

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.updateGeometry()
        self.update()

    def show_course(self, course: Course) -> None:
        """The layers of a frame."""
        words = {}
        for number, end in enumerate(course.frame.info["ends"]):
            act = course.acts[end]
            if not number:
                words[end] = ("inputs", "x") if not act["layer"] else (act["spoken"], "x")
            elif act["layer"] == "output":
                words[end] = "output", "ŷ"
            elif act["merged"]:
                words[end] = f"{len(act['merged'])} layers", "h"
            else:
                short = act["spoken"].rsplit(" ", 1)[-1]
                words[end] = (f"layer {short}", short) if short.isdigit() else ("hidden layer", "h")
        if words != self.words:
            self.words = words
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setFont(theme.font(CAPTION))
        self._ticks(painter, theme)
        self._names(painter, theme)
        painter.end()

    def _ticks(self, painter: QPainter, theme: Theme) -> None:
        painter.setPen(QColor(theme.muted))
        for act in range(self._slider.maximum() // FINE + 1):
            x = self._slider.spot(act)
            painter.drawLine(QPointF(x, 0), QPointF(x, 5 if act in self.words else 2))

    def _names(self, painter: QPainter, theme: Theme) -> None:
        metrics = painter.fontMetrics()
        painter.setPen(QColor(theme.text))
        for form in (0, 1):
            spans = {}
            for act, words in self.words.items():
                wide = metrics.horizontalAdvance(words[form])
                left = min(max(self._slider.spot(act) - wide / 2, 0), self.width() - wide)
                spans[act] = left, left + wide
            edges = list(spans.values())
            if form or all(a[1] + APART <= b[0] for a, b in itertools.pairwise(edges)):
                for act, (left, _) in spans.items():
                    painter.drawText(QPointF(left, 6 + metrics.ascent()), self.words[act][form])
                return


class Journey(QWidget):
    """The slider with its ticks."""

    def __init__(self) -> None:
        super().__init__()
        self.slider = ActSlider()
        self.ticks = Ticks(self.slider)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.slider)
        column.addWidget(self.ticks)
        self.setFocusProxy(self.slider)

    def show_course(self, course: Course) -> None:
        self.slider.show_acts(len(course.acts), course.frame.info["ends"])
        self.ticks.show_course(course)
