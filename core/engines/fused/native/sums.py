"""Sums over lanes, eight of them side by side, and sums that are rounded as numpy's."""

from __future__ import annotations

from typing import Any

from llvmlite import ir
from numba.core import types

from core.engines.fused.native.lanes import LanesType, address_in, primitive, spread_out
from core.engines.fused.native.places import LANES, TOGETHER


@primitive
def total(typing: Any, lanes: Any) -> Any:
    """The sum of the lanes, neighbours eight apart first."""

    def build(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        value, width = args[0], LANES
        while width > 1:
            width //= 2
            order = [(i + width) % LANES if i < width else i for i in range(LANES)]
            other = builder.shuffle_vector(value, value, ir.Constant(ir.VectorType(ir.IntType(32), LANES), order))
            value = builder.fadd(value, other)
        return builder.extract_element(value, ir.Constant(ir.IntType(32), 0))

    return lanes.dtype(lanes), build


def _merged(builder: Any, one: Any, other: Any, left: list[int]) -> Any:
    """Half of the places of two vectors plus the other half: `left` and what lies beside it."""
    distance = next(step for step in (1, 2, 4) if left[0] + step not in left)
    places = (left, [place + distance for place in left])
    kind = ir.VectorType(ir.IntType(32), TOGETHER)
    halves = [builder.shuffle_vector(one, other, ir.Constant(kind, order)) for order in places]
    return builder.fadd(*halves)


def _numbers(count: int) -> Any:
    """The lanes' own numbers."""
    return ir.Constant(ir.VectorType(ir.IntType(64), count), list(range(count)))


def _folded(builder: Any, lanes: Any) -> Any:
    """Sixteen lanes -> the sums (8,) of those that lie eight apart."""
    kind = ir.VectorType(ir.IntType(32), TOGETHER)
    halves = ([*range(TOGETHER)], [*range(TOGETHER, LANES)])
    return builder.fadd(*(builder.shuffle_vector(lanes, lanes, ir.Constant(kind, half)) for half in halves))


@primitive
def add_totals(
    typing: Any, array: Any, index: Any, count: Any, a: Any, b: Any, c: Any, d: Any, e: Any, f: Any, g: Any, h: Any
) -> Any:
    """array[index : index + 8] += the sums of eight times sixteen lanes, side by side, of which only the first `count`
    are there: fifteen additions of vectors instead of eight sums one by one. Behind them nothing is added; the array
    has to reach so far."""

    def build(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        lanes = [_folded(builder, each) for each in args[3:]]
        pairs = [
            _merged(builder, one, other, [0, 8, 2, 10, 4, 12, 6, 14])
            for one, other in zip(lanes[::2], lanes[1::2], strict=True)
        ]
        fours = [
            _merged(builder, one, other, [0, 1, 8, 9, 4, 5, 12, 13])
            for one, other in zip(pairs[::2], pairs[1::2], strict=True)
        ]
        sums = _merged(builder, fours[0], fours[1], [0, 1, 2, 3, 8, 9, 10, 11])
        there = builder.icmp_signed("<", _numbers(TOGETHER), spread_out(builder, args[2], TOGETHER))
        sums = builder.select(there, sums, ir.Constant(sums.type, [0.0] * TOGETHER))
        address = address_in(context, builder, signature.args[0], args[0], args[1])
        address = builder.bitcast(address, sums.type.as_pointer())
        align = array.dtype.bitwidth // 8
        builder.store(builder.fadd(builder.load(address, align=align), sums), address, align=align)
        return context.get_dummy_value()

    return types.void(array, types.intp, types.intp, a, b, c, d, e, f, g, h), build


@primitive
def double(typing: Any, lanes: Any) -> Any:
    """The same numbers in double precision."""
    result = LanesType(types.float64, lanes.count)

    def build(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        return args[0] if lanes == result else builder.fpext(args[0], context.get_value_type(result))

    return result(lanes), build


@primitive
def plus(typing: Any, one: Any, other: Any) -> Any:
    """A sum that is rounded by itself, whatever its terms are made of."""

    def build(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        return builder.fadd(*args)

    return one(one, other), build


@primitive
def total_of_eight(typing: Any, lanes: Any) -> Any:
    """The sum of eight lanes, neighbours first."""

    def build(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        values = [builder.extract_element(args[0], ir.Constant(ir.IntType(32), place)) for place in range(TOGETHER)]
        while len(values) > 1:
            values = [builder.fadd(one, other) for one, other in zip(values[::2], values[1::2], strict=True)]
        return values[0]

    return lanes.dtype(lanes), build


@primitive
def count_true(typing: Any, mask: Any, first: Any) -> Any:
    """How many of the `first` lanes say yes."""

    def build(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        within = builder.icmp_signed("<", _numbers(mask.count), spread_out(builder, args[1], mask.count))
        bits = builder.bitcast(builder.and_(args[0], within), ir.IntType(mask.count))
        return builder.zext(builder.ctpop(bits), ir.IntType(64))

    return types.int64(mask, types.int64), build
