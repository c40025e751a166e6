"""Which of several yes-or-no answers a picture shows: all of them together, or one by itself."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.documents.view_state import ViewState
from app.widgets.combo import DropDown
from app.widgets.segments import Segments
from core.data.preparation import Prepared
from core.experiment import Experiment

OPTION = "answer"
TOGETHER = "-1"
LABEL = "Which answer"
HEIGHT = 22  # px


def answer_of(state: ViewState) -> int:
    """The number of the chosen answer; −1: all together."""
    return int(state.options.get(OPTION, TOGETHER))


class AnswerBar(QWidget):
    """`chosen(number)` as text; hidden where the task has no such answers. Their names stand side by side where there
    is room for all of them, else in a list."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.segments, self.list = Segments(LABEL, {TOGETHER: "together"}, HEIGHT, self), DropDown(self)
        self.list.setAccessibleName(LABEL)
        self.list.setToolTip(LABEL)
        self.list.setSizeAdjustPolicy(DropDown.SizeAdjustPolicy.AdjustToContents)
        self.list.hide()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.segments.chosen.connect(self._choose)
        self.list.activated.connect(lambda _place: self._choose(self.list.currentData()))
        self.hide()

    def set_narrow(self, narrow: bool) -> None:
        """Less room beside the names, where there is little."""
        self.segments.set_narrow(narrow)

    def show_answers(self, experiment: Experiment, prepared: Prepared | None, state: ViewState) -> None:
        """Those of the data, where each is learned by itself."""
        answers = prepared.table.answers if prepared is not None and experiment.loss.apart else ()
        self.setVisible(bool(answers))
        words = {TOGETHER: "together", **{str(number): name for number, name in enumerate(answers)}}
        if words != self.segments.words:
            self.segments.set_words(words)
            self.list.clear()
            for number, name in words.items():
                self.list.addItem(name, number)
            self._fit()
        wanted = str(answer_of(state))
        self._show(wanted if wanted in words else TOGETHER)

    def sizeHint(self) -> QSize:
        return QSize(self.segments.sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        room = self.segments.sizeHint().width()
        return QSize(min(room, self.list.minimumSizeHint().width()), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _height(self) -> int:
        return (self.list if self._listed else self.segments).sizeHint().height()

    @property
    def _listed(self) -> bool:
        return self.segments.isHidden()

    def _fit(self) -> None:
        fits, before = self.width() >= self.segments.sizeHint().width(), self._listed
        self.segments.setVisible(fits)
        self.list.setVisible(not fits)
        self.segments.setGeometry(self.rect())
        self.list.setGeometry(0, 0, min(self.width(), self.list.sizeHint().width()), self.height())
        if before is fits:
            self.updateGeometry()

    def _show(self, number: str) -> None:
        self.segments.set_value(number)
        self.list.setCurrentIndex(list(self.segments.words).index(number))

    def _choose(self, number: str) -> None:
        self._show(number)
        self.chosen.emit(number)
