"""Weight space: the loss over a plane through the parameters, with the run's path on it."""

from __future__ import annotations

import functools

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from app.documents.intents import WEIGHTS
from app.documents.view_state import ViewState
from app.look.theme import Theme
from app.views.base import Numbers, Toggle, View
from app.views.surface import SurfaceFace, gl
from app.views.surface.asking import Asked, Asking
from app.views.surface.bar import SurfaceBar
from app.views.surface.card import PREFIX
from app.views.surface.choice import SLICES, SurfaceChoice, answered
from app.views.surface.gauge import Honesty
from app.views.surface.grip import Grip, Place
from app.views.surface.marks import marks_of
from app.views.surface.pages import Readout, SurfacePages
from app.views.surface.pointing import Pointing
from app.views.surface.seen import Seen
from app.views.surface.shared import ALONE, Shared
from app.views.surface.sheet import Sheet
from app.views.surface.words import PointedWeight, numbers_of, words_at
from app.widgets.limited import offer
from core.frames import Frame, RunState, Update
from core.probing.probe import Probe

TALL = 330  # px of height from which the gauge has a row of its own
COMPUTING = "The first sheet is being computed: two directions of the path, then the loss over them …"


class SurfaceView(SurfaceFace, View):
    """The sheet from above, in three dimensions or in slices; the ball is the network, and can be taken in the hand.

    `asking` owns what is asked for, `pages` what is drawn, `grip` what the hand does, `shared` what is the same in
    the pictures of runs beside; `told` says that an answer came."""

    told = Signal()

    empty_text = "As soon as the network is built, the loss over a plane of its weights stands here, with the path that learning takes."
    frame_names = ("surface",)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run = -1
        self._updates = 0  # of the run, which goes on while a picture is made
        self.put_after: set[int] = set()  # updates of this run after which the network was put elsewhere by hand
        self._pointing, self.shared = Pointing(), ALONE
        self.bar, self.pages = SurfaceBar(), SurfacePages()
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.pages, 1)
        self.readout = Readout(self.pages)
        self.grip = Grip(self.pages, self)
        self.asking = Asking(self.bar, self._asked, self)
        self._connect()

    def _connect(self) -> None:
        self.asking.chosen.connect(self._change)
        self.asking.recentred.connect(self._recentre)
        self.asking.relief_again.connect(self.pages.look_again)
        self.grip.taken.connect(self.asking.follow_hand)
        for part in (self.grip, self.asking):
            part.intent.connect(self.intent)
        self.grip.dropped.connect(self.finished)
        for signal in (self.grip.dropped, self.asking.wants):
            signal.connect(self.wants)
        self.grip.pointed.connect(self._point)
        self.grip.changed.connect(self.redraw)

    # What the shell says

    @property
    def choice(self) -> SurfaceChoice:
        """What a person has chosen."""
        return SurfaceChoice.of(self.state.options.get("surface"))

    def _asked(self) -> Asked:
        return Asked(self.choice, self.experiment, self.prepared, self.state.limits, self.shared.laid)

    def request(self) -> Probe:
        """The probe whose answer is shown."""
        return self.asking.request(held=self.grip.held is not None)

    def requests(self) -> dict[str, Probe]:
        return {} if self.shared.waits else {"surface": self.request()}

    def share(self, shared: Shared) -> None:
        """Runs stand beside this one: what their pictures have in common."""
        before, self.shared = self.shared, shared
        if (shared.laid, shared.waits) != (before.laid, before.waits):
            self.wants.emit()
        if shared != before:
            self.redraw()

    def show_update(self, update: Update) -> None:
        if update.run != self._run:
            self._run, self.put_after = update.run, set()
        self.put_after = {at for at in self.put_after if at <= update.updates} | {
            mark.update for mark in update.marks if mark.kind == "put"
        }
        began, self._updates = not self._updates and update.updates, update.updates
        super().show_update(update)
        if began and "surface" not in update.frames:
            self.redraw()
        last = None if update.state is RunState.running else self.frames.get("surface")
        frame = update.frames.get("surface") or last
        if frame is not None and self.asking.loses(frame, update, held=self.grip.held is not None):
            self.asking.centre()
        if "surface" in update.frames:
            self.told.emit()

    def show_view(self, state: ViewState) -> None:
        self.grip.set_free(not state.limits.forbids(WEIGHTS))
        if self.asking.card is not None:
            self.asking.card.restrict(state.limits)
        super().show_view(state)

    def show_theme(self, theme: Theme) -> None:
        for part in (self.bar, self.pages, self.readout):
            part.show_theme(theme)
        self.bar.part(self.height() >= theme.px(TALL))
        super().show_theme(theme)

    def show_direction(self, weight: tuple[str, tuple[int, ...], str] | None) -> None:
        """Somebody points at a weight in the network, (parameter, index, words): its direction is drawn on the
        sheet."""
        if not self._pointing.turn_to(None if weight is None else PointedWeight(*weight)):
            return
        self.redraw()
        seen = self.isVisible() and self.pages.map.seen is not None
        self.readout.say(self._pointing.sentence(self._asked(), self.frame) if seen else "", QPointF(-1, -1))

    # Drawing

    @property
    def frame(self) -> Frame | None:
        """The last answer, in the range of heights that is the same for all."""
        return self.shared.scaled(self.frames.get("surface"))

    def draw(self) -> None:
        frame = self.grip.frame = self.frame
        self.show_body(frame is not None)
        self.asking.show(frame, held=self.grip.held is not None)
        if frame is None:
            return
        self._say_how_far(frame)
        problem = str(frame.info.get("problem", ""))
        sheet = None if problem else Sheet.of(frame, self.choice.log)
        if problem:
            early = frame.info.get("plane") == "pca" and not frame.update and self._updates
            self._tell(COMPUTING if early else problem)
        elif sheet is None or self.choice.mode == SLICES:
            self.pages.show_slices(frame, self.choice.log, self.grip.held, self.shared.slices)
        elif not self.pages.show_seen(self._seen(frame, sheet), self.choice.mode):
            self._tell(gl.refusal())

    def _say_how_far(self, frame: Frame) -> None:
        """How far the picture can be trusted, and whether a newer or a finer sheet is under way."""
        stage, of = frame.info.get("stage", (1, 1))
        ticket = self.asking.sight.ticket
        under_way = not frame.info.get("problem") and (stage < of - 1 or answered(frame).ticket != ticket)
        self.bar.gauge.show_honesty(Honesty.of(frame, under_way))

    def _seen(self, frame: Frame, sheet: Sheet) -> Seen:
        info = frame.info
        marks = marks_of(frame, sheet, fan=True, hand=self.grip.held, put=self.put_after)
        title = str(info["metric"]).partition(" (")[0]
        part = answered(frame).part
        title = title if part == "train" else f"{title}, {part}"
        pointed = self._pointing.arrow(self._asked(), frame, sheet, marks.ball)
        return Seen(sheet, marks, info["x"], info["y"], title, pointed, self.grip.target, self.grip.lit)

    def _tell(self, sentence: str) -> None:
        self.pages.tell(sentence)
        self.grip.withdraw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.bar.part(self.height() >= self.theme.px(TALL))
        self.grip.withdraw()

    # What a person wants

    def _change(self, choice: SurfaceChoice) -> None:
        self.grip.withdraw()
        old, new = self.choice.option(), choice.option()
        changed = [name for name in {*old, *new} if old.get(name) != new.get(name)]
        if self.state.limits.forbids(*(PREFIX + name for name in changed)):
            self.redraw()
        else:
            self.set_option("surface", new)

    def _recentre(self) -> None:
        self.grip.withdraw()
        self.wants.emit()
        if self.frame is not None:
            self._say_how_far(self.frame)

    def _point(self, place: Place | None, spot: QPointF) -> None:
        """The value under the cursor."""
        self.readout.say(self.words_at(place) if place is not None else "", spot)

    def words_at(self, place: Place) -> str:
        """What the sheet says at a place, in one line."""
        return words_at(self.frame, place, self.choice.log, on_ball=self.grip.near and self.grip.held is None)

    # Taking away

    def numbers(self) -> Numbers:
        return numbers_of(self.frame)

    def toggles(self) -> list[Toggle]:
        choice, turn = self.choice, self.asking.turn
        return [
            Toggle("Logarithmic height", choice.log, functools.partial(turn, "log"), "surface.log"),
            Toggle("Re-centre by itself", choice.sight, functools.partial(turn, "sight"), "surface.sight"),
        ]

    def menu(self) -> QMenu:
        menu = super().menu()
        menu.addSeparator()
        offer(menu.addAction("Re-centre", self.asking.centre), self.state.limits, "surface.centre")
        return menu
