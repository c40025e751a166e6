"""Trying: the line over the pictures that says what is worth trying, makes its change and points at the control. The
tools of drawing take its place while somebody draws."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from app.bars.try_line import TryLine
from app.documents.path_words import drawer_of
from app.documents.view_state import ViewState
from app.look.theme import Theme
from app.network.lab import Lab
from app.shell.docks import Dock
from app.shell.layouts import LECTURE
from app.widgets.limited import limited
from app.widgets.outline import outline
from core.experiment import Experiment
from core.frames import Update

NAME = "what_to_try"


OWN = "These are your own points: draw others with the brush under Data, More; Play learns them."


class Trying(QObject):
    """Stands in the area above the pictures, beside the recipe; not in the Lecture layout."""

    def __init__(self, lab: Lab, window: QMainWindow) -> None:
        super().__init__(window)
        self._lab, self._window = lab, window
        self._run, self._reached = 0, None
        self.line = TryLine()
        self.place = limited(self.line, NAME)
        self._tools: list[QWidget] = []
        holder = QWidget()
        self._rows = QVBoxLayout(holder)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)  # as high as what stands in it
        self._rows.addWidget(self.place)
        self.dock = Dock(NAME, self.line.accessibleName(), holder, window, fixed=True)
        window.setCorner(Qt.Corner.TopLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea)
        window.addDockWidget(Qt.DockWidgetArea.TopDockWidgetArea, self.dock)
        self.line.chosen.connect(self._do)
        self.line.wanted_changed.connect(self.settle)
        lab.runs.updated.connect(self.show_update)
        lab.store.opened.connect(self.line.leave_place)
        self.show_experiment(lab.store.experiment)
        self._fit()

    def show_experiment(self, experiment: Experiment) -> None:
        """What is worth trying with it."""
        spare = OWN if experiment.data.kind == "points" else ""
        self.line.show_document(experiment, goal_words(experiment), spare)

    def hold(self, tools: QWidget) -> None:
        """What takes the place of the line while it is shown."""
        tools.hide()
        self._tools.append(tools)
        self._rows.addWidget(tools)

    def show_view(self, view: ViewState) -> None:
        """Obey what a file hides and locks, and be gone in a lecture."""
        self.place.restrict(view.limits)
        self.settle()

    def settle(self, _drawing: bool = False) -> None:
        """There or not."""
        view = self._lab.store.view
        if self._shown:
            self.line.take_place()
        there = self.line.wanted and view.layout != LECTURE and not view.limits.hides(NAME)
        self.place.want(not self._shown)
        self._fit()
        if self.dock.isHidden() is (there or bool(self._shown)):
            self.dock.setVisible(there or bool(self._shown))

    @property
    def _shown(self) -> list[QWidget]:
        """What stands in the place of the line."""
        return [tools for tools in self._tools if not tools.isHidden()]

    def _fit(self) -> None:
        high = sum(tools.sizeHint().height() for tools in self._shown)
        self.dock.setFixedHeight(max(high, self.line.height()))

    def show_theme(self, theme: Theme) -> None:
        self.line.show_theme(theme)
        self._fit()

    def show_update(self, update: Update) -> None:
        """The goal says when a run has reached it."""
        if update.run != self._run:
            self._run = update.run
            self.line.show_reached(None)
        for mark in update.marks:
            if mark.kind == "goal":
                self.line.show_reached(mark.update)

    def _do(self, change: tuple[tuple[str, object], ...]) -> None:
        self._lab.store.finish()
        self._lab.edits(change)
        if not self._lab.store.rejected:
            paths = tuple(path for path, _ in change if path != NAME)
            outline(self._window, paths, (f"more.{drawer_of(path)}" for path in paths))


def goal_words(experiment: Experiment) -> str:
    """The goal, with the loss that it was set for where another one is learnt now; "" where there is none."""
    goal = experiment.goal
    if goal is None:
        return ""
    words = goal.text.rstrip(".")
    return words if goal.stands(experiment.loss.kind) else f"{words}, with {goal.loss.replace('_', '-')}"
