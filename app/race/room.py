"""The gradient-descent room: recipe, map and relief, charts and ranking, its bar. It puts together and owns no
behaviour."""

from __future__ import annotations

import pathlib
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QVBoxLayout, QWidget

from app.bars.caption import Caption
from app.bars.status_line import StatusLine
from app.documents.document_store import DocumentStore
from app.documents.view_state import ViewState
from app.look.theme import Theme, current
from app.race import rates
from app.race.chart_lines import show_on
from app.race.charts import Charts
from app.race.lab import RaceLab
from app.race.lecture_bar import RateBar
from app.race.pictures import Pictures
from app.race.ranking import Ranking
from app.race.recipe import RaceRecipe
from app.race.resting import sentence
from app.race.runs import Run
from app.race.takeaway import Takeaway
from app.race.teller import Teller
from app.race.telling import Telling
from app.race.terrain_choice import TerrainList
from app.race.transport import RaceTransport
from app.race.try_words import TryWords
from app.shell.actions import Actions
from app.shell.appearance import for_lecture
from app.shell.layouts import EXPLORE, LECTURE
from app.shell.notices import Notices
from app.shell.room import RACE
from app.shell.settings import Settings
from app.widgets.drawer import Drawer
from core.machine.resources import FOLDER
from core.messages import Mend
from core.race import Race, shelf

FIRST = FOLDER / "presets" / "three-rates.toml"
SIDE, WIDER = 388, 0.12  # px of the charts at 1280, and how much of a wider window they take
GAP = 6  # px between the parts
AT_1280 = 974  # px that pictures and charts share there
GUESS = "race.guess"  # the view's option that hides what lies ahead


class RaceRoom(QWidget):
    """One race; a page of the window."""

    key = RACE
    wanted = Signal(object)  # a ready-made race that is to take the place of the present one

    def __init__(self, settings: Settings, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("race_room")
        self.settings, self.actions_ = settings, actions
        self.store: DocumentStore[Race] = DocumentStore(Race.load(FIRST))
        self.lab = RaceLab(self.store, self)
        self._by_hand = self._guessed = False
        self._build()
        self._connect()

    # Putting together

    def _build(self) -> None:
        self.transport = RaceTransport(self.actions_)
        self.caption = Caption()
        self.recipe = RaceRecipe()
        self.pictures = Pictures()
        self.teller, self.rates = Teller(), RateBar()
        self.telling = Telling(self.lab, self.teller, self)
        self.charts, self.ranking, self.tip = Charts(), Ranking(), TryWords()
        self.status = StatusLine()
        self.status.rest_on("")
        self.terrains = TerrainList()
        self.drawer = Drawer("Terrain", self.terrains, self, self.recipe)
        middle, side = _column(self.pictures, self.teller), _column(self.charts, self.ranking, self.tip)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(6)
        for part in (middle, side):
            self.splitter.addWidget(part)
        self.splitter.splitterMoved.connect(self._moved_by_hand)
        body = QHBoxLayout()
        body.setSpacing(GAP)
        body.addWidget(self.recipe)
        body.addWidget(self.splitter, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.caption)
        rows.addWidget(self.transport)
        rows.addLayout(body, 1)
        rows.addWidget(self.rates)
        rows.addWidget(self.status)
        self.caption.hide()
        self.rates.hide()
        self.notices = Notices(self)
        self.pictures.installEventFilter(self)
        self.takeaway = Takeaway(self._known_runs, self)
        self.takeaway.offer_on(self.pictures.map, *self.charts.all)

    def _connect(self) -> None:
        lab, recipe, pictures = self.lab, self.recipe, self.pictures
        recipe.edits.connect(lab.edits)
        recipe.finished.connect(lab.finish)
        self.rates.edits.connect(lab.edits)
        self.rates.finished.connect(lab.finish)
        recipe.terrain_wanted.connect(self._open_terrains)
        recipe.racers.selected.connect(lab.select)
        recipe.racers.hid.connect(lab.hide)
        recipe.racers.told.connect(self.telling.tell_of)
        self.terrains.chosen.connect(self._choose_terrain)
        self.transport.edit.connect(lab.edit)
        self.transport.wanted.connect(self._take_from_shelf)
        self.transport.sought.connect(self._seek)
        self.transport.guessed.connect(self._choose_guess)
        self.charts.sought.connect(self._seek)
        self.ranking.picked.connect(lab.select)
        pictures.started.connect(self._start_at)
        pictures.finished.connect(lab.finish)
        pictures.picked.connect(lab.select)
        pictures.view_chosen.connect(self._choose_view)
        self.teller.told.connect(pictures.show_told)
        lab.runs_changed.connect(self._show_runs)
        lab.heights_changed.connect(pictures.show_heights)
        lab.selected_changed.connect(self._on_selected)
        lab.playhead.moved.connect(self._show_place)
        lab.playing_changed.connect(self._show_playing)
        lab.sentence.connect(self.status.say)
        lab.problem.connect(self._show_problem)
        self.store.changed.connect(self._on_changed)
        self.store.view_changed.connect(self._on_view)

    def _known_runs(self) -> tuple[Run, ...]:
        return self.lab.runs

    # What the window asks of a room

    @property
    def page(self) -> QWidget:
        return self

    def begin(self, playing: bool) -> None:
        self.lab.start()
        self._show_race()
        self._show_place(0.0)
        if playing:
            self.lab.play()

    def enter(self) -> None:
        """The balls go on from where they were."""
        self.lab.playhead.go_on()
        self._show_checks()

    def leave(self) -> None:
        """Time stands still here while another room is in front."""
        self.lab.playhead.hold()
        self.teller.hold()

    def fill_menus(self, menus: dict[str, QMenu]) -> None:
        """All of this room's commands stand in the table."""

    def fresh(self) -> Race:
        race = Race()
        racer = race.another("sgd")
        rate = rates.rate(race, racer, "Good")  # the usual one is too large for the steep walls of this terrain
        racer = (
            racer
            if rate is None
            else racer.model_copy(update={"optimizer": racer.optimizer.model_copy(update={"lr": rate})})
        )
        return race.model_copy(update={"racers": (racer,)})

    def take(self, document: Race, path: pathlib.Path | None, view: ViewState | None, playing: bool) -> None:
        self.teller.put_away()
        self.lab.rewind()
        self.store.open(document, path, view)
        self.lab.select(0)
        if playing:
            self.lab.play()

    def recover(self, document: Race, path: pathlib.Path | None) -> None:
        self.store.open(document, path, dirty=True)

    def unsaved(self) -> list[str]:
        return [f"“{self.store.title}” has changes that are not saved."] if self.store.dirty else []

    def keep(self, after: Callable[[], object]) -> bool:
        return True

    def say(self, sentence: str) -> None:
        self.status.say(sentence)

    def let_go(self) -> None:
        self.teller.put_away()
        self.drawer.shut()

    def toggle_layout(self) -> None:
        self.store.change_view(layout=EXPLORE if self.lecture else LECTURE)

    @property
    def lecture(self) -> bool:
        return self.store.view.layout == LECTURE

    def reset_layout(self) -> None:
        self._by_hand = False
        self._share()
        self._choose_view("map")

    def what_to_try(self) -> None:
        self.tip.recall()

    def reduce_motion(self, still: bool) -> None:
        self.teller.reduce_motion(still)

    def close_room(self) -> bool:
        self.teller.hold()
        ended = self.telling.close(10.0)
        return self.lab.close() and ended

    # What the table of commands asks of this room alone

    def next_view(self) -> None:
        """Map, relief, both."""
        self.pictures.next_view()

    # From the person

    def _open_terrains(self) -> None:
        self.drawer.toggle(self.recipe.choice)

    def _choose_terrain(self, kind: str) -> None:
        self.drawer.shut()
        self.teller.put_away()
        self.lab.finish()
        self.lab.edit("terrain.kind", kind)
        self.lab.rewind()

    def _take_from_shelf(self, name: str) -> None:
        self.wanted.emit(Race.load(shelf.path(name)))

    def _choose_view(self, view: str) -> None:
        self.store.change_view(options=self.store.view.options | {"race.view": view})

    def _choose_guess(self, on: bool) -> None:
        self.store.change_view(options=self.store.view.options | {GUESS: on})

    @property
    def guessing(self) -> bool:
        """Whether what lies ahead is hidden: until the balls have come to the end."""
        return bool(self.store.view.options.get(GUESS)) and self.lab.playhead.place < self.lab.playhead.last

    def _show_guess(self) -> None:
        self.transport.guess.setChecked(bool(self.store.view.options.get(GUESS)))
        for part in (self.pictures, self.charts, self.ranking):
            part.set_guess(self.guessing)

    def _seek(self, place: float) -> None:
        self.lab.pause()
        self.lab.playhead.seek(place)

    def _start_at(self, x: float, y: float) -> None:
        self.teller.put_away()
        self.lab.edit("start", (x, y))

    # Showing

    def _on_changed(self, old: Race, new: Race) -> None:
        if old.racers != new.racers or old.terrain != new.terrain:
            self.teller.put_away()
        self._show_race()

    def _on_view(self, old: ViewState, new: ViewState) -> None:
        self.pictures.show_view(str(new.options.get("race.view", "map")))
        self._guessed = self.guessing
        self._show_guess()
        if old.layout != new.layout:
            self._show_layout()
        self._show_race()

    def _on_selected(self, _number: int) -> None:
        self._show_race()
        self._show_runs()

    def _show_layout(self) -> None:
        lecture = self.lecture
        self.recipe.setVisible(not lecture)
        self.ranking.setVisible(not lecture)
        self.caption.setVisible(lecture)
        self.rates.setVisible(lecture)
        self.charts.distance.setVisible(not lecture)
        self.charts.steps.setVisible(not lecture)
        self._by_hand = False
        self.show_theme(current())
        self._share()
        self._show_checks()

    def _show_checks(self) -> None:
        """What the commands that all rooms share say of this one."""
        if self.actions_.room == self.key:
            self.actions_["layout"].setChecked(self.lecture)
            self.actions_["max_speed"].setChecked(self.store.document.speed == "max")

    def _show_race(self, *_: object) -> None:
        race = self.store.document
        self.recipe.show_race(race, self.lab.hidden, self.lab.selected)
        self.rates.show_race(race, self.lab.selected)
        self.terrains.show_terrain(race.terrain)
        self.caption.show_title(self.store.title, race.description)
        self.tip.show_words("" if self.lecture else race.what_to_try)
        self.transport.show_speed(race.speed)
        self.transport.show_place(self.lab.playhead.place, self.lab.playhead.last)
        self._show_checks()

    def _show_runs(self) -> None:
        """The paths as far as they are known, on every picture at once."""
        race, runs = self.store.document, self.lab.runs
        self.pictures.show_runs(runs, race, self.lab.selected)
        show_on(self.charts, runs, race, self.pictures.limits)
        self.ranking.show_runs(runs, race.tolerance)
        self._rest()

    def _show_place(self, place: float) -> None:
        self.transport.show_place(place, self.lab.playhead.last)
        self.pictures.show_place(place)
        self.charts.show_place(place)
        if self.guessing != self._guessed:
            self._guessed = self.guessing
            self._show_guess()

    def _show_playing(self, playing: bool) -> None:
        if playing:
            self.teller.put_away()
        self.transport.show_playing(playing, current())
        self._rest()

    def _rest(self) -> None:
        """What is going on, in one sentence."""
        self.status.rest_on(sentence(self.lab))
        self.status.device.setText(self.lab.how)

    def _show_problem(self, path: str, sentence: str, mend: Mend | None) -> None:
        """Beside the entry where there is one, else over the pictures; with a way out where there is one."""
        if mend is None and path and self.recipe.show_problem(path, sentence):
            return
        self.notices.problem.say(
            sentence[:1].upper() + sentence[1:],
            mend.label if mend else "",
            (lambda: self.lab.edits(mend.edits)) if mend else None,
        )

    def show_theme(self, theme: Theme) -> None:
        pictures = for_lecture(theme) if self.lecture else theme
        for part in (
            self.transport,
            self.caption,
            self.recipe,
            self.teller,
            self.rates,
            self.ranking,
            self.tip,
            self.status,
            self.notices,
            self.terrains,
        ):
            part.show_theme(theme)
        for part in (self.pictures, self.charts):
            part.show_theme(pictures)
        self.pictures.set_legend(self.lecture)

    # Qt's own events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()
        self._place()

    def _share(self) -> None:
        """Pictures get what charts leave, unless the person has drawn the line between them."""
        if self._by_hand:
            return
        whole = self.width() - (0 if self.lecture else self.recipe.width() + GAP)
        side = (
            round(0.42 * whole)
            if self.lecture
            else round(min(current().px(SIDE), 0.4 * whole) + max(0.0, WIDER * (whole - AT_1280)))
        )
        self.splitter.setSizes([whole - side, side])

    def _moved_by_hand(self, *_: int) -> None:
        self._by_hand = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place()
        return False

    def _place(self) -> None:
        """Notices lie at the foot of the pictures."""
        corner = self.pictures.mapTo(self, self.pictures.rect().bottomLeft())
        self.notices.place(corner.x(), corner.y() + 1, self.pictures.width())


def _column(*parts: QWidget) -> QWidget:
    column = QWidget()
    rows = QVBoxLayout(column)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(GAP)
    for place, part in enumerate(parts):
        rows.addWidget(part, 0 if place else 1)
    return column
