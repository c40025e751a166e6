"""Several players above their picture: who learns, how often, and what is drawn of them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.look.theme import CAPTION, Theme
from app.views.boundary.players_words import PlayersWords
from app.widgets.icon_button import IconButton
from app.widgets.limited import limited, place_of
from app.widgets.segments import Segments
from app.widgets.switch import Switch
from core.experiment import Experiment
from core.families import Task
from core.networks.blueprint import players_of

BOTH = "both"
GAP, TIGHT = 5, 2  # px between the choices, and where there is little room
MOST = 100  # steps of the first player for one of the others


class PlayersBar(QWidget):
    """`edit(path, value)` and `finished()` as a view says them; `grid_turned(on)`, `push_turned(on)` when a person
    chooses what is drawn."""

    edit = Signal(str, object)
    finished = Signal()
    grid_turned = Signal(bool)
    push_turned = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("The players")
        self.learns = QLabel("Learns")
        self.who = Segments("Who learns", {BOTH: "Both"}, height=22)
        self.who.chosen.connect(self._choose_who)
        self.ratio = QLabel()
        self.fewer = IconButton("remove", "Fewer steps", "", small=True, colour="accent")
        self.more = IconButton("add", "More steps", "", small=True, colour="accent")
        self.fewer.clicked.connect(self._fewer)
        self.more.clicked.connect(self._more)
        self.grid = Switch("Warped grid", "")
        self.push = Switch("Push", "")
        self.pushes_pixels = False  # what is pushed is a picture, not a point in the plane
        self.grid.toggled.connect(self.grid_turned)
        self.push.toggled.connect(self.push_turned)
        self._ratio, self._steps = 1, True
        self._words: PlayersWords | None = None
        self._task: Task | None = None
        self._guests: list[QWidget] = []
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(8, 3, 6, 2)
        row.setSpacing(GAP)
        row.addWidget(self.learns)
        row.addWidget(limited(self.who))
        row.addStretch(1)
        for widget in (limited(self.fewer), self.ratio, limited(self.more)):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(limited(self.grid, "players.grid"))
        row.addWidget(limited(self.push, "players.push"))

    def take_in(self, widget: QWidget) -> None:
        """One more choice at the right end, where the samples are no points in a plane."""
        self._row.addWidget(widget)
        self._guests.append(widget)

    def show_players(self, experiment: Experiment) -> None:
        """The settings as they are; emits nothing."""
        players, self._task = players_of(experiment), experiment.task
        words = PlayersWords(players)
        if words != self._words:
            self._say(words)
        task = experiment.task
        self.who.setVisible(bool(task.learner_field))
        place_of(self.who).concern(f"task.{task.learner_field}")
        for button in (self.fewer, self.more):
            place_of(button).concern(f"task.{task.steps_field}")
        self._steps = bool(task.steps_field)
        self.who.set_value(task.learning or BOTH)
        self._ratio = ratio = players[0].steps
        self._fit()
        self.ratio.setAccessibleName(f"{ratio} {words.steps}")
        self.fewer.setEnabled(ratio > 1)
        self.more.setEnabled(ratio < MOST)

    def _say(self, words: PlayersWords) -> None:
        """Everything by the players' own names."""
        self._words = words
        self.who.set_words(words.who)
        self.who.setToolTip(words.who_tip)
        self.ratio.setToolTip(words.ratio_tip)
        for button, what in ((self.fewer, "Fewer"), (self.more, "More")):
            button.setAccessibleName(f"{what} {words.steps}")
            button.setToolTip(words.ratio_tip)
        self.grid.setToolTip(words.grid_tip)
        self.push.setToolTip(words.pixels_tip if self.pushes_pixels else words.push_tip)
        self._fit()

    def show_drawn(self, grid: bool | None, push: bool | None) -> None:
        """What is drawn; None: it cannot be drawn here. Emits nothing."""
        for button, on in ((self.grid, grid), (self.push, push)):
            button.blockSignals(True)
            button.setChecked(bool(on))
            button.blockSignals(False)
            button.setVisible(on is not None)
        self._fit()

    def show_theme(self, theme: Theme) -> None:
        small = f"font-size: {theme.px(CAPTION + 1)}px;"
        for label in (self.learns, self.ratio):
            label.setStyleSheet(f"{small} color: {theme.text};")
        self.who.set_size(theme.px(CAPTION + 1))
        for button in (self.grid, self.push):
            button.setStyleSheet(f"QToolButton {{ min-height: 0px; padding: 2px 7px; {small} }}")
        size = theme.px(20)
        for button in (self.fewer, self.more):
            button.setStyleSheet(f"QToolButton {{ min-width: 0px; min-height: 0px; max-height: {size}px; }}")
            button.setIconSize(QSize(round(size * 0.72), round(size * 0.72)))
        self.who.updateGeometry()
        self._fit()

    # Room

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is little room the switches have short names; then the word before them goes, then who learns is
        said in letters, then these stand closer and the tip alone says whose steps are counted; at last the steps are
        left to the drawer."""
        if self._words is None:
            return
        self._show_steps(self._steps)
        self._say_all(self._words)
        for words in (self._words.long, self._words.brief):
            self.grid.setText(words[0])
            self.push.setText(words[1])
            if self._wide() <= self.width():
                break
        spare = self.width() - self._wide()
        self.learns.setVisible(spare >= 0)
        self._row.setSpacing(GAP if spare >= 0 else TIGHT)
        if self._wide() - self.learns.sizeHint().width() > self.width():
            self.who.set_words(self._words.brief_who)
        if self._wide() - self.learns.sizeHint().width() > self.width():
            self.who.set_narrow(True)
            self.ratio.setText(f"{self._ratio} : 1")
        if self._wide() - self.learns.sizeHint().width() > self.width():
            self._show_steps(False)

    def _show_steps(self, shown: bool) -> None:
        for widget in (self.fewer, self.ratio, self.more):
            if widget.isHidden() == shown:
                widget.setVisible(shown)

    def _say_all(self, words: PlayersWords) -> None:
        self.who.set_words(words.who)
        self.who.set_narrow(False)
        self.ratio.setText(f"{words.versus}  {self._ratio} : 1")
        self._row.setSpacing(GAP)

    def _wide(self) -> int:
        """What everything takes, px."""
        shown = [
            widget
            for widget in (self.who, self.fewer, self.ratio, self.more, self.grid, self.push, *self._guests)
            if not widget.isHidden()
        ]
        return sum(widget.sizeHint().width() + self._row.spacing() for widget in (self.learns, *shown)) + 14

    def _fewer(self) -> None:
        self._set_steps(max(1, self._ratio - 1))

    def _more(self) -> None:
        self._set_steps(min(MOST, self._ratio + 1))

    def _set_steps(self, steps: int) -> None:
        if self._task is not None:
            self._set(f"task.{self._task.steps_field}", steps)

    def _choose_who(self, key: str) -> None:
        if self._task is not None:
            self._set(f"task.{self._task.learner_field}", key)

    def _set(self, path: str, value: object) -> None:
        self.edit.emit(path, value)
        self.finished.emit()
