"""Everything about the network: cards of the hidden layers, the output, shapes and counts."""

from __future__ import annotations

from collections import defaultdict

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.documents.intents import CompareBudgets
from app.documents.path_words import OWN, layer_words
from app.forms.curves import activation_curves
from app.forms.form import Form
from app.look.theme import Theme, current
from app.panels import layer_edits
from app.panels.drawer_panel import DrawerPanel
from app.panels.layer_card import LayerCard
from app.panels.maker_forms import MakerForms, stack_infos
from app.panels.words import Words
from app.widgets.combo import Combo, Option
from app.widgets.curve_picture import CurvePicture
from app.widgets.limited import limited, restrict
from app.widgets.segments import Segments
from core import registry
from core.data.preparation import Prepared
from core.documents import edits
from core.experiment import Experiment
from core.experiment.checks import resolved_output
from core.experiment.fitting import SOME, comes_in
from core.experiment.ready_networks import ROWS
from core.families import Misfit, Shape
from core.messages import Mend
from core.networks.blueprint import Placed, players_of
from core.networks.shapes import words


class CardList(QWidget):
    """The cards below each other, and a line where a dragged one would go."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self._gap: int | None = None

    def take_out(self, card: LayerCard) -> None:
        """Its layer is gone."""
        self.column.removeWidget(card)
        card.hide()
        card.deleteLater()

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
            painter = QPainter(self)
            painter.fillRect(0, max(self._gap, 0), self.width(), 3, QColor(current().accent))
            painter.end()


class NetworkDrawer(DrawerPanel):
    """Changes of the list are edits of `layers` as a whole, settings of a layer edits of `layers.<name>.…`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Network", parent)
        self._cards: defaultdict[str, dict[str, LayerCard]] = defaultdict(
            dict
        )  # by path; those of players that are not shown wait, hidden
        self._touched = False  # the first card is open until a person folds or unfolds one
        self._path = OWN
        self._asked = ""  # the setting that was changed last
        self._sought = ""  # the layer whose card is to be scrolled to
        self._revealing = QTimer(self, singleShot=True, interval=0)
        self._revealing.timeout.connect(self._scroll_to)
        self.whose = Segments("Whose layers", {OWN: ""})
        self.whose.chosen.connect(self._turn)
        self.total = Words("", "sentence")
        self.list = CardList()
        self.add = Combo("Add a layer")
        self.add.changed.connect(self._add_kind)
        self.rows = Combo("Ready-made networks")
        self.rows.changed.connect(self._take_row)
        changes = (limited(self.add, OWN), limited(self.rows, OWN))
        self._adding = changes[0]
        self.section("", self.whose, self.total, self.list, *changes)
        self.output_words = Words("", "caption")
        self.output_curve = CurvePicture("Output activation and its derivative")
        self.output = self.form(Form("output.", fields=("activation",), output_only=True))
        self.output_rest = self.form(Form("output.", without=("activation",)))
        self._outputs = self.section("Output", self.output_words, self.output, self.output_curve, self.output_rest)
        self.made = MakerForms(self)
        self.noise_, self._sample = self.section("Noise", self.made.noise), self.section("Sample", self.made.sample)
        self.column.addStretch(1)
        self.show_theme(self.theme)

    def fill(self, experiment: Experiment, prepared: Prepared | None) -> None:
        second = self._show_whose(experiment)
        self._outputs.setVisible(not second)
        self.rows.setVisible(not second)
        for part in (self.noise_, self._sample):
            part.setVisible(second)
        infos = stack_infos(experiment, prepared, self._path)
        self._show_cards(self._layers(), infos)
        if second:
            self.made.show_task(experiment.task)
        else:
            self._show_output(experiment, infos)
        self._show_total(infos)
        self._show_offers(experiment)

    def show_problem(self, path: str, sentence: str, mend: Mend | None = None) -> None:
        """What does not fit is said at its layer, by name."""
        layer = layer_words(self.experiment, path) if self.experiment is not None else ""
        super().show_problem(path, f"{layer}: {sentence}" if layer and sentence else sentence, mend)
        for card in self.cards.values():
            card.show_problem(sentence if path == card.path else "")
        if sentence and self._asked not in ("", path):
            for form in self.forms():
                form.show_problem(
                    self._asked, f"not taken: {layer.partition(' (')[0].lower() or 'another setting'} would not fit"
                )

    def take_edit(self, path: str, value: object) -> None:
        self._asked = path
        super().take_edit(path, value)

    def show_theme(self, theme: Theme) -> None:
        super().show_theme(theme)
        for card in self.cards.values():
            card.show_theme(theme)

    # Showing

    def _show_whose(self, experiment: Experiment) -> bool:
        """The players whose layers can be edited; whether those of another than the experiment's own are shown."""
        players = {player.path: player for player in players_of(experiment) if player.path}
        if len(players) > 1:
            self.whose.set_words({path: player.label for path, player in players.items()})
            whose = ", or of ".join(f"the {player.name}, which learns {player.aim}" for player in players.values())
            self.whose.setToolTip(f"Whose layers stand below: those of {whose}.")
        self._path = self.whose.value() if self.whose.value() in players and len(players) > 1 else OWN
        self.whose.setVisible(len(players) > 1)
        self._adding.concern(self._path)
        return self._path != OWN

    def _show_cards(self, layers: layer_edits.Layers, infos: dict[str, Placed]) -> None:
        names = [layer.name for layer in layers]
        fresh = (
            [name for name in names if name not in self.cards] if self.cards and set(self.cards) <= set(names) else []
        )
        for path, cards in self._cards.items():
            for waiting in cards.values() if path != self._path else ():
                waiting.hide()
        for name in [name for name in self.cards if name not in names]:
            for form in self.cards[name].forms:
                self.drop_form(form)
            self.list.take_out(self.cards.pop(name))
        for position, layer in enumerate(layers):
            card = self.cards.get(layer.name) or self._make(layer.name)
            if self.list.column.indexOf(card) != position:
                self.list.column.insertWidget(position, card)
            card.show_layer(layer, position, len(names), infos.get(layer.name))
            card.show()
        self._cards[self._path] = {name: self.cards[name] for name in names}
        if len(fresh) == 1 and self.isVisible():
            self.reveal(fresh[0])
        elif not self._touched and names:
            self.cards[names[0]].set_open(True)
        self.list.setVisible(bool(names))

    def _show_output(self, experiment: Experiment, infos: dict[str, Placed]) -> None:
        activation = resolved_output(experiment)
        info = infos.get("output")
        shape = f"{words(info.inputs)} → {words(info.outputs)} · {info.parameters:,} parameters" if info else ""
        automatic = (
            f"automatic: {activation.label}, which fits the loss"
            if experiment.output.activation == "auto"
            else activation.label
        )
        self.output_words.setText(" · ".join(filter(None, (automatic, shape))))
        self.output.show_model(experiment.output)
        self.output_rest.show_model(experiment.output)
        self.output_curve.set_curves(*activation_curves(activation))

    def _show_total(self, infos: dict[str, Placed]) -> None:
        if not infos:
            self.total.setText("Shapes follow as soon as the data are there.")
            return
        units = " – ".join(words(info.outputs) for info in infos.values())
        total = sum(info.parameters for info in infos.values())
        inputs = next(iter(infos.values())).inputs
        hidden = "" if self._layers() else " No hidden layer: the outputs see the inputs directly."
        self.total.setText(f"{words(inputs)} – {units}, {total:,} parameters in all.{hidden}")

    def _show_offers(self, experiment: Experiment) -> None:
        """Every kind of layer, and ready-made networks; what would fit nowhere is grey and says why."""
        shape, layers = _comes_in(self.experiment, self.prepared, self._path), self._layers()
        kinds = [
            Option(kind, cls.label, cls.summary(), refusal=layer_edits.refusal(layers, kind, shape) if shape else "")
            for kind, cls in registry.family("layers").items()
        ]
        stem = layer_edits.stem_of(experiment, self._path)
        ways = [
            Option(way, way.label, f"As the layers are: {kind.refusal}.")
            for kind in kinds
            if kind.refusal and shape
            for way in layer_edits.ways(layers, str(kind.key), shape, self._path, stem)
        ]
        fitting, others = ([kind for kind in kinds if bool(kind.refusal) is no] for no in (False, True))
        self.add.set_options([Option("", "Add a layer …"), *fitting, *ways, *others])
        self.add.set_value("")
        outputs = self.prepared.outputs if self.prepared is not None else 1
        rows = (
            Option(row.key, row.label, row.told(experiment, outputs), refusal=row.refusal(experiment)) for row in ROWS
        )
        self.rows.set_options([Option("", "Ready-made networks …"), *rows])
        self.rows.set_value("")

    # The list

    def _make(self, name: str) -> LayerCard:
        card = LayerCard(name, self._path)
        card.edited.connect(self.take_edit)
        card.finished.connect(self.finished)
        card.menu_wanted.connect(self._open_menu)
        card.picture_wanted.connect(self.show_picture)
        card.turned.connect(self._on_turned)
        card.wanted.connect(self._on_wanted)
        card.stepped.connect(self._on_stepped)
        card.dragged.connect(self._on_dragged)
        card.dropped.connect(self._on_dropped)
        restrict(card, self._limits)
        self._forms.extend(card.forms)
        self.cards[name] = card
        return card

    @property
    def cards(self) -> dict[str, LayerCard]:
        """The cards that are shown, by the names of their layers."""
        return self._cards[self._path]

    def _layers(self) -> layer_edits.Layers:
        return edits.get(self.experiment, self._path) if self.experiment is not None else ()

    def _turn(self, _path: str) -> None:
        """The other player's layers."""
        self._touched = False
        if self.experiment is not None:
            self.fill(self.experiment, self.prepared)

    def _say_layers(self, layers: layer_edits.Layers) -> None:
        if layers != self._layers():
            self.edit.emit(self._path, layers)

    def _add_kind(self, kind: object) -> None:
        self.add.set_value("")
        if not kind or self.experiment is None:
            return
        if isinstance(kind, Mend):
            self.say(kind.edits)
            return
        stem = layer_edits.stem_of(self.experiment, self._path)
        try:
            self._say_layers(
                layer_edits.added(self._layers(), stem)
                if kind == "dense"
                else layer_edits.inserted(
                    self._layers(), str(kind), _comes_in(self.experiment, self.prepared, self._path) or SOME, stem
                )
            )
        except Misfit as problem:
            self.show_problem(self._path, str(problem))

    def _take_row(self, key: object) -> None:
        self.rows.set_value("")
        row, experiment = next((row for row in ROWS if row.key == key), None), self.experiment
        if row is None or experiment is None or row.refusal(experiment):
            return
        changes = row.edits(experiment)
        before = sum(info.parameters for info in stack_infos(experiment, self.prepared, OWN).values())
        now = row.parameters(experiment, self.prepared.outputs) if self.prepared is not None else 0
        self.say(changes)
        if (
            self.experiment is not experiment and before and now and "task" not in dict(changes)
        ):  # two tasks cannot be compared
            self.ask(CompareBudgets(row.label, now, before))

    def _on_wanted(self, what: str, name: str) -> None:
        if what == "remove":
            self._say_layers(layer_edits.removed(self._layers(), name))
        elif self.experiment is not None:
            stem = layer_edits.stem_of(self.experiment, self._path)
            self._say_layers(layer_edits.duplicated(self._layers(), name, stem))

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

    def _on_turned(self, name: str) -> None:
        """One card is open at a time; what a person has folded stays folded."""
        self._touched = True
        if self.cards[name].is_open:
            self._open_alone(name)

    def _open_alone(self, name: str) -> None:
        for other, card in self.cards.items():
            card.set_open(other == name)

    def reveal(self, name: str) -> None:
        """Open a layer's card and scroll to it, as soon as it has its place."""
        if name in self.cards:
            self._touched, self._sought = True, name
            self._open_alone(name)
            self._revealing.start()

    def _scroll_to(self) -> None:
        area, card = self.parentWidget(), self.cards.get(self._sought)
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None and card is not None:
            area.ensureWidgetVisible(card, 0, 12)
            area.ensureWidgetVisible(card.title, 0, 12)


def _comes_in(experiment: Experiment | None, prepared: Prepared | None, path: str) -> Shape:
    """The shape of what the first of a path's layers gets; () where it is not known yet."""
    if experiment is None:
        return ()
    other = next((player for player in players_of(experiment)[1:] if player.path == path), None)
    if other is not None:
        return other.inputs
    return prepared.shape if prepared is not None else comes_in(experiment)
