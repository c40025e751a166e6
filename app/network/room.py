"""The network room: recipe, pictures of a network that learns, its bars and what lies over them. It puts together and
owns no behaviour."""

from __future__ import annotations

import functools
import pathlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, assert_never, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar, QWidget

from app.bars.caption import Caption
from app.bars.status_line import StatusLine
from app.documents.experiment_store import Store
from app.documents.intents import (
    CompareBudgets,
    Draw,
    Import,
    OnRoom,
    OpenDrawer,
    PastePoints,
    Pin,
    ShowPicture,
    TakeBrush,
)
from app.documents.view_state import ViewState
from app.look.theme import Theme, current
from app.network.files import NetworkFiles
from app.network.image_import import PictureImport
from app.network.lab import Lab
from app.network.lecture import LectureBar
from app.network.overlays import Overlays
from app.network.pins import Pins
from app.network.player_words import step_words
from app.network.slow_motion import SlowMotion
from app.network.text_import import TextImport
from app.network.transport import Transport
from app.network.view_list import ViewList, commands, seats
from app.network.wiring import Wiring
from app.panels import budget
from app.panels.base import Panel
from app.panels.learning_choice import rate_path
from app.panels.recipe import Recipe
from app.shell.actions import Actions, native
from app.shell.appearance import for_lecture
from app.shell.docks import Dock
from app.shell.keys import forbid_click_focus
from app.shell.layouts import EXPLORE, LECTURE, Layouts
from app.shell.room import NETWORK
from app.shell.settings import Settings
from app.views.base import View
from app.views.boundary.view import BoundaryView
from app.views.network.view import NetworkView
from app.views.registry import companions_of, faces, place_of
from app.views.surface.view import SurfaceView
from core import registry
from core.experiment import Experiment
from core.experiment.first_networks import beginning
from core.families import Dataset
from core.frames import Update

if TYPE_CHECKING:
    from app.views.generated.view import GeneratedView
    from core.datasets.running_text import PlainText

SMALLEST_PICTURE = (160, 96)  # px


class NetworkRoom(QMainWindow):
    """One experiment and its run; a page of the window. Its docks float beside the window, and are put away while
    another room is in front."""

    key = NETWORK

    def __init__(self, store: Store, settings: Settings, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Widget)
        self.setObjectName("network_room")
        self.setDockNestingEnabled(True)
        self.settings, self.store, self.actions_ = settings, store, actions
        self.lab = Lab(store, self)
        self.weights = NetworkFiles(self.lab, self)
        self._floating: list[Dock] = []
        self._build()
        self._connect()
        self.layouts.begin_with(place_of(store.experiment), companions_of(store.experiment))
        self.layouts.choose(EXPLORE)
        self._show_experiment()
        self.wiring.show_experiment(store.experiment, None)
        self.wiring.show_view(store.view)

    # Putting together

    def _build(self) -> None:
        self.transport = Transport(self.actions_)
        self.caption, self.lecture_bar = Caption(), LectureBar(self.actions_)
        self.bars = {
            "transport": self._bar("transport", self.transport, Qt.ToolBarArea.TopToolBarArea),
            "caption": self._bar("caption", self.caption, Qt.ToolBarArea.TopToolBarArea),
            "lecture_bar": self._bar("lecture_bar", self.lecture_bar, Qt.ToolBarArea.BottomToolBarArea),
        }
        self.views = ViewList(self._take_view)
        self.recipe = Recipe()
        self.docks = {"recipe": Dock("recipe", "Recipe", self.recipe, self, fixed=True)}
        self.docks |= {
            name: Dock(name, face.title, self.views.there.get(name) or QWidget(), self)
            for name, face in faces().items()
        }
        for name in self.views:
            self.docks[name].widget().setMinimumSize(
                *SMALLEST_PICTURE
            )  # however large the text: a picture never widens the window
            self.docks[name].seen_changed.connect(functools.partial(self._look_at, name))
        self.status = StatusLine()
        self.setStatusBar(self.status)
        self.layouts = Layouts(self, self.docks, self.bars, self.settings, seats())
        self.overlays = Overlays(self)
        self.notices = self.overlays.notices
        panels = (self.recipe, *self.overlays.panels)
        self.wiring = Wiring(self.lab, self.views, self.docks, panels, self._obey)
        self.overlays.drawers.built.connect(self._take_in)
        self.slow_motion = SlowMotion(self.lab, cast(NetworkView, self.views["network"]), self)
        self.slow_motion.turned.connect(cast(BoundaryView, self.views["boundary"]).players.tell)
        cast(NetworkView, self.views["network"]).weight_pointed.connect(
            cast(SurfaceView, self.views["surface"]).show_direction
        )
        self.picture_import, self.text_import = PictureImport(self), TextImport(self)
        self.pins = Pins(self.lab, self.lecture_bar, self)
        self._offer_pins()
        forbid_click_focus(self)

    def _look_at(self, name: str) -> None:
        """A picture that can be seen is there, before it is painted."""
        if self.docks[name].seen:
            self.views[name]  # built where it was not

    def _take_view(self, name: str, view: View) -> None:
        """A view was built: it takes the place that its dock has kept for it."""
        view.setMinimumSize(*SMALLEST_PICTURE)
        dock = self.docks[name]
        kept = dock.widget()
        dock.setWidget(view)
        kept.deleteLater()
        view.show()
        self.wiring.add_view(view)
        if name == "generated":
            self.slow_motion.turned.connect(cast("GeneratedView", view).tell)
        forbid_click_focus(view)

    def _take_in(self, panel: Panel) -> None:
        """A drawer was built: from now on it hears what the others hear."""
        self.wiring.add(panel)
        forbid_click_focus(self)

    def _bar(self, name: str, content: QWidget, area: Qt.ToolBarArea) -> QToolBar:
        bar = QToolBar(name.replace("_", " ").capitalize(), self)
        bar.setObjectName(name)
        bar.setMovable(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        bar.setStyleSheet("QToolBar { padding: 0px; spacing: 0px; }")
        bar.addWidget(content)
        self.addToolBar(area, bar)
        return bar

    def _obey(self, intent: OnRoom) -> None:
        """What views and panels ask for that concerns the room."""
        match intent:
            case OpenDrawer(name):
                self.overlays.open_drawer(name)
            case TakeBrush(brush):
                cast(BoundaryView, self.views["boundary"]).take_brush(brush)
            case Draw(on):
                self._draw(on)
            case PastePoints(text):
                self.weights.paste_text(text)
            case Import(what):
                self._import(what)
            case ShowPicture(name):
                self.layouts.choose_picture(name)
            case Pin(path):
                self.pins.toggle(path)
            case CompareBudgets():
                last = self.lab.last  # still of the run that ends
                self.status.say(budget.sentence(intent, last.updates if last is not None else 0))
            case _:
                assert_never(intent)

    def _import(self, what: str) -> None:
        ask = {
            "table": self.import_csv,
            "text": self.import_text,
            "pictures": self.import_pictures,
            "folder": self.import_folder,
        }
        ask[what]()

    def _draw(self, on: bool) -> None:
        """Take up or put away the brush; what is drawn on are own points."""
        if on:
            self.lab.drawing.begin()
        self.overlays.draw(on)

    def _offer_pins(self) -> None:
        """The controls of the recipe can be put on the bar; those of the drawers ask by themselves."""
        controls = self.recipe.controls()
        paths = {
            "noise": lambda: "data.noise",
            "learning rate": lambda: rate_path(self.store.experiment),
            "batch size": lambda: "batch_size",
        }
        for name, path_of in paths.items():
            self.pins.offer_on(controls[name], path_of)

    def fill_menus(self, menus: dict[str, QMenu]) -> None:
        first = menus["View"].actions()[0]
        for place, name in enumerate(self.views, start=1):
            action = self.docks[name].toggleViewAction()
            if place < 10:
                action.setShortcut(f"Alt+{place}")
            menus["View"].insertAction(first, action)
        menus["View"].insertSeparator(first)

    def _connect(self) -> None:
        lab, store = self.lab, self.store
        self.transport.edit.connect(lab.edit)
        self.lecture_bar.edit.connect(lab.edit)
        self.lecture_bar.finished.connect(lab.finish)
        for sentence in (lab.sentence, self.weights.said, self.slow_motion.said):
            sentence.connect(self.status.say)
        lab.playing_changed.connect(self._show_playing)
        lab.updated.connect(self._show_update)
        lab.began.connect(self._on_began)
        lab.advised.connect(self.overlays.show_advice)
        lab.problem.connect(self.overlays.show_problem)
        self.overlays.advice_taken.connect(lab.accept)
        self.overlays.mended.connect(lab.edits)
        self.overlays.brushed.connect(cast(BoundaryView, self.views["boundary"]).take_brush)
        self.weights.failed.connect(self.overlays.show_failure)
        for import_ in (self.picture_import, self.text_import):
            import_.failed.connect(self.overlays.show_failure)
            import_.said.connect(self.status.say)
        self.picture_import.edits.connect(self._take_pictures)
        self.text_import.read.connect(self._take_text)
        store.changed.connect(self._show_experiment)
        store.view_changed.connect(self._on_view)
        for dock in self.docks.values():
            dock.dragged.connect(self.layouts.dragged)

    # What the window asks of a room

    @property
    def page(self) -> QWidget:
        return self

    def begin(self, playing: bool) -> None:
        self.lab.start(playing=playing)

    def enter(self) -> None:
        """A network that was learning has gone on learning; its pictures come up to date by themselves."""
        for dock in self._floating:
            dock.show()
        self._floating = []
        self._offer_docks(True)
        self._show_checks()

    def leave(self) -> None:
        """The run goes on as it was, playing or paused; hidden pictures ask for nothing."""
        self._floating = [dock for dock in self.docks.values() if dock.isFloating() and dock.isVisible()]
        for dock in self._floating:
            dock.hide()
        self._offer_docks(False)

    def _offer_docks(self, offered: bool) -> None:
        for name in self.views:
            self.docks[name].toggleViewAction().setVisible(offered)

    def fresh(self) -> Experiment:
        return Experiment()

    def take(self, document: Experiment, path: pathlib.Path | None, view: ViewState | None, playing: bool) -> None:
        key = self.store.open(document, path, view)
        if key is not None:
            self.lab.keep_for_undo(key)
        self.lab.start(playing=playing)

    def recover(self, document: Experiment, path: pathlib.Path | None) -> None:
        self.store.open(document, path, dirty=True)
        self.lab.start(playing=False)

    def unsaved(self) -> list[str]:
        reasons = []
        if self.store.dirty:
            reasons.append(f"“{self.store.title}” has changes that are not saved.")
        updates = self.lab.unsaved_updates
        if updates:
            reasons.append(f"The network has learned for {updates:,} updates that are not saved.")
        return reasons

    def keep(self, after: Callable[[], object]) -> bool:
        return self.weights.keep(after)

    def say(self, sentence: str) -> None:
        self.status.say(sentence)

    def let_go(self) -> None:
        """Esc: what lies open is shut first; then what is chosen is let go of, but never a drawing, which nothing would
        bring back."""
        drawn = bool(self.store.view.row) and self.store.experiment.data.geometry == "images"
        if not cast(NetworkView, self.views["network"]).shut_open() and not drawn:
            self.store.change_view(sample=-1, row=())

    def toggle_layout(self) -> None:
        self.store.change_view(layout=EXPLORE if self.layouts.name == LECTURE else LECTURE)

    def reset_layout(self) -> None:
        self.layouts.reset()

    def what_to_try(self) -> None:
        self.overlays.try_card.recall()

    def reduce_motion(self, still: bool) -> None:
        cast(NetworkView, self.views["network"]).set_reduced_motion(still)
        cast(BoundaryView, self.views["boundary"]).players.still = still

    def close_room(self) -> bool:
        self.layouts.keep()
        for dock in self.docks.values():
            if dock.isFloating():
                dock.hide()
        return self.lab.close()

    # What the table of commands asks of this room alone

    def choose_picture(self, name: str) -> None:
        self.layouts.choose_picture(name)

    def import_csv(self, path: pathlib.Path | None = None) -> None:
        self.overlays.import_csv(path, self.store.experiment, self.lab.edits)

    def import_pictures(self, path: pathlib.Path | None = None) -> None:
        if path is None:
            self.picture_import.ask(folder=False)
        else:
            self.picture_import.begin(path)

    def import_folder(self) -> None:
        self.picture_import.ask(folder=True)

    def import_text(self, path: pathlib.Path | None = None) -> None:
        if path is None:
            self.text_import.ask()
        else:
            self.text_import.begin(path)

    def _take_pictures(self, pairs: tuple[tuple[str, Any], ...]) -> None:
        """Pictures of one's own, with a network that can read them, as a data tile brings it along."""
        data = registry.read(Dataset, dict(pairs)["data"])
        self.lab.edits((*pairs, *beginning(self.store.experiment, data)))

    def _take_text(self, data: PlainText) -> None:
        self.lab.edits((("data", data.model_dump()), *beginning(self.store.experiment, data)))

    # Showing

    def _show_experiment(self, *_: object) -> None:
        experiment = self.store.experiment
        self.overlays.forget_refusal()
        self.transport.show_experiment(experiment)
        self.lecture_bar.show_experiment(experiment)
        self.caption.show_title(self.store.title, experiment.description)
        self.layouts.show_place(place_of(experiment))
        self.layouts.show_companions(companions_of(experiment))
        self._name_views()
        self._name_step()
        self._show_checks()

    def _name_step(self) -> None:
        """The smallest step is that of a sample, or one player's turn."""
        text, tip = step_words(self.store.experiment)
        action: Any = self.actions_["step_sample"]
        action.setText(text)
        action.setToolTip(f"{tip} ({native(action.shortcut().toString())})")
        action.setStatusTip(tip)

    def _name_views(self) -> None:
        """Docks and commands are called after what they show; one command shows what these data are best seen in."""
        titles = {name: face.title_for(self.store.experiment, self.store.view) for name, face in faces().items()}
        for name, title in titles.items():
            if self.docks[name].windowTitle() != title:
                self.docks[name].rename(title)
        for name, command in commands().items():
            shown = self.layouts.place if name == self.layouts.seats.usual_place else name
            self.actions_[command.name].setText(titles[shown])

    def _show_checks(self) -> None:
        """What the commands that all rooms share say of this one."""
        if self.actions_.room == self.key:
            self.actions_["max_speed"].setChecked(self.store.experiment.speed == "max")
            self.actions_["layout"].setChecked(self.layouts.name == LECTURE)

    def _show_update(self, update: Update) -> None:
        if update.devices:
            self.overlays.drawers.show_devices(update.devices)
        self.transport.figures.show_update(update)
        self.lecture_bar.show_update(update)
        self.status.show_update(update, self.store.experiment, self.lab.ready)

    def _on_began(self, _run: int) -> None:
        self.transport.figures.forget()
        self.lecture_bar.figures.forget()

    def _show_playing(self, playing: bool) -> None:
        theme = current()
        self.transport.show_playing(playing, theme)
        self.lecture_bar.show_playing(playing, theme)

    def show_theme(self, theme: Theme) -> None:
        for part in (
            self.transport,
            self.caption,
            self.lecture_bar,
            self.pins,
            self.status,
            self.overlays,
            *self.docks.values(),
        ):
            part.show_theme(theme)
        self.wiring.show_theme(theme, for_lecture(theme) if self.layouts.name == LECTURE else theme)
        self.place()

    def _on_view(self, old: ViewState, new: ViewState) -> None:
        if old.options != new.options:
            self._name_views()
        if old.layout != new.layout:
            self.layouts.choose(new.layout)
            self._show_checks()
            self.show_theme(current())

    # Qt's own events

    def place(self) -> None:
        """Everything that lies over the pictures in its place."""
        self.overlays.place()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.layouts.resized()
        self.place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if hasattr(self, "layouts"):
            self.layouts.resized()
            self.place()
