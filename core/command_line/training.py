"""One run without a window, from its beginning to its end: with its progress, and whatever ends it."""

from __future__ import annotations

import contextlib
import sys
import time
from typing import TYPE_CHECKING, Any

from core.command_line import report
from core.command_line.history import History
from core.command_line.progress import Progress
from core.command_line.report import Clock
from core.experiment import Experiment
from core.frozen import frozen
from core.machine.out_of_memory import failure, let_go, ran_out
from core.messages import BadInput

if TYPE_CHECKING:
    from core.history.snapshot import Snapshot
    from core.training.session import Session

SHOW_EVERY = 0.1  # seconds between two looks at the progress


class Interrupt:
    """Who wants the run to end is asked for a moment: it ends after the update that is under way, with its report. Who
    asks a second time ends the program."""

    def __init__(self) -> None:
        self.asked = False

    def ask(self) -> None:
        if self.asked:
            raise KeyboardInterrupt
        self.asked = True


@frozen(eq=False)
class Trained:
    """What came of it: the session, None where there was no memory for one; the report; and the `trouble` that ended
    it, in a sentence, "" where there was none."""

    session: Session | None
    found: dict[str, Any]
    trouble: str


def train(
    experiment: Experiment,
    interrupt: Interrupt,
    snapshot: Snapshot | None = None,
    history: History | None = None,
    called: str = "",
) -> Trained:
    """Train from its start, or go on from a snapshot; `called` is what its progress is told under."""
    clock, progress, session, trouble = Clock(), Progress(), None, ""
    try:
        session = _build(experiment, snapshot, clock, progress)
        state = _advance(session, interrupt, clock, progress, history, called)
    except (MemoryError, RuntimeError, ArithmeticError) as error:  # PyTorch's errors are RuntimeErrors
        state, trouble = "out of memory" if ran_out(error) else "failed", failure(error)
    finally:
        progress.close()
    if trouble:
        _tidy(session)
    return Trained(session, _found(session, state, clock), trouble)


def _build(experiment: Experiment, snapshot: Snapshot | None, clock: Clock, progress: Progress) -> Session:
    """A session that is ready to learn; all that is loaded and built once counts as warm-up."""
    start = time.perf_counter()
    progress.show(None, "preparing …")
    from core.command_line.resumed import resumed
    from core.machine import device
    from core.training.session import Session

    session = Session(experiment) if snapshot is None else resumed(snapshot, experiment)
    if session.learner.looking is None:  # torch makes the updates
        device.warm_up()
    clock.warm_up = time.perf_counter() - start
    return session


def _advance(
    session: Session, interrupt: Interrupt, clock: Clock, progress: Progress, history: History | None, called: str
) -> str:
    """Advance to the end; the state in which the run ended."""
    while not session.ended and not interrupt.asked:
        start = time.perf_counter()
        due = start + SHOW_EVERY
        try:
            session.advance(sys.maxsize, lambda due=due: interrupt.asked or time.perf_counter() > due)
        finally:
            clock.learning += time.perf_counter() - start
        taken = session.course.evaluations.take()
        if history is not None:
            history.add(taken)
        words = f"{session.updates:,} updates, loss {session.last['train.loss']:.4g}"
        progress.show(_share(session), f"{called}: {words}" if called else words)
    return session.ended or "interrupted"


def _share(session: Session) -> float | None:
    """How much of the way to the nearest known end is made."""
    stop = session.experiment.stop
    shares = [
        made / limit for made, limit in ((session.updates, stop.updates), (session.epochs, stop.epochs)) if limit > 0
    ]
    return min(1.0, max(shares)) if shares else None


def _tidy(session: Session | None) -> None:
    """After memory has run out: what nobody holds is given back, and an update that broke off is undone."""
    let_go()
    if session is None:
        return
    from core.training.recall import mend

    with contextlib.suppress(MemoryError, RuntimeError, BadInput):
        mend(session)


def _found(session: Session | None, state: str, clock: Clock) -> dict[str, Any]:
    """The report; where there is no memory even for the last evaluation, only the state."""
    if session is None:
        return report.nothing(state)
    try:
        return report.of(session, state, clock)
    except (MemoryError, RuntimeError):
        if state not in ("out of memory", "failed"):
            raise
        return report.nothing(state)
