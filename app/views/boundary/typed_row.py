"""The row that a person typed, and where it lies in the input space."""

from __future__ import annotations

import numpy as np

from app.documents.view_state import ViewState
from app.views.boundary import answers
from core.data.preparation import Prepared
from core.frames import Frame


def of(state: ViewState, prepared: Prepared | None) -> np.ndarray | None:
    """The row, (columns,), its gaps filled in; None where there is none."""
    if not state.row or prepared is None or len(state.row) != len(prepared.table.columns):
        return None
    return prepared.complete(np.array([state.row]))[0]


def place(row: np.ndarray | None, frame: Frame, prepared: Prepared | None) -> np.ndarray:
    """Where it lies in a picture, (1, 2); (0, 2) where there is none."""
    if row is None or prepared is None:
        return np.zeros((0, 2))
    if not answers.is_flat(frame):
        return np.array([[row[0], float(answers.value_at(frame, row[0], 0.0)[-1])]])
    if frame.info["x"] not in prepared.table.columns:
        return prepared.principal().project(row[None])
    columns = [prepared.table.columns.index(frame.info[axis]) for axis in ("x", "y")]
    return row[None, columns]
