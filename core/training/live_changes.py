"""What changes in mid-run: which settings, and whether other samples come with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from core.data.preparation import Prepared, prepare
from core.documents.edits import differences, only_live, replace_all
from core.experiment import Experiment

Changes = Mapping[str, object]  # path -> the new value


def live_changes(old: Experiment, new: Experiment) -> Changes | None:
    """The settings that differ; None where one of them cannot change in mid-run."""
    if not only_live(old, new):
        return None
    return {path: after for path, (_, after) in differences(old, new).items()}


def changed(experiment: Experiment, changes: Sequence[tuple[str, Any]]) -> Experiment:
    """The experiment after live changes; a component of another kind stands among them as a whole, at its kind: as a
    dictionary where it comes from a file."""
    edits = ((path if isinstance(value, str) else path.removesuffix(".kind"), value) for path, value in changes)
    return replace_all(experiment, tuple(edits))


def samples_after(prepared: Prepared, old: Experiment, new: Experiment, changes: Changes) -> Prepared | None:
    """The samples after a live change, the same where it does not touch them; None where they do not fit the network
    any more.

    Early stopping that is switched on in mid-run needs a validation part.
    """
    touched = touches(changes, "data.") or old.effective_validation_share != new.effective_validation_share
    if not touched:
        return prepared
    found = prepare(new)
    same = (found.keys, found.shape, found.outputs) == (prepared.keys, prepared.shape, prepared.outputs)
    return found if same else None


def sets_aside(old: Experiment, new: Experiment) -> bool:
    """Whether a live change carves another validation part: what is in it may have been learned from."""
    return new.effective_validation_share not in (0, old.effective_validation_share)


def samples_of(experiment: Experiment, at_hand: Prepared, other: Experiment) -> Prepared:
    """The samples of an experiment: those at hand, of another one, where no setting that differs touches them."""
    changes = live_changes(other, experiment)
    found = samples_after(at_hand, other, experiment, changes) if changes is not None else None
    return found or prepare(experiment)


def touches(changes: Changes, start: str) -> bool:
    """Whether a path that begins so is among the changes."""
    return any(path.startswith(start) for path in changes)
