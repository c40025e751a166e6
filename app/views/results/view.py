"""Results: how well each sample is answered."""

from __future__ import annotations

import functools
from typing import cast

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSizePolicy,
    QStackedWidget,
    QTabBar,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.documents.intents import ChooseSample, ShowPicture
from app.documents.view_state import ViewState
from app.look.theme import CAPTION, Theme
from app.views.base import Numbers, View
from app.views.drawing.answer_bar import OPTION, AnswerBar, answer_of
from app.views.drawing.plot import amount, say
from app.views.results import ResultsFace
from app.views.results.confusion import Confusion
from app.views.results.residuals import Residuals
from app.widgets.combo import DropDown
from app.widgets.limited import limited
from core.frames import Frame
from core.probing.probe import Probe
from core.registry import read

FIGURES = {
    "bits_per_character": "Bits per character",
    "accuracy": "Accuracy",
    "mistakes": "Mistakes",
    "r2": "R²",
    "explained": "Explained variance (R²)",
    "mse": "Mean squared error",
}
WORST = 12  # samples in the table
SHARE = 0.4  # of the width that the matrix has beside the samples with the largest loss
WORST_PAGE = 1  # the number of their page
MADE = "made"  # in the place of a number: a player made it
NARROW, FEW = 700, 4  # px at a text scale of 1 below which a matrix of more classes has the page to itself
MOST_PIXELS = 3000  # dots of answers that are pictures
PARTS = {"test": "Test part", "train": "Training part", "validation": "Validation part"}


def _pairs(frame: Frame) -> tuple[np.ndarray, np.ndarray]:
    """Truth and answer of each sample, or of some of the pixels where the answers are pictures."""
    if frame.info.get("single", True):
        return frame.arrays["y"], frame.arrays["answer"][:, 0]
    truth, answer = frame.arrays["target"].ravel(), frame.arrays["answer"].ravel()
    step = max(1, len(truth) // MOST_PIXELS)
    return truth[::step], answer[::step]


class ResultsView(ResultsFace, View):
    """The confusion matrix or the residuals beside the samples with the largest loss."""

    empty_text = "As soon as the network is built, its right and wrong answers stand here, sample by sample."
    frame_names = ("results",)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.part = DropDown()
        for key, text in PARTS.items():
            self.part.addItem(text, key)
        self.part.setAccessibleName("Part of the data")
        self.part.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.part.currentIndexChanged.connect(self._choose_part)
        self.answer = AnswerBar()
        self.answer.set_narrow(True)
        self.answer.chosen.connect(functools.partial(self.set_option, OPTION))
        self.figures = QLabel()
        self.figures.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.figures.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.confusion = Confusion()
        self.confusion.pressed.connect(self._open_pictures)
        self.summary = QStackedWidget()
        self.summary.addWidget(self.confusion)
        self.table = self._worst_table()
        self._arrange()

    # Putting together

    @functools.cached_property
    def residuals(self) -> Residuals:
        """A plot is dear, and most experiments tell classes apart: built when there are values to compare."""
        made = Residuals()
        made.dress(self.theme)
        self.summary.addWidget(made)
        return made

    def _worst_table(self) -> QTableWidget:
        table = QTableWidget(0, 4)
        table.setAccessibleName("Samples with the largest loss")
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.verticalHeader().hide()
        table.setShowGrid(False)
        for column, mode in enumerate(
            (QHeaderView.ResizeMode.ResizeToContents,) * 3 + (QHeaderView.ResizeMode.Stretch,)
        ):
            table.horizontalHeader().setSectionResizeMode(column, mode)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.verticalHeader().setDefaultSectionSize(24)
        table.setToolTip(
            "The samples with the largest loss: a click finds the sample in the picture of the input space"
        )
        table.cellClicked.connect(self._choose)
        table.cellActivated.connect(self._choose)
        return table

    def _arrange(self) -> None:
        """Above, which part and its figures; below, all answers beside the worst ones, which have a page of their own
        where there is little room."""
        answers = QWidget()
        self._sides, self._alone = QHBoxLayout(answers), QWidget()
        self._sides.setContentsMargins(8, 4, 8, 4)
        self._sides.setSpacing(16)
        self._sides.addWidget(self.summary, 2)
        self._sides.addWidget(self.table, 3)
        worst = QVBoxLayout(self._alone)
        worst.setContentsMargins(8, 4, 8, 4)
        self.pages = QStackedWidget()
        self.pages.addWidget(answers)
        self.pages.addWidget(self._alone)
        self.tabs = _tabs()
        self.tabs.currentChanged.connect(self.pages.setCurrentIndex)
        top = QHBoxLayout()
        top.setContentsMargins(8, 4, 12, 0)
        top.addWidget(self.tabs)
        top.addWidget(self.figures, 1)
        top.addWidget(limited(self.answer, OPTION))
        top.addSpacing(8)
        top.addWidget(limited(self.part, "results.part"))
        whole = QVBoxLayout(self.body)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(self.pages, 1)

    # What the shell says

    def requests(self) -> dict[str, Probe]:
        asked = {"kind": "results", "part": self._part(), "answer": answer_of(self.state)}
        return {"results": read(Probe, asked)}

    def _part(self) -> str:
        part = self.state.options.get("results.part", "test")
        return part if part in PARTS else "test"

    def show_view(self, state: ViewState) -> None:
        super().show_view(state)
        self.part.blockSignals(True)
        self.part.setCurrentIndex(self.part.findData(self._part()))
        self.part.blockSignals(False)

    def show_theme(self, theme: Theme) -> None:
        if "residuals" in self.__dict__:
            self.residuals.dress(theme)
        self.body.setStyleSheet(
            f"QLabel, QTableWidget, QTabBar, QComboBox {{ font-size: {theme.px(CAPTION + 1)}px; }} QTableWidget::item {{ padding: 2px 4px; }} QHeaderView::section {{ padding: 4px; }}"
        )
        self.table.verticalHeader().setDefaultSectionSize(theme.px(24))
        super().show_theme(theme)

    # Drawing

    @property
    def frame(self) -> Frame | None:
        return self.frames.get("results")

    def draw(self) -> None:
        frame = self.frame
        self.show_body(frame is not None)
        if self.experiment is not None:
            self.answer.show_answers(self.experiment, self.prepared, self.state)
        if frame is None:
            return
        if frame.info["task"] == "classes":
            self.confusion.show_counts(frame.arrays["confusion"], frame.info["classes"], self.theme)
        self._share_room(frame)
        self._write_figures(frame)
        if frame.info["task"] == "classes":
            self.summary.setCurrentWidget(self.confusion)
        else:
            self.residuals.show_answers(
                *_pairs(frame), frame.info["target"] if frame.info.get("single", True) else "pixel", self.theme
            )
            self.summary.setCurrentWidget(self.residuals)
        self._draw_table(frame)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.frame is not None:
            self._share_room(self.frame)
            self._write_figures(self.frame)

    def _share_room(self, frame: Frame) -> None:
        """In a small window a matrix of many classes, or of long names, takes all the room, and the samples with the
        largest loss have a page of their own."""
        many = len(frame.info["classes"]) > FEW and self.width() < self.theme.px(NARROW)
        alone = many or (bool(frame.info["classes"]) and self.confusion.wanted > SHARE * self.width())
        if alone == self.tabs.isTabVisible(WORST_PAGE):
            return
        if not alone and self.tabs.currentIndex() == WORST_PAGE:
            self.tabs.setCurrentIndex(0)
        self.tabs.setTabVisible(WORST_PAGE, alone)
        self.tabs.updateGeometry()  # Qt forgets this
        if alone:
            cast(QVBoxLayout, self._alone.layout()).addWidget(self.table)
        else:
            self._sides.addWidget(self.table, 3)
            self.table.show()  # it was hidden with its page

    def _write_figures(self, frame: Frame) -> None:
        """As much of them as there is room for."""
        said = self._figures(frame)
        layout = self.body.layout()
        if layout is not None:
            layout.activate()  # the tabs may just have come or gone
        metrics, room = self.figures.fontMetrics(), self.figures.width()
        self.figures.setText(next((words for words in said if metrics.horizontalAdvance(words) <= room), said[-1]))
        self.figures.setToolTip(said[0])

    def _figures(self, frame: Frame) -> tuple[str, ...]:
        """The part's figures in words, at length and shorter; the part itself where the one that was asked for has no
        samples. They are of one update: the figures above the pictures are of the last evaluation."""
        values, labels = (
            {name: value for name, value in frame.info["figures"].items() if name in FIGURES},
            frame.info.get("labels", {}),
        )
        shown = [
            f"{labels.get(name, FIGURES[name])} {f'{100 * value:.1f} %' if name == 'accuracy' else say(value, 0 if name == 'mistakes' else 3)}"
            for name, value in values.items()
        ]
        when = f"update {frame.update:,}"
        if frame.info["part"] != self._part():
            shown.insert(0, f"no {PARTS[self._part()].lower()}, so the {PARTS[frame.info['part']].lower()}:")
        brief = shown[0].removeprefix(labels.get("accuracy", FIGURES["accuracy"])).strip() if shown else ""
        return "   ".join([*shown, when]), "  ".join([*shown[:1], when]), f"{brief} · {when}", brief

    def _draw_table(self, frame: Frame) -> None:
        rows = self.worst(frame)
        head = ["Sample", "Loss", f"True {frame.info['target']}", "Answer"]
        if head != [
            item.text() if (item := self.table.horizontalHeaderItem(column)) is not None else ""
            for column in range(len(head))
        ]:
            self.table.setHorizontalHeaderLabels(head)
        self.table.setRowCount(len(rows))
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                item = self.table.item(number, column)
                if item is None:
                    item = QTableWidgetItem()
                    self.table.setItem(number, column, item)
                if item.text() != text:
                    item.setText(text)

    def worst(self, frame: Frame) -> list[list[str]]:
        """Sample number, loss, truth and answer of the samples with the largest loss."""
        arrays, classes = frame.arrays, frame.info["classes"]
        rows = []
        for place in arrays["order"][:WORST]:
            truth = classes[int(arrays["y"][place])] if classes else amount(float(arrays["y"][place]), 3)
            number = int(arrays["index"][place])
            rows.append(
                [
                    str(number + 1) if number >= 0 else MADE,
                    say(float(arrays["loss"][place]), 3),
                    truth,
                    self._answer(frame, place),
                ]
            )
        return rows

    def _answer(self, frame: Frame, place: int) -> str:
        """What the network says to one sample: the value, or the class with its probability or output."""
        answer, classes = frame.arrays["answer"][place], frame.info["classes"]
        if not frame.info.get("single", True):
            return "a picture"
        if not classes:
            return amount(float(answer[0]), 3)
        decided = int(frame.arrays["decision"][place])
        certainty = float(answer[decided] if len(answer) > 1 else answer[0])
        if len(answer) == 1 and decided == 0 and frame.info["probability"]:
            certainty = 1 - certainty
        return f"{classes[decided]} ({say(certainty, 2)})"

    def _open_pictures(self, truth: int, answer: int) -> None:
        """A cell opens its pictures, where pictures are the data."""
        if self.prepared is not None and self.prepared.table.geometry == "images":
            self.set_option("pictures.part", self._part())
            self.set_option("pictures.pair", [truth, answer])
            self.ask(ShowPicture("pictures"))

    def _choose_part(self) -> None:
        self.set_option("results.part", self.part.currentData())

    def _choose(self, row: int, column: int = 0) -> None:
        item = self.table.item(row, 0)
        if item is not None and item.text() != MADE:
            self.ask(ChooseSample(int(item.text()) - 1))

    def numbers(self) -> Numbers:
        header = ["sample", "true", "answer", "loss"]
        frame = self.frame
        if frame is None:
            return header, []
        arrays = frame.arrays
        answers = [" ".join(f"{value:.6g}" for value in row) for row in arrays["answer"]]
        numbers = (int(number) + 1 if number >= 0 else MADE for number in arrays["index"])
        return header, [
            list(row) for row in zip(numbers, arrays["y"].tolist(), answers, arrays["loss"].tolist(), strict=True)
        ]


def _tabs() -> QTabBar:
    """The pages by name; the worst samples have one of their own only where there is no room beside the others."""
    tabs = QTabBar()
    for words in ("All answers", "Worst"):
        tabs.addTab(words)
    tabs.setTabToolTip(WORST_PAGE, "The samples with the largest loss")
    tabs.setTabVisible(WORST_PAGE, False)
    tabs.setExpanding(False)
    tabs.setDrawBase(False)
    tabs.setUsesScrollButtons(False)
    return tabs
