"""The network in numbers, phase by phase: looking never learns, the weights move only at *Update*."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.documents.intents import ChooseSample, GoOn, LookAt
from app.documents.view_state import ViewState
from app.look.theme import Theme
from app.views.base import Numbers
from app.views.numbers import NumbersFace
from app.views.numbers.account_view import AccountView
from app.views.numbers.canvas import NumbersCanvas
from app.views.numbers.looked import BACKWARD, FORWARD, PHASE, PHASES, PLAYER, UNIT, UPDATE, WEIGHT, chosen
from app.views.numbers.naming import Names
from app.views.numbers.phase_bar import PhaseBar
from app.views.numbers.player_choice import PlayerChoice
from app.widgets.limited import limited


class NumbersView(NumbersFace, AccountView):
    """The phases above, the network below. It takes the sample with the largest loss of the coming batch where a person
    has chosen none, and another one with each update."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.phases = PhaseBar()
        self.phases.wanted.connect(self.go)
        self.phases.onwards.connect(self.onwards)
        self.phases.back.connect(self.back)
        self.whose = PlayerChoice()
        self.whose.chosen.connect(self._take_player)
        self.canvas = NumbersCanvas()
        self.canvas.unit_pressed.connect(self._take_unit)
        self.canvas.weight_pressed.connect(self._take_weight)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(limited(self.whose, PLAYER))
        head.addWidget(limited(self.phases, PHASE), 1)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(8, 4, 8, 4)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.canvas, 1)
        self._awaited = False  # the phases have the keys as soon as they are seen
        self._own_choice = -1  # the sample that was chosen here, not by a person

    def show_way(self, name: str) -> None:
        """A person has just chosen to see the numbers: the run stands still, and the arrow keys are those of the
        phases. Or something else."""
        if name == self.name:
            self.ask(GoOn())
            self.set_option(PHASE, chosen(FORWARD))
            self._awaited = True
        self._take_keys()

    def _take_keys(self) -> None:
        """As soon as there are phases to be seen."""
        if self._awaited and self.phases.isVisible():
            self._awaited = False
            self.phases.setFocus()

    def take_arrows(self) -> bool:
        """While it stands there they are the phases', wherever the focus is: no update comes by surprise, not even
        while the numbers are still worked out."""
        account = self.account
        seen = self.isVisible() and not self.visibleRegion().isEmpty()
        if not seen or self.prepared is None or (account is not None and account.problem):
            return False
        if self.phases.isVisible():
            self.phases.setFocus()
        return True

    # Drawing

    def draw(self) -> None:
        account = self.account
        self.show_body(account is not None and not account.problem)
        self.say_empty(account.problem if account is not None and account.problem else self.waiting)
        if account is None or account.problem or self.experiment is None or self.prepared is None:
            return
        self._show_players()
        self.phases.show_phase(self.phase, without=account.apart)
        self.canvas.show_account(Names(self.experiment, self.prepared, account), self.looked, self.phase)
        self._choose(account.sample)
        self._take_keys()

    def _show_players(self) -> None:
        if self.players:
            self.whose.show_players(self.players, self.player, self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_players()

    def _choose(self, sample: int) -> None:
        """What is told of is chosen, so that every picture shows it, unless a person looks at something else."""
        free = not self.state.row and self.state.sample in (-1, self._own_choice)
        if free and sample >= 0 and sample != self.state.sample and not self._learning:
            self._own_choice = sample
            self.ask(ChooseSample(sample))

    def show_view(self, state: ViewState) -> None:
        if state.sample not in (-1, self._own_choice):
            self._own_choice = -1
        super().show_view(state)

    def show_theme(self, theme: Theme) -> None:
        self.phases.show_theme(theme)
        self.whose.show_theme(theme)
        self.canvas.show_theme(theme)
        super().show_theme(theme)

    # From phase to phase

    def go(self, phase: str) -> None:
        """To a phase of the coming update, or back into one of the update that was made."""
        coming, made = self.coming, self.is_made
        if coming is None or phase == self.phase:
            return
        if phase == UPDATE:
            self.set_option(PHASE, chosen(UPDATE, (coming.update,)))
            self.ask(GoOn(update=True))
        else:
            self.set_option(PHASE, chosen(phase))
            if made:
                self.ask(LookAt(coming.update - 2))  # as many updates as had been made before the one that was told

    def onwards(self) -> None:
        """The next phase; after *Update* the first of the next update, told for the sample that is worst now."""
        if self.phase != UPDATE:
            self.go(PHASES[PHASES.index(self.phase) + 1])
            return
        self.set_option(PHASE, chosen(FORWARD))
        if self.state.sample == self._own_choice >= 0:
            self.ask(ChooseSample(None))

    def back(self) -> None:
        """The phase before; before *Forward* what the update before has done, or what led to it."""
        coming = self.coming
        if self.phase != FORWARD:
            self.go(PHASES[PHASES.index(self.phase) - 1])
        elif coming is not None and coming.update > 1:
            self.set_option(PHASE, chosen(BACKWARD))
            self.ask(LookAt(coming.update - 2))

    def next_sample(self) -> None:
        """The sample of the coming batch after the one that is told, in the batch's own order."""
        account = self.coming
        if account is not None and account.coming is not None:
            samples = account.coming.samples
            at = 0 if account.apart else (account.place + 1) % len(samples)
            self.ask(ChooseSample(int(samples[at])))

    # From the hand

    def _take_player(self, player: str) -> None:
        self.set_option(PLAYER, player)
        self.set_option(UNIT, chosen(""))  # the first of its own

    def _take_unit(self, layer: str, place: tuple[int, ...]) -> None:
        self.set_option(UNIT, chosen(layer, place))

    def _take_weight(self, parameter: str, index: tuple[int, ...]) -> None:
        """A weight's gradient is told backwards, what becomes of it at the update."""
        self.set_option(WEIGHT, chosen(parameter, index))
        self.set_option(UNIT, chosen(parameter.rpartition(".")[0], index[:1]))
        if self.phase not in (BACKWARD, UPDATE):
            self.go(BACKWARD)

    def numbers(self) -> Numbers:
        """Every unit's numbers, and every weight's, layer by layer."""
        account = self.account
        if account is None or account.problem or self.experiment is None or self.prepared is None:
            return [], []
        names, rows = Names(self.experiment, self.prepared, account), []
        for layer in account.layers:
            for what, array in (("z", layer.sums), ("a", layer.values), ("δ", layer.delta)):
                if array is not None and array.ndim == 1:
                    rows += [[names.unit(layer.name, (at,)), what, float(value)] for at, value in enumerate(array)]
        for told in account.parameters:
            for at in range(len(told.places)):
                words = names.weight(told.name, told.index(at))
                rows.append([words, "old", float(told.before[at])])
                if told.share is not None:
                    rows.append([words, "gradient of this sample", float(told.share[at])])
                if told.gradient is not None:
                    rows.append([words, "gradient of the batch", float(told.gradient[at])])
                rows.append([words, "new", float(told.after[at])])
        return ["what", "quantity", "value"], rows
