"""Sixteen samples at once: a numba type for a short vector, and numbers by their address.

The loops of the kernel run over the samples of a batch in steps of sixteen lanes. Written with vectors there is nothing
to guess for the compiler: short batches are as fast as long ones, and the order of every sum is the same on every
processor. Numba's own indexing allows negative places and pays for them in every access; `at` and `put` do not.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any

import numba
from llvmlite import ir
from numba.core import cgutils, types
from numba.extending import intrinsic, lower_builtin, models, register_model, type_callable
from numba.np.arrayobj import populate_array

from core.engines.fused.native.places import LANES, TOGETHER

LOOSE = {"contract", "nsz"}  # what may be changed about floating point: a·b + c in one rounding, the sign of zero
_LOOSE = ("contract",)  # a·b + c in one rounding; sums stay in the order they are written in


def inner(function: Callable[..., Any]) -> Any:
    """A function that only other compiled ones call; it becomes part of them."""
    compiled: Any = (
        numba.njit
    )  # it has an option more than its declarations: without `_nrt` nobody counts who uses an array
    return compiled(forceinline=True, fastmath=LOOSE, error_model="numpy", _nrt=False)(function)


def apart(function: Callable[..., Any]) -> Any:
    """An `inner` that stays a function of its own: with all registers to itself its loops are short."""
    compiled: Any = numba.njit
    return compiled(forceinline=False, fastmath=LOOSE, error_model="numpy", _nrt=False)(function)


def primitive(function: Callable[..., Any]) -> Any:
    """A function whose instructions are written out; compiled code calls it without its first argument, which a type
    checker cannot know."""
    return intrinsic(function)


class LanesType(types.Type):
    """Sixteen numbers of one precision, or eight."""

    def __init__(self, dtype: types.Float, count: int = LANES) -> None:
        self.dtype, self.count = dtype, count
        super().__init__(f"Lanes({dtype} x {count})")


class MaskType(types.Type):
    """As many answers yes or no."""

    def __init__(self, count: int) -> None:
        self.count = count
        super().__init__(f"LanesMask({count})")


@register_model(LanesType)
class _LanesModel(models.PrimitiveModel):
    def __init__(self, dmm: Any, fe_type: Any) -> None:
        super().__init__(dmm, fe_type, ir.VectorType(dmm.lookup(fe_type.dtype).get_value_type(), fe_type.count))


@register_model(MaskType)
class _MaskModel(models.PrimitiveModel):
    def __init__(self, dmm: Any, fe_type: Any) -> None:
        super().__init__(dmm, fe_type, ir.VectorType(ir.IntType(1), fe_type.count))


def address_in(context: Any, builder: Any, kind: Any, array: Any, index: Any) -> Any:
    """The address of array[index] of a flat array."""
    data = context.make_array(kind)(context, builder, array).data
    return builder.gep(data, [index], inbounds=True)


def spread_out(builder: Any, value: Any, count: int = LANES) -> Any:
    """One number in every lane."""
    kind = ir.VectorType(value.type, count)
    first = builder.insert_element(ir.Constant(kind, ir.Undefined), value, ir.Constant(ir.IntType(32), 0))
    return builder.shuffle_vector(
        first, ir.Constant(kind, ir.Undefined), ir.Constant(ir.VectorType(ir.IntType(32), count), [0] * count)
    )


@primitive
def at(typing: Any, array: Any, index: Any) -> Any:
    """array[index] of a flat array; the index is not checked."""

    def build(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        address = address_in(context, builder, signature.args[0], args[0], args[1])
        return context.unpack_value(builder, signature.args[0].dtype, address)

    return array.dtype(array, types.intp), build


@primitive
def put(typing: Any, array: Any, index: Any, value: Any) -> Any:
    """array[index] = value, in the precision of the array."""

    def build(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        context.pack_value(
            builder, signature.args[0].dtype, args[2], address_in(context, builder, signature.args[0], args[0], args[1])
        )
        return context.get_dummy_value()

    return types.void(array, types.intp, array.dtype), build


def _cell(context: Any, builder: Any, kind: Any, array: Any, row: Any, column: Any) -> Any:
    """The address of a number in a table (rows, columns)."""
    made = context.make_array(kind)(context, builder, array)
    _, columns = cgutils.unpack_tuple(builder, made.shape, 2)
    return builder.gep(made.data, [builder.add(builder.mul(row, columns), column)], inbounds=True)


@primitive
def cell(typing: Any, table: Any, row: Any, column: Any) -> Any:
    """table[row, column]; the places are not checked."""

    def build(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        return context.unpack_value(builder, table.dtype, _cell(context, builder, signature.args[0], *args))

    return table.dtype(table, types.intp, types.intp), build


@primitive
def put_cell(typing: Any, table: Any, row: Any, column: Any, value: Any) -> Any:
    """table[row, column] = value, in the precision of the table."""

    def build(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        context.pack_value(builder, table.dtype, args[3], _cell(context, builder, signature.args[0], *args[:3]))
        return context.get_dummy_value()

    return types.void(table, types.intp, types.intp, table.dtype), build


def _loading(count: int) -> Any:
    """A function that reads so many neighbours."""

    @primitive
    def load_some(typing: Any, array: Any, index: Any) -> Any:
        result = LanesType(array.dtype, count)

        def build(context: Any, builder: Any, signature: Any, args: Any) -> Any:
            address = address_in(context, builder, signature.args[0], args[0], args[1])
            kind = context.get_value_type(result)
            return builder.load(builder.bitcast(address, kind.as_pointer()), align=array.dtype.bitwidth // 8)

        return result(array, types.intp), build

    return load_some


load, load_eight = _loading(LANES), _loading(TOGETHER)  # the numbers from array[index] on


@primitive
def store(typing: Any, array: Any, index: Any, lanes: Any) -> Any:
    """array[index : index + 16] = lanes."""

    def build(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        address = address_in(context, builder, signature.args[0], args[0], args[1])
        builder.store(args[2], builder.bitcast(address, args[2].type.as_pointer()), align=array.dtype.bitwidth // 8)
        return context.get_dummy_value()

    return types.void(array, types.intp, lanes), build


@primitive
def spread(typing: Any, number: Any) -> Any:
    """A number of the run's precision in every lane."""

    def build(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        return spread_out(builder, args[0])

    return LanesType(number)(number), build


@primitive
def like(typing: Any, sample: Any, number: Any) -> Any:
    """A number in the precision of the sample, which may be a number or lanes; lanes for lanes."""
    wide = isinstance(sample, LanesType)
    dtype = sample.dtype if wide else sample

    def build(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        value = context.cast(builder, args[1], signature.args[1], dtype)
        return spread_out(builder, value, sample.count) if wide else value

    return sample(sample, types.unliteral(number)), build


@primitive
def select(typing: Any, mask: Any, yes: Any, no: Any) -> Any:
    """Lane by lane `yes` where the mask says so, else `no`."""

    def build(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        return builder.select(*args)

    return yes(mask, yes, no), build


@primitive
def two_to(typing: Any, shifted: Any) -> Any:
    """2ⁿ from n + 1.5·2^mantissa: the whole number stands in the last bits of such a sum."""
    bits, mantissa, bias = (32, 23, 127) if shifted.dtype.bitwidth == 32 else (64, 52, 1023)

    def build(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        kind = ir.VectorType(ir.IntType(bits), LANES)
        whole = builder.bitcast(args[0], kind)
        moved = builder.shl(whole, ir.Constant(kind, [mantissa] * LANES))
        return builder.bitcast(builder.add(moved, ir.Constant(kind, [bias << mantissa] * LANES)), args[0].type)

    return shifted(shifted), build


def _applied(builder: Any, name: str, dtype: Any, *args: Any) -> Any:
    """A function that LLVM knows, lane by lane."""
    kind = args[0].type
    function = cgutils.get_or_insert_function(
        builder.module, ir.FunctionType(kind, [kind] * len(args)), f"llvm.{name}.v{kind.count}f{dtype.bitwidth}"
    )
    return builder.call(function, args)


@primitive
def root(typing: Any, number: Any) -> Any:
    """√ of a number; nan below 0."""

    def build(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        kind = args[0].type
        function = cgutils.get_or_insert_function(
            builder.module, ir.FunctionType(kind, [kind]), f"llvm.sqrt.f{number.bitwidth}"
        )
        return builder.call(function, args)

    return number(number), build


@primitive
def first(typing: Any, lanes: Any) -> Any:
    """The number in the first lane."""

    def build(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        return builder.extract_element(args[0], ir.Constant(ir.IntType(32), 0))

    return lanes.dtype(lanes), build


@primitive
def minus_size(typing: Any, lanes: Any) -> Any:
    """−|x|, lane by lane."""

    def build(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        return builder.fneg(_applied(builder, "fabs", lanes.dtype, args[0]))

    return lanes(lanes), build


@primitive
def signed(typing: Any, lanes: Any, sign: Any) -> Any:
    """±|x|, lane by lane with the sign of another number."""

    def build(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        return _applied(builder, "copysign", lanes.dtype, *args)

    return lanes(lanes, sign), build


@primitive
def polynomial(typing: Any, lanes: Any, factors: Any) -> Any:
    """factors[0] + factors[1]·x + factors[2]·x² + …, lane by lane, from the highest power down."""

    def build(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        x, numbers = args[0], cgutils.unpack_tuple(builder, args[1], factors.count)
        spread_ones = [
            spread_out(builder, context.cast(builder, number, factors.dtype, lanes.dtype), lanes.count)
            for number in numbers
        ]
        total = spread_ones.pop()
        for number in reversed(spread_ones):
            total = builder.fadd(builder.fmul(total, x, flags=_LOOSE), number, flags=_LOOSE)
        return total

    return lanes(lanes, factors), build


def _array_at(dimensions: int) -> Any:
    """A function that sees numbers in memory as an array of so many dimensions."""

    @primitive
    def array_at(typing: Any, address: Any, dtype: Any, shape: Any) -> Any:
        result = types.Array(dtype.dtype, dimensions, "C")

        def build(context: Any, builder: Any, signature: Any, args: Any) -> Any:
            array = context.make_array(result)(context, builder)
            size = context.get_abi_sizeof(context.get_data_type(result.dtype))
            lengths, step, steps = (
                cgutils.unpack_tuple(builder, args[2], dimensions),
                ir.Constant(ir.IntType(64), size),
                [],
            )
            for length in reversed(lengths):
                steps.insert(0, step)
                step = builder.mul(step, length)
            data = builder.inttoptr(args[0], context.get_data_type(result.dtype).as_pointer())
            populate_array(array, data=data, shape=lengths, strides=steps, itemsize=size, meminfo=None)
            return array._getvalue()

        return result(types.int64, dtype, types.UniTuple(types.int64, dimensions)), build

    return array_at


row_at, table_at, cube_at = (_array_at(dimensions) for dimensions in (1, 2, 3))


def _wide(one: Any, other: Any) -> LanesType | None:
    """The type of lanes that two operands are worked on in, None where neither is one."""
    if isinstance(one, LanesType) and (one == other or isinstance(other, types.Number)):
        return one
    return other if isinstance(other, LanesType) and isinstance(one, types.Number) else None


def _offer(symbol: Any, apply: Callable[[Any, Any, Any], Any], mask: bool) -> None:
    """Make an operator work on lanes, also with a plain number on one side."""

    @type_callable(symbol)
    def _result(context: Any) -> Any:
        def result(one: Any, other: Any) -> Any:
            wide = _wide(one, other)
            return MaskType(wide.count) if wide and mask else wide

        return result

    def build(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        wide: Any = _wide(*signature.args)
        values = [
            value if kind == wide else spread_out(builder, context.cast(builder, value, kind, wide.dtype), wide.count)
            for value, kind in zip(args, signature.args, strict=True)
        ]  # fmt: skip
        return apply(builder, *values)

    for operands in ((LanesType, LanesType), (LanesType, types.Number), (types.Number, LanesType)):
        lower_builtin(symbol, *operands)(build)


def _operation(instruction: str) -> Callable[[Any, Any, Any], Any]:
    return lambda builder, one, other: getattr(builder, instruction)(one, other, flags=_LOOSE)


def _comparison(sign: str) -> Callable[[Any, Any, Any], Any]:
    return lambda builder, one, other: builder.fcmp_ordered(sign, one, other)


for _symbol, _instruction in (
    (operator.add, "fadd"),
    (operator.sub, "fsub"),
    (operator.mul, "fmul"),
    (operator.truediv, "fdiv"),
):
    _offer(_symbol, _operation(_instruction), mask=False)
for _symbol, _sign in ((operator.lt, "<"), (operator.le, "<="), (operator.gt, ">"), (operator.ge, ">=")):
    _offer(_symbol, _comparison(_sign), mask=True)
