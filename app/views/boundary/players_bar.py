"""The two players of a GAN above their picture: who learns, how often, and what is drawn of them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.look.theme import CAPTION, Theme
from app.widgets.icon_button import IconButton
from app.widgets.segments import Segments
from app.widgets.switch import Switch

BOTH, D_ONLY, G_ONLY = "both", "discriminator", "generator"
WHO = {BOTH: "Both", D_ONLY: "D only", G_ONLY: "G only"}
BRIEF = {BOTH: "Both", D_ONLY: "D", G_ONLY: "G"}
GAP, TIGHT = 5, 2  # px between the choices, and where there is little room
MOST = 100  # steps of D for one of G
WHO_TIP = (
    "Who learns from now on. Both: D, the discriminator, learns to tell real from generated samples, then G, the generator, learns to pass for real.\n"
    "D only or G only: the other one is held still. The Step button makes one such step."
)
RATIO_TIP = "Steps of D for one of G: how often the discriminator learns before the generator learns once."
GRID_TIP = (
    "Draw the generator: a square grid of the noise, bent as the generator bends it.\n"
    "Samples lie dense where its lines lie close. Where the noise is normal its middle counts most: numbers near 0 are drawn most often."
)
LONG, SHORT = ("Warped grid", "Where D pushes"), ("Grid", "Push")
PUSH_TIP = (
    "Draw where the discriminator pushes each generated sample: towards what looks more real, by the gradient of the generator's loss.\n"
    "Lengths are in proportion to the strongest push so far in this run: where all arrows have become short, the gradient is small beside what it was,\n"
    "and the generator has little to go by."
)

PUSH_PIXELS = (
    "Draw where the discriminator pushes each pixel, by the gradient of the generator's loss: blue ones are to become stronger, orange ones weaker,\n"
    "so that the picture passes for real. The generator learns from such pushes on new noise, and moves its weights by its own optimizer: no picture has to follow its own."
)


class PlayersBar(QWidget):
    """`edit(path, value)` and `finished()` as a view says them; `grid_turned(on)`, `push_turned(on)` when a person
    chooses what is drawn."""

    edit = Signal(str, object)
    finished = Signal()
    grid_turned = Signal(bool)
    push_turned = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("The two players")
        self.learns = QLabel("Learns")
        self.who = Segments("Who learns", WHO, height=22)
        self.who.setToolTip(WHO_TIP)
        self.who.chosen.connect(self._choose_who)
        self.ratio = QLabel()
        self.ratio.setToolTip(RATIO_TIP)
        self.fewer = IconButton("remove", "Fewer steps of D for one of G", RATIO_TIP, small=True, colour="accent")
        self.more = IconButton("add", "More steps of D for one of G", RATIO_TIP, small=True, colour="accent")
        self.fewer.clicked.connect(self._fewer)
        self.more.clicked.connect(self._more)
        self.grid = Switch(LONG[0], GRID_TIP)
        self.push = Switch(LONG[1], PUSH_TIP)
        self.grid.toggled.connect(self.grid_turned)
        self.push.toggled.connect(self.push_turned)
        self._ratio = 1
        self._guests: list[QWidget] = []
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(8, 3, 6, 2)
        row.setSpacing(GAP)
        row.addWidget(self.learns)
        row.addWidget(self.who)
        row.addStretch(1)
        for widget in (self.fewer, self.ratio, self.more):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.grid)
        row.addWidget(self.push)

    def take_in(self, widget: QWidget) -> None:
        """One more choice at the right end, where the samples are no points in a plane."""
        self._row.addWidget(widget)
        self._guests.append(widget)

    def show_players(self, who: str, ratio: int) -> None:
        """The settings as they are; emits nothing."""
        self.who.set_value(who)
        self._ratio = ratio
        self.ratio.setText(f"D : G  {ratio} : 1")
        self.ratio.setAccessibleName(f"{ratio} steps of D for one of G")
        self.fewer.setEnabled(ratio > 1)
        self.more.setEnabled(ratio < MOST)

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
        self.who.setFont(theme.font(CAPTION + 1))
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
        """Where there is little room the switches have short names; then the word before them goes, and then who learns
        is said in letters."""
        self.who.set_words(WHO)
        self._row.setSpacing(GAP)
        for words in (LONG, SHORT):
            self.grid.setText(words[0])
            self.push.setText(words[1])
            if self._wide() <= self.width():
                break
        spare = self.width() - self._wide()
        self.learns.setVisible(spare >= 0)
        self._row.setSpacing(GAP if spare >= 0 else TIGHT)
        if self._wide() - self.learns.sizeHint().width() > self.width():
            self.who.set_words(BRIEF)

    def _wide(self) -> int:
        """What everything takes, px."""
        shown = [
            widget
            for widget in (self.who, self.fewer, self.ratio, self.more, self.grid, self.push, *self._guests)
            if not widget.isHidden()
        ]
        return sum(widget.sizeHint().width() + self._row.spacing() for widget in (self.learns, *shown)) + 14

    def _fewer(self) -> None:
        self._set("task.ratio", max(1, self._ratio - 1))

    def _more(self) -> None:
        self._set("task.ratio", min(MOST, self._ratio + 1))

    def _choose_who(self, key: str) -> None:
        self._set("task.learns_now", key)

    def _set(self, path: str, value: object) -> None:
        self.edit.emit(path, value)
        self.finished.emit()
