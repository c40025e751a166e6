"""What comes out of a run's threads between two polls, sorted into one `Update`."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import NamedTuple, TypeVar

import numpy as np

from core.frames import Advice, Best, Mark, RunState, Update
from core.history.columns import joined
from core.threads import news
from core.threads.news import News
from core.threads.step_by_player import PlayerStep

Kind = TypeVar("Kind")


class Status(NamedTuple):
    """Where a run is: its state, updates, epochs, samples, seconds of learning, the first update that is kept, and the
    one that early stopping would take back."""

    state: RunState = RunState.idle
    updates: int = 0
    epochs: float = 0.0
    samples: int = 0
    seconds: float = 0.0
    first: int = 0
    best: Best | None = None


class Outbox:
    """The news since the last poll. What is said is kept, all of it; of what is the case, such as the engine, the
    newest counts."""

    def __init__(self) -> None:
        self._taken: list[News] = []

    def take(self, item: object) -> None:
        """One piece of news more; TypeError for what is none."""
        if not isinstance(item, News):
            raise TypeError(f"{type(item).__name__} is no news of a run")
        self._taken.append(item)

    def update(self, run: int, status: Status, rate: float, era: int) -> Update:
        """All of it in one value; frames from before the run's last jump are dropped, of each name the newest is
        left."""
        engine, columns = self._newest(news.EngineChosen), [item.columns for item in self._all(news.Metrics)]
        pause, samples, devices = self._newest(news.Paused), self._newest(news.Samples), self._newest(news.Devices)
        baselines, points = self._newest(news.Baselines), self._newest(news.Points)
        logged = self._newest(news.Logged)
        glimpses = [item.columns for item in self._all(news.Glimpsed)]
        batches = [batch.frames for batch in self._all(news.FrameBatch) if batch.era == era]
        return Update(
            run,
            *status[:-2],
            rate,
            metrics=joined(columns) if columns else {},
            frames={name: frame for frames in batches for name, frame in frames.items()},
            marks=tuple(self._all(Mark)),
            advice=self._newest(Advice),
            messages=tuple(item.text for item in self._all(news.Message)),
            paused=pause.reason if pause else "",
            device=engine.device if engine else "",
            engine=engine.engine if engine else "",
            free=engine.free if engine else None,
            engine_reason=engine.reason if engine else "",
            step=self._newest(PlayerStep),
            devices=devices.choices if devices else (),
            prepared=samples.prepared if samples else None,
            baselines=baselines.values if baselines else None,
            journal=logged.journal if logged else None,
            first=status.first,
            best=status.best,
            recalled=self._newest(news.Recalled),
            in_vain=self._newest(news.InVain) is not None,
            snapshots=tuple((item.ticket, item.snapshot) for item in self._all(news.SnapshotTaken)),
            points=points.names if points else None,
            between=joined(glimpses) if glimpses else {},
        )

    def _all(self, kind: type[Kind]) -> list[Kind]:
        return [item for item in self._taken if isinstance(item, kind)]

    def _newest(self, kind: type[Kind]) -> Kind | None:
        return next((item for item in reversed(self._taken) if isinstance(item, kind)), None)


def after(update: Update, seconds: float) -> Update:
    """The same of a run that had learned for so many seconds before its threads began to tell of it."""
    if not seconds:
        return update
    metrics, between = _later(update.metrics, seconds), _later(update.between, seconds)
    return dataclasses.replace(update, seconds=update.seconds + seconds, metrics=metrics, between=between)


def _later(columns: Mapping[str, np.ndarray], seconds: float) -> Mapping[str, np.ndarray]:
    return {**columns, "seconds": columns["seconds"] + seconds} if columns else columns
