"""What leaves the core: plain frozen values, no torch type in any of them."""

from __future__ import annotations

import dataclasses
import enum
from collections.abc import Collection, Mapping
from typing import Any

import numpy as np

from core.frozen import frozen


class RunState(enum.Enum):
    """Where a run is in its life."""

    idle = "idle"
    running = "running"
    paused = "paused"
    finished = "finished"
    diverged = "diverged"
    stopped = "stopped"
    failed = "failed"

    @property
    def over(self) -> bool:
        return self in (RunState.finished, RunState.diverged, RunState.stopped, RunState.failed)


@frozen
class Frame:
    """The answer to one probe: read-only numpy arrays and plain words, as of one update of one run."""

    run: int
    update: int
    request: object  # the probe; who needs one of its fields knows which it is
    arrays: Mapping[str, np.ndarray]
    info: Mapping[str, Any] = dataclasses.field(default_factory=dict)


@frozen
class Offer:
    """What may help: the `remedy` as it is spoken of, the `words` of its button, its `edits`; without edits it draws
    other starting weights, or leads back to the same ones."""

    remedy: str
    words: str
    edits: tuple[tuple[str, Any], ...] = ()
    rewind: bool = False  # it leads back to the start


@frozen
class Advice:
    """What a diagnosis of that `kind` says of the state of learning: a sentence, the numbers that it was checked by,
    what may help, the usual first; `layers` names those that it is about, as their parameters are called."""

    kind: str
    text: str
    evidence: str = ""
    offers: tuple[Offer, ...] = ()
    layers: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """All of it as a person reads it."""
        return f"{self.text} {self.evidence}".strip()

    def after(self, followed: Collection[tuple[str, str]]) -> Advice:
        """The same after (kind, remedy) that were followed and did not help: they are not offered again."""
        tried = [offer for offer in self.offers if (self.kind, offer.remedy) in followed]
        if not tried:
            return self
        names = " and ".join(offer.remedy for offer in tried)
        left = tuple(offer for offer in self.offers if offer not in tried)
        return dataclasses.replace(self, text=f"{self.text} Tried without success: {names}.", offers=left)


POINT = "point"  # the kind of a mark where weights were kept under a name: nothing that happened to the run


@frozen
class Mark:
    """A moment of a run worth a sign: a live change, a stop, a hand edit, a goal, a kept point. `about` is the setting
    that was changed: of two after the same update the later one holds."""

    update: int
    kind: str
    text: str
    about: str = ""


@frozen
class Best:
    """The update that early stopping would take back: its loss on the validation part, and how many evaluations without
    a lower one are `left` until it does. Before update `set_aside` the samples of that part were learned from; 0: they
    never were."""

    update: int
    loss: float
    left: int
    set_aside: int = 0

    @property
    def reserve(self) -> str:
        """Why its figure is no honest one, as the end of a sentence; "" where it is."""
        return (
            f"; the samples of that part were learned from before update {self.set_aside:,}" if self.set_aside else ""
        )


@frozen
class Update:
    """Everything that is new since the last poll.

    `metrics` holds new evaluations in columns, each (evaluations,) float64: `update, epoch, samples, seconds, lr,
    penalty`, and `<part>.<figure>` for part in train, validation, test and figure in loss and the task's score
    (accuracy, r2), `mistakes`. `frames` is keyed by the name under which a view asked. `advice` is None where it has
    not changed, and has an empty kind where there is none any more. `messages` are sentences for the person, all of
    them; `paused` says why the run has paused by itself, "" where it has not. `free` and `engine_reason` come with the
    engine: its updates need no interpreter, so drawing hardly slows them; why it is not the fast one. `points` names
    the kept points where they have changed. `step` is a `core.threads.step_by_player.PlayerStep`, `devices` are
    `core.machine.device.DeviceChoice`s (once a run), `prepared` a `core.data.preparation.Prepared` (new data),
    `recalled` a `core.threads.news.Recalled` (what the pictures show of the past; `in_vain`: what was asked of it they
    cannot show), `first` is the first update that can be looked back at,
    `snapshots` pairs of a ticket and a `core.history.snapshot.Snapshot`; `baselines` holds `<part>.baseline_loss` and
    `<part>.baseline` of the best constant answer; `journal` is a `core.history.journal.Journal`, where more has
    happened to the run. `best` is what early stopping would take back, None where it is off. `between` are figures from
    between the evaluations in the same columns, for the screen alone.
    """

    run: int
    state: RunState
    updates: int
    epochs: float
    samples: int
    seconds: float
    rate: float
    metrics: Mapping[str, np.ndarray]
    frames: Mapping[str, Frame]
    marks: tuple[Mark, ...] = ()
    advice: Advice | None = None
    messages: tuple[str, ...] = ()
    paused: str = ""
    device: str = ""
    engine: str = ""
    free: bool | None = None
    engine_reason: str = ""
    step: Any = None
    devices: tuple[Any, ...] = ()
    prepared: Any = None
    first: int = 0
    recalled: Any = None
    in_vain: bool = False
    baselines: Mapping[str, float] | None = None
    snapshots: tuple[tuple[int, Any], ...] = ()
    points: tuple[str, ...] | None = None
    journal: Any = None
    best: Best | None = None
    between: Mapping[str, np.ndarray] = dataclasses.field(default_factory=dict[str, np.ndarray])

    @property
    def message(self) -> str:
        """What there is to be said, in one: why the run has paused matters more than what it lacks besides."""
        return self.paused or " ".join(self.messages)
