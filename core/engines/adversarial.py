"""The engine of two players: the discriminator's steps and the generator's, one after the other."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any, cast

import numpy as np
import torch

from core.engines.eager import EagerEngine, give_memory, memory_of
from core.engines.generation import noise
from core.engines.players import wanted
from core.engines.state import TrainState
from core.families import Optimizer
from core.networks.network import Masks
from core.networks.players import DISCRIMINATOR, GENERATOR


class AdversarialEngine(EagerEngine):
    """One update: `ratio` steps of the discriminator on real and generated samples, then one step of the generator.

    Each player has its own half of the flat vector and its own optimizer; the experiment's schedule moves both learning
    rates.
    """

    name = "eager PyTorch, two players"

    def __init__(self, train_state: TrainState) -> None:
        self.own = next(
            (slot.offset for slot in train_state.network.slots if slot.is_generators), len(train_state.network.flat)
        )
        super().__init__(train_state)
        self.second = self._second()

    @property
    def _task(self) -> Any:
        return self.train_state.experiment.task

    def _half(self, generator: bool) -> list[torch.Tensor]:
        """The parameters of one player as its optimizer takes them."""
        network, optimizer = self.train_state.network, self._task.optimizer if generator else self._declared
        if not optimizer.elementwise:
            return [network.tensors[slot.name] for slot in network.slots if (slot.offset >= self.own) == generator]
        half = slice(self.own, None) if generator else slice(0, self.own)
        part = network.flat[half]
        part.grad = network.flat_gradient[half]
        return [part]

    def _tensors(self) -> list[torch.Tensor]:
        return self._half(False)

    def _second(self) -> torch.optim.Optimizer:
        return cast(Optimizer, self._task.optimizer).build(self._half(True))

    def configure(self) -> None:
        super().configure()
        if hasattr(self, "second"):
            for group in self.second.param_groups:
                group.update({name: value for name, value in self._task.optimizer.options().items() if name in group})

    def update(self, places: np.ndarray, number: int, factor: float) -> None:
        """Update number `number` (from 0) against the real samples at `places`."""
        network, learning = self.train_state.network, self._task.learns_now
        self.first_half(places, number, factor)
        if learning != DISCRIMINATOR:
            with self._held(generator=False):
                self._step_generator(len(places), number)
        network.before_update(number + 1, network.blocks_of("" if learning == "both" else learning))

    def first_half(self, places: np.ndarray, number: int, factor: float) -> None:
        """The discriminator's part of an update: all its steps, unless it is held still. Nothing of the generator
        changes by them."""
        real, _ = self.train_state.part.batch(places)
        self._set_rates(factor)
        if self._task.learns_now != GENERATOR:
            with self._held(generator=True):
                for step in range(self._task.ratio):
                    self._step_discriminator(real, number, step)

    @contextlib.contextmanager
    def _held(self, generator: bool) -> Iterator[None]:
        """The player whose turn it is not answers as it does in training, with the statistics of the batch, and still
        keeps its own running ones as they are."""
        beside = [
            tensor for name, tensor in self.train_state.network.beside if name.startswith("generator.") == generator
        ]
        before = [tensor.clone() for tensor in beside]
        yield
        with torch.no_grad():
            for tensor, old in zip(beside, before, strict=True):
                tensor.copy_(old)

    def _set_rates(self, factor: float) -> None:
        for optimizer, declared in ((self.optimizer, self._declared), (self.second, self._task.optimizer)):
            for group in optimizer.param_groups:
                group["lr"] = declared.lr * factor

    def _noise(self, count: int, number: int, step: int) -> torch.Tensor:
        return self.train_state.tensor(noise(self.train_state.experiment, count, "noise", number, step))

    def _masks_of(self, generator: bool, rows: int, number: int, step: int) -> Masks | None:
        """Dropout masks of one player's layers in one step of an update: f(dropout seed, layer, update, step, row,
        unit)."""
        return self._masks_for(
            [each for each in self._dropped if each[0].startswith("generator.") == generator], rows, number, step
        )

    def _wanted(self, player: str, count: int) -> torch.Tensor:
        """What a player wants the discriminator to say to `count` real and as many generated samples, or to generated
        ones alone."""
        return self.train_state.tensor(wanted(self.train_state.experiment, player, count))

    def _step_discriminator(self, real: torch.Tensor, number: int, step: int) -> None:
        network = self.train_state.network
        with torch.no_grad():
            made = network.generate(self._noise(len(real), number, step), self._masks_of(True, len(real), number, step))
        network.flat_gradient.zero_()
        with torch.enable_grad():
            outputs = network(torch.cat([real, made]), self._masks_of(False, 2 * len(real), number, step))
            self.loss.build(outputs, self._wanted(DISCRIMINATOR, len(real))).backward()
        for penalty, mask in self._penalties:
            network.flat_gradient.addcmul_(penalty.gradient(self._flat), mask)
        self._clip()
        self.optimizer.step()

    def _step_generator(self, count: int, number: int) -> None:
        network = self.train_state.network
        network.flat_gradient.zero_()
        last = self._task.ratio  # steps before this one
        with torch.enable_grad():
            made = network.generate(self._noise(count, number, last), self._masks_of(True, count, number, last))
            outputs = network(made, self._masks_of(False, count, number, last))
            self.loss.build(outputs, self._wanted(GENERATOR, count)).backward()
        network.flat_gradient[: self.own].zero_()  # the discriminator only judges here
        self._clip()
        self.second.step()

    def slots(self) -> dict[str, object]:
        return {"first": super().slots(), "second": memory_of(self.second, self._task.optimizer.elementwise)}

    def load_slots(self, slots: dict[str, object]) -> None:
        super().load_slots(cast(dict[str, object], slots.get("first", {})))
        self.second = self._second()
        if slots.get("second"):
            give_memory(self.second, cast(dict[str, object], slots["second"]))
        self.configure()
