"""What may be asked of a running run: plain values that cross from the window's thread to the trainer's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import numpy as np

from core.experiment import Experiment
from core.frozen import frozen
from core.history.snapshot import Snapshot
from core.probing.probe import Probe
from core.training.handover import Look

if TYPE_CHECKING:
    from core.comparison.comparison import Pace
    from core.history.kept_states import KeptState


@frozen
class Pause:
    """Make no further update until Resume."""


@frozen
class Resume:
    """Go on; beyond the end of the stop rules where they have ended the run."""


Size: TypeAlias = Literal["player", "update", "epoch"]


@frozen
class Step:
    """Pause, and go on by one player's turn (the run stands still until the last one makes the update), by `count`
    updates or by `count` epochs."""

    size: Size
    count: int = 1


@frozen
class KeepStep:
    """What is the same for all runs of a learning thread from now on: their updates, the samples they have seen, their
    seconds of learning."""

    pace: Pace


@frozen
class Apply:
    """Take over live changes."""

    experiment: Experiment


@frozen
class SetParameter:
    """Type one weight or bias by hand; `text` tells it on the timeline."""

    name: str
    index: tuple[int, ...]
    value: float
    text: str = ""


@frozen
class LoadParameters:
    """Replace parameters by name."""

    parameters: Mapping[str, Any]


@frozen(eq=False)
class PutAt:
    """Put the network at a point of its parameter space: `vector` (P,) in the order of the flat vector, `text` says
    why.

    While it is being dragged (`drag`) the many places on the way count as one; the last has `drag` False.
    """

    vector: np.ndarray
    text: str = ""
    drag: bool = False


@frozen(eq=False)
class KeepPoint:
    """Keep the parameters under a name: a surface may be laid through kept points. Those that there are now, or those
    that there were (`past`): after how many updates, and which, (P,)."""

    name: str
    past: tuple[int, np.ndarray] | None = None


@frozen
class ForgetPoint:
    """Keep a point no longer."""

    name: str


@frozen
class Note:
    """A sign on the run as it is: something has been done with it."""

    kind: str
    text: str


@frozen(eq=False)
class Remember:
    """States that the run was in before its history begins."""

    kept: tuple[KeptState, ...]


@frozen
class Restore:
    """Become the run of a snapshot; where it is to be `here`, only if no update was made since."""

    snapshot: Snapshot
    here: bool = False


Hand: TypeAlias = SetParameter | PutAt | Restore  # what a person does to weights; the last takes some of it back


@frozen
class Recall:
    """Pause, and let the pictures show what the run was after so many updates, or what hands have made of it there, and
    what those beside it were then; None: what they are. The runs themselves are not changed."""

    updates: int | None = None
    hands: tuple[Hand, ...] = ()


@frozen
class Show:
    """The pictures that are on the screen: name -> request; only these are computed."""

    requests: Mapping[str, Probe]


@frozen
class Spent:
    """It has learned for so many seconds before it came here."""

    seconds: float


@frozen
class Divide:
    """So many runs divide the room for states that were kept."""

    runs: int


@frozen
class TakeSnapshot:
    """Put a snapshot of the run into the next update, under this ticket; `past`: with the states that it has been
    in."""

    ticket: int
    past: bool = False


@frozen
class TakeShown:
    """The same of what the pictures show: of what the run was, while they show that."""

    ticket: int


@frozen
class Stop:
    """The run is over; with the last one its thread ends."""


Change = (
    Apply | SetParameter | LoadParameters | PutAt | KeepPoint | ForgetPoint | Note | Remember | Restore
)  # of the run itself
InThePresent = Resume | Step | SetParameter | LoadParameters | PutAt | Restore  # the past is left for these
Question = Show | Look | TakeSnapshot | TakeShown | Divide | Spent
Transport = Pause | Resume | Step | Recall | KeepStep  # of all runs of a learning thread, whichever was told
Command = Transport | Stop | Question | Change
