"""What a person asks for in a picture or a panel that is no edit of one setting: values, which the room carries out."""

from __future__ import annotations

import pathlib
from typing import Literal, TypeAlias

import numpy as np

from app.documents.brush import Brush
from app.documents.wish import Wish
from core.experiment import Experiment
from core.frozen import frozen
from core.runs.run import Label

WEIGHTS = "weights"  # the name by which a file locks the person's hand on the parameters
POINTS, STARTS = "data.points", "starts"
VARY = "Vary this …"  # the entry of a control's menu
IMPORTS = {"table": "import_csv", "text": "import_text", "pictures": "import_pictures", "folder": "import_folder"}


# On the weights


@frozen
class SetWeight(Wish):
    """Type one weight, which the picture calls by these words."""

    parameter: str
    index: tuple[int, ...]
    value: float
    words: str

    @property
    def changes(self) -> tuple[str, ...]:
        return (WEIGHTS,)


@frozen(eq=False)
class PutAt(Wish):
    """Put the network at a point of parameter space, (P,); `drag`: the hand is still moving; `words` name the one
    number that moves, where it is not all of them."""

    vector: np.ndarray
    drag: bool
    words: str = ""

    @property
    def changes(self) -> tuple[str, ...]:
        return (WEIGHTS,)


@frozen
class KeepPoint(Wish):
    """Keep the weights as they are under a name."""

    name: str

    @property
    def changes(self) -> tuple[str, ...]:
        return ("surface.keep",)


@frozen
class ForgetPoint(Wish):
    """Let a kept point go."""

    name: str

    @property
    def changes(self) -> tuple[str, ...]:
        return ("surface.keep",)


# On what is looked at


@frozen
class ChooseSample(Wish):
    """Look at one sample by its number; None lets go of it."""

    sample: int | None

    @property
    def changes(self) -> tuple[str, ...]:
        return ("sample",)


@frozen
class Say(Wish):
    """Tell an event in the line at the bottom."""

    words: str


@frozen
class Predict(Wish):
    """Ask the network about a row that the person typed or drew."""

    row: tuple[float, ...]

    @property
    def changes(self) -> tuple[str, ...]:
        return ("sample",)


@frozen
class ChooseXAxis(Wish):
    """What the curves are drawn over: "update", "epoch", …"""

    name: str

    @property
    def changes(self) -> tuple[str, ...]:
        return ("curves.x_axis",)


@frozen
class LookAt(Wish):
    """Look back at what the run was after so many updates."""

    updates: int

    @property
    def changes(self) -> tuple[str, ...]:
        return ("timeline",)


@frozen
class GoOn(Wish):
    """One update more, in the past the next one that there was; or none. Then the run stands still."""

    update: bool = False

    @property
    def changes(self) -> tuple[str, ...]:
        return ("step_update",) if self.update else ("play",)


@frozen
class ShowRun(Wish):
    """Another run of the window or of the shelf, by its id."""

    run: str


@frozen
class CallRun(Wish):
    """A run is named, pinned or deleted, or no longer."""

    run: str
    label: Label


@frozen
class SetOption(Wish):
    """A choice of one view, such as "boundary.resolution"."""

    name: str
    value: object

    @property
    def changes(self) -> tuple[str, ...]:
        return (self.name,)


@frozen
class PutOnAxis(Wish):
    """A weight or bias stands along (0) or up (1) the weight space; `words` name it."""

    key: str
    words: str
    axis: int

    @property
    def changes(self) -> tuple[str, ...]:
        return ("surface.plane", "surface.at")


# On the experiment


@frozen
class DrawPoints(Wish):
    """Add samples, each (x₁, x₂, class or value) or (x, y) of a curve."""

    points: tuple[tuple[float, ...], ...]

    @property
    def changes(self) -> tuple[str, ...]:
        return (POINTS,)


@frozen
class ErasePoints(Wish):
    """Take samples away by their numbers."""

    numbers: tuple[int, ...]

    @property
    def changes(self) -> tuple[str, ...]:
        return (POINTS,)


@frozen
class AddLayer(Wish):
    """One more hidden layer at the end of those at a path: "layers", or that of another player."""

    path: str = "layers"

    @property
    def changes(self) -> tuple[str, ...]:
        return (self.path,)


@frozen
class RemoveLayer(Wish):
    """The hidden layer at a path, "layers.h1" say, is taken away."""

    path: str

    @property
    def changes(self) -> tuple[str, ...]:
        return (self.path,)


@frozen
class Undo(Wish):
    """Take back the last change."""

    @property
    def changes(self) -> tuple[str, ...]:
        return ("undo",)


# On the room


@frozen
class OpenDrawer(Wish):
    """Open the drawer of that name; a second time closes it."""

    name: str

    @property
    def changes(self) -> tuple[str, ...]:
        return (f"more.{self.name}",)


@frozen
class TakeBrush(Wish):
    """The tool in hand has changed."""

    brush: Brush


@frozen
class Draw(Wish):
    """Take up the drawing tools, or put them away."""

    on: bool

    @property
    def changes(self) -> tuple[str, ...]:
        return (POINTS,) if self.on else ()


@frozen
class PastePoints(Wish):
    """Rows of numbers from the clipboard become own points."""

    text: str

    @property
    def changes(self) -> tuple[str, ...]:
        return ("paste", POINTS)


@frozen
class Import(Wish):
    """Ask for a file, or a folder, of the person's own."""

    what: Literal["table", "text", "pictures", "folder"]

    @property
    def changes(self) -> tuple[str, ...]:
        return (IMPORTS[self.what], "data.kind")


@frozen
class ShowPicture(Wish):
    """Bring the picture of that name to the front."""

    name: str

    @property
    def changes(self) -> tuple[str, ...]:
        return (f"show_{self.name}",)


@frozen
class Pin(Wish):
    """Put the control of a path on the bar of the Lecture layout, or take it off."""

    path: str

    @property
    def changes(self) -> tuple[str, ...]:
        return ("pinned",)


@frozen
class Vary(Wish):
    """Have a study go over the setting at a path."""

    path: str

    @property
    def changes(self) -> tuple[str, ...]:
        return ("study",)


@frozen
class OverStarts(Wish):
    """Ask which column helps over twenty starts of an experiment that make so many updates."""

    experiment: Experiment
    updates: int

    @property
    def changes(self) -> tuple[str, ...]:
        return (STARTS,)


@frozen
class OpenEnvelope(Wish):
    """Show the envelope in which samples are sealed."""

    @property
    def changes(self) -> tuple[str, ...]:
        return ("envelope",)


@frozen
class CompareBudgets(Wish):
    """A ready-made network by its name and its parameters has taken the place of one with `before` of them."""

    label: str
    parameters: int
    before: int


@frozen
class SeeRun(Wish):
    """Draw a run's curves beside those of the one that is shown, or no longer."""

    run: str
    on: bool


@frozen
class CompareRun(Wish):
    """Say in what a run differs from the one that is shown."""

    run: str


@frozen
class ExportRun(Wish):
    """Write experiment, weights and curves of a run beside one another, under the name of `path`."""

    run: str
    path: pathlib.Path


@frozen
class OpenGathered(Wish):
    """Ask the question again whose many runs are one row of the list."""

    id: str


OnWeights: TypeAlias = SetWeight | PutAt | KeepPoint | ForgetPoint
OnRuns: TypeAlias = LookAt | GoOn | ShowRun | CallRun | SeeRun | CompareRun | ExportRun
OnView: TypeAlias = Say | ChooseSample | Predict | ChooseXAxis | SetOption | PutOnAxis
OnExperiment: TypeAlias = DrawPoints | ErasePoints | AddLayer | RemoveLayer | Undo
OnSheet: TypeAlias = Vary | OverStarts | OpenEnvelope | OpenGathered
OnRoom: TypeAlias = OpenDrawer | TakeBrush | Draw | PastePoints | Import | ShowPicture | Pin | CompareBudgets | OnSheet
Intent: TypeAlias = OnRuns | OnWeights | OnView | OnExperiment | OnRoom
