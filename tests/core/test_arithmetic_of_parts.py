"""An update in numbers, part by part: recurrent cells step by step, batches that are worked out in pieces, networks
that are too large, and moments of the past."""

from __future__ import annotations

import numpy as np
import pytest

from core.arithmetic import account as accounts
from core.arithmetic import way
from core.engines.replica import Replica
from core.networks import sample_memory
from core.probes.arithmetic import Arithmetic
from core.probing.moment import Moment
from core.training.session import Session
from tests.building.coming_updates import account_of, session_of
from tests.building.experiments import layer

pytestmark = pytest.mark.usefixtures("kernel")


@pytest.mark.parametrize("kind", ["rnn", "gru", "lstm"])
def test_gates_and_the_gradient_that_arrives_at_each_step_are_those_of_the_graph(kind):
    cell = {"kind": kind, "name": "h1", "units": 3, "direction": "both", "depth": 2}
    shape = {"kind": "reshape", "name": "h0", "to": "8 × 8"}
    session = session_of(("data", {"kind": "digits"}), ("layers", [shape, cell]), updates=2)
    account = account_of(session)
    prepared, sample = session.prepared, account.sample
    course = session.moment().answers.through_time(prepared.x[sample], prepared.targets[sample])
    told = account.layer("h1").cells
    assert len(told) == len(course.cells) == 4
    for ours, graphs in zip(told, course.cells, strict=True):
        assert ours.backwards == graphs.backwards and set(ours.gates) == set(graphs.gates)
        for name, array in graphs.gates.items():
            np.testing.assert_allclose(ours.gates[name], array, atol=1e-12)
        np.testing.assert_allclose(ours.arrives, graphs.slopes["state"], atol=1e-12)
        if "memory" in graphs.slopes:
            np.testing.assert_allclose(ours.arrives_memory, graphs.slopes["memory"], atol=1e-12)
        else:
            assert ours.arrives_memory is None


def test_a_gate_is_its_squash_of_its_sum():
    shape = {"kind": "reshape", "name": "h0", "to": "8 × 8"}
    edits = (("data", {"kind": "digits"}), ("layers", [shape, {"kind": "lstm", "name": "h1", "units": 3}]))
    (cell,) = account_of(session_of(*edits), check=False).layer("h1").cells
    for name in ("input", "forget", "output"):
        np.testing.assert_allclose(cell.gates[name], 1.0 / (1.0 + np.exp(-cell.sums[name])), atol=1e-12)
    np.testing.assert_allclose(cell.gates["candidate"], np.tanh(cell.sums["candidate"]), atol=1e-12)


def test_a_batch_in_pieces_comes_to_the_same(monkeypatch):
    session = session_of(("batch_size", "all"), ("layers", [layer(4, dropout=0.3)]), updates=2)
    whole = account_of(session)
    monkeypatch.setattr(sample_memory, "AT_ONCE", 4000)
    seen, through = list[int](), way.through
    monkeypatch.setattr(
        way, "through", lambda stations, chain, x, masks: seen.append(len(x)) or through(stations, chain, x, masks)
    )
    parted = account_of(session)
    assert max(seen) < len(whole.coming.samples) == sum(seen) / 2  # once for the losses, once for the way back
    assert parted.sample == whole.sample and parted.place == whole.place
    np.testing.assert_array_equal(parted.coming.losses, whole.coming.losses)
    for one, other in zip(parted.parameters, whole.parameters, strict=True):
        np.testing.assert_allclose(one.gradient, other.gradient, atol=1e-15)
        np.testing.assert_allclose(one.share, other.share, atol=1e-15)
    np.testing.assert_allclose(parted.layers[0].delta, whole.layers[0].delta, atol=1e-15)


def test_what_is_too_large_is_said(monkeypatch):
    session = session_of(("layers", [layer(4, normalization="batch")]))
    monkeypatch.setattr(way, "MOST", 10)
    problem = session.frame(Arithmetic()).info["problem"]
    assert problem.startswith("the batch of 7 samples leaves ") and "batch normalization needs all of them" in problem
    monkeypatch.setattr(accounts, "LARGEST", 10)
    problem = session.frame(Arithmetic()).info["problem"]
    assert problem == "This network has 25 numbers; an update is worked out up to 10."


def test_a_run_without_finite_weights_has_no_numbers():
    still = session_of().still(memory=True)
    gone = still.with_numbers(np.full_like(still.vector, np.inf), dict(still.numbers.buffers))
    assert Arithmetic().compute(Moment(gone, Replica(gone)))[1]["problem"].startswith("The run has diverged")


def test_it_is_a_function_of_a_moment_and_nothing_learns_by_it():
    """Asked of a kept moment when the run has gone on: the update that came then."""
    session = session_of(("optimizer", {"kind": "adam"}), updates=5)
    still, before = session.still(memory=True), session.vector()
    account = account_of(session)
    np.testing.assert_array_equal(session.vector(), before)
    session.advance(20)
    moment = Moment(still, Replica(still))
    again = Arithmetic().compute(moment)[1]["account"]
    assert again.sample == account.sample and again.update == account.update == 6
    for one, other in zip(again.parameters, account.parameters, strict=True):
        np.testing.assert_array_equal(one.after, other.after)


def test_the_first_sample_with_the_largest_loss_is_told_and_any_other_can_be_asked_for():
    session = session_of()
    assert isinstance(session, Session)
    account = account_of(session, check=False)
    places = np.searchsorted(session.prepared.train, account.coming.samples)
    np.testing.assert_array_equal(places, session.order(0)[:7])
    for sample in account.coming.samples:
        other = account_of(session, sample=int(sample), check=False)
        assert other.sample == sample and other.loss.value == other.coming.losses[other.place]
