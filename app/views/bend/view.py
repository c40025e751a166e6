"""Bend space: the grid and the samples on their way through the layers, with a slider over all acts."""

from __future__ import annotations

import functools
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.documents.view_state import ViewState
from app.look.theme import CAPTION, Theme
from app.views.base import Numbers, Toggle
from app.views.bend import BendFace, words
from app.views.bend.act_slider import Journey
from app.views.bend.canvas import BendCanvas
from app.views.bend.caption import Caption
from app.views.bend.course import Course
from app.views.bend.offer_page import THREE, OfferPage
from app.views.bend.player import Player
from app.views.boundary.plane_bar import PlaneChoice
from app.views.frame_view import FrameView
from app.widgets.icon_button import IconButton
from app.widgets.limited import limited, place_of
from app.widgets.switch import Switch
from core.data.preparation import Prepared
from core.experiment import Experiment
from core.frames import Frame, RunState, Update
from core.probes.bend import DRAWN

AT, SHADOW, COLLAPSE = "bend.at", "bend.shadow", "bend.collapse"
COARSE, FINE = 61, 121  # points along the grid while the run learns, and at rest
PLAY, PAUSE = "Play the way through the layers", "Stop there"
SHADOW_TIP = (
    "Layers of more than three units have no picture: show the shadow that they throw, by principal components."
)
COLLAPSE_TIP = "Layers without an activation between them, as the one linear map that they are."


class BendView(BendFace, FrameView):
    """Where it stands is a choice of the view, and so are the shadow of wide layers and linear layers as one map."""

    empty_text = "As soon as the data are there, the way of the space through the layers stands here."
    soon_text = "As soon as the network is built, its space is seen here on the way through the layers."
    frame_names = ("bend",)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.course: Course | None = None
        self._at: float | None = None  # None: where it opens
        self._told: object = None  # what the view's choices said last
        self._runs = False
        self.canvas, self.journey, self.player = BendCanvas(), Journey(), Player(self)
        self.play = IconButton("play", PLAY)
        self.shadow, self.collapse = Switch("Shadow", SHADOW_TIP), Switch("As one map", COLLAPSE_TIP)
        self.caption, self.offer = Caption(), OfferPage(SHADOW)
        self.pages = QStackedWidget()
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        self.pages.addWidget(self.canvas)
        self.pages.addWidget(self.offer)
        row = QHBoxLayout()
        row.setContentsMargins(4, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(limited(self.play, AT), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(limited(self.journey, AT), 1)
        row.addWidget(limited(self.shadow, SHADOW))
        row.addWidget(limited(self.collapse, COLLAPSE))
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(2)
        column.addWidget(self.pages, 1)
        column.addLayout(row)
        below = QHBoxLayout()
        below.setContentsMargins(8, 0, 8, 0)
        below.addWidget(self.caption)
        column.addLayout(below)

    def _connect(self) -> None:
        self.canvas.intent.connect(self.intent)
        self.journey.slider.moved.connect(self._slide)
        self.journey.slider.sliderReleased.connect(self._keep)
        self.play.clicked.connect(self.play_or_stop)
        self.player.at.connect(self.show_at)
        for signal in (self.player.rested, self.player.ended):
            signal.connect(self._keep)  # pictures of runs beside follow act by act
        self.shadow.clicked.connect(self.turn_shadow)
        self.collapse.clicked.connect(self.turn_collapse)
        self.offer.shadow_wanted.connect(functools.partial(self.turn_shadow, True))
        self.offer.narrowed.connect(self._narrow)

    # What the shell says

    def wanted(self) -> dict[str, dict[str, Any]]:
        columns = tuple(self.prepared.table.columns) if self.prepared is not None else ()
        choice = PlaneChoice.of(self.state.options.get("plane", {}), columns)
        return {
            "bend": {
                "kind": "bend",
                "plane": choice.plane,
                "x": choice.x,
                "y": choice.y,
                "fixed": choice.fixed,
                "resolution": COARSE if self._runs else FINE,
                "shadow": self._is(SHADOW),
                "collapse": self._is(COLLAPSE),
            }
        }

    def show_experiment(self, experiment: Experiment, prepared: Prepared | None = None) -> None:
        """Another stack has other acts: it opens anew."""
        if self.experiment is not None and _stack(experiment) != _stack(self.experiment):
            self.player.stop()
            self._at = None
        super().show_experiment(experiment, prepared)

    def show_update(self, update: Update) -> None:
        runs = update.state is RunState.running
        if runs != self._runs:
            self._runs = runs
            self.wants.emit()
        super().show_update(update)

    def show_view(self, state: ViewState) -> None:
        at = state.options.get(AT)
        if at != self._told and not self.player.plays and not self.journey.slider.isSliderDown():
            self._told = at
            self._at = float(at) if isinstance(at, (int, float)) else None
        super().show_view(state)

    def show_theme(self, theme: Theme) -> None:
        for part in (self.caption, self.offer, self.journey.ticks):
            part.show_theme(theme)
        small = f"min-height: 0px; padding: 2px 6px; font-size: {theme.px(CAPTION + 1)}px;"
        for switch in (self.shadow, self.collapse):
            switch.setStyleSheet(small)
        super().show_theme(theme)

    def set_reduced_motion(self, reduced: bool) -> None:
        self.player.set_still(reduced)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.player.stop()

    # Drawing

    def draw(self) -> None:
        super().draw()
        frame = self.frames.get("bend")
        if frame is not None and frame.info["problem"]:
            self.say_empty(frame.info["problem"])

    def draw_frame(self, frame: Frame) -> None:
        if self.course is None or self.course.frame is not frame:
            self.course = Course(frame)
        self.canvas.show_course(self.course, bool(self.state.options.get("boundary.test", False)), self.theme)
        self.canvas.show_sample(self.state.sample)
        self.journey.show_course(self.course)
        self.shadow.setChecked(self._is(SHADOW))
        self.collapse.setChecked(self._is(COLLAPSE))
        place_of(self.shadow).want(any(act["size"] > DRAWN for act in self.course.acts))
        place_of(self.collapse).want(len(frame.info["linear"]) > 1)
        self.show_at(self.at)

    @property
    def at(self) -> float:
        """How many acts have been done where it stands."""
        course = self.course
        if course is None:
            return 0.0
        return float(course.frame.info["opens"]) if self._at is None or self._at > course.last else self._at

    def show_at(self, at: float) -> None:
        """Stand there; it is not remembered."""
        course = self.course
        if course is None:
            return
        self._at = None if self._at is None and at == self.at else at
        place = course.place(at)
        self.journey.slider.show_at(at)
        self.play.set_icon("pause" if self.player.plays else "play")
        self.play.setToolTip(PAUSE if self.player.plays else PLAY)
        drawn = course.is_drawn(place)
        if drawn:
            self.canvas.show_place(place)
        else:
            self.offer.offer(
                words.offer(course, place), _dense(self.experiment, course.acts[words.undrawn(course, place)]["layer"])
            )
        self.pages.setCurrentIndex(int(not drawn))
        self._say(course)

    def _say(self, course: Course) -> None:
        place = course.place(self.at)
        title, sentences = words.title(course, place), words.sentences(course, place)
        self.caption.say(title, sentences)
        said = (f"{title}.", *(each.text for each in sentences), *(each.spoken for each in self.canvas.matrices))
        for part in (self.canvas, self.journey.slider):
            part.setAccessibleDescription(" ".join(said))

    # What a person wants

    def play_or_stop(self) -> None:
        """The morph from here to the end, and from the beginning where it is there; wide layers as shadows."""
        if self.player.plays:
            self.player.stop()
        elif self.course is not None:
            if not all(act["drawn"] for act in self.course.acts) and not self._is(SHADOW):
                self.turn_shadow(True)
            self.player.play(self.at, self.course.last)

    def turn_shadow(self, on: bool) -> None:
        self.set_option(SHADOW, on)

    def turn_collapse(self, on: bool) -> None:
        self._at = None
        self.set_option(COLLAPSE, on)

    def _narrow(self, path: str) -> None:
        self.edit.emit(path, THREE)
        self.finished.emit()

    def _slide(self, at: float) -> None:
        self.player.stop()
        self.show_at(at)
        if not self.journey.slider.isSliderDown():
            self._keep()

    def _keep(self) -> None:
        """Where it stands is remembered once the hand or the time has come to rest."""
        self._told = self.at
        self.set_option(AT, self.at)

    def _is(self, name: str) -> bool:
        return bool(self.state.options.get(name, False))

    # Taking away

    def toggles(self) -> list[Toggle]:
        return [
            Toggle("Shadow of wide layers", self._is(SHADOW), self.turn_shadow, SHADOW),
            Toggle("Linear layers as one map", self._is(COLLAPSE), self.turn_collapse, COLLAPSE),
        ]

    def numbers(self) -> Numbers:
        """Where every sample is at the act that is nearest."""
        course = self.course
        if self.frame is None or course is None:
            return ["sample", "class"], []
        number = course.place(self.at).nearest
        if not course.acts[number]["drawn"]:
            return ["sample", "class"], []
        arrays, classes = course.frame.arrays, course.frame.info["classes"]
        truth = [classes[int(value)] if classes else float(value) for value in arrays["y"]]
        return ["sample", "class", *words.names(course, number)], [
            [int(index) + 1, true, *map(float, spot)]
            for index, true, spot in zip(arrays["index"], truth, arrays[f"samples.{number}"], strict=True)
        ]


def _stack(experiment: Experiment) -> tuple[tuple[str, str, str], ...]:
    """The layers, as far as their acts follow from it."""
    return tuple((layer.kind, layer.name, layer.acts.kind) for layer in experiment.layers)


def _dense(experiment: Experiment | None, name: str) -> str:
    """The name of a hidden layer whose units can be set; "" where it is another."""
    layers = experiment.layers if experiment is not None else ()
    return name if any(layer.name == name and layer.kind == "dense" for layer in layers) else ""
