"""What the help of sparse layers, embeddings and batch normalization claims, tried, with the case in which the broader
claim was false."""

from __future__ import annotations

import functools

import numpy as np
import pytest

from core import registry
from core.datasets.sentences import FILLERS
from core.documents.edits import replace_all
from core.layers.sparse_dense import SparseDense
from core.training.session import Session
from tests.building.experiments import layer, small
from tests.building.presets import Run, another_start, dense, preset, starts

pytestmark = pytest.mark.usefixtures("kernel")


# Sparse dense


def sparse(number: int = 0, **more) -> Run:
    """The circle, with a sparse layer of 256 connections."""
    layers = [dense(16, "tanh"), {"kind": "sparse_dense", "name": "h2", "units": 16, **more}]
    edits = ("layers", layers), ("stop.updates", 800), ("optimizer.lr", 0.01)
    return Run(another_start(preset("circle", *edits), number))


PRUNED = {"chosen": "pruned", "first": 200, "last": 500}


def connected(session: Session) -> np.ndarray:
    """Which of the connections are there."""
    return session.parameters()["h1.weight"] != 0


@pytest.mark.parametrize(("chosen", "stay"), [("random", True), ("pruned", False)])
def test_connections_that_are_drawn_stay_and_those_that_are_pruned_do_not(chosen, stay):
    more = {"chosen": chosen, "first": 5, "last": 50, "share": 0.3}
    session = Session(small(layers=[{"kind": "sparse_dense", "name": "h1", "units": 30, **more}]))
    before = connected(session)
    assert ("pruned to 30 %" in session.experiment.layers[0].says()) is not stay
    session.advance(100)
    assert bool((connected(session) == before).all()) is stay
    assert connected(session).sum() == 18 and before.sum() == (18 if stay else 60)


def test_pruning_cuts_fast_at_first_and_slowly_in_the_end_and_drawing_never():
    pruned, drawn = (SparseDense(name="h1", share=0.2, chosen=chosen) for chosen in ("pruned", "random"))
    shares = np.array([pruned.left(update) for update in range(0, 1200, 50)])
    assert shares[0] == shares[2] == 1.0 and shares[-1] == 0.2
    cut = -np.diff(shares[2:21])
    assert (np.diff(cut) < 0).all() and cut[0] > 10 * cut[-1] > 0
    assert {drawn.left(update) for update in range(0, 1200, 50)} == {0.2}


def test_pruning_cuts_the_smallest_weights():
    more = {"chosen": "pruned", "first": 0, "last": 1, "share": 0.5}
    session = Session(small(layers=[{"kind": "sparse_dense", "name": "h1", "units": 30, **more}], optimizer={"kind": "sgd", "lr": 1e-9}))  # fmt: skip
    before = np.abs(session.parameters()["h1.weight"])
    session.advance(2)
    there = connected(session)
    assert 0 < there.sum() < there.size and before[~there].max() <= before[there].min()


@functools.cache
def whole() -> Run:
    return sparse(chosen="pruned", first=5000, last=9000)


@pytest.mark.slow
@pytest.mark.parametrize("number", range(4))
def test_most_connections_are_dispensable_where_the_net_learns_on_or_never_had_them(number):
    assert sparse(number, **PRUNED, share=0.1).last["test.accuracy"] > 0.97
    assert sparse(number, chosen="random", share=0.1).last["test.accuracy"] > 0.97


def after_cutting(keep: np.ndarray) -> float:
    """The accuracy of the whole net where only these of its connections (by rank of size, largest first) are left."""
    session = Session(whole().session.experiment)
    learned = whole().session.parameters()
    weights = learned["h2.weight"].ravel()
    order = np.argsort(-np.abs(weights))
    left = np.zeros_like(weights)
    left[order[keep]] = weights[order[keep]]
    session.load_parameters({**learned, "h2.weight": left.reshape(learned["h2.weight"].shape)})
    session.measure_now()
    return session.last["test.accuracy"]


@pytest.mark.slow
def test_of_what_has_been_learned_it_matters_which_half_is_cut():
    half = np.arange(128)
    assert after_cutting(np.arange(256)) > 0.97
    assert after_cutting(half) > 0.85 > 0.75 > after_cutting(half + 128)


def test_the_sparse_layer_says_so_and_no_more():
    text = " ".join(registry.find("layers", "sparse_dense").explanation().split())
    assert "Often most connections turn out to be dispensable." in text
    assert "it matters which." not in text  # random ones that were never there do as well
    assert "does not miss what was never there" in text
    assert "dispensable" not in registry.find("layers", "dense").explanation()


# Embedding


def apart(weights: np.ndarray, rows: list[int]) -> float:
    """The mean distance of rows from each other."""
    chosen = weights[rows]
    distances = np.linalg.norm(chosen[:, None] - chosen[None], axis=-1)
    return float(distances[np.triu_indices(len(rows), 1)].mean())


@functools.cache
def moved(std: float) -> tuple[float, float]:
    """By how much the countries, which the answer depends on, and the filler words, of which it does not matter which
    one comes, have changed their distances from each other."""
    start = {"kind": "normal", "std": std}
    layers = [
        {"kind": "embedding", "name": "e", "units": 8, "initializer": start},
        {"kind": "gru", "name": "h1", "units": 16, "keep_bias": 2.0},
    ]
    experiment = replace_all(preset("sentence"), (("layers", layers), ("data.fillers", 4)))
    session = Session(experiment)
    words = session.experiment.data.symbols()  # type: ignore[attr-defined]
    before = session.parameters()["e.weight"].copy()
    session.advance(150)
    after = session.parameters()["e.weight"]
    countries, fillers = [0, 1, 2, 3], [words.index(word) for word in FILLERS]
    return tuple(apart(after, rows) / apart(before, rows) for rows in (countries, fillers))  # type: ignore[return-value]


@pytest.mark.slow
def test_symbols_that_ask_for_different_answers_move_apart_and_those_used_alike_do_not():
    countries, fillers = moved(0.1)
    assert countries > 2.5 and 0.7 < fillers < 1.4


@pytest.mark.slow
def test_where_they_began_far_apart_symbols_that_are_used_alike_do_not_come_to_lie_side_by_side():
    assert moved(1.0)[1] > 0.8
    text = " ".join(registry.find("layers", "embedding").explanation().split())
    assert "side by side" not in text and "about as near to each other as they began" in text


# Batch normalization


def deep(kind: str, rate: float, normalization: str, count: int = 2) -> list[float]:
    """The training losses of six layers of eight units after 300 updates, from several starts."""
    layers = [layer(8, kind, f"h{number}", normalization=normalization) for number in range(1, 7)]
    descent = {"kind": "sgd", "lr": rate}
    edits = ("layers", layers), ("optimizer", descent), ("stop.updates", 300), ("batch_size", 25)
    return [run.last["train.loss"] for run in starts(preset("circle", *edits), count)]


@pytest.mark.slow
def test_deep_sigmoid_nets_learn_faster_with_batch_normalization():
    assert max(deep("sigmoid", 0.3, "batch")) < 0.4 < 0.65 < min(deep("sigmoid", 0.3, "none"))


@pytest.mark.slow
def test_deep_nets_take_larger_rates_with_batch_normalization_and_do_not_always_learn_faster():
    large = {kind: sorted(deep("relu", 1.0, kind, 5)) for kind in ("batch", "none")}
    assert large["batch"][-1] < 0.2 < 0.5 < large["none"][2]
    usual = {kind: sorted(deep("tanh", 0.1, kind, 3)) for kind in ("batch", "none")}
    assert usual["none"][1] < usual["batch"][1]
    assert "Deep nets often learn faster" in registry.find("layers", "batch_norm").explanation()
