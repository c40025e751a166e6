"""What data sets of sequences share: a sample is a row of steps × features, laid out step by step."""

from __future__ import annotations

import numpy as np

from core.families import Dataset, Shape, Table
from core.params import integer


def samples_field(default: int) -> int:
    """How many sequences are drawn."""
    return integer(default, 100, 5000, minimum=10, maximum=200_000, live=True, label="Samples", help="How many sequences are drawn, training and test together.", cost="an epoch goes through all of them")  # fmt: skip


class Sequences(Dataset):
    """Sequences; `symbols` name the features of a step where they are symbols, one of which is 1 at each step."""

    geometry = "sequence"
    shelf = "Sequences"

    def symbols(self) -> tuple[str, ...]:
        """The names of the symbols; empty where steps hold plain numbers."""
        return ()


def sequence_table(
    x: np.ndarray,
    y: np.ndarray,
    names: tuple[str, ...],
    classes: tuple[str, ...] = (),
    target: str = "class",
    notes: tuple[str, ...] = (),
    domain: tuple[float, float] = (0.0, 1.0),
) -> Table:
    """The table of sequences x (samples, steps, features); a column is called after its step and feature."""
    shape: Shape = tuple(x.shape[1:])
    columns = tuple(f"step {step + 1}{' ' + name if name else ''}" for step in range(shape[0]) for name in names)
    return Table(
        x=np.ascontiguousarray(x, dtype=np.float64).reshape(len(x), -1), y=y, columns=columns, target=target, classes=classes,
        domain=(domain,) * len(columns), geometry="sequence", notes=notes, shape=shape,
        target_domain=None if classes else _reach(y),
    )  # fmt: skip


def _reach(y: np.ndarray) -> tuple[float, float]:
    low, high = float(y.min()), float(y.max())
    margin = 0.05 * (high - low) or 0.5
    return low - margin, high + margin


def one_hot(codes: np.ndarray, symbols: int) -> np.ndarray:
    """Codes (samples, steps) -> (samples, steps, symbols) of 0 and a single 1 a step."""
    return np.eye(symbols)[codes]
