"""The past of a run: a second session, on a thread of its own, becomes what the run was after any update.

The newest wish wins. While it is on its way there it is shown where it has come to, and says so; what it is then, the
run was, bit for bit. The run itself stands still meanwhile and is not touched.
"""

from __future__ import annotations

import dataclasses
import logging
import threading
import time
from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from core.data.preparation import Prepared
from core.experiment import Experiment
from core.history.kept_states import KeptState
from core.history.snapshot import Snapshot
from core.machine.out_of_memory import failure
from core.messages import BadInput
from core.threads.by_hand import set_by_hand
from core.threads.commands import Hand, Look
from core.threads.news import InVain, Message, Recalled, SnapshotTaken
from core.threads.pacing import SLICE, Pace
from core.threads.wires import Wires
from core.training.recall import March, Way
from core.training.session import Session
from core.training.stop_rules import best_of

log = logging.getLogger(__name__)
RESTS = 0.2  # seconds at one update until dear figures are worth their while: a hand that drags goes on sooner
FIRST = -2  # the version of the first Still: those of a run rise from 0, and −1 is none


class Wish(NamedTuple):
    """A way to what is wanted, what the run is now, which its past may share, and what hands do at the end of the
    way."""

    way: Way
    experiment: Experiment
    prepared: Prepared
    hands: tuple[Hand, ...] = ()


class Past:
    """Hands its Stills to the picture thread, as the run does, and tells where it is."""

    def __init__(self, wires: Wires) -> None:
        self._wires = wires
        self._changed = threading.Condition()  # guards what follows up to the march
        self._wish: Wish | None = None
        self._look: Look | None = None
        self._tickets: list[tuple[int, tuple[KeptState, ...]]] = []
        self._over = False
        self._halted = np.zeros(1, np.uint8)
        self._march: March | None = None  # this and what follows are the thread's own
        self._session: Session | None = None
        self._untouched: Snapshot | None = None  # what it was before hands changed it, None where none have
        self._followed: Wish | None = None
        self._version = FIRST
        self._pace, self._departed = Pace(), (0.0, 0)  # when the way began, and where
        self._measuring = 0.0  # seconds that the figures of an update take
        self._thread = threading.Thread(target=self._main, name=f"past-{wires.run}", daemon=True)

    # What the learning thread calls

    @property
    def looking(self) -> bool:
        """Whether the pictures show the past."""
        return self._wish is not None

    @property
    def sought(self) -> int:
        """The update that is wanted; −1 where there is none."""
        wish = self._wish
        return wish.way.updates if wish is not None else -1

    def seek(self, wish: Wish) -> None:
        """Show what the run was at the end of this way; what was sought before is sought no longer."""
        with self._changed:
            self._wish, self._halted[0] = wish, 1
            if self._thread.ident is None:
                self._thread.start()
            self._changed.notify()

    def leave(self) -> None:
        """Show the past no longer; where its session is it stays, for the next time."""
        with self._changed:
            self._wish, self._look, self._tickets, self._halted[0] = None, None, [], 1

    def look(self, wanted: Look) -> None:
        """The picture thread wants a Still."""
        with self._changed:
            self._look = wanted
            self._changed.notify()

    def take_snapshot(self, ticket: int, kept: tuple[KeptState, ...]) -> None:
        """Tell a snapshot under this ticket when what is sought is reached, with what the run has `kept` of its way."""
        with self._changed:
            self._tickets.append((ticket, kept))
            self._changed.notify()

    def close(self) -> None:
        """End the thread; it makes no further update."""
        with self._changed:
            self._over, self._halted[0] = True, 1
            self._changed.notify()
        if self._thread.ident is not None:
            self._thread.join()

    # The thread

    def _main(self) -> None:
        while (wish := self._next()) is not None:
            try:
                self._follow(wish)
            except BadInput as error:
                self._give_up(str(error))
            except Exception as error:
                log.exception("the past of run %s cannot be made", self._wires.run)
                self._give_up(f"{failure(error)} The log has the details (Help, Copy diagnostics).")
        self._session = self._march = self._untouched = (
            None  # what it holds goes now, not when somebody collects garbage
        )

    def _next(self) -> Wish | None:
        """Wait until there is something to do; None at the end."""
        with self._changed:
            while not self._over:
                wish = self._wish
                if wish is not None and (self._is_ahead(wish) or self._is_looked_at or self._tickets):
                    self._halted[0] = 0
                    return wish
                self._changed.wait()
        return None

    def _is_ahead(self, wish: Wish) -> bool:
        return wish is not self._followed or self._march is None or not self._march.there

    @property
    def _is_looked_at(self) -> bool:
        return self._look is not None and self._look.version != self._version

    def _follow(self, wish: Wish) -> None:
        """One slice of the way, and what others want of where it has led."""
        if wish is not self._followed:
            self._set_out(wish)
        session, march = self._session, self._march
        assert session is not None and march is not None, "it has set out"
        if not march.there:
            self._get_on(march)
            if march.there:
                self._arrive(session, wish)
            else:
                self._say_where(session, left=self._seconds_left(wish, session.updates))
        self._hand_over(session, there=march.there)

    def _arrive(self, session: Session, wish: Wish) -> None:
        """The session is what the run was then, and what hands have made of it. Where figures are dear the pictures
        come first, and where a hand goes on alone."""
        session.course.tell(wish.way.told, wish.way.start.points)
        self._set_by_hand(session, wish.hands)
        dear = self._measuring > SLICE
        if dear:
            self._say_where(session, wish.hands)
            self._hand_over(session, there=True)
            with self._changed:
                if self._changed.wait_for(lambda: self._wish is not wish or self._over, RESTS):
                    return
        begun = time.monotonic()
        session.measure_now()
        self._measuring = time.monotonic() - begun
        self._version -= dear  # pictures that tell figures are made anew
        self._say_where(session, wish.hands, figures=session.last)

    def _set_out(self, wish: Wish) -> None:
        """A way begins."""
        self._departed = time.monotonic(), self._begin(wish).updates

    def _begin(self, wish: Wish) -> Session:
        """From where the session is, if the way leads through it, else from the way's own start."""
        before, self._followed = self._followed, wish
        if self._session is None:
            self._session = Session(wish.experiment, wish.prepared, measure=False)
            self._session.restore(wish.way.start, measure=False)
            self._march = wish.way.march(self._session)
            self._version -= 1
            return self._session
        if self._untouched is not None:
            self._session.restore(self._untouched, same_run=True, measure=False)
            self._untouched = None
        if self._is_on(wish.way, before):
            self._march = wish.way.march_on(self._session)
        else:
            self._session.restore(wish.way.start, same_run=True, measure=False)
            self._march = wish.way.march(self._session)
        self._version -= 1
        return self._session

    def _is_on(self, way: Way, before: Wish | None) -> bool:
        session, march = self._session, self._march
        if session is None or march is None or before is None or not march.clear:
            return False
        return way.passes(session.updates, before.way.told.until(session.updates))

    def _get_on(self, march: March) -> None:
        began = time.monotonic()
        while not (march.there or self._halted[0]) and time.monotonic() < began + SLICE:
            start = time.monotonic()
            made = march.go_on(self._pace.due("max", SLICE), self._halted)
            self._pace.made(made, time.monotonic() - start)
        self._version -= 1

    def _set_by_hand(self, session: Session, hands: tuple[Hand, ...]) -> None:
        """What changes no weight is as if it had never been: the optimizer keeps its memory."""
        if not hands:
            return
        before = session.snapshot()
        try:
            for hand in hands:
                set_by_hand(session, hand)
        except BadInput as error:
            self._wires.tell(Message(str(error)))
        if np.array_equal(session.vector(), before.parameters):
            session.restore(before, same_run=True, measure=False)
        else:
            self._untouched = before

    def _seconds_left(self, wish: Wish, updates: int) -> float:
        """As quick as it was until here."""
        since, first = self._departed
        return (time.monotonic() - since) * (wish.way.updates - updates) / max(1, updates - first)

    def _say_where(
        self,
        session: Session,
        hands: tuple[Hand, ...] = (),
        figures: Mapping[str, float] | None = None,
        left: float = 0.0,
    ) -> None:
        """`hands` are what was done there."""
        at = session.updates, session.epochs, session.samples, session.experiment
        best = best_of(session.course.watch, session.course.state)
        self._wires.tell(Recalled(*at, figures, hands, self._untouched is not None, session.prepared, left, best))

    def _hand_over(self, session: Session, *, there: bool) -> None:
        """What others want of where the session is; nothing where they want something else by now."""
        look = self._look if self._is_looked_at else None
        still = session.still(memory=look.memory) if look is not None else None
        with self._changed:
            if self._wish is not self._followed:
                return
            if still is not None:
                self._look = None
                self._wires.painter.give(dataclasses.replace(still, version=self._version))
            tickets, self._tickets = (self._tickets, []) if there else ([], self._tickets)
        for ticket, kept in tickets:
            snapshot = session.snapshot()
            led = tuple(state for state in kept if state.logged <= snapshot.journal.logged)
            self._wires.tell(SnapshotTaken(ticket, dataclasses.replace(snapshot, kept=led)))

    def _give_up(self, why: str) -> None:
        """This way leads nowhere: the pictures show the present again, unless another one is wanted by now."""
        self._session = self._march = self._untouched = None
        self._wires.tell(Message(why))
        with self._changed:
            if self._wish is self._followed:
                self._wish, self._look, self._tickets = None, None, []
                self._wires.tell(InVain())
                self._wires.painter.renew()
