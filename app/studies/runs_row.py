"""The runs of a cell, each to be pressed: it becomes the run in the window."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.look.theme import current
from app.studies.heat_map import number
from app.widgets.labels import Elided
from core.documents.labels import label_of
from core.luck.found import figure_words
from core.messages import number_words
from core.studies.axis import named
from core.studies.plan import Planned
from core.studies.report import Report

MOST = 20  # runs that have a button
ASK = "Press a cell to see its runs; a run that is pressed becomes the run in the window."


class RunsRow(QWidget):
    """`pressed(planned)`: a person wants to have that run in the window."""

    pressed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.words = Elided(ASK)
        self.words.setProperty("role", "sentence")
        self.buttons: list[QPushButton] = []
        self._runs: dict[QPushButton, Planned] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._row.addWidget(self.words, 1)

    def show_cell(self, report: Report | None, cell: int | None) -> None:
        """The runs of a cell that are made; None asks for one."""
        for button in self.buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons, self._runs = [], {}
        if report is None or cell is None:
            self.words.setText(ASK)
            return
        name = report.main
        label = figure_words(report.study.base, name)
        self.words.setText(f"{cell_words(report, cell)}: {label} of each start")
        there = [each for each in report.planned if each.trial.cell == cell]
        for planned in [each for each in there if each.key in report.results][:MOST]:
            self._add(planned, name, report)

    def _add(self, planned: Planned, name: str, report: Report) -> None:
        result = report.results[planned.key]
        value = result.figures.get(name, float("nan"))
        button = QPushButton("diverged" if result.ended == "diverged" else number(value))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setStyleSheet("padding: 0px 5px; min-height: 0px;")
        button.setFixedHeight(current().px(24))
        label = figure_words(report.study.base, name)
        words = (
            f"Start {planned.trial.start + 1}: {label} {button.text()} after {result.figures['updates']:,.0f} updates"
        )
        button.setAccessibleName(words)
        button.setToolTip(f"{words}. A press makes it the run in the window.")
        button.clicked.connect(self._press)
        self._row.addWidget(button)
        self.buttons.append(button)
        self._runs[button] = planned

    def _press(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.pressed.emit(self._runs[button])


def short(value: object) -> str:
    """A value in few digits."""
    return number_words(value) if isinstance(value, float) else named(value)


def cell_words(report: Report, cell: int) -> str:
    """A cell as a person reads it: "Learning rate η 0.03, Units 4"."""
    base = report.study.base
    return ", ".join(f"{label_of(base, path)} {short(value)}" for path, value in report.study.cells[cell].edits)
