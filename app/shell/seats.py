"""Seats: where the docks of a room stand in Explore."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from core.frozen import frozen


@frozen
class Seats:
    """Where the docks stand in Explore: `grid` has two columns, top to bottom. What stands at the top of the second one
    is said by the data, one of `places` as a rule, the one that is named there if by nothing else. `tabs` stand behind
    the last of the grid, and so do, shut, all that are not named here. `ways` are what stands by turns in the first of
    the grid, with the words of the switch between them, and `columns` what has the right column beside one of them.
    `fronts` stand before another picture, or in its place by turns, for some data alone."""

    grid: tuple[tuple[str, str], tuple[str, str]]
    places: tuple[str, ...]
    tabs: tuple[str, ...] = ()
    ways: Mapping[str, str] = dataclasses.field(default_factory=dict)
    columns: Mapping[str, str] = dataclasses.field(default_factory=dict)
    fronts: tuple[str, ...] = ()

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

    def with_place(self, place: str, first: str = "") -> tuple[tuple[str, str], tuple[str, str]]:
        """The grid with what the data are best seen in, and with the way that the first picture is seen in."""
        return (first or self.first, self.grid[0][1]), (place, self.last)

    def meant(self, name: str, place: str, companions: tuple[str, ...]) -> str:
        """What the command of that name shows: that of the usual place whatever stands there in its stead."""
        return place if name == self.usual_place and name not in companions else name
