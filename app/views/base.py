"""View: a widget that asks for frames, draws the last one, and says what a person wants."""

from __future__ import annotations

import functools
import pathlib
from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QGuiApplication,
    QImage,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QMenu,
    QScrollArea,
    QStackedLayout,
    QWidget,
)

from app.documents.intents import Intent, SetOption
from app.documents.view_state import ViewState
from app.look import theme as look
from app.look.sight import in_sight
from app.look.theme import Theme
from app.shell.png import write_png
from app.views.face import Face
from app.views.saving import save_as
from app.widgets.empty import Empty
from app.widgets.limited import offer, restrict
from core.data.preparation import Prepared
from core.experiment import Experiment
from core.frames import Frame, Update
from core.frozen import frozen
from core.history.metrics import Metrics
from core.machine.whole_file import write_table
from core.probing.probe import Probe

Numbers = tuple[list[str], list[list]]
DENSITY = 2.0  # pixels of a copied picture for one of the screen: sharp on a slide


def clear(area: QAbstractScrollArea) -> None:
    """Let the view's own background show through a scroll area and what it holds."""
    area.viewport().setAutoFillBackground(False)
    content = area.widget() if isinstance(area, QScrollArea) else None
    if content is not None:
        content.setAutoFillBackground(False)


@frozen
class Toggle:
    """A choice of a view's menu: `turn(on)` when it is changed; `name` is the one by which a file locks it."""

    text: str
    on: bool
    turn: Callable[[bool], object]
    name: str


class View(Face, QWidget):
    """What every view has in common.

    `edit(path, value)` is a change of the experiment, `edits(((path, value), …))` several that belong together,
    `intent(value)` anything else a person asks for, `finished()` ends a drag, `wants()` says that
    `requests()` has changed. Frames come by the names of `frame_names`.
    """

    empty_text: ClassVar[str] = ""
    frame_names: ClassVar[tuple[str, ...]] = ()

    edit = Signal(str, object)
    edits = Signal(object)
    finished = Signal()
    intent = Signal(object)  # app.documents.intents.Intent
    wants = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = look.current()
        self.experiment: Experiment | None = None
        self.prepared: Prepared | None = None
        self.state = ViewState()
        self.frames: dict[str, Frame] = {}
        self._stale = True
        self._awaiting: Theme | None = None  # a theme that it has not taken over yet
        self.body = QWidget()
        self.empty = Empty(self.empty_text)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self.body)
        self.setAccessibleName(self.title)
        self.setMinimumSize(160, 96)
        # it paints its own ground: what lies below, up to the window, need not be painted with it
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def called(self) -> str:
        """The view's name for what it shows now."""
        return self.title if self.experiment is None else self.title_for(self.experiment, self.state)

    # What the shell says

    def requests(self) -> dict[str, Probe]:
        """The probes whose frames this view shows now; asked only while it can be seen."""
        return {}

    def show_experiment(self, experiment: Experiment, prepared: Prepared | None = None) -> None:
        """Take over settings and, as soon as they are known, the data."""
        self.experiment = experiment
        self.prepared = prepared or self.prepared
        self.redraw()

    def show_run(self, metrics: Metrics, before: Metrics | None) -> None:
        """Another run is shown, whose updates come next: its metrics, which grow, and those of the run before, where
        both compare."""

    def show_update(self, update: Update) -> None:
        """Keep the newest frames; draw them where someone can see them."""
        new = {name: update.frames[name] for name in self.frame_names if name in update.frames}
        if new:
            self.frames |= new
            self.redraw()

    def forget(self, prepared: Prepared | None) -> None:
        """Another document was opened: nothing of the old one's run is shown any more. `prepared`: the samples where
        they are known already."""
        self.frames, self.prepared = {}, prepared
        self.redraw()

    def show_view(self, state: ViewState) -> None:
        """Take over what is looked at: the chosen sample, a typed row, the options of single views."""
        old, self.state = self.state, state
        if old.limits != state.limits:
            restrict(self, state.limits)
        if old != state:
            self.wants.emit()
            self.redraw()

    def set_reduced_motion(self, reduced: bool) -> None:
        """Whether moving things disturb the person: what would move stands still, and is told by words."""

    def wear(self, theme: Theme) -> None:
        """Another theme: taken over at once where somebody can see the view, else when it comes into sight."""
        if in_sight(self):
            self.show_theme(theme)
        else:
            self._awaiting = theme

    def come_into_sight(self) -> None:
        """Make up for what was put off."""
        theme, self._awaiting = self._awaiting, None
        if theme is not None:
            self.show_theme(theme)
            QCoreApplication.sendEvent(self, QResizeEvent(self.size(), self.size()))  # for letters of another size
        if self._stale:
            self._stale = False
            self.draw()

    def show_theme(self, theme: Theme) -> None:
        """Take over colours and text scale, now."""
        self.theme, self._awaiting = theme, None
        self.empty.ensurePolished()  # the window's style sheet comes first: it would take the font again
        self.empty.setFont(theme.font(look.BASE))
        self.redraw()
        self.update()

    # What a person may take away

    def numbers(self) -> Numbers:
        """Header and rows of what is shown."""
        return [], []

    def picture(self) -> QImage:
        """What is shown, at twice the density of the screen."""
        image = QImage(QSize(round(self.width() * DENSITY), round(self.height() * DENSITY)), QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(DENSITY)
        image.fill(QColor(self.theme.surface))
        self.render(image)
        return image

    # Drawing

    def draw(self) -> None:
        """Bring the picture in line with the last frames; called only while the view can be seen."""

    def redraw(self) -> None:
        """Draw now where someone can see it, else when it comes into sight."""
        self._stale = not in_sight(self)
        if not self._stale:
            self.draw()

    def show_body(self, filled: bool) -> None:
        """Show the picture, or the sentence on what would fill it."""
        page = self.body if filled else self.empty
        if self._pages.currentWidget() is not page:
            self._pages.setCurrentWidget(page)

    def say_empty(self, sentence: str) -> None:
        """What stands there while there is no picture."""
        self.empty.say(sentence)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if in_sight(self):
            self.come_into_sight()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self.theme.surface))
        painter.end()

    # The menu

    def toggles(self) -> list[Toggle]:
        """The view's own choices, shown below what all views offer."""
        return []

    def menu(self) -> QMenu:
        """The context menu: take the picture or its numbers, and the view's own choices."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Copy picture", functools.partial(_copy_picture, self))
        ask = functools.partial(save_as, self, self.called)
        picture = functools.partial(
            ask, functools.partial(save_picture, self), "Save picture", "png", "Pictures (*.png)"
        )
        numbers = functools.partial(ask, functools.partial(save_numbers, self), "Save numbers", "csv", "Tables (*.csv)")
        menu.addAction("Save picture…", picture)
        menu.addAction("Save numbers…", numbers).setEnabled(bool(self.numbers()[0]))
        choices = self.toggles()
        if choices:
            menu.addSeparator()
        for choice in choices:
            action = menu.addAction(choice.text)
            action.setCheckable(True)
            action.setChecked(choice.on)
            action.toggled.connect(choice.turn)
            offer(action, self.state.limits, choice.name)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu().popup(event.globalPos())
        event.accept()

    def ask(self, intent: Intent) -> None:
        """Say what a person wants that is no edit."""
        self.intent.emit(intent)

    def set_option(self, name: str, value: object) -> None:
        """Remember a choice of this view, unless a file forbids it; it comes back by `show_view`."""
        if self.state.limits.forbids(name):
            self.redraw()
            return
        self.state = self.state.with_(options=self.state.options | {name: value})
        self.ask(SetOption(name, value))
        self.wants.emit()
        self.redraw()


def _copy_picture(view: View) -> None:
    """Onto the clipboard."""
    QGuiApplication.clipboard().setImage(view.picture())


def save_picture(view: View, path: pathlib.Path) -> None:
    """Write a PNG; `NotWritten` where that cannot be."""
    write_png(path, view.picture())


def save_numbers(view: View, path: pathlib.Path) -> None:
    """Write a CSV with a header; `NotWritten` where that cannot be."""
    header, rows = view.numbers()
    write_table(path, [header, *rows])
