"""The kernel that learns: a whole slice of updates in one call, without the interpreter's lock."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from core.engines.fused.native.chance import drop, key, lay_noise, shuffle
from core.engines.fused.native.flags import raise_flag, seen_flag
from core.engines.fused.native.gradient import clip, cut_links, penalize
from core.engines.fused.native.lanes import (
    LANES,
    apart,
    at,
    cell,
    cube_at,
    inner,
    like,
    load,
    put,
    row_at,
    store,
    table_at,
)
from core.engines.fused.native.looking import ask, clear, tell
from core.engines.fused.native.losses import output_gradients
from core.engines.fused.native.optimizers import step
from core.engines.fused.native.passes import backward, forward
from core.engines.fused.native.places import (  # fmt: skip
    ANSWERED,
    ANSWERS,
    ASKED,
    ASKED_FLAG,
    AT_ANSWERS,
    AT_BEFORE,
    AT_BOUNDS,
    AT_BOXES,
    AT_COUNTS,
    AT_DEAD,
    AT_EXAM,
    AT_FIRST,
    AT_FLAT,
    AT_GRADIENT,
    AT_HALT,
    AT_KEYS,
    AT_LAYERS,
    AT_LOOKS,
    AT_LOSSES,
    AT_NORMAL,
    AT_NUMBERS,
    AT_OPTIONS,
    AT_ORDERS,
    AT_PIECES,
    AT_PREFIXES,
    AT_PULLS,
    AT_RATES,
    AT_RIGHT,
    AT_SECOND,
    AT_SEEN,
    AT_SHARES,
    AT_SLATE,
    AT_STATE,
    AT_STREAMS,
    AT_T,
    AT_THIRD,
    AT_VECTORS,
    AT_WANTED,
    AT_WAYS,
    AT_WORK,
    AT_X,
    BATCH,
    BOUNDS,
    BOXES,
    CALL,
    CARRIED,
    CARRY,
    CHUNK,
    CLIP_NORM,
    CLIP_VALUE,
    CUTS,
    DELTA,
    DEPTH,
    EACH_EPOCH,
    ENTRY,
    EPOCH,
    FEATURES,
    FIELDS,
    GRADIENTS,
    KEEP,
    LAST,
    LOOKS,
    LOSS,
    MASKS,
    MOST_SAMPLES,
    NOISE,
    NORMAL,
    OPTIMIZER,
    OPTIONS,
    PARAMETERS,
    PENALTIES,
    PIECES_ASKED,
    POSITION,
    RATES,
    SAMPLES,
    SLATE,
    SLATE_COUNTS,
    SLATE_DEAD,
    SLATE_FIRST,
    SLATE_SECOND,
    SLATE_STATE,
    SLATE_THIRD,
    SLATE_VECTOR,
    STATE,
    TAKEN,
    TARGETS,
    THRESHOLD,
    UNITS,
    UPDATE,
    VALUES,
    WAYS,
    WISHED,
    WORK_SIZE,
    WRITTEN,
)
from core.engines.fused.native.tallies import count_right, sum_losses


@inner
def _turn(state, ways, orders, keys, counts, prefix):
    """Start the next epoch where this one has no batch left; the numbers of the coming batch's end."""
    samples = orders.shape[1]
    left = samples - state[POSITION]
    if not (left >= ways[BATCH] or (left > 0 and ways[LAST] == KEEP)):
        state[EPOCH] += 1
        state[POSITION] = 0
        state[CARRIED] = left if ways[LAST] == CARRY else 0
        if ways[EACH_EPOCH]:
            shuffle(prefix, state[EPOCH], orders[state[EPOCH] % 2], keys, counts)
    end = state[POSITION] + ways[BATCH]
    return end if end < samples else samples


@inner
def _collect(work, layers, ways, x, t, orders, state, first, used, width):
    """Bring the batch's samples from number `first` on into the workspace."""
    entry_row, target_row, features, outputs = layers[0, ENTRY], ways[TARGETS], x.shape[1], t.shape[1]
    samples, carried = orders.shape[1], state[CARRIED]
    now, past, begun = state[EPOCH] % 2, (state[EPOCH] + 1) % 2, state[POSITION] - carried
    split = min(max(carried - first, 0), used)
    clear(work, entry_row, width, features)
    clear(work, target_row, width, outputs)
    if split:
        _bring(work, entry_row, width, x, features, orders, past, samples - carried + first, 0, split)
        _bring(work, target_row, width, t, outputs, orders, past, samples - carried + first, 0, split)
    _bring(work, entry_row, width, x, features, orders, now, begun + first, split, used)
    _bring(work, target_row, width, t, outputs, orders, now, begun + first, split, used)


@inner
def _bring(work, row, width, rows, columns, orders, epoch, place, first, last):
    """The samples of an epoch's order from `place + first` on, into the lanes from `first` to `last`."""
    for column in range(columns):
        goal = (row + column) * width
        for b in range(first, last):
            put(work, goal + b, cell(rows, cell(orders, epoch, place + b), column))


@inner
def _learn_chunk(work, flat, gradient, layers, numbers, shares, streams, ways, bounds, first, used, width, batch):
    """Add to the gradient what one chunk of a batch has to say."""
    depth = len(layers)
    for k in range(depth):
        forward(work, flat, layers, numbers, k, width, True)
        if shares[k] > 0:
            drop(
                work,
                layers[k, VALUES] * width,
                layers[k, MASKS] * width,
                layers[k, UNITS],
                width,
                first,
                used,
                shares[k],
                streams[k],
            )
    last = depth - 1
    output_gradients(
        work, ways[LOSS], bounds[DELTA], layers[last, VALUES] * width, ways[TARGETS] * width, layers[last, GRADIENTS] * width,
        layers[last, UNITS], width, used, batch,
    )  # fmt: skip
    for k in range(depth - 1, -1, -1):
        backward(work, flat, gradient, layers, k, layers[k - 1, GRADIENTS] if k else -1, shares[k] > 0, width)


@inner
def _update(
    work,
    flat,
    gradient,
    layers,
    numbers,
    shares,
    prefixes,
    streams,
    ways,
    bounds,
    options,
    x,
    t,
    orders,
    state,
    end,
    rate,
    slots,
    pulls,
    dead,
    before,
    normal,
):
    """One update with the batch that ends at `end`; the samples it took."""
    batch = end - state[POSITION] + state[CARRIED]
    for k in range(len(layers)):
        streams[k] = key(prefixes[k], state[UPDATE]) if shares[k] > 0 else np.uint64(0)
    zero = like(at(flat, 0), 0.0)
    for i in range(len(gradient)):
        put(gradient, i, zero)
    for first in range(0, batch, CHUNK):
        used = batch - first if batch - first < CHUNK else CHUNK
        width = (used + LANES - 1) // LANES * LANES
        _collect(work, layers, ways, x, t, orders, state, first, used, width)
        if bounds[NOISE] > 0:
            goal, clean = layers[0, ENTRY] * width, ways[TARGETS] * width
            stream = key(prefixes[len(layers) + 1], state[UPDATE])
            lay_noise(work, goal, clean, x.shape[1], width, first, used, bounds[NOISE], stream, normal)
        _learn_chunk(work, flat, gradient, layers, numbers, shares, streams, ways, bounds, first, used, width, batch)
    if ways[PENALTIES]:
        penalize(flat, gradient, pulls)
    clip(gradient, bounds[CLIP_VALUE], bounds[CLIP_NORM])
    if ways[CUTS]:
        _copy(flat, before)
    step(ways[OPTIMIZER], options, rate, flat, gradient, slots[0], slots[1], slots[2], slots[3])
    if ways[CUTS]:
        cut_links(flat, before, pulls, dead, rate)
    return batch


@inner
def _copy(source, goal):
    for i in range(len(source)):
        put(goal, i, at(source, i))


@inner
def _look(work, flat, layers, numbers, ways, bounds, exam, wanted, pieces, answers, losses, right):
    """Ask about the samples of `exam` (features, samples), of which should be said what `wanted` (k, samples) holds,
    in `pieces` (pieces, 2), each from where to where.

    What is said goes to `answers` (samples, k); where that is empty, sums of losses and numbers of right answers go to
    `losses` (pieces,) and `right` (pieces,).
    """
    for piece in range(len(pieces)):
        first, used = pieces[piece, 0], pieces[piece, 1] - pieces[piece, 0]
        width = (used + LANES - 1) // LANES * LANES
        for feature in range(len(exam)):
            goal = (layers[0, ENTRY] + feature) * width
            for b in range(0, width, LANES):
                store(work, goal + b, load(exam[feature], first + b))
        ask(work, flat, layers, numbers, width)
        if len(answers):
            tell(work, layers, answers, first, used, width)
        else:
            values = layers[len(layers) - 1, VALUES] * width
            losses[piece] = sum_losses(work, ways[LOSS], values, wanted[0], first, used)
            right[piece] = count_right(work, bounds[THRESHOLD], values, wanted[0], first, used, width)


@apart
def _write_down(slate, written, flat, slots, dead, state):
    """Tell the thread that has asked what the run is now. `written` are the arrays to be written to: averages and marks
    of cut links only where the run has them."""
    vector, first, second, third, counts, place, marks = written
    _copy(flat, vector)
    if slate[SLATE_FIRST]:
        _copy(slots[0], first)
    if slate[SLATE_SECOND]:
        _copy(slots[1], second)
    if slate[SLATE_THIRD]:
        _copy(slots[2], third)
    _copy(slots[3], counts)
    if slate[SLATE_DEAD]:
        _copy(dead, marks)
    _copy(state, place)
    raise_flag(slate, ASKED_FLAG, WRITTEN)


@inner
def _learn(
    flat, gradient, slots, layers, numbers, shares, prefixes, streams, ways, bounds, options, x, t, orders, keys, counts, state, rates, most, pulls, dead,
    before, normal, work, halt, due, exam, wanted, pieces,
    answers, losses, right, vectors, seen, slate, written,
):  # fmt: skip
    """Make an update for every rate in `rates`, fewer where `halt[0]` is set or `most` samples have been seen; the
    updates made.

    `slots` are the optimizer's three averages and its counts; `prefixes` holds the keys of each layer's masks, of
    the orders and of the noise, `normal` the numbers that noise is drawn of. When the run comes to an update of `due`
    (looks,), which rises, what is told of the exam goes to the row of that look (see `_look`), the parameters to
    `vectors` (looks, parameters) and the samples taken to `seen` (looks,). Between two updates it is told to who has
    asked for it by `slate` what the run is (see `_write_down`); not after the last, of which the rules may be about to
    say something.
    """
    made, looks = 0, 0
    while made < len(rates) and seen_flag(halt, 0) == 0 and state[TAKEN] < most:
        end = _turn(state, ways, orders, keys, counts, prefixes[len(layers)])
        taken = _update(
            work, flat, gradient, layers, numbers, shares, prefixes, streams, ways, bounds, options,
            x, t, orders, state, end, rates[made], slots, pulls, dead, before, normal,
        )  # fmt: skip
        state[POSITION], state[CARRIED] = end, 0
        state[UPDATE] += 1
        state[TAKEN] += taken
        made += 1
        if looks < len(due) and state[UPDATE] == due[looks]:
            _look(
                work,
                flat,
                layers,
                numbers,
                ways,
                bounds,
                exam,
                wanted,
                pieces,
                answers[looks],
                losses[looks],
                right[looks],
            )
            _copy(flat, vectors[looks])
            seen[looks] = state[TAKEN]
            looks += 1
        if made < len(rates) and seen_flag(slate, ASKED_FLAG) == WISHED:
            _write_down(slate, written, flat, slots, dead, state)
    return made


def program(dtype: Any) -> Callable[[int], int]:
    """The entry for numbers of one precision, to be compiled."""

    def advance(call):
        """`call` is the address of a table (CALL,) int64; see `places`. The updates made."""
        c = row_at(call, np.int64, (CALL,))
        size, depth, features, outputs, samples = c[PARAMETERS], c[DEPTH], c[FEATURES], c[ANSWERS], c[SAMPLES]
        flat, gradient = row_at(c[AT_FLAT], dtype, (size,)), row_at(c[AT_GRADIENT], dtype, (size,))
        slots = (
            row_at(c[AT_FIRST], dtype, (size,)), row_at(c[AT_SECOND], dtype, (size,)),
            row_at(c[AT_THIRD], dtype, (size,)), row_at(c[AT_COUNTS], np.float64, (2,)),
        )  # fmt: skip
        layers = table_at(c[AT_LAYERS], np.int64, (depth, FIELDS))
        numbers, shares = table_at(c[AT_NUMBERS], np.float64, (depth, 2)), row_at(c[AT_SHARES], np.float64, (depth,))
        prefixes, streams = row_at(c[AT_PREFIXES], np.uint64, (depth + 2,)), row_at(c[AT_STREAMS], np.uint64, (depth,))
        ways, bounds = row_at(c[AT_WAYS], np.int64, (WAYS,)), row_at(c[AT_BOUNDS], np.float64, (BOUNDS,))
        options = row_at(c[AT_OPTIONS], np.float64, (OPTIONS,))
        x, t = table_at(c[AT_X], dtype, (samples, features)), table_at(c[AT_T], dtype, (samples, outputs))
        orders, keys = table_at(c[AT_ORDERS], np.int64, (2, samples)), table_at(c[AT_KEYS], np.uint64, (2, samples))
        counts = row_at(c[AT_BOXES], np.int64, (c[BOXES],))
        state, rates = row_at(c[AT_STATE], np.int64, (STATE,)), row_at(c[AT_RATES], np.float64, (c[RATES],))
        pulls, dead = table_at(c[AT_PULLS], dtype, (3, size)), row_at(c[AT_DEAD], np.uint8, (size,))
        before, work = row_at(c[AT_BEFORE], dtype, (size,)), row_at(c[AT_WORK], dtype, (c[WORK_SIZE],))
        normal = row_at(c[AT_NORMAL], dtype, (NORMAL,))
        halt = row_at(c[AT_HALT], np.uint8, (1,))
        looks, asked, count = c[LOOKS], c[ASKED], c[PIECES_ASKED]
        exam, wanted = table_at(c[AT_EXAM], dtype, (features, asked)), table_at(c[AT_WANTED], dtype, (outputs, asked))
        pieces = table_at(c[AT_PIECES], np.int64, (count, 2))
        answers = cube_at(c[AT_ANSWERS], dtype, (looks, c[ANSWERED], outputs))
        losses = table_at(c[AT_LOSSES], np.float64, (looks, count))
        right = table_at(c[AT_RIGHT], np.int64, (looks, count))
        vectors, seen = table_at(c[AT_VECTORS], dtype, (looks, size)), row_at(c[AT_SEEN], np.int64, (looks,))
        due = row_at(c[AT_LOOKS], np.int64, (looks,))
        slate = row_at(c[AT_SLATE], np.int64, (SLATE,))
        written = (
            row_at(slate[SLATE_VECTOR], dtype, (size,)), row_at(slate[SLATE_FIRST], dtype, (size,)),
            row_at(slate[SLATE_SECOND], dtype, (size,)), row_at(slate[SLATE_THIRD], dtype, (size,)),
            row_at(slate[SLATE_COUNTS], np.float64, (2,)), row_at(slate[SLATE_STATE], np.int64, (STATE,)),
            row_at(slate[SLATE_DEAD], np.uint8, (size,)),
        )  # fmt: skip
        return _learn(
            flat, gradient, slots, layers, numbers, shares, prefixes, streams, ways, bounds, options, x, t, orders, keys, counts, state, rates,
            c[MOST_SAMPLES], pulls, dead, before, normal, work, halt, due, exam, wanted, pieces, answers, losses, right, vectors, seen,
            slate, written,
        )  # fmt: skip

    return advance
