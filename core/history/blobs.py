"""Numbers of a state as one blob for the disk: a head of JSON, then the arrays as raw numbers; nothing is code."""

from __future__ import annotations

import dataclasses
import json
import math
from typing import Any

import numpy as np

from core.documents.plain import decode, encode
from core.history.state import Numbers, StopState

SIZE = 8  # bytes that say how long the head is


def blob_of(numbers: Numbers) -> bytes:
    """Everything that `numbers_of` needs."""
    arrays: dict[str, np.ndarray] = {}
    watch = {field.name: getattr(numbers.watch, field.name) for field in dataclasses.fields(numbers.watch)}
    plain = encode(numbers._asdict() | {"watch": watch}, "", arrays)
    told = [(name, array.dtype.str, array.shape) for name, array in arrays.items()]
    head = json.dumps([plain, told]).encode()
    rest = [np.ascontiguousarray(array).data for array in arrays.values()]
    return b"".join((len(head).to_bytes(SIZE, "little"), head, *rest))


def numbers_of(blob: bytes) -> Numbers | None:
    """The same again, in arrays of its own; None of what is no such blob."""
    try:
        end = SIZE + int.from_bytes(blob[:SIZE], "little")
        head: tuple[Any, list[tuple[str, str, list[int]]]] = json.loads(blob[SIZE:end])
        plain, told = head
        arrays: dict[str, np.ndarray] = {}
        for name, kind, shape in told:
            arrays[name] = np.frombuffer(blob, np.dtype(kind), math.prod(shape), end).reshape(shape).copy()
            end += arrays[name].nbytes
        found: dict[str, Any] = decode(plain, arrays)
        found["watch"] = StopState(**found["watch"])
        return Numbers(**found)
    except (KeyError, TypeError, ValueError, OverflowError):
        return None
