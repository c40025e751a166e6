"""The picture thread of a run: it answers the probes that are on the screen, from Stills that the learning thread hands
over.

A picture is made only when it is wanted: it is on the screen, the screen has taken the one before, and the run has
moved since. Then the painter asks for one Still, and all pictures of that round are made of it. A progressive probe is
worked on in chunks; between them the other pictures get their turn, and nobody starves: each round is paid back in time
to the progressive pictures under way, twice while one of them was asked for only now and has not been seen yet, else by
half; and a dear picture that is made at one go rests, while there is other work, until that has had three times as
long. What was asked for only now waits for nobody. A progressive picture whose probe keeps what it has computed
(`resumes`) is begun anew of a newer Still at every stage, and goes on where it was.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from core.history.still import Still
from core.machine.out_of_memory import OutOfMemory, ran_out
from core.probing.moment import Moment
from core.probing.probe import Probe
from core.threads.news import FrameBatch
from core.threads.probe_job import ProbeJob
from core.threads.supply import Supply
from core.training.handover import Look

if TYPE_CHECKING:
    from core.engines.replica import Replica

log = logging.getLogger(__name__)
TOGETHER = 0.03  # seconds that the pictures of a round wait for the first stage of a progressive one
DEAR = 0.05  # seconds from which on a picture made at one go is not part of every round
REST = 3.0  # times as long as a dear picture took, others work before it is made again
PRESSING = 2.0  # times a round's time goes to progressive pictures that nobody has seen yet
USUAL = 0.5  # of a round's time goes to progressive pictures that have been seen before


class Painter:
    """`ask(look)` wants a Still of a run that does not learn at the moment; `tell(round)` delivers,
    `complain(sentence)` says what went wrong."""

    def __init__(
        self,
        run: int,
        ask: Callable[[Look], None],
        tell: Callable[[FrameBatch], None],
        complain: Callable[[str], None],
    ) -> None:
        self._run, self._tell, self._complain = run, tell, complain
        self._changed = threading.Condition()  # guards all that follows up to the works
        self._requests: Mapping[str, Probe] = {}
        self._wanted: set[str] = set()  # on the screen, and what was delivered last was taken
        self._shown: dict[str, int] = {}  # the version of the Still that each picture was last begun with
        self.still: Still | None = None
        self.supply = Supply(ask)
        self._over = False
        self.era = 0
        self._works: dict[str, ProbeJob] = {}  # the picture thread's own, as the replica
        self._replica: Replica | None = None
        self._new: set[str] = set()  # asked for as they are now, and never delivered since
        self._owed = 0.0  # seconds of work that progressive pictures get before the next round
        self._worked = 0.0  # seconds of work so far
        self._rests: dict[str, float] = {}  # up to how many of them a dear picture rests
        self._went_on = False  # a chunk of a progressive picture was made since the last round
        self._quick: set[str] = set()  # made at one go, and in no time, when they were made last
        self._thread = threading.Thread(target=self._main, name=f"pictures-{run}", daemon=True)

    # What the other threads call

    def start(self) -> None:
        self._thread.start()

    @property
    def alive(self) -> bool:
        return self._thread.is_alive()

    def show(self, requests: Mapping[str, Probe]) -> None:
        """These are on the screen now; a picture asked for as before goes on as before."""
        with self._changed:
            new = {name for name, request in requests.items() if self._requests.get(name) != request}
            self._wanted = (self._wanted & set(requests)) | new
            self._shown = {
                name: version for name, version in self._shown.items() if name in requests and name not in new
            }
            self._requests = dict(requests)
            self._new = (self._new & set(requests)) | new
            if new:  # the Still at hand may be of long ago
                self._take(None)
            self._changed.notify()

    def taken(self, names: tuple[str, ...]) -> None:
        """The screen has taken the newest pictures of these names."""
        with self._changed:
            self._wanted |= set(names) & set(self._requests)
            self._changed.notify()

    def give(self, still: Still) -> None:
        """The Still that was asked for."""
        with self._changed:
            self._take(still)
            self._changed.notify()

    def _take(self, still: Still | None) -> None:
        self.still = still
        self.supply.settle()

    def renew(self) -> None:
        """The run has jumped (restored, other data): pictures under way are worth nothing any more."""
        with self._changed:
            self.era += 1
            self._take(None)
            self._wanted = set(self._requests)
            self._shown.clear()
            self._changed.notify()

    def stop(self) -> None:
        with self._changed:
            self._over = True
            self._changed.notify()

    def join(self, timeout: float) -> None:
        """Wait for the thread to end."""
        if self._thread.ident is not None:
            self._thread.join(max(0.0, timeout))

    # The picture thread

    def _main(self) -> None:
        while (turn := self._next_turn()) is not None:
            era, still, names = turn
            if still is not None and names:
                self._begin(era, still, names)
            else:
                self._go_on()
            self._deliver()
        with self._changed:  # what is half made, and the samples, go now, not when somebody collects garbage
            self._works, self._replica, self.still = {}, None, None

    def _next_turn(self) -> tuple[int, Still | None, list[str]] | None:
        """Wait until there is something to do: the era, the Still and the pictures to begin with it; None at the
        end."""
        with self._changed:
            while not self._over:
                self._forget_stale()
                if (still := self.supply.told()) is not None:
                    self._take(still)
                self._ask_where_due()
                due = self._in_turn(self._due())
                if due or any(map(self._may_go_on, self._works.values())):
                    return self.era, self.still, due
                self._changed.wait(self.supply.patience)
        return None

    def _waiting(self) -> list[str]:
        return [
            name
            for name in self._requests
            if name in self._wanted and (name not in self._works or self._works[name].replaceable)
        ]

    def _in_turn(self, due: list[str]) -> list[str]:
        """Those of the due pictures that are begun now: what was asked for only now; else those that have rested, or
        only quick ones where others are owed time."""
        new = [name for name in due if name in self._new and name not in self._works]
        busy = any(not work.over for work in self._works.values())
        if new:
            return new
        if busy and self._owed > 0:
            return [name for name in due if name in self._quick] if self._went_on else []
        rested = [name for name in due if self._worked >= self._rests.get(name, 0.0)]
        return rested or ([] if busy else due)

    def _due(self) -> list[str]:
        """Wanted pictures that the Still at hand is newer than."""
        still = self.still
        return [] if still is None else [name for name in self._waiting() if self._shown.get(name) != still.version]

    def _ask_where_due(self) -> None:
        """A wanted picture that shows the Still at hand already waits for a newer one."""
        still = self.still
        if any(still is None or self._shown.get(name) == still.version for name in self._waiting()):
            memory = any(request.needs_memory for request in self._requests.values())
            self.supply.ask(Look(memory, -1 if still is None else still.version))

    def _may_go_on(self, work: ProbeJob) -> bool:
        return not work.over or work.name in self._wanted

    def _is_pressing(self, work: ProbeJob) -> bool:
        """Whether a picture that takes long was asked for only now, and nobody has seen anything of it."""
        return work.progressive and not work.over and work.name in self._new

    def _begin(self, era: int, still: Still, names: list[str]) -> None:
        """The pictures of a round: all that are made at one go, and the first stages of progressive ones where they
        come soon."""
        moment = self._moment(still)
        with self._changed:
            self._shown |= dict.fromkeys(names, still.version)
            requests = {name: self._requests[name] for name in names if name in self._requests}
        if moment is None:
            with self._changed:
                self._wanted -= set(names)
            return
        works = [ProbeJob(name, request, moment, self._run, era) for name, request in requests.items()]
        owed, end = 0.0, 0.0
        for work in sorted(works, key=lambda work: work.progressive):
            self._works[work.name] = work
            began = time.monotonic()
            end = end or (time.monotonic() + TOGETHER if work.progressive else 0.0)
            while self._is_worth(work) and (not work.progressive or time.monotonic() < end):
                work.advance()
            spent = time.monotonic() - began
            owed, self._worked = owed + spent, self._worked + spent
            if not work.progressive:
                self._rate(work.name, spent)
        self._went_on = False
        self._owed = max(self._owed, 0.0) + owed * (
            PRESSING if any(map(self._is_pressing, self._works.values())) else USUAL
        )

    def _rate(self, name: str, spent: float) -> None:
        """How a picture made at one go takes part from now on, by the seconds that it took."""
        if spent > DEAR:
            self._rests[name] = self._worked + REST * spent
            self._quick.discard(name)
        else:
            self._rests.pop(name, None)
            self._quick.add(name)

    def _is_worth(self, work: ProbeJob) -> bool:
        """Whether the first stage of a picture is still to be made, and for somebody."""
        return work.ready is None and not work.over and work.era == self.era and not self._over

    def _moment(self, still: Still) -> Moment | None:
        try:
            from core.engines.replica import replica_for  # brings torch: on this thread, never on the window's

            self._replica = replica_for(still, self._replica)
        except Exception as error:
            log.exception("no picture of run %s can be made", self._run)
            self._complain(
                str(OutOfMemory("making pictures", error))
                if ran_out(error)
                else f"The pictures cannot be made: {str(error) or type(error).__name__}"
            )
            return None
        return Moment(still, self._replica)

    def _go_on(self) -> None:
        """A chunk of the progressive picture whose turn it is; of those that nobody has seen yet where there are
        any."""
        going = [work for work in self._works.values() if not work.over]
        work = next(filter(self._is_pressing, going), next(iter(going), None))
        if work is not None:
            self._works[work.name] = self._works.pop(work.name)  # the last in the row now
            self._went_on = True
            began = time.monotonic()
            work.advance()
            spent = time.monotonic() - began
            self._owed, self._worked = self._owed - spent, self._worked + spent

    def _deliver(self) -> None:
        """What is ready and wanted goes out, together."""
        with self._changed:
            self._forget_stale()
            ready = {
                name: work.ready
                for name, work in self._works.items()
                if work.ready is not None and name in self._wanted
            }
            problems = {name: work.problem for name, work in self._works.items() if work.problem}
            self._wanted -= {*ready, *problems}
            for name in ready:
                self._works[name].ready = None
            self._new -= {*ready, *(name for name, work in self._works.items() if work.over)}
            self._works = {name: work for name, work in self._works.items() if not work.over or work.ready is not None}
            era = self.era
        for problem in problems.values():
            self._complain(problem)
        if ready:
            self._tell(FrameBatch(era, ready))

    def _forget_stale(self) -> None:
        """Pictures that were hidden, are asked for in another way now, or belong to what the run was before a jump."""
        self._works = {
            name: work
            for name, work in self._works.items()
            if work.era == self.era and self._requests.get(name) == work.request
        }
