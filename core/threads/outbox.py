"""What comes out of a run's threads between two polls, sorted into one `Update`."""

from __future__ import annotations

from typing import Any

import numpy as np

from core.data.preparation import Prepared
from core.frames import Advice, Frame, Mark, RunState, Update
from core.history.snapshot import Snapshot
from core.threads.painter import FrameBatch
from core.training.columns import joined

Status = tuple[RunState, int, float, int, float]  # state, updates, epochs, samples, seconds of learning


class Message(str):
    """A sentence for the person."""


class Paused(Message):
    """Why the run has paused by itself."""


class Baselines(dict[str, float]):
    """What a constant guess achieves."""


class Devices(tuple[Any, ...]):
    """Every device kind, with the reason where it cannot be had."""


class Engine(tuple[str, str, bool, str]):
    """Engine and device in words, whether its updates need no interpreter, and why it is not the fast one."""

    def __new__(cls, engine: str, device: str, free: bool, reason: str = "") -> Engine:
        return super().__new__(cls, (engine, device, free, reason))


class Points(tuple[str, ...]):
    """The names of the kept points."""


class Metrics(dict[str, np.ndarray]):
    """New evaluations in columns."""


class Outbox:
    """The things that came out since the last poll, sorted."""

    def __init__(self) -> None:
        self.columns: list[Metrics] = []
        self.rounds: list[FrameBatch] = []
        self.marks: list[Mark] = []
        self.snapshots: list[tuple[int, Snapshot]] = []
        self.more: dict[str, object] = {}

    def take(self, item: object) -> None:
        match item:
            case Paused():
                self.more |= {"message": str(item), "paused": True}
            case Message() if not self.more.get(
                "paused"
            ):  # why the run stands still matters more than what it lacks besides
                self.more["message"] = str(item)
            case Message():
                pass
            case Baselines():
                self.more["baselines"] = dict(item)
            case Devices():
                self.more["devices"] = tuple(item)
            case Engine():
                self.more["engine"], self.more["device"], self.more["free"], self.more["engine_reason"] = item
            case Points():
                self.more["points"] = tuple(item)
            case Metrics():
                self.columns.append(item)
            case FrameBatch():
                self.rounds.append(item)
            case Mark():
                self.marks.append(item)
            case Advice():
                self.more["advice"] = item
            case Prepared():
                self.more["prepared"] = item
            case (int() as ticket, Snapshot() as snapshot):
                self.snapshots.append((ticket, snapshot))
            case _:
                self.more["step"] = item

    def frames(self, era: int) -> dict[str, Frame]:
        """The newest frame of each name; those from before the run's last jump are dropped."""
        return {name: frame for round in self.rounds if round.era == era for name, frame in round.frames.items()}

    def update(self, run: int, status: Status, rate: float, era: int) -> Update:
        return Update(
            run, *status, rate, joined(self.columns) if self.columns else {}, self.frames(era), tuple(self.marks), snapshots=tuple(self.snapshots), **self.more  # type: ignore[arg-type]
        )  # fmt: skip
