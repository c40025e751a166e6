"""All rows of yes-or-no questions as a table: what is wanted, what the neuron adds up and says, and a tick."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from app.look.theme import CAPTION, Theme, current
from app.views.neuron.told import compared
from core.frames import Frame

RIGHT, WRONG = "✓", "✗"
MOST = 8  # rows that are seen at once, however low the window is
LINE, HEAD, TWO_LINES, PAD, CELL, SMALLEST = 14, 20, 32, 4, 8, 9  # px
WANTED, SUM, SAYS = "wanted", "Σ wᵢxᵢ", "says"
SUM_AT, SAYS_AT = -3, -2  # columns


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
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        self.horizontalHeader().setHighlightSections(False)
        self.cellClicked.connect(self._press)
        self.cellActivated.connect(self._press)
        self._items: list[list[QTableWidgetItem]] = []
        self._theme, self._size = current(), 0

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
            items[SAYS_AT].setToolTip(f"{SUM}: {line[SUM_AT]}")
        self.selectRow(row)
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Every column has what its cells and the words of its heading need; the rest goes to headings in one line,
        then to all. A heading that has no room for that takes two; where not even its words have any, the sums are a
        tool-tip."""
        shown, room = self._shown(), self.viewport().width()
        self._fit_letters(shown)
        cells_need = {at: self.sizeHintForColumn(at) for at in shown}
        words_need = {at: max(cell, self._longest_word(at)) for at, cell in cells_need.items()}
        lines_need = {at: max(each, self.horizontalHeader().sectionSizeHint(at)) for at, each in words_need.items()}
        tight = sum(words_need.values()) > room
        least, wanted = (cells_need, words_need) if tight else (words_need, lines_need)
        missing = sum(wanted.values()) - sum(least.values())
        spare = max(0, room - sum(least.values()))
        share, rest = min(1.0, spare / (missing or 1)), max(0, spare - missing)
        for place, at in enumerate(shown):
            equal = rest * (place + 1) // len(shown) - rest * place // len(shown)
            self.setColumnWidth(at, least[at] + int(share * (wanted[at] - least[at])) + equal)
        self.horizontalHeader().setFixedHeight(self._theme.px(HEAD if share == 1 and not tight else TWO_LINES))

    def _shown(self) -> list[int]:
        """The columns that are seen: all of them where the words of their headings have room."""
        every, metrics = list(range(self.columnCount())), QFontMetrics(self._theme.digits(CAPTION + 1))
        needed = sum(max(self._widest(at, metrics), self._longest_word(at)) for at in every)
        sums = self.columnCount() + SUM_AT
        for at in every:
            self.setColumnHidden(at, at == sums and needed > self.viewport().width())
        return [at for at in every if not self.isColumnHidden(at)]

    def _fit_letters(self, shown: list[int]) -> None:
        """Letters of the picture's size, smaller where the cells of all columns would not fit beside each other."""
        room, full = max(1, self.viewport().width()), self._theme.px(CAPTION + 1)
        font = self._theme.digits(CAPTION + 1)
        needed = sum(self._widest(at, QFontMetrics(font)) for at in shown)
        size = max(SMALLEST, round(full * min(1.0, room / max(1, needed))))
        if size != self._size:
            self._size = size
            font.setPixelSize(size)
            self.setFont(font)
            self.setStyleSheet(f"QTableWidget {{ font-size: {size}px; }} QTableWidget::item {{ padding: 0px; }}")

    def _widest(self, at: int, metrics: QFontMetrics) -> int:
        """px of the widest cell of a column."""
        return max((metrics.horizontalAdvance(items[at].text()) for items in self._items), default=0) + CELL

    def _longest_word(self, at: int) -> int:
        """px of the longest word of a heading, which may take two lines."""
        item, metrics = self.horizontalHeaderItem(at), self.horizontalHeader().fontMetrics()
        words = item.text().split(" ") if item is not None else []
        return max(map(metrics.horizontalAdvance, words), default=0) + PAD

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
        self.horizontalHeader().setFont(theme.font(CAPTION))
        self.horizontalHeader().setStyleSheet(
            f"QHeaderView, QHeaderView::section {{ font-size: {theme.px(CAPTION)}px; }} QHeaderView::section {{ padding: 1px 2px; }}"
        )
        self._theme = theme
        self._share()
        self.verticalHeader().setMinimumSectionSize(theme.px(LINE))


def header(frame: Frame) -> list[str]:
    """The last column counts what is right."""
    right = frame.arrays["right"]
    return [*frame.info["questions"], WANTED, SUM, SAYS, f"{int(right.sum())} of\u00a0{len(right)}"]


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
