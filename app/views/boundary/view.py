"""Input space: what the network answers at every point of the plane of its inputs, with the samples."""

from __future__ import annotations

import dataclasses
import functools

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.documents.brush import Brush
from app.documents.view_state import ViewState
from app.look.theme import Theme
from app.views.base import Numbers, Toggle, View
from app.views.boundary import BoundaryFace, answers, typed_row
from app.views.boundary.area import Area
from app.views.boundary.blank import blank
from app.views.boundary.brush import Tool
from app.views.boundary.key import KeyWords
from app.views.boundary.plane_bar import PlaneBar, PlaneChoice
from app.views.boundary.players_part import PlayersPart
from app.views.boundary.pointer import Pointed, Pointer
from app.views.boundary.samples import INK, Samples
from app.views.boundary.thinned import GHOSTS, Ghosts, can_be_thinned
from app.views.drawing import answer_colours
from app.views.drawing.answer_bar import OPTION, AnswerBar, answer_of
from app.views.drawing.plot import HeatMap, pen
from app.widgets.limited import limited, restrict
from core.data.preparation import Prepared
from core.datasets.points import Points
from core.experiment import Experiment
from core.frames import Frame, Update
from core.probing.probe import Probe
from core.registry import read

SPREAD = "Samples at the same place are spread a little, so that all of them can be seen."


class BoundaryView(BoundaryFace, View):
    """A heat map with the samples, a colour field for values, or the fitted curve where there is one input."""

    empty_text = (
        "As soon as the network is built, its answer for every point of the input space stands here, with the samples."
    )
    blank_text = "Nothing is drawn yet: draw some points with the brush under Data, More."
    undrawn_text = "The input space is drawn for networks that answer with one class or one number; this one answers with whole pictures."
    frame_names = ("boundary", "warped_grid", "thinned")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._brush: Brush | None = None
        self.area = Area()
        self.plot, self.key, self.readout = self.area.plot, self.area.key, self.area.readout
        self._larger = QTimer(self, singleShot=True, interval=0)  # a new layout comes in several sizes: once is enough
        self._larger.timeout.connect(self._show_samples)
        self.area.resized.connect(self._larger.start)
        self.key.test_shown.connect(functools.partial(self._turn, "boundary.test"))
        self.key.hard_shown.connect(functools.partial(self._turn, "boundary.hard"))
        self._column = QVBoxLayout(self.body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.answer = AnswerBar()
        self.answer.chosen.connect(functools.partial(self.set_option, OPTION))
        self._column.addWidget(limited(self.answer, OPTION))
        self._column.addWidget(self.area, 1)
        self.players = self._two_players()
        self._add_items()
        self.pointer = Pointer(self.area, self.samples, self)
        self.pointer.intent.connect(self.intent)
        self.pointer.finished.connect(self.finished)

    def _two_players(self) -> PlayersPart:
        players = PlayersPart(self.plot, functools.partial(self._column.insertWidget, 0), self)
        players.edit.connect(self.edit)
        players.finished.connect(self.finished)
        players.option.connect(self.set_option)
        players.moved.connect(self.redraw)
        return players

    @functools.cached_property
    def plane(self) -> PlaneBar:
        """Above the picture, as soon as there are wide data."""
        bar = PlaneBar()
        bar.changed.connect(self._choose_plane)
        bar.show_theme(self.theme)
        self._column.insertWidget(self._column.count() - 1, limited(bar, "plane"))
        restrict(self, self.state.limits)
        return bar

    def _add_items(self) -> None:
        self.map = HeatMap()
        self.line = pg.PlotCurveItem(connect="pairs", antialias=True)
        self.line.setZValue(5)
        self.curve = pg.PlotCurveItem(antialias=True, connect="finite")
        self.curve.setZValue(15)
        for item in (self.map, self.line, self.curve):
            self.plot.addItem(item)
        self.ghosts = Ghosts(self.plot)
        self.samples = Samples(self.plot)

    # What the shell says

    def requests(self) -> dict[str, Probe]:
        if not _can_draw(self.experiment):
            return {}
        choice = self.choice()
        request = {"kind": "boundary", "plane": choice.plane, "x": choice.x, "y": choice.y, "fixed": choice.held}
        request |= {"answer": answer_of(self.state)}
        resolution = self.state.options.get("boundary.resolution")
        boundary = read(Probe, request | ({"resolution": int(resolution)} if resolution else {}))
        thinned = self.ghosts.requests(self.experiment, self.prepared, choice, shown=self._option(GHOSTS))
        return {"boundary": boundary} | thinned | self.players.requests(self.state)

    def _option(self, name: str) -> bool:
        """A choice that is on where nobody has chosen."""
        return bool(self.state.options.get(name, True))

    def show_experiment(self, experiment: Experiment, prepared: Prepared | None = None) -> None:
        if self.experiment is not None and experiment.data.kind != self.experiment.data.kind:
            self.take_brush(None)
        self.players.show_experiment(experiment)
        restrict(self, self.state.limits)  # the bar of several players may have been made just now
        super().show_experiment(experiment, prepared)
        if prepared is not None:
            self.key.show_test_part(bool(len(prepared.test)))

    def show_update(self, update: Update) -> None:
        self.players.take(update.frames.get("boundary"), update)
        super().show_update(update)

    def show_view(self, state: ViewState) -> None:
        self.key.test.setChecked(bool(state.options.get("boundary.test", False)))
        self.key.hard.setChecked(bool(state.options.get("boundary.hard", False)))
        super().show_view(state)

    def set_reduced_motion(self, reduced: bool) -> None:
        self.players.still = reduced

    def show_theme(self, theme: Theme) -> None:
        self.plot.dress(theme)
        if "plane" in self.__dict__:
            self.plane.show_theme(theme)
        self.players.show_theme(theme)
        self.area.show_theme(theme)
        super().show_theme(theme)

    def take_brush(self, brush: Brush | None) -> None:
        """Draw samples with this tool (see `panels.draw_bar`); None: the mouse chooses samples again."""
        self._brush = brush
        self.plot.viewport().setCursor(Qt.CursorShape.ArrowCursor if brush is None else Qt.CursorShape.CrossCursor)
        self.pointer.take(None if brush is None or self.experiment is None else self._tool(brush))
        self.redraw()

    def _tool(self, brush: Brush) -> Tool:
        data = self.experiment.data if self.experiment else None
        mode = data.mode if isinstance(data, Points) else ""
        frame = self.frame
        curve = mode == "curve" if mode else frame is not None and frame.info["geometry"] == "curve"
        classes = mode == "classes" if mode else frame is not None and bool(frame.info["classes"])
        return Tool.of(brush, curve, classes)

    # Drawing

    @property
    def frame(self) -> Frame | None:
        """What is shown: the last frame; where somebody draws and there are no samples yet, a blank plane."""
        experiment = self.experiment
        if experiment is not None and isinstance(experiment.data, Points) and experiment.data.blank:
            return blank(experiment.data, experiment.task.origins) if self._brush is not None else None
        return self.players.shown(self.frames.get("boundary")) if _can_draw(self.experiment) else None

    def draw(self) -> None:
        frame = self.frame
        blank = self.experiment is not None and self.experiment.data.blank
        self.say_empty(
            self.blank_text if blank else self.empty_text if _can_draw(self.experiment) else self.undrawn_text
        )
        self.show_body(frame is not None)
        self._show_plane(frame)
        if self.experiment is not None:
            self.answer.show_answers(self.experiment, self.prepared, self.state)
        if frame is None:
            self.pointer.show_drawn(None)
            return
        flat = answers.is_flat(frame)
        info = frame.info
        says = "D says" if self.players.active else ""
        seen = self._option(GHOSTS) and can_be_thinned(self.experiment, self.prepared)
        self.ghosts.draw(self.frames.get("thinned") if seen else None, frame, self.theme)
        self.key.show_words(
            KeyWords(
                tuple(info["classes"]),
                tuple(info["range"]),
                info.get("target", ""),
                flat,
                self.key.hard.isChecked(),
                says,
                self.ghosts.count,
            ),
            self.theme,
        )
        self.area.square = flat
        self.area.place()
        if flat:
            self._draw_map(frame)
        else:
            self._draw_curve(frame)
        self._show_samples()
        row = typed_row.of(self.state, self.prepared)
        self.samples.choose(self.state.sample, self.theme, typed_row.place(row, frame, self.prepared))
        self.players.draw(frame, self.frames.get("warped_grid"), self.state, self.theme)
        self.pointer.show_drawn(self._pointed(frame))
        shift = frame.arrays.get("shift")
        spread = SPREAD if shift is not None and shift.any() else ""
        self.plot.setToolTip("\n".join(each for each in (spread, self.ghosts.told) if each))

    def _show_samples(self) -> None:
        """As large as the picture asks for; what is drawn is seen, whichever part it falls into."""
        if self.frame is not None:
            test = self._brush is not None or self.key.test.isChecked()
            self.samples.show(self.frame, test, self.theme)

    def _pointed(self, frame: Frame) -> Pointed:
        table = self.prepared.table if self.prepared is not None else None
        return Pointed(frame, table, self.state.sample, self.theme.scale)

    def _draw_map(self, frame: Frame) -> None:
        x0, x1, y0, y1 = map(float, frame.arrays["extent"])
        rows, columns = frame.arrays["answers"].shape[:2]
        self.plot.name_axes(frame.info["x"], frame.info["y"], self.theme)
        self.plot.frame_to(x0, x1, y0, y1)
        hard = self.key.hard.isChecked()
        self.map.smooth = not hard
        self.map.setImage(answer_colours.picture(frame, hard, self.theme), autoLevels=False, levels=None)
        wide, high = (x1 - x0) / (columns - 1), (y1 - y0) / (rows - 1)
        self.map.setRect(
            QRectF(x0 - wide / 2, y0 - high / 2, wide * columns, high * rows)
        )  # grid points are the middles of cells
        self.map.show()
        self.curve.hide()
        self.line.setData(
            *(answer_colours.decision_lines(frame) if self._option("boundary.line") else ([], [])),
            pen=pen(INK, 2.0 * self.theme.scale),
        )

    def _draw_curve(self, frame: Frame) -> None:
        x, answer = frame.arrays["x"], answer_colours.single(frame)
        low, high = answers.curve_height(frame)
        label = frame.info["y"] if frame.info["task"] == "values" else f"P({frame.info['classes'][-1]})"
        self.plot.name_axes(frame.info["x"], label, self.theme)
        self.plot.frame_to(float(x[0]), float(x[-1]), low, high)
        self.map.hide()
        self.line.setData([], [])
        reach = high - low
        self.curve.setData(
            x, np.clip(answer, low - reach, high + reach), pen=pen(self.theme.text, 3.0 * self.theme.scale)
        )
        self.curve.show()

    # The plane of wide data

    def choice(self) -> PlaneChoice:
        """The plane that is looked at."""
        columns = self.prepared.table.columns if self.prepared is not None else ()
        choice = PlaneChoice.of(self.state.options.get("plane", {}), tuple(columns))
        row = typed_row.of(self.state, self.prepared)
        return (
            choice if row is None else dataclasses.replace(choice, rest=tuple(zip(columns, row.tolist(), strict=True)))
        )

    def _show_plane(self, frame: Frame | None) -> None:
        wide = frame is not None and self.prepared is not None and len(self.prepared.table.columns) > 2
        if wide and self.prepared is not None:
            self.plane.show_choice(self.choice(), self.prepared)
            self.plane.show()
        elif "plane" in self.__dict__:
            self.plane.hide()

    def _choose_plane(self, choice: PlaneChoice) -> None:
        self.set_option("plane", choice.option())

    def _turn(self, name: str, on: bool) -> None:
        if on != bool(self.state.options.get(name, False)):
            self.set_option(name, on)

    # Taking away

    def numbers(self) -> Numbers:
        frame = self.frame
        return ([], []) if frame is None else answers.numbers(frame)

    def toggles(self) -> list[Toggle]:
        usual = {"boundary.line": "Line between the decisions"}
        if can_be_thinned(self.experiment, self.prepared):
            usual[GHOSTS] = "Thinned networks: units switched off (dropout)"
        return [
            Toggle("Show test points", self.key.test.isChecked(), self.key.test.setChecked, "boundary.test"),
            Toggle("Yes/no map: decisions only", self.key.hard.isChecked(), self.key.hard.setChecked, "boundary.hard"),
            *(
                Toggle(words, self._option(name), functools.partial(self.set_option, name), name)
                for name, words in usual.items()
            ),
        ]


def _can_draw(experiment: Experiment | None) -> bool:
    """Whether the network answers with one class or number: a whole picture has no colour of its own."""
    return experiment is None or experiment.task.single
