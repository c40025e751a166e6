"""What a search has found so far: the best settings, and which of them explain the differences."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.look.theme import BASE, current
from app.studies.runs_row import short
from core.documents.labels import label_of
from core.experiment import Experiment
from core.luck.found import figure_words, written
from core.messages import percent
from core.studies.sought import BEST, Sought

LINE = 26  # px of a bar with its name
TOO_FEW = "Which setting explains the differences is told after some trials."
CAUTION = "The best of many trials looks better than it is: try it with other starts, and on data that chose nothing."
Flag = Qt.AlignmentFlag


class Importance(QWidget):
    """A bar for each setting, as long as its share."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Which setting explains the differences")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.shares: tuple[tuple[str, float], ...] = ()

    def show_shares(self, shares: tuple[tuple[str, float], ...]) -> None:
        """The name of each setting, with how much it explains (0 to 1)."""
        self.shares = shares
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.digits(BASE))
        line = theme.px(LINE)
        names = 0.42 * self.width()
        if not self.shares:
            painter.setPen(QColor(theme.muted))
            painter.drawText(self.rect(), Flag.AlignLeft | Flag.AlignTop | Qt.TextFlag.TextWordWrap, TOO_FEW)
        for place, (name, share) in enumerate(self.shares):
            top = place * line
            painter.setPen(QColor(theme.text))
            short = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, int(names) - 8)
            painter.drawText(QRectF(0, top, names - 8, line), Flag.AlignRight | Flag.AlignVCenter, short)
            room = self.width() - names - theme.px(48)
            painter.fillRect(QRectF(names, top + 5, max(1.0, share * room), line - 10), QColor(theme.muted))
            painter.drawText(
                QRectF(names + share * room + 6, top, theme.px(48), line),
                Flag.AlignLeft | Flag.AlignVCenter,
                percent(share),
            )
        painter.end()


class SearchPage(QWidget):
    """`pressed(candidate)`: a person wants to have its first start in the window."""

    pressed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.head, self.importance = QLabel(), Importance()
        self.head.setProperty("role", "caption")
        explains = QLabel("What explains the differences (PED-ANOVA)")
        explains.setProperty("role", "caption")
        self.buttons = [QPushButton() for _ in range(BEST)]
        self.sought: Sought | None = None
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(self.head)
        for button in self.buttons:
            button.setStyleSheet("text-align: left; padding: 0px 10px; min-height: 0px;")
            button.setFixedHeight(current().px(28))
            button.setToolTip("A press makes its first start the run in the window.")
            button.clicked.connect(self._press)
            button.hide()
            left.addWidget(button)
        left.addStretch(1)
        right.addWidget(explains)
        right.addWidget(self.importance, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(left, 1)
        row.addLayout(right, 1)

    def show_sought(self, base: Experiment, sought: Sought) -> None:
        """What is best so far."""
        self.sought = sought
        label = figure_words(base, sought.figure)
        self.head.setText(f"The best so far, by the median {label} of its starts")
        for place, button in enumerate(self.buttons):
            button.setVisible(place < len(sought.best))
            if place < len(sought.best):
                each = sought.best[place]
                settings = ", ".join(f"{label_of(base, path)} {short(value)}" for path, value in each.edits)
                button.setText(f"{written(base, sought.figure, each.value)}    {settings}")
        self.importance.show_shares(tuple((label_of(base, path), share) for path, share in sought.importance))

    def _press(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton) and self.sought is not None:
            self.pressed.emit(self.sought.best[self.buttons.index(button)])
