"""How two players are trained, against plain loops: dropout in both, halves of an update, restoring, threads."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import nn

from core import random
from core.documents.edits import replace
from core.frames import RunState
from core.threads import commands
from core.threads.runner import Runner
from core.threads.step_by_player import PlayerSteps
from core.training.session import Session
from tests.building.gan_by_hand import DISCRIMINATOR, GENERATOR, game, losses_by_hand, noise, plain, vector_of
from tests.building.waiting import until

DROPPED = {"layers": [{"kind": "dense", "units": 5, "activation": "tanh", "dropout": 0.4}]}
FULL = {
    "optimizer": {"kind": "adam", "lr": 0.01}, "layers": [{"kind": "dense", "units": 4, "activation": "tanh", "dropout": 0.3}],
    "task": {"ratio": 3, "optimizer": {"kind": "adam", "lr": 0.005, "beta1": 0.5}, **DROPPED},
}  # fmt: skip


def mask(session: Session, layer: str, share: float, shape: tuple[int, int], number: int, step: int) -> torch.Tensor:
    """What is left of a layer's values in one step of an update."""
    stream = random.key(session.experiment.seeds.dropout, f"dropout {layer}", number, step)
    return torch.from_numpy((random.uniform(stream, shape[0] * shape[1]).reshape(shape) >= share) / (1 - share))


def through(net: nn.Sequential, x: torch.Tensor, kept: torch.Tensor) -> torch.Tensor:
    return net[2](net[1](net[0](x)) * kept)


def test_dropout_acts_in_both_players():
    session = Session(game(**FULL))
    first, second = plain(session.parameters(), *DISCRIMINATOR), plain(session.parameters(), *GENERATOR)
    adams = torch.optim.Adam(first.parameters(), 0.01), torch.optim.Adam(second.parameters(), 0.005, betas=(0.5, 0.999))
    measure, inputs = (
        nn.functional.binary_cross_entropy_with_logits,
        torch.from_numpy(session.prepared.x[session.prepared.train].copy()),
    )

    def made(number: int, step: int) -> torch.Tensor:
        rows = torch.from_numpy(noise(session.experiment, 20, "noise", number, step))
        return through(second, rows, mask(session, "generator.g1", 0.4, (20, 5), number, step))

    for number in range(3):
        real = inputs[torch.from_numpy(session.order(0)[20 * number : 20 * number + 20])]
        for step in range(3):
            adams[0].zero_grad()
            answers = through(
                first, torch.cat([real, made(number, step).detach()]), mask(session, "h1", 0.3, (40, 4), number, step)
            )
            measure(answers, torch.tensor([[1.0]] * 20 + [[0.0]] * 20).double()).backward()
            adams[0].step()
        adams[1].zero_grad()
        measure(
            through(first, made(number, 3), mask(session, "h1", 0.3, (20, 4), number, 3)), torch.ones(20, 1).double()
        ).backward()
        adams[1].step()
        session.advance(1)
        np.testing.assert_allclose(session.vector(), vector_of(first, second), rtol=1e-9, atol=1e-12)
    plainly = (
        plain(session.parameters(), *GENERATOR)(torch.from_numpy(session.moment().made[0].noise(7))).detach().numpy()
    )
    np.testing.assert_allclose(
        session.moment().made[0].encoded(7), plainly, rtol=1e-10
    )  # none where it is only looked at


def test_restored_and_on_threads_as_alone():
    """Adam in both players, a ratio of 3, dropout in both."""
    experiments = [replace(game(speed="max", **FULL), "seeds.weights", seed) for seed in (1, 2, 3)]
    alone = []
    for experiment in experiments:
        whole, parts = Session(experiment), Session(experiment)
        whole.advance(13)
        parts.advance(6)
        parts = Session.of(parts.snapshot())
        parts.advance(7)
        np.testing.assert_array_equal(whole.vector(), parts.vector())
        alone.append(whole.snapshot())
    runners = [Runner(replace(experiment, "stop.updates", 13)) for experiment in experiments]
    try:
        for runner in runners:
            runner.start()
            runner.send(commands.Resume())
        for runner, one in zip(runners, alone, strict=True):
            until(lambda runner=runner: runner.poll().state is RunState.finished)
            runner.send(commands.TakeSnapshot(1))
            found: list = []
            until(lambda runner=runner, found=found: found.extend(runner.poll().snapshots) or bool(found))
            np.testing.assert_array_equal(found[0][1].parameters, one.parameters)
    finally:
        for runner in runners:
            runner.close()


def test_the_first_press_moves_the_discriminator_in_the_picture_alone():
    experiment = game(optimizer={"kind": "adam", "lr": 0.02}, task={"ratio": 2, "real_target": 0.9})
    session, other = Session(experiment), Session(experiment)
    session.advance(3), other.advance(3)
    before, slots, version = session.vector(), session.learner.engine.slots(), session.course.version
    steps = PlayerSteps(session)
    first = steps.next()
    assert (first.number, first.of, first.player) == (1, 2, "discriminator")
    assert (session.updates, session.course.version) == (3, version) and np.array_equal(session.vector(), before)
    assert str(session.learner.engine.slots()) == str(slots)
    other.apply(replace(experiment, "task.learns_now", "discriminator"))
    other.advance(1)  # where the generator stands still, the half is the whole
    assert not np.array_equal(other.vector(), before)
    half = other.frame(first.frame.request)
    for name, array in half.arrays.items():
        np.testing.assert_array_equal(first.frame.arrays[name], array, err_msg=name)
    numbers = session.parameters()
    told, moved = first.losses
    assert told == pytest.approx({name: loss.item() for name, loss in losses_by_hand(session, numbers).items()})
    assert moved == pytest.approx(
        {name: loss.item() for name, loss in losses_by_hand(other, other.parameters()).items()}
    )
    second = steps.next()
    assert (second.number, second.of, second.player, second.frame, session.updates) == (0, 2, "both", None, 4)
    assert second.losses[:2] == first.losses
    assert second.losses[2] == pytest.approx(
        {name: loss.item() for name, loss in losses_by_hand(session, session.parameters()).items()}
    )
    undisturbed = Session(experiment)
    undisturbed.advance(4)
    np.testing.assert_array_equal(session.vector(), undisturbed.vector())
    assert steps.next().number == 1


@pytest.mark.parametrize("who", ["discriminator", "generator"])
def test_one_player_alone_makes_its_update_at_once(who):
    session = Session(game(task={"learns_now": who}))
    told = PlayerSteps(session).next()
    assert (told.number, told.of, told.player, session.updates) == (0, 1, who, 1)
    before, after = told.losses
    moved = {name for name in after if after[name] != before[name]}
    assert who in moved


def test_an_edit_between_the_presses_begins_anew():
    session = Session(game())
    steps = PlayerSteps(session)
    assert steps.next().number == 1
    session.apply(game(task={"ratio": 3}))
    assert steps.next().number == 1 and session.updates == 0
    assert steps.next().number == 0 and session.updates == 1
