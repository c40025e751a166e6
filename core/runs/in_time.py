"""In time: what looking back and letting time pass does to a desk. Nothing is made or changed by looking."""

from __future__ import annotations

import dataclasses

from core.runs.desk import Desk
from core.runs.place import past, present


def look(desk: Desk, update: int) -> Desk:
    """At an update of the run in the window. What was changed in the past and not learned from is let go."""
    return desk.at(past(desk.run, min(max(update, 0), desk.run.made), desk.place.document))


def back_to_now(desk: Desk) -> Desk:
    """At the run's now."""
    return look(desk, desk.run.made)


def show(desk: Desk, run: str) -> Desk:
    """Another run, at its now."""
    return desk.at(present(desk.runs[run], desk.runs[run].present))


def advance(desk: Desk, updates: int) -> Desk:
    """Let so many updates pass: in the past those that were made, in the present new ones; where something was changed
    in the past, the first of them begins a branch."""
    if not updates:
        return desk
    if desk.pending:
        return _learned(_branched(desk), updates)
    return _learned(desk, updates) if desk.place.present else look(desk, desk.place.update + updates)


def _learned(desk: Desk, updates: int) -> Desk:
    run = desk.run
    run = dataclasses.replace(run, made=run.made + updates, letter=run.letter or desk.next_letter)
    return desk.with_run(run).at(present(run, desk.place.document))


def _branched(desk: Desk) -> Desk:
    """What was changed in the past begins a run; the deeds that led there lead to that run."""
    run, place = desk.run, desk.place
    branch = run.branched(desk.next_id, place.update, place.branch_events(run))
    now = present(branch, place.document)
    done = tuple(dataclasses.replace(deed, after=now) if deed.after == place else deed for deed in desk.done)
    return dataclasses.replace(desk.with_run(branch), place=now, done=done)
