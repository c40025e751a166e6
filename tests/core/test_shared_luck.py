"""What runs side by side share, and why not."""

from __future__ import annotations

import pytest

from core.comparison import Comparison
from core.data.preparation import prepare
from core.networks.blueprint import blueprint_of
from core.runs.shared_luck import shared

LAYERS = [{"kind": "dense", "units": 4}, {"kind": "dense", "units": 3}]
ALL = {"data": "", "split": "", "start": "", "order": ""}


def found(edits, **base):
    lanes = Comparison.parse({"base": {"layers": LAYERS, **base}, "twins": [{"edits": edits}]}).experiments()
    return shared(lanes, [prepare(lane) for lane in lanes])


@pytest.mark.parametrize(
    ("edits", "reasons"),
    [
        ({"optimizer.lr": 1.0}, {}),
        ({"layers.h1.activation": "relu"}, {}),
        ({"inputs.features": ["x1"]}, {"data": "other inputs", "start": "other shapes"}),
        ({"data.noise": 0.3}, {"data": "other noise", "split": "drawn class by class of other data"}),
        ({"data.samples": 100}, {"data": "other samples", "split": "parts of other sizes", "order": "another number of samples"}),
        ({"data.kind": "xor"}, {"data": "other data", "split": "parts of other sizes"}),
        ({"data.train_share": 0.4}, {"split": "parts of other sizes", "order": "another number of samples"}),
        ({"inputs.scaling": "standardize"}, {"data": "other scaling of the inputs"}),
        ({"inputs.scaling": "standardize", "data.train_share": 0.4}, {"data": "other scaling of the inputs", "split": "parts of other sizes", "order": "another number of samples"}),
        ({"seeds.data": 9}, {"data": "another seed", "split": "another seed"}),
        ({"seeds.weights": 9}, {"start": "another seed"}),
        ({"seeds.batches": 9}, {"order": "another seed"}),
        ({"shuffle": "once"}, {"order": "other shuffling"}),
        ({"layers.h1.units": 8}, {"start": "other shapes"}),
        ({"layers": LAYERS[:1]}, {"start": "other shapes"}),
        ({"layers.h2.initializer": "zeros"}, {"start": "other starting weights"}),
    ],
)  # fmt: skip
def test_what_is_shared_is_told_with_the_reason_why_not(edits, reasons):
    rows = found(edits)
    expected = ALL | reasons
    if "data.kind" in edits:  # whose samples happen to be split alike or not
        rows, expected = rows[:1], {"data": "other data"}
    assert {row.what: row.reason for row in rows} == expected
    assert all(row.yes is (not row.reason) for row in rows)


def test_the_same_order_may_be_cut_into_other_batches():
    order = found({"batch_size": 1})[3]
    assert order.yes and order.reason == "cut into batches of other sizes" and order.words == "order ✓"


def test_layers_of_one_name_and_shape_begin_alike_whatever_is_around_them():
    wider = [*LAYERS[:1], {"kind": "dense", "units": 3}, {"kind": "dense", "units": 3}]
    lanes = Comparison.parse({"base": {"layers": LAYERS}, "twins": [{"edits": {"layers": wider}}]}).experiments()
    samples = [prepare(lane) for lane in lanes]
    start = shared(lanes, samples)[2]
    both = ("h1.weight", "h1.bias", "h2.weight", "h2.bias", "output.weight", "output.bias")
    assert start.words == "start — other shapes" and start.same == both
    vectors = [blueprint_of(*each).start_vector() for each in zip(lanes, samples, strict=True)]
    slots = [{slot.name: slot for slot in blueprint_of(*each).slots} for each in zip(lanes, samples, strict=True)]
    for name in both:
        one, other = (vector[slot[name].where] for vector, slot in zip(vectors, slots, strict=True))
        assert (one == other).all()


def test_of_three_runs_all_have_to_share_it():
    comparison = Comparison.parse({"twins": [{}, {"edits": {"seeds.batches": 4}}]})
    lanes = comparison.experiments()
    rows = {row.what: row.yes for row in shared(lanes, [prepare(lane) for lane in lanes])}
    assert rows == {"data": True, "split": True, "start": True, "order": False}
