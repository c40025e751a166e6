"""Values as JSON can hold them, with their arrays apart: dictionaries and tuples are tagged, since JSON has neither
numbers as keys nor tuples. Nothing in it is code."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from pydantic import BaseModel


def encode(value: Any, name: str, arrays: dict[str, np.ndarray]) -> Any:
    """JSON, with arrays put into `arrays` under names that begin with `name`."""
    if isinstance(value, np.ndarray):
        arrays[name] = value
        return {"array": name}
    if isinstance(value, np.generic):
        return value.item()
    if isinstance(value, BaseModel):
        value = value.model_dump(mode="python")
    if isinstance(value, dict):
        return {"pairs": [[key, encode(item, f"{name}/{key}", arrays)] for key, item in value.items()]}
    if isinstance(value, (list, tuple)):
        items = [encode(item, f"{name}/{place}", arrays) for place, item in enumerate(value)]
        return {"tuple": items} if isinstance(value, tuple) else items
    return value


def decode(value: Any, arrays: Mapping[str, np.ndarray]) -> Any:
    """What was encoded; a component comes back as a dictionary. KeyError, TypeError or ValueError where it was not."""
    if isinstance(value, list):
        return [decode(item, arrays) for item in value]
    if not isinstance(value, dict):
        return value
    if "array" in value:
        return arrays[value["array"]]
    if "tuple" in value:
        return tuple(decode(item, arrays) for item in value["tuple"])
    return {key: decode(item, arrays) for key, item in value["pairs"]}
