"""The gradient-descent room: recipe, stage and bars. It puts together and owns no behaviour."""

from __future__ import annotations

import pathlib
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.bars.caption import Caption
from app.bars.status_line import StatusLine
from app.bars.timeline import Timeline
from app.documents.document_store import DocumentStore
from app.documents.limits import LOCKED
from app.documents.view_state import ViewState
from app.look.theme import Theme, current
from app.race.control_names import CONTROL_NAMES
from app.race.filling import filling_of_stage
from app.race.first import FIRST, fresh
from app.race.following import Following
from app.race.guess import Guess
from app.race.in_time import InTime
from app.race.lab import RaceLab
from app.race.lecture_bar import RateBar
from app.race.recipe import RaceRecipe
from app.race.stage import GAP, Stage
from app.race.takeaway import Takeaway
from app.race.telling import Telling
from app.race.terrain_drawer import TerrainDrawer
from app.race.transport import RaceTransport
from app.race.trying import RaceTrying
from app.shell.actions import Actions
from app.shell.notices import Notices
from app.shell.room import RACE
from app.shell.room_base import RoomBase
from app.shell.settings import Settings
from app.widgets.limited import limited, place_of, restrict
from core.documents.document import Document
from core.messages import Mend
from core.race import Race

VIEW = "race.view"  # the view's option: map, relief or both


class RaceRoom(RoomBase[Race], QWidget):
    """One race; a page of the window."""

    key = RACE
    documents = Race
    control_names = CONTROL_NAMES
    status: StatusLine
    lab: RaceLab
    wanted = Signal(object)  # a ready-made race that is to take the place of the present one

    def __init__(self, settings: Settings, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("race_room")
        self.settings, self.actions_ = settings, actions
        self.store: DocumentStore[Race] = DocumentStore(Race.load(FIRST))
        self.lab = RaceLab(self.store, self)
        self._build()
        self._lay_out()
        self._connect()

    # Putting together

    def _build(self) -> None:
        self.transport, self.caption = RaceTransport(self.actions_), Caption()
        self.timeline = Timeline(self.actions_, runs=False)
        self.recipe, self.stage = RaceRecipe(), Stage()
        self.rates, self.status = RateBar(), StatusLine()
        self.trying = RaceTrying(self.lab, self)
        self.status.rest_on("")
        self.telling = Telling(self.lab, self.stage.teller, self)
        self.drawer = TerrainDrawer(self.lab, self.recipe, self.stage.teller, self)
        self.guess = Guess(self.lab, self)
        self.time = InTime(self.lab, self.guess)
        self.following = Following(self.lab, self.stage, self.transport, self.timeline, self.status, self.guess)
        self.notices = Notices(self)
        self.notices.stay_on(self.stage.pictures)
        self.filling = filling_of_stage(self.stage, self.recipe, self.trying.place)
        self.filling.changed.connect(self.show_checks)
        self.takeaway = Takeaway(self.lab.paths, self)
        self.takeaway.offer_on(self.stage.pictures.map, *self.stage.charts.all)

    def _lay_out(self) -> None:
        beside = QVBoxLayout()
        beside.setSpacing(GAP)
        beside.addWidget(self.trying.place)
        beside.addWidget(self.stage, 1)
        beside.addWidget(limited(self.timeline, "race.seek"))
        body = QHBoxLayout()
        body.setSpacing(GAP)
        body.addWidget(self.recipe)
        body.addLayout(beside, 1)
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

    def _connect(self) -> None:
        lab, stage = self.lab, self.stage
        for editor in (self.recipe, self.rates):
            editor.edits.connect(lab.edits)
            editor.finished.connect(lab.finish)
        self.recipe.racers.selected.connect(lab.chosen.select)
        self.recipe.racers.hid.connect(_if_free(lab, "race.hidden", lab.chosen.hide))
        self.recipe.racers.told.connect(_if_free(lab, "race_tell", self.telling.tell_of))
        self.transport.edit.connect(lab.edit)
        self.transport.wanted.connect(_if_free(lab, "races", self.wanted.emit))
        self.transport.guessed.connect(_if_free(lab, "race.guess", self.guess.choose))
        for sought in (self.timeline.looked, stage.charts.sought):
            sought.connect(_if_free(lab, "race.seek", lab.seek))
        for list_ in (stage.ranking, stage.pictures):
            list_.picked.connect(lab.chosen.select)
        stage.pictures.started.connect(self._start_at)
        stage.pictures.finished.connect(lab.finish)
        stage.pictures.view_chosen.connect(_if_free(lab, "race.view", self._choose_view))
        self.guess.asked_changed.connect(self.transport.guess.setChecked)
        self.guess.on_changed.connect(stage.set_guess)
        lab.chosen.selected_changed.connect(self._show_race)
        lab.chosen.selected_changed.connect(self.following.show_runs)
        lab.sentence.connect(self.status.say)
        lab.problem.connect(self._show_problem)
        self.store.changed.connect(self._on_changed)
        self.store.opened.connect(self.notices.forget)
        self.store.view_changed.connect(self._on_view)

    # What the window asks of a room

    def begin(self, playing: bool) -> None:
        self.lab.start()
        self._show_race()
        self.following.show_place(0.0)
        if playing:
            self.lab.play()

    def enter(self) -> None:
        """The balls go on from where they were."""
        self.lab.playhead.go_on()
        self.show_checks()

    def leave(self) -> None:
        """Time stands still here while another room is in front."""
        self.lab.playhead.hold()
        self.stage.teller.hold()

    def fresh(self) -> Race:
        return fresh()

    def take(self, document: Document, path: pathlib.Path | None, view: ViewState | None, playing: bool) -> None:
        self.stage.teller.put_away()
        self.lab.rewind()
        self.store.open(self.own(document), path, view)
        self.lab.chosen.select(0)
        if playing:
            self.lab.play()

    def let_go(self) -> None:
        if self.filling.leave():
            return
        self.stage.teller.put_away()
        self.drawer.shut()

    def reset_layout(self) -> None:
        self.stage.arrange()
        self._choose_view("map")

    def what_to_try(self) -> None:
        self.trying.line.recall()

    def reduce_motion(self, still: bool) -> None:
        self.stage.teller.reduce_motion(still)

    def close_room(self) -> bool:
        self.stage.teller.hold()
        ended = self.telling.close(10.0)
        return self.lab.close() and ended

    # What the table of commands asks of this room alone

    def next_view(self) -> None:
        """Map, relief, both."""
        self.stage.pictures.next_view()

    # From the person

    def _choose_view(self, view: str) -> None:
        self.store.change_view(options=self.store.view.options | {VIEW: view})

    def _start_at(self, x: float, y: float) -> None:
        self.stage.teller.put_away()
        self.lab.edit("start", (x, y))

    # Showing

    def _on_changed(self, old: Race, new: Race) -> None:
        if old.racers != new.racers or old.terrain != new.terrain:
            self.stage.teller.put_away()
        self._show_race()

    def _on_view(self, old: ViewState, new: ViewState) -> None:
        self.stage.pictures.show_view(str(new.options.get(VIEW, "map")))
        if old.layout != new.layout:
            self._show_layout()
        for part in (self.recipe, self.rates, self.drawer):
            part.restrict(new.limits)
        restrict(self.stage, new.limits)
        place_of(self.timeline).restrict(new.limits)
        self.trying.restrict(new.limits)
        self._show_race()

    def _show_layout(self) -> None:
        self.filling.leave()
        lecture = self.lecture
        self.recipe.setVisible(not lecture)
        self.caption.setVisible(lecture)
        self.rates.setVisible(lecture)
        self.stage.show_layout(lecture)
        self.transport.show_layout(lecture)
        self.show_theme(current())
        self.stage.arrange()
        self.show_checks()

    def _show_race(self, *_: object) -> None:
        race, selected = self.store.document, self.lab.chosen.selected
        self.recipe.show_race(race, self.lab.chosen.hidden, selected)
        self.rates.show_race(race, selected)
        self.drawer.show_race(race)
        self.caption.show_title(self.store.title, race.description)
        self.trying.show_race(race, self.lecture)
        self.transport.show_speed(race.speed)
        self.following.show_place(self.lab.playhead.place)
        self.show_checks()

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
        of_pictures = self.pictures_theme(theme)
        for part in (
            self.transport,
            self.timeline,
            self.caption,
            self.recipe,
            self.rates,
            self.drawer,
            self.trying.line,
        ):
            part.show_theme(theme)
        for part in (self.status, self.notices):
            part.show_theme(of_pictures)
        self.stage.show_theme(theme, of_pictures)


def _if_free(lab: RaceLab, name: str, act: Callable[..., object]) -> Callable[..., None]:
    """What a hand does that is no edit of the race, where the file lets it."""

    def obey(*arguments: object) -> None:
        if lab.store.view.limits.forbids(name):
            lab.sentence.emit(LOCKED)
        else:
            act(*arguments)

    return obey
