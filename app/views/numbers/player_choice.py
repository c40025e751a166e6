"""Whose update is told in numbers, where several players learn."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.look import theme as look
from app.look.theme import CAPTION, Theme
from app.widgets.segments import Segments
from core.families import Player

ROOM = 360  # px that the phases need beside the names; with less, the players have letters


class PlayerChoice(Segments):
    """There only where there are several."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Whose update", {"": ""}, height=28, parent=parent)
        self.hide()

    def show_players(self, players: tuple[Player, ...], player: Player, room: int) -> None:
        """All players and the one whose update is told, in so many px; emits nothing."""
        several = len(players) > 1
        self.setVisible(several)
        if not several:
            return
        names = ", ".join(f"{each.short}: the update of the {each.name}" for each in players)
        self.setToolTip(f"Whose update is told in numbers. {names}; in its turn the others stand still.")
        self.set_words({each.name: each.label for each in players})
        if self.sizeHint().width() + look.current().px(ROOM) > room:
            self.set_words({each.name: each.short for each in players})
        self.set_value(player.name)

    def show_theme(self, theme: Theme) -> None:
        self.setFont(theme.font(CAPTION + 1))
        self.updateGeometry()
