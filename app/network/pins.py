"""Controls that a teacher puts on the bar of the Lecture layout: by a right-click, at most three, remembered with the
experiment."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic import BaseModel
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from app.bars.caption import TEXT
from app.documents.intents import VARY, Pin, Vary
from app.documents.view_state import ViewState
from app.forms import editors
from app.forms.row import Row
from app.look.theme import Theme, current
from app.network.lab import Lab
from app.network.lecture import PINS, LectureBar
from app.panels.learning_choice import rate_path
from app.panels.recipe import Recipe
from app.widgets.limited import offer, restrict
from core.documents import edits
from core.experiment import Experiment
from core.messages import BadInput
from core.params import Param, param_of


class Pins(QObject):
    """Offers the menu on controls, and keeps the bar as the view has it."""

    def __init__(self, lab: Lab, bar: LectureBar, vary: Callable[[str], object], parent: QObject) -> None:
        """`vary(path)` opens a study of a setting."""
        super().__init__(parent)
        self._lab, self._bar, self._vary = lab, bar, vary
        self._stale = True
        bar.came.connect(self._come)
        lab.store.view_changed.connect(self._on_view)
        lab.store.changed.connect(self._on_changed)

    # The menu

    def offer_on(self, control: QWidget, path_of: Any) -> None:
        """A right-click on `control` offers the bar for the path that `path_of()` gives."""
        for widget in (control, *control.findChildren(QWidget)):
            if widget.contextMenuPolicy() is Qt.ContextMenuPolicy.DefaultContextMenu:
                widget.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
                widget.customContextMenuRequested.connect(_Ask(self, widget, path_of))

    def offer_on_recipe(self, recipe: Recipe) -> None:
        """The controls of the recipe can be put on the bar; those of the drawers ask by themselves."""
        controls = recipe.controls()
        paths = {
            "data": lambda: "data.kind",
            "noise": lambda: "data.noise",
            "activation": lambda: "layers.*.activation.kind",
            "optimizer": lambda: "optimizer.kind",
            "learning rate": lambda: rate_path(self._lab.store.experiment),
            "batch size": lambda: "batch_size",
        }
        for name, path_of in paths.items():
            self.offer_on(controls[name], path_of)

    def ask(self, path: str, where: QPoint) -> None:
        """The menu of one control."""
        menu, limits = QMenu(), self._lab.store.view.limits
        vary = menu.addAction(VARY)
        offer(vary, limits, *Vary(path).changes)
        pin = menu.addAction("Take off the bar" if path in self.paths else "Put on the bar")
        offer(pin, limits, *Pin(path).changes)
        pin.setVisible(pin.isVisible() and self._offered(path) is not None)
        chosen = menu.exec(where)
        if chosen is pin:
            self.toggle(path)
        elif chosen is vary:
            self._vary(path)

    def toggle(self, path: str) -> None:
        """On the bar, or off it; the oldest makes room."""
        pinned = self.paths
        if path in pinned:
            self._lab.store.change_view(pinned=tuple(other for other in pinned if other != path))
            return
        self._lab.store.change_view(pinned=(*pinned, path)[-PINS:])
        self._lab.sentence.emit("It stands on the bar of the Lecture layout now (key L).")

    # The bar

    @property
    def paths(self) -> tuple[str, ...]:
        """What stands on the bar: while nobody has put anything there, the learning rate."""
        return self._lab.store.view.pinned or (rate_path(self._lab.store.experiment),)

    def rebuild(self) -> None:
        """The pinned controls that this experiment has, with its values; while the bar is hidden, none."""
        self._stale = not self._bar.isVisible()
        if self._stale:
            return
        controls = [row for path in self.paths if (row := self._row(path)) is not None]
        self._bar.show_pins(controls)
        self.show_theme(current())
        self._show(self._lab.store.experiment)
        self._bar.fit()

    def _come(self) -> None:
        if self._stale:
            self.rebuild()

    def _offered(self, path: str) -> Param | None:
        """The declaration of what can stand on the bar; None where this experiment has no such setting."""
        param = declared(self._lab.store.experiment, path)
        return param if param is not None and editors.is_shown(param) else None

    def _row(self, path: str) -> Row | None:
        param = self._offered(path)
        if param is None:
            return None
        row = Row(path, param, live=edits.is_live(self._lab.store.experiment, path))
        row.edited.connect(self._lab.edit)
        row.finished.connect(self._lab.finish)
        row.menu_wanted.connect(self.ask)
        return row

    def show_theme(self, theme: Theme) -> None:
        for row in self._bar.controls:
            row.setStyleSheet(f"QLabel, QLineEdit, QComboBox {{ font-size: {theme.px(TEXT - 4)}px; }}")
        self._bar.fit()

    def _show(self, experiment: Experiment) -> None:
        for row in self._bar.controls:
            try:
                row.set_value(edits.get(experiment, row.path))
                row.editor.setEnabled(True)
            except BadInput:
                row.editor.setEnabled(False)
        self._restrict()

    def _on_changed(self, old: Experiment, new: Experiment) -> None:
        standing = [row.path for row in self._bar.controls]
        wanted = [path for path in self.paths if self._offered(path) is not None]
        if standing != wanted or any(declared(old, path) != declared(new, path) for path in standing):
            self.rebuild()
        else:
            self._show(new)

    def _on_view(self, old: ViewState, new: ViewState) -> None:
        if old.pinned != new.pinned:
            self.rebuild()
        elif old.limits != new.limits:
            self._restrict()

    def _restrict(self) -> None:
        """What the file hides and locks, on the bar as well."""
        restrict(self._bar, self._lab.store.view.limits)


class _Ask:
    """Opens the menu of a control under the mouse."""

    def __init__(self, pins: Pins, widget: QWidget, path_of: Any) -> None:
        self._pins, self._widget, self._path_of = pins, widget, path_of

    def __call__(self, where: QPoint) -> None:
        self._pins.ask(self._path_of(), self._widget.mapToGlobal(where))


def declared(experiment: Experiment, path: str) -> Param | None:
    """The declaration behind a path of this experiment; None where it has no such setting."""
    head, _, key = path.rpartition(".")
    try:
        owner = edits.get(experiment, head) if head else experiment
    except BadInput:
        return None
    return param_of(type(owner), key) if isinstance(owner, BaseModel) else None
