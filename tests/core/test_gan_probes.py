"""What is drawn of two players, against plain torch: the bent grid, the push, layers of both, generated pictures."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from core.experiment import Experiment
from core.probes.boundary import GENERATED, Boundary
from core.probes.generated import Generated
from core.probes.layers import Layers
from core.probes.makes import Makes
from core.probes.warped_grid import WarpedGrid
from core.probes.weights import Weights
from core.registry import parse
from core.training.session import Session
from tests.building.experiments import small
from tests.building.gan_by_hand import DISCRIMINATOR, GENERATOR, game, losses_of, measure_of, plain

pytestmark = pytest.mark.usefixtures("kernel")

SCALED = {"inputs": {"scaling": "standardize"}}


def nets(session: Session):
    return plain(session.parameters(), *DISCRIMINATOR), plain(session.parameters(), *GENERATOR)


def raw(session: Session, encoded: torch.Tensor) -> np.ndarray:
    """Encoded samples in the data's own units."""
    encoding = session.prepared.encoding
    return encoded.detach().numpy() * encoding.scale + encoding.shift


@pytest.mark.parametrize("changes", [{}, SCALED], ids=["as they are", "standardized"])
def test_the_grid_is_a_plain_forward_pass(changes):
    session = Session(game(**changes))
    session.advance(7)
    frame, (_, second) = session.frame(WarpedGrid(lines=5, span=1.5)), nets(session)
    arrays = frame.arrays
    assert arrays["lines"].shape == (10, 61, 2) and frame.info["latent"] == 2
    for curve, axis, at in zip(arrays["lines"], arrays["axis"], arrays["at"], strict=True):
        noise = np.full((61, 2), at)
        noise[:, axis] = np.linspace(-1.5, 1.5, 61)
        np.testing.assert_allclose(curve, raw(session, second(torch.from_numpy(noise))), rtol=1e-10)
    assert arrays["at"].tolist() == [*np.linspace(-1.5, 1.5, 5)] * 2


def test_the_grid_of_other_noise():
    one = Session(game(task={"latent": 1, "noise": "uniform"})).frame(WarpedGrid())
    assert one.arrays["lines"].shape == (1, 61, 2) and one.info["span"] == 1.0
    five = Session(game(task={"latent": 5}))
    lines = five.frame(WarpedGrid(lines=3)).arrays["lines"]
    noise = np.zeros((1, 5))
    noise[0, :2] = -2, 2  # the beginning of the last curve along the first number
    np.testing.assert_allclose(lines[2, 0], raw(five, nets(five)[1](torch.from_numpy(noise)))[0], rtol=1e-10)
    for experiment in (small(), Experiment.parse({"data": "digits", "task": "gan"})):
        assert "GAN on points" in Session(experiment).frame(WarpedGrid()).info["problem"]


@pytest.mark.parametrize("loss", ["cross_entropy", "mean_squared"])
@pytest.mark.parametrize("changes", [{}, SCALED], ids=["as they are", "standardized"])
def test_the_push_is_downhill_by_autograd(loss, changes):
    session = Session(game(loss=loss, output={"activation": "linear"}, **changes))
    session.advance(7)
    arrays, (first, second) = session.frame(Boundary(resolution=3)).arrays, nets(session)
    made = arrays["points"][arrays["y"] == 0]
    np.testing.assert_allclose(
        made, raw(session, second(torch.from_numpy(session.moment().made[0].noise(GENERATED)))), rtol=1e-10
    )
    places = torch.from_numpy(made.copy()).requires_grad_(True)
    encoding = session.prepared.encoding
    judged = first((places - torch.from_numpy(encoding.shift)) / torch.from_numpy(encoding.scale))
    measure_of(session)(judged, torch.ones_like(judged), reduction="sum").backward()
    np.testing.assert_allclose(arrays["push"], -places.grad.numpy(), rtol=1e-9, atol=1e-14)
    turned = session.frame(Boundary(resolution=3, x="x₂", y="x₁")).arrays
    np.testing.assert_array_equal(turned["push"], arrays["push"][:, ::-1])


def test_layers_of_both_players_are_those_of_a_plain_net():
    session = Session(game(task={"real_target": 0.9}))
    session.advance(7)
    frame = session.frame(Layers(bins=6))
    assert (frame.info["layers"], frame.info["makers"], frame.info["own"]) == (("h1", "output"), {"G": GENERATOR}, "D")
    train, players = session.prepared.train, nets(session)
    losses = losses_of(session, *players, train)
    noise = torch.from_numpy(session.moment().made[0].noise(len(train)))
    made = players[1](noise)
    seen = torch.cat([torch.from_numpy(session.prepared.x[train].copy()), made])
    for player, inputs, net, names in (
        ("discriminator", seen, players[0], DISCRIMINATOR),
        ("generator", noise, players[1], GENERATOR),
    ):
        slopes = torch.autograd.grad(losses[player], list(net.parameters()), retain_graph=True)
        for number, name in enumerate(names):
            values = net[: 2 * number + 2](inputs).detach().numpy()
            for quantity, numbers in (
                ("weights", net[2 * number].weight.detach()),
                ("gradients", slopes[2 * number]),
                ("activations", values),
            ):
                numbers, edges = np.asarray(numbers), frame.arrays[f"{name}.{quantity}.edges"]
                assert edges[[0, -1]] == pytest.approx([numbers.min(), numbers.max()], rel=1e-8), (name, quantity)
                assert frame.arrays[f"{name}.{quantity}.counts"].sum() == numbers.size
            assert frame.arrays[f"{name}.dead"].shape == (values.shape[1],)


def test_a_dead_unit_of_the_generator_is_named():
    session = Session(game(task={"layers": [{"kind": "dense", "units": 3, "activation": "relu"}]}))
    session.load_parameters({"generator.g1.bias": np.array([0.0, -100.0, 0.0])})
    assert any(
        "In the generator's hidden layer, 1 of 3 units (2) is dead" in sentence
        for sentence in session.frame(Layers()).info["sentences"]
    )


def test_weights_name_the_generators_layers():
    frame = Session(game()).frame(Weights())
    assert frame.info["makers"] == GENERATOR and "generator.g1.weight" in frame.arrays
    assert Session(small()).frame(Weights()).info["makers"] == ()


DIGITS = {
    "data": {"kind": "digits", "samples": 200}, "dtype": "float64", "batch_size": 20,
    "task": {"kind": "gan", "latent": 3, "activation": "sigmoid", "layers": [{"kind": "dense", "units": 8, "activation": "tanh"}]},
    "layers": [{"kind": "dense", "units": 6, "activation": "tanh"}], "optimizer": "adam",
}  # fmt: skip


def test_generated_pictures_stand_beside_their_nearest():
    session = Session(Experiment.parse(DIGITS))
    session.advance(10)
    frame = session.frame(Generated(count=6, axes=(1, 2), at=(0.5, -1.0), sheet=(4, 3)))
    arrays, (first, second) = frame.arrays, nets(session)
    made = torch.sigmoid(second(torch.from_numpy(session.moment().made[0].noise(6)))).detach()
    np.testing.assert_allclose(arrays["pictures"], made.numpy().reshape(6, 8, 8, 1), rtol=1e-10)
    np.testing.assert_allclose(arrays["certainty"], torch.sigmoid(first(made)).detach().numpy()[:, 0], rtol=1e-10)
    prepared = session.prepared
    for number, picture in enumerate(made.numpy()):
        distances = [np.sqrt(np.mean((picture - prepared.x[sample]) ** 2)) for sample in prepared.train]
        assert arrays["real"][number] == prepared.train[int(np.argmin(distances))]
        assert arrays["distance"][number] == pytest.approx(min(distances))
    np.testing.assert_array_equal(arrays["nearest"], prepared.x[arrays["real"]].reshape(6, 8, 8, 1))
    digits = Session(Experiment.parse(DIGITS | {"task": "classes"})).prepared.table
    np.testing.assert_array_equal(arrays["y"], digits.y[arrays["real"]])
    assert frame.info["classes"] == digits.classes and frame.info["axes"] == (1, 2)
    walk = torch.tensor(
        [[0.0, 0.5, -1.0], [0.0, -1.5, -4 / 3], [0.0, 1.5, 4 / 3]]
    ).double()  # there, the first and the last of the sheet
    drawn = torch.sigmoid(second(walk)).detach().numpy().reshape(3, 8, 8, 1)
    assert arrays["sheet"].shape == (3, 4, 8, 8, 1)
    for found, wanted in zip((arrays["drawn"], arrays["sheet"][0, 0], arrays["sheet"][2, 3]), drawn, strict=True):
        np.testing.assert_allclose(found, wanted, rtol=1e-6)


def test_walks_that_ask_for_noise_that_is_not_there():
    one = Session(Experiment.parse(DIGITS | {"task": DIGITS["task"] | {"latent": 1, "noise": "uniform"}})).frame(
        Generated(count=1, at=(9.0, 9.0), sheet=(2, 2))
    )
    assert (
        one.info["axes"] == (0,)
        and one.arrays["at"].tolist() == [1.0, 1.0]
        and one.arrays["sheet"].shape == (2, 2, 8, 8, 1)
    )
    assert Session(Experiment.parse(DIGITS)).frame(Generated(axes=(7, 2))).info["axes"] == (2, 0)
    assert "problem" in Session(game()).frame(Generated()).info and not Session(game()).frame(Generated()).arrays


def test_pixels_are_pushed_downhill_by_autograd():
    session = Session(Experiment.parse(DIGITS))
    session.advance(10)
    arrays, (first, _) = session.frame(Generated(count=5, push=True)).arrays, nets(session)
    pixels = torch.from_numpy(arrays["pictures"].reshape(5, 64).copy()).requires_grad_(True)
    judged = first(pixels)
    torch.nn.functional.binary_cross_entropy_with_logits(judged, torch.ones_like(judged), reduction="sum").backward()
    np.testing.assert_allclose(arrays["push"], -pixels.grad.numpy().reshape(5, 8, 8, 1), rtol=1e-9, atol=1e-14)
    assert "push" not in session.frame(Generated(count=5)).arrays


def test_what_a_unit_makes_is_the_picture_less_the_one_without_it():
    session = Session(Experiment.parse(DIGITS))
    session.advance(10)
    arrays, (_, second) = session.frame(Makes(layer="generator.g1", unit=3, made=2)).arrays, nets(session)
    noise = torch.from_numpy(session.moment().made[0].noise(24)[2:3])
    values = second[:2](noise)
    values[:, 3] = 0
    for name, wanted in (("with", second(noise)), ("without", second[2:](values))):
        np.testing.assert_allclose(arrays[name], torch.sigmoid(wanted).detach().numpy().reshape(8, 8, 1), rtol=1e-9)
    np.testing.assert_allclose(arrays["change"], arrays["with"] - arrays["without"])
    assert "problem" in session.frame(Makes(layer="generator.g9")).info and not session.frame(Makes(layer="h1")).arrays


def test_kernels_of_the_generators_transposed_convolutions_are_given():
    layers = [
        {"kind": "dense", "units": 32},
        {"kind": "reshape", "to": "8 × 2 × 2"},
        {"kind": "conv_transpose2d", "channels": 3, "kernel": 4, "stride": 2, "padding": 1},
    ]
    session = Session(Experiment.parse(DIGITS | {"task": DIGITS["task"] | {"layers": layers}}))
    arrays = session.frame(parse("probes", "feature_maps")).arrays
    assert arrays["generator.g3.kernels"].shape == (3, 8, 4, 4)
    np.testing.assert_array_equal(
        arrays["generator.g3.kernels"][2, 5], session.parameters()["generator.g3.weight"][5, 2]
    )
