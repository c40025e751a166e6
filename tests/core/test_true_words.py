"""What help and cards say of numbers, counted: each sentence beside what it speaks of."""

from __future__ import annotations

import json

import numpy as np
import pytest

import main as entry
from core import registry
from core.experiment import Experiment
from core.families import Initializer, Loss, Optimizer, Penalty, Task
from core.layers.sparse_dense import SparseDense
from core.networks.blueprint import blueprint
from core.training.session import Session
from tests.building.experiments import layer, small
from tests.building.places import CASES, PRESETS

pytestmark = pytest.mark.usefixtures("kernel")


@pytest.mark.parametrize("optimizer", [{"kind": "sgd", "lr": 0.1}, {"kind": "adam", "lr": 0.01}])
def test_l1_leaves_no_weight_at_exactly_0_unless_links_are_cut(optimizer):
    def zeros(**more) -> int:
        penalty = {"kind": "l1", "rate": 0.03, **more}
        session = Session(small(layers=[layer(8)], optimizer=optimizer, penalties=[penalty]))
        session.advance(500)
        return int((session.parameters()["h1.weight"] == 0).sum())

    assert zeros() == 0 < zeros(kill=True)
    assert "only where links are cut" in registry.kind_of(Penalty, "l1").explanation()
    assert "exactly 0." not in registry.kind_of(Penalty, "l1").summary()


def test_zeros_are_said_to_stay_alike_only_where_all_layers_start_so():
    """That units part where only one layer starts so: `tests/core/test_advice.py`."""
    assert "never breaks" not in registry.kind_of(Initializer, "zeros").explanation()


def test_x_sin_x_has_two_hills_and_three_valleys():
    x = np.linspace(-5, 5, 100_001)
    slope = np.sign(np.diff(x * np.sin(x)))
    turns = np.diff(slope[slope != 0])
    assert ((turns < 0).sum(), (turns > 0).sum()) == (2, 3)
    assert "two hills and three valleys" in registry.find("datasets", "x_sin_x").summary()


def test_adam_steps_further_than_its_rate_where_a_gradient_comes_suddenly():
    import torch

    weight = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    adam = registry.find("optimizers", "adam")(lr=0.01)
    assert isinstance(adam, Optimizer)
    built = adam.build([weight])
    for gradient in (*[0.0] * 6000, 1.0):
        before, weight.grad = weight.item(), torch.tensor([gradient], dtype=torch.float64)
        built.step()
    assert before - weight.item() == pytest.approx(3.16 * 0.01, rel=0.01)
    assert "3.2" in adam.explanation()


@pytest.mark.parametrize("kind", registry.kinds(Loss))
def test_y_is_the_target_and_its_hat_the_answer_everywhere(kind):
    loss = registry.kind_of(Loss, kind)
    for text in (loss.formula, loss.explanation()):
        assert "t·" not in text and "− t" not in text and "t = " not in text


def test_the_squared_error_speaks_of_plus_and_minus_1_only_where_there_are_classes():
    loss = registry.read(Loss, "half_squared")
    assert loss.label_for("classes").endswith("±1") and loss.label_for("values") == "Squared error ÷ 2"
    assert registry.read(Task, "values").loss_label(loss) == "Squared error ÷ 2"


def test_one_name_for_grapes_and_for_the_map_of_codes():
    card = Experiment.load(PRESETS / "wine.toml").description
    assert "grapes" in card and "grapes" in registry.find("datasets", "wine").summary()
    assert "tab Code map" in str(Experiment.load(PRESETS / "code-map.toml").what_to_try)


@pytest.mark.parametrize(("chosen", "count"), [("random", 300 + 20), ("pruned", 1000 + 20)])
def test_a_sparse_layer_counts_the_connections_that_are_there(chosen, count):
    sparse = SparseDense(name="h1", units=20, share=0.3, chosen=chosen)
    session = Session(small(layers=[sparse], data={"kind": "circle", "samples": 60}))
    there = sum(int((array != 0).sum()) for name, array in session.parameters().items() if name == "h1.weight")
    assert session.learner.blueprint.layers[0].parameters == there + 20
    plan = blueprint(small(layers=[sparse]), 50, 1)
    assert plan.layers[0].parameters == count


def test_a_network_that_answers_nothing_is_right_on_nothing(capsys):
    status = entry.main(["run", str(CASES / "s15b_l2_10.toml"), "--json"])
    found = json.loads(capsys.readouterr().out)
    assert status == 3 and found["train"]["loss"] is None
    assert found["train"]["accuracy"] == 0 and found["test"]["accuracy"] == 0


def test_an_answer_that_is_no_number_is_a_mistake_also_in_many_evaluations():
    task, loss = registry.read(Task, "classes"), registry.read(Loss, "cross_entropy")
    outputs, y = np.array([[np.nan], [-1.0], [1.0], [np.inf]]), np.array([0, 0, 1, 1])
    assert task.scores(loss, outputs, y) == {"accuracy": 0.75, "mistakes": 1.0}
    assert task.scores_of_many(loss, outputs[None], y)["accuracy"].tolist() == [0.75]
