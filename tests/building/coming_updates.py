"""Accounts of coming updates, and torch's network of the same update beside them."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch

from core.arithmetic.told import Account
from core.documents.edits import replace_all
from core.engines.eager import EagerEngine
from core.probes.arithmetic import Arithmetic
from core.training.session import Session
from tests.building.experiments import small


def session_of(*edits: tuple[str, object], updates: int = 0) -> Session:
    """A small run in double precision that torch makes, after so many updates."""
    session = Session(replace_all(small(), (("engine", "eager"), ("dtype", "float64"), *edits)))
    if updates:
        session.advance(updates)
    return session


def account_of(session: Session, **asked) -> Any:
    found = session.frame(Arithmetic(**asked)).info["account"]
    assert isinstance(found, Account) and not found.problem, found.problem
    return found


def torchs(session: Session, account: Any) -> tuple[dict[str, tuple[np.ndarray, np.ndarray]], np.ndarray]:
    """Of the run's own network, in training: by layer what goes on of each sample and the gradient of the summed losses
    by it; and each sample's loss."""
    network, learner = session.learner.network, session.learner
    places = np.searchsorted(session.prepared.train, account.coming.samples)
    x, targets = learner.train_state.batch(places, session.updates)
    assert isinstance(learner.engine, EagerEngine)
    masks = learner.engine.masks(session.updates, len(places))
    kept: dict[str, torch.Tensor] = {}

    def keep(block, _inputs, out):
        out.retain_grad() if out.requires_grad else out.requires_grad_()  # nothing passes a step
        kept[block.name] = out

    hooks = [block.register_forward_hook(keep) for block in network.own]
    before, vector = network.buffers_as_numpy(), session.vector()
    network.before_update(session.updates)
    x.requires_grad_()
    with torch.enable_grad():
        loss = session.experiment.loss.build(network(x, masks), targets) * len(places)
        loss.backward()
    for hook in hooks:
        hook.remove()
    network.load_buffers(before)
    network.lent.write(vector)
    found = {
        name: (out.detach().numpy(), np.zeros(out.shape) if out.grad is None else out.grad.numpy())
        for name, out in kept.items()
    }
    network.flat_gradient.zero_()
    return found, session.experiment.loss.each(kept["output"].detach().numpy(), targets.numpy())
