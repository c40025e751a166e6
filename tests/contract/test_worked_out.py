"""What components say of their own arithmetic is what automatic differentiation finds: an update in numbers is made of
it. A new component is tested the moment its file exists."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from core import registry
from core.families import Activation, Loss, Optimizer, Penalty, Sheet

LOSSES = registry.kinds(Loss)
ACTIVATIONS = registry.kinds(Activation)
OPTIMIZERS = registry.kinds(Optimizer)


def numbers(*shape: int, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).normal(size=shape) * 2.0


@pytest.mark.parametrize("kind", LOSSES)
@pytest.mark.parametrize("outputs", [1, 3])
def test_a_loss_slopes_as_it_says_and_its_lines_come_to_its_value(kind, outputs):
    loss = LOSSES[kind]()
    answers = numbers(6, outputs)
    y = np.arange(6) % max(2, outputs) if loss.tasks != ("values",) else numbers(6, seed=1)
    targets = loss.targets(y, outputs) if outputs == 1 or loss.tasks != ("values",) else numbers(6, outputs, seed=1)
    at = torch.tensor(answers, requires_grad=True)
    value = loss.build(at, torch.tensor(targets)) * len(answers)
    wanted = torch.autograd.grad(value, at)[0].numpy() if value.requires_grad else np.zeros_like(answers)
    np.testing.assert_allclose(loss.slope(answers, targets), wanted, atol=1e-12)
    for row, each in enumerate(loss.each(answers, targets)):
        sheet = Sheet({"z": answers[row], "ŷ": answers[row], "y": targets[row]})
        loss.work_out(sheet)
        assert sheet.lines[-1].symbol == "L" and sheet.lines[-1].result(0) == pytest.approx(each, abs=1e-12)
        assert all(line.words and line.symbols for line in sheet.lines)


@pytest.mark.parametrize("kind", ACTIVATIONS)
def test_an_activation_leads_back_as_it_says(kind):
    activation, units = ACTIVATIONS[kind](), 4
    sums, arrived = numbers(5, units * activation.pieces), numbers(5, units, seed=1)
    module = activation.build(units).double()
    learned = {name: start + 0.1 * np.arange(units) for name, start in activation.parameters(units).items()}
    for name, array in learned.items():
        setattr(module, name, torch.nn.Parameter(torch.tensor(array)))
    at = torch.tensor(sums, requires_grad=True)
    values = module(at)
    np.testing.assert_allclose(activation.through(sums, learned), values.detach().numpy(), atol=1e-12)
    back, own = activation.back(sums, learned, arrived)
    if not values.requires_grad:
        assert not back.any() and not own
        return
    wanted = torch.autograd.grad(values, [at, *(getattr(module, name) for name in learned)], torch.tensor(arrived))
    np.testing.assert_allclose(back, wanted[0].numpy(), atol=1e-12)
    for name, slope in zip(learned, wanted[1:], strict=True):
        np.testing.assert_allclose(own[name].sum(axis=0), slope.numpy(), atol=1e-12)


def test_every_optimizer_but_one_that_searches_tells_its_own_lines():
    silent = {kind for kind, cls in OPTIMIZERS.items() if cls.work_out is Optimizer.work_out}
    assert silent == {kind for kind, cls in OPTIMIZERS.items() if cls.closure}


@pytest.mark.parametrize("kind", registry.kinds(Penalty))
def test_a_penalty_says_how_it_pulls(kind):
    penalty = registry.read(Penalty, {"kind": kind, "rate": 0.3})
    sheet = Sheet({"w": np.array([-2.0, 0.5]), "λ": np.array(0.3)})
    sheet.line("pull", "The pull.", penalty.pull, penalty.gradient(sheet["w"]))
    assert sheet.lines[0].filled(0, str).startswith("0.3·")
