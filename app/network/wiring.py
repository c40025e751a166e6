"""Who hears whom: panels and views say what a person wants, Lab carries it out, and what is new goes back to all of
them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer

from app.documents.intents import Intent, OnRoom
from app.documents.limits import LOCKED
from app.documents.view_state import ViewState
from app.look.theme import Theme, current
from app.network.lab import Lab
from app.network.turns import Turns
from app.network.view_list import ViewList
from app.panels.base import Panel
from app.shell.docks import Dock
from app.views.base import View
from core.data.preparation import Prepared
from core.experiment import Experiment
from core.frames import Update
from core.messages import Mend
from core.probing.probe import Probe

PREPARING = "The network is being prepared …"


class Wiring(QObject):
    """Joins the parts of a window to its Lab. `on_room` carries out what concerns the room itself; the `dealer` gives
    the views their turns, and `pictures` is the theme that they wear."""

    def __init__(
        self,
        lab: Lab,
        views: ViewList,
        docks: Mapping[str, Dock],
        panels: tuple[Panel, ...],
        on_room: Callable[[OnRoom], object],
    ) -> None:
        super().__init__(lab)
        self._lab, self._views, self._docks, self._on_room = lab, views, docks, on_room
        self.parts: tuple[Panel | View, ...] = (*views.there.values(), *panels)
        self.pictures = current()
        self.still = False
        self._told = 0  # the run whose news the views have heard last
        self._asking = QTimer(self, singleShot=True, interval=0)
        self._asking.timeout.connect(self._ask)
        self.dealer = Turns(lab.poll.draw_on, self)
        for part in self.parts:
            self._listen(part)
        for view in views.there.values():
            view.empty.await_(self._awaited)
        for name in views:
            docks[name].seen_changed.connect(self._asking.start)
        lab.store.changed.connect(self._on_changed)
        lab.store.opened.connect(self._on_opened)
        lab.runs.prepared_changed.connect(self._on_prepared)
        lab.runs.updated.connect(self._on_update)
        lab.runs.began.connect(self._on_began)
        lab.problem.connect(self._on_problem)
        lab.store.view_changed.connect(self._on_view)

    def _listen(self, part: Panel | View) -> None:
        part.edit.connect(self._lab.edit)
        part.edits.connect(self._lab.edits)
        part.finished.connect(self._lab.finish)
        part.intent.connect(self.obey)
        if isinstance(part, View):
            part.wants.connect(self._asking.start)

    def add(self, part: Panel) -> None:
        """Take in a panel that was built later, and bring it up to date."""
        self.parts = (*self.parts, part)
        self._listen(part)
        part.show_theme(current())
        part.show_view(self._lab.store.view)
        part.show_experiment(self._lab.store.experiment, self._lab.runs.samples.fitting())
        if self._lab.run.last is not None:
            part.show_update(self._lab.run.last)

    def add_view(self, view: View) -> None:
        """Take in a picture that somebody looks at for the first time."""
        self.parts = (*self.parts, view)
        self._listen(view)
        view.set_reduced_motion(self.still)
        view.show_theme(self.pictures)
        view.show_view(self._lab.store.view)
        if self._told and self._told == self._lab.run.number:
            self._show_run(view, self._told)
        prepared = self._lab.runs.samples.fitting()
        view.empty.await_(self._awaited)
        view.show_experiment(self._lab.store.experiment, prepared)
        if self._lab.run.last is not None and prepared is not None:  # else the last picture is of other data
            view.show_update(self._lab.run.last)
        self._asking.start()

    # From the person

    def obey(self, intent: Intent) -> None:
        """What is no edit: the room's, or Lab's; nothing of it where the file forbids what it changes."""
        if self._lab.store.view.limits.forbids(*intent.changes):
            self._lab.sentence.emit(LOCKED)
        elif isinstance(intent, OnRoom):
            self._on_room(intent)
        else:
            self._lab.obey(intent)

    # To the screen

    def _on_changed(self, _old: Experiment, new: Experiment) -> None:
        self.show_experiment(new, self._lab.runs.samples.fitting())
        self._asking.start()

    def _on_opened(self) -> None:
        """Another document: what the old one's run has drawn goes at once, however long the new one takes to begin."""
        self.dealer.clear()
        self._told = 0
        for view in self._views.there.values():
            view.forget(self._lab.runs.samples.fitting())

    def _on_began(self, _run: int) -> None:
        self.dealer.clear()

    def _on_prepared(self, prepared: Prepared) -> None:
        self.dealer.clear()  # pictures of other samples
        self.show_experiment(self._lab.store.experiment, prepared)
        self._asking.start()

    def show_experiment(self, experiment: Experiment, prepared: Prepared | None) -> None:
        for part in self.parts:
            part.show_experiment(experiment, prepared)

    @property
    def _awaited(self) -> str:
        """What has to come before there can be any picture."""
        return "" if self._lab.runs.ready else PREPARING

    def _on_update(self, update: Update) -> None:
        if update.engine:  # torch is there
            for view in self._views.there.values():
                view.empty.await_(self._awaited)
        if update.run != self._told:
            self._told = update.run
            for view in self._views.there.values():
                self._show_run(view, update.run)
        self.dealer.show(self.parts, update)

    def _show_run(self, view: View, number: int) -> None:
        view.show_run(self._lab.runs.metrics[number], self._lab.runs.before[number])

    def _on_view(self, _old: ViewState, new: ViewState) -> None:
        self.show_view(new)

    def show_view(self, state: ViewState) -> None:
        for part in self.parts:
            part.show_view(state)

    def _on_problem(self, path: str, sentence: str, mend: Mend | None) -> None:
        for part in self.parts if path else ():
            if isinstance(part, Panel):
                part.show_problem(path, sentence, mend)

    def show_theme(self, theme: Theme, pictures: Theme) -> None:
        """Panels wear the theme, pictures their own: larger in a lecture."""
        self.pictures = pictures
        for part in self.parts:
            if isinstance(part, View):
                part.wear(pictures)
            else:
                part.show_theme(theme)

    def reduce_motion(self, still: bool) -> None:
        """What would move in the pictures stands still."""
        self.still = still
        for view in self._views.there.values():
            view.set_reduced_motion(still)

    def _ask(self) -> None:
        """Only what can be seen is asked for."""
        requests: dict[str, Probe] = {}
        for name, view in self._views.there.items():
            if self._docks[name].seen:
                requests |= view.requests()
        self._lab.runs.show(requests)
