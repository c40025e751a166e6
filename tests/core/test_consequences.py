"""What an edit brings along, and what it leaves alone."""

from __future__ import annotations

import pytest

from core import registry
from core.datasets.points import Points
from core.documents.edits import replace, replace_all
from core.experiment import Experiment
from core.experiment.checks import resolved_output
from core.machine.resources import FOLDER
from core.training.session import Session

pytestmark = pytest.mark.usefixtures("kernel")


@pytest.fixture
def ring():
    return Experiment.load(FOLDER / "presets" / "playground.toml")


@pytest.mark.parametrize("data", ["sine", {"kind": "sine"}, Points(mode="curve", points=((0.0, 3.0), (1.0, 4.0)))])
def test_values_get_an_output_that_reaches_them(ring, data):
    changed = replace(ring, "data.kind", data) if isinstance(data, str) else replace(ring, "data", data)
    assert changed.task.kind == "values" and resolved_output(changed).kind == "linear"


def test_a_task_named_none_follows_from_the_data(ring):
    changed = replace_all(ring, (("data", {"kind": "sine"}), ("task", None)))
    assert changed.task.kind == "values" and resolved_output(changed).kind == "linear"


def test_cross_entropy_does_not_outlive_classes():
    changed = replace(Experiment(), "data.kind", "plane")
    assert changed.loss.kind == "mean_squared"


def test_scaling_features_goal_and_share_belong_to_the_data(ring):
    ring = replace(ring, "inputs.features", ["x1", "x1^2"])
    table = replace(ring, "data.kind", "iris")
    assert (
        table.inputs.scaling == "standardize"
        and table.inputs.features == ()
        and table.goal is None
        and table.data.train_share == 0.7
    )
    assert replace(ring, "data.kind", "spiral").inputs.features == ("x1", "x1^2")


def test_stored_weights_do_not_outlive_their_shape(ring):
    session = Session(ring)
    kept = replace(ring, "start.weights", {name: array.tolist() for name, array in session.parameters().items()})
    assert (
        replace(kept, "optimizer.lr", 0.1).start.weights
        and replace(kept, "layers.h1.activation.kind", "relu").start.weights
    )
    for path, value in (
        ("layers", kept.layers[:1]),
        ("layers.h1.units", 3),
        ("layers.h2.bias", False),
        ("data.kind", "iris"),
        ("inputs.features", ["x1"]),
    ):
        changed = replace(kept, path, value)
        assert not changed.start.weights
        Session(changed)


@pytest.mark.parametrize(
    "path, value, stays",
    [
        ("layers.h1.dropout", 0.2, True),
        ("layers.h1.initializer.kind", "he_normal", True),
        ("layers.h1.activation", {"kind": "leaky_relu", "leak": 0.2}, True),
        ("layers.h1.activation.kind", "prelu", False),
        ("layers.h1.activation.kind", "maxout", False),
        ("layers.h1.normalization", "batch", False),
        ("layers.h1.name", "other", False),
    ],
)
def test_stored_weights_outlive_what_their_shapes_do_not_follow_from(ring, path, value, stays):
    session = Session(ring)
    kept = replace(ring, "start.weights", {name: array.tolist() for name, array in session.parameters().items()})
    assert bool(replace(kept, path, value).start.weights) == stays


def test_the_perceptron_brings_its_loss_and_takes_it_away(ring):
    rule = replace_all(ring, (("rule.kind", "perceptron"), ("layers", ())))
    assert rule.loss.kind == "mistakes" and resolved_output(rule).kind == "step"
    assert replace(rule, "rule.kind", "gradient").loss.kind == "cross_entropy"


def test_figures_follow_the_samples_at_once(ring):
    session = Session(ring)
    session.advance(3)
    before = session.last
    assert session.apply(replace(ring, "data.noise", 0.5))
    assert session.last["update"] == 3 and session.last["train.loss"] != before["train.loss"]
    assert session.last["train.loss"] == pytest.approx(session.evaluate()["train.loss"])


def _taking(preset: str, data: dict) -> Experiment:
    return replace_all(Experiment.load(FOLDER / "presets" / f"{preset}.toml"), (("data", data),))


@pytest.mark.parametrize("preset", ["gan-ring", "gan-digits", "denoise", "conv-autoencoder", "code-map"])
def test_a_task_whose_answers_are_samples_does_not_outlive_another_geometry(preset):
    old = Experiment.load(FOLDER / "presets" / f"{preset}.toml")
    data = {"kind": "shapes"} if registry.find("datasets", old.data.kind).geometry != "images" else {"kind": "circle"}
    new = _taking(preset, data)
    assert (
        new.task.kind == "classes"
        and new.loss.kind == "cross_entropy"
        and new.output.layer == "dense"
        and new.goal is None
        and not new.what_to_try
    )
    assert not {layer.kind for layer in new.layers} & {"reshape", "conv_transpose2d", "upsample"}
    assert Session(new).prepared.outputs >= 1


@pytest.mark.parametrize(
    ("preset", "task"), [("gan-digits", "gan"), ("denoise", "autoencoder"), ("conv-autoencoder", "autoencoder")]
)
def test_it_goes_on_with_other_pictures(preset, task):
    new = _taking(preset, {"kind": "pictures", "path": "/nowhere"})
    assert new.task.kind == task and new.layers == Experiment.load(FOLDER / "presets" / f"{preset}.toml").layers


def test_a_task_that_is_named_with_the_data_stands():
    new = replace_all(
        Experiment.load(FOLDER / "presets" / "gan-ring.toml"),
        (("data", {"kind": "digits"}), ("task", {"kind": "autoencoder"})),
    )
    assert new.task.kind == "autoencoder"


@pytest.mark.parametrize(
    ("data", "title"),
    [({"kind": "xor"}, "XOR"), ({"kind": "csv", "path": "/a/prices.csv", "columns": {"a": "input", "p": "target"}}, "prices")],
)  # fmt: skip
def test_what_a_card_tells_does_not_outlive_its_data(ring, data, title):
    """A table of prices was called "The ring", and a lecture told of "the blue points"."""
    other = replace(ring, "data", data)
    assert (other.title, other.description) == (title, "")


def test_a_name_that_data_gave_goes_with_them(ring):
    """The list of passengers was called "coffee", after the table before."""
    coffee = replace(ring, "data", {"kind": "csv", "path": "/a/coffee.csv", "columns": {"a": "input", "p": "target"}})
    ship = replace(coffee, "data.path", "/a/titanic.csv")
    assert (coffee.title, ship.title, replace(ship, "data", {"kind": "xor"}).title) == ("coffee", "titanic", "XOR")


def test_a_name_that_a_person_gave_stays(ring):
    mine = replace_all(ring, (("title", "Lecture 3"), ("description", "")))
    assert replace(mine, "data.kind", "xor").title == "Lecture 3"
    assert replace(ring, "data.noise", 0.2).title == ring.title and replace(ring, "data.noise", 0.2).description
    both = replace_all(ring, (("data.kind", "xor"), ("title", "Four corners")))
    assert both.title == "Four corners"
