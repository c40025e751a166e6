"""Sequence: one sequence on its way through the recurrent cell, the gradient on its way back, and the answer that fits
the task."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app.documents.intents import ChooseSample
from app.look.theme import CAPTION, Theme
from app.views.base import Numbers
from app.views.frame_view import FrameView
from app.views.sequence import SequenceFace
from app.views.sequence.answer import Chances, answer_sentence
from app.views.sequence.forecast import Forecast
from app.views.sequence.strips import Unrolled
from app.views.sequence.text import WrittenText
from app.widgets.combo import Combo, Option
from app.widgets.icon_button import IconButton
from app.widgets.limited import limited
from core.frames import Frame

WARMEST = 2.0
QWIDGETSIZE_MAX = 16_777_215  # Qt's word for no limit
NO_CELL = "There is no recurrent layer in this network: add an RNN, GRU or LSTM, and its state and gates stand here step by step."


class Answers(QStackedWidget):
    """Pages that take the room that is left for them: words that wrap do not ask for more."""

    def hasHeightForWidth(self) -> bool:
        return False

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 60)


class SequenceView(SequenceFace, FrameView):
    """`frames` "sequence" always, "continuation" for forecasts, "writing" for letters."""

    empty_text = "Choose a data set of sequences, such as Recall the first, Sunspots or Names: one of them stands here step by step, with what the network remembers of it."
    soon_text = (
        "As soon as the network is built, a sequence stands here step by step, with what the network remembers of it."
    )
    frame_names = ("sequence", "continuation", "writing")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.unrolled, self.chances, self.forecast, self.text = Unrolled(), Chances(), Forecast(), WrittenText()
        self.before = IconButton("chevron-left", "Sequence before", "The sequence before this one", small=True)
        self.after = IconButton("chevron-right", "Next sequence", "The next sequence", small=True)
        self.before.clicked.connect(self._go_back)
        self.after.clicked.connect(self._go_on)
        self.words = QLabel()
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.cell = Combo("Recurrent cell")
        self.cell.changed.connect(self._choose_cell)
        self.note = QLabel(NO_CELL)
        self.note.setWordWrap(True)
        self.note.setContentsMargins(12, 2, 12, 2)
        self.note.hide()
        self.forecast.started.connect(self._choose)
        self.text.warmed.connect(self._warm)
        self.text.again.connect(self._draw_again)
        self._arrange()

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(8, 2, 8, 0)
        top.setSpacing(2)
        for button in (self.before, self.after):
            top.addWidget(limited(button, "sample"))
        top.addWidget(self.words, 1)
        top.addWidget(self.cell)
        letters = QWidget()
        self._letters = QHBoxLayout(letters)
        self._letters.setContentsMargins(0, 0, 0, 0)
        self.answers = Answers()
        self._single = QWidget()
        self._alone = QVBoxLayout(self._single)
        self._alone.setContentsMargins(0, 0, 0, 0)
        for page in (self._single, letters, self.forecast):
            self.answers.addWidget(page)
        self._pair = letters
        self._letters.addWidget(self.text, 3)
        self._alone.addWidget(self.chances)
        upper = QVBoxLayout()
        upper.setSpacing(0)
        upper.addWidget(self.note)
        upper.addWidget(self.unrolled, 1)
        self._split = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._split.setSpacing(6)
        self._split.addLayout(upper, 1)
        self._split.addWidget(self.answers, 1)
        for part in (self.unrolled, self.answers):  # the stretch alone shares out the room
            part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(2)
        column.addLayout(top)
        column.addLayout(self._split, 1)

    # What the shell says

    def wanted(self) -> dict[str, dict[str, Any]]:
        sample = self.state.sample
        wanted: dict[str, dict[str, Any]] = {"sequence": {"kind": "sequence", "index": sample}}
        if self.task == "forecast":
            wanted["continuation"] = {"kind": "continuation", "start": sample, "first": self._window(sample)}
        elif self.task == "characters":
            wanted["writing"] = {
                "kind": "writing",
                "start": sample,
                "temperature": self._temperature(),
                "draw": self._draws(),
            }
        return wanted

    def _window(self, sample: int) -> int:
        """Where the window of the forecast begins: where it stands, so that what was clicked stays in its place."""
        frame = self.frames.get("continuation")
        return int(frame.info["first"]) if sample >= 0 and frame is not None and not frame.info["problem"] else -1

    def fits(self) -> bool:
        return self.experiment is not None and self.experiment.data.geometry == "sequence"

    def _temperature(self) -> float:
        value = self.state.options.get("sequence.temperature", 0.8)
        return min(max(float(value), 0.0), WARMEST) if isinstance(value, int | float) else 0.8

    def _draws(self) -> int:
        value = self.state.options.get("sequence.draw", 1)
        return value if isinstance(value, int) else 1

    def show_theme(self, theme: Theme) -> None:
        self.forecast.plot.dress(theme)
        self.body.setStyleSheet(f"QLabel, QComboBox {{ font-size: {theme.px(CAPTION + 1)}px; }}")
        super().show_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() > 1.55 * self.height()
        self._split.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._share_room()

    def _share_room(self) -> None:
        """Below the cell, bars take no more room than they need, a plot half of it."""
        below = self._split.direction() is QBoxLayout.Direction.TopToBottom
        bars = below and self.answers.currentWidget() is not self.forecast
        self.answers.setMaximumHeight(self.chances.needs() if bars else QWIDGETSIZE_MAX)

    # Drawing

    def draw_frame(self, frame: Frame) -> None:
        self._show_cells(frame)
        self.note.setVisible(not frame.info["cells"])
        self.unrolled.show_frame(frame, self._cell(), self.theme)
        self.words.setText(
            f"{frame.info['part'].capitalize()} sequence {frame.info['index'] + 1} · {answer_sentence(frame)}"
        )
        self.words.setToolTip(self.words.text())
        self._draw_answer(frame)

    def _draw_answer(self, frame: Frame) -> None:
        """The part that fits the task."""
        going_on, written = self.frames.get("continuation"), self.frames.get("writing")
        if self.task == "forecast" and going_on is not None and not going_on.info["problem"]:
            self.forecast.show_frame(going_on, self.theme)
            self._turn_to(self.forecast)
        elif self.task == "characters":
            self.text.show_temperature(self._temperature())
            self.text.show_frame(written, self.theme)
            if self._letters.indexOf(self.chances) < 0:
                self._letters.insertWidget(0, self.chances, 2)
            self.chances.show_frame(frame, self.theme)
            self._turn_to(self._pair)
        elif frame.info["classes"]:
            if self._alone.indexOf(self.chances) < 0:
                self._alone.addWidget(self.chances)
            self.chances.show_frame(frame, self.theme)
            self._turn_to(self._single)
        else:
            self.answers.hide()

    def _turn_to(self, page: QWidget) -> None:
        self.answers.setCurrentWidget(page)
        self.answers.show()
        self._share_room()

    def _cell(self) -> int:
        value = self.cell.value()
        return value if isinstance(value, int) else 0

    def _show_cells(self, frame: Frame) -> None:
        """A choice where there is more than one cell."""
        cells = frame.info["cells"]
        options = [Option(number, cell_words(cell, cells)) for number, cell in enumerate(cells)]
        if [option.text for option in options] != [self.cell.itemText(place) for place in range(self.cell.count())]:
            self.cell.set_options(options)
        if self.cell.value() is None and options:
            self.cell.set_value(0)
        self.cell.setVisible(len(cells) > 1)

    # What a person does

    def _choose_cell(self, _cell: object) -> None:
        self.redraw()

    def _choose(self, sample: int) -> None:
        self.ask(ChooseSample(sample))

    def _go_on(self) -> None:
        self._walk(1)

    def _go_back(self) -> None:
        self._walk(-1)

    def _walk(self, step: int) -> None:
        """To the neighbour within the same part of the data, round and round."""
        frame, prepared = self.frame, self.prepared
        if frame is None or prepared is None:
            return
        places = prepared.part("train" if frame.info["part"] == "training" else frame.info["part"])
        if len(places):
            place = int(np.searchsorted(places, frame.info["index"]))
            self._choose(int(places[(place + step) % len(places)]))

    def _warm(self, temperature: float) -> None:
        self.set_option("sequence.temperature", temperature)

    def _draw_again(self) -> None:
        self.set_option("sequence.draw", self._draws() + 1)

    def numbers(self) -> Numbers:
        """A row a step: the input, the lengths of the gradients, and every unit of every gate."""
        frame = self.frame
        if frame is None:
            return [], []
        columns: dict[str, list] = {"step": list(range(1, len(frame.arrays["x"]) + 1))}
        if frame.info["symbols"]:
            columns["input"] = list(frame.info["symbols"])
        for name, values in frame.arrays.items():
            if values.ndim == 1 and name.endswith("slope"):
                columns[name] = values.tolist()
            elif values.ndim == 2 and not (name == "x" and frame.info["symbols"]):
                columns |= {f"{name} {unit + 1}": values[:, unit].tolist() for unit in range(values.shape[1])}
        return list(columns), [list(row) for row in zip(*columns.values(), strict=True)]


def cell_words(cell: dict[str, Any], cells: tuple[dict[str, Any], ...]) -> str:
    """A cell as a person calls it: "layer h1", "layer h1, upper cell 2, backwards"."""
    several = any(other["layer"] == cell["layer"] and other["number"] > 0 for other in cells)
    number = f", cell {cell['number'] + 1}" if several else ""
    return f"{cell['layer']}{number}{', backwards' if cell['backwards'] else ''}"
