"""The arithmetic of the coming update: in symbols, in numbers, and what comes out; to be copied."""

from __future__ import annotations

import csv
import functools
import io

import numpy as np
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication, QResizeEvent, QTextOption
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QMenu, QTextBrowser, QToolButton, QVBoxLayout, QWidget

from app.documents.intents import ChooseSample, Say
from app.look.theme import CAPTION, Theme
from app.views.arithmetic import ArithmeticFace
from app.views.arithmetic.blocks import Block, Sentence, as_html, as_markdown, as_rows
from app.views.arithmetic.find_unit import FindUnit
from app.views.arithmetic.sheet import Sheet
from app.views.arithmetic.written import write_out
from app.views.base import Numbers
from app.views.numbers.account_view import AccountView
from app.views.numbers.growth import grown
from app.views.numbers.looked import BOARD, INNER, STEP, UNIT, WEIGHT, WHITEBOARD, chosen
from app.views.numbers.naming import Names
from app.widgets.icon_button import IconButton
from app.widgets.labels import Steady
from app.widgets.limited import limited

OTHER = 24  # px at a text scale of 1 of a way to another sample
MARGIN = 40  # px beside what is written
USUAL = (500, 470)  # px of paper on which letters have their usual size
BOARD_TIP = "Two digits, so that a class calculates along; the lab goes on calculating with all of them."


class ArithmeticView(ArithmeticFace, AccountView):
    """Above whose update it is and of which sample; below the sheet of the phase."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.who = Steady()
        self.board = QCheckBox("Whiteboard numbers")
        self.board.setToolTip(BOARD_TIP)
        self.board.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.board.toggled.connect(functools.partial(self._choose, WHITEBOARD))
        self.search = FindUnit()
        self.search.found.connect(self._take_unit)
        self.take = QToolButton()
        self.take.setText("Copy")
        self.take.setToolTip("Copy what is written here as a table.")
        self.take.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.take.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(self.take)
        menu.addAction("As Markdown", self.copy_markdown)
        menu.addAction("As CSV", self.copy_csv)
        self.take.setMenu(menu)
        self.paper = QTextBrowser()
        self.paper.setAccessibleName("Arithmetic of the update")
        self.paper.setOpenLinks(False)
        self.paper.setWordWrapMode(QTextOption.WrapMode.WordWrap)  # no line ends within a number
        self.paper.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.paper.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.paper.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.paper.anchorClicked.connect(self._follow)
        row = QHBoxLayout()
        row.addWidget(limited(self.board, WHITEBOARD))
        row.addWidget(limited(self.search, UNIT), 1)
        row.addWidget(self.take)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(12, 6, 6, 4)
        column.setSpacing(4)
        column.addLayout(row)
        column.addLayout(self._samples())
        column.addWidget(self.paper, 1)
        self._html, self._large = "", True
        self._about = ("", "", 0, 0)

    def _samples(self) -> QHBoxLayout:
        """Whose numbers these are, and the way to others: where no picture of them is seen, as in a lecture."""
        before = IconButton("chevron-left", "The training sample before this one", small=True, colour="accent")
        after = IconButton("chevron-right", "The next training sample", small=True, colour="accent")
        self.others = before, after
        row = QHBoxLayout()
        row.addWidget(self.who, 1)
        for button, step in zip(self.others, (-1, 1), strict=True):
            button.clicked.connect(functools.partial(self._step, step))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    # Drawing

    def draw(self) -> None:
        sheet = self.sheet
        self.show_body(sheet is not None)
        self.say_empty(self.waiting)
        if sheet is None:
            return
        self.board.setChecked(self.looked.digits == BOARD)
        self.search.show_units(sheet.names)
        self.who.say(sheet.who)
        for button in self.others:
            button.setVisible(sheet.account.sample >= 0)
        self._write(write_out(sheet), (sheet.phase, self.looked.layer, self.width(), self.height()))

    def _write(self, blocks: tuple[Block, ...], about: tuple[str, str, int, int]) -> None:
        """In large letters, or in usual ones where those have no room; which, is decided once for what it is `about`,
        so that no letter jumps when a number grows."""
        if about != self._about:
            self._about, self._large = about, True
        html = self._html_of(blocks)
        if html == self._html:
            return
        bar = self.paper.verticalScrollBar()
        where, self._html = bar.value(), html
        self.paper.setHtml(html)
        if self._large and self.paper.document().size().height() > self.paper.viewport().height():
            self._large, self._html = False, self._html_of(blocks)
            self.paper.setHtml(self._html)
        bar.setValue(where)

    def _html_of(self, blocks: tuple[Block, ...]) -> str:
        theme = grown(self.theme, self.paper.width(), self.paper.height(), USUAL) if self._large else self.theme
        return as_html(blocks, theme, self.paper.viewport().width() - theme.px(MARGIN))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.redraw()

    @property
    def sheet(self) -> Sheet | None:
        """What is told, as it is written here."""
        account = self.account
        if account is None or self.experiment is None or self.prepared is None:
            return None
        names = Names(self.experiment, self.prepared, account)
        return Sheet(account, self.looked, names, self.phase, self.is_made)

    @property
    def blocks(self) -> tuple[Block, ...]:
        sheet = self.sheet
        return () if sheet is None else write_out(sheet)

    def show_theme(self, theme: Theme) -> None:
        size = f"font-size: {theme.px(CAPTION + 1)}px;"
        self.who.setStyleSheet(f"{size} color: {theme.muted};")
        for part in (self.board, self.search, self.take):
            part.setStyleSheet(size)
        for button in self.others:
            button.setStyleSheet("QToolButton { min-width: 0px; min-height: 0px; }")
            button.setFixedSize(theme.px(OTHER), theme.px(OTHER))
            button.setIconSize(button.size())
        self.paper.setStyleSheet(f"QTextBrowser {{ background: {theme.surface}; color: {theme.text}; border: none; }}")
        self.paper.document().setDefaultFont(theme.digits(CAPTION + 1))
        super().show_theme(theme)

    # From the person

    def _choose(self, option: str, value: object) -> None:
        if self.state.options.get(option, False) != value:
            self.set_option(option, value)

    def _step(self, step: int, _checked: bool = False) -> None:
        """To another sample of the training part, by their numbers; round at the ends."""
        if self.account is not None and self.prepared is not None:
            samples = np.sort(self.prepared.part("train"))
            side = "right" if step > 0 else "left"
            at = int(np.searchsorted(samples, self.account.sample, side)) + min(step, 0)
            self.ask(ChooseSample(int(samples[at % len(samples)])))

    def _take_unit(self, layer: str, place: tuple[int, ...]) -> None:
        self.set_option(UNIT, chosen(layer, place))

    def _follow(self, link: QUrl) -> None:
        """A sample, a step, an inner step or a weight of a table."""
        sort, _, rest = link.toString().partition(":")
        name, _, numbers = rest.rpartition(":")
        index = tuple(int(each) for each in numbers.split(","))
        if sort == "sample":
            self.ask(ChooseSample(index[0]))
        elif sort == "step":
            self.set_option(STEP, index[0])
        elif sort == "inner":
            self.set_option(INNER, index[0])
        elif sort == "weight":
            self.set_option(WEIGHT, chosen(name, index))

    # Taking away

    def copy_markdown(self) -> None:
        sheet = self.sheet
        if sheet is not None:
            self._copy(as_markdown((Sentence(sheet.who), *self.blocks)))

    def copy_csv(self) -> None:
        header, rows = self.numbers()
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows([header, *rows])
        self._copy(text.getvalue())

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.ask(Say("Copied: the arithmetic is on the clipboard as a table."))

    def numbers(self) -> Numbers:
        """Whose numbers these are, then what is written of them."""
        sheet = self.sheet
        if sheet is None:
            return [], []
        rows = [list(row) for row in as_rows(write_out(sheet))]
        return ["what", "in symbols", "in numbers", "result"], [[sheet.who], *rows]
