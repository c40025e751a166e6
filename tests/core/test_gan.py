"""Two players on one flat vector: each step is that of two plain torch nets, figures count what they say, collapse is
named."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import nn

from core.data.coverage import Coverage
from core.documents.edits import replace
from core.engines.generation import made_of
from core.experiment import Experiment
from core.messages import BadInput
from core.registry import parse
from core.threads.step_by_player import losses_of_players
from core.training.advice import advise
from core.training.session import Session
from tests.building.gan_by_hand import game, losses_by_hand, noise, plain, vector_of
from tests.building.presets import preset


@pytest.mark.parametrize("loss", ["cross_entropy", "mean_squared"])
@pytest.mark.parametrize("ratio", [1, 2])
def test_updates_are_those_of_two_plain_nets(loss, ratio):
    experiment = game(loss=loss, output={"activation": "linear"}, task={"ratio": ratio, "real_target": 0.9})
    session = Session(experiment)
    first, second = (
        plain(session.parameters(), "h1", "output"),
        plain(session.parameters(), "generator.g1", "generator.output"),
    )
    optimizers = torch.optim.SGD(first.parameters(), 0.2), torch.optim.SGD(second.parameters(), 0.1)
    measure = nn.functional.binary_cross_entropy_with_logits if loss == "cross_entropy" else nn.functional.mse_loss
    inputs = torch.from_numpy(session.prepared.x[session.prepared.train].copy())
    for number in range(3):
        places = session.order(0)[20 * number : 20 * number + 20]
        real = inputs[torch.from_numpy(places)]
        for step in range(ratio):
            made = second(torch.from_numpy(noise(experiment, 20, "noise", number, step))).detach()
            optimizers[0].zero_grad()
            answers = first(torch.cat([real, made]))
            measure(answers, torch.tensor([[0.9]] * 20 + [[0.0]] * 20, dtype=torch.float64)).backward()
            optimizers[0].step()
        optimizers[1].zero_grad()
        measure(
            first(second(torch.from_numpy(noise(experiment, 20, "noise", number, ratio)))), torch.ones(20, 1).double()
        ).backward()
        optimizers[1].step()
        session.advance(1)
        np.testing.assert_allclose(session.vector(), vector_of(first, second), rtol=1e-10, atol=1e-12)


def test_one_player_can_be_held_still():
    for who, moves in (("discriminator", (True, False)), ("generator", (False, True)), ("both", (True, True))):
        session = Session(game(task={"learns_now": who}))
        before = session.parameters()
        session.advance(3)
        after = session.parameters()
        changed = tuple(
            any(not np.array_equal(before[n], after[n]) for n in before if n.startswith("generator.") == second)
            for second in (False, True)
        )
        assert changed == moves
    assert session.apply(game(task={"learns_now": "discriminator", "ratio": 3}))  # both in mid-run


NORMAL = {"layers": [{"kind": "dense", "units": 5, "activation": "tanh", "normalization": "batch"}]}
PRUNED = {"layers": [{"kind": "sparse_dense", "units": 5, "share": 0.2, "chosen": "pruned", "first": 0, "last": 3}]}


@pytest.mark.parametrize("layers", [NORMAL, PRUNED])
@pytest.mark.parametrize("who", ["discriminator", "generator"])
def test_the_held_player_answers_exactly_as_before(who, layers):
    """Running statistics and pruning are its own too: what it says to the same numbers stays the same to the last bit;
    the other one's answers change."""
    session = Session(game(**layers, task={"learns_now": who, **layers}))
    samples = session.prepared.x[:50]
    rows = session.moment().made[0].noise(50)

    def answers() -> tuple[np.ndarray, np.ndarray]:
        return session.learner.outputs(samples), made_of(session.learner.network, "generator", rows)

    before, kept = answers(), session.learner.network.buffers_as_numpy()
    session.advance(5)
    same = tuple(np.array_equal(one, other) for one, other in zip(before, answers(), strict=True))
    assert same == ((False, True) if who == "discriminator" else (True, False))
    changed = {
        name.startswith("generator.")
        for name, array in session.learner.network.buffers_as_numpy().items()
        if not np.array_equal(array, kept[name])
    }
    assert changed == {who == "generator"}


def test_running_statistics_move_in_the_players_own_step_alone():
    """Against a count by hand: those of the generator come from the noise that it learns from, not from what the
    discriminator was shown."""
    session = Session(game(task={**NORMAL, "ratio": 2}))
    numbers, rows = session.parameters(), noise(session.experiment, 20, "noise", 0, 2)
    session.advance(1)
    mean = next(
        array
        for name, array in session.learner.network.buffers_as_numpy().items()
        if name.startswith("generator.g1") and name.endswith("mean")
    )
    sums = rows @ numbers["generator.g1.weight"].T + numbers.get("generator.g1.bias", 0.0)
    np.testing.assert_allclose(mean, 0.1 * sums.mean(axis=0), rtol=1e-9)


@pytest.mark.parametrize("second", ["nadam", "muon", "sgd"])
def test_restored_as_if_never_interrupted(second):
    experiment = game(optimizer={"kind": "adam", "lr": 0.01}, task={"optimizer": {"kind": second, "lr": 0.01}})
    one = Session(experiment)
    one.advance(7)
    restored, other = Session.of(one.snapshot()), Session(experiment)
    one.advance(6), restored.advance(6), other.advance(13)
    np.testing.assert_array_equal(one.vector(), restored.vector())
    np.testing.assert_array_equal(one.vector(), other.vector())


def test_figures_are_those_of_numpy():
    """As trained: real samples' target is 0.9; the generated ones are of the shown noise, a row for every sample of the
    part."""
    session = Session(game(task={"real_target": 0.9}))
    session.advance(5)
    second = plain(session.parameters(), "generator.g1", "generator.output")
    rows = noise(session.experiment, 100, "shown noise")
    with torch.no_grad():
        judged, made = (
            second(torch.from_numpy(numbers)).numpy()
            for numbers in (rows[session.prepared.test], noise(session.experiment, 1000, "shown noise"))
        )
    real, fake = (
        session.learner.outputs(session.prepared.x[session.prepared.test])[:, 0],
        session.learner.outputs(judged)[:, 0],
    )
    figures = session.evaluate()
    of_real = 0.9 * np.log1p(np.exp(-real)) + 0.1 * np.log1p(np.exp(real))
    assert figures["test.loss"] == pytest.approx(0.5 * (of_real.mean() + np.log1p(np.exp(fake)).mean()))
    assert figures["test.generator_loss"] == pytest.approx(np.log1p(np.exp(-fake)).mean())
    assert figures["test.accuracy"] == pytest.approx(0.5 * ((real > 0).mean() + (fake <= 0).mean()))
    distance = np.abs(np.hypot(*made.T) - 1)
    assert figures["coverage.within_3_sigma"] == pytest.approx((distance <= 0.24).mean(), abs=0.005)


@pytest.mark.parametrize("loss", ["cross_entropy", "mean_squared"])
def test_there_is_one_loss_of_each_player_on_the_screen(loss):
    """Curves, the sentence of a turn and the surface at its place: to the last digits the same numbers, and those of
    two plain nets."""
    session = Session(game(loss=loss, output={"activation": "linear"}, task={"real_target": 0.8}))
    session.advance(7)
    figures, moment = session.evaluate(), session.moment()
    curves = {"discriminator": figures["train.loss"], "generator": figures["train.generator_loss"]}
    assert losses_of_players(moment) == pytest.approx(curves, rel=1e-9)
    assert {
        player: moment.of(player).landscape.losses(moment.of(player).weights.vector()[None])[0] for player in curves
    } == pytest.approx(curves, rel=1e-9)
    assert {
        player: each.item() for player, each in losses_by_hand(session, session.parameters()).items()
    } == pytest.approx(curves, rel=1e-9)


@pytest.mark.parametrize("target", [1.0, 0.9, 0.6])
@pytest.mark.parametrize("loss", ["cross_entropy", "mean_squared"])
def test_the_equilibrium_is_the_numeric_minimum(loss, target):
    """Torch's own losses of every constant answer in turn: D has the smallest mean over both halves, G what it is
    wanted to say there."""
    session = Session(game(loss=loss, output={"activation": "linear"}, task={"real_target": target}))
    measure = {"cross_entropy": nn.functional.binary_cross_entropy_with_logits, "mean_squared": nn.functional.mse_loss}[
        loss
    ]
    says = torch.linspace(-3, 3, 60_001, dtype=torch.float64)
    one = torch.ones_like(says)
    of_discriminator = 0.5 * (measure(says, target * one, reduction="none") + measure(says, 0 * one, reduction="none"))
    best = int(of_discriminator.argmin())
    of_generator = measure(says, one, reduction="none")[best]
    for part in ("train", "test"):
        assert session.baselines[f"{part}.baseline_loss"] == pytest.approx(of_discriminator[best].item(), abs=1e-6)
        assert session.baselines[f"{part}.baseline_generator_loss"] == pytest.approx(of_generator.item(), abs=2e-4)
    half = target / 2
    derived = (
        (-half * np.log(half) - (1 - half) * np.log(1 - half), -np.log(half))
        if loss == "cross_entropy"
        else (half**2, (1 - half) ** 2)
    )
    assert (
        session.baselines["train.baseline_loss"],
        session.baselines["train.baseline_generator_loss"],
    ) == pytest.approx(derived, rel=1e-6)


def test_where_many_answers_are_best_the_generators_equilibrium_is_not_settled():
    session = Session(game(loss="hinge", output={"activation": "linear"}))
    assert (
        session.baselines["train.baseline_loss"] == pytest.approx(1.0)
        and "train.baseline_generator_loss" not in session.baselines
    )


def test_a_discriminator_that_cannot_tell_ends_in_the_equilibrium():
    """A generator whose samples are the real ones: two heaps, chosen by nothing but the noise. What is learned is the
    line, not only computed."""
    heap = {"kind": "cloud", "figure": "line", "samples": 4000, "noise": 0.0}
    session = Session(game(data=heap, batch_size=200, task={"learns_now": "discriminator", "real_target": 0.9, "latent": 1, "noise": "uniform", "layers": []},
                           optimizer={"kind": "adam", "lr": 0.01}))  # fmt: skip
    session.load_parameters(
        {"generator.output.weight": np.array([[1.2], [0.8]]), "generator.output.bias": np.zeros(2)}
    )  # the line from (−1.2, −0.8) to (1.2, 0.8)
    session.advance(150)
    figures = session.evaluate()
    assert figures["train.loss"] == pytest.approx(session.baselines["train.baseline_loss"], abs=0.003)
    assert figures["train.generator_loss"] == pytest.approx(
        session.baselines["train.baseline_generator_loss"], abs=0.03
    )


def test_another_target_moves_the_equilibrium_in_mid_run():
    session = Session(game())
    assert session.baselines["train.baseline_loss"] == pytest.approx(np.log(2))
    assert session.apply(game(task={"real_target": 0.8})) and session.baselines[
        "test.baseline_generator_loss"
    ] == pytest.approx(-np.log(0.4))


@pytest.mark.parametrize("part", ["train", "test"])
def test_results_are_of_real_and_generated_samples_and_agree_with_the_bar(part):
    session = Session(game(task={"real_target": 0.9}))
    session.advance(50)
    figures, frame = session.evaluate(), session.frame(parse("probes", {"kind": "results", "part": part}))
    real = session.learner.outputs(session.prepared.x[session.prepared.part(part)])[:, 0]
    rows = noise(session.experiment, 100, "shown noise")[session.prepared.part(part)]
    fake = session.learner.outputs(made_of(session.learner.network, "generator", rows))[:, 0]
    counted = [[(fake <= 0).sum(), (fake > 0).sum()], [(real <= 0).sum(), (real > 0).sum()]]
    np.testing.assert_array_equal(frame.arrays["confusion"], counted)
    assert (
        frame.info["figures"]["accuracy"]
        == pytest.approx(figures[f"{part}.accuracy"])
        == pytest.approx(np.trace(counted) / np.sum(counted))
    )
    assert (
        frame.arrays["loss"].mean() == pytest.approx(figures[f"{part}.loss"])
        and frame.info["labels"]["accuracy"] == "Told apart"
    )
    assert set(frame.arrays["index"][frame.arrays["y"] == 0]) == {-2} and frame.info["left_out"] == 0
    alone = session.frame(parse("probes", {"kind": "results", "part": part, "generated": False}))
    assert (alone.arrays["y"] == 1).all() and len(alone.arrays["y"]) == len(real)


def test_sectors_count_from_five_hundredths():
    data = parse("datasets", "cloud")
    angle = np.linspace(0, 2 * np.pi, 800, endpoint=False)
    ring = np.column_stack([np.cos(angle), np.sin(angle)])
    assert data.coverage(ring) == {"within_3_sigma": 1.0, "sectors": 8.0}
    assert data.coverage(ring[:200]) == {"within_3_sigma": 1.0, "sectors": 2.0}
    assert data.coverage(3 * ring) == {"within_3_sigma": 0.0, "sectors": 8.0}
    assert data.coverage(np.full((5, 2), np.nan))["sectors"] == 0


def test_the_share_that_is_reached():
    real = parse("datasets", "cloud").table(1).x
    coverage = Coverage(real)
    assert coverage.share(real[::2]) == 1.0
    assert 0.4 < coverage.share(real[real[:, 0] > 0]) < 0.65
    assert coverage.share(np.zeros((100, 2)) + real[0]) < 0.15
    assert coverage.share(np.full((5, 2), np.nan)) == coverage.classes(real) == 0.0 and not coverage.has_classes


@pytest.mark.parametrize("figure", ["line", "gaussians", "blobs", "spiral"])
def test_every_figure_covers_itself(figure):
    data = parse("datasets", {"kind": "cloud", "figure": figure, "noise": 0.05})
    found = data.coverage(data.table(1).x)
    assert found["within_3_sigma"] > 0.95


def test_a_planted_collapse_is_named_within_500_updates():
    planted = game(task={"layers": [], "latent": 1, "optimizer": {"kind": "sgd", "lr": 1e-4}})
    session = Session(planted)
    session.load_parameters(
        {"generator.output.weight": np.full((2, 1), 1e-3), "generator.output.bias": np.array([1.0, 0.0])}
    )
    assert named_at(session, 500) > 0


def named_at(session: Session, updates: int) -> int:
    """The update at which a collapse is first named, looked for as often as the window does; 0 where it is not."""
    while session.updates < updates:
        session.advance(session.experiment.evaluate_every)
        advice = advise(session.course, session.learner)
        if advice is not None:
            assert "Mode collapse" in advice.text
            return session.updates
    return 0


def test_a_generator_that_is_too_fast_collapses():
    """Learned, not planted; what it makes lies on less than all heaps, yet moves: no unit of it has died."""
    session = Session(preset("gan-collapse"))
    assert named_at(session, 500) > 0 and held(session).min() < 0.1
    before = session.moment().made[0].samples(400)
    session.advance(25)
    assert np.hypot(*(session.moment().made[0].samples(400) - before).T).mean() > 0.1


def test_the_ring_does_not_collapse_as_the_preset_opens():
    assert named_at(Session(preset("gan-ring")), 300) == 0


def held(session: Session) -> np.ndarray:
    """The share of 400 generated samples that lie on each of the three heaps, within three standard deviations of its
    middle, counted by hand."""
    made = session.moment().made[0].samples(400)
    away = np.hypot(*(made[:, None] - np.array([(-1.0, -0.7), (1.0, -0.7), (0.0, 1.0)])[None]).transpose(2, 0, 1))
    on = away.min(axis=1) <= 3 * session.experiment.data.noise
    return np.bincount(away.argmin(axis=1)[on], minlength=3) / len(made)


def looks(session: Session, updates: int, every: int) -> list[np.ndarray]:
    """What the heaps hold at every so many updates."""
    found = []
    while session.updates < updates:
        session.advance(every)
        found.append(held(session))
    return found


@pytest.mark.slow
@pytest.mark.parametrize("seed", [None, 1, 2, 3, 4, 5])
def test_collapse_is_learned_named_and_watched_and_never_named_on_the_ring(seed):
    """What the card says of six seeds: as it opens, and those of --seed 1 to 5. Most samples lie on one heap and later
    on another, and never has each a tenth."""
    session = Session(preset("gan-collapse", seed=seed))
    assert named_at(session, 500) > 0
    seen = looks(Session(preset("gan-collapse", seed=seed)), 1000, 25)
    assert len({int(shares.argmax()) for shares in seen if shares.max() >= 0.5}) >= 2
    assert max(shares.min() for shares in seen) < 0.1
    assert looks(Session(preset("gan-collapse", ("task.optimizer.lr", 0.001), seed=seed)), 1000, 1000)[-1].min() >= 0.1
    assert named_at(Session(preset("gan-ring", seed=seed)), 2000) == 0


def test_what_is_not_yet_anything_is_no_collapse():
    """Grey noise of a fresh generator: all pictures alike, and like no digit."""
    session = Session(preset("gan-digits"))
    session.advance(200)
    assert session.last["coverage.share"] < 0.5 and advise(session.course, session.learner) is None


def test_the_field_and_both_kinds_of_samples_are_in_the_picture():
    session = Session(game())
    frame = session.frame(parse("probes", {"kind": "boundary", "resolution": 5}))
    assert set(frame.arrays["y"]) == {0, 1} and frame.info["classes"] == ("generated", "real")
    assert (frame.arrays["index"][frame.arrays["y"] == 0] < 0).all()
    assert len({len(frame.arrays[name]) for name in ("points", "y", "part", "index", "answered", "decided")}) == 1
    for kind in ("layers", "neurons", "results", "weights"):
        session.frame(parse("probes", kind))


def test_a_gan_can_draw_digits():
    session = Session(Experiment.parse({
        "data": {"kind": "digits", "samples": 100}, "task": {"kind": "gan", "latent": 4, "activation": "sigmoid", "layers": [{"kind": "dense", "units": 8}]},
        "layers": [{"kind": "conv2d", "channels": 2}, {"kind": "dense", "units": 4}], "optimizer": {"kind": "adam"}, "batch_size": 20,
    }))  # fmt: skip
    session.advance(5)
    assert session.prepared.outputs == 1 and np.isfinite(session.vector()).all()
    assert session.evaluate()["coverage.share"] <= 1


def test_it_survives_a_file():
    experiment = preset("gan-ring")
    assert Experiment.loads(experiment.dumps()) == experiment
    assert [layer.name for layer in game().task.layers] == ["g1"]


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"rule": {"kind": "perceptron"}}, "perceptron"),
        ({"optimizer": {"kind": "lbfgs"}}, "take turns"),
        ({"inputs": {"features": ["x1", "x2", "x1*x2"]}}, "a generator makes samples"),
    ],
)
def test_what_two_players_cannot_do_is_refused(changes, says):
    with pytest.raises(BadInput, match=says):
        game(**changes)


def test_figures_to_imitate_bring_the_game_along():
    changed = replace(
        Experiment.parse({"data": "circle", "inputs": {"features": ["x1", "x1*x2"]}}), "data.kind", "cloud"
    )
    assert (changed.task.kind, changed.loss.kind, changed.inputs.features) == ("gan", "cross_entropy", ())
    assert replace(changed, "data.kind", "circle").task.kind == "classes"
