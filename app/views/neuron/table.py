"""All rows of yes-or-no questions as a table: what is wanted, what the neuron adds up and says, and a tick."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from app.look.theme import CAPTION, Theme
from app.views.neuron.told import compared
from core.frames import Frame

RIGHT, WRONG = "✓", "✗"
MOST = 8  # rows that are seen at once, however low the window is
LINE, HEAD = 14, 20  # px
WANTED, SUM, SAYS = "wanted", "Σ wᵢxᵢ", "says"


class RowTable(QTableWidget):
    """`pressed_row(row)`. Its rows share the height that there is."""

    pressed_row = Signal(int)

    def __init__(self) -> None:
        super().__init__(0, 0)
        self.setAccessibleName("Rows")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setMinimumSectionSize(8)
        self.horizontalHeader().setHighlightSections(False)
        self.cellClicked.connect(self._press)
        self.cellActivated.connect(self._press)
        self._items: list[list[QTableWidgetItem]] = []

    def _press(self, row: int, _column: int) -> None:
        self.pressed_row.emit(row)

    def show_frame(self, frame: Frame, row: int) -> None:
        """Every row as the neuron answers it; the one that is looked at is marked."""
        head, lines = header(frame), cells(frame)
        if (self.rowCount(), self.columnCount()) != (len(lines), len(head)):
            self._make_room(len(lines), len(head))
        self.setHorizontalHeaderLabels(head)
        for items, line in zip(self._items, lines, strict=True):
            for item, text in zip(items, line, strict=True):
                item.setText(text)
        self.selectRow(row)
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Every column has what its cells need; the rest goes to the longer words of headings, then to all."""
        count, room = self.columnCount(), self.viewport().width()
        cells_need = [self.sizeHintForColumn(at) for at in range(count)]
        heads_need = [max(0, self.horizontalHeader().sectionSizeHint(at) - cells_need[at]) for at in range(count)]
        spare = max(0, room - sum(cells_need))
        share = min(1.0, spare / (sum(heads_need) or 1))
        rest = max(0, spare - sum(heads_need))
        for at in range(count):
            equal = rest * (at + 1) // count - rest * at // count
            self.setColumnWidth(at, cells_need[at] + int(share * heads_need[at]) + equal)

    def least_height(self) -> int:
        """What all rows need, or the first of many."""
        lines = min(self.rowCount(), MOST) * self.verticalHeader().minimumSectionSize()
        return self.horizontalHeader().height() + lines + 2 * self.frameWidth()

    def _make_room(self, rows: int, columns: int) -> None:
        self.setRowCount(rows)
        self.setColumnCount(columns)
        self._items = [[QTableWidgetItem() for _ in range(columns)] for _ in range(rows)]
        for row, items in enumerate(self._items):
            for column, item in enumerate(items):
                item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                self.setItem(row, column, item)

    def show_theme(self, theme: Theme) -> None:
        self.setFont(theme.digits(CAPTION + 1))
        self.horizontalHeader().setFont(theme.font(CAPTION))
        self.horizontalHeader().setFixedHeight(theme.px(HEAD))
        self.horizontalHeader().setStyleSheet("QHeaderView::section { padding: 1px 5px; }")
        self.verticalHeader().setMinimumSectionSize(theme.px(LINE))


def header(frame: Frame) -> list[str]:
    """The last column counts what is right."""
    right = frame.arrays["right"]
    return [*frame.info["questions"], WANTED, SUM, SAYS, f"{int(right.sum())} of {len(right)}"]


def cells(frame: Frame) -> list[list[str]]:
    """What stands in the table, row by row."""
    arrays, verdict = frame.arrays, frame.info["verdict"]
    threshold = float(arrays["threshold"][0])
    return [
        [
            *(f"{value:.0f}" for value in arrays["rows"][row]),
            verdict[int(arrays["wanted"][row])],
            compared(float(arrays["sums"][row]), threshold, bool(arrays["fires"][row])),
            verdict[int(arrays["fires"][row])],
            RIGHT if arrays["right"][row] else WRONG,
        ]
        for row in range(len(arrays["rows"]))
    ]
