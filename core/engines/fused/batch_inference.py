"""What networks of one structure answer, for many parameter vectors, and the maps of every unit: by the kernel that
looks."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from core.engines.fused.call import address
from core.engines.fused.coverage import reason_against, reason_against_looking
from core.engines.fused.native import places
from core.engines.fused.plan import layer_tables
from core.networks import shapes
from core.networks.blueprint import Blueprint
from core.networks.lent import aligned

WORK = 24_000_000  # additions and multiplications of one chunk: some milliseconds
AS_GOOD_AS = 12  # additions and multiplications that take as long as one activation


class BatchInference:
    """Called by one thread at a time; the interpreter's lock is free meanwhile."""

    def __init__(self, look: Callable[[int], int], blueprint: Blueprint) -> None:
        self._look = look
        self._dtype = np.dtype(blueprint.experiment.dtype)
        self._layers, self._numbers, self._rows = layer_tables(blueprint, learning=False)
        self._names = tuple(placed.name for placed in blueprint.own)
        self._outputs = blueprint.outputs
        self._work = aligned((self._rows * places.CHUNK,), self._dtype)
        self._nothing = np.empty((0, 0), self._dtype)
        self._parameters = shapes.total(blueprint.slots)
        self._table = np.zeros(places.LOOK_CALL, np.int64)

    def chunk(self, samples: int) -> int:
        """Vectors at a time that are some milliseconds of work: decided by sizes, never by the clock."""
        return max(1, WORK // (samples * (self._parameters + AS_GOOD_AS * self._rows) + 1))

    def outputs(self, vectors: np.ndarray, x: np.ndarray) -> np.ndarray:
        """Vectors (n, P) and encoded inputs (samples, features) -> raw outputs (n, samples, k) in the run's
        precision."""
        return self._call(vectors, x, self._nothing)

    def trace(self, vector: np.ndarray, x: np.ndarray) -> dict[str, tuple[np.ndarray, np.ndarray]]:
        """Layer name -> (weighted sums, values), each (samples, units), for one vector (P,)."""
        rows = np.empty((self._rows, len(x)), self._dtype)
        self._call(vector[None], x, rows)
        found = {}
        for name, fields in zip(self._names, self._layers, strict=True):
            units, sums, values = (int(fields[field]) for field in (places.UNITS, places.SUMS, places.VALUES))
            found[name] = rows[sums : sums + units * int(fields[places.PIECES])].T, rows[values : values + units].T
        return found

    def _call(self, vectors: np.ndarray, x: np.ndarray, rows: np.ndarray) -> np.ndarray:
        vectors, x = (np.ascontiguousarray(array, self._dtype) for array in (vectors, x))
        answers = np.empty((len(vectors), len(x), self._outputs), self._dtype)
        table = self._table
        table[places.LOOK_VECTORS], table[places.LOOK_PARAMETERS], table[places.LOOK_DEPTH] = (
            len(vectors),
            vectors.shape[1],
            len(self._layers),
        )
        table[places.LOOK_SAMPLES], table[places.LOOK_FEATURES], table[places.LOOK_ANSWERS] = (
            len(x),
            x.shape[1],
            self._outputs,
        )
        table[places.LOOK_ROWS], table[places.LOOK_WORK_SIZE] = len(rows), len(self._work)
        table[places.LOOK_AT_VECTORS :] = [
            address(array) for array in (vectors, self._layers, self._numbers, x, answers, rows, self._work)
        ]
        self._look(address(table))
        return answers


def looker_for(blueprint: Blueprint) -> BatchInference | None:
    """The looker of a network where the kernel covers it and can be had.

    Where units jump the last bit of a sum decides: then only those look who evaluate too.
    """
    experiment = blueprint.experiment
    if reason_against_looking(experiment):
        return None
    jumps = any(placed.layer.acts.kind == "step" for placed in blueprint.own)
    if jumps and (experiment.engine == "eager" or reason_against(experiment)):
        return None
    from core.engines.fused import programs  # brings llvmlite: only where it is used

    look = programs.function("look", experiment.dtype)
    return None if look is None else BatchInference(look, blueprint)
