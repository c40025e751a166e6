"""The scoreboard over runs side by side of which one learns without a gradient: what each has come to, for how many
evaluations."""

from __future__ import annotations

import functools
from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QObject

from app.bars.score_bar import EVALUATIONS, LOSS, OF_LOSS, Place, ScoreBar
from app.look.theme import Theme
from app.network.lab import Lab
from app.network.standing import Standing
from app.network.trying import Trying
from app.shell.layouts import LECTURE
from core.experiment import Experiment
from core.frames import Update
from core.runs.scoreboard import Score, Tally, budget, comparable, evaluations, figure_of, lead
from core.threads.commands import Restore


class Scoreboard(QObject):
    """`tallies` by the number of the run; `there`: whether it is to be seen."""

    def __init__(self, lab: Lab, trying: Trying) -> None:
        super().__init__(trying)
        self._lab, self._twins, self._trying = lab, lab.twins, trying
        self.tallies: dict[int, Tally] = {}
        self.there = False
        self._twins.changed.connect(self._arrange)
        self._twins.parted.connect(self._arrange)
        self._twins.updated.connect(self._on_update)
        lab.runs.updated.connect(self._on_shown)
        lab.store.view_changed.connect(self._arrange)

    @functools.cached_property
    def bar(self) -> ScoreBar:
        """Built when there is something to be told."""
        bar = ScoreBar()
        self._trying.hold(bar)
        return bar

    # What is new

    def _arrange(self, *_: object) -> None:
        """Other runs stand side by side, or learn otherwise."""
        twins, before = self._twins, self.there
        if twins.settling:
            return  # their numbers are not all there yet; `changed` follows
        self.there = twins.there and any(not each.rule.descends for each in twins.experiments)
        if not self.there and not before:
            return
        numbers = [run.number for run in twins.standings] if self.there else []
        self.tallies = {number: self.tallies.get(number, Tally()) for number in numbers}
        self.bar.enlarge(self._lab.store.view.layout == LECTURE)
        self.bar.setVisible(self.there)
        self._trying.settle()
        if self.there:
            self._take_all()
            self._show()

    def _take_all(self) -> None:
        """What was measured before anybody kept a score."""
        for run in self._twins.standings:
            history = self._lab.runs.metrics[run.number].history
            if not self.tallies[run.number].lows and len(history):
                self._take(run, {name: history.column(name).mean for name in history.names})

    def _on_shown(self, update: Update) -> None:
        self._on_update(self._lab.runs.shown_run, update)

    def _on_update(self, number: int, update: Update) -> None:
        if number not in self.tallies:
            return
        run = self._lab.runs.held[number]
        if run.looking is None and len(update.metrics.get("update", ())):
            self._take(run, update.metrics)
        self._show()

    def _take(self, run: Standing, columns: Mapping[str, np.ndarray]) -> None:
        """What a run has come to in these evaluations."""
        experiment = run.told or self._lab.store.experiment
        if "train.loss" in columns and figure_of(experiment, columns) in columns:
            score = Score.of(run.letter, experiment, cost_of(run, experiment), columns)
            self.tallies[run.number] = self.tallies[run.number].with_more(score)

    # Showing

    def _show(self) -> None:
        twins = self._twins
        experiments, runs = twins.experiments, twins.standings
        costs = [cost_of(run, experiment) for run, experiment in zip(runs, experiments, strict=True)]
        scores = [self.tallies[run.number].after(cost) for run, cost in zip(runs, costs, strict=True)]
        first, ahead = (lead(scores) if comparable(experiments) else None) or (-1, 0.0)
        prepared = runs[0].prepared
        whole = budget(experiments, len(prepared.train)) if prepared is not None else None
        self.bar.show_places(
            [
                Place(
                    named.letter,
                    named.name,
                    *best_words(scores[place], experiments[place]),
                    _cost(costs[place], whole),
                    ahead_words(ahead, experiments[place]) if place == first else "",
                )
                for place, named in enumerate(self._lab.parting.named)
            ]
        )

    def show_theme(self, theme: Theme) -> None:
        if "bar" in self.__dict__:
            self.bar.show_theme(theme)


def cost_of(run: Standing, experiment: Experiment) -> float:
    """What a run has cost until the update that is seen."""
    seen = run.recalled if run.looking is not None else run.last
    if seen is None or run.run is None:
        return 0.0
    events = run.run.events if run.looking is None else [e for e in run.run.events if e.update <= seen.updates]
    for hand in run.hands:
        events = hand.snapshot.journal.log if isinstance(hand, Restore) else events
    return evaluations(experiment, seen.epochs, events)


def best_words(score: Score | None, experiment: Experiment) -> tuple[str, str]:
    """Figure, and what the run is judged by, in words."""
    if score is None:
        return "–", "–"
    percent = experiment.task.watched().percent
    judged = _mistakes(score.loss) if experiment.loss.summed else f"{LOSS}{_loss(score.loss)}"
    return f"{100 * score.figure:.1f} %" if percent else f"{score.figure:.3f}", judged


def ahead_words(ahead: float, experiment: Experiment) -> str:
    """By how much a run is ahead, in words."""
    return _mistakes(ahead) if experiment.loss.summed else f"{_loss(ahead)}{OF_LOSS}"


def _mistakes(count: float) -> str:
    return "1 mistake" if count == 1 else f"{count:.0f} mistakes"


def _loss(loss: float) -> str:
    return f"{loss:.3f}" if loss < 100 else f"{loss:.3g}"


def _cost(cost: float, whole: float | None) -> str:
    used = f"{cost:,.1f}" if cost % 1 else f"{cost:,.0f}"
    return (used if whole is None else f"{used} of {whole:,.0f}") + EVALUATIONS
