"""Every optimizer against torch's own, update by update in float64; one flat tensor against one a parameter."""

from __future__ import annotations

import copy

import numpy as np
import pytest
import torch
from torch import optim

from core import registry
from core.experiment import Experiment
from core.messages import BadInput, Refusal

SHAPES = [(4, 2), (4,), (3, 4), (3,), (1, 3), (1,)]
UPDATES = 30
CASES = {
    "sgd": [({}, lambda p: optim.SGD(p, lr=0.03)), ({"momentum": 0.9, "nesterov": True, "weight_decay": 0.01}, lambda p: optim.SGD(p, lr=0.03, momentum=0.9, nesterov=True, weight_decay=0.01)), ({"momentum": 0.5, "dampening": 0.3}, lambda p: optim.SGD(p, lr=0.03, momentum=0.5, dampening=0.3))],
    "adagrad": [({}, lambda p: optim.Adagrad(p)), ({"lr": 0.1, "lr_decay": 0.01, "initial_accumulator_value": 0.5}, lambda p: optim.Adagrad(p, lr=0.1, lr_decay=0.01, initial_accumulator_value=0.5))],
    "adadelta": [({}, lambda p: optim.Adadelta(p)), ({"rho": 0.8, "eps": 1e-4}, lambda p: optim.Adadelta(p, rho=0.8, eps=1e-4))],
    "rmsprop": [({}, lambda p: optim.RMSprop(p)), ({"momentum": 0.9, "centered": True, "alpha": 0.9}, lambda p: optim.RMSprop(p, momentum=0.9, centered=True, alpha=0.9))],
    "rprop": [({}, lambda p: optim.Rprop(p)), ({"eta_minus": 0.3, "eta_plus": 1.5, "step_max": 0.05}, lambda p: optim.Rprop(p, etas=(0.3, 1.5), step_sizes=(1e-6, 0.05)))],
    "adam": [({}, lambda p: optim.Adam(p)), ({"lr": 0.05, "beta1": 0.8, "beta2": 0.99, "amsgrad": True, "weight_decay": 0.1}, lambda p: optim.Adam(p, lr=0.05, betas=(0.8, 0.99), amsgrad=True, weight_decay=0.1))],
    "adamw": [({}, lambda p: optim.AdamW(p)), ({"weight_decay": 0.3, "eps": 1e-3}, lambda p: optim.AdamW(p, weight_decay=0.3, eps=1e-3))],
    "adamax": [({}, lambda p: optim.Adamax(p))],
    "nadam": [({}, lambda p: optim.NAdam(p)), ({"weight_decay": 0.1, "decoupled_weight_decay": True}, lambda p: optim.NAdam(p, weight_decay=0.1, decoupled_weight_decay=True))],
    "radam": [({}, lambda p: optim.RAdam(p)), ({"weight_decay": 0.1, "decoupled_weight_decay": True}, lambda p: optim.RAdam(p, weight_decay=0.1, decoupled_weight_decay=True))],
    "asgd": [({}, lambda p: optim.ASGD(p)), ({"lambd": 0.01, "t0": 10.0}, lambda p: optim.ASGD(p, lambd=0.01, t0=10))],
    "adafactor": [({}, lambda p: optim.Adafactor(p)), ({"eps1": 1e-6, "d": 2.0}, lambda p: optim.Adafactor(p, eps=(1e-6, 1e-3), d=2.0))],
    "lbfgs": [({}, lambda p: optim.LBFGS(p, line_search_fn="strong_wolfe")), ({"line_search_fn": "none", "lr": 0.1, "max_iter": 4}, lambda p: optim.LBFGS(p, lr=0.1, max_iter=4))],
}  # fmt: skip
PAIRS = [
    pytest.param(kind, fields, twin, id=f"{kind}-{number}")
    for kind, cases in CASES.items()
    for number, (fields, twin) in enumerate(cases)
]


def start(shapes=SHAPES):
    numbers = np.random.default_rng(0)
    return [torch.tensor(numbers.normal(size=shape), requires_grad=True) for shape in shapes]


def network_loss(tensors):
    """The mean squared error of a small tanh net with these parameters on fixed samples."""
    numbers = np.random.default_rng(1)
    x, t = torch.tensor(numbers.normal(size=(12, 2))), torch.tensor(numbers.normal(size=(12, 1)))
    for weight, bias in zip(tensors[::2], tensors[1::2], strict=True):
        x = torch.tanh(x @ weight.T + bias)
    return (x - t).square().mean()


def flat_views():
    """One flat vector and its views with the shapes of a net, as a session has them."""
    vector = torch.cat([tensor.detach().reshape(-1) for tensor in start()])
    vector.grad = torch.zeros_like(vector)
    views, offset = [], 0
    for shape in SHAPES:
        size = int(np.prod(shape))
        view = torch.nn.Parameter(vector[offset : offset + size].view(shape))
        view.grad = vector.grad[offset : offset + size].view(shape)
        views.append(view)
        offset += size
    return vector, views


def learn(optimizer, tensors, updates=UPDATES, gradient_of=None):
    """Let an optimizer make updates; returns all parameters as one vector."""
    shown = gradient_of or tensors

    def closure():
        for tensor in shown:
            if tensor.grad is not None:
                tensor.grad.zero_()
        with torch.enable_grad():
            loss = network_loss(shown)
            loss.backward()
        return loss.detach()

    for _ in range(updates):
        if isinstance(optimizer, optim.LBFGS):
            optimizer.step(closure)
        else:
            closure()
            optimizer.step()
    return np.concatenate([tensor.detach().numpy().ravel() for tensor in shown])


def test_every_optimizer_has_a_case():
    assert set(CASES) | {"muon"} == set(registry.family("optimizers"))


@pytest.mark.parametrize(("kind", "fields", "twin"), PAIRS)
def test_it_equals_torch_by_hand(kind, fields, twin):
    declared = registry.find("optimizers", kind)(**fields)
    ours, theirs = start(), start()
    updates = UPDATES if not declared.closure else 3
    if kind == "sgd":
        assert declared.lr == 0.03
    np.testing.assert_allclose(
        learn(declared.build(ours), ours, updates), learn(twin(theirs), theirs, updates), rtol=1e-9, atol=1e-11
    )


@pytest.mark.parametrize(("kind", "fields", "twin"), PAIRS)
def test_one_flat_tensor_gives_the_same_where_declared(kind, fields, twin):
    declared = registry.find("optimizers", kind)(**fields)
    updates = UPDATES if not declared.closure else 3
    vector, views = flat_views()
    apart = start()
    one, other = learn(declared.build([vector]), [vector], updates, views), learn(declared.build(apart), apart, updates)
    assert np.allclose(one, other, rtol=1e-7, atol=1e-9) == declared.elementwise


@pytest.mark.parametrize("kind", list(registry.family("optimizers")))
def test_options_are_the_keys_of_the_parameter_groups(kind):
    declared = registry.find("optimizers", kind)()
    optimizer = declared.build(start())
    known = {name for group in optimizer.param_groups for name in group}
    assert set(declared.options()) <= known
    for group in optimizer.param_groups:
        assert all(group[name] == value for name, value in declared.options().items() if name in group)


@pytest.mark.parametrize(
    ("kind", "fields"), [*((kind, fields) for kind, cases in CASES.items() for fields, _ in cases), ("muon", {})]
)
def test_its_memory_can_be_stored_and_restored(kind, fields):
    declared = registry.find("optimizers", kind)(**fields)
    tensors = start()
    optimizer = declared.build(tensors)
    learn(optimizer, tensors, 4)
    copies = [tensor.detach().clone().requires_grad_() for tensor in tensors]
    restored = declared.build(copies)
    state = restored.state_dict()
    restored.load_state_dict(state | {"state": copy.deepcopy(optimizer.state_dict()["state"])})
    np.testing.assert_array_equal(learn(optimizer, tensors, 4), learn(restored, copies, 4))


LIVE = [
    ("sgd", {}, {"momentum": 0.9}), ("sgd", {"momentum": 0.9}, {"nesterov": True}), ("adam", {}, {"beta1": 0.5}), ("adam", {}, {"weight_decay": 0.1}),
    ("adamw", {}, {"lr": 0.1}), ("rprop", {}, {"step_max": 0.01}), ("lbfgs", {}, {"max_iter": 2}), ("muon", {}, {"momentum": 0.5, "beta2": 0.9}), ("nadam", {}, {"decoupled_weight_decay": True, "weight_decay": 0.1}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "before", "after"), LIVE)
def test_a_live_change_takes_effect_in_the_groups(kind, before, after):
    cls = registry.find("optimizers", kind)
    tensors, untouched = start(), start()
    changed, same = cls(**before).build(tensors), cls(**before).build(untouched)
    first = learn(changed, tensors, 2), learn(same, untouched, 2)
    np.testing.assert_array_equal(*first)
    options = cls(**(before | after)).options()
    for group in changed.param_groups:
        group.update({name: value for name, value in options.items() if name in group})
    assert not np.array_equal(learn(changed, tensors, 3), learn(same, untouched, 3))


def test_muon_takes_matrices_and_adamw_the_rest():
    declared = registry.find("optimizers", "muon")(lr=0.02, weight_decay=0.05, beta2=0.99)
    ours, theirs = start(), start()
    twins = [
        optim.Muon([tensor for tensor in theirs if tensor.ndim == 2], lr=0.02, weight_decay=0.05),
        optim.AdamW([tensor for tensor in theirs if tensor.ndim != 2], lr=0.02, weight_decay=0.05, betas=(0.9, 0.99)),
    ]
    optimizer = declared.build(ours)
    for _ in range(10):
        learn(optimizer, ours, 1)
        for tensor in theirs:
            tensor.grad = None
        network_loss(theirs).backward()
        for twin in twins:
            twin.step()
    for one, other in zip(ours, theirs, strict=True):
        np.testing.assert_allclose(one.detach().numpy(), other.detach().numpy(), rtol=1e-9)
    optimizer.zero_grad()
    assert all(tensor.grad is None for tensor in ours)


def test_muon_without_biases_has_no_adamw():
    weights = start([(3, 2), (1, 3)])
    assert len(registry.find("optimizers", "muon")().build(weights).param_groups) == 1


@pytest.mark.parametrize(
    ("values", "path", "words"),
    [
        ({"kind": "sgd", "nesterov": True}, "optimizer.nesterov", "needs momentum"),
        ({"kind": "sgd", "nesterov": True, "momentum": 0.9, "dampening": 0.1}, "optimizer.nesterov", "dampening"),
        ({"kind": "rprop", "step_min": 1.0, "step_max": 0.1}, "optimizer.step_min", "above the largest"),
        ({"kind": "adam", "beta1": 1.0}, "optimizer.beta1", "less than 1"),
        ({"kind": "adamw", "lr": 0.0}, "optimizer.lr", "greater than 0"),
        ({"kind": "rprop", "eta_plus": 1.0}, "optimizer.eta_plus", "greater than 1"),
    ],
)
def test_what_torch_would_refuse_is_refused_with_a_sentence(values, path, words):
    with pytest.raises(BadInput, match=words) as caught:
        Experiment.parse({"optimizer": values})
    assert caught.value.path == path


def test_nesterov_comes_with_a_mend():
    with pytest.raises(BadInput) as caught:
        Experiment.parse({"optimizer": {"kind": "sgd", "nesterov": True}})
    cause = caught.value.__cause__
    assert isinstance(cause, Refusal) and cause.mend is not None
    assert cause.mend.edits == (("optimizer.momentum", 0.9),)
