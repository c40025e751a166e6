"""The kernel's two entries: a slice of updates, and the answers to a table of samples. One compilation for each precision."""

from __future__ import annotations

import numpy as np

from core.engines.fused.cache import entry, inner
from core.engines.fused.chance import drop, key, shuffle
from core.engines.fused.gradient import clip, cut_links, penalize
from core.engines.fused.lanes import LANES, at, like, put
from core.engines.fused.losses import output_gradients
from core.engines.fused.optimizers import step
from core.engines.fused.passes import ENTRY, GRADIENTS, MASKS, UNITS, VALUES, backward, forward

CHUNK = 128  # samples that go through the layers together: what they leave behind stays in the cache
# Places in `state` (int64), which says where the run stands before and after a slice.
EPOCH, POSITION, CARRIED, UPDATE, SAMPLES, STATE = 0, 1, 2, 3, 4, 5
# Places in `ways` (int64): what does not change in a slice.
OPTIMIZER, LOSS, BATCH, LAST, EACH_EPOCH, PENALTIES, CUTS, TARGETS, WAYS = 0, 1, 2, 3, 4, 5, 6, 7, 8
KEEP, DROP, CARRY = 0, 1, 2
# Places in `bounds` (float64).
DELTA, CLIP_VALUE, CLIP_NORM, BOUNDS = 0, 1, 2, 3


@inner
def _turn(state, ways, orders, prefix):
    """Start the next epoch where this one has no batch left; the numbers of the coming batch's end."""
    samples = orders.shape[1]
    left = samples - state[POSITION]
    if not (left >= ways[BATCH] or (left > 0 and ways[LAST] == KEEP)):
        state[EPOCH] += 1
        state[POSITION] = 0
        state[CARRIED] = left if ways[LAST] == CARRY else 0
        if ways[EACH_EPOCH]:
            shuffle(prefix, state[EPOCH], orders[state[EPOCH] % 2])
    return min(state[POSITION] + ways[BATCH], samples)


@inner
def _gather(work, row, width, rows, number, column_count, used):
    """Copy one sample into lane `number` of the rows from `row` on; lanes beyond the last sample hold zeros."""
    for column in range(column_count):
        put(work, (row + column) * width + used, rows[number, column])


@inner
def _clear(work, row, width, count, used):
    zero = like(at(work, 0), 0.0)
    for r in range(row, row + count):
        for b in range(used, width):
            put(work, r * width + b, zero)


@inner
def _collect(work, layers, ways, x, t, orders, state, first, used, width):
    """Bring the batch's samples from number `first` on into the workspace."""
    entry_row, target_row, features, outputs = layers[0, ENTRY], ways[TARGETS], x.shape[1], t.shape[1]
    samples, carried = orders.shape[1], state[CARRIED]
    now, past = state[EPOCH] % 2, (state[EPOCH] + 1) % 2
    for b in range(used):
        j = first + b
        place = orders[past, samples - carried + j] if j < carried else orders[now, state[POSITION] + j - carried]
        _gather(work, entry_row, width, x, place, features, b)
        _gather(work, target_row, width, t, place, outputs, b)
    _clear(work, entry_row, width, features, used)
    _clear(work, target_row, width, outputs, used)


@inner
def _learn_chunk(work, flat, gradient, layers, numbers, shares, streams, ways, bounds, first, used, width, batch):
    """Add to the gradient what one chunk of a batch has to say."""
    depth = len(layers)
    for k in range(depth):
        forward(work, flat, layers, numbers, k, width)
        if shares[k] > 0:
            drop(work, layers[k, VALUES] * width, layers[k, MASKS] * width, layers[k, UNITS], width, first, used, shares[k], streams[k])
    last = depth - 1
    output_gradients(
        work, ways[LOSS], bounds[DELTA], layers[last, VALUES] * width, ways[TARGETS] * width, layers[last, GRADIENTS] * width,
        layers[last, UNITS], width, used, batch,
    )  # fmt: skip
    for k in range(depth - 1, -1, -1):
        backward(work, flat, gradient, layers, k, layers[k - 1, GRADIENTS] if k else -1, shares[k] > 0, width)


@inner
def _update(
    work, flat, gradient, layers, numbers, shares, prefixes, streams, ways, bounds, options, x, t, orders, state, end, rate, slots, pulls, dead, before
):
    """One update with the batch that ends at `end`; the samples it took."""
    batch = end - state[POSITION] + state[CARRIED]
    for k in range(len(layers)):
        streams[k] = key(prefixes[k], state[UPDATE]) if shares[k] > 0 else np.uint64(0)
    gradient[:] = 0
    for first in range(0, batch, CHUNK):
        used = min(CHUNK, batch - first)
        width = (used + LANES - 1) // LANES * LANES
        _collect(work, layers, ways, x, t, orders, state, first, used, width)
        _learn_chunk(work, flat, gradient, layers, numbers, shares, streams, ways, bounds, first, used, width, batch)
    if ways[PENALTIES]:
        penalize(flat, gradient, pulls)
    clip(gradient, bounds[CLIP_VALUE], bounds[CLIP_NORM])
    if ways[CUTS]:
        before[:] = flat
    step(ways[OPTIMIZER], options, rate, flat, gradient, slots[0], slots[1], slots[2], slots[3])
    if ways[CUTS]:
        cut_links(flat, before, pulls, dead, rate)
    return batch


@inner
def _look(work, flat, layers, numbers, state, table, answers, vectors, seen, number):
    """Write down everything that evaluation number `number` of this call is made from."""
    _answer(work, flat, layers, numbers, table, answers[number])
    vectors[number, :] = flat
    seen[number] = state[SAMPLES]


@entry
def advance(
    flat, gradient, slots, layers, numbers, shares, prefixes, ways, bounds, options, x, t, orders, state, rates, most_samples, pulls, dead, work, halt,
    every, table, answers, vectors, seen,
):  # fmt: skip
    """Make an update for every rate in `rates`, fewer where `halt[0]` is set or the run has seen `most_samples`; the updates made.

    `slots` are the optimizer's three averages and its counts; `prefixes` holds the keys of each layer's masks and, last, of the orders.
    After each `every` updates of the run, as long as there is room, the outputs for `table` (samples, features) go to `answers`
    (evaluations, samples, k), the parameters to `vectors` (evaluations, parameters) and the samples taken to `seen` (evaluations,).
    """
    streams, before = np.zeros(len(layers), np.uint64), np.empty_like(flat)
    made, looks = 0, 0
    while made < len(rates) and halt[0] == 0 and state[SAMPLES] < most_samples:
        end = _turn(state, ways, orders, prefixes[len(layers)])
        taken = _update(
            work, flat, gradient, layers, numbers, shares, prefixes, streams, ways, bounds, options,
            x, t, orders, state, end, rates[made], slots, pulls, dead, before,
        )  # fmt: skip
        state[POSITION], state[CARRIED] = end, 0
        state[UPDATE] += 1
        state[SAMPLES] += taken
        made += 1
        if looks < len(seen) and state[UPDATE] % every == 0:
            _look(work, flat, layers, numbers, state, table, answers, vectors, seen, looks)
            looks += 1
    return made


@entry
def answer(flat, layers, numbers, x, work, outputs):
    """Fill `outputs` (samples, k) with the raw outputs for x (samples, features), in evaluation mode."""
    _answer(work, flat, layers, numbers, x, outputs)


@inner
def _answer(work, flat, layers, numbers, x, outputs):
    depth = len(layers)
    for first in range(0, len(x), CHUNK):
        used = min(CHUNK, len(x) - first)
        width = (used + LANES - 1) // LANES * LANES
        for b in range(used):
            _gather(work, layers[0, ENTRY], width, x, first + b, x.shape[1], b)
        _clear(work, layers[0, ENTRY], width, x.shape[1], used)
        for k in range(depth):
            forward(work, flat, layers, numbers, k, width)
        for unit in range(outputs.shape[1]):
            for b in range(used):
                outputs[first + b, unit] = at(work, (layers[depth - 1, VALUES] + unit) * width + b)
