"""Work: the starts of a question, made on a thread of their own; what is new is polled."""

from __future__ import annotations

import functools
import os
import threading
import time
from collections.abc import Sequence

from core.data.preparation import prepare
from core.engines.choice import reason_against_kernel
from core.engines.holding import Holding
from core.experiment import Experiment
from core.frozen import frozen
from core.luck.found import Found, found
from core.luck.question import MORE, Question
from core.luck.start import Start
from core.runs.many import many
from core.runs.outcome import Outcome
from core.runs.starts import reason_against_starts
from core.studies.drawn import Draw, Picture
from core.threads.aside import Aside

EVALUATIONS = 500_000  # held at a time, each of some twenty numbers
FOUND_EVERY = 0.1  # s between two summaries of what there is so far


@frozen(eq=False)
class News:
    """What has come since the last poll: `starts`, their pictures by number, the newest summary (None: the old one
    holds), how many seconds are `left` (None: unknown); `problem` is why it broke off, "" where it did not."""

    starts: tuple[Start, ...]
    pictures: dict[int, Picture]
    found: Found | None
    left: float | None
    over: bool
    problem: str


class Work(Aside[Start | Found | tuple[int, Picture]]):
    """Makes the starts that are not `known` yet. Up to a hundred are drawn as they come, of more the five examples."""

    def __init__(self, question: Question, known: Sequence[Start], draw: Draw) -> None:
        super().__init__("starts")
        self.question, self._draw = question, draw
        self._starts = list(known)
        self._first = len(known)
        self._lock = threading.Lock()
        self._begun = self._told = time.monotonic()

    def poll(self) -> News:
        """Everything that is new. Never blocks."""
        pieces, over, problem = self.news()
        starts: list[Start] = []
        pictures: dict[int, Picture] = {}
        summary: Found | None = None
        for piece in pieces:
            match piece:
                case Start():
                    starts.append(piece)
                case Found():
                    summary = piece
                case (number, picture):
                    pictures[number] = picture
        return News(tuple(starts), pictures, summary, self._left(), over, problem)

    def _left(self) -> float | None:
        made = len(self._starts) - self._first
        spent = time.monotonic() - self._begun
        return spent / made * (self.question.count - len(self._starts)) if made else None

    # The thread

    def make(self) -> None:
        question = self.question
        experiments, threads = question.experiments, workers(question.experiment)
        step = max(threads, at_once(question))
        for first in range(self._first, question.count, step):
            if self.halted():
                break
            many(
                experiments[first : first + step],
                question.updates,
                workers=threads,
                halt=self.halted,
                done=functools.partial(self._take, first),
            )
        self._sum_up()
        if question.count > MORE and not self.halted():
            self._draw_examples()

    def _take(self, first: int, place: int, outcome: Outcome) -> None:
        """A start has come to its end: on the thread that made it."""
        start = Start.of(first + place + 1, outcome)
        self.tell(start)
        with self._lock:
            self._starts.append(start)
            due = time.monotonic() - self._told > FOUND_EVERY
        if self.question.count <= MORE:
            self._paint(start.number, outcome)
        if due:
            self._sum_up()

    def _sum_up(self) -> None:
        with self._lock:
            self._told = time.monotonic()
            summary = found(self.question, self._starts)
        if summary is not None:
            _ = summary.spread, summary.band  # here, not when the window asks for them
            self.tell(summary)

    def _draw_examples(self) -> None:
        """Of a thousand no vector is kept: the five are made once more, and come out as they did."""
        summary = found(self.question, self._starts)
        chosen = {start.number: start.experiment for _, start in summary.examples} if summary else {}
        numbers = list(chosen)
        many(
            list(chosen.values()),
            self.question.updates,
            workers=1,
            halt=self.halted,
            done=lambda place, outcome: self._paint(numbers[place], outcome),
        )

    def _paint(self, number: int, outcome: Outcome) -> None:
        picture = self._draw(outcome)
        if picture is not None:
            self.tell((number, picture))


def at_once(question: Question) -> int:
    """Of how many starts all evaluations may be held at a time."""
    return max(1, min(MORE, EVALUATIONS // (question.updates // question.experiment.evaluate_every + 1)))


def workers(experiment: Experiment) -> int:
    """Where the kernel makes them, which lets others work beside it, all cores but the window's; else one after the
    other."""
    cores = os.cpu_count() or 1
    if cores <= 2 or reason_against_starts(experiment):
        return 1
    return 1 if reason_against_kernel(Holding.of(experiment, prepare(experiment))) else cores - 1
