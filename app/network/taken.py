"""A run that was seen on a sheet becomes the run in the window."""

from __future__ import annotations

from typing import Any

from app.network.lab import Lab
from core.documents.document import Document
from core.documents.edits import differences
from core.experiment import Experiment
from core.params import Component

OWN = ("stop", *Document.WORDS)  # what the window's document keeps


def take(lab: Lab, experiment: Experiment, updates: int) -> bool:
    """The settings become the document's, one step of undo, and a new run comes as far as that one did; False where
    the document has these settings already, or a file locks one of them."""
    store = lab.store
    other = changes(store.experiment, experiment)
    if not other:
        return False
    store.finish()
    lab.edits(other)
    if store.rejected:
        return False
    lab.begin_up_to(updates)
    return True


def changes(old: Experiment, new: Experiment) -> tuple[tuple[str, Any], ...]:
    """The edits that lead from one experiment to the settings of another."""
    return tuple(
        (path.removesuffix(".kind") if isinstance(after, Component) else path, after)
        for path, (_, after) in differences(old, new).items()
        if path.partition(".")[0] not in OWN
    )
