"""Step against sigmoid: both losses of one neuron over its weight and its bias, against torch, the surface's own code
and a plain loop."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from core.probes.steepness import OTHER, Steepness, is_shown
from core.probes.surface import Surface
from core.training.session import Session
from tests.building.experiments import layer, small
from tests.building.presets import Run, preset

pytestmark = pytest.mark.usefixtures("kernel")
LONE = {
    "data": {"kind": "hours"}, "inputs": {"scaling": "standardize"}, "layers": [], "batch_size": "all",
    "loss": {"kind": "mean_squared"}, "output": {"activation": {"kind": "sigmoid"}},
}  # fmt: skip


def session(w: float, b: float, **changes) -> Session:
    made = Session(small(**LONE | changes))
    made.load_vector(np.array([w, b]))
    return made


@pytest.mark.parametrize("k", [1.0, 3.0, 20.0])
def test_at_steepness_k_it_is_the_surface_at_k_times_the_weights(k):
    """σ(k·z) of w and b is σ(z) of k·w and k·b: the heights that the weight space computes there."""
    made = session(1.5, -0.5)
    arrays = made.frame(Steepness(k=k, resolution=7)).arrays
    experiment, losses = made.experiment, []
    for w in arrays["axis"]:
        for b in arrays["axis"]:
            made.load_vector(np.array([k * w, k * b]))
            losses.append(made.evaluate()["train.loss"])
    np.testing.assert_allclose(arrays["steep"].ravel(), losses, rtol=1e-9, atol=1e-12)
    if k == 1.0:
        twin = Session(experiment)
        sheet = twin.frame(Surface(at=("output.weight[0,0]", "output.bias[0]"), span=6.0, resolution=7)).arrays
        np.testing.assert_allclose(arrays["axis"], sheet["alpha"])
        twin.load_vector(np.zeros(2))
        centred = twin.frame(Surface(at=("output.weight[0,0]", "output.bias[0]"), span=6.0, resolution=7, ticket=1))
        np.testing.assert_allclose(arrays["steep"], centred.arrays["loss"], rtol=1e-9)


def test_the_staircase_is_counted_by_a_plain_loop_and_is_the_limit():
    made = session(1.5, -0.5)
    arrays = made.frame(Steepness(k=50.0, resolution=9)).arrays
    x, y = made.prepared.x[made.prepared.train, 0], made.prepared.table.y[made.prepared.train]
    for i, w in enumerate(arrays["axis"]):
        for j, b in enumerate(arrays["axis"]):
            wrong = sum(int(w * value + b > 0) != truth for value, truth in zip(x, y, strict=True))
            assert arrays["step"][i, j] == pytest.approx(wrong / len(x))
            if abs(w * x + b).min() > 0.2:  # no sample near the edge
                assert arrays["steep"][i, j] == pytest.approx(arrays["step"][i, j], abs=1e-3)


@pytest.mark.parametrize("k", [1.0, 4.0])
def test_the_slopes_are_autograds_and_those_of_a_step_are_zero(k):
    made = session(-1.2, 0.7)
    arrays = made.frame(Steepness(k=k, resolution=5)).arrays
    place = torch.tensor([-1.2, 0.7], dtype=torch.float64, requires_grad=True)
    x, t = (torch.tensor(each[made.prepared.train]) for each in (made.prepared.x, made.prepared.targets))
    torch.mean((torch.sigmoid(k * (place[0] * x + place[1])) - t) ** 2).backward()
    assert place.grad is not None
    assert arrays["slopes"].tolist() == [0.0, pytest.approx(float(place.grad.norm()), rel=1e-9)]
    at = np.flatnonzero(np.isclose(arrays["cut"], 0.7))
    assert arrays["heights"][1] == pytest.approx(made.evaluate()["train.loss"] if k == 1 else arrays["heights"][1])
    assert not len(at) or arrays["cut_steep"][at[0]] == pytest.approx(arrays["heights"][1])


def test_the_axes_are_doubled_where_the_network_has_gone_further():
    for w, reach in ((5.0, 6.0), (6.5, 12.0), (-30.0, 48.0)):
        assert session(w, 0.0).frame(Steepness(resolution=5)).arrays["axis"][-1] == reach


@pytest.mark.parametrize(
    "changes",
    [{"layers": [layer(2)]}, {"data": {"kind": "circle"}}, {"loss": {"kind": "cross_entropy"}, "output": {}}, {"output": {}}],
    ids=["hidden units", "two inputs", "cross-entropy", "an output that nobody chose"],
)  # fmt: skip
def test_elsewhere_there_is_none(changes):
    made = small(**LONE | changes)
    assert not is_shown(made) and Session(made).frame(Steepness()).info["problem"] == OTHER


# The card


def test_the_sigmoid_descends_and_the_step_stays_where_it_begins():
    made = preset("step-sigmoid")
    run = Run(made, updates=300)
    assert run.last["train.loss"] <= made.goal.value == 0.068
    stepped = Run(preset("step-sigmoid", *made.what_to_try[1].edits), updates=100)
    assert stepped.session.vector().tolist() == [-2.0, 2.0] and "weights stay" in made.what_to_try[1].say
    assert is_shown(stepped.session.experiment)
