"""Generated pictures: what a player draws out of noise, the real ones that are nearest, and a walk through the
noise."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.documents.intents import ChooseSample
from app.documents.view_state import ViewState
from app.look.theme import CAPTION, Theme
from app.views.base import Numbers
from app.views.boundary.players_bar import PlayersBar
from app.views.boundary.players_part import PUSH
from app.views.drawing.images import MADE
from app.views.frame_view import FrameView
from app.views.generated import GeneratedFace
from app.views.generated.samples import GeneratedSamples
from app.views.generated.walk import GeneratedWalk
from app.widgets.limited import limited
from app.widgets.segments import Segments
from core.data.images import is_picture
from core.data.preparation import Prepared
from core.experiment import Experiment
from core.frames import Frame, Update
from core.probes.feature_maps import SHOWN
from core.probes.generated import Generated

PAGE, AXES = "generated.page", "generated.axes"
SAMPLES, WALK = "samples", "walk"


class GeneratedView(GeneratedFace, FrameView):
    """Two pages: always the same noise, whose pictures become better; and a pointer over two of the noise numbers."""

    empty_text = "Choose pictures as data and a task that imitates them: what is drawn out of random numbers stands here, beside the nearest real pictures."
    soon_text = "As soon as the networks are built, the first pictures that are made stand here."
    frame_names = ("generated",)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: Frame | None = None  # one player has moved, the other one not yet
        self.pages = Segments("What is shown", {SAMPLES: "Samples", WALK: "Walk"}, height=22)
        self.pages.setToolTip(
            "Samples: always the same random numbers.\nWalk: a pointer over two of the noise numbers, and what is drawn there."
        )
        self.pages.chosen.connect(self._turn)
        self.bar = PlayersBar()
        self.bar.take_in(limited(self.pages, PAGE))
        self.bar.edit.connect(self.edit)
        self.bar.finished.connect(self.finished)
        self.bar.pushes_pixels = True
        self.bar.push_turned.connect(self._turn_push)
        self.samples, self.walk = GeneratedSamples(), GeneratedWalk()
        self.samples.looked.connect(self._look)
        self.samples.grid.chosen.connect(self._choose)
        self.walk.pointed.connect(self._walk_on)
        self.walk.axes_chosen.connect(self._choose_axes)
        self.stack = QStackedWidget()
        for page in (self.samples, self.walk):
            self.stack.addWidget(page)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.stack, 1)

    # What the shell says

    def fits(self) -> bool:
        imitates = self.experiment is not None and self.experiment.task.imitates
        return imitates and self.prepared is not None and is_picture(self.prepared.sample_shape)

    def wanted(self) -> dict[str, dict[str, Any]]:
        asked: dict[str, Any] = {"kind": "generated", "count": SHOWN, "axes": self._axes()}
        if self._page() == WALK:
            asked |= {"at": self.walk.at, "sheet": self.walk.plot.sheet_size(self.theme)}
        elif self._with_push():
            asked["push"] = True
        return {"generated": asked}

    def _page(self) -> str:
        page = self.state.options.get(PAGE)
        return page if page in (SAMPLES, WALK) else SAMPLES

    def _with_push(self) -> bool:
        return bool(self.state.options.get(PUSH, False))

    def _chosen(self) -> int:
        number = self.state.options.get(MADE, 0)
        return number if isinstance(number, int) else 0

    def _axes(self) -> tuple[int, int]:
        chosen = self.state.options.get(AXES, (0, 1))
        return (int(chosen[0]), int(chosen[1])) if isinstance(chosen, (tuple, list)) and len(chosen) == 2 else (0, 1)

    def show_experiment(self, experiment: Experiment, prepared: Prepared | None = None) -> None:
        if experiment.task.imitates:
            self.bar.show_players(experiment)
        super().show_experiment(experiment, prepared)

    def show_view(self, state: ViewState) -> None:
        super().show_view(state)
        self.pages.set_value(self._page())
        self.bar.show_drawn(None, self._with_push() if self._page() == SAMPLES else None)
        self.samples.chosen = self._chosen()
        self.stack.setCurrentWidget(self.samples if self._page() == SAMPLES else self.walk)

    def show_theme(self, theme: Theme) -> None:
        self.bar.show_theme(theme)
        self.pages.set_size(theme.px(CAPTION + 1))
        self.samples.show_theme(theme)
        self.walk.show_theme(theme)
        super().show_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.wants.emit()

    def tell(self, frame: Frame) -> None:
        """A step of one player: what the picture is like when only the first one has moved."""
        if not isinstance(frame.request, Generated):
            return
        self._told = frame
        if self._page() != SAMPLES:
            self.set_option(PAGE, SAMPLES)
        self.redraw()

    def show_update(self, update: Update) -> None:
        new, told = update.frames.get("generated"), self._told
        if new is not None and told is not None and (new.run, new.update) != (told.run, told.update):
            self._told = None
        super().show_update(update)

    @property
    def frame(self) -> Frame | None:
        """The last frame, or the half of an update that Step shows."""
        frame = super().frame
        return self._told if frame is not None and self._told is not None and self._page() == SAMPLES else frame

    # Drawing

    def draw_frame(self, frame: Frame) -> None:
        if self._page() == SAMPLES:
            self.samples.show_frame(frame, self.theme)
        else:
            self.walk.show_frame(frame, self.theme, self._axes())

    # What a person does

    def _turn(self, page: str) -> None:
        self.set_option(PAGE, page)

    def _turn_push(self, on: bool) -> None:
        self.set_option(PUSH, on)

    def _look(self, _number: int) -> None:
        self.redraw()

    def _choose(self, number: int) -> None:
        """A press: the network shows how this one is made, instead of a real picture."""
        self.ask(ChooseSample(None))
        self.set_option(MADE, number)

    def _walk_on(self) -> None:
        self.wants.emit()

    def _choose_axes(self, along: int, up: int) -> None:
        self.set_option(AXES, (along, up))

    def numbers(self) -> Numbers:
        frame = self.frame
        judge = frame.info["judge"][1] if frame is not None else "the judge"
        header = ["picture", f"real, says {judge}", "nearest real picture", "its class", "distance"]
        if frame is None:
            return header, []
        arrays, classes = frame.arrays, frame.info["classes"]
        columns = zip(arrays["certainty"], arrays["real"], arrays["y"], arrays["distance"], strict=True)
        return header, [
            [place, float(says), int(real) + 1, classes[int(y)] if classes else "", float(away)]
            for place, (says, real, y, away) in enumerate(columns, start=1)
        ]
