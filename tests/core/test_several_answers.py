"""Several yes-or-no answers that may be true together: loss, figures, maps and matrices, against torch and plain
loops."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch
from torch.nn import functional as F

from core import registry
from core.data.baseline import constant_outputs
from core.datasets.two_questions import RADIUS, SLANT, TwoQuestions
from core.documents.edits import replace
from core.engines.fused.coverage import reason_against
from core.experiment import Experiment
from core.losses.binary_cross_entropies import BinaryCrossEntropies
from core.messages import Refusal
from core.probes.boundary import Boundary
from core.probes.neurons import Neurons
from core.probes.results import Results
from core.tasks.answers import Answers
from core.training.session import Session
from tests.building.experiments import layer, small
from tests.building.presets import Run, preset, starts

pytestmark = pytest.mark.usefixtures("kernel")
LOSS, TASK = BinaryCrossEntropies(), Answers()
ASKED = {"data": {"kind": "two_questions", "samples": 80}, "task": {"kind": "answers"}, "layers": [layer(5)]}
SEVERAL = ASKED | {"loss": {"kind": "binary_cross_entropies"}}


@pytest.mark.parametrize("k", [1, 2, 3])
def test_the_loss_is_torchs_mean_of_binary_cross_entropies(k):
    draw = np.random.default_rng(k)
    z, y = draw.normal(size=(9, k)) * 4, draw.integers(0, 2**k, 9)
    targets = LOSS.targets(y, k)
    assert [[int(bit) for bit in row] for row in targets] == [[number >> i & 1 for i in range(k)] for number in y]
    wanted = F.binary_cross_entropy_with_logits(torch.tensor(z), torch.tensor(targets), reduction="none").mean(dim=1)
    np.testing.assert_allclose(LOSS.each(z, targets), wanted.numpy(), rtol=1e-12)
    leaf = torch.tensor(z, requires_grad=True)
    LOSS.build(leaf, torch.tensor(targets)).backward()
    np.testing.assert_allclose(LOSS.slope(z, targets) / len(z), leaf.grad.numpy(), rtol=1e-9, atol=1e-15)


def test_answers_together_are_products_and_decisions_are_made_one_by_one():
    z = np.random.default_rng(1).normal(size=(50, 3)) * 2
    p = 1 / (1 + np.exp(-z))
    together = LOSS.answers(z)
    np.testing.assert_allclose(together.sum(axis=-1), 1.0)
    for number in range(8):
        by_hand = np.prod([p[:, i] if number >> i & 1 else 1 - p[:, i] for i in range(3)], axis=0)
        np.testing.assert_allclose(together[:, number], by_hand)
    assert LOSS.decisions(z).tolist() == [sum(int(row[i] > 0.5) << i for i in range(3)) for row in p]
    assert (LOSS.decisions(z) == together.argmax(axis=-1)).all()
    np.testing.assert_allclose(LOSS.by_output(z), p)


def test_the_best_constant_is_each_answers_own_share():
    y = np.array([0, 1, 1, 3, 3, 3, 2, 1])
    targets = LOSS.targets(y, 2)
    best = constant_outputs(LOSS, targets)
    np.testing.assert_allclose(1 / (1 + np.exp(-best)), targets.mean(axis=0))
    entropy = [-(q * math.log(q) + (1 - q) * math.log(1 - q)) for q in targets.mean(axis=0)]
    assert LOSS.each(np.broadcast_to(best, targets.shape), targets).mean() == pytest.approx(np.mean(entropy))


def test_the_figures_are_those_of_a_plain_loop():
    draw = np.random.default_rng(5)
    outputs, y = draw.normal(size=(4, 30, 2)), draw.integers(0, 4, 30)
    outputs[2, 3, 1] = np.nan
    many = TASK.scores_of_many(LOSS, outputs, y)
    for number, each in enumerate(outputs):
        said = [[bool(value > 0) if value == value else None for value in row] for row in each]
        right = [
            [says == bool(truth >> i & 1) for i, says in enumerate(row)] for row, truth in zip(said, y, strict=True)
        ]
        found = TASK.scores(LOSS, each, y)
        assert found == {name: pytest.approx(figures[number]) for name, figures in many.items()}
        assert found["accuracy"] == sum(map(all, right)) / 30 and found["mistakes"] == 30 - sum(map(all, right))
        assert [found["answer1"], found["answer2"]] == [sum(row[i] for row in right) / 30 for i in range(2)]


def test_yardsticks_are_yes_or_no_for_all():
    session = Session(small(**SEVERAL))
    table, prepared = session.prepared.table, session.prepared
    found = TASK.yardsticks(LOSS, prepared, prepared.test)
    for number in range(2):
        answers = [int(y) >> number & 1 for y in table.y[prepared.train]]
        usual = sum(answers) > len(answers) / 2
        asked = [int(y) >> number & 1 for y in table.y[prepared.test]]
        assert found[f"answer{number + 1}_baseline"] == sum(one == usual for one in asked) / len(asked)


def test_the_samples_are_asked_both_questions():
    table = TwoQuestions(samples=300).table(1)
    for x, y in zip(table.x, table.y, strict=True):
        assert (y & 1, y >> 1) == (x[0] ** 2 + x[1] ** 2 < RADIUS**2, x[1] > SLANT * x[0])
    assert set(table.y) == {0, 1, 2, 3} and table.named(2) == table.answers and table.named(4) == table.classes
    noisy = TwoQuestions(samples=300, noise=0.3).table(1)
    assert (noisy.y != table.y).any() and noisy.x.tolist() == table.x.tolist()


def test_the_kernel_makes_the_updates_that_torch_makes():
    sessions = [Session(small(**SEVERAL, engine=engine, batch_size=7)) for engine in ("fused", "eager")]
    assert reason_against(sessions[0].experiment) == ""
    for session in sessions:
        session.advance(6)
    np.testing.assert_allclose(sessions[0].vector(), sessions[1].vector(), rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(sessions[0].evaluate()["test.loss"], sessions[1].evaluate()["test.loss"], rtol=1e-9)


@pytest.mark.parametrize("answer", [0, 1])
def test_one_answer_by_itself_has_a_map_and_a_matrix_of_its_own(answer):
    session = Session(small(**SEVERAL))
    session.advance(20)
    prepared, name = session.prepared, session.prepared.table.answers[answer]
    frame = session.frame(Boundary(resolution=9, answer=answer))
    assert frame.info["classes"] == (f"not {name}", name)
    axis = np.linspace(*frame.arrays["extent"][:2], 9)
    outputs = session.learner.outputs(prepared.encode(np.array([[x, y] for y in axis for x in axis])))[:, answer]
    np.testing.assert_allclose(frame.arrays["answers"][..., 0].ravel(), 1 / (1 + np.exp(-outputs)), rtol=1e-5)
    assert frame.arrays["decisions"].ravel().tolist() == (outputs > 0).astype(int).tolist()
    assert frame.arrays["y"].tolist() == [int(y) >> answer & 1 for y in prepared.table.y[frame.arrays["index"]]]
    matrix = np.zeros((2, 2), int)
    for sample in prepared.test:
        says = session.learner.outputs(prepared.x[sample][None])[0, answer] > 0
        matrix[int(prepared.table.y[sample]) >> answer & 1, int(says)] += 1
    assert session.frame(Results(answer=answer)).arrays["confusion"].tolist() == matrix.tolist()


def test_together_they_are_four_classes_and_each_output_has_its_own_tile():
    session = Session(small(**SEVERAL))
    frame = session.frame(Boundary(resolution=5))
    assert frame.info["classes"] == session.prepared.table.classes and frame.arrays["answers"].shape == (5, 5, 4)
    assert session.frame(Results()).arrays["confusion"].shape == (4, 4)
    tiles = session.frame(Neurons(resolution=5)).arrays["output"]
    for number in range(2):
        alone = session.frame(Boundary(resolution=5, answer=number)).arrays["answers"][..., 0]
        np.testing.assert_allclose(tiles[number], alone, rtol=1e-5)


def test_a_number_of_an_answer_means_nothing_elsewhere():
    session = Session(small())
    assert session.frame(Boundary(resolution=3, answer=1)).info["classes"] == session.prepared.table.classes
    softmax = Session(small(**ASKED | {"task": {"kind": "classes"}, "loss": {"kind": "cross_entropy"}}))
    assert softmax.prepared.outputs == 4 and len(softmax.frame(Boundary(resolution=3, answer=1)).info["classes"]) == 4


def test_tasks_and_losses_that_do_not_fit_are_refused_and_turn_together():
    for task, loss in (("answers", "cross_entropy"), ("classes", "binary_cross_entropies")):
        with pytest.raises((Refusal, ValueError), match="does not fit data of"):
            small(**ASKED | {"task": {"kind": task}, "loss": {"kind": loss}})
    made = small(**SEVERAL)
    softmax = replace(made, "task.kind", "classes")
    assert softmax.loss.kind == "cross_entropy" and replace(softmax, "task.kind", "answers").loss == made.loss
    assert Experiment.parse({"data": {"kind": "two_questions"}}).loss.kind == "binary_cross_entropies"
    assert registry.kind_of(Answers, "answers").kind_of_loss() == "answers"


# The card


def test_both_answers_are_learned_to_the_goal_and_a_softmax_of_four_classes_too():
    made = preset("two-answers")
    assert (made.goal.metric, made.goal.value) == ("test.accuracy", 0.92) and "92 %" in made.goal.text
    for run in starts(made, 3):
        last = run.last
        assert (
            last["test.accuracy"] >= 0.92 and min(last["test.answer1"], last["test.answer2"]) >= last["test.accuracy"]
        )
    assert Run(preset("two-answers", *made.what_to_try[1].edits)).last["test.accuracy"] >= 0.92
