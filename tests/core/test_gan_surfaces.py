"""The loss surface of each of two players against the plain way: write the point into two torch nets, and compute both
losses by hand."""

from __future__ import annotations

import numpy as np
import pytest
import torch

import main as entry
from core.networks.players import own
from core.probes.surface import Surface
from core.training.session import Session
from tests.building.experiments import small
from tests.building.gan_by_hand import DISCRIMINATOR, GENERATOR, game, losses_by_hand, losses_of, named, plain
from tests.building.places import PRESETS

PLAYERS = ("discriminator", "generator")
PLANES = ("weights", "random", "pca", "gradient", "hessian", "line")
SMALL = 9


@pytest.fixture(scope="module", params=["cross_entropy", "mean_squared"])
def session(request) -> Session:
    found = Session(game(loss=request.param, output={"activation": "linear"}, task={"real_target": 0.9}))
    found.advance(20)
    return found


def _points(arrays) -> list[tuple[tuple[int, ...], np.ndarray]]:
    """Some points of the sheet: (indices, flat vector of both players)."""
    found = []
    for i in (0, 4, 8):
        for j in (0, 4, 7) if "v" in arrays else (None,):
            vector = arrays["center"] + arrays["alpha"][i] * arrays["u"]
            found.append(((i,), vector) if j is None else ((i, j), vector + arrays["beta"][j] * arrays["v"]))
    return found


@pytest.mark.parametrize("player", PLAYERS)
@pytest.mark.parametrize("plane", PLANES)
def test_every_point_is_the_players_loss_with_the_other_held_still(session, plane, player):
    frame = session.frame(Surface(plane=plane, player=player, resolution=SMALL))
    arrays, here = frame.arrays, session.vector()
    assert (frame.info["problem"], frame.info["player"]) == ("", player) and player in frame.info["metric"]
    where = own(session.learner.network.slots, player)
    others = np.ones(len(here), bool)
    others[where] = False
    for index, vector in _points(arrays):
        np.testing.assert_array_equal(vector[others], here[others])
        by_hand = losses_by_hand(session, named(session, vector))[player].item()
        assert arrays["loss"][index] == pytest.approx(by_hand, rel=1e-9), index
    assert not arrays["u"][others].any() and arrays["u"][where].any()
    assert float(arrays["ball_loss"]) == pytest.approx(
        losses_by_hand(session, named(session, here))[player].item(), rel=1e-9
    )


@pytest.mark.parametrize("player", PLAYERS)
def test_the_path_has_the_losses_of_its_own_points(session, player):
    """Each point of the path with the other player where it is now."""
    arrays, here = session.frame(Surface(plane="pca", player=player, resolution=5)).arrays, session.vector()
    path, where = session.moment().weights.path, own(session.learner.network.slots, player)
    assert len(path.vectors) > 2
    for vector, loss in zip(path.vectors, arrays["path_loss"], strict=True):
        both = here.copy()
        both[where] = vector[where]
        assert loss == pytest.approx(losses_by_hand(session, named(session, both))[player].item(), rel=1e-9)
    away = path.vectors[:, where] - path.vectors[:, where].mean(axis=0)
    _, _, directions = np.linalg.svd(away, full_matrices=False)
    assert abs(directions[0] @ arrays["u"][where]) == pytest.approx(1, abs=1e-6)


@pytest.mark.parametrize("player", PLAYERS)
def test_down_the_gradient_is_where_autograd_points(session, player):
    arrays = session.frame(Surface(plane="gradient", player=player, resolution=5)).arrays
    numbers = session.parameters()
    nets = plain(numbers, *DISCRIMINATOR), plain(numbers, *GENERATOR)
    losses_of(session, *nets, session.prepared.train)[player].backward()
    slope = torch.cat([parameter.grad.reshape(-1) for parameter in nets[PLAYERS.index(player)].parameters()]).numpy()
    np.testing.assert_allclose(
        arrays["u"][own(session.learner.network.slots, player)], -slope / np.linalg.norm(slope), rtol=1e-8, atol=1e-12
    )


@pytest.mark.parametrize("player", PLAYERS)
def test_the_curvature_is_that_of_the_players_own_numbers(session, player):
    arrays, here = (
        session.frame(Surface(plane="hessian", player=player, resolution=5)).arrays,
        torch.from_numpy(session.vector()),
    )
    where = own(session.learner.network.slots, player)

    def loss(numbers: torch.Tensor) -> torch.Tensor:
        flat = torch.cat([here[: where.start], numbers, here[where.stop :]])
        tensors = {slot.name: flat[slot.where].view(slot.shape) for slot in session.learner.network.slots}

        def net(*names):
            return lambda x: tensors_through(tensors, names, x)

        return losses_of(session, net(*DISCRIMINATOR), net(*GENERATOR), session.prepared.train)[player]

    curvature = torch.autograd.functional.hessian(loss, here[where]).numpy()
    values = np.linalg.eigvalsh(curvature)
    largest = values[np.argsort(-np.abs(values))][:2]
    np.testing.assert_allclose(arrays["eigenvalues"], largest, rtol=1e-6)


def tensors_through(tensors: dict[str, torch.Tensor], names: tuple[str, ...], x: torch.Tensor) -> torch.Tensor:
    for name in names:
        x = x @ tensors[f"{name}.weight"].T + tensors[f"{name}.bias"]
        x = x if name == names[-1] else torch.tanh(x)
    return x


def test_the_score_is_the_share_told_apart(session):
    frame = session.frame(Surface(plane="random", metric="score", resolution=5))
    arrays = frame.arrays
    assert frame.info["player"] == "discriminator" and frame.info["metric"] == "Told apart"
    vector = arrays["center"] + arrays["alpha"][1] * arrays["u"] + arrays["beta"][3] * arrays["v"]
    first, second = plain(named(session, vector), *DISCRIMINATOR), plain(named(session, vector), *GENERATOR)
    train, threshold = session.prepared.train, session.experiment.loss.threshold
    rows = session.moment().made[0].noise(len(session.prepared.table.x))[train]
    with torch.no_grad():
        real, made = first(torch.from_numpy(session.prepared.x[train].copy())), first(second(torch.from_numpy(rows)))
    told = 0.5 * ((real > threshold).double().mean() + (made <= threshold).double().mean())
    assert arrays["loss"][1, 3] == pytest.approx(told.item())


def test_a_sheet_follows_the_other_player():
    """Pinned directions, the same centre of its own; the discriminator learns on alone: what the generator stands on is
    another landscape."""
    session = Session(game(task={"learns_now": "discriminator"}))
    request = Surface(plane="random", player="generator", resolution=5)
    before = session.frame(request).arrays
    session.advance(5)
    after = session.frame(request).arrays
    where = own(session.learner.network.slots, "generator")
    np.testing.assert_array_equal(before["u"], after["u"])
    np.testing.assert_array_equal(before["center"][where], after["center"][where])
    vector = after["center"] + after["alpha"][0] * after["u"] + after["beta"][4] * after["v"]
    assert (
        after["loss"][0, 4]
        == pytest.approx(losses_by_hand(session, named(session, vector))["generator"].item(), rel=1e-9)
        != before["loss"][0, 4]
    )


def test_penalties_are_the_discriminators():
    session = Session(game(penalties=[{"kind": "l2", "rate": 0.1}]))
    session.advance(5)
    numbers = session.parameters()
    squares = sum(float(np.square(numbers[f"{name}.weight"]).sum()) for name in DISCRIMINATOR)
    bare, weighed = (
        float(session.frame(Surface(plane="random", resolution=3, penalty=penalty)).arrays["ball_loss"])
        for penalty in (False, True)
    )
    assert weighed - bare == pytest.approx(
        session.experiment.penalties[0].value(np.concatenate([numbers[f"{n}.weight"].ravel() for n in DISCRIMINATOR]))
    )
    assert weighed - bare == pytest.approx(session.evaluate()["penalty"]) and squares > 0
    generators = [
        session.frame(Surface(plane="random", player="generator", resolution=3, penalty=penalty))
        for penalty in (False, True)
    ]
    assert float(generators[0].arrays["ball_loss"]) == float(generators[1].arrays["ball_loss"])
    assert not any("penalties" in frame.info["metric"] + "".join(frame.info["notes"]) for frame in generators)


@pytest.mark.parametrize(
    "layers",
    [[{"kind": "dense", "units": 4, "normalization": "batch"}], [{"kind": "dense", "units": 4, "activation": "step"}]],
    ids=["norm", "step"],
)
def test_running_statistics_and_steps(layers):
    """What cannot be computed for many vectors at once, and what is more than parameters: as a network loaded with the
    vector evaluates it."""
    session = Session(game(task={"layers": layers}, layers=[{"kind": "dense", "units": 4, "normalization": "batch"}]))
    session.advance(5)
    arrays = session.frame(Surface(plane="random", player="generator", resolution=5)).arrays
    other = Session.of(session.snapshot())
    other.learner.write(
        slice(None), arrays["center"] + arrays["alpha"][1] * arrays["u"] + arrays["beta"][3] * arrays["v"]
    )
    train = session.prepared.train
    rows = session.moment().made[0].noise(len(session.prepared.table.x))[train]
    other.learner.network.eval()
    with torch.no_grad():
        judged = other.learner.network(other.learner.network.play("generator", torch.from_numpy(rows)))
    assert arrays["loss"][1, 3] == pytest.approx(torch.nn.functional.softplus(-judged).mean().item(), rel=1e-9)


@pytest.mark.usefixtures("kernel")
def test_what_there_is_no_surface_of(session):
    assert "no second player" in Session(small()).frame(Surface(player="generator")).info["problem"]
    assert "no score" in session.frame(Surface(player="generator", metric="score")).info["problem"]
    assert (
        "no such parameter"
        in session.frame(Surface(player="generator", at=("h1.weight[0,0]", "h1.bias[0]"))).info["problem"]
    )
    named_axes = session.frame(
        Surface(player="generator", at=("generator.g1.weight[1,0]", "generator.output.bias[1]"), resolution=3)
    ).info
    assert (named_axes["x"], named_axes["y"]) == (
        "w from noise 1 to unit 2, generator's layer 1",
        "bias of unit 2, generator's output",
    )


@pytest.mark.parametrize("player", PLAYERS)
def test_headless(player, tmp_path, capsys):
    out = tmp_path / "out.npz"
    typed = [
        "surface",
        str(PRESETS / "gan-ring.toml"),
        "--player",
        player,
        "--plane",
        "random",
        "--updates",
        "3",
        "--resolution",
        "3",
        "--out",
        str(out),
    ]
    assert entry.main(typed) == 0
    assert f"Loss of the {player}" in capsys.readouterr().out
    with np.load(out) as file:
        assert file["center"].shape == file["u"].shape and file["loss"].shape == (3, 3)
    assert entry.main(["surface", str(PRESETS / "circle.toml"), "--player", player, "--out", str(out)]) == 2
    assert "a task of several players only" in capsys.readouterr().err
    typed = [
        "surface",
        str(PRESETS / "gan-ring.toml"),
        "--player",
        "generator",
        "--at",
        "generator.g1.bias[0]",
        "generator.g1.bias[1]",
        "--resolution",
        "3",
    ]
    assert entry.main([*typed, "--out", str(out)]) == 0


@pytest.mark.parametrize("player", PLAYERS)
def test_the_gradient_by_name_is_the_players_own(session, player):
    """By the names of its own parameters, in the run's precision."""
    moment = session.moment().of(player)
    flat = moment.landscape.gradient()
    found = moment.landscape.gradients()
    assert list(found) == [slot.name for slot in moment.weights.slots] == list(moment.weights.parameters())
    assert {array.dtype for array in found.values()} == {session.vector().dtype}
    np.testing.assert_array_equal(np.concatenate([array.ravel() for array in found.values()]), flat)


def test_a_player_is_still_itself_under_the_noise_of_training(session):
    assert session.moment().of("generator").in_training().player == "generator"
