"""The network room: recipe, pictures of a network that learns, its bars and what lies over them. It puts together and
owns no behaviour."""

from __future__ import annotations

import pathlib

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from app.bars.transport_bar import action_button
from app.documents.experiment_store import Store
from app.documents.view_state import ViewState
from app.look.theme import Theme, current
from app.network.bars import Bars
from app.network.control_names import control_names
from app.network.costs import Costs
from app.network.doors import Doors
from app.network.envelope import Envelope
from app.network.fallback import Fallback
from app.network.files import NetworkFiles
from app.network.imports import Imports
from app.network.kept_rate import KeptRate
from app.network.lab import PATIENCE, Lab
from app.network.lanes import Lanes
from app.network.learned import Learned
from app.network.linking import Linking
from app.network.one_plane import OnePlane
from app.network.overlays import Ground, Overlays
from app.network.own_weights import OwnWeights
from app.network.pins import Pins
from app.network.player_words import step_words
from app.network.scoreboard import Scoreboard
from app.network.side_by_side import SideBySide
from app.network.slow_motion import SlowMotion
from app.network.stage import Stage
from app.network.starts import Starts
from app.network.studies import Studies
from app.network.thumbnail import drawn
from app.network.trying import Trying
from app.network.unnamed import Unnamed
from app.network.view_list import seats
from app.network.whole import base_of
from app.network.wiring import Wiring
from app.panels.recipe import Recipe
from app.shell.actions import Actions
from app.shell.fronts import Pairs
from app.shell.layouts import EXPLORE, Layouts
from app.shell.room import NETWORK
from app.shell.room_base import RoomBase
from app.shell.room_work import RoomWork
from app.shell.settings import Settings
from app.views.base import View
from app.views.boundary.view import BoundaryView
from app.views.network.view import NetworkView
from app.views.registry import companions_of, fronts_of, place_of, present
from core.comparison import Comparison
from core.documents.document import Document
from core.engines.fused.coverage import UNABLE
from core.experiment import Experiment
from core.frames import Update
from core.history.snapshot import Snapshot


class NetworkRoom(RoomBase[Experiment], QMainWindow):
    """One experiment and its run; a page of the window. Its docks float beside the window, and are put away while
    another room is in front."""

    key = NETWORK
    documents = Experiment
    store: Store
    lab: Lab
    work: RoomWork
    _built = False

    def __init__(self, store: Store, settings: Settings, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Widget)
        self.setObjectName("network_room")
        self.setDockNestingEnabled(True)
        self.settings, self.store, self.actions_ = settings, store, actions
        self.control_names = control_names()
        self.lab, self.fallback = Lab(store, self), Fallback(store, self)
        self.time = self.lab.time
        self._build()
        self._connect()
        self.layouts.begin_with(*self._pictures_of(store.experiment))
        self.layouts.choose(EXPLORE)
        self._show_experiment()
        self.wiring.show_experiment(store.experiment, None)
        self.wiring.show_view(store.view)

    # Putting together

    def _build(self) -> None:
        self.recipe = Recipe()
        self.bars = Bars(self, self.actions_)
        self.transport, self.status = self.bars.transport, self.bars.status
        self.stage = Stage(self, self.recipe)
        self.views, self.docks = self.stage.views, self.stage.docks
        tools = self.bars.tools
        self.trying = Trying(self.lab, self)
        self.layouts = Layouts(self, self.docks, tools, self.settings, seats(), self.trying.dock)
        self.overlays = Overlays(Ground(self, self.store, self.recipe, self.docks, tools, self.layouts))
        self.notices, self.filling = self.overlays.notices, self.layouts.filling
        self.filling.changed.connect(self.show_checks)
        self.filling.changed.connect(self.overlays.place)
        self.trying.hold(self.overlays.draw_bar)
        self.weights, self.imports = NetworkFiles(self.lab, self), Imports(self, self.lab)
        self.work = Learned(self.lab, self.weights)
        self.studies = Studies(self.lab, self)
        self.envelope, self.costs = Envelope(self.lab, self.actions_, self), Costs(self.lab, self)
        self.starts = Starts(self.lab, self.actions_, self)
        self.pins = Pins(self.lab, self.bars.lecture, self.studies.open, self)
        self.pins.offer_on_recipe(self.recipe)
        boundary = self.views.of(BoundaryView)
        doors = Doors(
            self.lab,
            self.overlays,
            self.layouts,
            self.imports,
            self.pins,
            self.weights,
            boundary,
            self.studies,
            self.envelope,
            self.starts,
        )
        panels = (self.recipe, *self.overlays.panels)
        self.wiring = Wiring(self.lab, self.views, self.docks, panels, doors.obey)
        self.kept_rate = KeptRate(self.lab, self.notices.hint)
        self.unnamed = Unnamed(self.store, self.notices.hint, self.imports.table, self)
        self.slow_motion = SlowMotion(self.lab, self.views, self.layouts, self)
        self.slow_motion.turned.connect(boundary.players.tell)
        self.lanes = Lanes(self.lab, self.stage, self.wiring, self.layouts)
        self.one_plane = OnePlane(self.lab, self.lanes)
        self.linking = Linking(self.lab, self.recipe, self.overlays)
        self.side_by_side = SideBySide(self.lab, self.lanes, self.trying, self.actions_, self.bars)
        self.lab.shelf.pictures.draw = drawn
        self.scoreboard = Scoreboard(self.lab, self.trying)
        self._sheets = self.starts, self.side_by_side, self.studies, self.envelope, self.costs
        self.own_weights = OwnWeights(self.lab, self.lanes, self.wiring, self.layouts)
        self._built = True

    def _connect(self) -> None:
        lab, store, bars, overlays = self.lab, self.store, self.bars, self.overlays
        self.transport.edit.connect(lab.edit)
        bars.timeline.looked.connect(lab.time.look_at)
        bars.timeline.run.chosen.connect(lab.time.show_run)
        bars.lecture.edit.connect(lab.edit)
        bars.lecture.finished.connect(lab.finish)
        for sentence in (lab.sentence, self.weights.said, self.imports.said, self.slow_motion.said):
            sentence.connect(self.status.say)
        for failed in (self.weights.failed, self.imports.failed):
            failed.connect(overlays.show_failure)
        self.imports.taken.connect(overlays.drawers.shut)  # what was asked for there is seen at once
        lab.from_the_start.offered.connect(self.status.say)
        lab.playing_changed.connect(bars.show_playing)
        lab.runs.updated.connect(self._show_update)
        lab.runs.began.connect(bars.forget)
        lab.runs.advised.connect(overlays.show_advice)
        overlays.pointed.connect(self.views.of(NetworkView).point_out)
        lab.problem.connect(overlays.show_problem)
        self.fallback.said.connect(overlays.show_problem)
        overlays.advice_taken.connect(lab.accept)
        overlays.mended.connect(lab.edits)
        overlays.drawing.connect(self.trying.settle)
        overlays.brushed.connect(self.views.of(BoundaryView).take_brush)
        overlays.drawers.built.connect(self.wiring.add)
        self.stage.built.connect(self._take_view)
        store.changed.connect(self._show_experiment)
        store.opened.connect(self.notices.forget)
        store.view_changed.connect(self._on_view)
        self.docks["runs"].seen_changed.connect(self._look_at_runs)
        self.docks["runs"].offer(action_button("Study …", self.actions_, "study"))
        for dock in self.docks.values():
            dock.dragged.connect(self.layouts.dragged)

    def _take_view(self, view: View) -> None:
        """A view was built: it hears what the others hear."""
        self.wiring.add_view(view)
        if view.name == "generated":
            from app.views.generated.view import GeneratedView

            self.slow_motion.turned.connect(self.views.of(GeneratedView).tell)
        elif view.name == "runs":
            from app.views.runs.view import RunsView

            self.lab.run_list.changed.connect(self.views.of(RunsView).show_rows)
        elif view.name == "numbers":
            from app.views.numbers.view import NumbersView

            self.layouts.ways.changed.connect(self.views.of(NumbersView).show_way)
            self.views.of(NumbersView).show_way(self.layouts.ways.name)
            self.arrows = (self.views.of(NumbersView),)
        elif view.name == "surface":
            from app.views.surface.view import SurfaceView

            self.views.of(NetworkView).weight_pointed.connect(self.views.of(SurfaceView).show_direction)

    def _look_at_runs(self) -> None:
        self.lab.run_list.look(self.docks["runs"].seen)

    # What the window asks of a room

    def fill_menus(self, menus: dict[str, QMenu]) -> None:
        self.stage.fill_menu(menus["View"], lambda: present(self.store.experiment))

    def begin(self, playing: bool) -> None:
        self.unnamed.look()
        self.lab.start(playing=playing)

    def enter(self) -> None:
        """A network that was learning has gone on learning; its pictures come up to date by themselves."""
        self.stage.enter()
        self.show_checks()

    def leave(self) -> None:
        """The run goes on as it was, playing or paused; hidden pictures ask for nothing."""
        self.stage.leave()

    def fresh(self) -> Experiment:
        return Experiment()

    def take(self, document: Document, path: pathlib.Path | None, view: ViewState | None, playing: bool) -> None:
        beside = document if isinstance(document, Comparison) else None
        key = self.store.open(self.own(document if beside is None else base_of(beside)), path, view)
        if key is not None:
            self.lab.way_back.keep_for_undo(key)
        self.lab.start(playing=playing and beside is None, undone=key is not None)
        if beside is not None:
            self.side_by_side.stand(beside)
            self.store.settle()

    def recover(self, document: Document, path: pathlib.Path | None, snapshot: Snapshot | None, run: str = "") -> None:
        if not isinstance(document, Comparison):
            super().recover(document, path, snapshot)
            self.lab.recover(snapshot, run)
            return
        super().recover(base_of(document), path, None)
        self.lab.start(playing=False)
        self.side_by_side.stand(document, snapshot.updates if snapshot is not None else 0)

    def let_go(self) -> None:
        """Esc: what lies open is shut first; then what is chosen is let go of, but never a drawing, which nothing would
        bring back."""
        drawn = bool(self.store.view.row) and self.store.experiment.data.geometry == "images"
        if not self.filling.leave() and not self.views.of(NetworkView).shut_open() and not drawn:
            self.store.change_view(sample=-1, row=())

    def reset_layout(self) -> None:
        self.layouts.reset()
        self.trying.settle()

    def what_to_try(self) -> None:
        self.trying.line.recall()

    def reduce_motion(self, still: bool) -> None:
        self.wiring.reduce_motion(still)

    def close_room(self) -> bool:
        self.layouts.keep()
        self.stage.hide_floating()
        ended = [sheet.end(PATIENCE) for sheet in self._sheets]
        return self.lab.close() and all(ended)

    # Showing

    def _show_experiment(self, *_: object) -> None:
        experiment = self.store.experiment
        self.overlays.forget_refusal()
        self.trying.show_experiment(experiment)
        self.bars.show_experiment(experiment, self.store.named)
        self.bars.show_told(self.lab.time.told)
        place, companions, fronts = self._pictures_of(experiment)
        self.layouts.show_place(place)
        self.layouts.show_companions(companions, fronts)
        self._name_docks()
        self.actions_.call("step_sample", *step_words(experiment))
        self.show_checks()

    @staticmethod
    def _pictures_of(experiment: Experiment) -> tuple[str, tuple[str, ...], Pairs]:
        """What it is best seen in: the picture at the place, those that stand ready, those that stand before others."""
        return place_of(experiment), companions_of(experiment), fronts_of(experiment)

    def _name_docks(self) -> None:
        layouts, usual = self.layouts, self.layouts.seats.usual_place
        place = usual, layouts.seats.meant(usual, layouts.place, layouts.companions)
        self.stage.name_docks(self.store.experiment, self.store.view, self.actions_, place)

    def _show_update(self, update: Update) -> None:
        if update.devices:
            self.overlays.drawers.show_devices(update.devices)
            self.fallback.look(update)
        if update.engine_reason == UNABLE:
            self.overlays.drawers.show_no_kernel((self.lab.run.told or self.store.experiment).dtype)
        self.bars.show_update(update, self.lab.time.told, self.store.experiment, self.lab.runs.ready)

    def show_theme(self, theme: Theme) -> None:
        of_pictures = self.pictures_theme(theme)
        self.bars.show_theme(theme, of_pictures)
        self.overlays.show_theme(of_pictures)
        for part in (*self._sheets, self.scoreboard, self.own_weights, self.pins, self.stage, self.trying):
            part.show_theme(theme)
        self.wiring.show_theme(theme, of_pictures)
        self.lanes.show_theme(of_pictures)
        self.overlays.place()

    def _on_view(self, old: ViewState, new: ViewState) -> None:
        if old.options != new.options:
            self._name_docks()
        if old.limits != new.limits:
            self.stage.restrict(new.limits)
            self.trying.show_view(new)
            self.bars.show_view(new)
        if old.layout != new.layout:
            self.layouts.choose(new.layout)
            self.trying.settle()
            self.bars.show_view(new)
            self.show_checks()
            self.show_theme(current())

    # Qt's own events

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.layouts.fronts.shown()
        self.layouts.resized()
        self.overlays.place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._built:
            self.layouts.resized()
            self.overlays.place()
