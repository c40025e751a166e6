"""Everything about the network: cards of the hidden layers, the output, shapes and counts."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app import icons
from app.forms import Form
from app.panels import layer_edits
from app.panels.curves import activation_curves
from app.panels.drawer_panel import DrawerPanel
from app.panels.layer_card import LayerCard
from app.panels.words import Words
from app.path_words import layer_words
from app.theme import Theme, current
from app.widgets.combo import Combo, Option
from app.widgets.curve_picture import CurvePicture
from core import registry
from core.checks import resolved_output
from core.experiment import Experiment
from core.families import Misfit
from core.fitting import SOME, comes_in
from core.messages import BadInput, Mend
from core.preparation import Prepared
from core.ready_rows import ROWS
from core.shapes import LayerInfo, describe, words


class CardList(QWidget):
    """The cards below each other, and a line where a dragged one would go."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self._gap: int | None = None

    def place_at(self, y: int, cards: list[LayerCard]) -> int:
        """Before which card (counted from 0) something lies that is held at this height of the screen."""
        here = self.mapFromGlobal(QPoint(0, y)).y()
        return sum(here > card.geometry().center().y() for card in cards)

    def show_gap(self, y: int | None, cards: list[LayerCard]) -> None:
        """Draw the line for a card held at this height; None: no line."""
        if y is None or not cards:
            self._gap = None
        else:
            place = self.place_at(y, cards)
            self._gap = cards[place].y() - 5 if place < len(cards) else cards[-1].geometry().bottom() + 3
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._gap is not None:
            QPainter(self).fillRect(0, max(self._gap, 0), self.width(), 3, QColor(current().accent))


class NetworkDrawer(DrawerPanel):
    """Changes of the list are edits of `layers` as a whole, settings of a layer edits of `layers.<name>.…`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Network", parent)
        self.cards: dict[str, LayerCard] = {}
        self._touched = False  # the first card is open until a person folds or unfolds one
        self.total = Words("", "sentence")
        self.list = CardList()
        self.add = QPushButton("Add a hidden layer")
        self.add.setToolTip("A layer of two units behind the others")
        self.add.clicked.connect(self._add)
        self.any = Combo("Add a layer of another kind")
        self.any.changed.connect(self._add_kind)
        self.rows = Combo("Take a ready row of layers")
        self.rows.changed.connect(self._take_row)
        self.section("", self.total, self.list, self.add, self.any, self.rows)
        self.output_words = Words("", "caption")
        self.output_curve = CurvePicture("Output activation and its derivative")
        self.output = self.form(Form("output.", fields=("activation",), output_only=True))
        self.output_rest = self.form(Form("output.", without=("activation",)))
        self.section("Output", self.output_words, self.output, self.output_curve, self.output_rest)
        self.column.addStretch(1)
        self.show_theme(self.theme)

    def fill(self, experiment: Experiment, prepared: Prepared | None) -> None:
        infos = _infos(experiment, prepared)
        self._show_cards(experiment, infos)
        self._show_output(experiment, infos)
        self._show_total(experiment, infos)
        self._show_offers(experiment, prepared)

    def show_problem(self, path: str, sentence: str, mend: Mend | None = None) -> None:
        """What does not fit is said at its layer, by name."""
        layer = layer_words(self.experiment, path) if self.experiment is not None else ""
        super().show_problem(path, f"{layer}: {sentence}" if layer and sentence else sentence, mend)
        for name, card in self.cards.items():
            card.show_problem(sentence if path == f"layers.{name}" else "")

    def show_theme(self, theme: Theme) -> None:
        super().show_theme(theme)
        self.add.setIcon(icons.icon("add", theme))
        for card in self.cards.values():
            card.show_theme(theme)

    # Showing

    def _show_cards(self, experiment: Experiment, infos: dict[str, LayerInfo]) -> None:
        names = [layer.name for layer in experiment.layers]
        for name in [name for name in self.cards if name not in names]:
            self._drop(name)
        for position, layer in enumerate(experiment.layers):
            card = self.cards.get(layer.name) or self._make(layer.name)
            if self.list.column.indexOf(card) != position:
                self.list.column.insertWidget(position, card)
            card.show_layer(layer, position, len(names), infos.get(layer.name))
        self.cards = {name: self.cards[name] for name in names}
        if not self._touched and names:
            self.cards[names[0]].set_open(True)
        self.list.setVisible(bool(names))

    def _show_output(self, experiment: Experiment, infos: dict[str, LayerInfo]) -> None:
        activation = resolved_output(experiment)
        info = infos.get("output")
        shape = f"{words(info.inputs)} → {words(info.outputs)} · {info.parameters:,} parameters" if info else ""
        automatic = f"automatic: {activation.label}, which fits the loss" if experiment.output.activation == "auto" else activation.label
        self.output_words.setText(" · ".join(filter(None, (automatic, shape))))
        self.output.show_model(experiment.output)
        self.output_rest.show_model(experiment.output)
        self.output_curve.set_curves(*activation_curves(activation))

    def _show_total(self, experiment: Experiment, infos: dict[str, LayerInfo]) -> None:
        if not infos:
            self.total.setText("Shapes follow as soon as the data are there.")
            return
        units = " – ".join(words(info.outputs) for info in infos.values())
        total = sum(info.parameters for info in infos.values())
        inputs = next(iter(infos.values())).inputs
        hidden = "" if experiment.layers else " No hidden layer: the outputs see the inputs directly."
        self.total.setText(f"{words(inputs)} – {units}, {total:,} parameters in all.{hidden}")

    def _show_offers(self, experiment: Experiment, prepared: Prepared | None) -> None:
        """Every kind of layer, and ready rows; what would fit nowhere is grey and says why."""
        shape = prepared.shape if prepared is not None else comes_in(experiment)
        layers = experiment.layers
        kinds = [
            Option(kind, cls.label, cls.summary(), refusal=layer_edits.refusal(layers, kind, shape) if shape else "")
            for kind, cls in registry.family("layers").items()
        ]
        self.any.set_options([Option("", "Add a layer of another kind …"), *kinds])
        self.any.set_value("")
        self.rows.set_options([Option("", "Take a ready row …"), *(Option(row.key, row.label, row.summary, refusal=row.refusal(experiment)) for row in ROWS)])
        self.rows.set_value("")

    # The list

    def _make(self, name: str) -> LayerCard:
        card = LayerCard(name)
        card.edited.connect(self.take_edit)
        card.finished.connect(self.finished)
        card.menu_wanted.connect(self._open_menu)
        card.opened.connect(self._on_opened)
        card.wanted.connect(self._on_wanted)
        card.stepped.connect(self._on_stepped)
        card.dragged.connect(self._on_dragged)
        card.dropped.connect(self._on_dropped)
        self._forms.extend(card.forms)
        self.cards[name] = card
        return card

    def _drop(self, name: str) -> None:
        card = self.cards.pop(name)
        for form in card.forms:
            self.drop_form(form)
        self.list.column.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _layers(self) -> layer_edits.Layers:
        return self.experiment.layers if self.experiment is not None else ()

    def _say_layers(self, layers: layer_edits.Layers) -> None:
        if layers != self._layers():
            self.edit.emit("layers", layers)

    def _add(self) -> None:
        self._say_layers(layer_edits.added(self._layers()))

    def _add_kind(self, kind: object) -> None:
        self.any.set_value("")
        if not kind or self.experiment is None:
            return
        shape = self.prepared.shape if self.prepared is not None else comes_in(self.experiment)
        try:
            self._say_layers(layer_edits.inserted(self._layers(), str(kind), shape or SOME))
        except Misfit as problem:
            self.show_problem("layers", str(problem))

    def _take_row(self, key: object) -> None:
        self.rows.set_value("")
        row = next((row for row in ROWS if row.key == key), None)
        if row is not None and self.experiment is not None and not row.refusal(self.experiment):
            self.say(row.edits(self.experiment))

    def _on_wanted(self, what: str, name: str) -> None:
        act = {"duplicate": layer_edits.duplicated, "remove": layer_edits.removed}[what]
        self._say_layers(act(self._layers(), name))

    def _on_stepped(self, name: str, step: int) -> None:
        layers = self._layers()
        self._say_layers(layer_edits.moved(layers, name, layer_edits.place(layers, name) + step))
        if name in self.cards:
            self.cards[name].handle.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_dragged(self, _name: str, y: int) -> None:
        self.list.show_gap(y, list(self.cards.values()))

    def _on_dropped(self, name: str, y: int) -> None:
        cards = list(self.cards.values())
        self.list.show_gap(None, cards)
        old = list(self.cards).index(name)
        place = self.list.place_at(y, cards)
        self._say_layers(layer_edits.moved(self._layers(), name, place - (place > old)))

    def _on_opened(self, name: str) -> None:
        """One card is open at a time."""
        self._touched = True
        for other, card in self.cards.items():
            if other != name:
                card.set_open(False)


def _infos(experiment: Experiment, prepared: Prepared | None) -> dict[str, LayerInfo]:
    """Shapes by layer name, the output last; empty until the data are known."""
    if prepared is None:
        return {}
    try:
        return {info.name: info for info in describe(experiment, prepared.shape, prepared.outputs)}
    except BadInput:  # said where the network is built; the data may still be those of before
        return {}
