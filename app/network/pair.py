"""Pair: the same picture of two to four runs in one dock, each below the letter and the name of its run."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from app.bars.run_badge import Named
from app.look.run_colours import disc
from app.look.theme import BASE, CAPTION, Theme, current
from app.network.stage import SMALLEST_PICTURE
from app.panels.weight_sliders import WeightSliders
from app.views.base import View
from app.widgets.labels import Elided

IN_A_ROW, MOST, HEAD = 2, 4, 24  # pictures, runs; px


class Cell(QWidget):
    """One run's picture."""

    def __init__(self, view: View) -> None:
        super().__init__()
        self.view, self._run = view, Named()
        self.sign, self.name, self.common = QLabel(), Elided(), QLabel()
        head = QHBoxLayout()
        head.setContentsMargins(10, 0, 6, 0)
        head.setSpacing(6)
        head.addWidget(self.sign)
        head.addWidget(self.name, 1)
        head.addWidget(self.common)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(view, 1)
        view.show()

    def show_run(self, run: Named, theme: Theme, common: str = "", sentence: str = "") -> None:
        """Whose picture it is, and what it has in common with those beside it."""
        self._run = run
        self.common.setText(common)
        self.common.setToolTip(sentence)
        self.setAccessibleName(f"Run {run.letter}: {run.name}")
        self.name.setText(run.name)
        self.name.setToolTip(f"{run.letter}  {run.name}")
        self.show_theme(theme)

    def show_theme(self, theme: Theme) -> None:
        self.sign.setPixmap(disc(self._run.letter, theme))
        for label in (self.name, self.common):
            label.ensurePolished()  # the window's style sheet comes first: it would take the font again
        self.name.setFont(theme.font(BASE, bold=True))
        self.common.setFont(theme.font(CAPTION))
        for label in (self.sign, self.name, self.common):
            label.setFixedHeight(theme.px(HEAD))


class Pair(QWidget):
    """Runs side by side, in one row or in two."""

    def __init__(self) -> None:
        super().__init__()
        self.cells: list[Cell] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(2)
        self._grid.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)

    def minimumSizeHint(self) -> QSize:
        """That of one picture: however many there are, the window does not grow."""
        return QSize(*SMALLEST_PICTURE)

    def show_views(self, views: Sequence[View]) -> None:
        """The picture of each run, that of the run that is shown first."""
        for cell in self.cells[len(views) :]:
            self._grid.removeWidget(cell)
            cell.deleteLater()
        del self.cells[len(views) :]
        for place in range(len(self.cells), len(views)):
            self.cells.append(Cell(views[place]))
        self._arrange()

    def _arrange(self) -> None:
        """In the rows in which the pictures are largest."""
        count = len(self.cells)
        high = self.height()
        for sliders in self.findChildren(WeightSliders):
            sliders.fit(self.height())
            high -= sliders.height()
        in_a_row = columns(count, self.width(), high)
        for place, cell in enumerate(self.cells):
            self._grid.addWidget(cell, *divmod(place, in_a_row))
        for line in range(MOST):
            self._grid.setColumnStretch(line, 1 if line < min(in_a_row, count) else 0)
            self._grid.setRowStretch(line, 1 if line * in_a_row < count else 0)

    def hold(self, sliders: WeightSliders) -> None:
        """Sliders stand below the pictures."""
        self._grid.addWidget(sliders, IN_A_ROW, 0, 1, MOST)
        sliders.show()
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def show_runs(self, runs: Sequence[Named], theme: Theme, common: str = "", sentence: str = "") -> None:
        """Whose pictures these are; `common` is said at each: what they have in common, `sentence` says it in full."""
        for cell, run in zip(self.cells, runs, strict=True):
            cell.show_run(run, theme, common, sentence)

    def show_theme(self, theme: Theme) -> None:
        for cell in self.cells:
            cell.show_theme(theme)


def columns(count: int, width: int, high: int) -> int:
    """How many of them stand in a row where squares in a room of that size are largest: all, or two."""

    def side(in_a_row: int) -> float:
        rows = -(-count // in_a_row)
        return min(width / in_a_row, high / rows - current().px(HEAD))

    return max((IN_A_ROW, max(count, IN_A_ROW)), key=side)
