"""What lies over the pictures of a network and pushes nothing: notices, drawers, drawing tools."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QMainWindow, QToolBar

from app.documents.experiment_store import Store
from app.documents.path_words import drawer_of, layer_words, refused_words
from app.look.theme import Theme, current
from app.panels.base import Panel
from app.panels.draw_bar import DrawBar
from app.panels.drawers import Drawers
from app.panels.recipe import Recipe
from app.shell.docks import Dock
from app.shell.layouts import LECTURE, Layouts
from app.shell.notices import Notices
from core.frames import Advice
from core.frozen import frozen
from core.messages import Mend

FOOT = 400  # px that a notice needs at the foot of one picture
FEET = (
    "score",
    "surface",
    "loss",
)  # the pictures at whose foot it may lie: what it says shows in the curve of the loss


@frozen
class Ground:
    """What the overlays lie over."""

    window: QMainWindow
    store: Store
    recipe: Recipe
    docks: Mapping[str, Dock]
    bars: Mapping[str, QToolBar]
    layouts: Layouts


class Overlays(QObject):
    """Opens, places and closes them."""

    advice_taken = Signal(object)
    pointed = Signal(object)  # the layers that the advice on the screen is about
    mended = Signal(object)
    drawing = Signal(bool)  # the tools are shown
    brushed = Signal(object)  # the brush in hand, None where there is none

    def __init__(self, ground: Ground) -> None:
        window, recipe = ground.window, ground.recipe
        super().__init__(window)
        self._ground, self._window = ground, window
        self._refusal: tuple[str, str, Mend | None] | None = None  # what an open drawer says, kept for when it closes
        self._next_advice: Advice | None = None  # the newest, which waits while the mouse is on the one that is said
        self.notices = Notices(window)
        self.notices.advice.left.connect(self._say_advice)
        self.notices.advice.shut.clicked.connect(self._point_at_nothing)
        self.draw_bar = DrawBar(window)
        self.draw_bar.hide()
        self.drawers = Drawers(window, recipe, ground.docks["recipe"])
        self.drawers.closed.connect(self.recall_refusal)
        self.drawers.moved.connect(self.place)
        for name in FEET:
            ground.docks[name].seen_changed.connect(self.place)
        self.panels: tuple[Panel, ...] = (self.draw_bar,)  # the drawers come later, one by one

    # Notices

    def show_problem(self, path: str, sentence: str, mend: Mend | None) -> None:
        """A refusal or a failure, with its mend; recipe and drawers say by themselves what concerns a setting."""
        if path and self._ground.recipe.isVisible():
            self._refusal = (path, sentence, mend) if self.drawers.any_open else None
            return
        where = f"{path}: " if path else ""
        if mend is None:
            self.notices.problem.say(f"{where}{sentence}")
        else:
            self.notices.problem.say(f"{where}{sentence}", mend.label, lambda: self.mended.emit(mend.edits))

    def recall_refusal(self) -> None:
        """The drawer that said why a change was not taken has closed: what was asked for is not what runs, so that is
        said over the pictures."""
        store, refusal = self._ground.store, self._refusal
        self.drawers.settle()
        if refusal is None or not store.rejected:
            return
        path, sentence, _ = refusal
        layer = layer_words(store.experiment, path)
        asked = refused_words(store.experiment, store.rejected)
        where = f"{layer}: " if layer else ""
        self.notices.problem.say(
            f"{asked}. {where}{sentence}.",
            "Show me",
            functools.partial(self._show_refusal, store.rejected[0][0], refusal),
        )

    def _show_refusal(self, asked: str, refusal: tuple[str, str, Mend | None]) -> None:
        """The drawer where the change was asked for, with the reason and the way out."""
        name = drawer_of(asked)
        if not self.drawers.any_open:
            self.open_drawer(name)
        panel = getattr(self.drawers, name)
        panel.show_problem(*refusal)
        self._refusal = refusal
        if name == "network":
            panel.reveal(refusal[0].rpartition(".")[2])

    def forget_refusal(self) -> None:
        """Something else was taken: what was refused before is no matter any more."""
        if self._refusal is not None:
            self._refusal = None
            self.notices.problem.hide()

    def show_failure(self, sentence: str) -> None:
        self.notices.problem.say(sentence)

    def show_advice(self, advice: Advice | None) -> None:
        """What is said stays under the mouse: a button that is about to be pressed would do something else."""
        self._next_advice = advice
        if not self.notices.advice.touched:
            self._say_advice()

    def _say_advice(self) -> None:
        advice = self._next_advice
        self.pointed.emit(advice.layers if advice is not None else ())
        if advice is None:
            self.notices.advice.hide()
        else:
            takes = [
                (offer.words, functools.partial(self.advice_taken.emit, dataclasses.replace(advice, offers=(offer,))))
                for offer in advice.offers[:2]
            ]
            first = takes[0] if takes else ("", None)
            self.notices.advice.say(advice.words, *first, other=takes[1] if len(takes) > 1 else None)

    def _point_at_nothing(self) -> None:
        self.pointed.emit(())

    def offer(self, sentence: str, offer: str, act: Callable[[], Any]) -> None:
        self.notices.recovery.say(sentence, offer, act)

    # Panels that come and go

    def open_drawer(self, name: str) -> None:
        """Open the drawer of that name over the pictures; a second time closes it."""
        self.drawers.toggle(name)

    def draw(self, on: bool) -> None:
        """Show or put away the drawing tools; the boundary view takes the brush."""
        self.drawers.shut()
        self.draw_bar.setVisible(on)
        self.drawing.emit(on)
        self.brushed.emit(self.draw_bar.brush() if on else None)

    # Looks and places

    def show_theme(self, theme: Theme) -> None:
        self.notices.show_theme(theme)

    def place(self) -> None:
        """Everything in its place over the pictures."""
        area = self.area()
        area.setLeft(max(area.left(), self.drawers.right))
        docks = [] if self._ground.layouts.name == LECTURE else [self._ground.docks[name] for name in FEET]
        foot = next((dock.geometry() for dock in docks if _has_room(dock, area)), area)
        self.notices.place(foot.left(), foot.bottom() + 1, foot.width())
        self.notices.lay_advice(None if self._ground.layouts.name == LECTURE else area)
        self.notices.raise_()

    def area(self) -> QRect:
        """The part of the window where the pictures are."""
        window = self._window
        recipe = self._ground.docks["recipe"]
        left = recipe.geometry().right() + 1 if recipe.isVisible() else 0
        bars = [bar for bar in self._ground.bars.values() if bar.isVisible()]
        top = max(
            (bar.geometry().bottom() + 1 for bar in bars if bar.geometry().top() < window.height() // 2), default=0
        )
        bottom = min(
            (bar.geometry().top() for bar in bars if bar.geometry().top() >= window.height() // 2),
            default=window.height() - window.statusBar().height(),
        )
        return QRect(left, top, window.width() - left, bottom - top)


def _has_room(dock: Dock, area: QRect) -> bool:
    """Whether a notice may lie at the foot of a picture: it is seen, wide enough, and no drawer lies over it."""
    place = dock.geometry()
    seen = dock.seen and dock.isVisible() and not dock.isFloating()
    return seen and place.width() >= current().px(FOOT) and place.left() >= area.left()
