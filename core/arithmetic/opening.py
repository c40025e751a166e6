"""From a moment to the scene of its coming update."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import numpy as np

from core.arithmetic.scene import Scene
from core.arithmetic.stations import stations_of
from core.arithmetic.way import through
from core.families import NOISE, SAMPLES, Player, Shape, memory_name, named
from core.frozen import frozen
from core.history.state import Slots
from core.history.still import Still
from core.networks import masks
from core.networks.blueprint import Placed
from core.probing.moment import Moment


def scene_of(moment: Moment, player: str = "") -> Scene:
    """The scene of the coming update of a player; the first one's without a choice."""
    if len(moment.players) > 1:
        return _of_several(moment, named(moment.players, player))
    rows, still = moment.coming_batch(), moment.still
    x = moment.in_training().prepared.x[rows]
    off = _masks(moment, moment.blueprint.dropouts, len(rows), moment.updates)
    vector, buffers = still.vector.astype(np.float64), _doubled(still)
    if any(placed.layer.cuts for placed in moment.blueprint.own):
        from core.arithmetic.double_torch import pruned

        vector, buffers = pruned(moment, vector, buffers)
    targets = moment.prepared.targets[rows].astype(np.float64)
    memory: Slots = still.numbers.slots or {}
    return Scene(
        moment, still, named(moment.players, ""), rows, x.astype(np.float64), targets, moment.blueprint.own, off, vector, buffers, memory
    )  # fmt: skip


def of_its_own(scene: Scene, sample: int) -> Scene:
    """The same scene with one sample of the table as a batch of its own, where it is not in the coming one; the scene
    itself where it is, or where no such sample comes to the player."""
    moment, known = scene.moment, scene.rows >= 0
    if not known.any() or sample in scene.rows or not 0 <= sample < len(moment.prepared.x):
        return scene
    rows = np.array([sample])
    x = moment.in_training().prepared.x[rows].astype(np.float64)
    targets = moment.prepared.targets[rows].astype(np.float64) if scene.alone else scene.targets[known][:1]
    off = {name: mask[:1] for name, mask in scene.masks.items()}
    return dataclasses.replace(scene, rows=rows, x=x, targets=targets, masks=off, apart=True)


def _masks(
    moment: Moment, dropouts: Sequence[tuple[Placed, Shape, float]], rows: int, *counters: int
) -> dict[str, np.ndarray]:
    """What dropout multiplies by in this update, layer by layer (rows, …)."""
    seed = moment.experiment.seeds.dropout
    return {
        placed.name: masks.factors(masks.kept(seed, placed.name, shape, share, rows, *counters), share)
        for placed, shape, share in dropouts
    }


def _doubled(still: Still) -> dict[str, np.ndarray]:
    return {name: array.astype(np.float64) for name, array in still.numbers.buffers.items()}


def _of_several(moment: Moment, player: Player) -> Scene:
    """In the first step of its turn, after those before it have made theirs."""
    place = moment.players.index(player)
    still = moment.after_turns(place).still if place else moment.still
    vector, buffers = still.vector.astype(np.float64), _doubled(still)
    step = sum(each.steps for each in moment.players[:place])
    turn = _Turn(moment, vector, buffers, step)
    real = moment.coming_batch()
    x, rows = turn.seen(player, real)
    chain = tuple(placed for name in (player.name, *player.judges) for placed in moment.blueprint.of(name))
    targets = moment.task.wanted(player.name, moment.loss, len(real)).astype(np.float64)
    memory = (moment.still.numbers.slots or {}).get(memory_name(place), {})
    off = turn.masks([player.name, *player.judges], len(x))
    return Scene(moment, still, player, rows, x, targets, chain, off, vector, buffers, memory)


@frozen(eq=False)
class _Turn:
    """What other players make in one step of an update."""

    moment: Moment
    vector: np.ndarray
    buffers: dict[str, np.ndarray]
    step: int

    def masks(self, players: list[str], batch: int) -> dict[str, np.ndarray]:
        """Dropout's masks for the layers of some players."""
        dropouts = [each for each in self.moment.blueprint.dropouts if each[0].player in players]
        return _masks(self.moment, dropouts, batch, self.moment.updates, self.step)

    def seen(self, player: Player, real: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """What comes to a player, and which samples of the table they are, −1 where they are made of noise."""
        rows, numbers = [], []
        for source in player.sees:
            if source == SAMPLES:
                rows.append(self.moment.prepared.x[real].astype(np.float64))
                numbers.append(real)
                continue
            maker = player if source == NOISE else named(self.moment.players, source)
            noise = self._noise(maker, len(real))
            rows.append(noise if source == NOISE else self._made(source, noise))
            numbers.append(np.full(len(real), -1))
        return np.concatenate(rows), np.concatenate(numbers)

    def _noise(self, maker: Player, count: int) -> np.ndarray:
        from core.engines.generation import noise

        return noise(self.moment.experiment, maker, count, "noise", self.moment.updates, self.step)

    def _made(self, maker: str, noise: np.ndarray) -> np.ndarray:
        chain, off = self.moment.blueprint.of(maker), self.masks([maker], len(noise))
        stations = stations_of(chain, self.moment.blueprint.slots, self.vector, self.buffers)
        return through(stations, chain, noise, off)[-1].passed.reshape(len(noise), -1)
