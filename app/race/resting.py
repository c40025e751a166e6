"""What is going on in a race, in one sentence."""

from __future__ import annotations

from app.race.lab import RaceLab


def sentence(lab: RaceLab) -> str:
    """What the status line says while nothing moves."""
    if any(run.diverged == 0 for run in lab.paths.runs):
        return "f is no finite number at the start, so nobody can move: put the start elsewhere."
    if not lab.paths.runs:
        return "Nobody takes part yet: add a racer with +."
    if not lab.paths.complete:
        return "Computing the paths …"
    if lab.playing:
        return "Racing along the paths."
    return "The paths are there: Space plays, a drag of a learning rate or of the start redraws them."
