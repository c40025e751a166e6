"""Runs in processes of their own: those that the interpreter's lock would make one after the other.

A process that is ended from outside, as by a system without memory, loses the one run that it was at; another process
makes that anew.
"""

from __future__ import annotations

import contextlib
import json
import queue
import subprocess
import threading
from collections.abc import Callable, Sequence

from core.machine import processes
from core.studies.plan import Planned
from core.studies.result import Result

PAUSE = 0.05  # seconds between two looks at whether it is to halt
TIMES = 3  # that a run is begun before nobody expects that it can be made
MODULE = "core.studies.worker"


class NotMade(RuntimeError):
    """Why a run could not be made, in one sentence."""


class Worker:
    """A process, begun with its first order."""

    def __init__(self, where: str) -> None:
        self._where = where
        self._process: subprocess.Popen[str] | None = None
        self._lock = threading.Lock()
        self._ended = False

    def make(self, planned: Planned) -> Result | None:
        """A run; None where the process has been ended before it was made. `NotMade` where it cannot be."""
        process = self._begun()
        if process is None:
            return None
        experiment = planned.trial.experiment.values()
        order = json.dumps({"key": planned.key, "experiment": experiment, "where": self._where})
        answer = _asked(process, order)
        if answer is None:
            self.close()
            return None
        if "result" not in answer:
            raise NotMade(answer.get("refused") or answer["failed"])
        return Result.loads(answer["result"])

    def end(self) -> None:
        """At once, whatever it is at, from any thread; no other one is begun."""
        with self._lock:
            self._ended = True
            if self._process is not None:
                self._process.kill()

    def close(self) -> None:
        """Nothing is left of the process; by the thread that gives the orders."""
        with self._lock:
            process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                with contextlib.suppress(OSError):
                    pipe.close() if pipe else None

    def _begun(self) -> subprocess.Popen[str] | None:
        with self._lock:
            if self._process is None and not self._ended:
                self._process = subprocess.Popen(
                    processes.python("-m", MODULE), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                    encoding="utf-8", env=processes.environment(), cwd=processes.ROOT,
                )  # fmt: skip
            return self._process


def _asked(process: subprocess.Popen[str], order: str) -> dict[str, str] | None:
    """The answer to an order; None where the process is there no more."""
    assert process.stdin and process.stdout, "both are pipes"
    try:
        process.stdin.write(order + "\n")
        process.stdin.flush()
        line = process.stdout.readline()
    except (OSError, ValueError):  # closed, from either side
        return None
    return json.loads(line) if line.endswith("\n") else None


def in_processes(
    planned: Sequence[Planned],
    workers: int,
    keep: Callable[[Result], None],
    halt: Callable[[], bool],
    where: str,
) -> None:
    """Make these runs in so many processes, and have each result kept. When `halt()` says so, runs that are under way
    are given up. The first error ends all and is raised."""
    work = _Work(planned, keep, halt)
    hired = [Worker(where) for _ in range(min(workers, len(planned)))]
    threads = [
        threading.Thread(target=work.carry_out, args=(each,), name=f"study-{number}")
        for number, each in enumerate(hired)
    ]
    for thread in threads:
        thread.start()
    try:
        while not halt() and any(thread.is_alive() for thread in threads):
            for thread in threads:
                thread.join(PAUSE)
    finally:
        work.stopped = True
        for each in hired:
            each.end()
        for thread in threads:
            thread.join()
    if work.errors:
        raise work.errors[0]


class _Work:
    """What is to be done; threads take from it, each with its process."""

    def __init__(self, planned: Sequence[Planned], keep: Callable[[Result], None], halt: Callable[[], bool]) -> None:
        self._keep, self._halt = keep, halt
        self._left: queue.SimpleQueue[Planned] = queue.SimpleQueue()
        for each in planned:
            self._left.put(each)
        self.errors: list[Exception] = []
        self.stopped = False

    def carry_out(self, worker: Worker) -> None:
        """One thread's part."""
        try:
            while not (self.stopped or self._halt()):
                self._make(self._left.get_nowait(), worker)
        except queue.Empty:
            return
        except Exception as error:
            self.errors.append(error)
            self.stopped = True
        finally:
            worker.close()

    def _make(self, planned: Planned, worker: Worker) -> None:
        for _ in range(TIMES):
            result = worker.make(planned)
            if result is not None:
                self._keep(result)
                return
            if self.stopped or self._halt():
                return
        raise NotMade(f"A run was given up: its process was ended from outside {TIMES} times. Is there enough memory?")
