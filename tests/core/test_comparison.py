"""Comparisons: two to four experiments as one document, what is linked in them and what is parted."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import document
from core.comparison import Comparison
from core.comparison.twin import FOR_ALL
from core.documents.edits import differences, get
from core.experiment import Experiment
from core.messages import BadInput

ADAM = """
kind = "comparison"
name = "SGD"
[base]
batch_size = 20
[base.optimizer]
kind = "sgd"
lr = 0.1
[[base.layers]]
kind = "dense"
units = 4
[[twins]]
name = "Adam"
edits = { "optimizer.kind" = "adam", "optimizer.lr" = 0.01 }
[[twins]]
edits = { "layers.h1.units" = 8 }
"""


@pytest.fixture
def adam():
    return document.loads(ADAM)


def lr(comparison):
    return [lane.optimizer.lr for lane in comparison.experiments()]


def test_each_twin_is_the_base_with_its_edits(adam):
    base, other, wider = adam.experiments()
    assert isinstance(adam, Comparison) and adam.names == ("SGD", "Adam", "C")
    assert (base.optimizer.kind, other.optimizer.kind, wider.optimizer.kind) == ("sgd", "adam", "sgd")
    assert lr(adam) == [0.1, 0.01, 0.1] and wider.layers[0].units == 8
    assert adam.parted() == ("optimizer.kind", "optimizer.lr", "layers.h1.units")


def test_a_lone_experiment_is_a_comparison_without_twins():
    alone = Comparison(base=Experiment(batch_size=3))
    assert alone.experiments() == (Experiment(batch_size=3),) and alone.parted() == () and alone.names == ("A",)


def test_a_file_is_read_and_written(adam, tmp_path):
    adam.save(tmp_path / "a.toml")
    assert document.kind_of(tmp_path / "a.toml") == "comparison" and document.load(tmp_path / "a.toml") == adam


def test_a_linked_value_is_one_for_all(adam):
    changed = adam.with_value("batch_size", 5)
    assert [lane.batch_size for lane in changed.experiments()] == [5, 5, 5] and changed.parted() == adam.parted()


def test_a_parted_value_is_set_in_one_and_parts_what_was_linked(adam):
    assert lr(adam.with_value("optimizer.lr", 0.5, lanes=[1])) == [0.1, 0.5, 0.1]
    of_base = adam.with_value("optimizer.lr", 0.5, lanes=[0])
    assert lr(of_base) == [0.5, 0.01, 0.1] and "optimizer.lr" in of_base.parted()
    parted = adam.with_value("batch_size", 1, lanes=[2])
    assert [lane.batch_size for lane in parted.experiments()] == [20, 20, 1] and "batch_size" in parted.parted()


def test_what_only_one_lane_has_is_set_there(adam):
    changed = adam.with_value("optimizer.beta1", 0.5)
    assert changed.experiments()[1].optimizer.beta1 == 0.5 and changed.experiments()[0] == adam.base
    with pytest.raises(BadInput, match="is not a known key"):
        adam.with_value("optimizer.gamma", 0.5)


def test_a_link_is_parted_and_joined(adam):
    parted = adam.part("batch_size")
    assert "batch_size" in parted.parted() and parted.experiments() == adam.experiments()
    assert parted.join("batch_size") == adam
    joined = adam.join("optimizer.lr", lane=1)
    assert lr(joined) == [0.01] * 3 and "optimizer.lr" not in joined.parted()
    alike = adam.join("optimizer.kind")
    assert [lane.optimizer.kind for lane in alike.experiments()] == ["sgd"] * 3 and lr(alike) == lr(adam)


def test_a_twin_comes_and_goes(adam):
    four = adam.with_twin((("optimizer.lr", 1.0),), name="Fast")
    assert four.names == ("SGD", "Adam", "C", "Fast") and lr(four) == [0.1, 0.01, 0.1, 1.0]
    assert adam.with_twin().experiments()[3] == adam.base
    with pytest.raises(BadInput, match="twins: there are 4; at most 3"):
        four.with_twin()
    two = four.only([1, 3])
    assert two.names == ("Adam", "Fast") and two.experiments() == (four.experiments()[1], four.experiments()[3])


def test_layers_that_go_take_the_edits_of_them_along(adam):
    assert adam.with_value("layers", []).experiments()[2].layers == ()


def test_what_the_base_has_and_a_twin_has_not_is_kept_in_the_file(tmp_path):
    one = Comparison.loads('kind = "comparison"\n[base.goal]\nmetric = "test.loss"\nvalue = 0.1\n[[twins]]\n')
    other = one.with_value("goal", None, lanes=[1])
    assert [lane.goal is None for lane in other.experiments()] == [False, True]
    other.save(tmp_path / "a.toml")
    assert document.load(tmp_path / "a.toml") == other


def test_files_it_names_count_from_its_folder(tmp_path):
    (tmp_path / "mine.csv").write_text("a,b\n1,x\n2,y\n", encoding="utf-8")
    text = 'kind = "comparison"\n[[twins]]\nedits = { data = { kind = "csv", path = "mine.csv" } }\n'
    (tmp_path / "a.toml").write_text(text, encoding="utf-8")
    found = document.load(tmp_path / "a.toml")
    assert isinstance(found, Comparison)
    assert get(found.experiments()[1], "data.path") == str(tmp_path / "mine.csv")
    found.save(tmp_path / "b.toml")
    assert str(tmp_path) not in (tmp_path / "b.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("edits", "pace"),
    [
        ({"optimizer.lr": 0.3}, "updates"),
        ({"data.noise": 0.3}, "updates"),
        ({"batch_size": 1}, "samples"),
        ({"data.samples": 100}, "samples"),
        ({"validation_share": 0.2}, "samples"),
    ],
)
def test_lanes_go_by_samples_where_their_batches_or_training_parts_differ(edits, pace):
    found = Comparison.parse({"twins": [{"edits": edits}]})
    assert found.in_step == pace and found.model_copy(update={"pace": "seconds"}).in_step == "seconds"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[base.optimizer]\nkind = "sgd"\nlr = -1\n', "base.optimizer.lr: must be"),
        (
            '[base.rule]\nkind = "perceptron"\n[[base.layers]]\nkind = "dense"\nunits = 3\n',
            "base.layers: the perceptron rule",
        ),
        ('[[twins]]\nname = "B"\nedits = { "optimizer.lrr" = 1 }\n', "twins.B.edits.optimizer.lrr: is not a known key"),
        ('[[twins]]\nedits = { "layers.h9.units" = 1 }\n', "twins.1.edits.layers.h9.units: there is no 'h9'"),
        ('[[twins]]\nedits = { "optimizer.lr" = "fast" }\n', "twins.1.edits.optimizer.lr: must be a number"),
        ("[[twins]]\nedits = { speed = 3 }\n", "twins.1.edits.speed: is the same for all runs"),
        ("[[twins]]\nedit = { speed = 3 }\n", "twins.1.edit: is not a known key; allowed: name, edits, without"),
        ('[[twins]]\nname = "A"\n', "twins.1.name: two runs are called A"),
        ("[[twins]]\n" * 4, "twins: there are 4; at most 3 stand beside the base"),
        ('pace = "hours"\n', "pace: must be one of"),
        ("twins = 3\n", "twins: must be a list"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_with_its_place(text, told):
    with pytest.raises(BadInput) as problem:
        document.loads(f'kind = "comparison"\n{text}', "a.toml")
    assert told in str(problem.value), problem.value


PATHS = st.sampled_from(
    [
        ("optimizer.kind", "adam"), ("optimizer.kind", "sgd"), ("optimizer.lr", 0.3), ("batch_size", "all"),
        ("data.kind", "moons"), ("data.kind", "xor"), ("data.noise", 0.2), ("layers.h1.units", 3), ("layers.h1.activation", "relu"),
        ("layers", [{"kind": "dense", "units": 5}, {"kind": "dense", "units": 2}]), ("layers", []), ("goal", None),
        ("schedule.kind", "cosine"), ("penalties", [{"kind": "l2"}]), ("rule.kind", "perceptron"),
        ("seeds.weights", 7), ("inputs.features", ["x1", "x1*x2"]), ("loss.kind", "mean_squared"),
    ]
)  # fmt: skip
LANES = st.one_of(st.none(), st.lists(st.integers(0, 2), min_size=1, max_size=2))


def alike(one, other):
    return {path for path in differences(one, other) if path.partition(".")[0] not in FOR_ALL} == set()


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(PATHS, LANES), max_size=5))
def test_each_change_is_made_in_its_lanes_and_nowhere_else(changes):
    comparison = document.loads(ADAM)
    for (path, value), lanes in changes:
        try:
            after = comparison.with_value(path, value, lanes)
        except BadInput:
            continue
        for lane, (old, new) in enumerate(zip(comparison.experiments(), after.experiments(), strict=True)):
            if lanes is not None and lane not in lanes:
                assert alike(old, new), (path, lane)
        assert Comparison.loads(after.dumps()) == after
        comparison = after
