"""The row above the surface: which plane, which picture, re-centre, more choices; beside them the honesty gauge."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from app.look import theme as look
from app.look.theme import CAPTION, Theme
from app.views.surface.choice import MODES, PLANES, SurfaceChoice
from app.views.surface.gauge import SurfaceGauge
from app.widgets.combo import Combo, Option
from app.widgets.icon_button import IconButton
from app.widgets.limited import limited
from app.widgets.segments import Segments
from core.families import Player

PLAYER_TIP = (
    "{}: whose weights span the picture, and whose loss it shows.\n"
    "{} held still where it is now: with every update of it the sheet changes."
)
HONEST = 90  # px at a text scale of 1 that the gauge needs beside the buttons
ROOM = 24  # px of the row's rims and gaps
PLANE, BESIDE = 120, 36  # px of the list of planes: at least, and for its arrow and rims


class SurfaceBar(QWidget):
    """`plane_chosen(str)`, `mode_chosen(str)`, `centred()`, `more_wanted()`."""

    plane_chosen = Signal(object)
    mode_chosen = Signal(str)
    player_chosen = Signal(str)
    centred = Signal()
    more_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plane = Combo(
            "Plane through weight space", [Option(key, text, summary) for key, (text, summary) in PLANES.items()]
        )
        self.plane.changed.connect(self.plane_chosen)
        self.player = Segments("Whose weight space", {"": ""}, height=22)
        self._players: tuple[Player, ...] = ()
        self.player.chosen.connect(self.player_chosen)
        self.player.hide()
        self.modes = {mode: self._mode(mode, text) for mode, text in MODES.items()}
        self._group = QButtonGroup(self)
        for button in self.modes.values():
            self._group.addButton(button)
        self._group.buttonClicked.connect(self._mode_pressed)
        self.centre = IconButton(
            "target",
            "Re-centre",
            "Re-centre: centre, directions and colours are set anew at the network as it is now.",
            small=True,
        )
        self.more = IconButton(
            "settings", "More choices", "Height, data, span, resolution, kept points and more.", small=True
        )
        self.centre.clicked.connect(self.centred)
        self.more.clicked.connect(self.more_wanted)
        self.gauge = SurfaceGauge()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 2, 8, 2)
        column.setSpacing(2)
        self._row, self._below = QHBoxLayout(), QHBoxLayout()
        column.addLayout(self._row)
        column.addLayout(self._below)
        row = self._row
        row.setSpacing(2)
        modes = QHBoxLayout()
        modes.setSpacing(2)
        for button in self.modes.values():
            modes.addWidget(button)
        row.addWidget(limited(self.player, "surface.player"))
        row.addWidget(limited(self.plane, "surface.plane"))
        row.addSpacing(4)
        row.addWidget(limited(modes, "surface.mode"))
        row.addSpacing(2)
        row.addWidget(limited(self.centre, "surface.centre"))
        row.addWidget(limited(self.more, "surface.more"))
        row.addWidget(self.gauge, 1)

    def part(self, tall: bool) -> None:
        """Where there is height, the gauge has a row of its own; else it stands beside the buttons."""
        wanted, other = (self._below, self._row) if tall else (self._row, self._below)
        if wanted.indexOf(self.gauge) < 0:
            other.removeWidget(self.gauge)
            wanted.addWidget(self.gauge, 1)
            if tall:
                self._row.addStretch(1)
            else:
                self._row.takeAt(self._row.count() - 2)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The players have their names where there is room for them."""
        if self.player.isHidden():
            return
        self.player.set_words({player.name: player.label for player in self._players})
        fixed = (self.player, self.plane, *self.modes.values(), self.centre, self.more)
        gauge = look.current().px(HONEST) if self._row.indexOf(self.gauge) >= 0 else 0
        if sum(widget.sizeHint().width() + self._row.spacing() for widget in fixed) + gauge + ROOM > self.width():
            self.player.set_words({player.name: player.short for player in self._players})

    @staticmethod
    def _mode(mode: str, text: str) -> QToolButton:
        tips = {
            "map": "From above: heat map with contour lines",
            "relief": "In three dimensions: drag to turn, wheel to come closer",
            "slices": "Along each axis through the ball",
        }
        button = QToolButton()
        button.setText(text)
        button.setToolTip(tips[mode])
        button.setAccessibleName(tips[mode])
        button.setCheckable(True)
        button.setProperty("mode", mode)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def show_choice(self, choice: SurfaceChoice, plane: str) -> None:
        """Show what is chosen; emits nothing."""
        self.plane.set_value(plane)
        self.modes[choice.mode].setChecked(True)
        for button in self.modes.values():
            button.setEnabled(plane != "line")  # a line is a curve

    def show_player(self, players: tuple[Player, ...], player: str) -> None:
        """Whose weight space of these is shown, the others held still; "": there is one network."""
        self.player.setVisible(bool(player))
        if player and players != self._players:
            self._players = players
            self.player.set_words({each.name: each.label for each in players})
            names = " or ".join(each.name for each in players).capitalize()
            self.player.setToolTip(
                PLAYER_TIP.format(names, "The other one is" if len(players) == 2 else "Each other is")
            )
        if player:
            self.player.set_value(player)
        self._fit()

    def show_theme(self, theme: Theme) -> None:
        words = QFontMetricsF(theme.font(CAPTION + 1))
        self.plane.setFixedWidth(
            max(
                theme.px(PLANE),
                int(max(words.horizontalAdvance(text) for text, _ in PLANES.values())) + theme.px(BESIDE),
            )
        )
        small = f"min-height: 0px; padding: 2px 6px; font-size: {theme.px(CAPTION + 1)}px;"
        self.plane.setStyleSheet(f"QComboBox {{ {small} }}")
        for button in self.modes.values():
            button.setStyleSheet(f"QToolButton {{ min-width: 0px; {small} }}")
        for button in (self.centre, self.more):
            button.setStyleSheet(
                f"QToolButton {{ min-width: {theme.px(20)}px; min-height: {theme.px(20)}px; max-height: {theme.px(22)}px; }}"
            )
            button.setIconSize(QSize(theme.px(15), theme.px(15)))
        self.player.set_size(theme.px(CAPTION + 1))
        self.gauge.show_theme(theme)
        self._fit()

    def _mode_pressed(self, button: QToolButton) -> None:
        self.mode_chosen.emit(button.property("mode"))
