"""Face: what the window knows of a view before it is built: its name, its place and the words of its menu entry."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from app.documents.view_state import ViewState
    from core.experiment import Experiment


class Seat(enum.Enum):
    """Where a view stands at first: the columns of the grid from top to bottom, or as a tab behind its last."""

    LEFT = "left"
    BELOW_LEFT = "below left"
    RIGHT = "right"  # shared: the view that is made for the experiment stands there
    BELOW_RIGHT = "below right"
    TAB = "tab"
    AWAY = "away"  # a tab too, once somebody asks for it


class About(enum.Enum):
    """What a view tells of: its submenu of the View menu, where it is none of those for the document."""

    ALL = ""  # of the whole run: it stands before all others, whatever the document
    ANSWERS = "Answers"
    LAYERS = "Layers and weights"
    MADE = "Pictures and sequences"
    NEURON = "One neuron"


class Fit(enum.IntEnum):
    """How closely a view is made for an experiment."""

    NONE = 0
    ANY = 1
    SAMPLES = 2
    TASK = 3
    NETWORK = 4
    CARD = 5


class Face:
    """What a view says of itself. A view's class has one; where the class lies in a folder, its face stands in the
    folder's `__init__.py`, so that the window needs no view's module to fill its menus."""

    name: ClassVar[str] = ""  # under which a layout remembers the dock; "" for what is no view of its own
    title: ClassVar[str] = ""
    tip: ClassVar[str] = ""
    icon: ClassVar[str] = ""
    shortcut: ClassVar[str] = ""  # shows the view; one without stands only in the list of windows
    menu_order: ClassVar[int] = 100
    about: ClassVar[About] = About.ALL
    seat: ClassVar[Seat] = Seat.AWAY
    front_of: ClassVar[str] = (
        ""  # the view before which it stands, or whose way it is, only where `stands_before` says so
    )
    choices: ClassVar[Mapping[str, str]] = {}  # what can be chosen in it, by the names by which a file locks it
    for_all: ClassVar[bool] = False  # one picture shows several runs, which stand side by side in all others
    at_once: ClassVar[bool] = False  # built with the window, not when it is first looked at
    way_of: ClassVar[str] = ""  # the view in whose place it stands by turns: another way of seeing the same thing
    way: ClassVar[str] = ""  # its word in the switch of their headings; its title where it has none
    column: ClassVar[str] = ""  # the view that has the whole right column while this one is seen in its way

    @classmethod
    def fit(cls, experiment: Experiment) -> Fit:
        """How closely a view is made for an experiment; the closest one stands on the right, wherever it has its
        seat."""
        return Fit.NONE

    @classmethod
    def is_companion(cls, experiment: Experiment) -> bool:
        """Whether the view stands ready as a tab for this experiment, wherever it has its seat."""
        return False

    @classmethod
    def stands_before(cls, experiment: Experiment) -> bool:
        """Whether the view stands before the one that `front_of` names, as a tab in its place."""
        return False

    @classmethod
    def title_for(cls, experiment: Experiment, state: ViewState) -> str:
        """What the view is called while this experiment is shown."""
        return cls.title
