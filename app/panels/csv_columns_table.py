"""The table of columns in the import dialog: what each holds, and what it is for."""

from __future__ import annotations

import functools

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from app.widgets.combo import DropDown
from core.files.table_columns import ColumnKind, Role
from core.files.tables import RawTable

ROLES: dict[Role, str] = {
    "input": "Input (number)",
    "category": "Input (category)",
    "target": "Target",
    "answer": "Answer (yes or no)",
    "ignore": "Leave out",
}
KINDS = {"number": "numbers", "category": "categories", "text": "free text", "constant": "one value only"}
TIPS: dict[Role, str] = {
    "target": "What is to be predicted: one column.",
    "answer": "One of several columns of yes and no that are answered together: more than one may be true of a row.",
}
ASKED: tuple[Role, ...] = ("target", "answer")
HEADINGS = ("Column", "Holds", "Missing", "For example", "Used as")
MEASURED_ROWS = 40  # that widths are measured by, and that have boxes before the table is shown


class ColumnsTable(QTableWidget):
    """A row for each column of the file, with its role to choose. The boxes to choose with are made as rows come into
    sight: a file may have thousands of columns."""

    roles_changed = Signal()
    target_changed = Signal()  # before it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, len(HEADINGS), parent)
        self.setHorizontalHeaderLabels(HEADINGS)
        self.setAccessibleName("Columns and what they are used as")
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 18)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        header = self.horizontalHeader()
        header.setResizeContentsPrecision(MEASURED_ROWS)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in range(len(HEADINGS)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(4, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(4, self._box_width() + 12)
        self.verticalScrollBar().valueChanged.connect(self._furnish)
        self._roles: dict[str, Role] = {}
        self._kinds: dict[str, ColumnKind] = {}
        self._boxes: dict[str, QComboBox] = {}

    def show_table(self, raw: RawTable, roles: dict[str, Role]) -> None:
        """Fill anew for a table that has been read."""
        self.show_nothing()
        self._kinds = dict(zip(raw.columns, raw.kinds, strict=True))
        self._roles = {name: roles.get(name, "ignore") for name in raw.columns}
        self.setRowCount(len(raw.columns))
        for row, (name, cells, kind, missing) in enumerate(
            zip(raw.columns, raw.cells, raw.kinds, raw.missing, strict=True)
        ):
            texts = (
                name,
                KINDS[kind],
                f"{missing:,}" if missing else "–",
                ", ".join(dict.fromkeys(cell for cell in cells[:40] if cell))[:80],
            )
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.setItem(row, column, item)
        self._furnish()

    def show_nothing(self) -> None:
        """No table has been read."""
        self._boxes, self._kinds, self._roles = {}, {}, {}
        self.setRowCount(0)

    def roles(self) -> dict[str, Role]:
        """What each column is used as."""
        return dict(self._roles)

    def set_role(self, name: str, role: Role) -> None:
        """Choose as a person would; only one column can be the target: the one before becomes an input again, or one of
        the answers where others are answered too. An answer that is left alone is the target."""
        had = self._roles[name]
        if had == role:
            return
        self._put(name, role)
        if role in ASKED:
            for other in self._having(*ASKED, beside=name):
                self._put(other, role if role == "answer" else self._as_input(other))
        answers = self._having("answer")
        if len(answers) == 1:
            self._put(answers[0], "target")
        if {had, role} & set(ASKED):
            self.target_changed.emit()
        self.roles_changed.emit()

    def _having(self, *roles: Role, beside: str = "") -> list[str]:
        """The columns that have one of these roles, but for one of them."""
        return [name for name, role in self._roles.items() if role in roles and name != beside]

    def _as_input(self, name: str) -> Role:
        return "input" if self._kinds[name] == "number" else "category"

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._furnish()

    def _put(self, name: str, role: Role) -> None:
        self._roles[name] = role
        if name in self._boxes:
            with QSignalBlocker(self._boxes[name]):
                self._boxes[name].setCurrentIndex(list(ROLES).index(role))

    def _furnish(self) -> None:
        """Make the boxes of the rows in sight."""
        first, last = self.rowAt(0), self.rowAt(self.viewport().height())
        names = list(self._roles)
        for row in range(
            max(first, 0), (last if last >= 0 else min(len(names), max(first, 0) + MEASURED_ROWS) - 1) + 1
        ):
            if names[row] not in self._boxes:
                self._boxes[names[row]] = self._box(names[row])
                self.setCellWidget(row, len(HEADINGS) - 1, self._boxes[names[row]])

    def _box_width(self) -> int:
        return max(map(self.fontMetrics().horizontalAdvance, ROLES.values())) + 56

    def _box(self, name: str) -> QComboBox:
        box = DropDown()
        box.setAccessibleName(f"{name} is used as")
        for key, text in ROLES.items():
            box.addItem(text, key)
            box.setItemData(box.count() - 1, TIPS.get(key, ""), Qt.ItemDataRole.ToolTipRole)
        box.setCurrentIndex(list(ROLES).index(self._roles[name]))
        box.currentIndexChanged.connect(functools.partial(self._chosen, name))
        return box

    def _chosen(self, name: str, place: int) -> None:
        self.set_role(name, list(ROLES)[place])
