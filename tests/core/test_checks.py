"""Wrong combinations are refused where they are wrong, with a reason, and the mend mends them."""

from __future__ import annotations

import pytest

from core import registry
from core.documents.edits import get, replace_all
from core.experiment import Experiment
from core.experiment.checks import resolved_output
from core.messages import BadInput, Refusal
from tests.building.experiments import layer

VALUES = {"kind": "plane"}
WRONG = [
    ({"output": {"activation": {"kind": "softmax"}}}, "output.activation", "its own softmax"),
    ({"output": {"activation": {"kind": "sigmoid"}}}, "output.activation", "its own sigmoid"),
    ({"output": {"activation": {"kind": "tanh"}}}, "output.activation", "plain sums"),
    ({"output": {"activation": {"kind": "tanh"}}, "loss": "mean_squared"}, "output.activation", "Tanh cannot say"),
    ({"output": {"activation": {"kind": "sigmoid"}}, "loss": "half_squared"}, "output.activation", "Sigmoid cannot say"),
    ({"output": {"activation": {"kind": "tanh"}}, "loss": "hinge"}, "output.activation", "Hinge"),
    ({"output": {"activation": {"kind": "softmax"}}, "loss": "mean_squared"}, "output.units", "one output a class"),
    ({"output": {"activation": {"kind": "softmax"}}, "data": VALUES}, "output.activation", "Softmax cannot say"),
    ({"loss": "huber"}, "loss.kind", "does not fit"),
    ({"data": VALUES, "loss": "cross_entropy"}, "loss.kind", "does not fit"),
    ({"data": VALUES, "task": "classes", "loss": "cross_entropy"}, "task.kind", "the data are values"),
    ({"loss": "mistakes"}, "loss.kind", "no slope"),
    ({"layers": [layer(2, normalization="batch")], "batch_size": 1}, "layers.h1.normalization", "no spread"),
    ({"layers": [layer(2, "softmax")]}, "layers.h1.activation.kind", "output only"),
    ({"layers": [layer(2), layer(3)]}, "layers.2.name", "two layers are called h1"),
    ({"layers": [layer(2, name="output")]}, "layers.1.name", "belongs to the output"),
    ({"rule": "perceptron", "layers": [layer(2)]}, "layers", "zero hidden layers"),
    ({"rule": "perceptron", "loss": "cross_entropy"}, "loss.kind", "number of mistakes"),
    ({"rule": "perceptron", "output": {"activation": {"kind": "sigmoid"}}}, "output.activation", "step units"),
    ({"rule": "perceptron", "penalties": [{"kind": "l2", "rate": 0.1}]}, "penalties", "no gradient"),
    ({"rule": "perceptron", "data": VALUES, "loss": "mean_squared"}, "rule.kind", "tells classes apart"),
    ({"rule": "perceptron", "data": VALUES}, "loss.kind", "does not fit"),
    ({"optimizer": "rprop", "schedule": "cosine"}, "schedule.kind", "own sizes"),
    ({"optimizer": "lbfgs", "penalties": [{"kind": "l1", "rate": 0.1, "kill": True}]}, "penalties.l1.kill", "several steps"),
    ({"optimizer": {"kind": "sgd", "nesterov": True}}, "optimizer.nesterov", "momentum"),
]  # fmt: skip


def refused(values):
    with pytest.raises(BadInput) as caught:
        Experiment.parse(values)
    assert isinstance(caught.value.__cause__, Refusal)
    return caught.value


@pytest.mark.parametrize(("values", "path", "words"), WRONG)
def test_refused_with_a_path_a_reason_and_a_mend_that_works(values, path, words):
    problem = refused(values)
    assert problem.path == path and words in str(problem)
    mend = problem.__cause__.mend
    assert mend is not None and mend.label
    start = Experiment.parse({"data": values.get("data", {"kind": "circle"})})
    mended = replace_all(start, (*values.items(), *mend.edits))
    for path, value in mend.edits:
        assert getattr(get(mended, path), "kind", get(mended, path)) == value


def test_the_same_penalty_twice_is_refused():
    assert refused({"penalties": [{"kind": "l2"}, {"kind": "l2"}]}).path == "penalties"


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ({}, "linear"),
        ({"rule": "perceptron"}, "step"),
        ({"loss": "half_squared"}, "tanh"),
        ({"loss": "half_squared", "data": VALUES}, "linear"),
        ({"loss": "mean_squared"}, "sigmoid"),
        ({"data": VALUES}, "linear"),
        ({"loss": "hinge"}, "linear"),
        ({"loss": "mean_squared", "output": {"activation": {"kind": "step"}}}, "step"),
        ({"loss": "mean_squared", "output": {"activation": {"kind": "softmax"}, "units": "each"}}, "softmax"),
        ({"data": VALUES, "output": {"activation": {"kind": "maxout"}}}, "maxout"),
        ({"layers": [layer(2, "step")]}, "linear"),
    ],
)
def test_right_combinations_and_their_output(values, kind):
    assert resolved_output(Experiment.parse(values)).kind == kind


@pytest.mark.parametrize("kind", [kind for kind, cls in registry.family("activations").items() if not cls.output_only])
def test_every_activation_may_stand_in_a_hidden_layer(kind):
    assert Experiment.parse({"layers": [layer(2, kind)]}).layers[0].activation.kind == kind


@pytest.mark.parametrize("kind", list(registry.family("losses")))
def test_every_loss_has_a_task_it_goes_with(kind):
    tasks = registry.find("losses", kind)().tasks
    assert tasks
    for task in tasks:
        data = {"values": VALUES, "classes": {"kind": "circle"}, "answers": {"kind": "two_questions"}}[task]
        rule = "perceptron" if kind == "mistakes" else "gradient"
        assert Experiment.parse({"data": data, "loss": kind, "rule": rule}).loss.kind == kind
