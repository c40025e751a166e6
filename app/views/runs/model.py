"""The model of the list: runs, and other starts of one run as one entry that unfolds."""

from __future__ import annotations

import dataclasses
import functools
import operator
import time
from collections.abc import Callable
from typing import NamedTuple, TypeVar

import numpy as np
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap

from app.look.icons import icon
from app.look.run_colours import SIDE, disc
from app.look.theme import Theme, current
from core.messages import when_words
from core.runs.listed import BEST, PAIRS, STARTS, STUDY, Item, Row, Stack, measured, stacked

Index = QModelIndex | QPersistentModelIndex
NOTHING = "–"
GAP = 4  # px
SIGNS = {STARTS: "new-start", PAIRS: "part", STUDY: "chart"}  # icons of many runs together, by their kind
EYE = 7  # the column whether a run's curves are seen
Kind = TypeVar("Kind")
ROOT = QModelIndex()


class Column(NamedTuple):
    """A column: its heading, what it says of a run, and by what it sorts; None comes last."""

    title: str
    words: Callable[[Row], str]
    key: Callable[[Row], float | str | None]
    tip: str = ""


class RunModel(QAbstractItemModel):
    """`renamed(run, label)`: a person has typed a name."""

    renamed = Signal(str, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self.items: tuple[Item, ...] = ()
        self._sorting: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)
        self._score: tuple[str, str] = ("accuracy", "Accuracy")
        self.columns = self._made_columns()

    # What it shows

    def show(self, rows: tuple[Row, ...]) -> None:
        """These runs, the newest first. Where they are the same ones with other figures, they stay where they are."""
        same = [row.entry.id for row in rows] == [row.entry.id for row in self._rows]
        unsorted = self._sorting[0] < 0
        names = [(row.name, row.entry.label) for row in rows] == [(row.name, row.entry.label) for row in self._rows]
        metric = measured(self._rows)
        if same and unsorted and names and metric == measured(rows):
            before, self._rows, self.items = self.items, rows, stacked(rows)
            self._tell(before)
        else:
            self._renew(rows)

    def show_score(self, name: str, label: str) -> None:
        """The figure that is watched beside the loss."""
        if (name, label) != self._score:
            self._score = (name, label)
            self._renew(self._rows)

    def _renew(self, rows: tuple[Row, ...]) -> None:
        self.beginResetModel()
        self._rows, self.items = rows, self._sorted(stacked(rows))
        self.columns = self._made_columns()
        self.endResetModel()

    def _tell(self, before: tuple[Item, ...]) -> None:
        """Entries that are others than before, each by itself: while a run learns all others rest."""
        for place, (item, old) in enumerate(zip(self.items, before, strict=True)):
            if not _is_same(item, old):
                self._tell_rows(ROOT, place, place)
            if isinstance(item, Stack) and not _is_same(item, old):
                self._tell_rows(self.index(place, 0), 0, len(item.rows) - 1)

    def _tell_rows(self, above: Index, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0, above), self.index(last, len(self.columns) - 1, above))

    def row_at(self, index: Index) -> Row | None:
        """The run that stands there; None where several do."""
        if not index.isValid():
            return None
        above = index.internalId()
        item = self.items[index.row() if above == 0 else above - 1]
        if isinstance(item, Stack):
            return item.rows[index.row()] if above else None
        return item

    def place_of(self, run: str) -> QModelIndex:
        """Where a run stands."""
        for place, item in enumerate(self.items):
            rows = item.rows if isinstance(item, Stack) else (item,)
            for below, row in enumerate(rows):
                if row.entry.id == run:
                    here = self.index(place, 0)
                    return self.index(below, 0, here) if isinstance(item, Stack) else here
        return ROOT

    def stacks(self) -> list[QModelIndex]:
        """The entries that unfold."""
        return [self.index(place, 0) for place, item in enumerate(self.items) if isinstance(item, Stack)]

    def _made_columns(self) -> tuple[Column, ...]:
        metric = measured(self._rows)
        name, label = self._score
        figure = functools.partial(_newest, f"test.{name}")
        share = name == "accuracy"
        return (
            Column("Run", lambda row: row.name, lambda row: row.name.lower()),
            Column("Updates", _updates, lambda row: row.entry.made),
            Column(
                "Test loss", lambda row: _number(_newest("test.loss", row)), functools.partial(_newest, "test.loss")
            ),
            Column(
                label, lambda row: _share(figure(row)) if share else _number(figure(row)), figure, "Of the test part"
            ),
            Column(BEST[metric], lambda row: _number(row.lowest(metric)), lambda row: row.lowest(metric)),
            Column(
                "Parameters",
                lambda row: _of_one(row, f"{row.entry.figures.parameters:,}"),
                lambda row: row.entry.figures.parameters if row.gathered is None else None,
            ),
            Column(
                "Seconds",
                lambda row: _of_one(row, f"{row.entry.figures.seconds:,.1f}"),
                lambda row: row.entry.figures.seconds if row.gathered is None else None,
            ),
            Column(
                "",
                lambda _row: "",
                lambda row: float(row.seen or row.shown),
                "Whose curves are seen in Loss and Accuracy",
            ),
            Column("Begun", _begun, lambda row: row.entry.begun or None),
        )

    # Qt's own questions

    def index(self, row: int, column: int, parent: Index = ROOT) -> QModelIndex:
        inside = 0 <= row < self.rowCount(parent) and 0 <= column < len(self.columns)
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0) if inside else ROOT

    def parent(self, index: Index) -> QModelIndex:
        above = index.internalId() if index.isValid() else 0
        return self.createIndex(above - 1, 0, 0) if above else ROOT

    def rowCount(self, parent: Index = ROOT) -> int:
        if not parent.isValid():
            return len(self.items)
        if parent.internalId() or parent.column() or parent.row() >= len(self.items):
            return 0
        item = self.items[parent.row()]
        return len(item.rows) if isinstance(item, Stack) else 0

    def columnCount(self, parent: Index = ROOT) -> int:
        return len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row_at(index)
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        named = row is not None and row.gathered is None and index.column() == 0
        return usual | Qt.ItemFlag.ItemIsEditable if named else usual

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(section)
        column = self.columns[section]
        return {Qt.ItemDataRole.DisplayRole: column.title, Qt.ItemDataRole.ToolTipRole: column.tip}.get(
            Qt.ItemDataRole(role)
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = self.row_at(index), index.column()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(column)
        if row is None:
            return self._of_stack(index, role)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                pinned = " · pinned" if column == 0 and row.entry.label.pinned else ""
                return f"{self.columns[column].words(row)}{pinned}"
            case Qt.ItemDataRole.EditRole:
                return row.name
            case Qt.ItemDataRole.DecorationRole if column == EYE and not (row.shown or row.gathered):
                return icon("eye" if row.seen else "eye-off", current().text if row.seen else current().muted)
            case Qt.ItemDataRole.DecorationRole if column == 0:
                return _sign(row, current())
            case Qt.ItemDataRole.FontRole if row.shown:
                return current().font(13, bold=True)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return _told(row)
        return None

    def _of_stack(self, index: Index, role: int) -> object:
        item = self.items[index.row()] if index.isValid() else None
        shown = role == Qt.ItemDataRole.DisplayRole and index.column() == 0 and isinstance(item, Stack)
        return item.name if shown and isinstance(item, Stack) else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.row_at(index)
        if row is None or role != Qt.ItemDataRole.EditRole or not isinstance(value, str):
            return False
        words = value.strip()
        name = "" if words == row.entry.figures.words else words
        if name != row.entry.label.name:
            self.renamed.emit(row.entry.id, dataclasses.replace(row.entry.label, name=name))
        return True

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorting = (column, order)
        self._renew(self._rows)

    def _sorted(self, items: tuple[Item, ...]) -> tuple[Item, ...]:
        column, order = self._sorting
        if not 0 <= column < len(self.columns):
            return items
        columns = self._made_columns()

        def key(row: Row) -> float | str | None:
            return columns[column].key(row)

        sort = functools.partial(_in_order, key=key, falling=order == Qt.SortOrder.DescendingOrder)
        inner = [dataclasses.replace(item, rows=sort(item.rows)) if isinstance(item, Stack) else item for item in items]
        heads = {id(item): item.rows[0] if isinstance(item, Stack) else item for item in inner}
        falling = order == Qt.SortOrder.DescendingOrder
        return _in_order(tuple(inner), key=lambda item: key(heads[id(item)]), falling=falling)


def _is_same(one: Item, other: Item) -> bool:
    """Whether it is the very entry; a stack is made anew each time."""
    if isinstance(one, Row) or isinstance(other, Row):
        return one is other
    return len(one.rows) == len(other.rows) and all(map(operator.is_, one.rows, other.rows))


def _in_order(items: tuple[Kind, ...], *, key: Callable[[Kind], float | str | None], falling: bool) -> tuple[Kind, ...]:
    """By a figure; those that have none come last."""
    keyed = [(found, item) for item in items if (found := key(item)) is not None]
    rest = [item for item in items if key(item) is None]
    return (*(item for _, item in sorted(keyed, key=lambda pair: pair[0], reverse=falling)), *rest)


def _aligned(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter


def _newest(name: str, row: Row) -> float | None:
    return row.entry.figures.newest.get(name)


def _number(value: float | None) -> str:
    return NOTHING if value is None else f"{value:.4g}"


def _share(value: float | None) -> str:
    return NOTHING if value is None else f"{100 * value:.1f} %"


def _updates(row: Row) -> str:
    """How many were made; of many runs, by each."""
    return f"{row.entry.made:,}" if row.gathered is None else f"{row.gathered.count:,} × {row.entry.made:,}"


def _begun(row: Row) -> str:
    """When it was; of many runs together when they were made."""
    return when_words(row.entry.begun, time.time()) if row.entry.begun else NOTHING


def _of_one(row: Row, words: str) -> str:
    """What is told of one run alone."""
    return words if row.gathered is None else NOTHING


def _told(row: Row) -> str:
    """All of it in words."""
    if row.gathered is not None:
        return f"{row.name}. {row.gathered.told} A press opens the sheet again."
    where = " It belongs to another window." if row.entry.elsewhere else ""
    pinned = ", pinned" if row.entry.label.pinned else ""
    begun = f", begun {when_words(row.entry.begun, time.time())}" if row.entry.begun else ""
    return f"Run {row.entry.letter or NOTHING}{pinned}: {row.name}, {row.entry.made:,} updates{begun}.{where}"


def sign_size(theme: Theme) -> QSize:
    """How large letter and thumbnail are together."""
    side = theme.px(SIDE)
    return QSize(side + theme.px(GAP) + side * 4 // 3, side)


def _sign(row: Row, theme: Theme) -> QIcon:
    """The letter in its disc, and the thumbnail."""
    size = sign_size(theme)
    sign = QPixmap(size)
    sign.fill(Qt.GlobalColor.transparent)
    painter = QPainter(sign)
    if row.gathered is None:
        painter.drawPixmap(0, 0, disc(row.entry.letter, theme))
    else:
        icon(SIGNS[row.gathered.kind], theme).paint(painter, QRect(0, 0, size.height(), size.height()))
    if row.picture is not None:
        high, wide, _ = row.picture.shape
        data = np.ascontiguousarray(row.picture)
        image = QImage(data.data, wide, high, 3 * wide, QImage.Format.Format_RGB888)
        place = QRect(size.height() + theme.px(GAP), 0, size.width() - size.height() - theme.px(GAP), size.height())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, image)
    painter.end()
    return QIcon(sign)
