"""What happened in a race, as signs on its timeline: who arrives, and who is lost."""

from __future__ import annotations

from collections.abc import Iterable

from app.bars.timeline_marks import ARRIVED, LOST
from app.race.runs import Run
from core.frames import Mark


def marks_of(runs: Iterable[Run], until: float) -> tuple[Mark, ...]:
    """In the order of the racers; those that lie ahead of `until` are left out."""
    return tuple(mark for run in runs for mark in _marks(run) if mark.update <= until)


def _marks(run: Run) -> Iterable[Mark]:
    if run.hidden:
        return
    if run.arrived is not None:
        yield Mark(run.arrived, ARRIVED, f"{run.name} arrives")
    if run.diverged is not None:
        yield Mark(run.diverged, LOST, f"{run.name} diverges")
    if run.fell is not None:
        yield Mark(run.fell, LOST, f"{run.name} has fallen without end")
