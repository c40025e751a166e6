"""Links: while runs stand side by side each row of a panel has a sign. Linked, the setting is one for all of them;
parted, there is a row a run below, each with its letter."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.documents.path_words import touches
from app.forms import editors
from app.forms.editors import Editor
from app.forms.row import Row
from app.look.run_colours import disc
from app.look.theme import current
from app.panels import data_choice, learning_choice, menus
from app.panels.tile_grid import TileGrid
from app.widgets.combo import Combo, Option
from app.widgets.icon_button import IconButton
from app.widgets.labels import Chip, Elided
from app.widgets.limited import Limited
from core import registry
from core.comparison.twin import FOR_ALL, has
from core.documents.allowed_keys import is_setting
from core.documents.edits import get
from core.documents.labels import declared, label_of
from core.documents.written import kind_of
from core.experiment import Experiment
from core.families import Dataset
from core.frozen import frozen
from core.messages import BadInput
from core.params import Component

SIDE, ABOVE, SIGN = 22, 18, 16  # px
LINKED = "One value for all runs. Press to give each its own"
PARTED = "Each run has its own. Press to give all that of run {}"
NONE, METHOD = "none", "optimizer.kind"


@frozen
class Lane:
    """A run side by side with others: its letter, and what it learns."""

    letter: str
    experiment: Experiment


class Links(QObject):
    """The signs of one panel. `turned(paths)`: a row is to be parted, or joined; `edits(place, pairs)`: the run at that
    place has other settings of its own; `finished()`: a drag has ended."""

    turned = Signal(object)
    edits = Signal(int, object)
    finished = Signal()

    def __init__(self, panel: QWidget) -> None:
        super().__init__(panel)
        self._panel = panel
        self.links: dict[Limited, Link] = {}

    def show_lanes(self, lanes: Sequence[Lane], parted: Sequence[str]) -> None:
        """The runs side by side, that of the recipe first; fewer than two: no signs. `parted` are paths."""
        places = {place for place in self._panel.findChildren(Limited) if _setting(place, lanes)} if lanes else set()
        for place in [place for place in self.links if place not in places]:
            self.links.pop(place).remove()
        for place in places:
            if place not in self.links:
                link = self.links[place] = Link(place)
                place.destroyed.connect(functools.partial(_forget, self.links, place))  # a form may be made anew
                link.turned.connect(self.turned)
                link.edits.connect(self.edits)
                link.finished.connect(self.finished)
            self.links[place].show_lanes(lanes, parted)


class Link(QObject):
    """The sign of one row, and the rows of the other runs below it."""

    turned = Signal(object)
    edits = Signal(int, object)
    finished = Signal()

    def __init__(self, place: Limited) -> None:
        super().__init__(place)
        column = place.layout()
        assert isinstance(column, QVBoxLayout), "only such places have a sign"
        self._place, self._column = place, column
        self.parted: tuple[str, ...] = ()
        self.rows: list[TwinRow] = []
        self.letter = QLabel(place)
        self.button = IconButton("link", "Linked", LINKED, small=True, parent=place)
        self.button.clicked.connect(self._turn)
        self._margins = column.contentsMargins()
        self._make_room()
        place.installEventFilter(self)
        self.button.show()
        self._stand()

    @property
    def path(self) -> str:
        """What the row is about: the first that it changes."""
        return _paths(self._place)[0]

    def show_lanes(self, lanes: Sequence[Lane], parted: Sequence[str]) -> None:
        """What each run has."""
        self.parted = tuple(path for path in parted if any(touches(path, own) for own in _paths(self._place)))
        own = bool(self.parted)
        self.button.set_icon("part" if own else "link")
        label = label_of(lanes[0].experiment, self.path)
        self.button.setAccessibleName(f"{label}: {'parted' if own else 'linked'}")
        self.button.setToolTip(PARTED.format(lanes[0].letter) if own else LINKED)
        self.letter.setVisible(own)
        if own:
            theme = current()
            smooth = Qt.TransformationMode.SmoothTransformation
            self.letter.setPixmap(disc(lanes[0].letter, theme).scaledToHeight(theme.px(SIGN), smooth))
            self.letter.adjustSize()
        others = lanes[1:] if own else ()
        for row in self.rows[len(others) :]:
            row.hide()
            row.deleteLater()
        del self.rows[len(others) :]
        for number, lane in enumerate(others):
            if number == len(self.rows):
                self._add_row()
            self.rows[number].show_lane(lane)
        self._stand()

    def _add_row(self) -> None:
        number, column = len(self.rows) + 1, self._column
        row = TwinRow(self.path)
        row.edits.connect(functools.partial(self.edits.emit, number))
        row.finished.connect(self.finished)
        self.rows.append(row)
        if isinstance(self._place, Row):
            column.insertWidget(number, row)  # what belongs to its own choice stands below
        else:
            column.addWidget(row)
        row.show()

    def _turn(self) -> None:
        self.turned.emit(_paths(self._place))

    def remove(self) -> None:
        """The runs stand side by side no more."""
        self._place.removeEventFilter(self)
        self._column.setContentsMargins(self._margins)
        for part in (self.letter, self.button, *self.rows):
            part.hide()
            part.deleteLater()
        self.deleteLater()

    # Where it stands

    def _make_room(self) -> None:
        """Beside a chip, above tiles; captions leave room at their end."""
        first = self._column.itemAt(0)
        assert first is not None, "a row is not empty"
        inside, theme, margins = first.widget(), current(), self._column.contentsMargins()
        if isinstance(inside, Chip) or isinstance(self._place, Row):
            margins.setRight(theme.px(SIDE))
        elif isinstance(inside, TileGrid):
            margins.setTop(theme.px(ABOVE))
        self._column.setContentsMargins(margins)

    def _stand(self) -> None:
        side = current().px(SIGN)
        self.button.setFixedSize(side, side)
        right = self._place.width() - side
        self.button.move(right, 0)
        self.letter.move(right - self.letter.width() - 4, 0)
        self.letter.raise_()
        self.button.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._place and event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._stand()
        return False


class TwinRow(QWidget):
    """What one of the other runs has at a path, below its letter. `edits(pairs)` while it changes."""

    edits = Signal(object)
    finished = Signal()

    def __init__(self, path: str) -> None:
        super().__init__()
        self._path, self._experiment = path, Experiment()
        self.letter = QLabel()
        self.editor: Editor | Elided | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 2, 0, 0)
        self._row.setSpacing(6)
        self._row.addWidget(self.letter)

    def show_lane(self, lane: Lane) -> None:
        """What a run has there; nothing where it has no such setting."""
        self._experiment = lane.experiment
        self.letter.setPixmap(disc(lane.letter, current()))
        try:
            value = get(lane.experiment, self._path.removesuffix(".kind"))
        except BadInput:
            self.hide()
            return
        if self.editor is None:
            self.editor = self._editor(lane)
            self.editor.setAccessibleName(f"{label_of(lane.experiment, self._path)} of run {lane.letter}")
            self._row.addWidget(self.editor, 1)
        if isinstance(self.editor, Elided):
            self.editor.setText(learning_choice.also_words(lane.experiment) or NONE)
        else:
            self.editor.set_value(self._value(lane.experiment, value))
        self.show()

    def _value(self, experiment: Experiment, value: Any) -> Any:
        """What stands at the path, as its editor shows it."""
        if self._path == METHOD:
            return learning_choice.method(experiment)
        return kind_of(value) if isinstance(value, Component) else value

    def _editor(self, lane: Lane) -> Editor | Elided:
        param = declared(lane.experiment, self._path)
        if self._path == "data.kind":
            kinds = data_choice.offered(lane.experiment.data.kind)
            made: Editor = Combo(
                "Data set", [Option(kind, data_choice.short_label(registry.kind_of(Dataset, kind))) for kind in kinds]
            )
        elif self._path == METHOD:
            made = Combo("Optimizer", menus.methods())
        elif param is None or not editors.is_shown(param):
            return Elided()
        else:
            made = editors.editor(param)
        made.changed.connect(self._changed)
        made.finished.connect(self.finished)
        return made

    def _changed(self, value: object) -> None:
        experiment, kind = self._experiment, str(value)
        if self._path == "data.kind":
            self.edits.emit(data_choice.choosing(experiment, kind))
        elif self._path == METHOD:
            self.edits.emit(learning_choice.choosing(experiment, kind))
        elif self._path.endswith(".activation.kind"):
            self.edits.emit(learning_choice.activation_everywhere(experiment, kind))
        else:
            self.edits.emit(((self._path, value),))


def _forget(links: dict[Limited, Link], place: Limited, *_: object) -> None:
    links.pop(place, None)


def _paths(place: Limited) -> tuple[str, ...]:
    """What a row is about: of a component its kind."""
    if isinstance(place, Row) and place.param.type == "component":
        return (f"{place.path}.kind",)
    return place.paths


def _setting(place: Limited, lanes: Sequence[Lane]) -> bool:
    """Whether a place is that of a setting that the first run has; parts within a row are the row's."""
    inside = None if isinstance(place, Row) else place.parent()
    while isinstance(inside, QWidget):
        if isinstance(inside, Row):
            return False
        inside = inside.parent()
    if not place.paths or place.paths[0].partition(".")[0] in FOR_ALL or not is_setting(Experiment, place.paths[0]):
        return False
    return has(lanes[0].experiment, _paths(place)[0]) and isinstance(place.layout(), QVBoxLayout)
