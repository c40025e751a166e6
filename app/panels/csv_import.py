"""The import dialog for tables: what was found out about the file, everything correctable, with a preview."""

from __future__ import annotations

import functools
import pathlib
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.look.theme import current
from app.panels import csv_reading
from app.panels.begin_plain import BeginPlain
from app.panels.csv_columns_table import ColumnsTable
from app.panels.csv_preview import preview_of
from app.panels.csv_task import TaskBox
from app.panels.words import Words, one_line
from app.shell.worker import Worker
from app.widgets.combo import DropDown
from app.widgets.dialog import Dialog
from app.widgets.restyle import restyle
from core.datasets.csv import Csv
from core.experiment.plain import Extra
from core.files.dialects import Dialect, Trial
from core.files.table_encoding import Predicts
from core.files.tables import ENCODINGS, is_workbook, kept_in_a_format

DELIMITERS = {",": "comma  ,", ";": "semicolon  ;", "\t": "tab", "|": "bar  |", " ": "space"}
DECIMALS = {".": "point  1.5", ",": "comma  1,5"}
HEADERS = {True: "names of the columns", False: "already data"}
PREVIEW_ROWS = 20
GAP_WORDS = "Words that mean a gap, parted by blanks, such as: NA ? -999. An empty cell always is one. Left empty, it is found out."


class CsvImportDialog(Dialog):
    """Shows a file as a table of data and lets every guess be corrected; `edits(pairs, plain)` carries the choice when
    it is accepted, and whether to begin without what was set `before`."""

    edits = Signal(object, bool)
    pictures = Signal(object)  # path of a table whose rows are pictures, to be imported as such

    def __init__(self, path: str | pathlib.Path, before: tuple[Extra, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path, self.plain = pathlib.Path(path).absolute(), BeginPlain(before)
        self.read: csv_reading.Read | None = None
        self.setWindowTitle(f"Import {self.path.name}")
        self.resize(*map(current().px, (880, 660)))
        self._reader, self._summarizer, self._trier = Worker(self), Worker(self), Worker(self)
        self._task: Predicts | None = None  # None: the one that suits the target
        self._build()
        self._reader.done.connect(self._show_read)
        self._reader.failed.connect(self._show_failure)
        self._summarizer.done.connect(self._show_summary)
        self._summarizer.failed.connect(self._show_refusal)
        self._trier.done.connect(self._show_tried)
        self._trier.start(functools.partial(csv_reading.tried, self.path))
        self._read_again(None)

    # What a person sees

    def _build(self) -> None:
        self.delimiter, self.encoding = (
            _box("Delimiter", DELIMITERS),
            _box("Encoding", {name: name for name in ENCODINGS}),
        )
        self.decimal, self.header = _box("Decimal sign", DECIMALS), _box("First row", HEADERS)
        self.delimiter.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.predicts = TaskBox()
        self.missing = _box("Missing values", {"fill": "fill in", "drop": "drop the row"})
        self.sheet = _box("Sheet", {})
        self.skip = QSpinBox(minimum=0, maximum=10_000)
        self.skip.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.skip.setAccessibleName("Lines above the table")
        self.skip.setKeyboardTracking(False)
        self.gap_words = QLineEdit(placeholderText="found out", maxLength=200)
        self.gap_words.setAccessibleName("Words that count as missing, parted by blanks")
        self.gap_words.setToolTip(GAP_WORDS)
        self.as_pictures = QPushButton()
        self.as_pictures.hide()
        self.columns = ColumnsTable()
        self.preview = QTableView()
        self.preview.setAccessibleName("The first rows of the file")
        self.preview.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.preview.setMaximumHeight(current().px(190))
        self.notes, self.outcome, self.gaps = Words("", "sentence"), Words("", "sentence"), Words("", "caption")
        self.warning = Words("", "warning")
        self.warning.hide()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        for button in self.buttons.buttons():
            button.setIcon(QIcon())
        self.ok.setText("Use this table")
        self.ok.setProperty("primary", True)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._lay_out()
        for box in (self.sheet, self.delimiter, self.encoding, self.decimal, self.header):
            box.activated.connect(self._correct)
        self.skip.valueChanged.connect(self._correct)
        self.gap_words.editingFinished.connect(self._correct_gaps)
        self.columns.target_changed.connect(self._ask_task_anew)
        self.columns.roles_changed.connect(self._summarize)
        self.predicts.activated.connect(self._choose_task)
        self.as_pictures.clicked.connect(self._take_as_pictures)
        self.missing.activated.connect(self._say_gaps)

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 16, 16, 16)
        rows.setSpacing(8)
        rows.addWidget(one_line("How the file is written", "title"))
        rows.addLayout(
            _fields(
                {
                    **({"Sheet": self.sheet} if is_workbook(self.path) else {}),
                    "Delimiter": self.delimiter,
                    "Encoding": self.encoding,
                    "Decimal sign": self.decimal,
                    "The first row holds": self.header,
                    "Lines above": self.skip,
                }
            )
        )
        rows.addWidget(self.preview)
        rows.addWidget(self.notes)
        rows.addSpacing(8)
        rows.addWidget(one_line("What the columns are for", "title"))
        rows.addWidget(self.columns, 1)
        rows.addSpacing(8)
        rows.addWidget(self.outcome)
        rows.addWidget(self.warning)
        gaps = QHBoxLayout()
        gaps.addWidget(self.gaps, 1)
        gaps.addWidget(self.as_pictures)
        rows.addLayout(gaps)
        rows.addWidget(self.plain)
        below = QHBoxLayout()
        below.addLayout(
            _fields({"Task": self.predicts, "Counts as missing": self.gap_words, "Missing values": self.missing})
        )
        below.addStretch(1)
        below.addWidget(self.buttons, 0, Qt.AlignmentFlag.AlignBottom)
        rows.addLayout(below)

    # What happens

    @property
    def busy(self) -> bool:
        """Whether the file is still being read or summarized."""
        return self._reader.busy or self._summarizer.busy or self._trier.busy

    def dialect(self) -> Dialect:
        """How the file is written, as chosen."""
        return Dialect(
            self.encoding.currentData(),
            self.delimiter.currentData(),
            self.decimal.currentData(),
            self.header.currentData(),
            self.skip.value(),
            self.gap_words.text().strip(),
            self.sheet.currentData() or "",
        )

    def accept(self) -> None:
        """Send the table as edits and close."""
        if self.read is None or not self.ok.isEnabled():
            return
        values = (("output.targets", "standardize"),) if self._summary.large else ()
        self.edits.emit((("data", self.data()), *values), self.plain.wanted)
        super().accept()

    def done(self, result: int) -> None:
        self._reader.forget()
        self._summarizer.forget()
        self._trier.forget()
        super().done(result)

    def data(self) -> Csv:
        """The chosen table as a data set."""
        assert self.read is not None
        dialect = self.dialect()
        return Csv.model_validate(
            {
                "path": str(self.path), "sha256": self.read.sha256, "predicts": self.predicts.predicts(), "columns": self.columns.roles(),
                "missing": self.missing.currentData(), "delimiter": dialect.delimiter, "decimal": dialect.decimal,
                "encoding": dialect.encoding, "header": dialect.header,
                "skip": dialect.skip, "counts_as_missing": dialect.missing, "sheet": dialect.sheet,
            }
        )  # fmt: skip

    def _correct(self) -> None:
        self._read_again(self.dialect())

    def _correct_gaps(self) -> None:
        if self.read is not None and self.gap_words.text().strip() != self.read.raw.dialect.missing:
            self._correct()

    def _choose_task(self) -> None:
        self._task = self.predicts.predicts()
        self._summarize()

    def _ask_task_anew(self) -> None:
        self._task = None

    def _take_as_pictures(self) -> None:
        self.pictures.emit(self.path)
        self.reject()

    def _read_again(self, dialect: Dialect | None) -> None:
        self._summarizer.forget()
        self.ok.setEnabled(False)
        self.as_pictures.hide()
        self._say(self.outcome, f"Reading {self.path.name} …")
        self.gaps.setText("")
        self._reader.start(functools.partial(csv_reading.read, self.path, dialect))

    def _show_read(self, read: csv_reading.Read) -> None:
        before, self.read = self.read, read
        dialect = read.raw.dialect
        alike = before is not None and before.raw.columns == read.raw.columns
        if not alike:
            self._task = None
        for box, value in (
            (self.delimiter, dialect.delimiter),
            (self.encoding, dialect.encoding),
            (self.decimal, dialect.decimal),
            (self.header, dialect.header),
        ):
            _choose(box, value)
        for name in read.raw.sheets if not self.sheet.count() else ():
            self.sheet.addItem(name, name)
        if dialect.sheet:
            _choose(self.sheet, dialect.sheet)
        with QSignalBlocker(self.skip):
            self.skip.setValue(dialect.skip)
        self._preview(read.raw.columns, read.raw.preview(PREVIEW_ROWS))
        self.columns.show_table(read.raw, self.columns.roles() if alike else read.guessed.roles)
        told = (f"{read.raw.rows:,} rows, {len(read.raw.columns)} columns.", *read.raw.notes, read.doubt)
        self.notes.setText(" ".join(filter(None, told)))
        self._summarize()

    def _show_tried(self, trials: tuple[Trial, ...]) -> None:
        """Beside each delimiter, what it would make of the file."""
        for trial in trials:
            place = self.delimiter.findData(trial.delimiter)
            self.delimiter.setItemText(place, f"{DELIMITERS[trial.delimiter]}   {trial.sentence}")
        for box in (self.delimiter, self.encoding, self.decimal):
            box.setEnabled(not kept_in_a_format(self.path))
        for box in (self.header, self.skip):
            box.setEnabled(is_workbook(self.path) or not kept_in_a_format(self.path))

    def _show_failure(self, sentence: str) -> None:
        """The file cannot be read like this: the boxes stay, so that another delimiter or encoding can be tried."""
        self.read = None
        self._preview((), [])
        self.columns.show_nothing()
        self.notes.setText("")
        self._warn("")
        self._say(self.outcome, sentence, "problem")

    def _summarize(self) -> None:
        if self.read is None:
            return
        self.ok.setEnabled(False)
        self._say(self.outcome, "Counting …")
        self.gaps.setText("")
        job = functools.partial(csv_reading.summarize, self.read.raw, self.columns.roles(), self._task)
        self._summarizer.start(job)

    def _show_summary(self, summary: csv_reading.Summary) -> None:
        self._summary = summary
        self.predicts.show_task(summary.predicts, together=summary.together)
        self._warn(summary.warning)
        self.as_pictures.setText(f"Pixels? Read as pictures of {summary.side} × {summary.side} …")
        self.as_pictures.setVisible(summary.side > 0)
        self._say(self.outcome, summary.sentence)
        self.ok.setEnabled(True)
        self._say_gaps()

    def _show_refusal(self, sentence: str) -> None:
        self._warn("")
        self._say(self.outcome, sentence.removeprefix(f"{self.path.name}: "), "problem")

    def _warn(self, sentences: str) -> None:
        self.warning.setText(sentences)
        self.warning.setVisible(bool(sentences))

    def _say_gaps(self) -> None:
        if not self.ok.isEnabled():
            return
        count = self._summary.gaps
        self.missing.setEnabled(count > 0)
        if not count:
            self.gaps.setText("No value of an input is missing.")
        elif self.missing.currentData() == "drop":
            self.gaps.setText(f"{count:,} rows have a gap and are dropped.")
        else:
            self.gaps.setText(
                f"{count:,} rows have a gap; gaps are filled with the median or the most frequent category of the training part."
            )

    def _preview(self, names: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        before = self.preview.model()
        self.preview.setModel(preview_of(names, rows, self.preview))
        if before is not None:
            before.deleteLater()

    @staticmethod
    def _say(label: QLabel, text: str, role: str = "sentence") -> None:
        label.setText(text)
        restyle(label, role=role)


def _box(name: str, options: dict[Any, str]) -> QComboBox:
    box = DropDown()
    box.setAccessibleName(name)
    for key, text in options.items():
        box.addItem(text, key)
    return box


def _choose(box: QComboBox, value: Any) -> None:
    """Show a value; one that the box does not list yet is added."""
    place = next((index for index in range(box.count()) if box.itemData(index) == value), -1)
    if place < 0:
        box.addItem(str(value), value)
        place = box.count() - 1
    box.setCurrentIndex(place)


def _fields(boxes: dict[str, QWidget]) -> QGridLayout:
    """Captions above their boxes, side by side."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    for column, (text, box) in enumerate(boxes.items()):
        caption = one_line(text, "caption")
        caption.setBuddy(box)
        grid.addWidget(caption, 0, column)
        grid.addWidget(box, 1, column)
    return grid
