"""Hands: what a person does to runs gives the next desk, with a deed that can be taken back.

Settings that are live hold from the present update on, all others from update 0 of a run of their own, whose parent is
the one in the window. What is changed in the past waits there for the first update, which makes a branch of it.
"""

from __future__ import annotations

import dataclasses

from core.documents.edits import only_live
from core.experiment import Experiment
from core.history.journal import Event
from core.runs.desk import Called, Deed, Desk
from core.runs.place import past, present, same_numbers
from core.runs.run import Label, Run
from core.runs.way_back import applied, go


def change(desk: Desk, document: Experiment, text: str, *, drag: bool = False) -> Desk:
    """Settings are changed. `drag`: more of the movement that the last deed was."""
    place = desk.place
    after = dataclasses.replace(place, document=document)
    if same_numbers(place.document, document):
        return desk.at(after)
    if not only_live(place.document, document):
        return begin(desk, document, text, drag=drag)
    found = applied(desk, desk.run, document) if place.present else desk.at(after)
    return _did(found, Deed(text, place, found.place), drag=drag)


def edit(desk: Desk, kind: str, changes: tuple[tuple[str, object], ...], text: str, *, drag: bool = False) -> Desk:
    """Weights are set, as an event of the journal says it. `drag`: more of what the last one was, in its place."""
    place, run = desk.place, desk.run
    events = (*(place.events[:-1] if drag else place.events), Event(place.update, kind, changes))
    after = dataclasses.replace(place, events=events)
    if place.present:
        desk = desk.with_run(dataclasses.replace(run, events=(*run.before(run.made), *events)))
    return _did(desk, Deed(text, place, after, weights=True), drag=drag)


def begin(desk: Desk, document: Experiment, text: str, *, parent: bool = True, drag: bool = False) -> Desk:
    """A run begins at update 0 with other settings, other weights, other data; it came from the one in the window, or
    from none."""
    run = desk.run
    origin = run.id if run.made else run.parent
    new = Run(desk.next_id, document, origin if parent else "")
    return _did(desk.with_run(new), Deed(text, desk.place, present(new, document)), drag=drag)


def take_back(desk: Desk, text: str) -> Desk:
    """The last update is taken back, and settings keep their values; at the start there is none."""
    place = desk.place
    if not place.update:
        return desk
    before = past(desk.run, place.update - 1, place.document)
    after = dataclasses.replace(before, document=place.document, present=False, taken_back=True)
    return _did(desk, Deed(text, place, after))


def call(desk: Desk, run: str, label: Label, text: str) -> Desk:
    """A run is named, pinned, deleted, or no longer; what is shown stays."""
    known = desk.runs[run]
    named = desk.with_run(dataclasses.replace(known, label=label))
    return _did(named, Deed(text, desk.place, desk.place, called=Called(run, known.label, label)))


def _did(desk: Desk, deed: Deed, *, drag: bool = False) -> Desk:
    """A hand has done something: nothing can be done again any more. Of a movement that came back to where it began
    nothing is left."""
    done = desk.done
    if drag and done:
        deed, done = dataclasses.replace(deed, before=done[-1].before), done[:-1]
    if drag and not deed.weights and same_numbers(deed.before.document, deed.after.document):
        return _tidied(dataclasses.replace(go(desk, deed.before), done=done, undone=()))
    return _tidied(dataclasses.replace(desk, place=deed.after, done=(*done, deed), undone=()))


def _tidied(desk: Desk) -> Desk:
    """Without runs that have made no update and that no way leads back to."""
    needed = {desk.place.run, *(place.run for deed in desk.done for place in (deed.before, deed.after))}
    return dataclasses.replace(desk, runs={run.id: run for run in desk.runs.values() if run.made or run.id in needed})
