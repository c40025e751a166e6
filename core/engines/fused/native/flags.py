"""Numbers that two threads share: what one has written before it raises a flag, the other finds when it has seen it.

That holds on processors that reorder memory accesses, too: a flag is raised with release and seen with acquire, so no
write sinks below the raising and no read rises above the seeing; to the compiler it is a number that changes by itself.
"""

from __future__ import annotations

from typing import Any

from numba.core import types

from core.engines.fused.native.lanes import address_in, primitive


@primitive
def seen_flag(typing: Any, array: Any, index: Any) -> Any:
    """array[index] of a flat array as it is now."""

    def build(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        address = address_in(context, builder, signature.args[0], args[0], args[1])
        return builder.load_atomic(address, "acquire", array.dtype.bitwidth // 8)

    return array.dtype(array, types.intp), build


@primitive
def raise_flag(typing: Any, array: Any, index: Any, value: Any) -> Any:
    """array[index] = value, after all that was written before."""

    def build(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        address = address_in(context, builder, signature.args[0], args[0], args[1])
        builder.store_atomic(args[2], address, "release", array.dtype.bitwidth // 8)
        return context.get_dummy_value()

    return types.void(array, types.intp, array.dtype), build
