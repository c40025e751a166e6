"""What help and tool-tips claim of nets, tried: a case where it holds, and for what was said too broadly the case in
which it does not, with the words that say so now."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from core import registry
from core.documents.edits import replace
from core.experiment import Experiment
from core.families import Activation, Initializer, Layer, Optimizer
from core.training.session import Session
from tests.building.experiments import layer, small
from tests.building.places import PRESETS, ROOT
from tests.building.presets import preset, starts, to_the_end

pytestmark = pytest.mark.usefixtures("kernel")

# family, kind, words that are said, words that would be false
SAID = [
    ("initializers", "constant", "or switching off at random", "stay alike for ever"),
    ("initializers", "orthogonal", "linear units", "signals keep their size even through"),
    ("activations", "relu", "gets no gradient any more", "answers 0 for ever"),
    ("activations", "sigmoid", "unless large weights make up for them", "make gradients vanish."),
    ("activations", "step", "a threshold θ on the inputs is a bias b = −θ", "b = θ"),
    ("activations", "tanh", "need not lie between 0 and 1", "always learns faster"),
    ("datasets", "rings", "between the innermost and the outermost", "Every ring but the innermost"),
    ("layers", "global_pool", "at the edges", "see is the same."),
    ("layers", "residual", "only the activation at its end", "pass unchanged"),
    ("layers", "residual_dense", "only the activation at its end", "pass unchanged"),
    ("layers", "rnn", "the harder to learn the farther back", "hardly ever learned"),
    ("layers", "batch_norm", "often learn faster", "Deep nets learn faster"),
    ("optimizers", "adagrad", "divided by only ever grows", "Steps only ever shrink"),
    ("optimizers", "adamax", "counts in full", "remembered longer"),
    ("schedules", "constant", "Where samples disagree", "With mini-batches the weights then keep trembling"),
    ("rules", "gradient", "Backpropagation computes the gradient of the loss, the optimizer changes the weights", "trains"),
    ("tasks", "classes", "A lower loss need not mean a higher accuracy", "surer is better"),
    ("schedules", "plateau", "the test part drives nothing", "test loss"),
]  # fmt: skip


@pytest.mark.parametrize(("family", "kind", "said", "not_said"), SAID, ids=[f"{row[0]} {row[1]}" for row in SAID])
def test_the_help_says_what_holds_and_no_more(family, kind, said, not_said):
    text = registry.find(family, kind).explanation()
    assert said in text and not_said not in text


# Starting weights

ALIKE = {"initializer": {"kind": "constant", "value": 0.3}}


@pytest.mark.parametrize(("dropout", "alike"), [(0.0, True), (0.4, False)])
def test_units_that_start_alike_stay_so_unless_some_are_switched_off_at_random(dropout, alike):
    hidden = layer(6, dropout=dropout, **ALIKE)
    session = Session(small(layers=[hidden], output={"initializer": {"kind": "constant", "value": 0.3}}))
    session.advance(200)
    weights = session.parameters()["h1.weight"]
    assert bool(np.ptp(weights, axis=0).max() < 1e-9) is alike


@pytest.mark.parametrize(("kind", "keeps"), [("linear", True), ("tanh", False)])
def test_rotations_keep_the_size_of_signals_through_linear_units_only(kind, keeps):
    start, shape = registry.read(Initializer, "orthogonal"), registry.read(Activation, kind)
    x = np.linspace(-1.0, 1.0, 16)
    size = np.linalg.norm(x)
    for number in range(30):
        x = shape.value(start.draw((16, 16), 16, 16, number) @ x)
    assert bool(abs(np.linalg.norm(x) / size - 1) < 1e-6) is keeps


# Activations


def slope_through(kind: str, weight: float, bias: float, layers: int = 8) -> float:
    """By how much a first sum moves the last value of a chain of single units."""
    unit, value, slope = registry.read(Activation, kind), 0.5, 1.0
    for _ in range(layers):
        total = np.array([weight * value + bias])
        slope *= weight * float(unit.slope(total)[0])
        value = float(unit.value(total)[0])
    return slope


def test_gradients_vanish_through_sigmoids_unless_the_weights_are_large():
    assert slope_through("sigmoid", 1.0, 0.0) < 1e-4 < 1.0 < slope_through("sigmoid", 8.0, -4.0)
    assert slope_through("relu", 1.0, 0.0) == 1.0


def dead_unit(**changes) -> Session:
    """One unit that answers, and one whose sum is just below 0 for every sample."""
    session = Session(small(data={"kind": "truth", "gate": "or"}, layers=[layer(2, "relu")], batch_size="all", **changes))  # fmt: skip
    session.load_parameters({"h1.weight": np.array([[0.5, 0.5], [-0.1, -0.1]]), "h1.bias": np.array([0.1, -0.01])})
    return session


def test_a_dead_unit_gets_no_gradient_of_its_own():
    session = dead_unit()
    session.advance(500)
    assert session.parameters()["h1.weight"][1].tolist() == [-0.1, -0.1]
    assert session.parameters()["h1.weight"][0].tolist() != [0.5, 0.5]


def test_a_dead_unit_wakes_when_what_lies_below_it_moves():
    layers = [layer(1, "relu"), layer(2, "relu", "h2")]
    data = {"kind": "truth", "gate": "or"}
    session = Session(small(data=data, layers=layers, batch_size="all", optimizer={"kind": "sgd", "lr": 0.5}))
    session.load_parameters(
        {
            "h1.weight": np.array([[0.5, 0.5]]), "h1.bias": np.array([0.0]),
            "h2.weight": np.array([[1.0], [1.0]]), "h2.bias": np.array([0.0, -1.1]),
            "output.weight": np.array([[1.0, 1.0]]), "output.bias": np.array([-0.2]),
        }
    )  # fmt: skip
    before = session.parameters()["h2.bias"][1]
    assert (0.5 * np.array([0, 1, 1, 2]) - 1.1 < 0).all()  # dead at first
    session.advance(300)
    assert session.parameters()["h2.bias"][1] != before


DIPS = [("gelu", -0.75, -0.17), ("silu", -1.28, -0.28), ("mish", -1.19, -0.31), ("hard_swish", -1.5, -0.375)]


@pytest.mark.parametrize(("kind", "place", "depth"), DIPS, ids=[row[0] for row in DIPS])
def test_smooth_relatives_of_the_relu_dip_where_they_say(kind, place, depth):
    a = np.linspace(-8, 4, 120_001)
    values = registry.read(Activation, kind).value(a)
    assert a[values.argmin()] == pytest.approx(place, abs=0.006)
    assert values.min() == pytest.approx(depth, abs=0.005)


def test_gelus_approximation_differs_by_less_than_it_says():
    a = np.linspace(-8, 8, 100_001)
    exact, near = (registry.find("activations", "gelu")(approximate=kind) for kind in ("none", "tanh"))
    assert isinstance(exact, Activation) and isinstance(near, Activation)
    assert 0 < np.abs(exact.value(a) - near.value(a)).max() < 0.0005


def test_tanh_mostly_learns_faster_than_the_sigmoid():
    def losses(kind: str) -> list[float]:
        edits = ("layers.h1.activation.kind", kind), ("stop.updates", 300)
        return [run.last["train.loss"] for run in starts(preset("circle", *edits), 6)]

    quicker = [tanh < sigmoid for tanh, sigmoid in zip(losses("tanh"), losses("sigmoid"), strict=True)]
    assert sum(quicker) >= 4


# Layers


def test_the_way_around_passes_the_activation_and_no_weights():
    built = registry.find("layers", "residual_dense")(name="h1", units=3, activation={"kind": "relu"})
    assert isinstance(built, Layer)
    zeros = {name: torch.nn.Parameter(torch.zeros(shape)) for name, shape in built.parameters((3,)).items()}
    x = torch.tensor([[1.0, -2.0, 3.0]], requires_grad=True)
    y = built.build((3,), zeros)(x)
    y.sum().backward()
    assert x.grad is not None
    assert y.tolist() == [[1.0, 0.0, 3.0]] and x.grad.tolist() == [[1.0, 0.0, 1.0]]  # not unchanged: −2 is lost


def test_global_pooling_sees_the_same_after_a_shift_but_for_the_edges():
    pooled = registry.find("layers", "global_pool")(name="h1")
    assert isinstance(pooled, Layer)
    module, maps = pooled.build((1, 6, 6), {}), torch.zeros(1, 1, 6, 6)
    maps[0, 0, 2, 3], shifted = 5.0, torch.zeros(1, 1, 6, 6)
    shifted[..., 1:] = maps[..., :-1]
    assert module(shifted).item() == module(maps).item()
    maps[0, 0, 2, 5] = 7.0  # at the edge: it goes out
    shifted[..., 1:] = maps[..., :-1]
    assert module(shifted).item() != module(maps).item()


# Optimizers


def steps(kind: str, gradients: list[float], **more) -> list[float]:
    """The lengths of the steps that an optimizer makes of gradients of one weight."""
    weight = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimizer = registry.find("optimizers", kind)(lr=0.1, **more)
    assert isinstance(optimizer, Optimizer)
    built, found = optimizer.build([weight]), []
    for gradient in gradients:
        before, weight.grad = weight.item(), torch.tensor([gradient], dtype=torch.float64)
        built.step()
        found.append(abs(before - weight.item()))
    return found


@pytest.mark.parametrize(("kind", "more"), [("adagrad", {}), ("adam", {"amsgrad": True})])
def test_steps_may_grow_though_what_they_are_divided_by_never_falls(kind, more):
    grown = steps(kind, [1.0, 0.01, 0.01, 1.0], **more)
    assert grown[3] > grown[2]
    even = steps("adagrad", [1.0] * 4)
    assert even == sorted(even, reverse=True)  # of equal gradients they shrink
    help_of = registry.find("optimizers", "adam").model_fields["amsgrad"].description or ""
    assert "never grow again" not in help_of


def test_one_large_gradient_counts_in_full_with_adamax_and_by_a_share_with_adam():
    quiet = [1.0] * 50
    calm, shaken = (steps(kind, [*quiet, 30.0, 1.0])[-1] for kind in ("adam", "adamax"))
    assert shaken < 0.3 * 0.1 and calm > 5 * shaken


def test_with_plain_descent_l2_is_weight_decay_and_with_adam_it_is_not():
    def weights(kind: str, **more) -> np.ndarray:
        options = {"optimizer": {"kind": kind, "lr": 0.05, **more.pop("optimizer", {})}, **more}
        bare = {"layers": [layer(3, bias=False)], "output": {"bias": False}}
        session = Session(small(**bare, **options))
        session.advance(100)
        return session.vector()

    penalty = {"penalties": [{"kind": "l2", "rate": 0.1}]}
    assert weights("sgd", **penalty) == pytest.approx(weights("sgd", optimizer={"weight_decay": 0.1}), abs=1e-9)
    assert np.abs(weights("adam", **penalty) - weights("adamw", optimizer={"weight_decay": 0.1})).max() > 0.01


def test_mini_batches_tremble_only_where_samples_disagree():
    def swing(noise: float) -> float:
        plane = {
            "data": {"kind": "plane", "noise": noise, "samples": 60},
            "layers": [],
            "loss": {"kind": "mean_squared"},
        }
        session = Session(small(**plane, optimizer={"kind": "sgd", "lr": 0.01}))
        session.advance(4000)
        found = session.vector()
        session.advance(1)
        return float(np.abs(session.vector() - found).max())

    assert swing(0.0) < 1e-12 < 1e-5 < swing(0.5)


def test_the_exponential_schedule_halves_and_falls_to_a_thousandth_when_it_says():
    schedule = registry.find("schedules", "exponential")(gamma=0.999)
    assert schedule.factor(692) > 0.5 >= schedule.factor(693)
    assert schedule.factor(6904) > 0.001 >= schedule.factor(6905)


# Data


def test_only_rings_between_others_have_neighbours_on_two_sides():
    session = Session(small(data={"kind": "rings", "rings": 4, "noise": 0.0}, evaluate_every=100))
    table = session.prepared.table
    radius = np.hypot(*table.x.T)
    sides = [int((radius < radius[table.y == k].min() - 0.1).any()) + int((radius > radius[table.y == k].max() + 0.1).any()) for k in range(4)]  # fmt: skip
    assert sides == [1, 2, 2, 1]


@pytest.mark.parametrize(("waves", "past", "noise", "exact"), [(2, 4, 0.0, True), (2, 3, 0.0, False), (2, 4, 0.1, False)])  # fmt: skip
def test_two_values_continue_a_wave_and_four_two_of_them_without_noise(waves, past, noise, exact):
    data = registry.find("datasets", "sines")(waves=waves, steps=past, noise=noise, samples=300)
    session = Session(small(data=data, layers=[], loss={"kind": "mean_squared"}))
    prepared = session.prepared
    x, y = prepared.x.reshape(len(prepared.x), -1), prepared.targets
    rest = y - x @ np.linalg.lstsq(x, y, rcond=None)[0]
    assert (float(np.abs(rest).max()) < 1e-6) is exact


def test_what_is_said_of_the_wines_numbers_and_of_the_storys_length():
    rows = np.genfromtxt(ROOT / "resources/data/wine.csv", delimiter=",", names=True, dtype=None, encoding="utf-8")
    assert max(rows["proline"]) == 1680 and max(rows["hue"]) == pytest.approx(1.7, abs=0.02)
    assert 8_000 < len((ROOT / "resources/data/lighthouse.txt").read_text("utf-8")) < 14_000


def test_without_standardization_the_wines_units_are_saturated_and_nothing_is_learned():
    raw = Session(replace(Experiment.load(PRESETS / "wine.toml"), "inputs.scaling", "none"))
    raw.advance(500)
    prepared, guess = raw.prepared, raw.baselines["test.baseline"]
    values = raw.learner.trace(prepared.x[prepared.part("train")])["h1"][1]
    assert (np.abs(values) > 0.99).mean() > 0.9
    assert raw.last["test.accuracy"] == pytest.approx(guess, abs=0.02)
    assert to_the_end("wine").last["test.accuracy"] > guess + 0.3
    assert "crawls" not in (PRESETS / "wine.toml").read_text("utf-8")
