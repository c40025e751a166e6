"""What the threads of a run tell the window: small values, sorted into one `Update` by the outbox."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.data.preparation import Prepared
from core.experiment import Experiment
from core.frames import Advice, Frame, Mark
from core.history.columns import Columns
from core.history.snapshot import Snapshot
from core.threads.step_by_sample import Revealed

if TYPE_CHECKING:
    from core.machine.device import DeviceChoice


@dataclass(frozen=True)
class Message:
    """A sentence for the person."""

    text: str


@dataclass(frozen=True)
class Paused:
    """The run has paused by itself, and why."""

    reason: str


@dataclass(frozen=True, eq=False)
class Samples:
    """What is learned from, encoded and split."""

    prepared: Prepared


@dataclass(frozen=True)
class Baselines:
    """What the best constant answer achieves."""

    values: Mapping[str, float]


@dataclass(frozen=True)
class Devices:
    """Every device kind, with the reason where it cannot be had."""

    choices: tuple[DeviceChoice, ...]


@dataclass(frozen=True)
class EngineChosen:
    """Engine and device in words, whether its updates need no interpreter (`free`), and why it is not the fast one."""

    engine: str
    device: str
    free: bool
    reason: str = ""


@dataclass(frozen=True)
class Points:
    """The names of the kept points."""

    names: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Metrics:
    """New evaluations in columns, name -> (evaluations,)."""

    columns: Columns


@dataclass(frozen=True, eq=False)
class Glimpsed:
    """Figures from between the evaluations, in columns: for the screen alone."""

    columns: Columns


@dataclass(frozen=True, eq=False)
class Recalled:
    """What the pictures show of the past: the run after so many updates, with the settings that it had; its figures
    where that is the update that was asked for, None where it is a stage on the way there."""

    updates: int
    epochs: float
    samples: int
    experiment: Experiment
    figures: Mapping[str, float] | None


@dataclass(frozen=True, eq=False)
class SnapshotTaken:
    """The snapshot that was asked for under a ticket."""

    ticket: int
    snapshot: Snapshot


@dataclass(frozen=True)
class FrameBatch:
    """Frames of one Still by the names under which they were asked for; `era` tells the jumps of the run apart."""

    era: int
    frames: Mapping[str, Frame]


News = (
    Message
    | Paused
    | Samples
    | Baselines
    | Devices
    | EngineChosen
    | Points
    | Metrics
    | Glimpsed
    | Recalled
    | SnapshotTaken
    | FrameBatch
    | Mark
    | Advice
    | Revealed
)
