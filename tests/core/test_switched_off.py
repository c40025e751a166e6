"""Dropout in pictures: the masks that the coming update really uses, and thinned networks, each against a loop by
hand."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch.nn import functional as F

from core import random
from core.networks import masks
from core.networks.masks import shares_of
from core.probes.switched_off import SwitchedOff
from core.probes.thinned import Thinned
from core.training.session import Session
from tests.building.experiments import layer, small
from tests.building.gan_by_hand import game
from tests.building.twins import twin

pytestmark = pytest.mark.usefixtures("kernel")
DROPPING = [layer(4, dropout=0.5), layer(3, "sigmoid", "h2", dropout=0.3)]
SHARES = {"h1": 0.5, "h2": 0.3}


def masked(network: torch.nn.Sequential, x: torch.Tensor, factors: dict[str, np.ndarray]) -> torch.Tensor:
    """The small network, layer by layer: the values of h1 and h2 times their factors."""
    x = network[1](network[0](x)) * torch.from_numpy(factors["h1"])
    x = network[3](network[2](x)) * torch.from_numpy(factors["h2"])
    return network[4](x)


def test_the_update_is_made_with_the_units_off_that_are_shown():
    session = Session(small(layers=DROPPING, batch_size=1))
    session.advance(3)
    frame = session.frame(SwitchedOff())
    assert frame.info["number"] == frame.info["of"] == 1 and frame.info["shares"] == SHARES
    network, sample = twin(session), [frame.info["sample"]]
    x, target = (torch.from_numpy(array[sample].copy()) for array in (session.prepared.x, session.prepared.targets))
    factors = {name: ~frame.arrays[f"{name}.off"] / (1 - share) for name, share in SHARES.items()}
    F.binary_cross_entropy_with_logits(masked(network, x, factors), target).backward()
    expected = np.concatenate([(p - 0.1 * p.grad).detach().numpy().ravel() for p in network.parameters()])
    session.advance(1)
    np.testing.assert_allclose(session.vector(), expected, atol=1e-12)


def test_a_sample_of_the_coming_batch_has_its_own_row():
    session = Session(small(layers=DROPPING))
    session.advance(2)
    batch = session.learner.coming_batch(session.course.state.cursor)
    rows = random.uniform(random.key(1, "dropout h1", 2), 7 * 4).reshape(7, 4) < 0.5
    for number, sample in enumerate(batch):
        frame = session.frame(SwitchedOff(index=int(sample)))
        assert (frame.info["number"], frame.info["of"], frame.info["sample"]) == (number + 1, 7, sample)
        assert np.array_equal(frame.arrays["h1.off"], rows[number])
    np.testing.assert_allclose(frame.arrays["h1.often"], rows.mean(axis=0))


def test_a_sample_outside_the_batch_has_no_mask():
    session = Session(small(layers=DROPPING))
    other = int(np.setdiff1d(session.prepared.train, session.learner.coming_batch(session.course.state.cursor))[0])
    for index in (other, int(session.prepared.test[0]), -1):
        assert session.frame(SwitchedOff(index=index)).info["number"] == 1


def test_without_dropout_nothing_is_off():
    session = Session(small(layers=[layer(4), layer(3, name="h2", dropout=0.0)]))
    frame = session.frame(SwitchedOff())
    assert not frame.arrays and frame.info["shares"] == {}
    assert "problem" in session.frame(Thinned()).info
    assert shares_of(session.experiment, session.prepared) == {}


def test_thinned_networks_are_a_loop_of_masked_passes():
    session = Session(small(layers=DROPPING))
    session.advance(4)
    frame = session.frame(Thinned(count=5, resolution=6))
    assert frame.arrays["answers"].shape == (5, 6, 6, 1) and not frame.arrays["answers"].flags.writeable
    network, axis = twin(session), np.linspace(-6, 6, 6)
    for number, answers in enumerate(frame.arrays["answers"]):
        factors = {}
        for name, units in (("h1", 4), ("h2", 3)):
            stays = random.uniform(random.key(1, f"thinned {name}", number), units) >= SHARES[name]
            factors[name] = stays / (1 - SHARES[name])
        for row, y in enumerate(axis):
            for column, x in enumerate(axis):
                out = masked(network, torch.tensor([[x, y]]), factors).detach()
                assert answers[row, column, 0] == pytest.approx(float(torch.sigmoid(out)), abs=1e-6)


def test_a_thinned_network_keeps_its_mask_from_update_to_update():
    session = Session(small(layers=DROPPING))
    pale = np.stack([session.frame(Thinned(count=3, resolution=4)).arrays["answers"] for _ in range(2)])
    assert np.array_equal(*pale)
    start = session.parameters()
    session.advance(3)
    assert not np.array_equal(session.frame(Thinned(count=3, resolution=4)).arrays["answers"], pale[0])
    session.load_parameters(start)
    assert np.array_equal(session.frame(Thinned(count=3, resolution=4)).arrays["answers"], pale[0])


@pytest.mark.parametrize("learning", ["", "generator"])
def test_each_player_has_the_units_off_that_its_own_turn_switches_off(monkeypatch, learning):
    """Against all masks that the engine draws: the discriminator's of the samples, not of what it judges, and the
    generator's of its own noise."""
    layers = [{"kind": "dense", "units": 4, "activation": "tanh", "dropout": 0.5}]
    made = [{"kind": "dense", "units": 5, "activation": "tanh", "dropout": 0.3}]
    session = Session(game(layers=layers, task={"layers": made, "ratio": 2, "learns_now": learning or "both"}))
    session.advance(2)
    batch = session.learner.coming_batch(session.course.state.cursor)
    frame = session.frame(SwitchedOff(index=int(batch[3])))
    assert frame.info["shares"] == {"h1": 0.5, "generator.g1": 0.3} and frame.info["noise"] == ("generator.g1",)
    assert (frame.info["number"], frame.info["of"]) == (4, 20)
    drawn: dict[tuple[object, ...], np.ndarray] = {}
    kept = masks.kept

    def noted(seed, name, shape, share, rows, *counters):
        drawn[name, *counters] = kept(seed, name, shape, share, rows, *counters)
        return drawn[name, *counters]

    monkeypatch.setattr(masks, "kept", noted)
    session.advance(1)
    turns = {"generator.g1": ("generator.g1", 2, 2)} | ({} if learning else {"h1": ("h1", 2, 0)})
    assert set(frame.arrays) == {f"{name}.{what}" for name in turns for what in ("off", "often")}
    for name, turn in turns.items():
        rows = ~drawn[turn][:20]
        assert np.array_equal(frame.arrays[f"{name}.off"], rows[3])
        np.testing.assert_allclose(frame.arrays[f"{name}.often"], rows.mean(axis=0))


def test_the_ghosts_of_a_discriminator_are_its_answers_with_units_off():
    layers = [{"kind": "dense", "units": 4, "activation": "tanh", "dropout": 0.5}]
    session = Session(game(layers=layers))
    session.advance(2)
    frame = session.frame(Thinned(count=2, resolution=3))
    (weight, bias), (out, last) = (
        [array.astype(float) for name, array in session.parameters().items() if name.startswith(layer)] for layer in ("h1", "output")
    )  # fmt: skip
    low_x, high_x, low_y, high_y = frame.arrays["extent"]
    grid = np.array([(x, y) for y in np.linspace(low_y, high_y, 3) for x in np.linspace(low_x, high_x, 3)])
    for number, answers in enumerate(frame.arrays["answers"]):
        stays = masks.kept(session.experiment.seeds.dropout, "h1", (4,), 0.5, 1, number, purpose="thinned")
        sums = (np.tanh(session.prepared.encode(grid) @ weight.T + bias) * stays / 0.5) @ out.T + last
        np.testing.assert_allclose(answers.reshape(-1, 1), 1 / (1 + np.exp(-sums)), rtol=1e-5)
