"""One sample's way through the network, written out in numbers."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.views.drawing.plot import amount, say
from app.widgets.number_text import in_full
from core.families import Entry, parted
from core.frames import Frame

MOST = 8  # units of a layer that are written out


def lines(frame: Frame, entries: tuple[Entry, ...]) -> list[tuple[str, str]]:
    """(what, numbers) from the inputs, as the data write them, to the loss."""
    arrays, info = frame.arrays, frame.info
    rows = [
        (_who(frame), _written(entries, arrays["x"])),
        ("Inputs x", _named(info["features"], arrays["inputs"])),
    ]
    for number, layer in enumerate(info["layers"], start=1):
        name = "Output" if layer == "output" else f"Hidden {number}"
        rows += [
            (f"{name}: sums a", _row(arrays[f"{layer}.sums"])),
            (f"{name}: values a = g(z)", _row(arrays[f"{layer}.values"])),
        ]
    rows.append(("Answer", _answer(frame)))
    if info["known"]:
        rows += [(f"True {info['target']}", info["truth"]), ("Loss of this sample", say(float(arrays["loss"][0]), 4))]
    return rows


def answer_words(frame: Frame) -> str:
    """Whose the answer is, and the answer first of all: "Your row: setosa (0.93)"."""
    answer, classes = frame.arrays["answer"], frame.info["classes"]
    if not classes:
        return f"{_who(frame)}: {frame.info['target']} {amount(float(answer[0]), 3)}"
    decided = int(frame.arrays["decision"][0])
    shares = _answer(frame).partition(" →")[0].replace(" = ", "\u00a0=\u00a0")  # a line ends between two of them
    words = f"{_who(frame)}: {classes[decided]}  ({shares})"
    return f"{words}, truly {frame.info['truth']}" if frame.info["known"] else words


def _who(frame: Frame) -> str:
    return f"Sample {frame.info['index'] + 1}" if frame.info["known"] else "Your row"


def _answer(frame: Frame) -> str:
    answer, classes = frame.arrays["answer"], frame.info["classes"]
    if not classes:
        return amount(float(answer[0]), 3)
    decided = classes[int(frame.arrays["decision"][0])]
    if len(answer) == 1:
        return f"{say(float(answer[0]), 3)} for {classes[1]} → {decided}"
    return f"{_named(classes, answer)} → {decided}"


def _named(names: tuple[str, ...], numbers: np.ndarray) -> str:
    return ", ".join(
        f"{name} = {'missing' if np.isnan(number) else say(float(number), 3)}"
        for name, number in zip(names, numbers, strict=False)
    )


def _written(entries: tuple[Entry, ...], numbers: np.ndarray) -> str:
    """A row in the words and numbers of the data."""
    parts = parted(entries, numbers.tolist())
    return ", ".join(f"{entry.name} = {_cell(entry, part)}" for entry, part in zip(entries, parts, strict=True))


def _cell(entry: Entry, part: Sequence[float]) -> str:
    if math.isnan(part[0]):
        return "missing (filled in)"
    return entry.word(part) if entry.words else in_full(part[0])


def _row(numbers: np.ndarray) -> str:
    shown = "   ".join(say(float(number), 3) for number in numbers[:MOST])
    return shown if len(numbers) <= MOST else f"{shown}   … {len(numbers) - MOST} more"


class ForwardPass(QWidget):
    """The lines as a table of two columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Forward pass in numbers")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self.labels: list[tuple[QLabel, QLabel]] = []

    def show_frame(self, frame: Frame | None, entries: tuple[Entry, ...]) -> None:
        rows = lines(frame, entries) if frame is not None else []
        while len(self.labels) < len(rows):
            self._add()
        for number, (what, numbers) in enumerate(self.labels):
            what.setVisible(number < len(rows))
            numbers.setVisible(number < len(rows))
            if number < len(rows):
                what.setText(rows[number][0])
                numbers.setText(rows[number][1])

    def _add(self) -> None:
        what, numbers = QLabel(), QLabel()
        what.setProperty("role", "caption")
        numbers.setWordWrap(True)
        numbers.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = len(self.labels)
        self._grid.addWidget(what, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(numbers, row, 1)
        self.labels.append((what, numbers))
