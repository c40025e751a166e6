"""Lanes: the pictures of the runs that stand beside the one that is shown. Beside each picture that is seen stands one
of its kind for each of them, in the same dock; they are built when runs come to stand side by side."""

from __future__ import annotations

import dataclasses
import functools

from PySide6.QtCore import QObject, QTimer, Signal

from app.documents.intents import Intent, OnWeights
from app.documents.view_state import ViewState
from app.look.theme import Theme
from app.network.lab import Lab
from app.network.pair import Pair
from app.network.stage import SMALLEST_PICTURE, Stage
from app.network.wiring import Wiring
from app.shell.keys import forbid_click_focus
from app.shell.layouts import Layouts
from app.views.base import View
from app.views.curves.view import CurvesView
from app.views.registry import faces, view_class
from core.experiment import Experiment
from core.frames import Update
from core.probing.probe import Probe
from core.threads import commands

BY_HAND = "Weights are set by hand in run {}; the runs beside it learn theirs."


class Lanes(QObject):
    """`pairs` by dock; the views of the twins by place (1 is the first beside the run that is shown) and name."""

    arranged = Signal()  # other pictures stand in pairs, or can be seen

    def __init__(self, lab: Lab, stage: Stage, wiring: Wiring, layouts: Layouts) -> None:
        super().__init__(stage)
        self._lab, self._stage, self._wiring, self._layouts = lab, stage, wiring, layouts
        self._twins = twins = lab.twins
        self.pairs: dict[str, Pair] = {}
        self.views: dict[tuple[int, str], View] = {}
        self._said: dict[str, tuple[str, str]] = {}  # at each picture of a kind: what they have in common, and in full
        self._asked: dict[int, dict[str, Probe]] = {}
        self._asking = QTimer(self, singleShot=True, interval=0)
        self._asking.timeout.connect(self._ask)
        twins.changed.connect(self._arrange)
        twins.updated.connect(self._on_update)
        twins.parted.connect(self._show_experiments)
        stage.built.connect(self._on_built)
        for name in stage.views:
            stage.docks[name].seen_changed.connect(functools.partial(self._look_at, name))
        lab.eyes.changed.connect(self._show_company)
        lab.store.changed.connect(self._on_changed)
        lab.store.view_changed.connect(self._on_view)

    # Who stands where

    def _arrange(self) -> None:
        """Other runs stand beside the one that is shown, or none."""
        count = len(self._twins.numbers)
        for name in list(self.pairs) if not count else ():
            self._put_back(name)
        gone = [key for key in self.views if key[0] > count]
        for name in self._stage.views.there if count else ():
            self._look_at(name)
        for key in gone:
            view = self.views.pop(key)
            self._wiring.dealer.forget(view)
            view.deleteLater()
        self._asked.clear()
        self._layouts.stand(count + 1)
        self._show_company()
        self.show_names()
        for place, number in enumerate(self._twins.numbers, start=1):
            self._show_run(place, number)
        self._asking.start()
        self.arranged.emit()

    def sees(self, name: str) -> bool:
        """Whether a picture that stands in a pair can be seen."""
        return name in self.pairs and self._stage.docks[name].seen

    def _look_at(self, name: str) -> None:
        """Somebody sees a picture: those of the twins are there, too."""
        there = self._stage.views.there
        if self._twins.there and name in there and self._stage.docks[name].seen and not faces()[name].for_all:
            dock = self._stage.docks[name]
            if name not in self.pairs:
                self.pairs[name] = Pair()
                self.pairs[name].show_views([there[name]])
                dock.setWidget(self.pairs[name])
                self.pairs[name].show()
            places = range(1, len(self._twins.numbers) + 1)
            self.pairs[name].show_views([there[name], *(self._view(place, name) for place in places)])
            self.show_names()
            self.arranged.emit()
        self._asking.start()

    def _on_built(self, view: View) -> None:
        self._look_at(view.name)
        if isinstance(view, CurvesView):
            self._show_company()

    def _put_back(self, name: str) -> None:
        """The picture of the run that is shown has its dock for itself again."""
        dock, view, pair = self._stage.docks[name], self._stage.views[name], self.pairs.pop(name)
        dock.setWidget(view)
        view.show()
        pair.deleteLater()

    def _view(self, place: int, name: str) -> View:
        if (place, name) not in self.views:
            view = self.views[place, name] = view_class(name)()
            view.setMinimumSize(*SMALLEST_PICTURE)
            view.edit.connect(functools.partial(self._lab.parting.edit, place))
            view.edits.connect(self._lab.edits)
            view.finished.connect(self._lab.finish)
            view.intent.connect(self._obey)
            view.wants.connect(self._asking.start)
            view.set_reduced_motion(self._wiring.still)
            view.show_theme(self._wiring.pictures)
            view.show_view(self._lab.store.view)
            self.introduce(view, place, self._twins.numbers[place - 1])
            forbid_click_focus(view)
        return self.views[place, name]

    # To the screen

    def _show_run(self, place: int, number: int) -> None:
        """Another run stands at a place."""
        for view in self._at(place):
            view.forget(None)
            self.introduce(view, place, number)

    def introduce(self, view: View, place: int, number: int) -> None:
        """A view stands at a place from now on, and shows the run there as it is."""
        standing = self._lab.runs.held[number]
        view.show_run(self._lab.runs.metrics[number], None)
        view.show_experiment(self._twins.experiments[place], standing.prepared)
        if (news := standing.now()) is not None and standing.prepared is not None:
            there = {
                name: frame for each in self._at(place) for name, frame in each.frames.items() if frame.run == number
            }
            view.show_update(dataclasses.replace(standing.shown(news), frames=there))  # a run at rest makes none anew

    def _at(self, place: int) -> list[View]:
        return [view for (where, _), view in self.views.items() if where == place]

    def _companions(self) -> list[CurvesView]:
        """The pictures that show all runs at once."""
        return [view for view in self._stage.views.there.values() if isinstance(view, CurvesView)]

    def _show_company(self) -> None:
        runs, beside = self._lab.runs, self._lab.eyes.metrics
        there = tuple(
            runs.metrics[number] for number in (runs.shown_run, *self._twins.numbers) if number in runs.metrics
        )
        company = (*there, *(each for each in beside if each not in there))
        for view in self._companions():
            view.show_company(company if len(company) > 1 else ())

    def show_names(self) -> None:
        """Which run each picture is of."""
        named = self._lab.parting.named
        for name, pair in self.pairs.items():
            pair.show_runs(named[: len(pair.cells)], self._wiring.pictures, *self._said.get(name, ("", "")))

    def say(self, name: str, words: str, sentence: str = "") -> None:
        """What the pictures of a kind have in common, in few words and in full."""
        if (words, sentence) != self._said.get(name):
            self._said[name] = words, sentence
            self.show_names()

    def _on_update(self, number: int, update: Update) -> None:
        place = self._twins.numbers.index(number) + 1
        if update.prepared is not None:
            for view in self._at(place):
                view.show_experiment(self._twins.experiments[place], update.prepared)
        self._wiring.dealer.show((*self._at(place), *self._companions()), update)

    def _on_changed(self, _old: Experiment, _new: Experiment) -> None:
        self._show_experiments()

    def _show_experiments(self) -> None:
        if not self._twins.there:
            return
        for (place, _), view in self.views.items():
            standing = self._lab.runs.held[self._twins.numbers[place - 1]]
            view.show_experiment(self._twins.experiments[place], standing.prepared)
        self.show_names()
        self._asking.start()

    def _on_view(self, _old: ViewState, new: ViewState) -> None:
        for view in self.views.values():
            view.show_view(new)

    def show_theme(self, pictures: Theme) -> None:
        """The theme that pictures wear."""
        for view in self.views.values():
            view.wear(pictures)
        for pair in self.pairs.values():
            pair.show_theme(pictures)

    # From the person

    def _obey(self, intent: Intent) -> None:
        """What is looked at is the same for all; a hand on the weights is the one run's that is shown."""
        if isinstance(intent, OnWeights):
            self._lab.sentence.emit(BY_HAND.format(self._lab.run.letter))
        else:
            self._wiring.obey(intent)

    def _ask(self) -> None:
        """Only what can be seen is asked for."""
        for place, number in enumerate(self._twins.numbers, start=1):
            requests: dict[str, Probe] = {}
            for (where, name), view in self.views.items():
                if where == place and self._stage.docks[name].seen:
                    requests |= view.requests()
            if self._asked.get(number) != requests:
                self._asked[number] = requests
                self._lab.runs.send(commands.Show(requests), to=number)
