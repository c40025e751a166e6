"""Aside: work on a thread of its own, whose news are polled."""

from __future__ import annotations

import logging
import queue
import threading
from typing import Generic, TypeVar

from core.machine.out_of_memory import failure
from core.machine.whole_file import NotWritten
from core.messages import BadInput

log = logging.getLogger(__name__)
Piece = TypeVar("Piece")


class Aside(Generic[Piece]):
    """A subclass says in `make` what is done there, tells of it piece by piece, and looks now and then whether it is
    `halted`."""

    def __init__(self, name: str) -> None:
        self._pieces: queue.SimpleQueue[Piece] = queue.SimpleQueue()
        self._halted = threading.Event()
        self._problem, self._over = "", False
        self._thread = threading.Thread(target=self._main, name=name, daemon=True)

    def make(self) -> None:
        """The work; what it raises ends it."""
        raise NotImplementedError

    def tell(self, piece: Piece) -> None:
        """Something new, from any thread."""
        self._pieces.put(piece)

    def halted(self) -> bool:
        """Whether what is not at its end yet is to be given up."""
        return self._halted.is_set()

    def give_up(self, problem: str) -> None:
        """Why the work ends before its end, in a sentence; what has come is told."""
        self._problem = problem

    # The window's side

    def start(self) -> None:
        self._thread.start()

    @property
    def alive(self) -> bool:
        return self._thread.is_alive()

    def stop(self) -> None:
        """What is not at its end yet is given up."""
        self._halted.set()

    def close(self, patience: float) -> bool:
        """End the thread; False where that takes longer than so many seconds."""
        self.stop()
        if self._thread.ident is not None:
            self._thread.join(patience)
        return not self._thread.is_alive()

    def news(self) -> tuple[list[Piece], bool, str]:
        """Everything that is new; whether that was all; why it broke off, "" where it did not. Never blocks."""
        over, problem = self._over, self._problem  # before the queue is emptied: nothing comes after the end
        pieces: list[Piece] = []
        while True:
            try:
                pieces.append(self._pieces.get_nowait())
            except queue.Empty:
                return pieces, over, problem

    # The thread

    def _main(self) -> None:
        try:
            self.make()
        except (BadInput, NotWritten) as error:
            self._problem = str(error)
        except Exception as error:
            log.exception("%s: could not be made", self._thread.name)
            self._problem = failure(error)
        finally:
            self._over = True
