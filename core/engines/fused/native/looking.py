"""The kernel that looks: what networks answer to a table of samples, for many parameter vectors, with the maps of every
unit where asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from core.engines.fused.native.lanes import (
    LANES,
    at,
    cell,
    cube_at,
    inner,
    like,
    load,
    put,
    put_cell,
    row_at,
    store,
    table_at,
)
from core.engines.fused.native.passes import forward
from core.engines.fused.native.places import (  # fmt: skip
    CHUNK,
    ENTRY,
    FIELDS,
    LOOK_ANSWERS,
    LOOK_AT_ANSWERS,
    LOOK_AT_LAYERS,
    LOOK_AT_NUMBERS,
    LOOK_AT_ROWS,
    LOOK_AT_VECTORS,
    LOOK_AT_WORK,
    LOOK_AT_X,
    LOOK_CALL,
    LOOK_DEPTH,
    LOOK_FEATURES,
    LOOK_PARAMETERS,
    LOOK_ROWS,
    LOOK_SAMPLES,
    LOOK_VECTORS,
    LOOK_WORK_SIZE,
    VALUES,
)


@inner
def clear(work, row, width, count):
    """Zeros in the last lanes of `count` rows, some of which no sample fills."""
    for r in range(row, row + count):
        store(work, (r + 1) * width - LANES, like(load(work, (r + 1) * width - LANES), 0.0))


@inner
def _fetch(work, row, width, x, first, used):
    """Samples of x (samples, features) from number `first` on, into the rows from `row` on."""
    clear(work, row, width, x.shape[1])
    for column in range(x.shape[1]):
        goal = (row + column) * width
        for b in range(used):
            put(work, goal + b, cell(x, first + b, column))


@inner
def ask(work, flat, layers, numbers, width):
    """All layers in evaluation mode, for the samples in the workspace."""
    for k in range(len(layers)):
        forward(work, flat, layers, numbers, k, width, False)


@inner
def tell(work, layers, outputs, first, used, width):
    """Raw outputs of the samples in the workspace, to outputs (samples, k) from number `first` on."""
    for unit in range(outputs.shape[1]):
        for b in range(used):
            put_cell(outputs, first + b, unit, at(work, (layers[len(layers) - 1, VALUES] + unit) * width + b))


@inner
def _answer(work, flat, layers, numbers, x, outputs, rows, first):
    """Raw outputs (chunk, k) of the samples of x (samples, features) from number `first` on, at most `CHUNK`.

    All rows of the workspace up to that of the last values go to `rows` (rows, samples), unless that is empty.
    """
    used = len(x) - first if len(x) - first < CHUNK else CHUNK
    width = (used + LANES - 1) // LANES * LANES
    _fetch(work, layers[0, ENTRY], width, x, first, used)
    ask(work, flat, layers, numbers, width)
    tell(work, layers, outputs, first, used, width)
    for row in range(len(rows)):
        for b in range(used):
            rows[row, first + b] = at(work, row * width + b)


def program(dtype: Any) -> Callable[[int], int]:
    """The entry for numbers of one precision, to be compiled."""

    def look(call):
        """`call` is the address of a table (LOOK_CALL,) int64; see `places`."""
        table = row_at(call, np.int64, (LOOK_CALL,))
        count, parameters, depth, samples = (
            table[LOOK_VECTORS],
            table[LOOK_PARAMETERS],
            table[LOOK_DEPTH],
            table[LOOK_SAMPLES],
        )
        vectors = table_at(table[LOOK_AT_VECTORS], dtype, (count, parameters))
        layers = table_at(table[LOOK_AT_LAYERS], np.int64, (depth, FIELDS))
        numbers = table_at(table[LOOK_AT_NUMBERS], np.float64, (depth, 2))
        x = table_at(table[LOOK_AT_X], dtype, (samples, table[LOOK_FEATURES]))
        answers = cube_at(table[LOOK_AT_ANSWERS], dtype, (count, samples, table[LOOK_ANSWERS]))
        rows = table_at(table[LOOK_AT_ROWS], dtype, (table[LOOK_ROWS], samples))
        work = row_at(table[LOOK_AT_WORK], dtype, (table[LOOK_WORK_SIZE],))
        for number in range(count):
            for first in range(0, samples, CHUNK):
                _answer(work, vectors[number], layers, numbers, x, answers[number], rows, first)
        return 0

    return look
