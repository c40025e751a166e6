"""Every number of an update, for all kinds of layers, losses and activations: against torch's own network in training
mode and its automatic differentiation, and against the run's own next update."""

from __future__ import annotations

import contextlib
import math
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core import document, registry
from core.arithmetic.stations import MAKERS
from core.arithmetic.told import Account, Check
from core.documents.edits import replace_all
from core.experiment import Experiment
from core.families import Activation, Layer, Misfit
from core.machine.resources import FOLDER
from core.networks.bare_output import BareOutput
from core.probes.arithmetic import Arithmetic
from core.training.session import Session
from tests.building.coming_updates import account_of, session_of, torchs
from tests.building.experiments import layer
from tests.building.presets import preset

pytestmark = pytest.mark.usefixtures("kernel")

CLOSE = 1e-10
SHIPPED = sorted((FOLDER / "presets").glob("*.toml"))
NETWORKS = [path for path in SHIPPED if path.stem != "gallery" and document.kind_of(path) == "network"]
PICTURES = [
    [{"kind": "conv2d", "channels": 3, "padding": 1}, {"kind": "batch_norm"}, {"kind": "max_pool"}, {"kind": "residual", "channels": 4, "normalization": "batch"}, {"kind": "global_pool"}],
    [{"kind": "conv2d", "channels": 4, "groups": 1, "stride": 2, "activation": {"kind": "prelu"}}, {"kind": "dropout", "channels": True}, {"kind": "average_pool", "padding": 1}, {"kind": "layer_norm"}, {"kind": "flatten"}, {"kind": "sparse_dense", "units": 5}],
    [{"kind": "conv2d", "channels": 4, "dilation": 2, "activation": {"kind": "maxout"}}, {"kind": "conv2d", "channels": 4, "groups": 2}, {"kind": "global_pool", "keeps": "maximum"}, {"kind": "residual_dense", "units": 3, "activation": {"kind": "prelu"}}],
    [{"kind": "dense", "units": 9, "normalization": "layer"}, {"kind": "reshape", "to": "1 × 3 × 3"}, {"kind": "conv_transpose2d", "channels": 2, "extra": 1}, {"kind": "upsample", "way": "bilinear"}, {"kind": "upsample"}, {"kind": "residual", "channels": 2, "stride": 2, "activation": {"kind": "prelu"}}],
    [{"kind": "reshape", "to": "8 × 8"}, {"kind": "conv1d", "channels": 4, "padding": 1, "stride": 2}, {"kind": "batch_norm"}, {"kind": "max_pool"}, {"kind": "average_pool"}, {"kind": "layer_norm"}, {"kind": "global_pool"}],
    [{"kind": "reshape", "to": "8 × 8"}, {"kind": "embedding", "units": 3}, {"kind": "gru", "units": 3, "returns": "all", "direction": "both"}, {"kind": "lstm", "units": 2, "depth": 2}],
    [{"kind": "reshape", "to": "8 × 8"}, {"kind": "rnn", "units": 3, "direction": "both", "returns": "all"}, {"kind": "rnn", "units": 2, "squash": "relu"}, {"kind": "dropout"}],
    [{"kind": "sparse_dense", "units": 6, "chosen": "pruned", "first": 0, "last": 2}, {"kind": "residual_dense", "units": 6}, {"kind": "dense", "units": 4, "normalization": "batch", "dropout": 0.4}],
]  # fmt: skip


def holds(session: Session, account: Account, close: float = CLOSE) -> None:
    """Everything that is told of the sample, against torch; new weights as `close`."""
    check = account.check
    assert check is not None and check.autograd is not None and check.autograd < CLOSE, check
    assert check.update is not None and check.update < close, check
    seen, losses = torchs(session, account)
    coming = account.coming
    assert coming is not None and account.loss is not None
    np.testing.assert_allclose(coming.losses, losses, atol=CLOSE)
    assert coming.losses[coming.largest] == coming.losses.max() and account.place == coming.largest
    assert coming.mean == pytest.approx(losses.mean(), abs=CLOSE)
    for told in account.layers:
        values, gradient = seen[told.name]
        np.testing.assert_allclose(told.passed, values[account.place], atol=CLOSE, err_msg=told.name)
        assert told.arrived is not None
        np.testing.assert_allclose(told.arrived, gradient[account.place], atol=CLOSE, err_msg=told.name)


def test_every_kind_of_layer_is_worked_out():
    assert set(MAKERS) == {*registry.family("layers").values(), BareOutput}
    tried = {each["kind"] for stack in PICTURES for each in stack}
    assert tried == set(registry.family("layers"))


@pytest.mark.parametrize("stack", PICTURES, ids=lambda stack: "-".join(each["kind"] for each in stack)[:60])
def test_a_samples_way_through_all_kinds_of_layers_is_torchs(stack):
    layers = [{"name": f"h{number}", **each} for number, each in enumerate(stack, 1)]
    edits = (("data", {"kind": "digits"}), ("layers", layers), ("batch_size", 5), ("optimizer", {"kind": "adam"}))
    session = session_of(*edits, updates=2)
    holds(session, account_of(session))


LOSSES = {
    "cross_entropy": "circle", "half_squared": "circle", "hinge": "circle", "mean_squared": "sine", "huber": "sine", "absolute": "sine"
}  # fmt: skip


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("several", [False, True])
def test_every_loss_is_worked_out_line_by_line(loss, several):
    data = "gaussians" if several and LOSSES[loss] == "circle" else LOSSES[loss]
    edits = (("data", {"kind": data}), ("task", "values" if data == "sine" else "classes"), ("loss", {"kind": loss}))
    session = session_of(*edits, updates=3)
    account = account_of(session)
    holds(session, account)
    assert account.loss is not None
    assert account.loss.lines[-1].symbol == "L" and account.loss.lines[-1].result(0) == pytest.approx(
        account.loss.value
    )


@pytest.mark.parametrize("kind", [kind for kind, cls in registry.kinds(Activation).items() if not cls.output_only])
def test_every_activation_is_worked_out(kind):
    layers = [layer(4, kind), layer(3, kind, "h2")]
    session = session_of(("layers", layers), updates=3)
    holds(session, account_of(session))


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(
    widths=st.lists(st.integers(1, 6), min_size=0, max_size=3),
    dropout=st.sampled_from([0.0, 0.3]),
    normalization=st.sampled_from(["none", "batch", "layer"]),
    penalty=st.sampled_from([None, "l1", "l2"]),
    batch=st.sampled_from([1, 3, 7, "all"]),
    value=st.sampled_from([0.0, 0.02]),
    norm=st.sampled_from([0.0, 0.05]),
    updates=st.integers(0, 12),
    luck=st.integers(1, 1000),
)
def test_random_dense_nets(widths, dropout, normalization, penalty, batch, value, norm, updates, luck):
    layers = [
        layer(units, name=f"h{number}", dropout=dropout, normalization=normalization) for number, units in enumerate(widths, 1)
    ]  # fmt: skip
    penalties = [{"kind": penalty, "rate": 0.1, "biases": luck % 2 == 0}] if penalty else []
    if batch == 1 and normalization == "batch":
        batch = 2
    edits = (
        ("layers", layers), ("batch_size", batch), ("penalties", penalties), ("clipping", {"value": value, "norm": norm}),
        ("optimizer", {"kind": "sgd", "lr": 0.1, "momentum": 0.5}), ("seeds.weights", luck), ("seeds.dropout", luck),
    )  # fmt: skip
    session = session_of(*edits, updates=updates)
    holds(session, account_of(session))


def test_links_that_are_cut_stay_cut():
    edits = (("penalties", [{"kind": "l1", "rate": 0.5, "kill": True}]),)
    session = session_of(*edits, updates=30)
    account = account_of(session)
    assert account.check is not None and account.check.update is not None and account.check.update < CLOSE
    said = {line.words for told in account.parameters for line in told.lines}
    assert "a is 0 where a penalty has cut the link for good, else 1." in said


def test_a_weight_that_is_zero_by_itself_is_not_called_cut():
    edits = (("penalties", [{"kind": "l1", "rate": 0.001, "kill": True}]), ("layers", [layer(2, "relu")]))
    session = session_of(*edits)
    session.load_parameters({"h1.weight": np.zeros((2, 2))})
    account = account_of(session)
    assert not any("cut" in line.words for told in account.parameters for line in told.lines)


def test_where_the_runs_precision_is_too_coarse_the_check_says_so():
    """Adam divides what saturated units hardly let through by its own size: what single precision has rounded away."""
    start = {"kind": "normal", "std": 12.0}
    edits = (("dtype", "float32"), ("layers", [layer(4, initializer=start), layer(3, name="h2", initializer=start)]))
    check = account_of(session_of(*edits, ("optimizer", {"kind": "adam", "lr": 0.1}))).check
    assert check.autograd < CLOSE and check.update > 1e-5 and check.doubled < CLOSE and check.holds
    assert "differs by" in check.words
    assert check.words.endswith("; made in float64 it equals it to 1e−7, so that the rest is rounding.")
    check = account_of(session_of(*edits)).check
    assert check.doubled is None and "rounding" not in check.words


def test_a_check_that_fails_says_by_how_much():
    check = Check(1e-3, 2e-2, "h1.weight", "float32", 2e-2)
    assert not check.holds and check.words == (
        "In float64 from these parameters: autograd differs by 0.001; the run's own update (float32) differs by 0.02 in "
        "h1.weight; made in float64 it differs by 0.02."
    )
    assert not Check(1e-3, 0.0, "", "float32").holds and Check(None, 0.0, "", "float32").holds


MOST = 500  # numbers that a layer of a random stack may put out
KINDS = st.sampled_from([each for stack in PICTURES for each in stack])


SMOOTH = [kind for kind in registry.family("optimizers") if kind not in ("rprop", "adafactor", "muon", "lbfgs")]


@st.composite
def stacks(draw) -> list[dict]:
    """Layers of any kind, one on the other, that fit pictures of 8 × 8."""
    shape, found = (1, 8, 8), []
    for values in draw(st.lists(KINDS, min_size=2, max_size=9)):
        made = registry.read(Layer, {"name": f"h{len(found) + 1}", **values})
        with contextlib.suppress(Misfit):
            after = made.shape(shape)
            if math.prod(after) <= MOST:
                shape, found = after, [*found, {"name": f"h{len(found) + 1}", **values}]
    return found


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(stack=stacks(), updates=st.integers(0, 3), optimizer=st.sampled_from(SMOOTH))
def test_random_stacks_of_all_kinds_with_all_optimizers(stack, updates, optimizer):
    edits = (("data", {"kind": "digits"}), ("layers", stack), ("batch_size", 4), ("optimizer", {"kind": optimizer}))
    session = session_of(*edits, updates=updates)
    if np.isfinite(session.vector()).all():
        holds(session, account_of(session), 1e-6)  # where a gradient cancels, all of it may be rounding


@pytest.mark.slow
@pytest.mark.parametrize("path", NETWORKS, ids=lambda path: path.stem)
def test_the_check_holds_in_every_preset(path):
    session = Session(Experiment.load(path))
    for _ in range(3):
        session.advance(5)
        check = session.frame(Arithmetic()).info["account"].check
        assert check.holds, check.words


# One sample, one unit, one parameter


def test_the_share_of_a_sample_is_its_delta_times_its_input_and_the_shares_make_the_mean():
    session = session_of(updates=3)
    batch = account_of(session).coming.samples
    accounts = [account_of(session, sample=int(sample), check=False) for sample in batch]
    assert [each.sample for each in accounts] == batch.tolist()
    for account in accounts:
        for told in account.layers:
            weight, bias = (
                next(p for p in account.parameters if p.name == f"{told.name}.{role}") for role in ("weight", "bias")
            )
            np.testing.assert_allclose(
                weight.share.reshape(weight.shape), np.outer(told.delta, told.inputs), atol=1e-14
            )
            np.testing.assert_allclose(bias.share, told.delta, atol=1e-14)
            assert account.loss.share == 1 / len(batch)
    for shares in zip(*(account.parameters for account in accounts), strict=True):
        np.testing.assert_allclose(np.mean([each.share for each in shares], axis=0), shares[0].gradient, atol=1e-14)


def test_a_unit_adds_up_forwards_and_backwards():
    session = session_of(updates=3)
    account = account_of(session, layer="h1", unit=(2,), check=False)
    unit = account.unit
    assert unit.forwards.bias is not None
    assert unit.forwards.products.sum() + unit.forwards.bias == pytest.approx(account.layer("h1").sums[2], abs=1e-14)
    assert unit.forwards.names == session.prepared.features
    assert unit.backwards.products.sum() == pytest.approx(account.layer("h1").arrived[2], abs=1e-14)
    assert unit.backwards.names == ("h2[1]", "h2[2]", "h2[3]")
    account = account_of(session, layer="output", unit=(0,), check=False)
    assert (
        account.unit.backwards is None and account.unit.why == "What arrives at an output is how the loss slopes by it."
    )


@pytest.mark.parametrize("stack", PICTURES, ids=lambda stack: "-".join(each["kind"] for each in stack)[:60])
def test_a_place_of_every_layer_adds_up_where_it_is_said_to(stack):
    """Patch and kernel of a convolution, the window of a pooling, forwards and backwards."""
    layers = [{"name": f"h{number}", **each} for number, each in enumerate(stack, 1)]
    session = session_of(("data", {"kind": "digits"}), ("layers", layers), ("batch_size", 5), updates=1)
    whole = account_of(session, check=False)
    for told in whole.layers:
        size = told.sums.shape
        for place in {tuple(side // 2 for side in size), tuple(0 for _ in size), tuple(side - 1 for side in size)}:
            unit = account_of(session, layer=told.name, unit=place, check=False).unit
            if unit.forwards is not None:
                assert unit.forwards.products.sum() + (unit.forwards.bias or 0.0) == pytest.approx(
                    unit.forwards.total, abs=1e-12
                )
            else:
                assert unit.why
            if unit.backwards is not None:
                assert unit.backwards.products.sum() == pytest.approx(unit.backwards.total, abs=1e-12)
            else:
                assert unit.why


def test_a_large_network_is_told_by_what_is_asked_for():
    session = session_of(("layers", [layer(80), layer(60, name="h2")]), updates=1)
    assert not account_of(session).parameters
    account = account_of(session, layer="h2", unit=(7,))
    assert {told.name: len(told.places) for told in account.parameters} == {"h2.weight": 80, "h2.bias": 1}
    assert account.parameters[0].index(3) == (7, 3)
    account = account_of(session, parameter="h1.weight")
    assert [told.name for told in account.parameters] == ["h1.weight"] and len(account.parameters[0].places) == 160
    assert account.check.update < CLOSE


def test_with_the_perceptron_rule_a_mistake_is_corrected_and_no_gradient_is_spoken_of():
    session = Session(Experiment.load(FOLDER / "presets" / "holiday.toml"))
    account = account_of(session)
    assert account.rule == "perceptron" and account.check.autograd is None and account.check.update == 0.0
    assert all(told.delta is None and told.slopes is not None for told in account.layers)
    assert all(told.share is None and told.gradient is None for told in account.parameters)
    assert [line.symbol for line in account.parameters[0].lines] == ["e", "w"]
    assert not any("gradient" in line.words for told in account.parameters for line in told.lines)


@pytest.mark.parametrize("player", ["discriminator", "generator"])
def test_each_player_has_its_own_update(player):
    session = Session(replace_all(Experiment.load(FOLDER / "presets" / "gan-ring.toml"), (("dtype", "float64"),)))
    session.advance(3)
    account = account_of(session, player=player)
    assert account.inputs == (("noise 1", "noise 2") if player == "generator" else session.prepared.features)
    assert account.player == player and account.check.autograd < CLOSE and account.check.update < CLOSE
    samples = account.coming.samples
    assert (samples >= 0).sum() == (len(samples) // 2 if player == "discriminator" else 0)
    before = session.parameters()
    session.advance(1)
    for told in account.parameters:
        np.testing.assert_allclose(told.before, before[told.name].ravel())
        np.testing.assert_allclose(told.after, session.parameters()[told.name].ravel(), atol=CLOSE)


def test_a_sample_of_another_batch_is_told_as_a_batch_of_its_own():
    session = session_of()
    batch = account_of(session).coming.samples.tolist()
    other = next(sample for sample in session.prepared.train.tolist() if sample not in batch)
    account = session.frame(Arithmetic(sample=other)).info["account"]
    assert account.apart and account.sample == other and account.loss.share == 1.0
    assert account.check.autograd < CLOSE and account.check.update is None and "batch of its own" in account.notes[0]
    gradient = session.learner.gradient(np.array([other]))
    told = np.concatenate([each.gradient for each in account.parameters])
    np.testing.assert_allclose(told, gradient, atol=1e-5)
    assert not account_of(session).apart


def test_a_real_sample_of_another_batch_is_told_to_a_discriminator_alone():
    session = Session(preset("gan-ring", ("dtype", "float64"), ("data.samples", 200), ("batch_size", 16)))
    batch = account_of(session).coming.samples.tolist()
    other = next(sample for sample in session.prepared.train.tolist() if sample not in batch)
    account = account_of(session, sample=other)
    assert account.apart and account.sample == other and account.loss.share == 1.0
    task: Any = session.experiment.task
    assert account.loss.targets.tolist() == [task.real_target]
    np.testing.assert_array_equal(account.layers[0].inputs, session.prepared.x[other])
    assert account.check.autograd < CLOSE and account.check.update is None
    made_of_noise = session.frame(Arithmetic(sample=other, player="generator")).info["account"]
    assert made_of_noise.problem == f"sample: {other + 1}: no sample of the table comes to it"


REFUSED = [
    ({"sample": 10**6}, "sample: 1000001: there is no such sample; there are 1 to "),
    ({"layer": "gone", "unit": (0,)}, "unit: gone: there is no such layer; there are h1, h2, output"),
    ({"layer": "h1", "unit": (9,)}, "unit: h1[10]: there is no such place; the sums of h1 are 4, counted from 1"),
    ({"parameter": "gone"}, "parameter: gone: there is no such parameter; there are h1.weight, "),
    ({"player": "gone"}, "There is no player gone"),
]


@pytest.mark.parametrize(("asked", "said"), REFUSED)
def test_what_is_not_there_is_said(asked, said):
    account = session_of().frame(Arithmetic(**asked)).info["account"]
    assert account.problem.startswith(said) and not account.layers


@pytest.mark.parametrize("rule", ["hand", "chance"])
def test_where_no_arithmetic_leads_on_that_is_said(rule):
    account = session_of(("rule", {"kind": rule})).frame(Arithmetic()).info["account"]
    assert account.problem and account.coming is None


def test_notes_say_what_a_reader_has_to_know_and_nothing_else():
    assert account_of(session_of()).notes == ()
    edits = (("layers", [layer(4, normalization="batch", dropout=0.25)]),)
    notes = account_of(session_of(*edits)).notes
    assert len(notes) == 2 and "mean and spread of this very batch" in notes[0]
    assert notes[1] == "In layer 1 this update switches 25 % of the values off, and others in the next."
