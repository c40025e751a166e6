"""Weight space: the loss over a plane through the parameters, with the run's path on it."""

from __future__ import annotations

import dataclasses
import functools
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.documents.intents import ForgetPoint, KeepPoint, PutAt
from app.look.theme import CAPTION, Theme
from app.views.base import Numbers, Toggle, View
from app.views.drawing.plot import say
from app.views.surface import SurfaceFace, gl
from app.views.surface.axes import auto_plane, axis_options, completed, place_of, player_of, usual_effort, usual_points
from app.views.surface.bar import SurfaceBar
from app.views.surface.card import SurfaceCard
from app.views.surface.choice import MAP, RELIEF, SLICES, SurfaceChoice
from app.views.surface.gauge import Honesty, percent
from app.views.surface.map import SurfaceMap
from app.views.surface.marks import Arrow, marks_of, reached
from app.views.surface.mouse import Mouse
from app.views.surface.plane import direction_of, vector_at
from app.views.surface.seen import Seen
from app.views.surface.sheet import Scale, Sheet, offset_of
from app.views.surface.sight import Sight
from app.views.surface.slices import SurfaceSlices
from core.families import Probe
from core.frames import Frame, RunState, Update
from core.networks.players import GENERATOR

TALL = 330  # px of height from which the gauge has a row of its own
LEAST_SHARE = 0.005  # of a weight's unit vector that has to lie in the plane to be drawn
# samples of either kind for the surface of one of two players, which changes with every update of the other; more can
# be chosen
QUICK = 500
POINTER = 0.3  # of the sheet's half width: how long the direction of one weight is drawn
COMPUTING = "The first sheet is being computed: two directions of the path, then the loss over them …"
Place = tuple[float, float]


class SurfaceView(SurfaceFace, View):
    """The sheet from above, in three dimensions or in slices; the ball is the network, and can be taken in the hand."""

    empty_text = "As soon as the network is built, the loss over a plane of its weights stands here, with the path that learning takes."
    frame_names = ("surface",)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sight = Sight()
        self.card: SurfaceCard | None = None
        self.relief: Any = None  # a SurfaceRelief, made when somebody wants it
        self._held: Place | None = None  # where the hand holds the ball
        self._near = False
        self._run = -1
        self._updates = 0  # of the run, which goes on while a picture is made
        self._put_after: set[int] = set()  # updates of this run after which the network was put elsewhere by hand
        self._pointed: tuple[str, tuple[int, ...], str] | None = None
        self._target: Place | None = None
        self.bar = SurfaceBar()
        self.map, self.slices = SurfaceMap(), SurfaceSlices()
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence.setProperty("role", "sentence")
        self.sentence.setMargin(16)
        self.pictures = QStackedWidget()
        for picture in (self.map, self.slices, self.sentence):
            self.pictures.addWidget(picture)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.pictures, 1)
        self.readout = QLabel(self.pictures)
        self.readout.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.readout.hide()
        self.offer = QPushButton("Put the network here", self.pictures)
        self.offer.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.offer.hide()
        self._connect()

    def _connect(self) -> None:
        self.bar.plane_chosen.connect(self._choose_plane)
        self.bar.mode_chosen.connect(self._choose_mode)
        self.bar.player_chosen.connect(self._choose_player)
        self.bar.centred.connect(self.centre)
        self.bar.more_wanted.connect(self._open_card)
        self.offer.clicked.connect(self._put_target)
        self._mice = [
            self._mouse(self.map, self.map),
            *(self._mouse(panel.viewport(), panel) for panel in self.slices.panels),
        ]

    def _mouse(self, picture: QWidget, places: Any) -> Mouse:
        picture.setMouseTracking(True)
        mouse = Mouse(picture, places, self)
        mouse.pointed.connect(self._point)
        mouse.clicked.connect(self._click)
        mouse.doubled.connect(self._double)
        mouse.dragged.connect(self._drag)
        mouse.dropped.connect(self._drop)
        mouse.near.connect(self._approach)
        return mouse

    # What the shell says

    @property
    def choice(self) -> SurfaceChoice:
        return SurfaceChoice.of(self.state.options.get("surface"))

    @property
    def plane(self) -> str:
        """The plane that is asked for: chosen, or the one that says most of this network."""
        return str(self.choice.fields.get("plane", "")) or auto_plane(self.experiment, self.prepared)

    def request(self) -> Probe:
        choice = self.choice
        player = player_of(self.experiment, str(choice.fields.get("player", "")))
        more: dict[str, Any] = {"plane": self.plane, "ticket": self.sight.ticket, "player": player}
        if self._held is not None:
            more["follow"] = False  # the sheet does not flee from the hand
        if player and "most" not in choice.fields:
            more["most"] = QUICK
        if not player:
            asked = choice.request()
            eased = usual_effort(
                self.experiment, self.prepared, getattr(asked, "part", "train"), getattr(asked, "most", 0)
            )
            more |= {name: value for name, value in eased.items() if name not in choice.fields}
        if choice.fields.get("at"):
            more["at"] = completed(self.experiment, self.prepared, choice.fields["at"], player)
        return choice.request(**more)

    def requests(self) -> dict[str, Probe]:
        return {"surface": self.request()}

    def show_update(self, update: Update) -> None:
        if update.run != self._run:
            self._run, self._put_after = update.run, set()
        self._put_after = {at for at in self._put_after if at <= update.updates} | {
            mark.update for mark in update.marks if mark.kind == "put"
        }
        began, self._updates = not self._updates and update.updates, update.updates
        super().show_update(update)
        if began and "surface" not in update.frames:
            self.redraw()
        frame = update.frames.get("surface") or (None if update.state is RunState.running else self.frame)
        if (
            frame is not None
            and self._held is None
            and self.choice.sight
            and (self.sight.lost(frame) or self.sight.off(frame, update.state))
        ):
            self.centre()

    def show_theme(self, theme: Theme) -> None:
        for part in (self.bar, self.map, self.slices, *((self.relief,) if self.relief is not None else ())):
            part.show_theme(theme)
        self.readout.setStyleSheet(
            f"background: {theme.raised}; color: {theme.text}; border: 1px solid {theme.border}; border-radius: 4px;"
            f" padding: 1px 7px; font-size: {theme.px(CAPTION + 1)}px;"
        )
        self.bar.part(self.height() >= theme.px(TALL))
        super().show_theme(theme)

    def show_direction(self, weight: tuple[str, tuple[int, ...], str] | None) -> None:
        """Somebody points at a weight in the network, (parameter, index, words): its direction is drawn on the
        sheet."""
        if weight != self._pointed:
            self._pointed = weight
            self.redraw()
            across = weight is not None and self.isVisible() and self.map.seen is not None and self._across(weight)
            self._say(
                f"{weight[2]} does not lie in this plane" if weight is not None and across else "", QPointF(-1, -1)
            )

    # Drawing

    @property
    def frame(self) -> Frame | None:
        return self.frames.get("surface")

    def draw(self) -> None:
        frame = self.frame
        self.show_body(frame is not None)
        self.bar.show_choice(self.choice, self.plane)
        self.bar.show_player(player_of(self.experiment, str(self.choice.fields.get("player", ""))))
        if frame is None:
            return
        if self.card is not None:
            self._fill_card(self.card)
        self._say_how_far(frame)
        problem = str(frame.info.get("problem", ""))
        sheet = None if problem else Sheet.of(frame, self.choice.log)
        if problem:
            self._tell(
                COMPUTING if frame.info.get("plane") == "pca" and not frame.update and self._updates else problem
            )
        elif sheet is None or self.choice.mode == SLICES:
            self.slices.show_frame(frame, self.choice.log, self._held, self.theme)
            self.pictures.setCurrentWidget(self.slices)
        else:
            self._draw_sheet(frame, sheet)

    def _say_how_far(self, frame: Frame) -> None:
        """How far the picture can be trusted, and whether a newer or a finer sheet is under way."""
        stage, of = frame.info.get("stage", (1, 1))
        under_way = not frame.info.get("problem") and (
            stage < of - 1 or getattr(frame.request, "ticket", self.sight.ticket) != self.sight.ticket
        )
        self.bar.gauge.show_honesty(Honesty.of(frame, under_way))

    def _draw_sheet(self, frame: Frame, sheet: Sheet) -> None:
        wanted = self.map if self.choice.mode == MAP else self._relief()
        if wanted is None:
            self._tell(gl.refusal())
            return
        wanted.show_seen(self._seen(frame, sheet))
        self.pictures.setCurrentWidget(wanted)

    def _seen(self, frame: Frame, sheet: Sheet) -> Seen:
        info = frame.info
        marks = marks_of(frame, sheet, fan=True, hand=self._held, put=self._put_after)
        title = str(info["metric"]).partition(" (")[0]
        part = getattr(frame.request, "part", "train")
        title = title if part == "train" else f"{title}, {part}"
        return Seen(
            sheet,
            marks,
            info["x"],
            info["y"],
            title,
            self._pointer(frame, sheet, marks.ball),
            self._target,
            self._near or self._held is not None,
        )

    def _pointer(self, frame: Frame, sheet: Sheet, ball: Place | None) -> Arrow | None:
        """The direction of the weight that is pointed at in the network."""
        if self._pointed is None or ball is None or self.experiment is None or self.prepared is None:
            return None
        number = place_of(self.experiment, self.prepared, self._pointed[0], self._pointed[1])
        shadow, share = direction_of(frame, number)
        if share < LEAST_SHARE:
            return None
        words = self._pointed[2] if share > 0.995 else f"{self._pointed[2]}: {percent(share)} of it lies in this plane"
        return Arrow(reached(sheet, ball, shadow, POINTER), words, dashed=True)

    def _across(self, weight: tuple[str, tuple[int, ...], str]) -> bool:
        """Whether moving a weight leads out of the plane and nowhere along it."""
        frame = self.frame
        if frame is None or "u" not in frame.arrays or self.experiment is None or self.prepared is None:
            return False
        number = place_of(self.experiment, self.prepared, weight[0], weight[1])
        return 0 <= number < len(frame.arrays["u"]) and direction_of(frame, number)[1] < LEAST_SHARE

    def _relief(self) -> Any:
        """The picture in three dimensions; None where there is no OpenGL."""
        if self.relief is None and not gl.refusal():
            from app.views.surface.relief import SurfaceRelief

            self.relief = SurfaceRelief()
            self.relief.show_theme(self.theme)
            self.pictures.addWidget(self.relief)
            self._mice.append(self._mouse(self.relief, self.relief))
            self.readout.raise_()
            self.offer.raise_()
        return self.relief

    def _tell(self, sentence: str) -> None:
        self.sentence.setText(sentence)
        self.pictures.setCurrentWidget(self.sentence)
        self._withdraw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.bar.part(self.height() >= self.theme.px(TALL))
        self._withdraw()

    # Choosing

    def _change(self, choice: SurfaceChoice) -> None:
        self._withdraw()
        self.set_option("surface", choice.option())

    def choose(self, **fields: Any) -> None:
        """Other values of the probe's fields."""
        self._change(self.choice.with_fields(fields))

    def _choose_plane(self, plane: str) -> None:
        points = {"points": ()} if plane in ("points", "line") else {}  # a line has two of them, a plane three
        self.choose(plane=plane, **points)

    def _choose_mode(self, mode: str) -> None:
        if mode == RELIEF and self.relief is not None and self.choice.mode == RELIEF:
            self.relief.look_again()  # pressed again: the camera as at first
        self._change(dataclasses.replace(self.choice, mode=mode))

    def _choose_player(self, player: str) -> None:
        metric = {"metric": "loss"} if player == GENERATOR else {}  # the generator has no score of its own
        self.choose(player=player, **metric)
        self.centre()

    def _turn(self, name: str, on: bool) -> None:
        self._change(dataclasses.replace(self.choice, **{name: on}))

    def _edit_field(self, path: str, value: Any) -> None:
        value = value | 1 if path == "resolution" else value  # odd, so that one point is the centre
        self.choose(**{path: value})

    def centre(self) -> None:
        """Set centre, directions and colours anew."""
        self.sight.anew()
        self._withdraw()
        self.wants.emit()
        if self.frame is not None:
            self._say_how_far(self.frame)

    # The card

    def _open_card(self) -> None:
        card = SurfaceCard(self)
        card.edited.connect(self._edit_field)
        card.turned.connect(self._turn)
        card.kept.connect(self._keep)
        card.forgotten.connect(self._forget)
        card.destroyed.connect(self._card_gone)
        self.card = card
        self._fill_card(card)
        card.open_beside(self.bar.more)

    def _fill_card(self, card: SurfaceCard) -> None:
        frame = self.frame
        request = self.request()
        card.show_choice(self.choice, request, self._score())
        if self.experiment is not None and self.prepared is not None:
            options, chosen = axis_options(self.experiment, self.prepared, request)
            card.show_axes(options, chosen)
        names = tuple(frame.info.get("points", ())) if frame is not None else ()
        card.show_points(names, tuple(getattr(request, "points", ())) or usual_points(self.plane, names))
        card.subset.setText(
            f"Computed from {frame.info['subset']}." if frame is not None and frame.info.get("subset") else ""
        )

    def _score(self) -> str:
        """What the score is called in this task."""
        return str(self.experiment.task.score_label) if self.experiment is not None else "score"

    def _card_gone(self) -> None:
        self.card = None

    def _keep(self, name: str) -> None:
        self.ask(KeepPoint(name))
        self.wants.emit()

    def _forget(self, name: str) -> None:
        self.ask(ForgetPoint(name))
        self.wants.emit()

    # The hand

    def _drag(self, place: Place) -> None:
        """The network follows the hand, and with it every other picture."""
        if self.frame is None or not self.frame.arrays:
            return
        if self._held is None:
            self._withdraw()
            self._held = place
            if self.choice.fields.get("follow"):
                self.sight.anew()
            self.wants.emit()
        self._held = place
        self.ask(PutAt(vector_at(self.frame, place), drag=True))
        self.redraw()

    def _drop(self) -> None:
        if self._held is not None:
            place, self._held = self._held, None
            if self.frame is not None and self.frame.arrays:
                self.ask(PutAt(vector_at(self.frame, place), drag=False))
            self.finished.emit()
            self.wants.emit()
            self.redraw()

    def _put(self, place: Place) -> None:
        if self.frame is not None and self.frame.arrays:
            self.ask(PutAt(vector_at(self.frame, place), drag=False))
        self._withdraw()

    def _click(self, place: Place, spot: QPointF) -> None:
        """A click offers to put the network there; another click elsewhere takes the offer along."""
        self._target = place
        self.offer.adjustSize()
        room = self.pictures.rect()
        x = min(max(int(spot.x()) + 12, 4), room.width() - self.offer.width() - 4)
        y = (
            int(spot.y()) + 12
            if spot.y() + 16 + self.offer.height() < room.height()
            else int(spot.y()) - self.offer.height() - 12
        )
        self.offer.move(self._offset_of_sender() + QPointF(x, max(y, 2)).toPoint())
        self.offer.show()
        self.offer.raise_()
        self.redraw()

    def _offset_of_sender(self) -> Any:
        """Where the picture lies that was clicked: a slice is one of two."""
        mouse = self.sender()
        picture = next(
            (panel for panel, known in zip(self.slices.panels, self._mice[1:3], strict=True) if known is mouse), None
        )
        return picture.mapTo(self.pictures, QPointF(0, 0)).toPoint() if picture is not None else QPointF(0, 0).toPoint()

    def _put_target(self) -> None:
        if self._target is not None:
            self._put(self._target)

    def _double(self, place: Place) -> None:
        self._put(place)

    def _withdraw(self) -> None:
        """Take the offer away."""
        if self._target is not None or not self.offer.isHidden():
            self._target = None
            self.offer.hide()
            self.redraw()

    def _approach(self, near: bool) -> None:
        self._near = near
        self.redraw()

    def _point(self, place: Place | None, spot: QPointF) -> None:
        """The value under the cursor, in the corner that the cursor is not in."""
        self._say(self.words_at(place) if place is not None else "", spot)

    def _say(self, text: str, spot: QPointF) -> None:
        """A line in a corner of the picture."""
        self.readout.setVisible(bool(text))
        if not text:
            return
        self.readout.setText(text)
        self.readout.adjustSize()
        room = self.map.room if self.pictures.currentWidget() is self.map else self.pictures.rect()
        left, top, low = int(room.left()) + 6, int(room.top()) + 6, int(room.bottom()) - self.readout.height() - 6
        under = spot.y() < top + 2 * self.readout.height() and spot.x() < left + self.readout.width() + 24
        self.readout.move(left, low if under else top)
        self.readout.raise_()  # whichever picture came to the front last lies over it otherwise

    def words_at(self, place: Place) -> str:
        """What the sheet says at a place, in one line."""
        frame = self.frame
        if frame is None or "loss" not in frame.arrays:
            return ""
        metric = str(frame.info["metric"]).partition(" (")[0].lower()
        if self._near and self._held is None:
            true = float(np.asarray(frame.arrays.get("ball_loss", np.nan)).ravel()[0])
            return f"The network: {metric} {_height(true, Scale.of_frame(frame, False).percent)}. Drag it: all weights move."
        sheet = Sheet.of(frame, self.choice.log)
        share = Scale.of_frame(frame, False).percent
        if sheet is None:
            loss = float(np.interp(place[0], frame.arrays["alpha"] + offset_of(frame)[0], frame.arrays["loss"]))
            return f"{say(place[0])}   →   {metric} {_height(loss, share)}"
        return f"({say(place[0])}, {say(place[1])})   →   {metric} {_height(sheet.loss_at(*place), share)}"

    # Taking away

    def numbers(self) -> Numbers:
        frame = self.frame
        if frame is None or "loss" not in frame.arrays:
            return [], []
        arrays, offset = frame.arrays, offset_of(frame)
        metric = str(frame.info["metric"])
        if arrays["loss"].ndim == 1:
            return [frame.info["x"], metric], np.column_stack([arrays["alpha"] + offset[0], arrays["loss"]]).tolist()
        a, b = np.meshgrid(arrays["alpha"] + offset[0], arrays["beta"] + offset[1], indexing="ij")
        return [frame.info["x"], frame.info["y"], metric], np.column_stack(
            [a.ravel(), b.ravel(), arrays["loss"].ravel()]
        ).tolist()

    def toggles(self) -> list[Toggle]:
        choice = self.choice
        return [
            Toggle("Logarithmic height", choice.log, functools.partial(self._turn, "log")),
            Toggle("Re-centre by itself", choice.sight, functools.partial(self._turn, "sight")),
        ]

    def menu(self) -> QMenu:
        menu = super().menu()
        menu.addSeparator()
        menu.addAction("Re-centre", self.centre)
        return menu


def _height(value: float, share: bool) -> str:
    """A loss or a score in words."""
    return f"{100 * value:.1f} %" if share else say(value, 3)
