"""What is said of several players above their picture, by their own names."""

from __future__ import annotations

from core.families import Player, makers
from core.frozen import frozen

ALL = {2: "Both"}  # how all players are called where there are so many


@frozen
class PlayersWords:
    """Words and tips of the players' bar."""

    players: tuple[Player, ...]

    @property
    def everybody(self) -> str:
        return ALL.get(len(self.players), "All")

    @property
    def who(self) -> dict[str, str]:
        """Who may learn: all, or one of them."""
        return {"both": self.everybody} | {player.name: f"{player.short} only" for player in self.players}

    @property
    def brief_who(self) -> dict[str, str]:
        return {"both": self.everybody} | {player.name: player.short for player in self.players}

    @property
    def who_tip(self) -> str:
        order = ", then ".join(f"{player.short}, the {player.name}, learns {player.aim}" for player in self.players)
        alone = " or ".join(f"{player.short} only" for player in self.players)
        held = "the other one is" if len(self.players) == 2 else "the others are"
        return f"Who learns from now on. {self.everybody}: {order}.\n{alone}: {held} held still. The Step button makes one such step."

    @property
    def versus(self) -> str:
        """ "D : G"."""
        return " : ".join(player.short for player in self.players[:2])

    @property
    def steps(self) -> str:
        """ "steps of D for one of G"."""
        return f"steps of {self.players[0].short} for one of {self.players[1].short}"

    @property
    def ratio_tip(self) -> str:
        own, other = self.players[:2]
        return f"Steps of {own.short} for one of {other.short}: how often the {own.name} learns before the {other.name} learns once."

    @property
    def _maker(self) -> Player:
        return makers(self.players)[0] if makers(self.players) else self.players[-1]

    @property
    def long(self) -> tuple[str, str]:
        """What may be drawn: the grid, and where the judge pushes."""
        return "Warped grid", f"Where {self.players[0].short} pushes"

    @property
    def brief(self) -> tuple[str, str]:
        return "Grid", "Push"

    @property
    def grid_tip(self) -> str:
        name = self._maker.name
        return (
            f"Draw the {name}: a square grid of the noise, bent as the {name} bends it.\n"
            "Samples lie dense where its lines lie close. Where the noise is normal its middle counts most: numbers near 0 are drawn most often."
        )

    @property
    def push_tip(self) -> str:
        judge, maker = self.players[0].name, self._maker.name
        return (
            f"Draw where the {judge} pushes each generated sample: towards what looks more real, by the gradient of the {maker}'s loss.\n"
            "Lengths are in proportion to the strongest push so far in this run: where all arrows have become short, the gradient is small beside what it was,\n"
            f"and the {maker} has little to go by."
        )

    @property
    def pixels_tip(self) -> str:
        judge, maker = self.players[0].name, self._maker.name
        return (
            f"Draw where the {judge} pushes each pixel, by the gradient of the {maker}'s loss: blue ones are to become stronger, orange ones weaker,\n"
            f"so that the picture passes for real. The {maker} learns from such pushes on new noise, and moves its weights by its own optimizer: no picture has to follow its own."
        )
