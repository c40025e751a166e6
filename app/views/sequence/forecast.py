"""The forecast beside the truth: one step ahead, and left to itself from a chosen moment on."""

from __future__ import annotations

import math

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QMouseEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.look.theme import CAPTION, Theme, class_colours, mix
from app.views.drawing.plot import Plot, pen
from core.frames import Frame

TAUGHT, FREE = 2, 6  # their places among the class colours


class Forecast(QWidget):
    """`started(sample)`: a click asks to hear the network go on from there."""

    started = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setContentsMargins(12, 2, 8, 0)
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.plot = Plot("Forecast")
        self.plot.setToolTip("A click lets the network go on by itself from there")
        self.truth, self.taught, self.free = (pg.PlotCurveItem(connect="finite", antialias=True) for _ in range(3))
        self.future = pg.LinearRegionItem(movable=False)
        self.line = pg.InfiniteLine(angle=90)
        for item, depth in ((self.future, -5), (self.line, -2), (self.truth, 1), (self.taught, 2), (self.free, 3)):
            item.setZValue(depth)
            self.plot.addItem(item)
        for edge in self.future.lines:
            edge.hide()
        self.frame: Frame | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 2)
        column.setSpacing(0)
        column.addWidget(self.words)
        column.addWidget(self.plot, 1)
        self.plot.viewport().installEventFilter(self)

    def show_frame(self, frame: Frame, theme: Theme) -> None:
        self.frame = frame
        info, arrays = frame.info, frame.arrays
        self._dress(theme)
        steps = np.arange(len(arrays["truth"])) + info["first"]
        self.truth.setData(self._time(steps), arrays["truth"])
        self.taught.setData(self._time(steps), np.nan_to_num(arrays["taught"], posinf=np.nan, neginf=np.nan))
        free = arrays["free"]
        self.free.setData(self._time(np.arange(len(free)) + info["start"]), np.clip(np.nan_to_num(free), -1e6, 1e6))
        low, high = _reach([arrays["truth"], arrays["taught"], free], info["range"])
        end = info["start"] + info["length"]
        self.plot.frame_to(self._time(info["first"]), self._time(end), low, high)
        self.plot.name_axes(info["clock"][2], _quantity(info["target"]), theme)
        self.line.setValue(self._time(info["start"]))
        self.future.setRegion(
            (self._time(max(info["test_first"], info["first"])), self._time(max(end, info["test_first"])))
        )
        self.words.setText(self._sentence(theme))
        self.words.setToolTip(f"Lines and errors as of update {frame.update:,}")

    def _time(self, samples):
        """The times at which samples are asked for: years, or steps."""
        assert self.frame is not None
        first, every, _ = self.frame.info["clock"]
        return first + every * samples

    def _sample_at(self, time: float) -> int:
        assert self.frame is not None
        first, every, _ = self.frame.info["clock"]
        return int(min(max(round((time - first) / every), 0), self.frame.info["samples"] - 1))

    def _dress(self, theme: Theme) -> None:
        colours = class_colours(10, theme)
        self.truth.setPen(pen(theme.text, 1.6 * theme.scale))
        self.taught.setPen(pen(colours[TAUGHT], 1.8 * theme.scale))
        self.free.setPen(pen(colours[FREE], 2.2 * theme.scale, Qt.PenStyle.DashLine))
        self.line.setPen(pen(theme.muted, 1.0))
        self.future.setBrush(QBrush(QColor(mix(theme.surface, theme.text, 0.05))))
        self.words.setStyleSheet(f"font-size: {theme.px(CAPTION + 1)}px;")

    def _sentence(self, theme: Theme) -> str:
        """The three lines named in their colours, with their typical errors in the units in which the series was
        measured."""
        assert self.frame is not None
        info, colours = self.frame.info, class_colours(10, theme)
        size, unit = info["measured"]
        taught, free, naive, all_taught, all_naive = (
            _typical(info[name], size)
            for name in ("taught_mse", "free_mse", "naive_mse", "test_taught_mse", "test_naive_mse")
        )
        start, end = self._time(info["start"]), self._time(min(info["start"] + info["length"], info["samples"]) - 1)
        whole = f"Whole test part: one step ahead {all_taught}, last value again {all_naive}. " if all_taught else ""
        return (
            f"<b>truth</b> · <b style='color:{_readable(colours[TAUGHT], theme)}'>— one step ahead</b> {taught}"
            f" · <b style='color:{_readable(colours[FREE], theme)}'>- - left to itself</b> {free} · last value again {naive}"
            f" <span style='color:{theme.muted}'>(√MSE{f' in {unit}' if unit else ''} from {info['clock'][2]} {start:g} to {end:g}). {whole}Shaded: never seen in training.</span>"
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonPress
            and event.button() == Qt.MouseButton.LeftButton
            and self.frame is not None
        ):
            x, _ = self.plot.data_at(event.position())
            self.started.emit(self._sample_at(x))
            return True
        return super().eventFilter(watched, event)


def _typical(mse: float, size: float) -> str:
    """± the root of a mean squared error, three digits; empty where nothing is known."""
    if math.isnan(mse):
        return ""
    error = size * math.sqrt(mse)
    return f"±{error:.3g}" if error < 1000 else f"±{error:,.0f}"


def _quantity(target: str) -> str:
    """ "next year (sunspots ÷ 100)" -> "sunspots ÷ 100": what fits beside a low plot."""
    inner = target.partition("(")[2].rstrip(")")
    return inner or target.removeprefix("next ")


def _readable(colour: str, theme: Theme) -> str:
    """A line's colour as words of it may have it."""
    return mix(colour, theme.text, 0.35)


def _reach(lines: list[np.ndarray], span: tuple[float, float]) -> tuple[float, float]:
    """The window up: the data's range, widened at most by itself where the answers leave it."""
    low, high = span
    room = (high - low) or 1.0
    known = np.concatenate([line[np.isfinite(line)] for line in lines] or [np.zeros(0)])
    if len(known):
        low, high = min(low, max(float(known.min()), low - room)), max(high, min(float(known.max()), high + room))
    return low - 0.06 * room, high + 0.06 * room
