"""Runs: a row for each run; a press shows it, its menu names, pins, compares, exports and deletes it."""

from __future__ import annotations

import dataclasses
import functools
import pathlib

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QMenu, QTreeView, QVBoxLayout, QWidget

from app.documents.intents import CallRun, CompareRun, ExportRun, OpenGathered, SeeRun, ShowRun
from app.documents.view_state import ViewState
from app.look.theme import CAPTION, Theme
from app.views.base import Numbers, View, clear
from app.views.runs import RunsFace
from app.views.runs.model import EYE, RunModel, sign_size
from app.views.saving import save_as
from app.widgets.own_keys import OwnKeys
from core.data.preparation import Prepared
from core.experiment import Experiment
from core.runs.listed import Row, Stack
from core.runs.run import Label

ROW, NAME, LONGEST, SIDE = 24, 170, 330, 6  # px: a row, a name and its letter at least, at most, beside each
INDENT = 14  # px of what unfolds
MARGIN = 6  # px that a style may leave on either side of what stands in a cell
WIDTHS = (NAME, 64, 82, 74, 114, 84, 66, 34, 84)  # px at least
LEFT_OUT = (8, 6, 5, 4, 3)  # columns for which there may be no room, the first to go first


class RunTree(OwnKeys, QTreeView):
    """`unwanted()`: the run that is chosen is to be deleted. Letters are commands; a name is typed in a field."""

    unwanted = Signal()
    picture = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.unwanted.emit()
        else:
            super().keyPressEvent(event)


class RunsView(RunsFace, View):
    """What is listed comes by `show_rows`; a run is shown, named and deleted by whoever hears the intents."""

    empty_text = "Runs of 50 updates and more are listed here, those of earlier days too."

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = RunModel(self)
        self._widths: tuple[int, ...] = WIDTHS
        self._longest = [""] * len(WIDTHS)  # the figure of each column that takes most room
        self._measured: tuple[Row, ...] = ()  # rows that have been looked at for that
        self.model.renamed.connect(self._call)
        self.list = RunTree()
        self.list.setModel(self.model)
        self.list.setAccessibleName("Runs")
        self.list.setUniformRowHeights(True)
        self.list.setAllColumnsShowFocus(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._open_menu)
        self.list.clicked.connect(self._show_run)
        self.list.activated.connect(self._show_run)
        self.list.setFrameShape(QTreeView.Shape.NoFrame)
        header = self.list.header()
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.moveSection(EYE, 1)  # beside the name
        self.list.setSortingEnabled(True)
        self.list.unwanted.connect(self._delete)
        clear(self.list)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)

    # What the shell says

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """The runs that there are, the newest first. While a name is typed nothing moves."""
        if self.list.viewport().findChild(QLineEdit) is not None:
            return
        chosen, unfolded = self._chosen, self._unfolded()
        self.model.show(rows)
        self.list.setRootIsDecorated(bool(self.model.stacks()))  # else no row unfolds
        self._make_room(rows)
        self.show_body(bool(rows))
        for place in self.model.stacks():
            item = self.model.items[place.row()]
            inside = isinstance(item, Stack) and any(row.shown for row in item.rows)
            self.list.setExpanded(place, inside or self.model.data(place) in unfolded)
        if chosen is not None:
            self.list.setCurrentIndex(self.model.place_of(chosen.entry.id))

    def show_experiment(self, experiment: Experiment, prepared: Prepared | None = None) -> None:
        super().show_experiment(experiment, prepared)
        self._show_score()

    def show_view(self, state: ViewState) -> None:
        super().show_view(state)
        self._show_score()

    def _show_score(self) -> None:
        if self.experiment is not None:
            measure, self._measured = self.experiment.task.watched(), ()
            self.model.show_score(measure.name, measure.label)

    def show_theme(self, theme: Theme) -> None:
        super().show_theme(theme)
        self.list.setFont(theme.font(13))
        self.list.setIconSize(sign_size(theme))
        self.list.setStyleSheet(
            f"QTreeView::item {{ height: {theme.px(ROW)}px; padding: 0px {SIDE}px; }}"
            f" QHeaderView::section {{ font-size: {theme.px(CAPTION + 1)}px; padding: 4px 6px; }}"
        )
        self.list.setIndentation(theme.px(INDENT))
        self._fit()

    def _make_room(self, rows: tuple[Row, ...]) -> None:
        """A column is as wide as its longest figure has been: nothing jumps while figures change."""
        known = set(map(id, self._measured))
        new = [row for row in rows if id(row) not in known]
        self._measured = rows
        longest = [max((column.words(row) for row in new), key=len, default="") for column in self.model.columns]
        if any(len(new) > len(old) for new, old in zip(longest, self._longest, strict=True)):
            self._longest = [max(pair, key=len) for pair in zip(self._longest, longest, strict=True)]
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Figures find room, bold as those of the run that is shown; columns go where the names would have none, or
        hardly any."""
        theme = self.theme
        bold = QFontMetrics(theme.font(13, bold=True))
        inset = 2 * (SIDE + MARGIN)
        signs = sign_size(theme).width() + theme.px(INDENT)
        room = [bold.horizontalAdvance(words) + inset for words in self._longest]
        room[0] = min(room[0] + signs, theme.px(LONGEST))
        self._widths = tuple(max(theme.px(width), needed) for width, needed in zip(WIDTHS, room, strict=True))
        for column, width in enumerate(self._widths):
            self.list.setColumnWidth(column, width)
        there = set(range(len(WIDTHS)))
        for column in LEFT_OUT:
            if sum(self._widths[place] for place in there) > self.width():
                there.discard(column)
        for column in range(len(WIDTHS)):
            self.list.setColumnHidden(column, column not in there)

    def draw(self) -> None:
        self.show_body(bool(self.model.items))

    def numbers(self) -> Numbers:
        """The list as it stands."""
        header = ["Letter", *(column.title.replace("\n", " ") for column in self.model.columns)]
        rows = [row for item in self.model.items for row in (item.rows if isinstance(item, Stack) else (item,))]
        return header, [[row.entry.letter, *(column.key(row) for column in self.model.columns)] for row in rows]

    # From the person

    @property
    def _chosen(self) -> Row | None:
        return self.model.row_at(self.list.currentIndex())

    def _unfolded(self) -> set[object]:
        return {self.model.data(place) for place in self.model.stacks() if self.list.isExpanded(place)}

    def _show_run(self, place: QModelIndex) -> None:
        row = self.model.row_at(place)
        if row is None:
            self.list.setExpanded(place, not self.list.isExpanded(place))
        elif row.gathered is not None:
            self.ask(OpenGathered(row.entry.id))
        elif not row.shown and place.column() == EYE:
            self.ask(SeeRun(row.entry.id, on=not row.seen))
        elif not row.shown:
            self.ask(ShowRun(row.entry.id))

    def _call(self, run: str, label: Label) -> None:
        self.ask(CallRun(run, label))

    def _delete(self) -> None:
        row = self._chosen
        if row is not None:
            self._call(row.entry.id, dataclasses.replace(row.entry.label, deleted=True))

    def _open_menu(self, spot: QPoint) -> None:
        place = self.list.indexAt(spot)
        row = self.model.row_at(place)
        menu = self.menu() if row is None else self.menu_of(row)
        menu.popup(self.list.viewport().mapToGlobal(spot))

    def menu_of(self, row: Row) -> QMenu:
        """What may be done with a run, or with many that are one row."""
        run, label = row.entry.id, row.entry.label
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if row.gathered is not None:
            menu.addAction("Open", functools.partial(self.ask, OpenGathered(run)))
            menu.addAction("Delete", functools.partial(self._call, run, Label(deleted=True)))
            return menu
        menu.addAction("Show", functools.partial(self.ask, ShowRun(run))).setEnabled(not row.shown)
        see = functools.partial(self.ask, SeeRun(run, on=not row.seen))
        menu.addAction("Hide its curve" if row.seen else "See its curve", see).setEnabled(not row.shown)
        menu.addAction("What differs", functools.partial(self.ask, CompareRun(run))).setEnabled(not row.shown)
        menu.addSeparator()
        menu.addAction("Rename", functools.partial(self._rename, run))
        pinned = dataclasses.replace(label, pinned=not label.pinned)
        menu.addAction("Unpin" if label.pinned else "Pin", functools.partial(self._call, run, pinned))
        export = functools.partial(self._ask_export, run)
        name = f"run-{row.entry.letter or 'x'}"
        menu.addAction(
            "Export …", functools.partial(save_as, self, name, export, "Export run", "toml", "Experiments (*.toml)")
        )
        menu.addSeparator()
        deleted = dataclasses.replace(label, deleted=True)
        menu.addAction("Delete", functools.partial(self._call, run, deleted)).setEnabled(not row.shown)
        return menu

    def _rename(self, run: str) -> None:
        self.list.edit(self.model.place_of(run))

    def _ask_export(self, run: str, path: pathlib.Path) -> None:
        self.ask(ExportRun(run, path))
