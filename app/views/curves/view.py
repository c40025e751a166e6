"""Loss and score of a run over its course, with the previous run as a ghost."""

from __future__ import annotations

import bisect
import functools
import math
from collections.abc import Mapping
from typing import ClassVar

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer
from PySide6.QtGui import QBrush, QColor, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.documents.intents import ChooseXAxis
from app.documents.view_state import ViewState
from app.look import theme as look
from app.look.theme import Theme, mix
from app.views.base import Numbers, Toggle, View
from app.views.curves import MEASURE, LossFace, ScoreFace
from app.views.curves.axes import drawn, log_ends, round_up, running_extreme, window_of
from app.views.curves.head import CurveHead, Entry, line_pen
from app.views.curves.plot import DASHES, CurvePlot
from app.views.curves.series import Series, known, other_reference, reference_tip, reference_words, series_of
from app.views.drawing.plot import say
from core.data.preparation import Prepared
from core.families.measure import ACCURACY, Measure
from core.frames import Mark, RunState, Update
from core.history.metrics import AXES, History, line, since_return, smoothed, thinned
from core.training.columns import joined

AXIS_WORDS = {"update": "updates", "epoch": "epochs", "samples": "samples", "seconds": "seconds"}
MOST_MARKS = 60
MOST_FRESH = 64  # parts of evaluations that wait
MOST_DRAWN = 400  # blocks of a curve that are drawn
REDRAWN = 220  # ms between two drawings of a curve that grows
SHORTEST = {"update": 20.0, "epoch": 1.0, "samples": 20.0, "seconds": 1.0}  # the least that an axis shows
GHOST = 1.5  # how far beyond the present run its ghost may widen the axis along
SEEN_THROUGH = 185  # of 255: how thick the background of the words on the dotted line is


class CurvesView(View):
    """What the curves of the loss and of the score have in common."""

    empty_text = "Play, and the curves of the training part and the test part grow here."
    kind: ClassVar[str]  # "loss", or "score": accuracy for classes, R² for values

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._history, self.ghost = History(), History()
        self._fresh: list[dict[str, np.ndarray]] = []  # evaluations that the history has not taken in yet
        self.marks: list[Mark] = []
        self._run: int | None = None
        self._topic: tuple[str, ...] = ()  # what the present run learns
        self._baseline: tuple[float, str] | None = None
        self._baselines: Mapping[str, float] = {}
        self._hover: float | None = None
        self._drawn = QElapsedTimer()
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self.redraw)
        self.head = CurveHead(AXIS_WORDS, self.kind == "loss")
        self.head.axis_chosen.connect(self._choose_axis)
        self.head.log_turned.connect(self._turn_log)
        self.plot = CurvePlot(self.title)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 8, 4)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.plot, 1)
        self.head.axis.setParent(self.plot)
        self.plot.viewport().installEventFilter(self)
        self.head.show_axis("update")

    # What the shell says

    def show_view(self, state: ViewState) -> None:
        before = self.called
        self.head.show_axis(state.x_axis if state.x_axis in AXES else "update")
        self.head.log.setChecked(bool(state.options.get("curves.log_y", False)))
        super().show_view(state)
        self._follow_choice(before)

    def _follow_choice(self, before: str) -> None:
        """Another measure may have been chosen: its yardstick."""
        if self.called != before:
            self._baseline = self._reference(self._baselines)
            self.redraw()

    def show_update(self, update: Update) -> None:
        """Take new evaluations; a new run makes the last one a ghost."""
        if self._run is not None and update.run < self._run:
            return  # a run that has been left has nothing more to say here
        if update.run != self._run:
            self._begin(update.run)
        if len(update.metrics.get("update", ())):
            self._collect(update.metrics)
        self.marks = list(dict.fromkeys((*self.marks, *update.marks)))[-MOST_MARKS:]
        if update.baselines is not None:
            self._baselines = update.baselines
            self._baseline = self._reference(update.baselines)
            self.plot.setToolTip(reference_tip(self.kind, self.experiment, update.baselines))
        if update.metrics or update.marks or update.baselines is not None:
            self._redraw_soon(update.state is RunState.running)

    def _collect(self, metrics: Mapping[str, np.ndarray]) -> None:
        """Let evaluations (evaluations,) wait until somebody looks: many at once cost little more than one."""
        if len(self._fresh) >= MOST_FRESH:
            self._take_in()
        if metrics["update"][0] <= (
            self._fresh[-1]["update"][-1] if self._fresh else self._history.newest
        ):  # the run went back
            self._take_in()
            self.marks = [mark for mark in self.marks if mark.update <= metrics["update"][0]]
            self._drawn.invalidate()
        self._fresh.append(dict(metrics))

    def _take_in(self) -> None:
        if self._fresh:
            metrics = since_return(joined(self._fresh))
            self._fresh.clear()
            self._history.cut(float(metrics["update"][0]))
            self._history.add(metrics)

    @property
    def history(self) -> History:
        """The course of the present run."""
        self._take_in()
        return self._history

    def forget(self, prepared: Prepared | None) -> None:
        if self._run is not None:
            self._begin(self._run)
        self._baseline, self._baselines = None, {}
        super().forget(prepared)

    def _redraw_soon(self, running: bool) -> None:
        """A curve that grows is drawn a few times a second: nobody sees more of it, and drawing it is dear."""
        if running and self._drawn.isValid() and self._drawn.elapsed() < REDRAWN:
            if not self._later.isActive():
                self._later.start(REDRAWN - self._drawn.elapsed())
            return
        self.redraw()

    def show_theme(self, theme: Theme) -> None:
        self.plot.dress(theme)
        self.head.show_theme(theme)
        for part, dashes in DASHES.items():
            self.plot.lines[part].setPen(line_pen(theme, dashes))
            self.plot.ghosts[part].setPen(line_pen(theme, dashes, mix(theme.surface, theme.muted, 0.55), 1.4))
            self.plot.bands[part].setPen(None)
            self.plot.bands[part].setBrush(QBrush(QColor(mix(theme.surface, theme.muted, 0.3))))
        self.plot.rate.setPen(line_pen(theme, (), mix(theme.surface, theme.muted, 0.8), 1.2))
        for guess in (self.plot.guess, self.plot.other_guess):
            guess.setPen(line_pen(theme, (1.0, 3.0), theme.muted, 1.4))
        self.plot.poles.setPen(line_pen(theme, (), theme.border, 1.0))
        self.plot.flags.setPen(None)
        self.plot.flags.setBrush(QBrush(QColor(theme.muted)))
        self.plot.flags.setSize(theme.px(12))
        self.plot.cross.setPen(line_pen(theme, (), theme.muted, 1.0))
        for words in (self.plot.guess_words, self.plot.cross_words):
            words.setFont(theme.digits(look.CAPTION))
            words.setColor(QColor(theme.muted))
        self.plot.guess_words.fill = QBrush(_pale(theme.surface))
        self.plot.cross_words.fill = QBrush(QColor(theme.raised))
        self.plot.cross_words.border = pg.mkPen(theme.border)
        super().show_theme(theme)

    # The run

    def _begin(self, run: int) -> None:
        """The last run stays as a ghost where both can be compared: the same data, task and measure."""
        topic = self._topic_now()
        if topic != self._topic:
            self.ghost = History()
        elif len(self.history) > 1:
            self.ghost = self.history
        self._topic = topic
        self._fresh.clear()
        self._history = History()
        self.marks = []
        self._run = run
        self._drawn.invalidate()

    def _topic_now(self) -> tuple[str, ...]:
        if self.experiment is None:
            return ()
        data, task = self.experiment.data, self.experiment.task
        return (
            data.kind,
            str(getattr(data, "path", "")),
            task.kind,
            self.experiment.loss.kind if self.kind == "loss" else task.score,
        )

    def _reference(self, baselines: object) -> tuple[float, str] | None:
        """The value and the name of what an answer without looking gets, on the test part where there is one."""
        key, words = (
            ("baseline_loss", "constant guess") if self.kind == "loss" else (self.measure.yardstick, self._yardstick())
        )
        for part in ("test", "train"):
            value = baselines.get(f"{part}.{key}")  # type: ignore[attr-defined]
            if value is not None and math.isfinite(value):
                return float(value), reference_words(self.kind, self.experiment, words)
        return None

    def _yardstick(self) -> str:
        """What the score of an answer without looking comes from."""
        column = getattr(self.experiment.data, "baseline_column", "") if self.experiment is not None else ""
        return f"{column} alone" if column else self.measure.words

    @property
    def metric(self) -> str:
        """The name of what is drawn, behind the part's."""
        if self.kind == "loss":
            return "loss"
        return self.measure.name

    @property
    def measure(self) -> Measure:
        """What is watched beside the loss; of several a person chooses."""
        return self.experiment.task.watched(self._choice) if self.experiment is not None else ACCURACY

    @property
    def _choice(self) -> str:
        return str(self.state.options.get(MEASURE, ""))

    @property
    def axis(self) -> str:
        return self.state.x_axis if self.state.x_axis in AXES else "update"

    @property
    def series(self) -> tuple[Series, ...]:
        """The lines whose numbers have been measured."""
        return known(series_of(self.kind, self.experiment, self.metric), self.history.names)

    def _option(self, name: str) -> bool:
        return bool(self.state.options.get(f"curves.{name}", False))

    # Drawing

    def draw(self) -> None:
        self._later.stop()
        self._drawn.start()
        known = len(self.history) > 0 or len(self.ghost) > 0
        self.show_body(known)
        if not known:
            return
        label = "Loss" if self.kind == "loss" else self.measure.label
        self.plot.name_axes("", label, self.theme)
        self._place_axis()
        self.plot.set_log(self.log_x, self.log_y)
        metrics = {one.slot: one.metric for one in series_of(self.kind, self.experiment, self.metric)}
        for history, items in ((self.history, self.plot.lines), (self.ghost, self.plot.ghosts)):
            for slot, item in items.items():
                item.setData(*self._points(history, metrics.get(slot, "")))
        self._frame()
        self._draw_bands()
        self._draw_guess()
        self._draw_marks()
        self._draw_rate()
        self._tell()

    def _place_axis(self) -> None:
        """What runs along stands below its axis, where it can be changed."""
        button, theme = self.head.axis, self.theme
        button.adjustSize()
        left = self.plot.left_room(theme)
        button.move(left + (self.plot.width() - left - button.width()) // 2, self.plot.height() - button.height())
        button.show()
        button.raise_()  # above the viewport that the plot paints on

    @property
    def log_y(self) -> bool:
        return self._option("log_y") and self.kind == "loss"

    @property
    def log_x(self) -> bool:
        return self._option("log_x")

    def _points(self, history: History, name: str) -> tuple[np.ndarray, np.ndarray]:
        """What is drawn of one metric's curve, on the axes as they are."""
        if name not in history.names:
            return np.zeros(0), np.zeros(0)
        x, column = history.column(self.axis).mean, history.column(name)
        if self._option("smooth"):
            xs, ys = x, smoothed(column.mean, window_of(len(x)))
        else:
            xs, ys = line(*thinned(x, column, MOST_DRAWN))
        return self._scaled(xs, self.log_x), self._scaled(ys, self.log_y)

    @staticmethod
    def _scaled(values: np.ndarray, log: bool) -> np.ndarray:
        if not log:
            return np.where(np.isfinite(values), values, np.nan)
        with np.errstate(divide="ignore", invalid="ignore"):
            found = np.log10(values)
        return np.where(np.isfinite(found), found, np.nan)

    def _frame(self) -> None:
        """Round ends of both axes, so that curves grow into free room and axes move rarely."""
        (xs, ys), (ghost_xs, ghost_ys) = drawn(self.plot.lines.values()), drawn(self.plot.ghosts.values())
        far = self._far(float(xs.max(initial=-math.inf)), float(ghost_xs.max(initial=-math.inf)))
        ends = np.append(xs, far)
        x0, x1 = log_ends(ends) if self.log_x else (0.0, round_up(far, SHORTEST[self.axis]))
        self.plot.frame_to(x0, x1, *self._height(np.concatenate([ys, ghost_ys[ghost_xs <= x1]])))

    def _far(self, own: float, ghost: float) -> float:
        """How far along has to be seen: the present run, and of its ghost not much more than that."""
        least, wider = SHORTEST[self.axis], GHOST
        if self.log_x:
            least, wider = math.log10(least), math.log10(GHOST)
            return max(own, least, min(ghost, own + wider))
        return max(own, least, min(ghost, own * wider))

    def _height(self, ys: np.ndarray) -> tuple[float, float]:
        if self.log_y:
            return log_ends(ys)
        if self.kind == "score" and self.measure.ceiling is not None:
            low = float(ys.min(initial=0.9))
            low = min(low, self._baseline[0] - 0.05) if self._baseline is not None else low
            return max(-1.0 if low < 0 else 0.0, math.floor(low * 5) / 5), 1.04
        top = float(ys.max(initial=0.0))
        if self._baseline is not None and self._baseline[0] < 3 * top:
            other = other_reference(self.kind, self.experiment, self._baselines)
            top = max(top, self._baseline[0], other if math.isfinite(other) else 0.0)
        return 0.0, round_up(1.05 * top, 1e-6)

    def _draw_bands(self) -> None:
        metrics = {one.slot: one.metric for one in self.series} if self._option("smooth") else {}
        for slot, item in self.plot.bands.items():
            name = metrics.get(slot)
            if name is None:
                item.setData([], [])
                continue
            column = self.history.column(name)
            window = window_of(len(column.mean))
            low, high = (
                running_extreme(values, window, pick)
                for values, pick in ((column.low, np.fmin), (column.high, np.fmax))
            )
            x = self._scaled(self.history.column(self.axis).mean, self.log_x)
            ring = np.concatenate([x, x[::-1]]), self._scaled(np.concatenate([low, high[::-1]]), self.log_y)
            known = np.isfinite(ring[0]) & np.isfinite(ring[1])
            item.setData(ring[0][known], ring[1][known])

    def _draw_guess(self) -> None:
        value, words = self._baseline or (math.nan, "")
        other = other_reference(self.kind, self.experiment, self._baselines)
        both = self._scaled(np.array([value, other]), self.log_y)
        said = f"{words} {say(value, 3)}, G {say(other, 3)}" if math.isfinite(other) else f"{words} {say(value)}"
        self.plot.show_guess(both[0], said, both[1])

    def _draw_marks(self) -> None:
        xs = np.array([self._place(mark.update) for mark in self.marks])
        self.plot.show_flags(xs[np.isfinite(xs)])

    def _place(self, update: float) -> float:
        """Where an update lies along the picture; nan before the first evaluation."""
        if not len(self.history):
            return math.nan
        x = np.interp(update, self.history.column("update").mean, self.history.column(self.axis).mean)
        return float(self._scaled(np.array([x]), self.log_x)[0])

    def _draw_rate(self) -> None:
        """The learning rate on a scale of its own: its largest value at nine tenths of the height."""
        if not self._option("rate") or "lr" not in self.history.names:
            self.plot.rate.setData([], [])
            return
        _, (y0, y1) = self.plot.box.viewRange()
        rate = self.history.column("lr").mean
        most = float(np.nanmax(rate, initial=0.0)) or 1.0
        self.plot.rate.setData(
            self._scaled(self.history.column(self.axis).mean, self.log_x), y0 + 0.9 * (y1 - y0) * rate / most
        )

    def _tell(self) -> None:
        """The numbers above the plot: the newest, or those under the cursor."""
        place = None if self._hover is None else self._block_at(self._hover)
        entries = [Entry(one.words, DASHES[one.slot], self._number(one.metric, place)) for one in self.series]
        if self._option("rate") and "lr" in self.history.names:
            entries.append(Entry("η", (), self._number("lr", place)))
        self.head.show_entries(tuple(entries))
        self._tell_cross(place)

    def _number(self, name: str, place: int | None) -> str:
        column = self.history.column(name)
        return say(column.last if place is None else float(column.mean[place]), 4 if name == "lr" else 3)

    def _block_at(self, x: float) -> int | None:
        """The block whose x is closest to a place on the axis."""
        if not len(self.history):
            return None
        xs = self._scaled(self.history.column(self.axis).mean, self.log_x)
        xs = np.where(np.isfinite(xs), xs, -math.inf)
        after = bisect.bisect_left(xs, x)
        near = [place for place in (after - 1, after) if 0 <= place < len(xs)]
        return min(near, key=lambda place: abs(xs[place] - x))

    def _tell_cross(self, place: int | None) -> None:
        if place is None:
            self.plot.show_cross(None)
            return
        (x0, x1), _ = self.plot.box.viewRange()
        value = float(self.history.column(self.axis).mean[place])
        x = float(self._scaled(np.array([value]), self.log_x)[0])
        where = f"{AXIS_WORDS[self.axis]} {say(value, 0 if self.axis in ('update', 'samples') else 1)}"
        self.plot.show_cross(x, "\n".join([where, *self._near_marks(x, x1 - x0)]))

    def _near_marks(self, x: float, span: float) -> list[str]:
        """What the flags beside the cursor stand for."""
        return [mark.text for mark in self.marks if abs(self._place(mark.update) - x) < 0.015 * span][-3:]

    # The mouse and the choices

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._point(None)
        elif event.type() == QEvent.Type.Resize:
            self._place_axis()
        elif event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            x, _ = self.plot.data_at(event.position())
            (x0, x1), _ = self.plot.box.viewRange()
            self._point(x if x0 <= x <= x1 else None)
        return super().eventFilter(watched, event)

    def _point(self, x: float | None) -> None:
        if x != self._hover:
            self._hover = x
            self._tell()

    def _choose_axis(self, name: str) -> None:
        self.show_view(self.state.with_(x_axis=name))
        self.ask(ChooseXAxis(name))

    def _turn_log(self, on: bool) -> None:
        if on != self._option("log_y"):
            self.set_option("curves.log_y", on)

    def _choose_measure(self, name: str, _on: bool) -> None:
        before = self.called
        self.set_option(MEASURE, name)
        self._follow_choice(before)

    def toggles(self) -> list[Toggle]:
        names = {"smooth": "Smooth, with the range behind it", "rate": "Learning rate η", "log_x": "Logarithmic along"}
        choices = [
            Toggle(words, self._option(name), functools.partial(self.set_option, f"curves.{name}"))
            for name, words in names.items()
        ]
        if self.kind == "loss":
            choices.append(Toggle("Logarithmic height", self._option("log_y"), self.head.log.setChecked))
        elif self.experiment is not None:
            measures = self.experiment.task.measures
            choices += [
                Toggle(one.label, one == self.measure, functools.partial(self._choose_measure, one.name))
                for one in measures
            ]
        return choices

    # Taking away

    def numbers(self) -> Numbers:
        """The blocks as they are drawn: axes, and mean, smallest and largest value of every part."""
        if not len(self.history):
            return [], []
        columns = {axis: self.history.column(axis).mean for axis in AXES if axis in self.history.names}
        for one in self.series:
            column = self.history.column(one.metric)
            name = f"{one.words} {self.metric}"
            columns |= {name: column.mean}
            if self.history.size > 1:
                columns |= {f"{name} smallest": column.low, f"{name} largest": column.high}
        return list(columns), np.column_stack(list(columns.values())).tolist()


class LossView(LossFace, CurvesView):
    """The loss of the training part and the test part."""

    kind = "loss"


class ScoreView(ScoreFace, CurvesView):
    """The measure that is watched beside the loss."""

    kind = "score"


def _pale(colour: str) -> QColor:
    """A background for words through which a curve is still seen."""
    background = QColor(colour)
    background.setAlpha(SEEN_THROUGH)
    return background
