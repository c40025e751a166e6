"""Keeper: the store of runs on a thread of its own, so that nobody waits for a disk."""

from __future__ import annotations

import functools
import logging
import pathlib
import queue
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from core.machine.whole_file import NotWritten
from core.messages import BadInput

if TYPE_CHECKING:
    from core.runs.store import RunStore

log = logging.getLogger(__name__)
T = TypeVar("T")
Answer = Callable[[], object]


def nothing(_answer: object) -> None:
    """Nobody asks how it went."""


class Keeper:
    """Jobs in, one after another; answers and sentences out by `poll()`, on the thread of whoever calls it. The store
    is opened for the first job."""

    def __init__(self, folder: pathlib.Path) -> None:
        self._folder = folder
        self._changed = threading.Condition()
        self._jobs: dict[str, Callable[[RunStore], Answer]] = {}  # by what they concern: those that are not begun
        self._closed = False
        self._under_way = 0
        self._answers: queue.SimpleQueue[Answer | str] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None

    @property
    def busy(self) -> bool:
        """Whether there is something to be polled for, now or soon."""
        return bool(self._jobs or self._under_way) or not self._answers.empty()

    def do(self, name: str, job: Callable[[RunStore], T], then: Callable[[T], object] = nothing) -> None:
        """Have something done, and hear what came of it; a newer job of the same name takes the place of one that
        waits."""
        with self._changed:
            if self._closed:
                return
            self._jobs.pop(name, None)
            self._jobs[name] = lambda store: functools.partial(then, job(store))
            self._changed.notify()
        if self._thread is None:
            self._thread = threading.Thread(target=self._main, name="runs-kept", daemon=True)
            self._thread.start()

    def poll(self) -> tuple[str, ...]:
        """Give the answers that have come to whom has asked; sentences of what could not be done."""
        said: list[str] = []
        while not self._answers.empty():
            answer = self._answers.get()
            if isinstance(answer, str):
                said.append(answer)
            else:
                answer()
        return tuple(said)

    def close(self, patience: float) -> bool:
        """All that waits is done first; False where that takes longer than so many seconds."""
        with self._changed:
            self._closed = True
            self._changed.notify()
        if self._thread is None:
            return True
        self._thread.join(patience)
        return not self._thread.is_alive()

    # The thread's side

    def _main(self) -> None:
        from core.runs.store import RunStore

        with RunStore(self._folder) as store:
            if store.trouble:
                self._answers.put(store.trouble)
            while (job := self._next()) is not None:
                self._carry_out(job, store)
                self._under_way = 0

    def _next(self) -> Callable[[RunStore], Answer] | None:
        with self._changed:
            self._changed.wait_for(lambda: self._jobs or self._closed)
            if not self._jobs:
                return None
            self._under_way = 1
            return self._jobs.pop(next(iter(self._jobs)))

    def _carry_out(self, job: Callable[[RunStore], Answer], store: RunStore) -> None:
        try:
            self._answers.put(job(store))
        except (BadInput, NotWritten) as refusal:
            if store.database.writable or isinstance(refusal, BadInput):  # else it was said when it was opened
                self._answers.put(str(refusal))
        except Exception as error:
            log.exception("a run could not be kept or brought")
            self._answers.put(f"A run could not be kept or brought: {error}. The log has the details.")
