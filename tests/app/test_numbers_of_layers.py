"""Numbers of layers that are no row of units: patch, kernel and products, pooling, and the gates of a cell; all of them
as the probe of a session tells them."""

from __future__ import annotations

import numpy as np
import pytest

from app.documents.view_state import ViewState
from app.look import theme as look
from app.views.arithmetic.view import ArithmeticView
from app.views.numbers.cell_weights import cell_weight
from app.views.numbers.looked import BACKWARD, write
from app.views.numbers.places import cell
from app.views.numbers.view import NumbersView
from core import registry
from core.families import Layer
from core.probes.arithmetic import Arithmetic
from core.training.session import Session
from tests.building.experiments import layer, small
from tests.building.presets import preset

MAPS = (("data.samples", 60), ("batch_size", 4))
pytestmark = pytest.mark.usefixtures("kernel")


@pytest.fixture(scope="module")
def pictures():
    return Session(preset("digits-cnn", *MAPS))


@pytest.fixture(scope="module")
def blocks():
    block = {"kind": "residual_dense", "name": "h2", "units": 3}
    return Session(small(layers=[layer(2), block], batch_size=4))


@pytest.fixture(scope="module")
def sequences():
    return Session(preset("recall-gru", ("batch_size", 4)))


def told(qtbot, kind, session, layer, unit, **options):
    frame = session.frame(Arithmetic(layer=layer, unit=unit))
    view = kind()
    qtbot.addWidget(view)
    view.resize(640, 560)
    view.show_theme(look.current())
    view.show_experiment(session.experiment, session.prepared)
    view.frames = {"account": frame}
    state = {f"numbers.{name}": value for name, value in options.items()}
    view.show_view(ViewState(sample=frame.info["account"].sample, options={"numbers.unit": [layer, *unit]} | state))
    view.show()
    return view, frame.info["account"]


def test_a_place_of_a_map_is_patch_times_kernel(qtbot, pictures):
    view, account = told(qtbot, ArithmeticView, pictures, "h1", (2, 4, 4))
    text = view.paper.toPlainText()
    kernel = pictures.parameters()["h1.weight"][2, 0]
    picture = account.layers[0].inputs[0]
    patch = np.pad(picture, 1)[4:7, 4:7]
    bias = pictures.parameters().get("h1.bias", np.zeros(8))[2]
    assert f"= {write(float((patch * kernel).sum() + bias), 4)}" in text
    for array in (patch, kernel, patch * kernel):
        assert write(float(array[1, 1]), 3) in text
    assert "patch" in text and "kernel" in text and "products" in text


def test_the_patch_lights_up_in_the_picture_and_a_press_takes_a_place_in_hand(qtbot, pictures):
    view, account = told(qtbot, NumbersView, pictures, "h1", (2, 4, 4))
    canvas, taken = view.canvas, []
    assert [column.is_row for column in canvas.columns[:2]] == [False, False]
    assert account.unit.forwards.places.shape[1] == canvas.columns[0].numbers.ndim
    canvas.unit_pressed.connect(lambda layer, place: taken.append((layer, place)))
    assert canvas.places is not None
    spot = canvas.places.spots[1][3]
    canvas.point_at(cell(spot, canvas.columns[1], (3, 4, 4)).center())
    assert canvas.words().startswith("map 4 at row 5, column 5 of layer 1 (Conv): a = ")
    canvas.walk(1, 0)
    canvas.walk(0, -1)
    assert taken == [("h1", (2, 4, 5)), ("h1", (2, 3, 4))]


def test_a_pooling_says_its_window_and_what_is_taken_of_it(qtbot, pictures):
    view, account = told(qtbot, ArithmeticView, pictures, "h2", (1, 2, 2))
    window = account.unit.forwards.values
    assert account.unit.forwards.rule == "largest" and "the largest of the window" in view.paper.toPlainText()
    assert f"= {write(float(window.max()), 4)}" in view.paper.toPlainText()


def test_a_number_that_no_pooling_takes_up_gets_nothing_back(qtbot, pictures):
    first = told(qtbot, ArithmeticView, pictures, "h1", (2, 4, 4))[1].layer("h1")
    place = tuple(int(at) for at in np.argwhere(first.arrived == 0)[0])
    view, account = told(qtbot, ArithmeticView, pictures, "h1", place, phase=[BACKWARD])
    assert not len(account.unit.backwards.values) and account.unit.backwards.total == 0
    text = view.paper.toPlainText()
    assert "Nothing behind takes this number up\narrives = 0" in text


def test_a_step_of_a_cell_has_its_gates_in_numbers(qtbot, sequences):
    view, account = told(qtbot, ArithmeticView, sequences, "h1", (3,), step=7)
    gates = {name: float(array[7, 3]) for name, array in account.layers[0].cells[0].gates.items()}
    before = float(account.layers[0].cells[0].gates["state"][6, 3])
    text = view.paper.toPlainText()
    for value in gates.values():
        assert f"= {write(value, 4)}" in text
    by_hand = gates["candidate"] + gates["update"] * (before - gates["candidate"])
    assert gates["state"] == pytest.approx(by_hand) and "Step 8 of 20" in text


def test_what_arrives_at_each_earlier_step_is_told_backwards(qtbot, sequences):
    view, account = told(qtbot, ArithmeticView, sequences, "h1", (3,), phase=[BACKWARD])
    arrives = account.layers[0].cells[0].arrives
    text = view.paper.toPlainText()
    for step in (19, 18, 12):
        assert write(float(arrives[step, 3]), 4) in text
        assert write(float(np.linalg.norm(arrives[step])), 4) in text


def test_a_block_tells_both_ways_and_how_they_add_up(qtbot, blocks):
    view, account = told(qtbot, ArithmeticView, blocks, "h2", (1,))
    text, (_, second, around) = view.paper.toPlainText(), account.layer("h2").inner
    sides = [write(float(part.sums[1]), 4) for part in (second, around)]
    assert f"= {sides[0]} {sides[1].replace('−', '− ') if sides[1][0] == '−' else f'+ {sides[1]}'}" in text
    weights = blocks.parameters()["h2.weight_1"][1]
    assert f"= {write(float(weights[0]), 4)}·" in text and "First layer of the block" in text


def test_in_a_block_delta_goes_two_ways_and_each_weight_has_its_product(qtbot, blocks):
    view, account = told(qtbot, ArithmeticView, blocks, "h2", (1,), phase=[BACKWARD])
    text, block = view.paper.toPlainText(), account.layer("h2")
    assert "The sum shares δ out" in text and "Way around the block" in text
    for part, name in zip(
        block.inner, ("w₁ from unit 2", "w₂ from unit 2", "w around the block from unit 2"), strict=True
    ):
        product = [
            f"({text})" if text.startswith("−") else text
            for text in (write(float(each), 4) for each in (part.delta[1], part.inputs[1]))
        ]
        assert f"{name}\n{' × '.join(product)} = " in text, name


def test_weights_of_a_cell_are_called_by_the_sum_that_they_go_into(qtbot, sequences):
    """Of unit 4: all that goes into its update gate in the last step adds up to the sum that is told of that gate."""
    view, account = told(qtbot, NumbersView, sequences, "h1", (3,))
    rows = {words: value for words, what, value in view.numbers()[1] if what == "old"}
    into, cell_told = " the update gate of unit 4 of layer 1 (GRU)", account.layer("h1").cells[0]
    x, before = cell_told.inputs[-1], cell_told.gates["state"][-2]
    total = rows[f"b of{into}"] + rows[f"c of{into}"]
    total += sum(rows[f"W from number {at} to{into}"] * value for at, value in enumerate(x, 1))
    total += sum(rows[f"U from unit {at} one step earlier to{into}"] * value for at, value in enumerate(before, 1))
    assert total == pytest.approx(cell_told.sums["update"][-1, 3], rel=1e-6)


@pytest.mark.parametrize("kind", ["rnn", "gru", "lstm"])
def test_no_two_weights_of_cells_are_called_the_same(kind):
    made = registry.read(Layer, {"kind": kind, "name": "h1", "units": 2, "depth": 2, "direction": "both"})
    shapes = made.parameters((5, 3))
    words = [cell_weight(made, "layer 1", role, at) for role, shape in shapes.items() for at in np.ndindex(shape)]
    assert len(set(words)) == len(words) and not any("_" in each for each in words)
    last = (made.units * len(made.gates) - 1, 1)
    gate = {"rnn": "state", "gru": "candidate", "lstm": "output gate"}[kind]
    into = f"to the {gate} of unit 2 of layer 1, cell 2, read backwards"
    assert cell_weight(made, "layer 1", "weight_ih_l1_reverse", last) == f"W from unit 2 below {into}"
    assert cell_weight(made, "layer 1", "weight_hh_l1_reverse", last) == f"U from unit 2 one step later {into}"
