"""Seats: where the docks of a room stand in Explore."""

from __future__ import annotations

from core.frozen import frozen


@frozen
class Seats:
    """Where the docks stand in Explore: `grid` has two columns, top to bottom. What stands at the top of the second one
    is said by the data, one of `places` as a rule, the one that is named there if by nothing else. `tabs` stand behind
    the last of the grid, and so do, shut, all that are not named here."""

    grid: tuple[tuple[str, str], tuple[str, str]]
    places: tuple[str, ...]
    tabs: tuple[str, ...] = ()

    @property
    def first(self) -> str:
        return self.grid[0][0]

    @property
    def last(self) -> str:
        return self.grid[1][1]

    @property
    def usual_place(self) -> str:
        return self.grid[1][0]

    @property
    def at_first(self) -> tuple[str, ...]:
        """What stands in the grid before the data say anything, row by row."""
        return tuple(name for row in zip(*self.grid, strict=True) for name in row)

    def with_place(self, place: str) -> tuple[tuple[str, str], tuple[str, str]]:
        """The grid with what the data are best seen in."""
        return self.grid[0], (place, self.last)

    def meant(self, name: str, place: str, companions: tuple[str, ...]) -> str:
        """What the command of that name shows: that of the usual place whatever stands there in its stead."""
        return place if name == self.usual_place and name not in companions else name
