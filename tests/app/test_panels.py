"""Recipe and drawers with real widgets: what they show, and what they say when a person acts."""

from __future__ import annotations

import dataclasses
import importlib.util

import pytest
from pydantic import BaseModel
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QComboBox, QLineEdit, QWidget

from app.documents.brush import Brush
from app.documents.intents import Draw, Import, OpenDrawer, TakeBrush
from app.forms import editors
from app.panels import data_choice, learning_choice
from app.panels.draw_bar import DrawBar
from app.panels.drawer_panel import DrawerPanel
from app.panels.drawers import Drawers
from app.panels.learning_drawer import epoch_sentence
from app.panels.network_drawer import NetworkDrawer
from app.panels.recipe import HEIGHT, WIDTH, Recipe
from app.widgets.combo import list_words
from core import registry
from core.data.preparation import prepare
from core.documents import edits
from core.experiment import Experiment
from core.layers.dense import Dense
from core.messages import BadInput, Mend, Refusal
from core.params import Component, params_of
from tests.building.places import CASES, PRESETS

FIRST_SCREEN = {
    "data",
    "noise",
    "activation",
    "optimizer",
    "learning rate",
    "batch size",
}  # the six of the twelve that stand in the recipe


class Desk:
    """What a store does, as far as panels see it: edits change the experiment, which is shown again; refusals are
    said. A drawer is built when a test first asks for it."""

    def __init__(self, qtbot, preset: str = "playground", height: int = HEIGHT) -> None:
        self.window = QWidget()
        self.window.resize(1280, 800)
        qtbot.addWidget(self.window)
        self.recipe = Recipe(self.window)
        self.recipe.setGeometry(0, 80, WIDTH, height)
        self.drawers = Drawers(self.window, self.recipe, self.recipe)
        self.panels = []
        self.said, self.intents, self.ends = [], [], []
        self.experiment = Experiment.load(PRESETS / f"{preset}.toml")
        self.prepared = prepare(self.experiment)
        self.window.show()
        self._take_in(self.recipe)
        self.drawers.built.connect(self._take_in)

    def _take_in(self, panel) -> None:
        self.panels.append(panel)
        panel.edit.connect(self._edit)
        panel.edits.connect(self._edits)
        panel.finished.connect(lambda: self.ends.append(True))
        panel.intent.connect(self.intents.append)
        self._tell(panel)

    def _tell(self, panel) -> None:
        panel.show_experiment(self.experiment, self.prepared)
        if isinstance(panel, DrawerPanel):
            panel.refresh()

    def show(self, experiment: Experiment) -> None:
        self.experiment, self.prepared = experiment, prepare(experiment)
        for panel in self.panels:
            self._tell(panel)

    def _edit(self, path, value) -> None:
        self._edits(((path, value),))

    def _edits(self, pairs) -> None:
        self.said.append(pairs)
        try:
            self.show(edits.replace_all(self.experiment, tuple(pairs)))
        except BadInput as error:
            mend = error.__cause__.mend if isinstance(error.__cause__, Refusal) else None
            for panel in self.panels:
                panel.show_problem(error.path, error.reason, mend)


@pytest.fixture
def desk(qtbot):
    return Desk(qtbot)


def press(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=button.rect().center())


def pick(combo, key) -> None:
    """Choose an entry as a person does."""
    index = [option.key for option in combo.options()].index(key)
    combo.setCurrentIndex(index)
    combo.activated.emit(index)


# The first screen


def test_the_recipe_has_its_six_controls_and_no_others(desk):
    recipe = desk.recipe
    assert set(recipe.controls()) == FIRST_SCREEN
    known = set(recipe.controls().values())
    allowed = {*recipe.more.values(), recipe.loss}
    for widget in recipe.findChildren(QWidget):
        if (
            widget.isVisible()
            and isinstance(widget, QAbstractButton | QAbstractSlider | QComboBox | QLineEdit)
            and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        ):
            owner = widget
            while owner is not None and owner not in known | allowed:
                owner = owner.parentWidget()
            assert owner is not None, f"{widget.accessibleName() or widget} is no control of the first screen"


@pytest.mark.parametrize("height", [692, 612])
@pytest.mark.parametrize("preset", ["playground", "titanic", "holiday", "curve"])
def test_nothing_of_the_recipe_is_cut_off(qtbot, preset, height):
    desk = Desk(qtbot, preset, height)
    room = desk.recipe.rect()
    for name, control in desk.recipe.controls().items():
        place = control.mapTo(desk.recipe, QPoint(0, 0))
        assert room.contains(control.rect().translated(place)), name
        assert control.width() >= control.minimumSizeHint().width(), name


def test_six_data_sets_of_the_shelf_are_offered():
    assert data_choice.offered("circle") == ("circle", "xor", "gaussians", "spiral", "moons", "rings")
    assert all(data_choice.ranked(kind) == data_choice.BEST_KNOWN for kind in data_choice.BEST_KNOWN)
    for kind in registry.family("datasets"):
        offered = data_choice.offered(kind)
        assert kind in offered and len(set(offered)) == 6


def test_every_data_set_can_be_chosen_from_every_other(desk):
    kinds = [kind for kind in registry.family("datasets") if kind not in data_choice.ASKS]
    for kind in kinds:
        changed = edits.replace_all(Experiment(), data_choice.choosing(Experiment(), kind))
        assert changed.data.kind == kind
        for other in kinds:
            assert (
                edits.replace_all(changed, data_choice.choosing(changed, other)).data.kind == other
                if other != kind
                else True
            )


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, ""),
        ({"penalties": [{"kind": "l2", "rate": 0.01}]}, "L2 0.01"),
        ({"penalties": [{"kind": "l2", "rate": 0.0}]}, ""),
        ({"schedule": {"kind": "cosine"}, "clipping": {"norm": 1.0}}, "Cosine, clipping"),
        ({"schedule": {"kind": "plateau"}, "stop": {"patience": 5}}, "Plateau, early stopping"),
    ],
)
def test_what_takes_part_behind_more_is_named_in_the_recipe(desk, qtbot, changes, words):
    desk.show(Experiment.parse(changes))
    assert desk.recipe.also.value() == words and desk.recipe.also.isVisible() is bool(words)
    if words:
        press(qtbot, desk.recipe.also)
        assert desk.intents[-1] == OpenDrawer("learning")
        desk.show(Experiment())
        assert not desk.recipe.also.isVisible()


def test_a_tile_changes_the_data_and_keeps_the_noise(desk, qtbot):
    desk.recipe.noise.field.setFocus()
    press(qtbot, desk.recipe.tiles["spiral"])
    assert desk.experiment.data.kind == "spiral" and desk.experiment.data.samples == 500
    assert desk.recipe.tiles["spiral"].isChecked() and not desk.recipe.tiles["circle"].isChecked()


@pytest.mark.parametrize(("data", "wish"), [({"kind": "points", "points": [[0, 0, 0], [1, 1, 1]]}, Draw(True)), ({"kind": "csv", "path": str(CASES / "s03b_thousands_en.csv")}, Import("table"))])  # fmt: skip
def test_the_tile_of_ones_own_data_asks_for_them_as_often_as_it_is_pressed(desk, qtbot, data, wish):
    """After Done nothing brought the tools of drawing back."""
    desk.show(Experiment.parse({"data": data}))
    tile = desk.recipe.tiles[data["kind"]]
    assert tile.isChecked()
    press(qtbot, tile)
    press(qtbot, tile)
    assert desk.intents == [wish, wish] and tile.isChecked() and desk.experiment.data.kind == data["kind"]


def test_ones_own_samples_need_no_scrolling(desk, qtbot):
    """Draw and CSV stood below 40 notches of the wheel."""
    desk.show(Experiment())
    drawer = desk.drawers.data
    desk.drawers.toggle("data")
    area = desk.drawers.drawers["data"].area.viewport()
    for button in drawer.own.values():
        assert area.rect().contains(QRect(button.mapTo(area, QPoint(0, 0)), button.size()))
    desk.drawers.shut()


def test_the_drawer_names_the_data_without_the_dots_of_a_button(desk):
    desk.show(Experiment.parse({"data": {"kind": "csv", "path": str(CASES / "s03b_thousands_en.csv")}}))
    assert desk.drawers.data.summary.text().startswith("Table (CSV). A table")


def test_noise_says_which_kind_it_is(desk, qtbot):
    assert "labels" in desk.recipe.noise_label.text()
    press(qtbot, desk.recipe.tiles["spiral"])
    assert "points" in desk.recipe.noise_label.text()
    desk.show(Experiment.load(PRESETS / "titanic.toml"))
    assert not desk.recipe.noise.isEnabled()


def test_a_drag_of_the_noise_ends_once(desk):
    desk.recipe.noise.slider.setSliderDown(True)
    for position in (1, 2, 3):
        desk.recipe.noise.slider.setValue(position)
    desk.recipe.noise.slider.setSliderDown(False)
    assert desk.said == [(("data.noise", value),) for value in (0.05, 0.1, 0.15)]
    assert desk.ends == [True]


def test_the_activation_goes_to_all_hidden_layers_in_one_edit(desk):
    pick(desk.recipe.activation, "relu")
    assert desk.said == [(("layers.h1.activation.kind", "relu"), ("layers.h2.activation.kind", "relu"))]
    assert {layer.activation.kind for layer in desk.experiment.layers} == {"relu"}


def test_different_activations_are_said(desk):
    desk.show(edits.replace(desk.experiment, "layers.h1.activation.kind", "relu"))
    assert desk.recipe.activation.currentText() == "different in each layer"


def test_the_optimizer_box_sets_the_rule_where_it_is_none(desk):
    pick(desk.recipe.optimizer, "adam")
    assert desk.experiment.optimizer.kind == "adam"
    desk.show(edits.replace(desk.experiment, "layers", ()))
    pick(desk.recipe.optimizer, "perceptron")
    assert desk.experiment.rule.kind == "perceptron" and desk.experiment.loss.kind == "mistakes"
    assert not desk.recipe.batch.isEnabled()
    desk.recipe.rate.changed.emit(0.3)
    assert desk.said[-1] == (("rule.lr", 0.3),)
    pick(desk.recipe.optimizer, "sgd")
    assert desk.experiment.rule.kind == "gradient" and desk.experiment.loss.kind != "mistakes"


def test_the_learning_rate_goes_in_steps_of_1_3_10(desk):
    slider = desk.recipe.rate.slider
    slider.setValue(slider.value() + 1)
    assert desk.said == [(("optimizer.lr", 0.1),)]


def test_the_whole_training_part_is_a_batch_of_all(desk):
    slider = desk.recipe.batch.slider
    slider.setValue(slider.maximum())
    assert desk.said == [(("batch_size", "all"),)]
    assert "all" in desk.recipe.batch_label.text()


def test_more_opens_its_drawer(desk, qtbot):
    for name, button in desk.recipe.more.items():
        press(qtbot, button)
        assert desk.intents[-1] == OpenDrawer(name)
    press(qtbot, desk.recipe.loss)
    assert desk.intents[-1] == OpenDrawer("learning")


# The drawers


def test_one_drawer_is_open_at_a_time_and_pushes_nothing(desk):
    before = desk.recipe.geometry()
    desk.drawers.toggle("data")
    desk.drawers.toggle("network")
    assert desk.recipe.geometry() == before
    assert [name for name, drawer in desk.drawers.drawers.items() if drawer.isVisible()] == ["network"]
    desk.drawers.shut()
    assert not any(drawer.isVisible() for drawer in desk.drawers.drawers.values())


def declared(model: BaseModel, prefix: str = "") -> set[str]:
    """Paths of all parameters of a model that a form can show, components included."""
    found = set()
    for param in params_of(type(model)):
        path, value = f"{prefix}{param.name}", getattr(model, param.name)
        if editors.is_shown(param):
            found.add(path)
        if param.type == "component" and isinstance(value, Component):
            found |= declared(value, f"{path}.")
    for name in type(model).model_fields:
        value = getattr(model, name)
        if isinstance(value, BaseModel) and not isinstance(value, Component):
            found |= declared(value, f"{prefix}{name}.")
    return found


@pytest.mark.parametrize("preset", ["playground", "titanic", "holiday", "overfit", "curve"])
def test_every_declared_parameter_is_in_a_drawer(qtbot, preset):
    desk = Desk(qtbot, preset)
    penalties = (
        tuple(registry.parse("penalties", kind) for kind in registry.family("penalties"))
        if desk.experiment.rule.kind == "gradient"
        else ()
    )
    desk.show(edits.replace(desk.experiment, "penalties", penalties))
    experiment = desk.experiment
    expected = declared(experiment) - {"task", "data"}  # the task follows from the data, which are chosen by pictures
    for layer in experiment.layers:
        expected |= declared(layer, f"layers.{layer.name}.")
    for penalty in experiment.penalties:
        expected |= declared(penalty, f"penalties.{penalty.kind}.")
    shown = {row.path for panel in desk.drawers.panels for form in panel.forms() for row in form.rows()}
    assert expected - shown == set()


def test_a_typed_value_beyond_the_friendly_range_is_taken_with_its_cost(desk, qtbot):
    row = desk.drawers.network.cards["h1"].forms[0].row("layers.h1.units")
    row.field.selectAll()
    qtbot.keyClicks(row.field, "40")
    qtbot.keyClick(row.field, Qt.Key.Key_Return)
    assert desk.said == [(("layers.h1.units", 40),)]
    assert desk.experiment.layers[0].units == 40
    assert "multiplications" in row.note.text() and not row.note.isHidden()


def test_layers_are_added_duplicated_removed_and_moved(desk, qtbot):
    network = desk.drawers.network
    desk.drawers.toggle("network")
    pick(network.add, "dense")
    assert desk.said[-1][0][0] == "layers"
    assert [layer.name for layer in desk.experiment.layers] == ["h1", "h2", "h3"] and desk.experiment.layers[
        2
    ].units == 2
    press(qtbot, network.cards["h1"].copy)
    assert [(layer.name, layer.units) for layer in desk.experiment.layers] == [
        ("h1", 4),
        ("h4", 4),
        ("h2", 2),
        ("h3", 2),
    ]
    press(qtbot, network.cards["h4"].remove)
    qtbot.keyClick(network.cards["h1"].handle, Qt.Key.Key_Down)
    assert [layer.name for layer in desk.experiment.layers] == ["h2", "h1", "h3"]
    assert list(network.cards) == ["h2", "h1", "h3"]
    for name in ("h1", "h2", "h3"):
        network.cards[name].remove.click()
    assert desk.experiment.layers == () and "No hidden layer" in network.total.text()
    pick(network.add, "dense")
    assert desk.experiment.layers == (Dense(name="h1", units=2),)


def test_a_card_is_dragged_to_another_place(desk):
    network = desk.drawers.network
    desk.drawers.toggle("network")
    cards = network.cards
    below = cards["h2"].mapToGlobal(QPoint(0, cards["h2"].height() - 2)).y()
    cards["h1"].handle.dragged.emit(below)
    cards["h1"].handle.dropped.emit(below)
    assert [layer.name for layer in desk.experiment.layers] == ["h2", "h1"]
    above = network.cards["h2"].mapToGlobal(QPoint(0, -20)).y()
    network.cards["h2"].handle.dropped.emit(above)
    assert [layer.name for layer in desk.experiment.layers] == ["h2", "h1"]


def test_cards_say_shapes_and_counts(desk):
    network = desk.drawers.network
    assert network.cards["h1"].summary.text() == "4 Tanh · 2 → 4 · 12 parameters"
    assert "2 → 1 · 3 parameters" in network.output_words.text()
    assert network.total.text() == "2 – 4 – 2 – 1, 25 parameters in all."


def test_one_card_is_open_at_a_time(desk, qtbot):
    cards = desk.drawers.network.cards
    assert cards["h1"].is_open and not cards["h2"].is_open
    cards["h2"].title.click()
    assert cards["h2"].is_open and not cards["h1"].is_open


def test_a_new_layer_is_opened_and_scrolled_to_and_a_folded_card_stays_folded(desk, qtbot):
    network = desk.drawers.network
    desk.drawers.toggle("network")
    network.cards["h1"].title.click()
    desk.show(edits.replace(desk.experiment, "layers.h2.units", 3))
    assert not any(card.is_open for card in network.cards.values())
    for kind in ("dense", "dropout", "dense"):
        pick(network.add, kind)
    new = network.cards[desk.experiment.layers[-1].name]
    assert [name for name, card in network.cards.items() if card.is_open] == [new.name]
    area = desk.drawers.drawers["network"].area
    qtbot.waitUntil(
        lambda: area.viewport().rect().contains(new.title.mapTo(area.viewport(), new.title.rect().center()))
    )
    assert [card.title.text() for card in network.cards.values()] == [
        "Hidden layer 1",
        "Hidden layer 2",
        "Hidden layer 3",
        "Layer 4",
        "Hidden layer 5",
    ]


def test_the_list_says_why_a_kind_is_grey(desk):
    network = desk.drawers.network
    desk.drawers.toggle("network")
    place = [option.key for option in network.add.options()].index("conv2d")
    assert network.add.options()[place].text == "Convolution 2-D"
    words = list_words(network.add.options()[place])
    assert words.startswith("Convolution 2-D") and "picture" in words and max(map(len, words.splitlines())) <= 60
    network.add.showPopup()
    assert network.add.view().window().width() < 520
    network.add.hidePopup()


def test_the_loss_takes_the_output_back_to_automatic_where_it_would_not_fit(desk):
    row = desk.drawers.learning.loss.row("loss")
    pick(row.editor, "cross_entropy")
    assert desk.experiment.loss.kind == "cross_entropy" and desk.experiment.output.activation == "auto"


def test_losses_for_another_task_are_greyed_with_the_reason(desk):
    row = desk.drawers.learning.loss.row("loss")
    refusals = {option.key: option.refusal for option in row.editor.options()}
    assert "perceptron" in refusals["mistakes"]
    assert not refusals[desk.experiment.loss.kind]


def test_penalties_are_added_changed_and_removed(desk):
    learning = desk.drawers.learning
    learning.penalties.add["l2"].click()
    assert [penalty.kind for penalty in desk.experiment.penalties] == ["l2"]
    assert "weight decay" in learning.penalties.note.text()
    learning.penalties.cards["l2"].form.row("penalties.l2.rate").editor.changed.emit(0.03)
    assert desk.experiment.penalties[0].rate == 0.03
    learning.penalties.cards["l2"].remove.click()
    assert desk.experiment.penalties == ()


def test_devices_are_greyed_with_the_reason_once_they_are_known(desk):
    @dataclasses.dataclass
    class Choice:
        key: str
        label: str
        reason: str

    learning = desk.drawers.learning
    assert "is looked up" in learning.device_words.text()
    learning.show_devices([Choice("cpu", "CPU", ""), Choice("cuda", "GPU (CUDA)", "no NVIDIA GPU was found")])
    refusals = {option.key: option.refusal for option in learning.running.row("device").editor.options()}
    assert refusals["cuda"] == "no NVIDIA GPU was found" and not refusals["cpu"]
    assert "no NVIDIA GPU was found" in learning.device_words.text()


def greyed_engines(desk):
    return {
        option.key: option.refusal
        for option in desk.drawers.learning.running.row("engine").editor.options()
        if option.refusal
    }


@pytest.mark.parametrize(
    ("preset", "path", "value", "fused", "captured"),
    [
        ("playground", "optimizer.lr", 0.1, "", ""),
        ("playground", "optimizer.kind", "adadelta", "does not know the optimizer Adadelta", ""),
        ("playground", "optimizer.kind", "rprop", "does not know the optimizer Rprop", "cannot capture"),
        ("playground", "layers.h1.dropout", 0.2, "", "masks of dropout"),
        ("playground", "device", "cuda", "runs on the CPU", ""),
        ("holiday", "speed", 10, "has an engine of its own", "along gradients"),
        ("gan-ring", "speed", 10, "has two", "has two"),
    ],
)
def test_an_engine_that_cannot_be_had_for_the_experiment_is_greyed_with_the_reason(
    desk, preset, path, value, fused, captured
):
    desk.show(edits.replace(Experiment.load(PRESETS / f"{preset}.toml"), path, value))
    greyed = greyed_engines(desk)
    assert set(greyed) == {name for name, reason in (("fused", fused), ("captured", captured)) if reason}
    assert fused in greyed.get("fused", "") and captured in greyed.get("captured", "")


def test_the_kernel_is_greyed_where_it_cannot_be_had_for_that_precision_alone(desk):
    desk.drawers.show_no_kernel("float32")
    assert "cannot be had here" in greyed_engines(desk)["fused"]
    desk.show(edits.replace(desk.experiment, "dtype", "float64"))
    assert "fused" not in greyed_engines(desk)


def test_the_kernel_is_greyed_where_there_is_no_llvm(desk, monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    desk.show(desk.experiment)
    assert "llvmlite" in greyed_engines(desk)["fused"] and "not installed" in greyed_engines(desk)["fused"]


def test_a_schedule_is_drawn(desk):
    row = desk.drawers.learning.schedule.row("schedule")
    pick(row.editor, "cosine")
    y = desk.drawers.learning.curve.curves[0].y
    assert y[0] == pytest.approx(0.03) and y[-1] < y[0]


@pytest.mark.parametrize(
    ("size", "last", "words"),
    [
        (10, "keep", "25 updates of 10 samples."),
        (40, "keep", "and one of the 10 samples left over"),
        (40, "drop", "dropped"),
        (40, "carry", "next epoch"),
        ("all", "keep", "1 update of 250"),
    ],
)
def test_an_epoch_is_put_into_words(size, last, words):
    experiment = edits.replace_all(Experiment(), (("batch_size", size), ("last_batch", last)))
    assert words in epoch_sentence(experiment, 250)


def test_inputs_are_switched_and_the_last_one_stays(desk, qtbot):
    features = desk.drawers.data.features
    features.boxes["x1^2"].click()
    assert desk.experiment.inputs.features == ("x1", "x2", "x1^2")
    for key in ("x1^2", "x2"):
        features.boxes[key].click()
    assert desk.experiment.inputs.features == ("x1",)
    assert not features.boxes["x1"].isEnabled()


def test_the_data_drawer_says_what_was_done(qtbot):
    desk = Desk(qtbot, "titanic")
    data = desk.drawers.data
    assert "557" in data.notes.text() and "Standardized" in data.notes.text()
    assert data.parts.counts[0] + data.parts.counts[2] == 1313


def test_own_samples_are_asked_of_the_window(desk):
    data = desk.drawers.data
    data.own["brush"].click()
    data.own["import"].click()
    for kind in ("points", "csv"):
        data.shelves[0].chosen.emit(kind)
    assert desk.intents == [Draw(True), Import("table")] * 2


def test_a_refusal_says_why_and_mends_with_one_click(desk, qtbot):
    learning = desk.drawers.learning
    desk.drawers.toggle("learning")
    learning.show_problem(
        "rule", "the perceptron rule has no hidden layer", Mend("Take the hidden layers away", (("layers", ()),))
    )
    assert not learning.problem.isHidden() and learning.problem.sentence.text().startswith("The perceptron rule")
    press(qtbot, learning.problem.button)
    assert desk.said == [(("layers", ()),)] and desk.experiment.layers == ()
    assert learning.problem.isHidden()


def test_a_real_refusal_is_shown_and_its_mend_works(desk, qtbot):
    desk.drawers.toggle("network")
    row = desk.drawers.network.output.row("output.activation")
    desk.show(Experiment.load(PRESETS / "spiral.toml"))
    pick(row.editor, "tanh")
    problem = desk.drawers.network.problem
    assert desk.experiment.output.activation == "auto" and not problem.isHidden()
    problem.button.click()
    assert problem.isHidden() and desk.said[-1] != desk.said[-2]


def test_the_recipe_says_it_while_no_drawer_is_open(desk, qtbot):
    mend = Mend("Take the hidden layers away", (("layers", ()),))
    desk.recipe.show_problem("layers", "has no hidden layer", mend)
    assert desk.recipe.problem.isVisible() and desk.recipe.rect().contains(desk.recipe.problem.geometry())
    press(qtbot, desk.recipe.problem.button)
    assert desk.experiment.layers == () and desk.recipe.problem.isHidden()
    desk.drawers.toggle("network")
    desk.recipe.show_problem("layers", "has no hidden layer", mend)
    assert desk.recipe.problem.isHidden()
    desk.drawers.shut()
    desk.recipe.show_problem("layers", "has no hidden layer", mend)
    assert desk.recipe.problem.isVisible()


def test_a_closed_drawer_is_brought_up_to_date_when_it_opens(qtbot):
    desk = Desk(qtbot)
    network = desk.drawers.network
    changed = edits.replace(desk.experiment, "layers.h1.units", 7)
    network.show_experiment(changed, prepare(changed))
    assert network.cards["h1"].summary.text().startswith("4 ")
    desk.drawers.toggle("network")
    assert network.cards["h1"].summary.text().startswith("7 ")


def test_a_refused_choice_goes_back(desk):
    pick(desk.recipe.optimizer, "perceptron")
    assert learning_choice.method(desk.experiment) == desk.recipe.optimizer.value()


# Drawing


def test_the_bar_has_a_brush_for_each_class(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    bar = DrawBar(window)
    said = []
    bar.intent.connect(said.append)
    cleared = []
    bar.edits.connect(cleared.append)
    points = {"kind": "points", "mode": "classes", "classes": 3, "points": [[0, 0, 0], [1, 1, 1], [2, 2, 2]]}
    bar.show_experiment(edits.replace(Experiment(), "data", points))
    assert [button.accessibleName() for button in bar.brushes] == ["Class A", "Class B", "Class C"]
    bar.brushes[2].click()
    assert said[-1] == TakeBrush(Brush("brush", number=2, value=0.0, size=14))
    bar.eraser.click()
    assert said[-1].brush.tool == "eraser"
    bar.size_slider.setValue(30)
    assert said[-1].brush.size == 30
    bar.clear.click()
    bar.done.click()
    assert cleared == [(("data.points", ()), ("data.names", ()))] and said[-1] == Draw(False)


def test_a_layer_that_does_not_fit_is_offered_with_its_mend(qtbot):
    drawer = NetworkDrawer()
    qtbot.addWidget(drawer)
    drawer.show()
    experiment = Experiment.parse({"data": "parity", "layers": [{"kind": "gru", "units": 8}]})
    drawer.show_experiment(experiment, prepare(experiment))
    said = []
    drawer.edit.connect(lambda path, value: said.append((path, value)))
    texts = [drawer.add.itemText(place) for place in range(drawer.add.count())]
    place = texts.index("GRU, and h1 gives all its states")
    drawer.add.setCurrentIndex(place)
    drawer.add.activated.emit(place)
    ((path, layers),) = said
    assert path == "layers" and [layer.kind for layer in layers] == ["gru", "gru"] and layers[0].returns == "all"
