"""The random numbers of `core.random` inside the kernel: the same bits for the orders of epochs, the masks of dropout
and the noise on a batch."""

from __future__ import annotations

import numpy as np

from core.engines.fused.native.lanes import LANES, at, inner, like, load, put, store

_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_MIX_1 = np.uint64(0xBF58476D1CE4E5B9)
_MIX_2 = np.uint64(0x94D049BB133111EB)
_30, _27, _31, _11 = np.uint64(30), np.uint64(27), np.uint64(31), np.uint64(11)
_16, _LAST_16 = np.uint64(16), np.uint64(0xFFFF)
_TO_UNIT = 2.0**-53


@inner
def mix(value):
    """The splitmix64 finalizer on one uint64."""
    value = (value ^ (value >> _30)) * _MIX_1
    value = (value ^ (value >> _27)) * _MIX_2
    return value ^ (value >> _31)


@inner
def key(prefix, counter):
    """The key of `core.random.key(…, counter)` from the key without its last counter."""
    return mix(prefix + _GOLDEN + np.uint64(counter))


@inner
def shuffle(prefix, epoch, order, keys, counts):
    """Fill `order` with the random order of an epoch: that of random keys, whose room is `keys` (2, samples) uint64 and
    `counts` int64.

    The keys are spread evenly: sorted by their first bits into as many boxes as `counts` has, hardly any are out of
    place.
    """
    stream, samples, boxes = key(prefix, epoch), len(order), len(counts) - 1
    first = np.uint64(64)
    size = boxes
    while size > 1:
        first -= np.uint64(1)
        size //= 2
    for box in range(boxes + 1):
        counts[box] = 0
    for i in range(samples):
        keys[0, i] = mix(stream + np.uint64(i + 1) * _GOLDEN)
        counts[np.int64(keys[0, i] >> first) + 1] += 1
    for box in range(boxes):
        counts[box + 1] += counts[box]
    for i in range(samples):
        box = np.int64(keys[0, i] >> first)
        keys[1, counts[box]] = keys[0, i]
        order[counts[box]] = i
        counts[box] += 1
    _mend(keys, order, samples)


@inner
def _mend(keys, order, samples):
    """Put in order what is nearly so, equal keys as they are."""
    for i in range(1, samples):
        one, place, j = keys[1, i], order[i], i
        while j > 0 and keys[1, j - 1] > one:
            keys[1, j], order[j] = keys[1, j - 1], order[j - 1]
            j -= 1
        keys[1, j], order[j] = one, place


@inner
def drop(work, values, masks, units, width, row, used, share, stream):
    """Switch values off: fill `masks` (units, width) with 0 or 1/(1 − share) and multiply `values`; `row` is the first
    sample's place in the batch."""
    kept = 1.0 / (1.0 - share)
    for unit in range(units):
        for b in range(used):
            draw = mix(stream + np.uint64((row + b) * units + unit + 1) * _GOLDEN)
            put(work, masks + unit * width + b, kept if (draw >> _11) * _TO_UNIT >= share else 0.0)
        for b in range(used, width):
            put(work, masks + unit * width + b, 0.0)
    multiply(work, values, masks, units * width)


@inner
def multiply(work, values, masks, count):
    """values ← values · masks."""
    for b in range(0, count, LANES):
        store(work, values + b, load(work, values + b) * load(work, masks + b))


@inner
def lay_noise(work, values, clean, columns, width, row, used, spread, stream, normal):
    """values ← clean + spread · noise, both (columns, width): that of `core.data.noise`, looked up in its numbers
    `normal`, four by each draw; `row` is the first sample's place in the batch."""
    draws, size = (columns + 3) // 4, like(at(work, clean), spread)
    for place in range(draws):
        first = 4 * place
        last = first + 4 if first + 4 < columns else columns
        for b in range(used):
            draw = mix(stream + np.uint64((row + b) * draws + place + 1) * _GOLDEN)
            for column in range(first, last):
                noise = at(normal, np.int64(draw & _LAST_16))
                put(work, values + column * width + b, at(work, clean + column * width + b) + size * noise)
                draw = draw >> _16
