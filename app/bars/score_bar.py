"""The scoreboard of players that look for the same weights: who, the best so far, and what that has cost."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLayout, QWidget

from app.look.run_colours import SIDE, disc
from app.look.theme import CAPTION, TITLE, Theme, current
from app.widgets.labels import Elided
from core.frozen import frozen

NAME, EXPLORE, LECTURE = "Scoreboard", 42, 76  # px that it is high
GAP = 8  # px
LOSS, OF_LOSS, EVALUATIONS = "loss ", " of loss", " evaluations"  # words that go where there is no room
IN_A_LECTURE = 24 / TITLE  # how much larger its letters are there
TOLD = (
    "The figure is that of the test part, or of the training part where there is no other, at the lowest training loss "
    "so far (or the fewest mistakes), by which alone the best is chosen. One evaluation is the loss of all training samples once: a draw, an update with all samples, or one of "
    "your changes, however far you drag."
)


@frozen
class Place:
    """A player: the letter and name of its run, its best `figure`, the loss or the mistakes that it is `judged` by, its
    `cost`, and by how much it is `ahead`, "" where it is not; all in words."""

    letter: str
    name: str
    figure: str
    judged: str
    cost: str
    ahead: str = ""

    @property
    def words(self) -> str:
        """All of it, read out."""
        ahead = f", ahead by {self.ahead}" if self.ahead else ""
        return f"{self.letter} {self.name}: {self.figure}, {self.judged}{ahead}, {self.cost}"


class Player(QWidget):
    """One of them: what it has come to, and below in small letters by which loss and at what cost."""

    def __init__(self) -> None:
        super().__init__()
        self.place: Place | None = None
        self.sign, self.name, self.figure, self.told, self.ahead = QLabel(), QLabel(), QLabel(), Elided(), QLabel()
        self.told.setProperty("role", "caption")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(0)
        grid.addWidget(self.sign, 0, 0, 2, 1)
        for column, label in enumerate((self.name, self.figure, self.ahead), start=1):
            grid.addWidget(label, 0, column, Qt.AlignmentFlag.AlignBaseline)
        grid.addWidget(self.told, 1, 1, 1, 4)
        grid.setColumnStretch(4, 1)

    def show_place(self, place: Place, theme: Theme, growth: float) -> None:
        if self.place is None or place.letter != self.place.letter:
            self._dress_sign(place.letter, theme, growth)
        self.place = place
        self.name.setText(place.name)
        self.figure.setText(place.figure)
        self.ahead.setText(f"ahead by {place.ahead.removesuffix(OF_LOSS)}" if place.ahead else "")
        self.setToolTip(f"{place.words}. {TOLD}")
        self.setAccessibleName(place.words)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is no room for all, the letter stands for the name, and the numbers for themselves."""
        if self.place is None:
            return
        room = self.width() - self.sign.sizeHint().width() - GAP
        parts = [label.sizeHint().width() for label in (self.name, self.figure, self.ahead)]
        self.name.setVisible(sum(parts) + 2 * GAP <= room)
        self.ahead.setVisible(bool(self.place.ahead) and sum(parts[1:]) + GAP <= room)
        whole = f"{self.place.judged} · {self.place.cost}"
        fits = self.told.fontMetrics().horizontalAdvance(whole) <= room
        brief = f"{self.place.judged.removeprefix(LOSS)} · {self.place.cost.removesuffix(EVALUATIONS)}"
        self.told.setText(whole if fits else brief)

    def show_theme(self, theme: Theme, growth: float) -> None:
        self._dress_sign(self.place.letter if self.place is not None else "", theme, growth)
        for label in (self.name, self.figure, self.ahead, self.told):
            label.ensurePolished()  # the style would change the letters' size afterwards
        self.name.setFont(theme.font(13 * growth, bold=True))
        self.figure.setFont(theme.digits(TITLE * growth, bold=True))
        self.ahead.setFont(theme.digits(13 * growth))
        self.told.setFont(theme.digits(CAPTION * growth))
        self._fit()

    def _dress_sign(self, letter: str, theme: Theme, growth: float) -> None:
        side = theme.px(SIDE * growth)
        self.sign.setPixmap(disc(letter, theme).scaledToHeight(side, Qt.TransformationMode.SmoothTransformation))


class ScoreBar(QFrame):
    """All players in a row, each in a place that stays its own: nothing jumps when the lead changes."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(NAME)
        self.setProperty("panel", "raised")
        self.players: list[Player] = []
        self._growth, self._high = 1.0, EXPLORE
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(10, 2, 10, 2)
        self._row.setSpacing(16)
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.show_theme(current())

    def show_places(self, places: Sequence[Place]) -> None:
        """What they have come to, that of the run that is shown first."""
        for player in self.players[len(places) :]:
            self._row.removeWidget(player)
            player.deleteLater()
        del self.players[len(places) :]
        for place in range(len(self.players), len(places)):
            self.players.append(Player())
            self._row.addWidget(self.players[place], 1)
            self.players[place].show_theme(current(), self._growth)
        for player, place in zip(self.players, places, strict=True):
            if place != player.place:
                player.show_place(place, current(), self._growth)

    def enlarge(self, in_a_lecture: bool) -> None:
        """As large as a lecture wants it, or as all else."""
        growth = IN_A_LECTURE if in_a_lecture else 1.0
        if growth != self._growth:
            self._growth, self._high = growth, LECTURE if in_a_lecture else EXPLORE
            self.show_theme(current())

    def show_theme(self, theme: Theme) -> None:
        self.setFixedHeight(theme.px(self._high))
        for player in self.players:
            player.show_theme(theme, self._growth)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(1, self.height())
