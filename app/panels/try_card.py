"""What to try: two sentences and the goal of a preset, beside the pictures until they are put away."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.panels.base import Panel
from app.theme import CAPTION, Theme
from app.widgets.icon_button import IconButton
from core.experiment import Experiment
from core.frames import Update
from core.preparation import Prepared

WIDTH, BESIDE = 340, 20  # px of the card, and of its margins


class TryCard(Panel):
    """Shows `what_to_try` and the goal of an experiment that has them; hidden otherwise, and once dismissed until it is recalled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("What to try")
        self._dismissed: set[str] = set()
        self._run = 0
        self._reached = ""
        self._width = self.theme.px(WIDTH)
        frame = QFrame()
        frame.setProperty("panel", "raised")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self._words = QLabel()
        self._goal = QLabel()
        self._goal.setProperty("role", "sentence")
        for label in (self._words, self._goal):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        rows = QVBoxLayout(frame)
        rows.setContentsMargins(10, 5, 6, 7)
        rows.setSpacing(2)
        rows.addLayout(self._head())
        rows.addWidget(self._words)
        rows.addWidget(self._goal)
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

    def _show_goal(self) -> None:
        goal = self._goal_words()
        self._goal.setText(f"{self._reached or 'Goal: '}{goal}." if goal else "")
        self._goal.setVisible(bool(goal))
        weight = f"color: {self.theme.text}; font-weight: 600; " if self._reached else ""
        self._goal.setStyleSheet(f"{weight}font-size: {self.theme.px(CAPTION)}px;")

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
        self.command.emit("try_card_dismissed", None)

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

    def height_at(self, width: int) -> int:
        """How high the words are in this width, px."""
        layout = self.layout()
        found = layout.totalHeightForWidth(width) if layout is not None and layout.hasHeightForWidth() else self.sizeHint().height()
        return found + self._reserve(width - BESIDE)

    def _reserve(self, width: int) -> int:
        """Room for the line that will say when the goal was reached, px: the card must not grow, and move, in the middle of a run."""
        goal = self._goal_words()
        if not goal or self._reached:
            return 0
        metrics = QFontMetrics(self.theme.font(CAPTION, bold=True))
        now, then = (
            metrics.boundingRect(QRect(0, 0, max(width, 40), 10_000), int(Qt.TextFlag.TextWordWrap), f"{words}{goal}.").height()
            for words in ("Goal: ", "Goal reached at update 10,000: ")
        )
        return then - now

    def take_width(self, width: int) -> None:
        """As wide as there is room."""
        if width != self._width:
            self._width = width
            self._fit()

    def _head(self) -> QHBoxLayout:
        title = QLabel("What to try")
        title.setProperty("role", "title")
        self.close_button = IconButton("close", "Put this away", "Put this away; Help brings it back", small=True)
        self.close_button.clicked.connect(self.dismiss)
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self.close_button)
        return head

    def _fit(self) -> None:
        """As wide as was given, as high as the words need."""
        self.setFixedSize(self._width, self.height_at(self._width))
