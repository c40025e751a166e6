"""The envelope: samples that nobody has seen, opened once, when all is chosen; then both figures, side by side."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.look.theme import Theme, current
from app.shell.keys import forbid_click_focus
from app.widgets.icon_button import IconButton
from app.widgets.work_sheet import WorkSheet
from core.data.envelope import Opened
from core.experiment import Experiment
from core.luck.found import figure_words, written
from core.threads.opening import Opening

WIDTH, HEIGHT = 600, 280  # px
LARGE = 30  # px of the two figures
CLOSED = "{sealed} samples of the test part are sealed: no figure, curve or picture has shown what comes of them."
CHOSEN = "What is chosen by a figure looks better by it than it is: by these samples nothing has been chosen."
ONCE = "Open it when all is chosen. It opens once: whatever is chosen afterwards has seen what was in it."
AFTER = "Opened after update {updates:,}. Whatever is chosen from now on has seen it: a true test needs other samples."
OPENING = "The samples are looked at …"
LATE = "The run is another one by now: open it again."


class EnvelopeSheet(WorkSheet):
    """`wanted()`: a person opens it; `found(opened)`: what was in it."""

    wanted = Signal()
    found = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, "Envelope", (WIDTH, HEIGHT))
        self._opening: Opening | None = None
        self._experiment: Experiment | None = None
        self.opened: Opened | None = None

    def open(self, experiment: Experiment, sealed: str, opened: Opened | None) -> None:
        """Of an experiment of whose samples so many are `sealed`, "125"; `opened`: what was in it, None while it is
        closed."""
        self.prepare()
        self._experiment, self.opened = experiment, opened
        self.words.setText(CLOSED.format(sealed=sealed))
        self._show()
        self.show_up()

    def build(self) -> None:
        title = QLabel("Envelope")
        title.setProperty("role", "title")
        cross = IconButton("close", "Close", "Back to the lab (Esc)", small=True)
        cross.clicked.connect(self.shut)
        self.words, self.caution = _wrapped(), _wrapped("sentence")
        self.both = QWidget()
        self.figures, self.captions = (QLabel(), QLabel()), (QLabel(), QLabel())
        self.drop = _wrapped()
        self.press = QPushButton("Open the envelope")
        self.press.setProperty("primary", True)
        self.press.clicked.connect(self._press)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(cross)
        rows = QVBoxLayout(self.sheet)
        rows.setContentsMargins(20, 14, 20, 16)
        rows.setSpacing(12)
        rows.addLayout(head)
        rows.addWidget(self.words)
        rows.addWidget(self._figures())
        rows.addWidget(self.drop)
        rows.addStretch(1)
        rows.addWidget(self.caution)
        rows.addWidget(self.press, 0, Qt.AlignmentFlag.AlignLeft)
        forbid_click_focus(self)

    def _figures(self) -> QWidget:
        grid = QGridLayout(self.both)
        grid.setContentsMargins(0, 0, 0, 0)
        for column, (caption, figure) in enumerate(zip(self.captions, self.figures, strict=True)):
            caption.setProperty("role", "caption")
            grid.addWidget(caption, 0, column)
            grid.addWidget(figure, 1, column)
        return self.both

    def _show(self) -> None:
        """Closed, or what was in it."""
        opened, experiment = self.opened, self._experiment
        self.both.setVisible(opened is not None)
        self.drop.setVisible(opened is not None)
        self.words.setVisible(opened is None)
        self.press.setVisible(opened is None)
        self.press.setEnabled(not self.working)
        if opened is None or experiment is None:
            self.caution.setText(f"{CHOSEN} {ONCE}")
            return
        name = opened.measure
        font = current().digits(LARGE, bold=True)
        parts = (("test", opened.test, opened.test_samples), ("sealed", opened.sealed, opened.sealed_samples))
        for caption, figure, (part, figures, count) in zip(self.captions, self.figures, parts, strict=True):
            label = figure_words(experiment, f"{part}.{name}")
            caption.setText(f"{label[:1].upper()}{label[1:]}, {count:,} samples")
            figure.setFont(font)
            figure.setText(written(experiment, f"{part}.{name}", figures[name]))
        drop = opened.drop().partition(": ")[2]
        other = f" {opened.drop('loss')[:1].upper()}{opened.drop('loss')[1:]}." if name != "loss" else ""
        self.drop.setText(f"{drop[:1].upper()}{drop[1:]} on samples by which nothing was chosen.{other}")
        self.caution.setText(AFTER.format(updates=opened.updates))

    def _press(self) -> None:
        self.press.setEnabled(False)
        self.caution.setText(OPENING)
        self.wanted.emit()

    def look_inside(self, opening: Opening) -> None:
        """The run has told what it is."""
        self._opening = opening
        self.hire(opening)

    def tell_late(self) -> None:
        """By now the run is another one."""
        self.press.setEnabled(True)
        self.caution.setText(LATE)

    def look(self) -> None:
        assert self._opening is not None, "the timer runs while it is opened"
        pieces, over, problem = self._opening.news()
        if over:
            self.rest()
        if pieces:
            self.opened = pieces[-1]
            self._show()
            self.found.emit(self.opened)
        elif problem:
            self._show()
            self.caution.setText(problem)

    def show_theme(self, theme: Theme) -> None:
        super().show_theme(theme)
        if self.built:
            self._show()


def _wrapped(role: str = "") -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    if role:
        label.setProperty("role", role)
    return label
