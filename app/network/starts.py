"""20 starts: the sheet that asks whether it was luck, and how one of its starts becomes the run in the window."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.bars.timeline import FEW
from app.network.lab import Lab
from app.network.sheets import Sheets
from app.network.taken import take
from app.shell.actions import Actions
from core.frames import Update
from core.history.metrics import BY_HAND
from core.runs.place import same_numbers

if TYPE_CHECKING:
    from app.luck.columns_sheet import ColumnsSheet
    from app.luck.pair_sheet import PairSheet
    from app.luck.sheet import LuckSheet
    from core.experiment import Experiment
    from core.luck.start import Start

COMMAND, STUDY = "starts", "study"
NOTHING_MADE = "Let it learn first: the starts make as many updates as this run."
WAITS = f"Let it learn {FEW} updates first: the starts make as many updates as this run"


class Starts(Sheets):
    """Stands between the sheets and the lab."""

    def __init__(self, lab: Lab, actions: Actions, room: QWidget) -> None:
        super().__init__(lab, room)
        self._actions = actions
        self._able: bool | None = None
        lab.runs.updated.connect(self._look)
        lab.runs.began.connect(self._forget)
        self._offer(able=False)

    @functools.cached_property
    def sheet(self) -> LuckSheet:
        """Built when somebody asks for it: it brings all that runs need."""
        from app.luck.sheet import LuckSheet

        sheet = self.kept(LuckSheet(self._room))
        sheet.taken.connect(self._take)
        sheet.varied.connect(self._vary)
        sheet.gathered.connect(self._lab.gatherings.add)
        return sheet

    @functools.cached_property
    def pairs(self) -> PairSheet:
        """That of two runs side by side, built when somebody asks for it."""
        from app.luck.pair_sheet import PairSheet

        sheet = self.kept(PairSheet(self._room))
        sheet.gathered.connect(self._lab.gatherings.add)
        return sheet

    @functools.cached_property
    def columns(self) -> ColumnsSheet:
        """That of what columns are worth to other networks, built when somebody asks for it."""
        from app.luck.columns_sheet import ColumnsSheet

        return self.kept(ColumnsSheet(self._room))

    def open_columns(self, experiment: Experiment, updates: int) -> None:
        """Ask which column helps, over starts of one of the runs in the window, as far as its picture shows it."""
        lab = self._lab
        if not updates:
            lab.sentence.emit(NOTHING_MADE)
            return
        self.stand_still()
        self.columns.open(experiment, updates, changed=self._changed and experiment == lab.store.experiment)

    def open(self) -> None:
        """Ask whether the run that is shown was lucky, or whether that is why one of those side by side is better; they
        stand still meanwhile, where they are."""
        lab = self._lab
        self.stand_still()
        if lab.twins.there:
            self._open_pairs()
            return
        self.sheet.open(lab.store.experiment, lab.time.made, changed=self._changed)

    def open_again(self, asked: str) -> None:
        """A question of the list of runs; `BadInput` where it cannot be asked any more."""
        from core.luck.question import Question

        question = Question.loads(asked)
        self.stand_still()
        self.sheet.open_again(question)

    def open_pairs_again(self, asked: str) -> None:
        """The same of two runs that stood side by side."""
        from core.luck.paired import PairedQuestion

        question = PairedQuestion.loads(asked)
        self.stand_still()
        self.pairs.open_again(question)

    def _open_pairs(self) -> None:
        from app.luck.pair_sheet import Side

        twins = self._lab.twins
        self.pairs.open(
            tuple(
                Side(run.letter, experiment, run.last.updates)
                for run, experiment in zip(twins.standings, twins.experiments, strict=True)
                if run.last is not None
            )
        )

    @property
    def _changed(self) -> bool:
        """Whether a hand has made the run what it is: with other settings on its way, or with weights."""
        lab = self._lab
        metrics = lab.runs.metrics[lab.run.number]
        marked = any(mark.kind in BY_HAND for mark in metrics.marks)
        return marked or lab.run.by_hand or not same_numbers(metrics.experiment, lab.store.experiment)

    def _take(self, start: Start) -> None:
        """Its luck becomes the experiment's, and a new run comes as far as it did."""
        lab = self._lab
        self.sheet.shut()
        if take(lab, start.experiment, start.updates):
            lab.sentence.emit(
                f"Start {start.number}: the run before stands beside it in the curves, and Undo brings it back."
            )
        elif not lab.store.rejected and self._changed:
            lab.store.note(f"Start {start.number}", weights=False)
            lab.begin_up_to(start.updates)
            lab.sentence.emit("This run's luck with the settings of now from update 0 on; the run before stays.")
        elif not lab.store.rejected:
            lab.sentence.emit("This start is that of the run in the window.")

    def _vary(self) -> None:
        """A study of the same experiment."""
        self.sheet.shut()
        self._actions[STUDY].trigger()

    def _look(self, update: Update) -> None:
        self._offer(able=update.updates >= FEW or (update.state.over and update.updates > 0))

    def _forget(self, _run: int) -> None:
        self._offer(able=False)

    def _offer(self, *, able: bool) -> None:
        if able != self._able:
            self._able = able
            self._actions.enable(COMMAND, able, WAITS)
