"""The recipe at the left: what is learned, by which network, in which way. Six controls; everything else waits behind
More."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.documents.intents import OpenDrawer
from app.documents.path_words import layer_words
from app.documents.view_state import ViewState
from app.look.theme import Theme
from app.panels import data_choice, learning_choice, menus
from app.panels.base import Panel
from app.panels.problem import Problem
from app.panels.tile_grid import TileGrid
from app.panels.words import MoreButton, captioned, heading, one_line
from app.widgets.asked_combo import AskedCombo
from app.widgets.combo import Option
from app.widgets.labels import Chip
from app.widgets.limited import Limited, limited, restrict
from app.widgets.scrolling import ScrollingPanel
from app.widgets.slider_field import SliderField
from core.data.batches import batch_size
from core.data.preparation import Prepared
from core.documents.labels import label_of
from core.experiment import Experiment
from core.families import Activation, Dataset, Player
from core.messages import Mend
from core.networks.blueprint import players_of
from core.params import Range, param_of
from core.registry import kind_of

WIDTH, HEIGHT = 224, 692
MARGIN = 11  # with the frame's own line 12 px on each side: three tiles fit exactly
MIXED = ""
OTHER = "Other data start anew: they begin another run at update 0; this one stays."
NO_NOISE = "This data is as it was measured: no noise is added."
BATCHES = {
    "chosen": "Samples whose mean gradient makes one update.",
    "one": "The perceptron rule takes one sample at a time.",
    "all": "This rule looks at all training samples at once.",
}


class Recipe(Panel):
    """`command("drawer", name)` for name data, network, learning when a More button is pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Recipe")
        self.more: dict[str, MoreButton] = {}
        self._samples = 1
        self._rows = ScrollingPanel(self, MARGIN).rows
        self._build_data()
        self._build_network()
        self._build_learning()
        self._rows.addStretch(1)
        self.problem = Problem(self)  # lies over the lower end: it pushes nothing
        self.problem.mended.connect(self.edits)
        self.speaks = True
        self.setFixedWidth(self.theme.px(WIDTH))

    def controls(self) -> dict[str, QWidget]:
        """The controls of the first screen that stand in this panel, by name."""
        return {
            "data": self.tiles, "noise": self.noise, "activation": self.activation, "optimizer": self.optimizer,
            "learning rate": self.rate, "batch size": self.batch,
        }  # fmt: skip

    # Building

    def _build_data(self) -> None:
        self._head(
            "Data", "data", "More about the data: all data sets, sizes, inputs, your own points and tables", OTHER
        )
        self.tiles = TileGrid("Data set")
        self.tiles.chosen.connect(self._tile_pressed)
        self._rows.addWidget(limited(self.tiles, "data.kind"))
        self.noise_label = one_line("Noise", "caption")
        self.noise = SliderField("Noise", Range(0, 0.5, minimum=0, step=0.05))
        self.noise.changed.connect(functools.partial(self.edit.emit, "data.noise"))
        self.noise.finished.connect(self.finished)
        self._rows.addWidget(captioned(self.noise_label, self.noise, "data.noise"))

    def _build_network(self) -> None:
        self._rows.addSpacing(4)
        self._head(
            "Network",
            "network",
            "More about the network: layers, starting weights, normalization, switching off at random",
        )
        self.activation = AskedCombo("Activation of all hidden layers", self._activations)
        self.activation.changed.connect(self._activation_changed)
        self.activation_label = one_line("Activation", "caption")
        self._activation_place = captioned(self.activation_label, self.activation, anew=True)
        self._rows.addWidget(self._activation_place)

    def _build_learning(self) -> None:
        self._rows.addSpacing(4)
        self._head(
            "Learning", "learning", "More about learning: loss, schedule, weight penalty, stop rules, seeds, device"
        )
        self.loss = Chip("Loss")
        self.loss.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.loss.clicked.connect(self._open_learning)
        self._rows.addWidget(limited(self.loss, "loss.kind"))
        self.optimizer = AskedCombo("Optimizer", menus.methods)
        self.optimizer.changed.connect(self._optimizer_changed)
        self.optimizer_label, self.rate_label = one_line("Optimizer", "caption"), one_line("Learning rate η", "caption")
        self._rows.addWidget(captioned(self.optimizer_label, self.optimizer, "optimizer.kind", "rule.kind"))
        self.rate = SliderField(
            "Learning rate η",
            Range(learning_choice.RATES[0], learning_choice.RATES[-1], above=0, steps=learning_choice.RATES),
            0.03,
        )
        self.rate.changed.connect(self._rate_changed)
        self.rate.finished.connect(self.finished)
        self._rate_place = captioned(self.rate_label, self.rate)
        self._rows.addWidget(self._rate_place)
        self.batch_label = one_line("Batch size", "caption")
        self.batch = SliderField("Batch size", self._batch_range(), 10)
        self.batch.changed.connect(self._batch_changed)
        self.batch.finished.connect(self.finished)
        self._rows.addWidget(captioned(self.batch_label, self.batch, "batch_size"))
        self.also = Chip("Also")
        self.also.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.also.clicked.connect(self._open_learning)
        self.also.hide()
        self._rows.addWidget(limited(self.also, "penalties"))

    def _head(self, title: str, name: str, tip: str, anew: str = "") -> None:
        more = MoreButton(title, tip)
        more.setObjectName(name)
        more.clicked.connect(self._more_pressed)
        self.more[name] = more
        self._rows.addLayout(heading(title, limited(more, f"more.{name}"), anew))

    # Showing

    def show_experiment(self, experiment: Experiment, prepared: Prepared | None = None) -> None:
        super().show_experiment(experiment, prepared)
        self.problem.show_problem("")
        self._show_data(experiment.data)
        self._show_activation(experiment)
        loss = experiment.loss
        self.loss.set_value(loss.label_for(experiment.task.aim))
        self.loss.setToolTip(f"{experiment.task.loss_label(loss)}. {loss.summary()}\n{loss.formula}")
        self.optimizer.show_choice(menus.method(experiment))
        self.rate.set_value(learning_choice.rate(experiment))
        self.rate.setEnabled(experiment.rule.evaluates)
        self._show_batch(experiment, prepared)
        self._name_owner(experiment)
        self._activation_place.concern(*learning_choice.activation_paths(experiment))
        self._rate_place.concern(learning_choice.rate_path(experiment))
        self.also.set_value(learning_choice.also_words(experiment))
        self.also.setVisible(bool(self.also.value()))
        for place in self.findChildren(Limited):
            place.obey()

    def show_view(self, state: ViewState) -> None:
        restrict(self, state.limits)

    def show_theme(self, theme: Theme) -> None:
        super().show_theme(theme)
        self.setFixedWidth(theme.px(WIDTH))
        self.tiles.show_theme()
        for more in self.more.values():
            more.show_theme(theme)

    def show_problem(self, path: str, sentence: str, mend: Mend | None = None) -> None:
        """What concerns a setting is said at the foot, unless an open drawer says it; the controls go back to what is
        true."""
        if self.experiment is not None:
            self.show_experiment(self.experiment, self.prepared)
        if path and self.speaks:
            layer = layer_words(self.experiment, path) if self.experiment is not None else ""
            self.problem.show_problem(f"{layer}: {sentence}" if layer and sentence else sentence, mend)
            self._place_problem()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_problem()

    def _place_problem(self) -> None:
        width = self.width() - MARGIN
        height = max(self.problem.heightForWidth(width), 0)
        self.problem.setGeometry(MARGIN // 2, self.height() - height - MARGIN // 2, width, height)
        self.problem.raise_()

    def _show_data(self, data: Dataset) -> None:
        self.tiles.show_kinds(data_choice.offered(data.kind), data.kind)
        param = param_of(type(data), "noise")
        self.noise.setEnabled(param is not None)
        self.noise.setToolTip(param.help if param else NO_NOISE)
        self.noise_label.setText(data_choice.noise_words(data) if param else "Noise")
        if param is not None and param.limits is not None:
            if param.limits != self.noise.limits:
                self.noise.set_limits(param.limits)
            self.noise.set_value(data.noise)  # type: ignore[attr-defined]
        else:
            self.noise.set_value(0)

    def _show_activation(self, experiment: Experiment) -> None:
        kind = learning_choice.activation_shown(experiment)
        self.activation.show_choice(_mixed(experiment) if kind == MIXED else menus.option(kind_of(Activation, kind)))
        self.activation.setEnabled(learning_choice.has_activation(experiment))

    def _activations(self) -> list[Option]:
        experiment, listed = self.experiment, menus.entries("activations", hidden_only=True)
        if experiment is None or learning_choice.activation_shown(experiment) != MIXED:
            return listed
        return [_mixed(experiment), *listed]

    def _name_owner(self, experiment: Experiment) -> None:
        """Of several players these settings are the first one's; those of the others stand under More."""
        own, *others = players_of(experiment)
        of, tip = (f" of {own.short}", others_words(own, others)) if others else ("", "")
        for label, words in (
            (self.activation_label, "Activation"),
            (self.optimizer_label, "Optimizer"),
            (self.rate_label, label_of(experiment, learning_choice.rate_path(experiment))),
        ):
            label.setText(words + of)
            label.setToolTip(tip)

    def _show_batch(self, experiment: Experiment, prepared: Prepared | None) -> None:
        if prepared is not None:
            self._samples = max(1, len(prepared.train))
        if self.batch.limits != self._batch_range():
            self.batch.set_limits(self._batch_range())
        own, size = experiment.rule.batches, batch_size(experiment, self._samples)
        self.batch.setEnabled(own == "chosen")
        self.batch.setToolTip(BATCHES[own])
        self.batch.set_value(float(size))
        whole = own == "all" or (own == "chosen" and experiment.batch_size == "all")
        self.batch_label.setText("Batch size · all" if whole else "Batch size")

    def _batch_range(self) -> Range:
        stops = learning_choice.batch_stops(self._samples)
        return Range(1, stops[-1], minimum=1, steps=stops, whole=True)

    # What a person does

    def _tile_pressed(self, kind: str) -> None:
        if kind in data_choice.ASKS:
            self.ask(data_choice.ASKS[kind])
        elif self.experiment is not None:
            self.say(data_choice.choosing(self.experiment, kind))

    def _activation_changed(self, kind: str) -> None:
        if self.experiment is not None and kind != MIXED:
            self.say(learning_choice.activation_everywhere(self.experiment, kind))
            self.activation.set_value(learning_choice.activation_shown(self.experiment))

    def _optimizer_changed(self, kind: str) -> None:
        if self.experiment is not None:
            self.say(learning_choice.choosing(self.experiment, kind))
            self.optimizer.set_value(learning_choice.method(self.experiment))

    def _rate_changed(self, value: float) -> None:
        if self.experiment is not None:
            self.edit.emit(learning_choice.rate_path(self.experiment), value)

    def _batch_changed(self, value: float) -> None:
        self.edit.emit("batch_size", learning_choice.batch_of(value, self._samples))

    def _open_learning(self) -> None:
        self.ask(OpenDrawer("learning"))

    def _more_pressed(self) -> None:
        button = self.sender()
        assert button is not None
        self.ask(OpenDrawer(button.objectName()))


def _mixed(experiment: Experiment) -> Option:
    """The entry that stands for no one activation."""
    return Option(MIXED, learning_choice.activation_words(experiment))


def others_words(own: Player, others: Sequence[Player]) -> str:
    """Whose the settings are, and where those of the others stand."""
    whose = " and ".join(f"the {player.name}'s" for player in others)
    return f"{own.short} is the {own.name}. {whose[0].upper()}{whose[1:]} layers stand under Network, its optimizer under Learning: More."
