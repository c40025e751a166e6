"""A layer that does not fit is offered with what makes it fit; ready-made networks bring the loss of their
task along."""

from __future__ import annotations

import pytest

from core import document
from core.documents.edits import replace_all
from core.experiment import Experiment
from core.experiment.layer_mends import fit_together, for_new
from core.experiment.ready_networks import ROWS
from core.families import Layer
from core.messages import BadInput, Refusal
from core.registry import read
from tests.building.places import PRESETS

STEPS = (20, 1)  # steps × features


def layer(kind: str, name: str, **more) -> Layer:
    return read(Layer, {"kind": kind, "name": name, **more})


@pytest.mark.parametrize("kind", ["gru", "lstm", "rnn"])
def test_a_second_recurrent_layer_has_two_ways(kind):
    first, second = layer(kind, "h1"), layer(kind, "h2")
    wide, deep = for_new((first,), second, STEPS)
    assert wide.label == f"{first.label}, and h1 gives all its states"
    assert deep.label == f"{first.label} on h1: h1 becomes deeper"
    ((path, stack),) = wide.edits
    assert path == "layers" and [each.name for each in stack] == ["h1", "h2"] and stack[0].shape(STEPS) == (20, 16)
    ((_, (one,)),) = deep.edits
    assert one.depth == 2 and one.shape(STEPS) == (16,)
    assert fit_together(stack, STEPS) and fit_together((one,), STEPS)


def test_another_kind_of_layer_can_only_go_behind_all_states():
    (way,) = for_new((layer("gru", "h1"),), layer("lstm", "h2"), STEPS)
    assert "gives all its states" in way.label
    assert not for_new((layer("dense", "h1"),), layer("gru", "h2"), (5,))
    assert not for_new((layer("gru", "h1"), layer("dense", "h2")), layer("conv2d", "h3"), STEPS)


def refused(**values) -> Refusal:
    with pytest.raises(BadInput) as problem:
        Experiment.parse(values)
    cause = problem.value.__cause__
    assert isinstance(cause, Refusal) and cause.mend is not None
    return cause


def test_a_file_with_two_is_mended_by_all_states():
    cause = refused(data="parity", layers=[{"kind": "gru", "units": 8}, {"kind": "gru", "units": 8}])
    assert cause.path == "layers.h2" and cause.mend.label == "Let h1 give all its states"
    ((path, stack),) = cause.mend.edits
    mended = Experiment.parse({"data": "parity", path: [each.model_dump() for each in stack]})
    assert [each.kind for each in mended.layers] == ["gru", "gru"]


def test_a_layer_that_nothing_helps_goes():
    assert refused(layers=[{"kind": "gru"}]).mend.label == "Take this layer away"


@pytest.mark.parametrize(
    ("preset", "row", "task", "loss"),
    [
        ("conv-autoencoder", "lenet", "classes", "cross_entropy"),
        ("watermark", "dense", "classes", "cross_entropy"),
        ("mnist-cnn", "autoencoder", "autoencoder", "mean_squared"),
        ("digits-dense", "conv-autoencoder", "autoencoder", "mean_squared"),
        ("gan-digits", "autoencoder", "autoencoder", "mean_squared"),
        ("sunspots", "recurrent", "forecast", "mean_squared"),
        ("mnist-dense", "lenet", "classes", "cross_entropy"),
    ],
)
def test_a_ready_made_network_brings_loss_and_card_of_its_task(preset, row, task, loss):
    """The card of the former task, its goal and what to try, goes; that of the same task stays."""
    before = document.load(PRESETS / f"{preset}.toml")
    assert isinstance(before, Experiment)
    ready = next(each for each in ROWS if each.key == row)
    after = replace_all(before, ready.edits(before))
    assert (after.task.kind, after.loss.kind) == (task, loss)
    another = before.task.kind != task
    assert (after.what_to_try == before.what_to_try) is not another
    assert (after.goal is None) is another or before.goal is None
