"""What a person asks for in a picture or a panel, where it is no edit of one setting: typed values, which the room
carries out."""

from __future__ import annotations

import dataclasses
from typing import Literal, TypeAlias

import numpy as np

# On the weights


@dataclasses.dataclass(frozen=True)
class SetWeight:
    """Type one weight."""

    parameter: str
    index: tuple[int, ...]
    value: float


@dataclasses.dataclass(frozen=True, eq=False)
class PutAt:
    """Put the network at a point of parameter space, (P,); `drag`: the hand is still moving."""

    vector: np.ndarray
    drag: bool


@dataclasses.dataclass(frozen=True)
class KeepPoint:
    """Keep the weights as they are under a name."""

    name: str


@dataclasses.dataclass(frozen=True)
class ForgetPoint:
    """Let a kept point go."""

    name: str


# On what is looked at


@dataclasses.dataclass(frozen=True)
class ChooseSample:
    """Look at one sample by its number; None lets go of it."""

    sample: int | None


@dataclasses.dataclass(frozen=True)
class Predict:
    """Ask the network about a row that the person typed or drew."""

    row: tuple[float, ...]


@dataclasses.dataclass(frozen=True)
class ChooseXAxis:
    """What the curves are drawn over: "update", "epoch", …"""

    name: str


@dataclasses.dataclass(frozen=True)
class SetOption:
    """A choice of one view, such as "boundary.resolution"."""

    name: str
    value: object


@dataclasses.dataclass(frozen=True)
class PutOnAxis:
    """A weight or bias stands along (0) or up (1) the weight space; `words` name it."""

    key: str
    words: str
    axis: int


# On the experiment


@dataclasses.dataclass(frozen=True)
class DrawPoints:
    """Add samples, each (x₁, x₂, class or value) or (x, y) of a curve."""

    points: tuple[tuple[float, ...], ...]


@dataclasses.dataclass(frozen=True)
class ErasePoints:
    """Take samples away by their numbers."""

    numbers: tuple[int, ...]


@dataclasses.dataclass(frozen=True)
class AddLayer:
    """One more hidden layer at the end of those at a path: "layers", or that of another player."""

    path: str = "layers"


@dataclasses.dataclass(frozen=True)
class RemoveLayer:
    """The hidden layer at a path, "layers.h1" say, is taken away."""

    path: str


@dataclasses.dataclass(frozen=True)
class Undo:
    """Take back the last change."""


# On the room


@dataclasses.dataclass(frozen=True)
class OpenDrawer:
    """Open the drawer of that name; a second time closes it."""

    name: str


@dataclasses.dataclass(frozen=True)
class Brush:
    """The drawing tool in hand: `number` of the class or `value` that it draws, `size` in px."""

    tool: Literal["brush", "eraser"] = "brush"
    number: int = 0
    value: float = 0.0
    size: float = 14.0


@dataclasses.dataclass(frozen=True)
class TakeBrush:
    """The tool in hand has changed."""

    brush: Brush


@dataclasses.dataclass(frozen=True)
class Draw:
    """Take up the drawing tools, or put them away."""

    on: bool


@dataclasses.dataclass(frozen=True)
class PastePoints:
    """Rows of numbers from the clipboard become own points."""

    text: str


@dataclasses.dataclass(frozen=True)
class Import:
    """Ask for a file, or a folder, of the person's own."""

    what: Literal["table", "text", "pictures", "folder"]


@dataclasses.dataclass(frozen=True)
class ShowPicture:
    """Bring the picture of that name to the front."""

    name: str


@dataclasses.dataclass(frozen=True)
class Pin:
    """Put the control of a path on the bar of the Lecture layout, or take it off."""

    path: str


@dataclasses.dataclass(frozen=True)
class CompareBudgets:
    """A ready-made network by its name and its parameters has taken the place of one with `before` of them."""

    label: str
    parameters: int
    before: int


OnWeights: TypeAlias = SetWeight | PutAt | KeepPoint | ForgetPoint
OnView: TypeAlias = ChooseSample | Predict | ChooseXAxis | SetOption | PutOnAxis
OnExperiment: TypeAlias = DrawPoints | ErasePoints | AddLayer | RemoveLayer | Undo
OnRoom: TypeAlias = OpenDrawer | TakeBrush | Draw | PastePoints | Import | ShowPicture | Pin | CompareBudgets
Intent: TypeAlias = OnWeights | OnView | OnExperiment | OnRoom
