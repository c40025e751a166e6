"""Predict: what the network says to a row that a person types."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from app.documents.intents import Predict
from app.documents.view_state import ViewState
from app.look.theme import CAPTION, DIGITS, Theme
from app.views.base import Numbers, View, clear
from app.views.predict import PredictFace, takes_rows
from app.views.predict.forward_pass import ForwardPass, answer_words, lines
from app.views.predict.row_entry import RowEntry
from app.widgets.limited import limited
from core.data.preparation import Prepared
from core.experiment import Experiment
from core.families import Entry
from core.frames import Frame
from core.probing.probe import Probe
from core.registry import read

MOST_TYPED = 60  # values of a row that a person may type
ELSEWHERE = "Where the data have columns of numbers, a row of your own can be typed here, and the network answers."
SOON = "As soon as the network is built, a row of your own can be typed here, and the network answers."


class PredictView(PredictFace, View):
    """Above all else stands the answer: to the row that was typed last, or to the sample that is chosen. Before
    anybody has typed it is that to a typical row."""

    empty_text = SOON
    frame_names = ("predicted",)  # the picture of the network asks for the chosen sample alone

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.answer = QLabel()
        self.answer.setAccessibleName("Answer")
        self.answer.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.answer.setWordWrap(True)
        self.entry = RowEntry()
        self.entry.typed.connect(self._predict)
        self.forward = ForwardPass()
        below = QWidget()
        rows = QVBoxLayout(below)
        rows.setContentsMargins(12, 4, 12, 8)
        rows.setSpacing(8)
        rows.addWidget(limited(self.entry, "sample"))
        rows.addWidget(self.forward)
        rows.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(below)
        clear(area)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(2)
        self.answer.setContentsMargins(12, 0, 12, 0)
        column.addWidget(self.answer)
        column.addWidget(area, 1)

    # What the shell says

    def fits(self) -> bool:
        return self.experiment is not None and takes_rows(self.experiment)

    def requests(self) -> dict[str, Probe]:
        row = self._own_row() or (() if self.state.sample >= 0 else self.entry.row())
        if not self.fits() or not (row or self.state.sample >= 0):
            return {}
        return {"predicted": read(Probe, {"kind": "sample", "index": self.state.sample, "row": row})}

    def show_experiment(self, experiment: Experiment, prepared: Prepared | None = None) -> None:
        if prepared is not None:
            table = prepared.table
            typed = table.typed if len(table.typed) <= MOST_TYPED else ()
            gaps = np.full((1, len(table.columns)), np.nan)
            self.entry.show_entries(typed, prepared.complete(gaps)[0].tolist() if typed else ())
            self.wants.emit()
        super().show_experiment(experiment, prepared)
        self._show_row()

    def show_view(self, state: ViewState) -> None:
        if (state.sample, state.row) != (self.state.sample, self.state.row):
            self.frames.pop("predicted", None)  # what stands below was said of another row
        super().show_view(state)
        self._show_row()

    def _own_row(self) -> tuple[float, ...]:
        """The row that a person typed; () also where it is one of other data, whose fields stood there still."""
        columns = () if self.prepared is None else self.prepared.table.columns
        return self.state.row if len(self.state.row) == len(columns) else ()

    def _show_row(self) -> None:
        """The fields hold the row whose answer stands above them: the typed one, or the chosen sample's."""
        if self.prepared is None or not self.entry.cells:
            return
        if row := self._own_row():
            self.entry.show_row(row)
        elif 0 <= self.state.sample < len(self.prepared.table.x):
            self.entry.show_row(self.prepared.complete(self.prepared.table.x[self.state.sample][None])[0].tolist())

    def show_theme(self, theme: Theme) -> None:
        self.answer.setStyleSheet(f"font-size: {theme.px(DIGITS)}px; font-weight: 600;")
        self.forward.setStyleSheet(f"QLabel {{ font-size: {theme.px(CAPTION + 1)}px; }}")
        super().show_theme(theme)
        self.entry.fit()

    # Drawing

    @property
    def frame(self) -> Frame | None:
        """The answer to what is asked now; an older one is to another row."""
        frame = self.frames.get("predicted")
        wanted = self.requests().get("predicted")
        if frame is None or wanted is None or frame.info["columns"] != self._columns():
            return None
        return frame if frame.info["known"] is (self.state.sample >= 0 and not self._own_row()) else None

    def _typed(self) -> tuple[Entry, ...]:
        return self.prepared.table.typed if self.prepared is not None else ()

    def _columns(self) -> tuple[str, ...]:
        return tuple(self.prepared.table.columns) if self.prepared is not None else ()

    def draw(self) -> None:
        self.say_empty(SOON if self.fits() else ELSEWHERE)
        frame = self.frame
        self.show_body(self.fits() and self.prepared is not None)
        self.answer.setText(answer_words(frame) if frame is not None else "…")
        self.forward.show_frame(frame, self._typed())

    # From the person

    def _predict(self, row: tuple[float, ...]) -> None:
        self.ask(Predict(row))

    def numbers(self) -> Numbers:
        frame = self.frame
        return ["what", "numbers"], [list(row) for row in lines(frame, self._typed())] if frame is not None else []
