"""Worker: one job after another on a thread of its own, so that the window stays smooth while a file is read."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from core.machine.whole_file import NotWritten
from core.messages import BadInput

POLL = 30  # ms


class Worker(QObject):
    """Carries out one job after another; an answer to a job that has been overtaken is dropped."""

    done = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None, name: str = "reader-table") -> None:
        super().__init__(parent)
        self._name = name  # of its threads
        self._threads: list[threading.Thread] = []
        self._answers: queue.SimpleQueue[tuple[int, Any, str]] = queue.SimpleQueue()
        self._ticket = 0
        self._timer = QTimer(self)
        self._timer.setInterval(POLL)
        self._timer.timeout.connect(self._poll)

    @property
    def busy(self) -> bool:
        return self._timer.isActive()

    def start(self, job: Callable[[], Any]) -> None:
        """Do this on a thread; `done` brings what it returns, `failed` its `BadInput` as a sentence."""
        self._ticket += 1
        thread = threading.Thread(
            target=_carry_out, args=(self._ticket, job, self._answers), name=self._name, daemon=True
        )
        self._threads = [*(other for other in self._threads if other.is_alive()), thread]
        thread.start()
        self._timer.start()

    def forget(self) -> None:
        """Drop whatever is under way."""
        self._ticket += 1
        self._timer.stop()

    def close(self, patience: float) -> bool:
        """Drop whatever is under way and wait for it; False where that takes longer than `patience` seconds."""
        self.forget()
        end = time.monotonic() + patience
        for thread in self._threads:
            thread.join(max(0.0, end - time.monotonic()))
        return not any(thread.is_alive() for thread in self._threads)

    def _poll(self) -> None:
        while not self._answers.empty():
            ticket, answer, problem = self._answers.get()
            if ticket != self._ticket:
                continue
            self._timer.stop()
            if problem:
                self.failed.emit(problem)
            else:
                self.done.emit(answer)


def _carry_out(ticket: int, job: Callable[[], Any], answers: queue.SimpleQueue) -> None:
    try:
        answers.put((ticket, job(), ""))
    except BadInput as error:
        answers.put((ticket, None, str(error)))
    except NotWritten as error:
        answers.put((ticket, None, str(error)))
    except (OSError, MemoryError) as error:
        answers.put((ticket, None, f"the file cannot be read: {error}"))
