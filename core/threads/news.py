"""What the threads of a run tell the window: small values, sorted into one `Update` by the outbox."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from core.data.preparation import Prepared
from core.experiment import Experiment
from core.frames import Advice, Best, Frame, Mark
from core.frozen import frozen
from core.history.columns import Columns
from core.history.journal import Journal
from core.history.snapshot import Snapshot
from core.threads.commands import Hand
from core.threads.step_by_player import PlayerStep

if TYPE_CHECKING:
    from core.machine.device import DeviceChoice


@frozen
class Message:
    """A sentence for the person."""

    text: str


@frozen
class Paused:
    """The run has paused by itself, and why."""

    reason: str


@frozen(eq=False)
class Samples:
    """What is learned from, encoded and split."""

    prepared: Prepared


@frozen
class Baselines:
    """What the best constant answer achieves."""

    values: Mapping[str, float]


@frozen
class Devices:
    """Every device kind, with the reason where it cannot be had."""

    choices: tuple[DeviceChoice, ...]


@frozen
class EngineChosen:
    """Engine and device in words, whether its updates need no interpreter (`free`), and why it is not the fast one."""

    engine: str
    device: str
    free: bool
    reason: str = ""


@frozen
class Logged:
    """What has happened to the run, as its journal has it."""

    journal: Journal


@frozen
class Points:
    """The names of the kept points."""

    names: tuple[str, ...]


@frozen(eq=False)
class Metrics:
    """New evaluations in columns, name -> (evaluations,)."""

    columns: Columns


@frozen(eq=False)
class Glimpsed:
    """Figures from between the evaluations, in columns: for the screen alone."""

    columns: Columns


@frozen(eq=False)
class Recalled:
    """What the pictures show of the past: the run after so many updates, with the settings that it had; its figures as
    soon as it is there, None on the way; what `hands` have done there, and whether any weight is another by that
    (`touched`); the samples that it learned from then; on the way about how many seconds are `left` of it; and the
    `best` update that early stopping would have taken back."""

    updates: int
    epochs: float
    samples: int
    experiment: Experiment
    figures: Mapping[str, float] | None
    hands: tuple[Hand, ...] = ()
    touched: bool = False
    prepared: Prepared | None = None
    left: float = 0.0
    best: Best | None = None


@frozen
class InVain:
    """What was asked of the past cannot be shown: the pictures show the present."""


@frozen(eq=False)
class SnapshotTaken:
    """The snapshot that was asked for under a ticket."""

    ticket: int
    snapshot: Snapshot


@frozen
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
    | Logged
    | Points
    | Metrics
    | Glimpsed
    | Recalled
    | InVain
    | SnapshotTaken
    | FrameBatch
    | Mark
    | Advice
    | PlayerStep
)
