"""Sharing: how much of a window each of its pictures gets."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from app.look.theme import current
from app.shell.docks import Dock
from app.shell.fronts import Fronts
from app.shell.seats import Seats

WIDE, NARROW, TOP, BOTTOM = 528, 512, 376, 200  # px
SMALLEST_BOTTOM = 140  # px at a text scale of 1: head, axis and some curve between them
BELOW = 0.44  # of the height for what stands below a picture with a column beside both
REQUESTS = 8  # for the height of one dock


def explore_sizes(width: int, height: int, scale: float = 1.0) -> tuple[tuple[int, int], tuple[int, int]]:
    """Widths of the two columns and heights of the two rows for the room that all pictures share. A low window takes
    from the bottom row, as far as its words leave room for a curve; a large one gives to all."""
    left = round(width * WIDE / (WIDE + NARROW))
    share = max(TOP, round(height * TOP / (TOP + BOTTOM)))
    top = min(share, max(height - round(SMALLEST_BOTTOM * scale), height // 2))
    return (left, width - left), (top, height - top)


class Sharing:
    """Resizes the docks of a window; `above` is one of one height that stands over the pictures."""

    def __init__(
        self, window: QMainWindow, docks: Mapping[str, Dock], seats: Seats, above: Dock | None, fronts: Fronts
    ) -> None:
        self._window, self._docks, self._seats, self._above, self._fronts = window, docks, seats, above, fronts

    def halves(self, names: tuple[str, ...]) -> None:
        """One picture, or two side by side."""
        self._activate()
        width = self._window.width() // len(names)
        self._share(names, (width,) * len(names), Qt.Orientation.Horizontal)

    def grid(self, place: str, way: str) -> None:
        """Four pictures, with these at the top of the second column and of the first; nothing where they do not stand
        so."""
        grid = (first, below), (second, under) = self._seats.with_place(place, way)
        if not self._stand(first, below, second, under):
            return
        self._activate()
        self._fit_above(first)
        columns, rows = explore_sizes(*self._room(*grid[0], place), current().scale)
        self._share((first, second), columns, Qt.Orientation.Horizontal)
        for pair in ((first, below), (second, under)):
            self._share(pair, rows, Qt.Orientation.Vertical)

    def column(self, first: str, below: str, column: str) -> None:
        """Two pictures one below the other, and one beside both."""
        if not self._stand(first, below, column):
            return
        self._activate()
        self._fit_above(first)
        width, high = self._room(first, below, column)
        (left, right), (_, bottom) = explore_sizes(width, high, current().scale)
        bottom = max(bottom, round(high * BELOW))
        self._share((first, column), (left, right), Qt.Orientation.Horizontal)
        self._share((first, below), (high - bottom, bottom), Qt.Orientation.Vertical)

    def _share(self, pair: tuple[str, ...], sizes: tuple[int, ...], along: Qt.Orientation) -> None:
        """Docks beside or below each other; in a window that has hardly any room both stay."""
        self._window.resizeDocks([self._docks[name] for name in pair], [max(1, size) for size in sizes], along)

    def _fit_above(self, name: str) -> None:
        """Qt leaves the area of the dock above higher than the dock, with a hole below it, and comes nearer with each
        request."""
        above, first = self._above, self._docks[name]
        if above is None or above.isHidden():
            return
        for _ in range(REQUESTS):
            if first.y() - above.geometry().bottom() - 1 <= self._gap():
                break
            self._window.resizeDocks([above], [above.maximumHeight()], Qt.Orientation.Vertical)
            self._activate()

    def _gap(self) -> int:
        """Between two docks, px."""
        extent = self._window.style().PixelMetric.PM_DockWidgetSeparatorExtent
        return self._window.style().pixelMetric(extent, None, self._window)

    def _activate(self) -> None:
        layout = self._window.layout()
        if layout is not None:
            layout.activate()

    def _stand(self, *names: str) -> bool:
        return all(not self._docks[name].isHidden() and not self._docks[name].isFloating() for name in names)

    def _room(self, first: str, below: str, beside: str) -> tuple[int, int]:
        """Width and height that the pictures share, without the lines between them; never asked of one behind a tab:
        those have no true geometry."""
        one, other, under = (self._docks[self._fronts.seen(name)].geometry() for name in (first, beside, below))
        gap = self._gap()
        return other.right() - one.left() + 1 - gap, under.bottom() - one.top() + 1 - gap
