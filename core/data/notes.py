"""What was done to the data before the network saw it, in plain words."""

from __future__ import annotations

import numpy as np

from core.data.scaling import Unit
from core.data.split import Split
from core.experiment import Inputs
from core.families import Table


def describe(
    table: Table, inputs: Inputs, parts: Split, fill: np.ndarray, dropped: int, constructed: list[str], sealed: int = 0
) -> tuple[str, ...]:
    """The sentences that are shown beside the data, those of the data set first, its
    warnings before all. `sealed` samples are shown nowhere."""
    sentences = [*table.warnings, *table.notes, _sizes(parts, sealed), *_gaps(table, fill, dropped)]
    if constructed:
        sentences.append(f"Constructed from x₁ and x₂: {', '.join(constructed)}.")
    if inputs.scaling != "none":
        sentences.append(_scale(inputs, len(parts.train)))
    return tuple(sentences)


def _sizes(parts: Split, sealed: int) -> str:
    text = f"{len(parts.train):,} samples train"
    if len(parts.validation):
        text += f", {len(parts.validation):,} of the training part are set aside for validation"
    if sealed:
        return f"{text}, {len(parts.test):,} test, {sealed:,} more are sealed: no figure or picture shows them."
    return text + (f", {len(parts.test):,} test." if len(parts.test) else "; there is no test part.")


def _gaps(table: Table, fill: np.ndarray, dropped: int) -> list[str]:
    if dropped:
        return [f"Rows with missing values: {dropped:,}, dropped."]
    sources = table.sources
    sentences = []
    for source in dict.fromkeys(sources):
        group = [index for index, other in enumerate(sources) if other == source]
        missing = int(np.isnan(table.x[:, group[0]]).sum())
        if missing:
            sentences.append(
                f"Missing values of {source}: {missing:,} of {len(table.x):,}, filled with {_filler(table, group, fill)}."
            )
    return sentences


def _filler(table: Table, group: list[int], fill: np.ndarray) -> str:
    names = [table.columns[index] for index in group]
    if names[0] == table.sources[group[0]]:
        return f"the median of the training part, {fill[group[0]]:g}"
    best = next((name for name, index in zip(names, group, strict=True) if fill[index] == 1), f"not {names[0]}")
    return f"the most frequent category of the training part ({best})"


def told_of_unit(target: str, unit: Unit) -> str:
    """That values are learned in another unit than they are shown in."""
    return f"{target} is standardized for learning: minus its mean {unit.shift:,.6g}, divided by its standard deviation {unit.scale:,.6g}, both of the training part. The loss is that of these numbers; answers and pictures are in its own."


def _scale(inputs: Inputs, samples: int) -> str:
    if inputs.scaling == "divide":
        return f"Every input is divided by {inputs.divisor:g}."
    what = {
        "standardize": "Standardized: every input minus its mean, divided by its standard deviation",
        "minmax": "Every input is shifted and stretched so that its range is 0 … 1",
    }[inputs.scaling]
    return f"{what}, both measured on the {samples:,} training samples only."
