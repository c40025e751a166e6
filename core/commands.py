"""What may be asked of a running run: plain values that cross from the window's thread to the trainer's."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any, Literal

from core.experiment import Experiment
from core.families import Probe
from core.snapshot import Snapshot


@dataclasses.dataclass(frozen=True)
class Pause:
    """Make no further update until Resume."""


@dataclasses.dataclass(frozen=True)
class Resume:
    """Go on; beyond the end of the stop rules where they have ended the run."""


@dataclasses.dataclass(frozen=True)
class Step:
    """Pause, and go on by one sample (a reveal: the weights stand still), by `count` updates or by `count` epochs."""

    size: Literal["sample", "update", "epoch"]
    count: int = 1


@dataclasses.dataclass(frozen=True)
class Apply:
    """Take over live changes."""

    experiment: Experiment


@dataclasses.dataclass(frozen=True)
class SetParameter:
    """Type one weight or bias by hand."""

    name: str
    index: tuple[int, ...]
    value: float


@dataclasses.dataclass(frozen=True)
class LoadParameters:
    """Replace parameters by name."""

    parameters: Mapping[str, Any]


@dataclasses.dataclass(frozen=True)
class Restore:
    """Become the run of a snapshot."""

    snapshot: Snapshot


@dataclasses.dataclass(frozen=True)
class Show:
    """The pictures that are on the screen: name -> request; only these are computed."""

    requests: Mapping[str, Probe]


@dataclasses.dataclass(frozen=True)
class Taken:
    """The newest frames of these names were taken by the screen: they may be computed again."""

    names: tuple[str, ...]


@dataclasses.dataclass(frozen=True)
class TakeSnapshot:
    """Put a snapshot into the next update, under this ticket."""

    ticket: int


@dataclasses.dataclass(frozen=True)
class Stop:
    """End the thread."""


Command = Pause | Resume | Step | Apply | SetParameter | LoadParameters | Restore | Show | Taken | TakeSnapshot | Stop
