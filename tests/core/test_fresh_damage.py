"""An autoencoder that meets other noise in every batch: what it learns from, what stays the same, and that nothing of
it is left to chance."""

from __future__ import annotations

import math
import pickle
import threading
from typing import Any

import numpy as np
import pytest
import torch

from core.arithmetic.told import Account
from core.data import noise
from core.documents.edits import replace
from core.engines.captured import reason_against_capture
from core.engines.fused.coverage import KERNEL, reason_against
from core.experiment import Experiment
from core.probes.arithmetic import Arithmetic
from core.probes.sample import Sample
from core.probes.surface import Surface
from core.training.recall import go_back, recall
from core.training.session import Session
from tests.building.states import with_experiment

pytestmark = pytest.mark.usefixtures("kernel")

SIGMA = 0.3


def noisy(**changes: Any) -> Experiment:
    """64-5-64, linear, on 120 digits of which 84 train: nine batches of nine and one of three an epoch."""
    return Experiment.parse({
        "dtype": "float64", "data": {"kind": "digits", "samples": 120}, "task": {"kind": "autoencoder", "damage": "noise", "sigma": SIGMA},
        "layers": [{"kind": "dense", "name": "code", "units": 5, "activation": {"kind": "linear"}}], "output": {"activation": {"kind": "linear"}},
        "loss": {"kind": "mean_squared"}, "optimizer": {"kind": "sgd", "lr": 0.5}, "batch_size": 9, "evaluate_every": 10,
    } | changes)  # fmt: skip


def coming(session: Session) -> tuple[np.ndarray, np.ndarray]:
    """The coming batch as it has to be: sample numbers, and the clean pictures under the noise of this update."""
    batch = session.learner.coming_batch(session.course.state.cursor)
    drawn = noise.drawn(session.experiment.seeds.batches, session.updates, len(batch), 64).astype(np.float64)
    return batch, session.prepared.targets[batch] + SIGMA * drawn


def told_of(session: Session, sample: int) -> Account:
    """A sample of the coming batch in numbers."""
    return session.frame(Arithmetic(sample=int(sample), check=False)).info["account"]


def test_the_noise_is_normal_and_a_matter_of_seed_update_and_row():
    drawn = noise.drawn(7, 3, 400, 65)
    assert drawn.shape == (400, 65) and abs(drawn.mean()) < 0.03 and drawn.std() == pytest.approx(1, abs=0.02)
    np.testing.assert_array_equal(drawn[:5], noise.drawn(7, 3, 5, 65))
    assert abs(np.corrcoef(drawn.ravel(), noise.drawn(7, 4, 400, 65).ravel())[0, 1]) < 0.03
    assert not np.array_equal(drawn, noise.drawn(8, 3, 400, 65))


def test_the_numbers_that_noise_is_drawn_of_are_those_of_the_normal_distribution():
    numbers = noise.normal_numbers().astype(np.float64)
    below = np.array([0.5 * (1.0 + math.erf(number / math.sqrt(2.0))) for number in numbers[::97]])
    np.testing.assert_allclose(below, (np.arange(noise.STEPS)[::97] + 0.5) / noise.STEPS, atol=1e-7)
    assert numbers.mean() == 0.0 and numbers.std() == pytest.approx(1, abs=1e-4)
    assert np.mean(numbers**4) == pytest.approx(3, abs=0.01) and numbers.max() == pytest.approx(4.3, abs=0.1)


@pytest.mark.parametrize(
    "changes", [{}, {"dtype": "float32"}, {"data": {"kind": "digits", "samples": 400}, "batch_size": 200}]
)
def test_the_kernel_draws_the_noise_of_the_eager_engine(changes):
    """From the same states, through short batches, chunks of one batch and epochs."""
    fused, eager = (Session(noisy(**changes, engine=engine)) for engine in ("fused", "eager"))
    assert (fused.learner.engine.name, eager.learner.engine.name) == (KERNEL, "eager PyTorch")
    single = fused.experiment.dtype == "float32"
    for updates in (1, 1, 8, 3):
        before = fused.vector().astype(np.float64)
        eager.restore(with_experiment(fused.snapshot(), eager.experiment))
        assert fused.advance(updates) == eager.advance(updates)
        step = np.abs(fused.vector() - before).max()
        np.testing.assert_allclose(fused.vector(), eager.vector(), rtol=0, atol=step * (1e-4 if single else 1e-12))


def test_an_update_is_that_of_plain_numpy_on_clean_pictures_under_its_own_noise():
    session = Session(noisy())
    for _ in range(12):  # beyond the short batch at the end of the epoch
        batch, seen = coming(session)
        before, clean = session.parameters(), session.prepared.targets[batch]
        (w, b), (v, c) = ((before[f"{name}.weight"], before[f"{name}.bias"]) for name in ("code", "output"))
        code = seen @ w.T + b
        slope = 2 * (code @ v.T + c - clean) / clean.size
        gradients = {
            "output.weight": slope.T @ code,
            "output.bias": slope.sum(0),
            "code.weight": (slope @ v).T @ seen,
            "code.bias": (slope @ v).sum(0),
        }
        session.advance(1)
        for name, after in session.parameters().items():
            np.testing.assert_allclose(after, before[name] - 0.5 * gradients[name], rtol=1e-9, atol=1e-12)


def test_the_figures_keep_their_noise():
    fresh, fixed = (
        Session(noisy()),
        Session(noisy(task={"kind": "autoencoder", "damage": "noise", "sigma": SIGMA, "fresh": False})),
    )
    np.testing.assert_array_equal(fresh.prepared.x, fixed.prepared.x)
    assert fresh.evaluate() == fixed.evaluate() == fresh.evaluate()
    fixed.advance(1)
    fresh.advance(1)
    assert not np.array_equal(fresh.vector(), fixed.vector())


def test_restored_is_never_interrupted_and_what_was_comes_back():
    session = Session(noisy())
    session.advance(13)
    stored = pickle.loads(pickle.dumps(session.snapshot()))
    session.advance(40)
    other = Session.of(stored)
    other.advance(40)
    np.testing.assert_array_equal(other.vector(), session.vector())
    np.testing.assert_array_equal(recall(session.course, 53).vector(), session.vector())
    there = recall(session.course, 31).vector()
    go_back(session, 31)
    np.testing.assert_array_equal(session.vector(), there)


def test_switched_off_and_on_in_mid_run_it_is_replayed():
    session = Session(noisy())
    for updates, fresh in ((8, False), (9, True), (10, None)):
        session.advance(updates)
        assert fresh is None or session.apply(replace(session.experiment, "task.fresh", fresh))
    np.testing.assert_array_equal(recall(session.course, 27).vector(), session.vector())


def test_three_on_threads_are_the_same_three_alone():
    experiments = [noisy(dtype="float32", seeds={"batches": seed}) for seed in (1, 2, 3)]
    together: dict[int, np.ndarray] = {}

    def train(number: int) -> None:
        session = Session(experiments[number])
        session.advance(60)
        together[number] = session.vector()

    threads = [threading.Thread(target=train, args=(number,)) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    for number, experiment in enumerate(experiments):
        alone = Session(experiment)
        alone.advance(60)
        np.testing.assert_array_equal(alone.vector(), together[number])


def test_graphs_leave_it_to_the_engine_that_draws():
    fixed = replace(noisy(), "task.fresh", False)
    assert "anew for every batch" in reason_against_capture(
        noisy(), torch.device("cuda")
    ) and not reason_against_capture(fixed, torch.device("cuda"))
    for path, value in (("task.damage", "watermark"), ("task.sigma", 0.0)):
        assert not reason_against_capture(replace(noisy(), path, value), torch.device("cuda"))
    assert not reason_against(noisy())


# What is shown of the coming batch


def test_the_coming_batch_is_shown_as_it_will_be_seen():
    session = Session(noisy())
    session.advance(4)
    batch, seen = coming(session)
    for place in (0, 2, 5):
        account = told_of(session, batch[place])
        np.testing.assert_array_equal(account.coming.samples, batch)
        np.testing.assert_allclose(account.layers[0].inputs.ravel(), seen[place], atol=1e-12)
        answer = session.learner.outputs(seen[place][None])[0]
        assert account.loss.value == pytest.approx(np.mean((answer - session.prepared.targets[batch[place]]) ** 2))
    shown = session.frame(Sample(index=int(batch[2])))
    np.testing.assert_array_equal(shown.arrays["inputs"], session.prepared.x[batch[2]])


def test_the_gradients_of_its_samples_make_the_update():
    session = Session(noisy())
    batch = session.learner.coming_batch(session.course.state.cursor)
    accounts = [told_of(session, sample) for sample in batch]
    before = session.parameters()
    session.advance(1)
    after = session.parameters()
    for told in zip(*(account.parameters for account in accounts), strict=True):
        name, mean = told[0].name, np.mean([each.share for each in told], axis=0)
        expected = before[name] - 0.5 * mean.reshape(told[0].shape)
        np.testing.assert_allclose(after.pop(name), expected, rtol=1e-9, atol=1e-12)
    assert not after


def test_the_loss_over_the_coming_batch_is_that_of_the_coming_update():
    session = Session(noisy())
    session.advance(5)
    batch, seen = coming(session)
    frame = session.frame(Surface(part="batch", plane="random", resolution=3))
    expected = np.mean((session.learner.outputs(seen) - session.prepared.targets[batch]) ** 2)
    assert frame.arrays["loss"][1, 1] == pytest.approx(expected, rel=1e-6)


@pytest.mark.usefixtures("kernel")
@pytest.mark.parametrize("first", [True, False])
def test_the_coming_step_is_the_updates_own_after_the_damage_was_switched(first):
    """The replica is the same, with other settings."""
    session = Session(replace(noisy(), "task.fresh", first))
    session.advance(2)
    session.moment(memory=True).landscape.step()
    replica = session.replica
    assert session.apply(replace(session.experiment, "task.fresh", not first))
    foreseen = session.moment(memory=True).landscape.step()
    before = session.vector().astype(np.float64)
    session.advance(1)
    np.testing.assert_allclose(session.vector() - before, foreseen, rtol=1e-5, atol=1e-8)
    assert session.replica is replica
