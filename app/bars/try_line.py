"""What to try: one line over the pictures. A sentence, the button that makes its change, and the next sentence."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy

from app.look.theme import Theme, current
from app.widgets.icon_button import IconButton
from app.widgets.restyle import restyle
from core.documents import edits
from core.documents.document import Document
from core.documents.suggestions import Suggestion
from core.messages import BadInput

TITLE = "What to try"
HEIGHT = 28  # px
DO, NEXT = "Do it", "Next"
MAKES, DONE = "Makes this change; Undo takes it back", "It is so already."


class TryLine(QFrame):
    """`chosen(edits)`: the change of the sentence is to be made; `wanted_changed`: it was put away or brought back.

    The goal is told after the last sentence. Once it has been there, its place stays until it is put away or another
    document is opened, so that no picture jumps: where a change has left nothing to try, spare words stand there, or
    nothing at all. A sentence that is too long for the line ends in "…" and is read whole by a button.
    """

    chosen = Signal(object)
    wanted_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(TITLE)
        self.setProperty("panel", "raised")
        self._document: Document | None = None
        self._goal = self._reached = self._spare = ""
        self._taken = False  # the place, in this document
        self._page = 0
        self._dismissed: set[tuple[str, ...]] = set()
        self._looked_at: tuple[Suggestion, tuple[object, ...]] | None = None
        self._refusal = ""
        self.sentence = QLabel()
        self.sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.more_button = IconButton("fullscreen", "Read it all", "Read it all", small=True)
        self.do_button, self.next_button = QPushButton(DO), QPushButton(NEXT)
        self.close_button = IconButton("close", "Put this away", "Put this away; Help brings it back", small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 4, 0)
        row.setSpacing(8)
        row.addWidget(self.sentence, 1)
        for button in (self.more_button, self.do_button, self.next_button, self.close_button):
            row.addWidget(button)
        self.more_button.clicked.connect(self.read)
        self.do_button.clicked.connect(self._do)
        self.next_button.clicked.connect(self.turn)
        self.close_button.clicked.connect(self.dismiss)
        self.next_button.setToolTip("Something else to try")
        self.show_theme(current())

    # Showing

    def show_document(self, document: Document, goal: str = "", spare: str = "") -> None:
        """What is worth trying with it, the words of its goal, and those that stand in the place where nothing is."""
        before = self._says
        self._document, self._goal, self._spare = document, goal, spare
        if self._says != before:
            self._page, self._reached = 0, ""
            restyle(self.do_button, primary=False)
        self._taken = self._taken or (bool(self._says) and not self.dismissed)
        self._write()
        self.wanted_changed.emit()

    def take_place(self) -> None:
        """What stands in its place for a while is to leave no hole."""
        self._taken = True
        self._write()

    def leave_place(self) -> None:
        """Another document is there."""
        self._taken = bool(self._suggested) and not self.dismissed
        self._write()
        self.wanted_changed.emit()

    def show_reached(self, update: int | None) -> None:
        """The goal was reached at an update; None: not yet."""
        reached = "" if update is None else f"Goal reached at update {update:,}: "
        if reached != self._reached:
            self._reached = reached
            self._write()

    def begin_again(self) -> None:
        """The first sentence, with its button as what is to be pressed now."""
        self._page = 0
        self._write()
        restyle(self.do_button, primary=True)

    def turn(self) -> None:
        """The next sentence; after the last one the first."""
        self._page = (self._page + 1) % max(1, len(self.pages))
        restyle(self.do_button, primary=False)
        self._write()

    @property
    def wanted(self) -> bool:
        """Whether there is something to say that was not put away, or its place is to stay."""
        return (bool(self._says) or self._taken) and not self.dismissed

    @property
    def dismissed(self) -> bool:
        """Whether what it would say was put away."""
        return self._says in self._dismissed

    @property
    def pages(self) -> tuple[Suggestion, ...]:
        """The sentences in their order, the goal last."""
        if self._document is None or not self._document.what_to_try:
            return tuple(Suggestion(say=words) for words in self._says)
        goal = (Suggestion(say=f"{self._reached or 'Goal: '}{self._goal}."),) if self._goal else ()
        return (*self._document.what_to_try, *goal)

    @property
    def page(self) -> Suggestion | None:
        """What stands on the line."""
        pages = self.pages
        return pages[self._page % len(pages)] if pages else None

    @property
    def cut(self) -> bool:
        """Whether the line has too little room for the sentence."""
        return self.page is not None and self.sentence.text() != self.page.say

    @property
    def _says(self) -> tuple[str, ...]:
        return self._suggested or ((self._spare,) if self._taken and self._spare else ())

    @property
    def _suggested(self) -> tuple[str, ...]:
        return tuple(each.say for each in self._document.what_to_try) if self._document is not None else ()

    def _write(self) -> None:
        page = self.page
        self.close_button.setVisible(page is not None)
        restyle(self, panel="" if page is None else "raised")
        if page is None:
            self._write_in_width("")
            for button in (self.more_button, self.do_button, self.next_button):
                button.hide()
            return
        self.do_button.setVisible(bool(page.do))
        self.next_button.setVisible(len(self.pages) > 1)
        refusal = self._why_not(page)
        self.do_button.setEnabled(not refusal)
        self.do_button.setToolTip(refusal or MAKES)
        self._fit()

    def _fit(self) -> None:
        """As many words as there is room for; a button reads the rest."""
        page = self.page
        if page is None:
            return
        self.more_button.hide()
        self._write_in_width(page.say)
        if self.cut:
            self.more_button.show()
            self._write_in_width(page.say)

    def _write_in_width(self, words: str) -> None:
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self.sentence.ensurePolished()
        room = self.sentence.width()
        self.sentence.setText(self.sentence.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room))
        self.sentence.setToolTip("" if self.sentence.text() == words else words)
        self.sentence.setAccessibleName(words)

    def _why_not(self, page: Suggestion) -> str:
        """Why what a sentence speaks of cannot be done: it is so already, or there is nothing of the kind; "" where it
        can. Only another value there is a reason to look anew: to try a change on a document means to check all of
        it."""
        assert self._document is not None
        there = tuple(_value(self._document, path) for path, _ in page.edits)
        if (page, there) != self._looked_at:
            self._looked_at, self._refusal = (page, there), _refusal(self._document, page)
        return self._refusal

    # From the person

    def _do(self) -> None:
        page, document = self.page, self._document
        change = _change(document, page) if page is not None and document is not None else ()
        restyle(self.do_button, primary=False)
        if change:
            self.chosen.emit(change)

    def dismiss(self) -> None:
        """Put it away for good, as far as these sentences go."""
        self._dismissed.add(self._says)
        self._taken = False
        self.wanted_changed.emit()

    def recall(self) -> None:
        """Show it again."""
        self._dismissed.clear()
        self._taken = bool(self._says)
        self._write()
        self.wanted_changed.emit()

    def read(self) -> None:
        """All of it at once, beside the line."""
        from app.widgets.popover import Popover

        told = "\n\n".join(each.say for each in self.pages)
        self.popover = Popover(TITLE, told, parent=self.window())
        self.popover.open_beside(self.more_button)

    # Looks

    def show_theme(self, theme: Theme) -> None:
        self.setFixedHeight(theme.px(HEIGHT))
        for button in (self.do_button, self.next_button):
            button.setFixedHeight(theme.px(HEIGHT) - 4)
            button.setStyleSheet("padding: 0px 10px; min-height: 0px;")
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(1, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _refusal(document: Document, page: Suggestion) -> str:
    try:
        return "" if _change(document, page) else DONE
    except BadInput as error:
        return f"It cannot be done now: {error.reason}."


def _change(document: Document, page: Suggestion) -> tuple[tuple[str, Any], ...]:
    """What the button would change now; () where all of it is so already, `BadInput` where it cannot be. What is tried
    with new data is still worth trying with them."""
    after = edits.replace_all(document, page.edits)
    if after == document:
        return ()
    words = (("title", document.title), ("description", document.description), ("what_to_try", document.what_to_try))
    now = (after.title, after.description, after.what_to_try)
    return (*page.edits, *(pair for pair, new in zip(words, now, strict=True) if pair[1] != new))


def _value(document: Document, path: str) -> object:
    """What is at a path; None where there is nothing."""
    try:
        return edits.get(document, path)
    except BadInput:
        return None
