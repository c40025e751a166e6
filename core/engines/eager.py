"""The eager engine: any model on any device, one PyTorch operation after another."""

from __future__ import annotations

import functools
import inspect
import math
from collections.abc import Callable, Sequence
from typing import Any, cast

import numpy as np
import torch

from core.engines.memory import Memory
from core.engines.one_by_one import OneByOne
from core.engines.single import SingleUpdates
from core.engines.state import TrainState
from core.families import Optimizer, Penalty, Shape
from core.history.state import Slots
from core.networks import masks, shapes
from core.networks.network import Masks

BEYOND = "without overflow"  # torch's words for a number that the precision cannot hold
COPIED = 100_000  # parameters from which a gradient is copied instead of being added


class EagerEngine(SingleUpdates):
    """Forward pass, loss, backward pass, penalty, clipping, optimizer: one update of `update`."""

    name = "eager PyTorch"

    def __init__(self, train_state: TrainState) -> None:
        super().__init__(train_state)
        self._flat = train_state.network.flat
        self._flat.grad = train_state.network.flat_gradient
        self._begin_anew()
        self.configure()

    def _begin_anew(self) -> None:
        """An optimizer that remembers nothing."""
        self.optimizer = self._new_optimizer()
        self.memory = Memory(self.optimizer, elementwise=self._declared.elementwise)

    def _new_optimizer(self) -> torch.optim.Optimizer:
        return self._declared.build(self._tensors())

    @property
    def _declared(self) -> Optimizer:
        return self.train_state.experiment.optimizer

    def _tensors(self) -> list[torch.Tensor]:
        """One flat tensor where every number is treated alone, else the tensors of the layers."""
        return [self._flat] if self._declared.elementwise else list(self.train_state.network.tensors.values())

    def configure(self) -> None:
        """Take over live settings: penalties, clipping, dropout and the optimizer's arguments."""
        experiment = self.train_state.experiment
        self.loss = experiment.loss
        dropouts = self.train_state.blueprint.dropouts
        self._dropped = [(placed.name, shape, share) for placed, shape, share in dropouts]
        self._penalties = [(penalty, self._mask(penalty)) for penalty in experiment.penalties if penalty.rate > 0]
        self._clip_norm, self._clip_value = experiment.clipping.norm, experiment.clipping.value
        for group in self.optimizer.param_groups:
            group.update({name: value for name, value in self._declared.options().items() if name in group})
        self.memory.look_anew()
        self._one_by_one = self._tensors_alone()

    def _tensors_alone(self) -> OneByOne | None:
        """Where nothing asks for a large gradient as a whole: steps of the tensors by themselves."""
        plain = not (self._declared.remembers or self._penalties or self._clip_norm or self._clip_value)
        large = len(self._flat) >= COPIED and self._declared.elementwise
        return OneByOne(self._declared, self.train_state.network) if plain and large else None

    def _mask(self, penalty: Penalty) -> torch.Tensor:
        counted = shapes.weight_mask(self.train_state.network.slots, biases=penalty.biases)
        return torch.from_numpy(counted).to(self._flat)

    def update(self, places: np.ndarray, number: int, factor: float) -> None:
        """Update number `number` (from 0) with the samples at `places`; `factor` comes from the schedule."""
        x, targets = self.train_state.batch(places, number)
        dropped = self.masks(number, len(places))
        self.train_state.network.before_update(number)
        alone = self._one_by_one
        optimizer = self.optimizer if alone is None else alone.optimizer
        for group in optimizer.param_groups:
            group["lr"] = self._declared.lr * factor
        if self._declared.closure:
            self._search(lambda: self.gradient(x, targets, dropped))
            self.memory.after_step()
            return
        self.gradient(x, targets, dropped)
        before = self._flat.clone() if self._kills() else None
        with torch.no_grad():
            bare_step(type(optimizer))(optimizer)
        if alone is not None:
            alone.let_go()
        self.memory.after_step()
        if before is not None:
            self._cut_links(before, self._declared.lr * factor)

    def _search(self, closure: Callable[[], torch.Tensor]) -> None:
        """The step of a method that tries lengths of its own; where one is beyond all numbers, so are the weights.
        torch's search of a line runs out of places (IndexError) where a loss is no number."""
        tried: list[torch.Tensor] = []

        def look() -> torch.Tensor:
            tried.append(closure())
            return tried[-1]

        try:
            self.optimizer.step(cast(Any, look))
        except (RuntimeError, IndexError) as error:
            if BEYOND not in str(error) and all(math.isfinite(loss) for loss in tried):
                raise
            with torch.no_grad():
                self._flat.fill_(torch.nan)

    def gradient(self, x: torch.Tensor, targets: torch.Tensor, masks: Masks | None = None) -> torch.Tensor:
        """Fill the flat gradient with that of data loss plus penalties, clipped; returns the data loss plus the
        penalties."""
        network = self.train_state.network
        with torch.enable_grad():
            loss = self.loss.build(network.learn(x, masks), targets)
            self._descend(loss)
        total = loss.detach()
        for penalty, mask in self._penalties:
            if not penalty.cuts:
                network.flat_gradient.addcmul_(penalty.gradient(self._flat), mask)
                if self._declared.closure:
                    total = total + penalty.value((self._flat * mask).cpu().numpy())
        self._clip()
        return total

    def _descend(self, loss: torch.Tensor) -> None:
        """The gradient of the loss alone, in the flat gradient. A large one is copied there: to be added to zeros it
        would pass through memory twice more."""
        network = self.train_state.network
        if len(self._flat) < COPIED or not loss.requires_grad:
            network.flat_gradient.zero_()
            if loss.requires_grad:
                loss.backward()
            return
        tensors = list(network.tensors.values())
        if self._one_by_one is not None:
            self._one_by_one.take(torch.autograd.grad(loss, tensors, allow_unused=True))
        else:
            self._collect(loss, tensors)

    def _collect(self, loss: torch.Tensor, tensors: Sequence[torch.Tensor]) -> None:
        """The gradient of the loss by some of the network's tensors, in their places in the flat gradient."""
        for tensor, piece in zip(tensors, torch.autograd.grad(loss, tensors, allow_unused=True), strict=True):
            assert tensor.grad is not None, "a view of the flat gradient"
            tensor.grad.zero_() if piece is None else tensor.grad.copy_(piece)

    def _clip(self) -> None:
        gradient = self.train_state.network.flat_gradient
        if self._clip_value > 0:
            gradient.clamp_(-self._clip_value, self._clip_value)
        if self._clip_norm > 0:
            length = torch.linalg.vector_norm(gradient)
            gradient.mul_(torch.clamp(self._clip_norm / (length + 1e-6), max=1.0))

    def masks(self, number: int, batch: int) -> Masks | None:
        """Dropout masks for one update, already divided by the share that stays: f(dropout seed, update, layer, row,
        unit)."""
        return self._masks_for(self._dropped, batch, number)

    def _masks_for(self, dropped: list[tuple[str, Shape, float]], batch: int, *counters: int) -> Masks | None:
        """Masks for the layers named; the counters tell one time from another."""
        if not dropped:
            return None
        found: Masks = {}
        for name, shape, share in dropped:
            stays = masks.kept(self.train_state.experiment.seeds.dropout, name, shape, share, batch, *counters)
            found[name] = torch.from_numpy(masks.factors(stays, share)).to(self._flat)
        return found

    def _kills(self) -> bool:
        return any(penalty.cuts for penalty, _ in self._penalties)

    def _cut_links(self, before: torch.Tensor, lr: float) -> None:
        """The known playground's L1: a step of its own after the data's step; a weight that crosses zero is cut for
        good."""
        flat, dead = self._flat, self.train_state.holding.marks.tensor
        flat[dead] = 0.0
        for penalty, mask in self._penalties:
            if penalty.cuts:
                moved = flat - lr * penalty.gradient(before) * mask
                crossed = (flat * moved < 0) & (mask > 0)
                flat.copy_(torch.where(crossed, torch.zeros_like(flat), moved))
                dead |= crossed
        flat[dead] = 0.0

    def slots(self) -> Slots:
        """The optimizer's memory as nested dictionaries of numpy arrays and numbers."""
        return self.memory.copies()

    def load_slots(self, slots: Slots) -> None:
        """Restore what `slots` gave; an empty dictionary clears the memory."""
        self._begin_anew()
        self.fresh = not slots
        if slots:
            self.memory.load(slots)
            self.configure()


@functools.cache
def bare_step(kind: type[torch.optim.Optimizer]) -> Callable[[torch.optim.Optimizer], object]:
    """`step` without what torch wraps around it for profilers and hooks: on a small net that costs twice as much as the
    step. To be called without gradients."""
    return inspect.unwrap(kind.step)
