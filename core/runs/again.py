"""Again: a run computed from its beginning, with what hands did to it on the way: the same numbers, bit for bit."""

from __future__ import annotations

import dataclasses

from core.runs.run import Run
from core.training.recall import follow
from core.training.session import Session


def again(run: Run, update: int) -> Session:
    """A session that is what the run was after so many updates; `BadInput` where this machine cannot get there."""
    session = Session(run.experiment)
    if run.making.settled:  # it was begun without the kernel, and went on so
        start = session.snapshot()
        session.restore(dataclasses.replace(start, state=start.state._replace(settled=True)))
    follow(session, [event for event in run.events if event.update <= update], update)
    return session
