"""What the three drawers share: sections of forms, a place for problems, the menu of a row."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QLayout, QMenu, QVBoxLayout, QWidget

from app.documents.intents import VARY, Pin, ShowPicture, Vary
from app.documents.limits import FREE
from app.documents.view_state import ViewState
from app.forms.form import Form
from app.look.theme import current
from app.panels.base import Panel
from app.panels.problem import Problem
from app.panels.words import Words, heading
from app.widgets.limited import offer, restrict
from core.data.preparation import Prepared
from core.experiment import Experiment
from core.messages import Mend

SECTION_GAP, ROW_GAP = 16, 8


class Section(QWidget):
    """A titled group, set apart by a fine line above."""

    def __init__(self, title: str, first: bool = False, term: str = "") -> None:
        super().__init__()
        self._first = first
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0 if first else SECTION_GAP, 0, 0)
        self.column.setSpacing(ROW_GAP)
        if title:
            self.column.addLayout(heading(title, Words(term, "sentence") if term else None))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._first:
            painter = QPainter(self)
            painter.fillRect(0, 0, self.width(), 1, QColor(current().border))
            painter.end()

    def add(self, item: QWidget | QLayout) -> None:
        if isinstance(item, QWidget):
            self.column.addWidget(item)
        else:
            self.column.addLayout(item)


class DrawerPanel(Panel):
    """The content of a drawer: sections below each other, problems on top."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.setAccessibleName(title)
        self._forms: list[Form] = []
        self._limits = FREE
        self._menu_path, self._stale = "", False
        self.problem = Problem()
        self.problem.mended.connect(self.edits)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(SECTION_GAP)
        self.column.addWidget(self.problem)

    def section(self, title: str, *items: QWidget | QLayout, term: str = "") -> Section:
        """Add a section at the end; `term` is the field's word for its everyday title."""
        made = Section(title, first=self.column.count() == 1, term=term)
        for item in items:
            made.add(item)
        self.column.addWidget(made)
        return made

    def form(self, form: Form) -> Form:
        """Take a form in: what is changed in it is said by this panel."""
        form.edited.connect(self.take_edit)
        form.finished.connect(self.finished)
        form.menu_wanted.connect(self._open_menu)
        form.picture_wanted.connect(self.show_picture)
        form.restrict(self._limits)
        self._forms.append(form)
        return form

    def show_view(self, state: ViewState) -> None:
        self._limits = state.limits
        restrict(self, self._limits)
        for form in self._forms:
            form.restrict(self._limits)

    def forms(self) -> tuple[Form, ...]:
        """All forms that are in use."""
        return tuple(self._forms)

    def drop_form(self, form: Form) -> None:
        self._forms.remove(form)

    def take_edit(self, path: str, value: object) -> None:
        """What a form says; drawers replace it where other settings have to change as well."""
        self.edit.emit(path, value)

    def show_experiment(self, experiment: Experiment, prepared: Prepared | None = None) -> None:
        """A closed drawer costs nothing: it is brought up to date when it opens."""
        super().show_experiment(experiment, prepared)
        self._stale = True
        if self.isVisible():
            self.refresh()

    def settle(self) -> None:
        """What was typed and not taken goes back to what holds, when it is next shown."""
        self._stale = True

    def refresh(self) -> None:
        """Show the experiment now, whether the drawer is open or not."""
        if not self._stale or self.experiment is None:
            return
        self._stale = False
        self.problem.show_problem("")
        for form in self._forms:
            form.clear_problems()
        self.fill(self.experiment, self.prepared)

    def fill(self, experiment: Experiment, prepared: Prepared | None) -> None:
        """What a drawer does to show an experiment."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def show_problem(self, path: str, sentence: str, mend: Mend | None = None) -> None:
        """Where the drawer is open: beside the entry if there is one, and on top if there is a way out or no such
        entry."""
        if not self.isVisible():
            return
        beside = [form.show_problem(path, sentence) for form in self._forms]
        self.problem.show_problem("" if any(beside) and mend is None else sentence, mend)

    def show_picture(self, name: str) -> None:
        """Ask for the view that shows what a setting does."""
        self.ask(ShowPicture(name))

    def _open_menu(self, path: str, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        pin = QAction("Put on the bar", menu)
        pin.setToolTip("Shows this control on the bar of the Lecture layout.")
        pin.triggered.connect(self._pin)
        offer(pin, self._limits, *Pin(path).changes)
        vary = QAction(VARY, menu)
        vary.setToolTip("Opens a study of this setting.")
        vary.triggered.connect(self._vary)
        offer(vary, self._limits, *Vary(path).changes)
        menu.addActions((vary, pin))
        self._menu_path = path
        menu.popup(place)

    def _vary(self) -> None:
        self.ask(Vary(self._menu_path))

    def _pin(self) -> None:
        self.ask(Pin(self._menu_path))
