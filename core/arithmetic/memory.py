"""What the optimizer remembers of some numbers, before the update."""

from __future__ import annotations

import functools
from collections.abc import Mapping

import numpy as np

from core.arithmetic.scene import Scene
from core.families import Kept, Memory
from core.history.state import Slots
from core.networks.shapes import Slot


class Remembered:
    """The optimizer's memory in double precision, by parameter."""

    def __init__(self, scene: Scene) -> None:
        self._scene, self._optimizer = scene, scene.player.optimizer
        self._first = scene.slots[0].offset if scene.slots else 0
        self._count = sum(slot.size for slot in scene.slots)

    def of(self, slot: Slot, places: np.ndarray) -> Memory:
        """What is remembered of numbers of a parameter; what an optimizer that has not stepped yet begins with."""
        if self._optimizer.elementwise:
            where = slot.offset - self._first + places
            kept = self._optimizer.keeps((self._count,))
            held = self._held(kept, self._scene.memory.get(0, {}))
            return {name: array[where] if array.ndim else array for name, array in held.items()}
        number, memory = self._tensors[slot.name]
        return self._held(self._optimizer.keeps(slot.shape), memory.get(number, {}))

    @functools.cached_property
    def _tensors(self) -> Mapping[str, tuple[int, Slots]]:
        """Of each tensor its number, and the part of the memory that counts it."""
        layout = self._optimizer.layout([slot.shape for slot in self._scene.slots])
        if all(isinstance(name, int) for name in layout):
            return {slot.name: (number, self._scene.memory) for number, slot in enumerate(self._scene.slots)}
        found: dict[str, tuple[int, Slots]] = {}
        counted = dict.fromkeys(layout, 0)
        for slot in self._scene.slots:
            kept = self._optimizer.keeps(slot.shape)
            part = next(name for name, own in layout.items() if own.get(counted[name]) == kept)
            found[slot.name] = (counted[part], self._scene.memory.get(part, {}))
            counted[part] += 1
        return found

    def _held(self, kept: Mapping[str, Kept], memory: Mapping[str, object]) -> dict[str, np.ndarray]:
        found = {}
        for name, each in kept.items():
            if name in memory and memory[name] is not None:
                found[name] = np.asarray(memory[name], dtype=np.float64)
            elif each.always and not each.listed:
                found[name] = np.full(each.shape, each.begins)
        return found

    @functools.cached_property
    def whole(self) -> Memory:
        """All that is remembered of all numbers together, as it lies there: lists as arrays of their entries."""
        held = self._scene.memory.get(0, {})
        return {name: np.asarray(each, dtype=np.float64) for name, each in held.items() if name not in self._spare}

    @property
    def _spare(self) -> set[str]:
        return {name for name, kept in self._optimizer.keeps((self._count,)).items() if kept.spare}
