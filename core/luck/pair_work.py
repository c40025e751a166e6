"""PairWork: the starts of two sides, made pair by pair on a thread of their own; what is new is polled."""

from __future__ import annotations

import functools
import threading
import time
from collections.abc import Sequence

from core.frozen import frozen
from core.luck.paired import Paired, PairedQuestion, paired
from core.luck.start import Start
from core.luck.work import at_once, workers
from core.runs.many import many
from core.runs.outcome import Outcome
from core.threads.aside import Aside

TOLD = 10  # times that what is told of all pairs grows


@frozen(eq=False)
class PairNews:
    """What has come since the last poll: the newest summary (None: the old one holds), how many seconds are `left`
    (None: unknown); `problem` is why it broke off, "" where it did not."""

    paired: Paired | None
    made: int
    left: float | None
    over: bool
    problem: str


class PairWork(Aside[Paired]):
    """Makes the pairs that are not `known` yet; of the figure that is named, or the usual one."""

    def __init__(self, question: PairedQuestion, known: Paired | None = None, name: str = "") -> None:
        super().__init__("starts")
        self.question, self._name = question, name
        self._first = len(known.pairs) if known is not None else 0
        self._starts: tuple[list[Start], list[Start]] = ([], [])
        for pair in known.pairs if known is not None else ():
            for side, start in zip(self._starts, pair, strict=True):
                side.append(start)
        self._lock = threading.Lock()
        self._begun = time.monotonic()

    def poll(self) -> PairNews:
        """Everything that is new. Never blocks."""
        pieces, over, problem = self.news()
        made = min(map(len, self._starts))
        return PairNews(pieces[-1] if pieces else None, made, self._left(made), over, problem)

    def _left(self, made: int) -> float | None:
        new = made - self._first
        return (time.monotonic() - self._begun) / new * (self.question.count - made) if new else None

    # The thread

    def make(self) -> None:
        question, questions = self.question, self.question.questions
        experiments, threads = [each.experiments for each in questions], min(map(workers, question.sides))
        step = min(*map(at_once, questions), max(threads, question.count // TOLD))
        for first in range(self._first, question.count, step):
            for side, own in enumerate(questions):
                many(
                    experiments[side][first : first + step],
                    own.updates,
                    workers=threads,
                    halt=self.halted,
                    done=functools.partial(self._take, side, first),
                )
            if (found := self._found()) is not None:
                self.tell(found)

    def _take(self, side: int, first: int, place: int, outcome: Outcome) -> None:
        """A start has come to its end: on the thread that made it."""
        with self._lock:
            self._starts[side].append(Start.of(first + place + 1, outcome))

    def _found(self) -> Paired | None:
        with self._lock:
            starts: Sequence[Sequence[Start]] = [tuple(side) for side in self._starts]
        found = paired(self.question, starts, self._name)
        if found is not None:
            _ = found.test, found.difference  # here, not when the window asks for them
        return found
