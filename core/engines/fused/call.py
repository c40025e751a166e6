"""The table of sizes and addresses that a program is called with; only what has changed is written anew."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from core.engines.engine import Looks
from core.engines.fused.native import places
from core.engines.fused.plan import Plan
from core.networks.lent import aligned

UNASKED = np.zeros(places.SLATE, np.int64)  # the slate of those that nobody asks


class Call:
    """A call of `learning.advance`; `parameters` (P,) are changed in place."""

    def __init__(self, advance: Callable[[int], int], parameters: np.ndarray, features: int, outputs: int) -> None:
        self._advance = advance
        self._table = np.zeros(places.CALL, np.int64)
        self._at = address(self._table)
        self._kept: dict[int, np.ndarray] = {}  # the arrays that the table tells of, so that they stay
        self.state, self.counts = np.zeros(places.STATE, np.int64), np.zeros(2)
        self.gradient = aligned((len(parameters) + places.TOGETHER,), parameters.dtype)[: len(parameters)]
        self.put(places.PARAMETERS, len(parameters))
        self.put(places.FEATURES, features)
        self.put(places.ANSWERS, outputs)
        for place, array in (
            (places.AT_FLAT, parameters), (places.AT_GRADIENT, self.gradient), (places.AT_COUNTS, self.counts),
            (places.AT_STATE, self.state), (places.AT_BEFORE, np.zeros_like(parameters)), (places.AT_SLATE, UNASKED),
        ):  # fmt: skip
            self.point(place, array)

    def put(self, place: int, number: int) -> None:
        """A size."""
        self._table[place] = number

    def point(self, place: int, array: np.ndarray | None) -> None:
        """An array, or none."""
        if array is None:
            self._kept.pop(place, None)
            self._table[place] = 0
        elif self._kept.get(place) is not array:
            self._kept[place], self._table[place] = array, address(array)

    def has(self, place: int) -> bool:
        """Whether the table tells of an array there."""
        return place in self._kept

    def take_plan(self, plan: Plan, samples: int) -> np.ndarray:
        """Settings, for so many samples to learn from; the room for the orders of two epochs, (2, samples)."""
        rows = plan.rows + places.TOGETHER
        boxes = 1 << max(1, (samples - 1).bit_length())
        orders, depth, dtype = np.empty((2, samples), np.int64), len(plan.layers), self.gradient.dtype
        for place, number in (
            (places.DEPTH, depth), (places.SAMPLES, samples), (places.BOXES, boxes + 1), (places.WORK_SIZE, rows * places.CHUNK),
        ):  # fmt: skip
            self.put(place, number)
        for place, array in (
            (places.AT_LAYERS, plan.layers), (places.AT_NUMBERS, plan.numbers), (places.AT_SHARES, plan.shares), (places.AT_PREFIXES, plan.prefixes),
            (places.AT_WAYS, plan.ways), (places.AT_BOUNDS, plan.bounds), (places.AT_OPTIONS, plan.options), (places.AT_PULLS, plan.pulls),
            (places.AT_STREAMS, np.zeros(depth, np.uint64)), (places.AT_ORDERS, orders), (places.AT_KEYS, np.zeros((2, samples), np.uint64)),
            (places.AT_BOXES, np.zeros(boxes + 1, np.int64)), (places.AT_WORK, aligned((rows * places.CHUNK,), dtype)), (places.AT_NORMAL, plan.normal),
        ):  # fmt: skip
            self.point(place, array)
        return orders

    def take_looks(self, looks: Looks) -> None:
        """What is to be seen on the way."""
        exam = looks.exam
        for place, number in (
            (places.LOOKS, len(looks.due)), (places.ANSWERED, looks.answers.shape[1]), (places.ASKED, exam.x.shape[1]),
            (places.PIECES_ASKED, len(exam.pieces)),
        ):  # fmt: skip
            self.put(place, number)
        for place, array in (
            (places.AT_LOOKS, looks.due), (places.AT_EXAM, exam.x), (places.AT_WANTED, exam.wanted), (places.AT_PIECES, exam.pieces),
            (places.AT_ANSWERS, looks.answers), (places.AT_LOSSES, looks.losses), (places.AT_RIGHT, looks.right),
            (places.AT_VECTORS, looks.vectors), (places.AT_SEEN, looks.seen),
        ):  # fmt: skip
            self.point(place, array)

    def advance(self, rates: np.ndarray, most: int, halt: np.ndarray) -> int:
        """An update for every rate, until `most` samples have been seen or `halt[0]` is set; the updates made. The
        interpreter's lock is free meanwhile."""
        self.point(places.AT_RATES, rates)
        self.point(places.AT_HALT, halt)
        self.put(places.RATES, len(rates))
        self.put(places.MOST_SAMPLES, most)
        return self._advance(self._at)


def address(array: np.ndarray) -> int:
    """Where an array's numbers lie."""
    return array.__array_interface__["data"][0]
