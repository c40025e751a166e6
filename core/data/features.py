"""The inputs a network can be given: the data's own columns and, in the plane, what can be constructed from them."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from core.families import Table
from core.frozen import frozen
from core.messages import BadInput


@frozen
class Feature:
    """One possible input: `key` is its name in a file, `name` its name on the screen; `of` maps (m, columns) ->
    (m,)."""

    key: str
    name: str
    of: Callable[[np.ndarray], np.ndarray]
    constructed: bool = False


def column(index: int, key: str, name: str) -> Feature:
    """A column of the data as it is."""
    return Feature(key, name, lambda raw: raw[:, index])


PLANE = (
    column(0, "x1", "x₁"),
    column(1, "x2", "x₂"),
    Feature("x1^2", "x₁²", lambda raw: raw[:, 0] ** 2, constructed=True),
    Feature("x2^2", "x₂²", lambda raw: raw[:, 1] ** 2, constructed=True),
    Feature("x1*x2", "x₁x₂", lambda raw: raw[:, 0] * raw[:, 1], constructed=True),
    Feature("sin(x1)", "sin x₁", lambda raw: np.sin(raw[:, 0]), constructed=True),
    Feature("sin(x2)", "sin x₂", lambda raw: np.sin(raw[:, 1]), constructed=True),
)


def available(table: Table) -> tuple[Feature, ...]:
    """Everything that can be switched on for this data."""
    if table.geometry == "plane":
        return PLANE
    return tuple(column(index, name, name) for index, name in enumerate(table.columns))


def chosen(table: Table, keys: tuple[str, ...]) -> tuple[Feature, ...]:
    """The features that the keys name, in the order of `available`; no key: the data's own columns.

    The name of a category stands for all of its columns. `BadInput` for a name that the data does not have.
    """
    offered = available(table)
    if not keys:
        return tuple(feature for feature in offered if not feature.constructed)
    wanted = set(keys)
    for name, source in zip(table.columns, table.sources, strict=False):
        if source in wanted and table.geometry == "table":
            wanted = wanted - {source} | {name} if table.sources.count(source) == 1 else wanted | {name}
    known = {feature.key for feature in offered}
    for key in keys:
        if key not in known and key not in table.sources:
            raise BadInput(
                "experiment",
                "inputs.features",
                f"the data has no input {key!r}; allowed: {', '.join(feature.key for feature in offered)}",
            )
    return tuple(feature for feature in offered if feature.key in wanted)


def own_columns(features: tuple[Feature, ...], table: Table) -> np.ndarray:
    """Which columns the features look at, (columns,) bool; a plane is always looked at whole."""
    if table.geometry == "plane":
        return np.ones(len(table.columns), dtype=bool)
    used = {feature.key for feature in features}
    return np.array([name in used for name in table.columns])
