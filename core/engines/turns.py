"""The engine of several players: the steps of one after those of the other."""

from __future__ import annotations

import contextlib
import dataclasses
import functools
from collections.abc import Iterator

import numpy as np
import torch

from core.engines.eager import EagerEngine, bare_step
from core.engines.generation import noise
from core.engines.memory import Memory
from core.engines.state import TrainState
from core.families import NOISE, SAMPLES, Player, Shape, count_of, memory_name, named
from core.history.state import Slots
from core.networks.players import own


@dataclasses.dataclass
class Turn:
    """A player with its tensors, its optimizer and what that remembers; `before`: steps of an update that others make
    before its first."""

    player: Player
    tensors: list[torch.Tensor]
    before: int
    optimizer: torch.optim.Optimizer
    memory: Memory


class TurnsEngine(EagerEngine):
    """One update: the steps of every player in turn, the others held still.

    Each player has its own part of the flat vector and its own optimizer; the experiment's schedule moves all learning
    rates.
    """

    def __init__(self, train_state: TrainState) -> None:
        self.turns: list[Turn] = []
        super().__init__(train_state)
        self.turns = self._new_turns()
        self.name = f"eager PyTorch, {count_of(self._players)}"

    @property
    def _players(self) -> tuple[Player, ...]:
        return self.train_state.blueprint.players

    def _tensors(self) -> list[torch.Tensor]:
        return self._tensors_of(self._players[0])

    def _tensors_of(self, player: Player) -> list[torch.Tensor]:
        """The parameters of one player as its optimizer takes them."""
        network = self.train_state.network
        if not player.optimizer.elementwise:
            return self._parameters_of(player)
        where = own(network.slots, player.name)
        part = network.flat[where]
        part.grad = network.flat_gradient[where]
        return [part]

    def _parameters_of(self, player: Player) -> list[torch.Tensor]:
        network = self.train_state.network
        return [network.tensors[slot.name] for slot in network.slots if slot.player == player.name]

    def _new_turns(self) -> list[Turn]:
        """The first player's optimizer is the engine's."""
        players = self._players
        optimizers = [self.optimizer, *(player.optimizer.build(self._tensors_of(player)) for player in players[1:])]
        memories = [
            self.memory,
            *(
                Memory(optimizer, elementwise=player.optimizer.elementwise)
                for player, optimizer in zip(players[1:], optimizers[1:], strict=True)
            ),
        ]
        before = np.cumsum([0, *(player.steps for player in players)])
        return [
            Turn(player, self._parameters_of(player), int(steps), optimizer, memory)
            for player, steps, optimizer, memory in zip(players, before[:-1], optimizers, memories, strict=True)
        ]

    def configure(self) -> None:
        super().configure()
        self._targets: dict[tuple[str, int], torch.Tensor] = {}
        self._dropped_of: dict[str, list[tuple[str, Shape, float]]] = {player.name: [] for player in self._players}
        for placed, shape, share in self.train_state.blueprint.dropouts:
            self._dropped_of[placed.player].append((placed.name, shape, share))
        steps = 0
        for turn, player in zip(self.turns, self._players, strict=False):  # there are no turns yet at first
            turn.player, turn.before, steps = player, steps, steps + player.steps
            for group in turn.optimizer.param_groups:
                group.update({name: value for name, value in player.optimizer.options().items() if name in group})
            turn.memory.look_anew()

    def update(self, places: np.ndarray, number: int, factor: float) -> None:
        """Update number `number` (from 0) against the real samples at `places`."""
        self.first_turns(places, number, factor, len(self.turns))
        self.train_state.network.before_update(number + 1, self.train_state.experiment.task.learning)

    def first_turns(self, places: np.ndarray, number: int, factor: float, count: int) -> None:
        """The part of an update that the first `count` players make: all their steps, unless they are held still.
        Nothing of the others changes by them."""
        real, _ = self.train_state.part.batch(places)
        self._set_rates(factor)
        learning = self.train_state.experiment.task.learning
        for turn in self.turns[:count]:
            if learning in ("", turn.player.name):
                with self._held(turn.player.name):
                    for step in range(turn.player.steps):
                        self._step(turn, real, number, turn.before + step)

    @contextlib.contextmanager
    def _held(self, playing: str) -> Iterator[None]:
        """The players whose turn it is not answer as they do in training, with the statistics of the batch, and still
        keep their own running ones as they are."""
        network = self.train_state.network
        beside = [tensor for name in network.blocks if name != playing for tensor in network.beside_of(name)]
        before = [tensor.clone() for tensor in beside]
        yield
        with torch.no_grad():
            for tensor, old in zip(beside, before, strict=True):
                tensor.copy_(old)

    def _set_rates(self, factor: float) -> None:
        for turn in self.turns:
            for group in turn.optimizer.param_groups:
                group["lr"] = turn.player.optimizer.lr * factor

    def _noise(self, maker: Player, count: int, number: int, step: int) -> torch.Tensor:
        return self.train_state.tensor(noise(self.train_state.experiment, maker, count, "noise", number, step))

    def _play(self, player: str, x: torch.Tensor, number: int, step: int) -> torch.Tensor:
        """What a player makes of rows in one step of an update, under dropout masks that are f(dropout seed, layer,
        update, step, row, unit)."""
        masks = self._masks_for(self._dropped_of[player], len(x), number, step)
        return self.train_state.network.play(player, x, masks)

    def _seen(self, turn: Turn, real: torch.Tensor, number: int, step: int) -> torch.Tensor:
        """What comes to a player in its turn: nothing of it is its own work."""
        found = []
        for source in turn.player.sees:
            if source == SAMPLES:
                found.append(real)
            elif source == NOISE:
                found.append(self._noise(turn.player, len(real), number, step))
            else:
                rows = self._noise(named(self._players, source), len(real), number, step)
                found.append(self._play(source, rows, number, step))
        return found[0] if len(found) == 1 else torch.cat(found)

    def _wanted(self, player: Player, count: int) -> torch.Tensor:
        """What a player wants to be said of so many samples of each kind."""
        if (player.name, count) not in self._targets:
            wanted = self.train_state.experiment.task.wanted(player.name, self.loss, count)
            self._targets[player.name, count] = self.train_state.tensor(wanted)
        return self._targets[player.name, count]

    def _step(self, turn: Turn, real: torch.Tensor, number: int, step: int) -> None:
        network, player = self.train_state.network, turn.player
        with torch.no_grad():
            seen = self._seen(turn, real, number, step)
        with torch.enable_grad():
            through = functools.partial(self._play, number=number, step=step)
            outputs = functools.reduce(lambda x, name: through(name, x), (player.name, *player.judges), seen)
            loss = self.loss.build(outputs, self._wanted(player, len(real)))
        if self._clip_norm:
            network.flat_gradient.zero_()  # who judges does not learn here
        self._collect(loss, turn.tensors)
        for penalty, mask in self._penalties if player.penalized else ():
            network.flat_gradient.addcmul_(penalty.gradient(self._flat), mask)
        self._clip()
        with torch.no_grad():
            bare_step(type(turn.optimizer))(turn.optimizer)
        turn.memory.after_step()

    def slots(self) -> Slots:
        return {memory_name(place): turn.memory.copies() for place, turn in enumerate(self.turns)}

    def load_slots(self, slots: Slots) -> None:
        super().load_slots({})
        self.fresh = not any(slots.values())
        self.turns = self._new_turns()
        for place, turn in enumerate(self.turns):
            memory = slots.get(memory_name(place))
            if memory:
                turn.memory.load(memory)
        self.configure()
