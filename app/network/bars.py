"""The bars of the network room: transport, caption and lecture bar, the timeline and the status line at the bottom."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QToolBar, QWidget

from app.bars.caption import Caption
from app.bars.status_line import StatusLine
from app.bars.timeline import Timeline, Told
from app.bars.transport_bar import action_button
from app.documents.view_state import ViewState
from app.look.theme import Theme, current
from app.network.lecture import LectureBar
from app.network.transport import Transport
from app.shell.actions import Actions
from app.shell.docks import Dock
from app.shell.layouts import LECTURE
from app.widgets.limited import limited, restrict
from core.experiment import Experiment
from core.frames import Update


class Bars:
    """What they show of a run and its experiment. `tools` are the tool bars by name, for the layouts."""

    def __init__(self, window: QMainWindow, actions: Actions) -> None:
        self.transport, self.caption, self.lecture = Transport(actions), Caption(), LectureBar(actions)
        self.timeline, self.status = Timeline(actions), StatusLine()
        self.beside = action_button("Side by side", actions, "side_by_side")
        self.timeline.offer(self.beside)
        self.timeline.offer(action_button("20 starts", actions, "starts"))
        self.timeline.offer(action_button("Runs", actions, "show_runs"))
        top, bottom = Qt.ToolBarArea.TopToolBarArea, Qt.ToolBarArea.BottomToolBarArea
        self.tools = {
            "transport": _bar(window, "transport", self.transport, top),
            "caption": _bar(window, "caption", self.caption, top),
            "lecture_bar": _bar(window, "lecture_bar", self.lecture, bottom),
        }
        self.below = Dock("timeline", "Timeline", limited(self.timeline, "timeline"), window, fixed=True)
        window.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea)
        window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self.below)
        window.setStatusBar(self.status)

    def show_experiment(self, experiment: Experiment, title: str) -> None:
        self.transport.show_experiment(experiment)
        self.lecture.show_experiment(experiment)
        self.caption.show_title(title or topic(experiment), experiment.description)

    def show_update(self, update: Update, told: Told, experiment: Experiment, ready: bool) -> None:
        self.show_told(told)
        made = None if told.looking is None else told.made
        self.transport.figures.show_update(update, made, told.run.letter)
        self.lecture.show_update(update, made, told.run.letter)
        self.status.show_update(update, experiment, ready, told.sentence)

    def speak_of(self, letter: str) -> None:
        """Of which run of several digits and sentences are; "" where there is one."""
        for part in (self.transport, self.lecture, self.status):
            part.speak_of(letter)

    def show_told(self, told: Told) -> None:
        """A hand has changed something that the next update goes by."""
        self.timeline.show_run(told)
        if told.sentence:
            self.status.rest_on(told.sentence)

    def forget(self, _run: int = 0) -> None:
        """A new run has no figures yet."""
        self.transport.figures.forget()
        self.lecture.figures.forget()
        self.timeline.show_run(Told())

    def show_view(self, view: ViewState) -> None:
        """The timeline is there unless a file hides it, and not in a lecture."""
        restrict(self.below, view.limits)
        self.below.setVisible(view.layout != LECTURE and not view.limits.hides("timeline"))

    def show_playing(self, playing: bool) -> None:
        theme = current()
        self.transport.show_playing(playing, theme)
        self.lecture.show_playing(playing, theme)

    def show_theme(self, theme: Theme, of_pictures: Theme) -> None:
        """What is said of the pictures is read from where they are seen."""
        for part in (self.transport, self.caption, self.lecture, self.timeline):
            part.show_theme(theme)
        self.status.show_theme(of_pictures)
        self.below.setFixedHeight(self.timeline.height())


def topic(experiment: Experiment) -> str:
    """What is learned from what, of one that nobody has named."""
    return "" if experiment.data.blank else f"{experiment.data.label}: {experiment.task.label}"


def _bar(window: QMainWindow, name: str, content: QWidget, area: Qt.ToolBarArea) -> QToolBar:
    bar = QToolBar(name.replace("_", " ").capitalize(), window)
    bar.setObjectName(name)
    bar.setMovable(False)
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    bar.addWidget(content)
    window.addToolBar(area, bar)
    return bar
