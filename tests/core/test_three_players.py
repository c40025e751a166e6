"""A task of three players that stands in this file alone trains, is probed, drawn and restored: two painters, and a
judge who tells real points from those of both."""

from __future__ import annotations

import dataclasses
import math
from typing import ClassVar, Literal

import numpy as np
import pytest
import torch
from torch import nn

from app.network.player_words import turn_sentence
from app.panels.layer_edits import added, stem_of
from app.views.curves.view import LossView
from app.views.network.view import NetworkView
from app.views.surface.view import SurfaceView
from core import registry
from core.datasets.cloud import Cloud
from core.engines.generation import noise
from core.experiment import Experiment
from core.families import NOISE, SAMPLES, Loss, Player, Posed, Shape, Table, imitators, makers_words
from core.frames import RunState, Update
from core.layers.dense import Dense
from core.networks.blueprint import players_of
from core.networks.players import own
from core.registry import parse
from core.tasks.classes import Classes
from core.threads.step_by_player import EVERYBODY, PlayerSteps
from core.training.session import Session
from tests.building.telling import telling

JUDGE, LEFT, RIGHT = NAMES = "judge", "left", "right"
SGD = {"kind": "sgd", "lr": 0.1}
LAYERS = {JUDGE: ("h1", "output"), LEFT: ("left.p1", "left.output"), RIGHT: ("right.p1", "right.output")}


class Trio(Classes):
    """Two painters make points out of noise, a judge tells real ones from theirs."""

    label = "Trio"
    makes_samples: ClassVar[bool] = True
    kind: Literal["trio"] = "trio"

    def players(self, own: Player, shape: Shape) -> tuple[Player, ...]:
        judge = dataclasses.replace(own, name=JUDGE, short="J", steps=2, sees=(SAMPLES, LEFT, RIGHT), scored=False)
        return judge, self._painter(LEFT, "L", shape, 5), self._painter(RIGHT, "R", shape, 3)

    def _painter(self, name: str, short: str, shape: Shape, units: int) -> Player:
        hidden, last = Dense(name="p1", units=units), Dense(name="output", units=math.prod(shape), activation="linear")
        return Player(
            name, (2,), (hidden, last), registry.parse("optimizers", SGD), sees=(NOISE,), judges=(JUDGE,),
            noise="normal", prefix=f"{name}.", short=short, measure=f"{name}_loss", scored=False,
        )  # fmt: skip

    def relabel(self, table: Table) -> Table:
        return dataclasses.replace(table, y=np.ones(len(table.x), dtype=np.int64), classes=("painted", "real"))

    def pose(self, samples: Posed, seed: int) -> Posed:
        return Posed(samples.x, samples.shape, samples.targets[:, -1:])

    def wanted(self, player: str, loss: Loss, samples: int) -> np.ndarray:
        return np.repeat([1.0, 0.0, 0.0] if player == JUDGE else [1.0], samples)[:, None]


class Figure(Cloud):
    """Points for the trio."""

    label = "Figure"
    kind: Literal["figure"] = "figure"

    @property
    def task(self) -> str:
        return "trio"


@pytest.fixture(autouse=True)
def trio(monkeypatch):
    monkeypatch.setitem(registry.family("tasks"), "trio", Trio)
    monkeypatch.setitem(registry.family("datasets"), "figure", Figure)


def experiment(**changes) -> Experiment:
    settings = {
        "data": {"kind": "figure", "samples": 100}, "task": {"kind": "trio"}, "dtype": "float64", "batch_size": 20,
        "layers": [{"kind": "dense", "units": 4, "activation": "tanh"}], "optimizer": {"kind": "sgd", "lr": 0.2},
        "evaluate_every": 5,
    }  # fmt: skip
    return Experiment.parse(settings | changes)


def nets(numbers: dict[str, np.ndarray]) -> dict[str, nn.Sequential]:
    """The three networks as torch's own."""
    found = {}
    for player, layers in LAYERS.items():
        modules: list[nn.Module] = []
        for name in layers:
            weight, bias = torch.from_numpy(numbers[f"{name}.weight"]), torch.from_numpy(numbers[f"{name}.bias"])
            linear = nn.Linear(weight.shape[1], weight.shape[0]).double()
            linear.weight.data, linear.bias.data = weight.clone(), bias.clone()
            modules += [linear, nn.Tanh()]
        found[player] = nn.Sequential(*modules[:-1])
    return found


def vector_of(found: dict[str, nn.Sequential]) -> np.ndarray:
    return torch.cat([number.detach().reshape(-1) for net in found.values() for number in net.parameters()]).numpy()


def cost(outputs: torch.Tensor, *targets: float) -> torch.Tensor:
    wanted = torch.tensor(targets, dtype=torch.float64).repeat_interleave(len(outputs) // len(targets))[:, None]
    return nn.functional.binary_cross_entropy_with_logits(outputs, wanted)


def losses_by_hand(session: Session, samples: np.ndarray) -> dict[str, float]:
    """Every player's loss on samples of the table and the noise that stands beside them."""
    found = nets(session.parameters())
    rows = torch.from_numpy(session.moment().made[0].noise(len(session.prepared.table.x))[samples])
    real, left, right = torch.from_numpy(session.prepared.x[samples].copy()), found[LEFT](rows), found[RIGHT](rows)
    judge = found[JUDGE]
    return {
        JUDGE: cost(judge(torch.cat([real, left, right])), 1.0, 0.0, 0.0).item(),
        LEFT: cost(judge(left), 1.0).item(),
        RIGHT: cost(judge(right), 1.0).item(),
    }


def test_the_players_are_called_by_their_own_names():
    made = experiment()
    assert makers_words(players_of(made)) == "the left and the right"
    assert makers_words(players_of(Experiment())) == "the network"
    assert stem_of(made, "layers") == stem_of(made, "task.painters") == "h"


def test_the_layers_of_another_player_are_called_by_its_stem():
    made = Experiment.parse({"data": {"kind": "cloud"}, "task": {"kind": "gan", "layers": []}})
    assert [added((), stem_of(made, path))[0].name for path in ("layers", "task.layers")] == ["h1", "g1"]


def test_what_can_be_imitated_fits_every_task_that_imitates(monkeypatch):
    class Copies(Trio):
        """Trio, that says what it does."""

        label = "Copies"
        imitates: ClassVar[bool] = True
        kind: Literal["copies"] = "copies"

    monkeypatch.setitem(registry.family("tasks"), "copies", Copies)
    assert imitators() == {"gan": "GAN", "copies": "Copies"}
    for data in ("digits", "points"):
        assert registry.parse("datasets", data).tasks[-2:] == ("gan", "copies")


def test_updates_are_those_of_three_plain_nets_in_turn():
    session = Session(experiment())
    players = session.learner.blueprint.players
    found = nets(session.parameters())
    optimizers = {
        player.name: torch.optim.SGD(found[player.name].parameters(), player.optimizer.lr) for player in players
    }
    for number in range(3):
        real = torch.from_numpy(session.prepared.x[session.learner.coming_batch(session.course.state.cursor)].copy())

        def made(painter: str, step: int, number: int = number) -> torch.Tensor:
            return found[painter](torch.from_numpy(noise(session.experiment, players[1], 20, "noise", number, step)))

        for step in (0, 1):
            seen = torch.cat([real, made(LEFT, step), made(RIGHT, step)]).detach()
            turn(optimizers[JUDGE], cost(found[JUDGE](seen), 1.0, 0.0, 0.0))
        turn(optimizers[LEFT], cost(found[JUDGE](made(LEFT, 2)), 1.0))
        turn(optimizers[RIGHT], cost(found[JUDGE](made(RIGHT, 3)), 1.0))
        session.advance(1)
        np.testing.assert_allclose(session.vector(), vector_of(found), rtol=1e-10, atol=1e-12)


def turn(optimizer: torch.optim.Optimizer, loss: torch.Tensor) -> None:
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()


def test_figures_name_the_loss_of_each():
    session = Session(experiment())
    session.advance(5)
    for part in ("train", "test"):
        by_hand = losses_by_hand(session, session.prepared.part(part))
        figures = session.evaluate()
        told = [figures[f"{part}.{name}"] for name in ("loss", "left_loss", "right_loss")]
        assert told == pytest.approx([by_hand[name] for name in NAMES], rel=1e-9)


@pytest.mark.parametrize("optimizer", ["sgd", "adam"])
def test_a_restored_run_is_one_that_was_never_interrupted(optimizer):
    made = experiment(optimizer={"kind": optimizer, "lr": 0.05})
    whole, first = Session(made), Session(made)
    whole.advance(12)
    first.advance(7)
    second = Session.of(first.snapshot())
    second.advance(5)
    np.testing.assert_array_equal(second.vector(), whole.vector())
    assert second.evaluate() == whole.evaluate()


def test_the_turns_of_an_update_are_told_one_after_the_other():
    session, plainly = Session(experiment()), Session(experiment())
    steps = PlayerSteps(session)
    first, second, third = steps.next(), steps.next(), steps.next()
    assert [(step.number, step.of, step.player) for step in (first, second, third)] == [
        (1, 3, JUDGE), (2, 3, LEFT), (0, 3, EVERYBODY),
    ]  # fmt: skip
    plainly.advance(1)
    np.testing.assert_array_equal(session.vector(), plainly.vector())
    before, *_, after = third.losses
    start = Session(experiment())
    assert before == pytest.approx(losses_by_hand(start, start.prepared.train))
    assert after == pytest.approx(losses_by_hand(session, session.prepared.train))
    assert "Step again: L moves" in turn_sentence(first) and "R moves" in turn_sentence(second)
    assert turn_sentence(third).startswith("R has moved")


@pytest.mark.parametrize("player", NAMES)
def test_a_surface_of_each_moves_its_weights_alone(player):
    session = Session(experiment())
    session.advance(4)
    frame = session.frame(parse("probes", {"kind": "surface", "player": player, "plane": "random", "resolution": 5}))
    arrays, where = frame.arrays, own(session.learner.network.slots, player)
    others = np.ones(len(session.vector()), bool)
    others[where] = False
    assert frame.info["problem"] == "" and frame.info["player"] == player
    assert not arrays["u"][others].any() and arrays["u"][where].any()
    assert arrays["loss"][2, 2] == pytest.approx(losses_by_hand(session, session.prepared.train)[player])
    refused = session.frame(parse("probes", {"kind": "surface", "player": "nobody"}))
    assert "judge, left, right" in refused.info["problem"]


def test_probes_show_all_three():
    session = Session(experiment())
    session.advance(2)
    weights, layers = (session.frame(parse("probes", kind)) for kind in ("weights", "layers"))
    assert {name.rpartition(".")[0] for name in weights.arrays} == {name for names in LAYERS.values() for name in names}
    assert layers.info["makers"] == {"L": LAYERS[LEFT], "R": LAYERS[RIGHT]}
    found = nets(session.parameters())
    rows = torch.from_numpy(session.moment().made[1].noise(6))
    painted = session.moment().made[1].encoded(6)
    np.testing.assert_allclose(painted, found[RIGHT](rows).detach().numpy(), rtol=1e-10)
    boundary = session.frame(parse("probes", "boundary"))
    assert (boundary.arrays["y"] == 0).sum() == 800  # 400 of each painter
    results = session.frame(parse("probes", "results"))
    assert results.arrays["confusion"].sum(axis=1).tolist() == [
        2 * len(session.prepared.test),
        len(session.prepared.test),
    ]


def update(session: Session, view) -> Update:
    """What the run tells next, with what the view asks for."""
    frames = {name: session.frame(probe) for name, probe in view.requests().items()}
    place = {"update": session.updates, "epoch": 1.0, "samples": 20 * session.updates, "seconds": 0.1}
    metrics = {name: np.array([value]) for name, value in (place | session.evaluate()).items()}
    return Update(1, RunState.paused, session.updates, 1.0, 0, 0.0, 0.0, metrics, frames, baselines=session.baselines)


def shown(qtbot, view, session: Session):
    qtbot.addWidget(view)
    view.resize(700, 480)
    view.show_experiment(session.experiment, session.prepared)
    view.show()
    telling(view)(update(session, view))
    view.grab()
    return view


def test_the_network_has_all_three_from_noise_to_real(qtbot):
    session = Session(experiment())
    view = shown(qtbot, NetworkView(), session)
    assert [column.name for column in view.columns] == [
        "noise", "left.p1", "left.output", "right.noise", "right.p1", "right.output", "h1", "output",
    ]  # fmt: skip
    assert {column.player for column in view.columns} == {"", JUDGE, LEFT, RIGHT}
    assert view.buttons.counts["layers"].words.text() == "Judge: 1 layer"


def test_the_curves_have_a_line_for_each(qtbot):
    session = Session(experiment())
    session.advance(5)
    view = shown(qtbot, LossView(), session)
    by_hand = losses_by_hand(session, session.prepared.train)
    assert [(entry.name, entry.text) for entry in view.head.entries] == [
        (name, f"{by_hand[name]:.3f}") for name in NAMES
    ]
    assert len({entry.dashes for entry in view.head.entries}) == 3


def test_the_weight_space_is_that_of_whom_a_person_chooses(qtbot):
    session = Session(experiment())
    session.advance(6)
    view = shown(qtbot, SurfaceView(), session)
    assert view.bar.player.isVisible() and view.request().player == JUDGE
    view.bar.player.choose(RIGHT)
    assert view.request().player == RIGHT
    view.show_update(update(session, view))
    view.grab()
    assert view.frame.info["player"] == RIGHT and view.frame.info["problem"] == ""
