"""Small games of two players, and the same by plain torch nets, for the tests of GANs."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from torch import nn

from core.engines import generation
from core.experiment import Experiment
from core.networks.blueprint import players_of
from core.training.session import Session

GAME: dict[str, Any] = {
    "data": {"kind": "cloud", "samples": 100}, "dtype": "float64", "batch_size": 20, "evaluate_every": 5,
    "task": {"kind": "gan", "layers": [{"kind": "dense", "units": 5, "activation": "tanh"}], "optimizer": {"kind": "sgd", "lr": 0.1}},
    "layers": [{"kind": "dense", "units": 4, "activation": "tanh"}], "optimizer": {"kind": "sgd", "lr": 0.2},
}  # fmt: skip
DISCRIMINATOR, GENERATOR = ("h1", "output"), ("generator.g1", "generator.output")


def noise(experiment: Experiment, count: int, purpose: str, *counters: int) -> np.ndarray:
    """The noise (count, latent) of the generator."""
    return generation.noise(experiment, players_of(experiment)[1], count, purpose, *counters)


def game(**changes: Any) -> Experiment:
    return Experiment.parse(GAME | changes | {"task": GAME["task"] | changes.get("task", {})})


def plain(numbers: dict[str, np.ndarray], *names: str) -> nn.Sequential:
    """The named layers as torch's own, with tanh between them."""
    modules: list[nn.Module] = []
    for name in names:
        weight = torch.from_numpy(numbers[f"{name}.weight"])
        linear = nn.Linear(weight.shape[1], weight.shape[0]).double()
        linear.weight.data, linear.bias.data = weight.clone(), torch.from_numpy(numbers[f"{name}.bias"]).clone()
        modules += [linear, nn.Tanh()]
    return nn.Sequential(*modules[:-1])


def vector_of(*nets: nn.Module) -> np.ndarray:
    return torch.cat([parameter.detach().reshape(-1) for net in nets for parameter in net.parameters()]).numpy()


def named(session: Session, vector: np.ndarray) -> dict[str, np.ndarray]:
    return {slot.name: vector[slot.where].reshape(slot.shape) for slot in session.learner.network.slots}


def measure_of(session: Session) -> Any:
    """What torch calls the loss of the game."""
    return (
        nn.functional.binary_cross_entropy_with_logits
        if session.experiment.loss.kind == "cross_entropy"
        else nn.functional.mse_loss
    )


def losses_by_hand(
    session: Session, numbers: dict[str, np.ndarray], samples: np.ndarray | None = None
) -> dict[str, torch.Tensor]:
    """Both players' losses on samples of the table (the training part) and the rows of the shown noise that belong to
    them."""
    samples = session.prepared.train if samples is None else samples
    first, second = plain(numbers, *DISCRIMINATOR), plain(numbers, *GENERATOR)
    return losses_of(session, first, second, samples)


def losses_of(session: Session, first: Any, second: Any, samples: np.ndarray) -> dict[str, torch.Tensor]:
    """The same of two plain nets."""
    measure, real_target = measure_of(session), session.experiment.task.real_target
    real = torch.from_numpy(session.prepared.x[samples].copy())
    made = second(torch.from_numpy(noise(session.experiment, len(session.prepared.table.x), "shown noise")[samples]))
    seen, judged = first(real), first(made)
    of_discriminator = 0.5 * (
        measure(seen, torch.full_like(seen, real_target)) + measure(judged, torch.zeros_like(judged))
    )
    return {"discriminator": of_discriminator, "generator": measure(judged, torch.ones_like(judged))}
