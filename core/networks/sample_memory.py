"""How much memory a network takes for a sample, how many samples go through it at once, and what is said where no
memory is left."""

from __future__ import annotations

import math
from collections.abc import Iterable

from core.families import Layer, Shape

AT_ONCE = (
    1 << 26
    # bytes that the values of all layers may take for the samples that go through a network at once, pictures and
    # evaluations alike
)
MOST = 8192  # such samples, however small the network
BACKWARDS = (
    3  # times as much where the way back is taken too: every layer's values wait for it, and slopes come beside them
)


def numbers_each(stack: Iterable[tuple[Layer, Shape]], inputs: Shape, *, doubled: bool = False) -> int:
    """Numbers that one sample leaves in a network: its inputs, and of every layer, with the shape of what comes in,
    what it puts out and works with.

    An upper estimate: nothing is taken to be given back on the way. `doubled`: in double precision PyTorch lays the
    windows of a convolution out side by side.
    """
    return math.prod(inputs) + sum(_numbers(layer, comes_in, doubled=doubled) for layer, comes_in in stack)


def _numbers(layer: Layer, comes_in: Shape, *, doubled: bool) -> int:
    goes_out = layer.shape(comes_in)
    weights = [shape for role, shape in layer.parameters(comes_in).items() if role.startswith("weight")]
    found = (
        2 * math.prod(goes_out) * max(layer.acts.pieces, len(weights), 1)
    )  # sums and values; a block of several convolutions has them of each
    if len(comes_in) == 2:  # the sums of a cell's gates, at every step
        found += comes_in[0] * sum(shape[0] for shape in weights if len(shape) == 2)
    if doubled:
        places = max(math.prod(comes_in[1:]), math.prod(goes_out[1:])) if len(comes_in) == 3 else comes_in[0]
        found += places * max(
            (math.prod(shape) // min(shape[0], comes_in[0]) for shape in weights if len(shape) > 2), default=0
        )
    return found


def samples_at_once(numbers: int, bytes_each: int, *, backwards: bool = False) -> int:
    """Samples that go through a network at once, where each leaves so many numbers of so many bytes: a matter of the
    network alone, so that the same question gets the same answer."""
    return max(1, min(MOST, AT_ONCE // max(1, numbers * bytes_each * (BACKWARDS if backwards else 1))))


def pieces(count: int, size: int) -> list[slice]:
    """The samples 0 … count − 1 in pieces of `size`; one empty piece where there are none."""
    return [slice(start, min(start + size, count)) for start in range(0, max(count, 1), size)]
