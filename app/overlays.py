"""What lies over the pictures of a network and pushes nothing: notices, drawers, drawing tools, what to try."""

from __future__ import annotations

import pathlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.banner import Notices
from app.layouts import LECTURE
from app.panels.base import Panel
from app.panels.draw_bar import DrawBar
from app.panels.drawers import Drawers
from app.panels.try_card import TryCard
from app.theme import Theme, current
from core.experiment import Experiment
from core.frames import Advice
from core.messages import Mend

if TYPE_CHECKING:
    from app.network_room import NetworkRoom

NARROWEST, WIDEST = 150, 280  # px of the card in a corner
HEAD = 72  # px at the upper right of the curves that their buttons need
FOOT = 400  # px that a notice needs at the foot of one picture
GAP = 12  # px between an overlay and the edge


class Overlays(QObject):
    """Opens, places and closes them."""

    advice_taken = Signal(object)
    mended = Signal(object)
    brushed = Signal(object)  # the brush in hand, None where there is none

    def __init__(self, window: NetworkRoom) -> None:
        super().__init__(window)
        self._window = window
        self.notices = Notices(window)
        self._cornered: object = None  # the words and the area for which the card has left the recipe
        self._corner = QWidget(window)  # holds the card, so that a layout can do without it whatever the card itself wants
        self.try_card = TryCard(self._corner)
        self.draw_bar = DrawBar(window)
        self.draw_bar.hide()
        self.drawers = Drawers(window, window.recipe, window.docks["recipe"])
        self.panels: tuple[Panel, ...] = (self.try_card, self.draw_bar)  # the drawers come later, one by one
        self.try_card.installEventFilter(self)

    # Notices

    def show_problem(self, path: str, sentence: str, mend: Mend | None) -> None:
        """A refusal or a failure, with its mend; recipe and drawers say by themselves what concerns a setting."""
        if path and self._window.recipe.isVisible():
            return
        where = f"{path}: " if path else ""
        if mend is None:
            self.notices.problem.say(f"{where}{sentence}")
        else:
            self.notices.problem.say(f"{where}{sentence}", mend.label, lambda: self.mended.emit(mend.edits))

    def show_failure(self, sentence: str) -> None:
        self.notices.problem.say(sentence)

    def show_advice(self, advice: Advice | None) -> None:
        if advice is None:
            self.notices.advice.hide()
        else:
            self.notices.advice.say(advice.text, advice.offer, lambda: self.advice_taken.emit(advice))

    def offer(self, sentence: str, offer: str, act: Callable[[], Any]) -> None:
        self.notices.recovery.say(sentence, offer, act)

    # Panels that come and go

    def open_drawer(self, name: object) -> None:
        """Open the drawer of that name over the pictures; a second time closes it."""
        self.drawers.toggle(str(name))

    def draw(self, on: object) -> None:
        """Show or put away the drawing tools; the boundary view takes the brush."""
        self.drawers.shut()
        self.draw_bar.setVisible(bool(on))
        self.place()
        self.brushed.emit(self.draw_bar.brush() if on else None)

    def import_csv(self, path: pathlib.Path | None, experiment: Experiment, edits: Callable[[Any], None]) -> None:
        """The import dialog for a table; asks for the file where none is named."""
        from app.panels.csv_import import CsvImportDialog

        if path is None:
            name, _ = QFileDialog.getOpenFileName(self._window, "Import table", "", "Tables (*.csv *.tsv *.txt);;All files (*)")
            if not name:
                return
            path = pathlib.Path(name)
        dialog = CsvImportDialog(path, experiment, self._window)
        dialog.edits.connect(edits)
        dialog.open()

    # Looks and places

    def show_theme(self, theme: Theme) -> None:
        self.notices.show_theme(theme)

    def place(self) -> None:
        """Everything in its place over the pictures."""
        area = self.area()
        loss = self._window.docks["loss"]
        fits = loss.isVisible() and not loss.isFloating() and self._window.layouts.name != LECTURE and loss.width() >= current().px(FOOT)
        foot = loss.geometry() if fits else area
        self.notices.place(foot.left(), foot.bottom() + 1, foot.width())
        self._place_card(area)
        self.draw_bar.adjustSize()
        self.draw_bar.move(area.left() + (area.width() - self.draw_bar.width()) // 2, area.top() + GAP)
        for overlay in (self._corner, self.draw_bar, self.notices):
            overlay.raise_()

    def _place_card(self, area: QRect) -> None:
        """What to try: in the empty foot of the recipe where it fits, else over the upper right of the loss curves, which is the emptiest place; there it
        stays as long as the window and the experiment do. A lecture has no room for it."""
        card, recipe = self.try_card, self._window.recipe
        room = recipe.room_below().translated(recipe.mapTo(self._window, QPoint(0, 0)))
        width = room.width() - GAP
        height = card.height_at(width)
        left, bottom = room.left() + GAP // 2, room.bottom() - GAP // 2
        here = (card.words, area)
        if not recipe.isVisible() or height > room.height() - GAP or self._cornered == here:
            self._cornered = here
            home = self._card_home(area)
            width = min(max(home.width() // 2, current().px(NARROWEST)), max(home.width() - 2 * GAP, 1), current().px(WIDEST))
            height = card.height_at(width)
            left, bottom = home.right() - width - current().px(HEAD), min(home.top() + height + GAP, area.bottom() - GAP)
        card.take_width(width)
        card.move(0, 0)
        self._corner.setGeometry(left, bottom - height, width, height)
        self._corner.setVisible(not card.isHidden() and self._window.layouts.name != LECTURE)

    def _card_home(self, area: QRect) -> QRect:
        """The picture that the card lies over: the loss curves, below their title; the whole area where they are not seen."""
        loss = self._window.docks["loss"]
        if not loss.isVisible() or loss.isFloating() or loss.width() < current().px(NARROWEST) + 2 * GAP:
            return area
        inside = loss.widget()
        return QRect(inside.mapTo(self._window, QPoint(0, 0)), inside.size())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent, QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self.place()
        return False

    def area(self) -> QRect:
        """The part of the window where the pictures are."""
        window = self._window
        recipe = window.docks["recipe"]
        left = recipe.geometry().right() + 1 if recipe.isVisible() else 0
        bars = [bar for bar in window.bars.values() if bar.isVisible()]
        top = max((bar.geometry().bottom() + 1 for bar in bars if bar.geometry().top() < window.height() // 2), default=0)
        bottom = min(
            (bar.geometry().top() for bar in bars if bar.geometry().top() >= window.height() // 2), default=window.height() - window.statusBar().height()
        )
        return QRect(left, top, window.width() - left, bottom - top)
