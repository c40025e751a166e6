"""What to try: two sentences and the goal of a preset, in the foot of the recipe until they are put away."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.look.theme import CAPTION, Theme
from app.panels.base import Panel
from app.widgets.icon_button import IconButton
from app.widgets.popover import Popover
from app.widgets.scrolling import VerticalScroll
from core.data.preparation import Prepared
from core.experiment import Experiment
from core.frames import Update

TITLE = "What to try"
WIDTH = 212  # px of the card until it is given a place
SIDES = 10 + 6 + 2  # px beside the words
ABOVE, BELOW, EDGE, GAP = 5, 7, 1, 2
LINES = 3  # of the words that a place must have room for; a lower one shows the head alone


class TryCard(Panel):
    """Shows `what_to_try` and the goal of an experiment that has them; hidden otherwise, and once dismissed until it is
    recalled.

    Where there is too little room the words scroll, or the card is its head alone; a button then opens them whole.
    Nothing is ever cut off for good.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(TITLE)
        self._dismissed: set[str] = set()
        self._run = 0
        self._reached = ""
        self._given = (self.theme.px(WIDTH), 0)  # width and the most height, px; 0: as high as the words need
        frame = QFrame()
        frame.setProperty("panel", "raised")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self._words = QLabel()
        self.goal = QLabel()
        self.goal.setProperty("role", "sentence")
        for label in (self._words, self.goal):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        sheet = QWidget()
        told = QVBoxLayout(sheet)
        told.setContentsMargins(0, 0, 0, 0)
        told.setSpacing(GAP)
        told.addWidget(self._words)
        told.addWidget(self.goal)
        told.addStretch(1)
        self.area = VerticalScroll(sheet)
        rows = QVBoxLayout(frame)
        rows.setContentsMargins(10, ABOVE, 6, BELOW)
        rows.setSpacing(GAP)
        self._top = self._head()
        rows.addLayout(self._top)
        rows.addWidget(self.area)
        self.show_theme(self.theme)
        self.hide()

    def show_experiment(self, experiment: Experiment, prepared: Prepared | None = None) -> None:
        super().show_experiment(experiment, prepared)
        self._words.setText(experiment.what_to_try)
        self._show_goal()
        self.setVisible(bool(experiment.what_to_try) and experiment.what_to_try not in self._dismissed)
        self._fit()

    def show_update(self, update: Update) -> None:
        """The goal line says when a run has reached it."""
        before = self._reached
        if update.run != self._run:
            self._run, self._reached = update.run, ""
        for mark in update.marks:
            if mark.kind == "goal":
                self._reached = f"Goal reached at update {mark.update:,}: "
        if self._reached != before:
            self._show_goal()
            self._fit()
            self.area.ensureWidgetVisible(self.goal)

    def _show_goal(self) -> None:
        goal = self._goal_words()
        self.goal.setText(f"{self._reached or 'Goal: '}{goal}." if goal else "")
        self.goal.setVisible(bool(goal))
        weight = f"color: {self.theme.text}; font-weight: 600; " if self._reached else ""
        self.goal.setStyleSheet(f"{weight}font-size: {self.theme.px(CAPTION)}px;")

    def _goal_words(self) -> str:
        """The goal, with the loss that it was set for where another one is learnt now."""
        experiment = self.experiment
        goal = experiment.goal if experiment is not None else None
        if experiment is None or goal is None:
            return ""
        words = goal.text.rstrip(".")
        return words if goal.stands(experiment.loss.kind) else f"{words}, with {goal.loss.replace('_', '-')}"

    def dismiss(self) -> None:
        """Put the card away for good, as far as this experiment goes."""
        if self.experiment is not None:
            self._dismissed.add(self.experiment.what_to_try)
        self.hide()

    def recall(self) -> None:
        """Show it again."""
        self._dismissed.clear()
        if self.experiment is not None:
            self.show_experiment(self.experiment, self.prepared)

    def show_theme(self, theme: Theme) -> None:
        super().show_theme(theme)
        self._words.setStyleSheet(f"font-size: {theme.px(CAPTION)}px;")
        self._show_goal()
        self._fit()

    @property
    def words(self) -> str:
        return self._words.text()

    @property
    def whole(self) -> str:
        """All that it says."""
        return "\n\n".join(filter(None, (self._words.text(), self.goal.text())))

    def height_at(self, width: int) -> int:
        """How high the whole card is in this width, px; it must not grow in the middle of a run, so the line that will
        tell of the goal has its room."""
        return self._line_height() + self._told_height(width) + self._reserve(width - SIDES)

    def lowest(self) -> int:
        """How high the head alone is, px."""
        return self._line_height()

    def _line_height(self) -> int:
        return self._top.sizeHint().height() + ABOVE + BELOW + 2 * EDGE

    def _told_height(self, width: int) -> int:
        inside = width - SIDES
        return (
            self._words.heightForWidth(inside)
            + (self.goal.heightForWidth(inside) + GAP if self._goal_words() else 0)
            + GAP
        )

    def _reserve(self, width: int) -> int:
        """Room for the line that will say when the goal was reached, px."""
        goal = self._goal_words()
        if not goal or self._reached:
            return 0
        metrics = QFontMetrics(self.theme.font(CAPTION, bold=True))
        now, then = (
            metrics.boundingRect(
                QRect(0, 0, max(width, 40), 10_000), int(Qt.TextFlag.TextWordWrap), f"{words}{goal}."
            ).height()
            for words in ("Goal: ", "Goal reached at update 10,000: ")
        )
        return then - now

    def take_room(self, width: int, height: int) -> None:
        """As wide as there is room, and at most so high."""
        if (width, height) != self._given:
            self._given = width, height
            self._fit()

    def read(self, anchor: QWidget | None = None) -> None:
        """All the words at once, beside what asked for them."""
        self.popover = Popover(TITLE, self.whole, parent=self.window())
        self.popover.open_beside(anchor or self.more_button)

    def _head(self) -> QHBoxLayout:
        self._title = QLabel(TITLE)
        self._title.setProperty("role", "title")
        self.more_button = IconButton("fullscreen", "Read it all", "Read it all", small=True)
        self.more_button.clicked.connect(self._read)
        self.close_button = IconButton("close", "Put this away", "Put this away; Help brings it back", small=True)
        self.close_button.clicked.connect(self.dismiss)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.more_button)
        head.addWidget(self.close_button)
        return head

    def _read(self) -> None:
        self.read()

    def _fit(self) -> None:
        """In the room that was given: whole, scrolling, or its head alone."""
        width, most = self._given
        wanted = self.height_at(width)
        height = min(wanted, most) if most else wanted
        line = QFontMetrics(self.theme.font(CAPTION)).lineSpacing()
        room = height - self._line_height()
        self.area.setVisible(height == wanted or room >= LINES * line)
        self.more_button.setVisible(height < wanted)
        self.setFixedSize(width, height if not self.area.isHidden() else min(height, self.lowest()))
