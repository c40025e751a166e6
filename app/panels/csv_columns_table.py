"""The table of columns in the import dialog: what each holds, and what it is for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from core.files.table_columns import Role
from core.files.tables import RawTable

ROLES: dict[Role, str] = {
    "input": "Input (number)",
    "category": "Input (category)",
    "target": "Target",
    "ignore": "Leave out",
}
KINDS = {"number": "numbers", "category": "categories", "text": "free text", "constant": "one value only"}
HEADINGS = ("Column", "Holds", "Missing", "For example", "Used as")


class ColumnsTable(QTableWidget):
    """A row for each column of the file, with its role to choose."""

    roles_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, len(HEADINGS), parent)
        self.setHorizontalHeaderLabels(HEADINGS)
        self.setAccessibleName("Columns and what they are used as")
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in range(len(HEADINGS)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(4, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(4, self._box_width() + 12)
        self._boxes: dict[str, QComboBox] = {}
        self._kinds: dict[str, str] = {}

    def show_table(self, raw: RawTable, roles: dict[str, Role]) -> None:
        """Fill anew for a table that has been read."""
        self._boxes, self._kinds = {}, dict(zip(raw.columns, raw.kinds, strict=True))
        self.setRowCount(0)
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
            self._boxes[name] = self._box(name, roles.get(name, "ignore"))
            self.setCellWidget(row, len(HEADINGS) - 1, self._boxes[name])
            self.setRowHeight(row, self.fontMetrics().height() + 18)

    def roles(self) -> dict[str, Role]:
        """What each column is used as."""
        return {name: box.currentData() for name, box in self._boxes.items()}

    def set_role(self, name: str, role: Role) -> None:
        """Choose as a person would."""
        self._boxes[name].setCurrentIndex(list(ROLES).index(role))

    def _box_width(self) -> int:
        return self.fontMetrics().horizontalAdvance(ROLES["category"]) + 56

    def _box(self, name: str, role: Role) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(f"{name} is used as")
        for key, text in ROLES.items():
            box.addItem(text, key)
        box.setCurrentIndex(list(ROLES).index(role))
        box.currentIndexChanged.connect(self._changed)
        return box

    def _changed(self) -> None:
        """Only one column can be the target: the one before becomes an input again."""
        chosen = self.sender()
        if isinstance(chosen, QComboBox) and chosen.currentData() == "target":
            for name, box in self._boxes.items():
                if box is not chosen and box.currentData() == "target":
                    box.blockSignals(True)
                    box.setCurrentIndex(list(ROLES).index("input" if self._kinds[name] == "number" else "category"))
                    box.blockSignals(False)
        self.roles_changed.emit()
