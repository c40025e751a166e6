"""Which column helps: bars of what shuffling costs, and how the answers go along the column in hand."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.documents.intents import STARTS, OverStarts
from app.look.theme import BASE, CAPTION, Theme
from app.views.base import Numbers, clear
from app.views.frame_view import FrameView
from app.views.importance import ImportanceFace
from app.views.importance.curve import AlongCurve
from app.views.importance.words import KEY, KEY_WORDS, SAID, bars, head
from app.widgets.cost_bars import CostBars
from app.widgets.labels import Elided
from app.widgets.limited import limited
from app.widgets.remark import Remark
from core.frames import Frame
from core.importance.columns import NO_COLUMNS, no_cause, reason_against

NARROW, LOW = 330, 240  # px up to which the bars have all the room, beside the curve or above it
STARTS_WORDS = ("20 starts …", "20 …")  # in full, and in brief
OVER = 110  # px of the button beside the figures
COLUMN = "importance.column"
HEADER = ["column", "score falls by", "standard error", "spread over shuffles", "loss rises by"]


class ImportanceView(ImportanceFace, FrameView):
    """A press on a bar takes its column in hand; without a choice it is the dearest one."""

    empty_text = NO_COLUMNS
    soon_text = "As soon as the network is built, it stands here what each column is worth to it."
    frame_names = ("importance", "dependence")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words, self.bars, self.curve = Elided(), CostBars("What shuffling each column costs"), AlongCurve()
        self.bars.key = KEY
        self.bars.chosen.connect(self._choose)
        self.over = QPushButton(STARTS_WORDS[0])
        self.over.setToolTip("The same of twenty networks with other weights and order")
        self.over.clicked.connect(self._ask_starts)
        self.sentence = Remark(self.body)
        self.listing = QScrollArea()
        self.listing.setWidgetResizable(True)
        self.listing.setFrameShape(QScrollArea.Shape.NoFrame)
        self.listing.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.listing.setWidget(self.bars)
        clear(self.listing)
        self._asked = ""
        self._arrange()

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(10, 4, 8, 0)
        top.addWidget(self.words, 1)
        top.addWidget(limited(self.over, STARTS))
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setContentsMargins(2, 0, 4, 0)
        self._sides.addWidget(self.listing, 5)
        self._sides.addWidget(self.curve, 4)
        foot = QHBoxLayout()
        foot.setContentsMargins(10, 0, 8, 4)
        foot.addWidget(self.sentence)
        whole = QVBoxLayout(self.body)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2)
        whole.addLayout(top)
        whole.addLayout(self._sides, 1)
        whole.addLayout(foot)

    # What the shell says

    def fits(self) -> bool:
        return self.experiment is not None and not reason_against(self.experiment)

    def wanted(self) -> dict[str, dict[str, Any]]:
        along = {"kind": "dependence", "column": self.column}
        return {"importance": {"kind": "importance"}} | ({} if self.curve.isHidden() else {"dependence": along})

    @property
    def column(self) -> str:
        """The one in hand: as it was chosen, else the dearest one."""
        frame, chosen = self.frame, self.state.options.get(COLUMN, "")
        if frame is None:
            return chosen if isinstance(chosen, str) else ""
        return chosen if chosen in frame.info["columns"] else bars(frame)[0].name

    def show_theme(self, theme: Theme) -> None:
        self.words.setFont(theme.digits(CAPTION + 1))
        self.words.setStyleSheet(f"font-size: {theme.px(CAPTION + 1)}px;")
        self.sentence.show_theme(theme)
        self.over.setStyleSheet(f"padding: 0px 10px; min-height: 0px; font-size: {theme.px(BASE)}px;")
        self.over.setFixedHeight(theme.px(24))
        super().show_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is more room above one another than side by side."""
        super().resizeEvent(event)
        tall = self.height() > 0.9 * self.width()
        self._show_curve(self.height() >= self.theme.px(LOW) if tall else self.width() >= self.theme.px(NARROW))
        self._sides.setDirection(QBoxLayout.Direction.TopToBottom if tall else QBoxLayout.Direction.LeftToRight)
        self._write_head()

    def _show_curve(self, there: bool) -> None:
        """Where there is little room the bars have it, and nobody computes the curve."""
        if there == self.curve.isHidden():
            self.curve.setVisible(there)
            self.wants.emit()

    # Drawing

    def draw(self) -> None:
        super().draw()
        if self.experiment is not None and (reason := reason_against(self.experiment)):
            self.say_empty(reason)
        elif (problem := self._problem) and self.frame is None:
            self.say_empty(problem)

    @property
    def _problem(self) -> str:
        frame = self.frames.get("importance")
        return frame.info.get("problem", "") if frame is not None else ""

    def draw_frame(self, frame: Frame) -> None:
        if self.experiment is not None:
            self.sentence.say(SAID.format(no_cause=no_cause(self.experiment, frame.info["target"])))
        self._write_head()
        self.bars.show_bars(bars(frame), self.column, self.theme)
        along = self.frames.get("dependence")
        fitting = along is not None and along.info.get("column") == self.column
        self.curve.show_frame(along if fitting else None, self.theme)
        if self._asked != self.column:  # another one is the dearest now
            self._asked = self.column
            self.wants.emit()

    def _write_head(self) -> None:
        frame = self.frame
        if frame is not None:
            said, short = head(frame)
            self.over.setText(
                STARTS_WORDS[self.words.fontMetrics().horizontalAdvance(short) + self.theme.px(OVER) > self.width()]
            )
            room = self.words.contentsRect().width()
            self.words.setText(said if self.words.fontMetrics().horizontalAdvance(said) <= room else short)
            self.words.setToolTip(f"{said}\n{self.sentence.text()}\n{KEY_WORDS}")

    def _choose(self, column: str) -> None:
        self.set_option(COLUMN, column)

    def _ask_starts(self) -> None:
        if self.experiment is not None and self.frame is not None:
            self.ask(OverStarts(self.experiment, self.frame.update))

    def numbers(self) -> Numbers:
        frame = self.frame
        if frame is None:
            return HEADER, []
        arrays = frame.arrays
        spread = arrays["drops"].std(axis=1, ddof=1)
        rows = zip(
            frame.info["columns"], arrays["drops"].mean(axis=1).tolist(), arrays["error"].tolist(), spread.tolist(),
            arrays["rises"].mean(axis=1).tolist(), strict=True,
        )  # fmt: skip
        return HEADER, [list(row) for row in rows]
