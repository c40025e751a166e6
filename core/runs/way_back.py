"""The way back: what hands did is taken back, and done again."""

from __future__ import annotations

import dataclasses

from core.experiment import Experiment
from core.history.journal import Event
from core.runs.desk import Deed, Desk
from core.runs.place import Place, present
from core.runs.run import Label, Run
from core.training.live_changes import live_changes


def undo(desk: Desk) -> Desk:
    """Take the last deed back."""
    if not desk.done:
        return desk
    *done, deed = desk.done
    there = _brought(desk, deed, deed.before, deed.called and deed.called.before)
    return dataclasses.replace(there, done=tuple(done), undone=(*desk.undone, deed))


def redo(desk: Desk) -> Desk:
    """Do again what was taken back last."""
    if not desk.undone:
        return desk
    *undone, deed = desk.undone
    there = _brought(desk, deed, deed.after, deed.called and deed.called.after)
    return dataclasses.replace(there, done=(*desk.done, deed), undone=tuple(undone))


def _brought(desk: Desk, deed: Deed, place: Place, label: Label | None) -> Desk:
    """One side of a deed: where the person was, or what a run was called."""
    if deed.called is None or label is None:
        return go(desk, place, weights=deed.weights)
    return desk.with_run(dataclasses.replace(desk.runs[deed.called.run], label=label))


def go(desk: Desk, place: Place, *, weights: bool = False) -> Desk:
    """To a place that there was. What was a run's now is where it has come to since, with the settings of then; only
    where `weights` were set does the way lead to the update at which that was done."""
    run = desk.runs[place.run]
    if place.present and weights and run.made == place.update:
        run = dataclasses.replace(run, events=(*run.before(run.made), *place.events))
        return desk.with_run(run).at(present(run, place.document))
    if place.present and (not weights or place.events == run.at(place.update)):
        return applied(desk, run, place.document)
    return desk.at(dataclasses.replace(place, present=False))


def applied(desk: Desk, run: Run, document: Experiment) -> Desk:
    """Live settings of a run are changed at its now."""
    changes = live_changes(run.present, document)
    if changes:
        event = Event(run.made, "live", tuple(changes.items()))
        known = run.events[:-1] if run.events and event.overwrites(run.events[-1]) else run.events
        run = dataclasses.replace(run, events=(*known, event))
    return desk.with_run(run).at(present(run, document))
