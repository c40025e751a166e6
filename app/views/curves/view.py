"""Loss and score of a run over its course, with the previous run as a ghost."""

from __future__ import annotations

import functools
import math
from typing import ClassVar

import numpy as np
from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.documents.intents import ChooseXAxis, LookAt
from app.documents.view_state import ViewState
from app.look.theme import Theme
from app.views.base import Numbers, Toggle, View
from app.views.curves import MEASURE, LossFace, ScoreFace
from app.views.curves.axes import drawn
from app.views.curves.company import Company
from app.views.curves.compared import Compared
from app.views.curves.head import CurveHead, Entry
from app.views.curves.plot import CurvePlot
from app.views.curves.pointer import Pointer
from app.views.curves.reading import (
    AXIS_WORDS,
    below_zero,
    best_mark,
    entries,
    figures_of,
    legend,
    signs,
    table,
    words_at,
)
from app.views.curves.reference import Reference, reference_of, reference_tip
from app.views.curves.scale import MOST_DRAWN, NO_POINTS, Scale, drawn_in, scaled, second_half
from app.views.curves.series import known, series_of
from app.widgets.limited import limited
from core.data.preparation import Prepared
from core.families.measure import ACCURACY, Measure
from core.frames import Mark, RunState, Update
from core.history.metrics import AXES, History, Metrics
from core.threads.news import Recalled

REDRAWN = 220  # ms between two drawings of a curve that grows


class CurvesView(View):
    """What the curves of the loss and of the score have in common."""

    empty_text = "Play, and the curves of the training part and the test part grow here."
    kind: ClassVar[str]  # "loss", or "score": accuracy for classes, R² for values

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.runs = Compared()
        self._returns = 0  # that have been seen
        self._signs: tuple[Entry, ...] = ()  # of what is drawn beside the curves
        self._ghost_cut = False  # the run before goes on beyond the picture
        self._past: Recalled | None = None  # what is shown, where it is past
        self._best: tuple[Mark, ...] = ()  # the flag of early stopping, of the present
        self._marks: tuple[Mark, ...] = ()  # all that have a flag
        self._drawn = QElapsedTimer()
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self.redraw)
        self.head = CurveHead(AXIS_WORDS, self.kind == "loss")
        self.head.axis_chosen.connect(self._choose_axis)
        self.head.log_turned.connect(self._turn_log)
        self.plot = CurvePlot(self.title)
        self.company = Company(self.plot)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 8, 4)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.plot, 1)
        self._axis = limited(self.head.axis, "curves.x_axis", parent=self.plot)
        self.pointer = Pointer(self.plot)
        self.pointer.moved.connect(self._tell)
        self.pointer.pointed.connect(self._look_at)
        self.pointer.resized.connect(self._place_axis)
        self.head.show_axis("update")

    # What the shell says

    def show_view(self, state: ViewState) -> None:
        self.head.show_axis(state.x_axis if state.x_axis in AXES else "update")
        self.head.log.setChecked(bool(state.options.get("curves.log_y", False)))
        super().show_view(state)

    def show_run(self, metrics: Metrics, before: Metrics | None) -> None:
        self.runs, self._returns, self._best = Compared(metrics, before), metrics.returns, ()
        self._drawn.invalidate()

    def show_company(self, runs: tuple[Metrics, ...]) -> None:
        """Other runs stand beside the one that is shown, which is the first; () where it is alone again."""
        self.company.show_runs(runs)
        self.redraw()

    def show_update(self, update: Update) -> None:
        """What the metrics of the run have taken in is drawn."""
        metrics = self.runs.metrics
        if any(run.run == update.run for run in self.company.runs[1:]):
            self.company.take(update)
            self._redraw_soon(running=True)
            return
        if metrics is None or update.run != metrics.run:
            return  # a run that has been left has nothing more to say here
        if self._returns != metrics.returns:
            self._returns = metrics.returns
            self._drawn.invalidate()
        best, self._best = self._best, best_mark(update.best, over=update.state.over)
        if update.recalled != self._past:
            self._past = update.recalled
            if update.best is None:
                self._show_past()
            else:  # the flag is another in the past
                self.redraw()
        elif best != self._best or update.metrics or update.marks or update.baselines is not None:
            self._redraw_soon(running=update.state is RunState.running)

    def forget(self, prepared: Prepared | None) -> None:
        self.runs = Compared()
        super().forget(prepared)

    def _redraw_soon(self, *, running: bool) -> None:
        """A curve that grows is drawn a few times a second: nobody sees more of it, and drawing it is dear."""
        if running and self._drawn.isValid() and self._drawn.elapsed() < REDRAWN:
            if not self._later.isActive():
                self._later.start(REDRAWN - self._drawn.elapsed())
            return
        self.redraw()

    def show_theme(self, theme: Theme) -> None:
        self.plot.dress(theme)
        self.head.show_theme(theme)
        super().show_theme(theme)

    # The run

    @property
    def history(self) -> History:
        """The course of the run that is shown."""
        return self.runs.history

    @property
    def ghost(self) -> History:
        """The course of the run before, where both measure the same."""
        return self.runs.ghost(self.kind)

    @property
    def metric(self) -> str:
        """The name of what is drawn, behind the part's."""
        if self.kind == "loss":
            return "loss"
        return self.measure.name

    @property
    def measure(self) -> Measure:
        """What is watched beside the loss; of several a person chooses."""
        if self.experiment is None:
            return ACCURACY
        return self.experiment.task.watched(str(self.state.options.get(MEASURE, "")), self.experiment.data.answers)

    @property
    def scale(self) -> Scale:
        """How the numbers lie on the picture, as a person chose it."""
        along = self.state.x_axis if self.state.x_axis in AXES else "update"
        log_y = self._option("log_y") and self.kind == "loss"
        log_x = self._option("log_x")
        most = MOST_DRAWN if log_x else drawn_in(self.plot.width())  # there the first blocks lie far apart
        return Scale(along, log_x, log_y, self._option("smooth"), most)

    @property
    def reference(self) -> Reference:
        """What an answer without looking gets."""
        return reference_of(self.kind, self.experiment, self.measure, self.runs.baselines)

    def _option(self, name: str) -> bool:
        return bool(self.state.options.get(f"curves.{name}", False))

    # Drawing

    def draw(self) -> None:
        self._later.stop()
        self._drawn.start()
        scale, history, ghost = self.scale, self.history, self.ghost
        if self.company.runs:
            ghost = History()
        self.show_body(len(history) > 0 or len(ghost) > 0)
        if not len(history) and not len(ghost):
            return
        self.plot.set_log(scale.log_x, scale.log_y)
        own = series_of(self.kind, self.experiment, self.metric)
        metrics = {} if self.company.runs else {one.slot: one.metric for one in own}
        self.company.draw(scale, self.kind, self.metric, self.theme, train=self._option("train"))
        self.plot.show_curves(
            {slot: scale.points(history, name) for slot, name in metrics.items()},
            {slot: scale.points(ghost, name) for slot, name in metrics.items()},
        )
        self._frame(scale)
        self._place_axis()
        self.company.place_letters(self.theme)
        between = self.runs.between
        bands = {
            slot: scale.band(history, name) if scale.smooth else scale.swing(history, between, name)
            for slot, name in metrics.items()
        }
        self.plot.show_bands(bands)
        best = self._best if self._past is None else best_mark(self._past.best, over=False)
        self._marks = (*self.runs.marks, *best)
        places = {mark: scale.place(history, mark.update) for mark in self._marks}
        flags = {mark: place for mark, place in places.items() if math.isfinite(place)}
        self.plot.show_flags(np.array([*flags.values()]))
        label = ((flags[mark], mark.about) for mark in best if mark in flags)
        self.plot.show_best(*next(label, (None, "")))
        reference = self.reference
        value, other = scaled(np.array([reference.value, reference.other]), scale.log_y)
        worse = self.kind == "score" and any(below_zero(history, name) for name in metrics.values())
        self.plot.show_guess(value, reference.told(worse), other)
        banded = any(len(xs) for xs, _ in bands.values())
        self._signs = signs(banded, scale.smooth, [mark.kind for mark in flags])
        tip = reference_tip(self.kind, self.experiment, self.runs.baselines) or reference.tip(worse)
        self.plot.setToolTip(legend(tip, banded, scale.smooth, bool(flags)))
        rate = self._option("rate") and "lr" in history.names
        self.plot.show_rate(*((scale.xs(history), history.column("lr").mean) if rate else NO_POINTS))
        self._show_past()

    def _show_past(self) -> None:
        self.plot.show_past(None if self._past is None else self.scale.past(self.history, self._past.updates))
        self._tell()

    def _look_at(self, x: float) -> None:
        """A person points at a moment of the run."""
        block = self.scale.block_at(self.history, x)
        if block is not None:
            self.ask(LookAt(round(float(self.history.column("update").mean[block]))))

    def _place_axis(self) -> None:
        """What runs along stands below its axis, where it can be changed."""
        place = self._axis
        place.resize(self.head.axis.sizeHint())
        left = round(self.plot.left.minimumWidth())  # that it has been given; it takes it with the next layout
        place.move(left + (self.plot.width() - left - place.width()) // 2, self.plot.height() - place.height())
        place.raise_()  # above the viewport that the plot paints on

    def _frame(self, scale: Scale) -> None:
        """Round ends of both axes, so that curves grow into free room and axes move rarely."""
        (xs, ys), (ghost_xs, ghost_ys) = (
            drawn([*self.plot.lines.values(), *self.company.lines]),
            drawn(self.plot.before),
        )
        x0, x1 = scale.ends(xs, ghost_xs)
        beside = ghost_xs <= x1
        self._ghost_cut = not bool(np.all(beside))
        seen, reference = np.concatenate([ys, ghost_ys[beside]]), self.reference
        one = self.kind == "score" and self.measure.ceiling is not None
        if one:
            seen = second_half(np.concatenate([xs, ghost_xs[beside]]), seen)
        y0, y1 = scale.heights(seen, reference.value, reference.other, below_one=one)
        label = "Loss" if self.kind == "loss" else self.measure.label
        self.plot.name_axes("", f"{label} from {y0:g}" if one and y0 > 0 and not scale.log_y else label, self.theme)
        self.plot.frame_to(x0, x1, y0, y1)

    def _tell(self) -> None:
        """The numbers above the plot: those of what is shown, or those under the cursor."""
        x, scale, history, past = self.pointer.x, self.scale, self.history, self._past
        block = None if x is None else scale.block_at(history, x)
        figures = past.figures if past is not None and block is None else None
        if figures is None:  # of a stage on the way the nearest evaluation is told
            place = scale.past(history, past.updates) if past is not None and x is None else x
            figures = figures_of(history, None if place is None else scale.block_at(history, place))
        series = known(series_of(self.kind, self.experiment, self.metric), figures)
        told = entries(figures, series, self._option("rate"))
        if self.company.runs:
            told = self.company.entries(scale, self.kind, self.metric, None if block is None else x, past)
        told = (*told, *self._signs)
        if len(self.ghost) and not self.company.runs:
            told = (*told, Entry(self.runs.ghost_words(cut=self._ghost_cut), (), "", self.runs.ghost_brief, faint=True))
        self.head.show_entries(told)
        if block is None:
            self.plot.show_cross(None)
            return
        (x0, x1), _ = self.plot.box.viewRange()
        self.plot.show_cross(float(scale.xs(history)[block]), words_at(history, scale, block, self._marks, x1 - x0))

    # The choices

    def _choose_axis(self, name: str) -> None:
        self.show_view(self.state.with_(x_axis=name))
        self.ask(ChooseXAxis(name))

    def _turn_log(self, on: bool) -> None:
        if on != self._option("log_y"):
            self.set_option("curves.log_y", on)

    def toggles(self) -> list[Toggle]:
        names = {"smooth": "Smooth, with the range behind it", "rate": "Learning rate η", "log_x": "Logarithmic along"}
        if self.company.runs:
            names["train"] = "Training part of all runs"
        choices = [
            Toggle(words, self._option(name), functools.partial(self.set_option, f"curves.{name}"), f"curves.{name}")
            for name, words in names.items()
        ]
        if self.kind == "loss":
            choices.append(Toggle("Logarithmic height", self.scale.log_y, self.head.log.setChecked, "curves.log_y"))
        elif self.experiment is not None:
            measures = self.experiment.task.measures_of(self.experiment.data.answers)
            choices += [
                Toggle(
                    one.label, one == self.measure, lambda _on, name=one.name: self.set_option(MEASURE, name), MEASURE
                )
                for one in measures
            ]
        return choices

    # Taking away

    def numbers(self) -> Numbers:
        """The blocks as they are drawn: axes, and mean, smallest and largest value of every part."""
        series = known(series_of(self.kind, self.experiment, self.metric), self.history.names)
        return table(self.history, series, self.metric)


class LossView(LossFace, CurvesView):
    """The loss of the training part and the test part."""

    kind = "loss"


class ScoreView(ScoreFace, CurvesView):
    """The measure that is watched beside the loss."""

    kind = "score"
