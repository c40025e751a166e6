"""One update in slow motion: phase after phase, in words, with the numbers filled into the formula, and as arrows on
the map."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.look.theme import Theme, current
from app.race.colours import picture
from app.race.told import NUMBERS_ONLY, Told
from app.widgets.formula import Formula
from app.widgets.icon_button import IconButton
from app.widgets.limited import limited
from core.race.phases import Phase

HEIGHT = 118  # px: the same for all phases, so that the map stands still
WITHOUT_SIZE = ("compare", "rate", "trust")  # plain numbers: nobody looks for an arrow
PAUSE = 2600  # ms that a phase stays before the next one is told


class Teller(QFrame):
    """`told(Told)` says what the map draws; `ended()` when the last phase has been told, `shut()` when it is put
    away."""

    told = Signal(object)
    ended = Signal()
    shut = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "raised")
        self.setAccessibleName("One update in slow motion")
        self.phases: tuple[Phase, ...] = ()
        self.at = 0
        self.by_itself = False
        self._colour = 0
        self.timer = QTimer(self, singleShot=True, interval=PAUSE)
        self.timer.timeout.connect(self._go_on_by_itself)
        self._build()
        self.hide()

    def _build(self) -> None:
        self.mark, self.title, self.counter = QLabel(), QLabel(), QLabel()
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.title.installEventFilter(self)
        self.counter.setProperty("role", "caption")
        self.words, self.formula, self.filled = QLabel(), Formula(parts=False), QLabel()
        for label in (self.words, self.formula, self.filled):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.back = IconButton("step-back", "Phase before")
        self.next = QPushButton("Next")
        self.automatic = QCheckBox("By itself")
        self.automatic.setToolTip("The phases follow each other without a hand; the last one stays.")
        self.automatic.toggled.connect(self.set_by_itself)
        self.close_ = IconButton("close", "Put this away", small=True)
        self.back.clicked.connect(self.go_back)
        self.next.clicked.connect(self.go_on_by_hand)
        self.close_.clicked.connect(self.put_away)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.mark)
        head.addWidget(self.title, 1)
        head.addWidget(self.counter)
        for button in (self.automatic, self.back, self.next):
            head.addWidget(limited(button, "race_tell"))
        head.addWidget(self.close_)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 6, 8, 8)
        rows.setSpacing(3)
        rows.addLayout(head)
        said = QHBoxLayout()
        said.setSpacing(16)
        numbers = QVBoxLayout()
        numbers.setSpacing(1)
        numbers.addWidget(self.formula)
        numbers.addWidget(self.filled)
        said.addWidget(self.words, 2)
        said.addLayout(numbers, 3)
        rows.addLayout(said)

    def tell(self, name: str, colour: int, update: int, phases: tuple[Phase, ...]) -> None:
        """Begin with the first phase."""
        self.phases, self.at, self._colour = phases, 0, colour
        self._name, self._update = name, update
        self.show()
        self._show()

    def go_on(self) -> None:
        """The next phase; after the last one the update is made."""
        if self.at + 1 < len(self.phases):
            self.at += 1
            self._show()
        elif self.phases:
            self.ended.emit()

    def _go_on_by_itself(self) -> None:
        """The next phase; the last one stays until a hand makes the update or puts the strip away."""
        if self.at + 1 < len(self.phases):
            self.go_on()

    def go_on_by_hand(self) -> None:
        self.timer.stop()
        self.go_on()

    def go_back(self) -> None:
        """The phase before; it then waits."""
        self.at = max(self.at - 1, 0)
        self._show()
        self.timer.stop()

    def put_away(self) -> None:
        """No slow motion any more."""
        self.timer.stop()
        self.phases = ()
        self.hide()
        self.told.emit(Told())
        self.shut.emit()

    def hold(self) -> None:
        """The room has left the front."""
        self.timer.stop()

    def set_by_itself(self, on: bool) -> None:
        """Whether the phases follow each other without a hand."""
        self.by_itself = on
        self.automatic.setChecked(on)
        if on and self.at + 1 < len(self.phases):
            self.timer.start()
        else:
            self.timer.stop()

    def reduce_motion(self, still: bool) -> None:
        """With reduced motion nothing goes on without a hand."""
        self.automatic.setEnabled(not still)
        if still:
            self.set_by_itself(False)

    def _show(self) -> None:
        phase, theme = self.phases[self.at], current()
        self._write_title()
        self.counter.setText(f"{self.at + 1} of {len(self.phases)}")
        self.words.setText(
            phase.words if phase.mark == "arrow" or phase.key in WITHOUT_SIZE else f"{phase.words} {NUMBERS_ONLY}"
        )
        self.formula.setText(phase.formula)
        self.filled.setText(written(phase))
        self.back.setEnabled(self.at > 0)
        self.next.setText("Next" if self.at + 1 < len(self.phases) else "Make the update")
        self.mark.setPixmap(picture(self._colour, theme.px(18), theme, self.devicePixelRatioF()))
        self.told.emit(Told(self.phases[: self.at + 1], self._colour, self._name, self.phases))
        if self.by_itself and self.isVisible() and self.at + 1 < len(self.phases):
            self.timer.start()

    def _write_title(self) -> None:
        """The phase first: where room is short the rest of the words goes."""
        if self.phases:
            words = f"{self.phases[self.at].title} ({self._name}, update {self._update:,})"
            self.title.setToolTip(words)
            self.title.setText(
                self.title.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, self.title.width())
            )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What stands at the right takes room from the title."""
        if event.type() == QEvent.Type.Resize:
            self._write_title()
        return False

    def show_theme(self, theme: Theme) -> None:
        self.title.setFont(theme.font(13, bold=True))
        self.filled.setFont(theme.digits(13))
        self.formula.setStyleSheet(f"font-size: {theme.px(14)}px; font-weight: 600;")
        self.filled.setStyleSheet(f"font-size: {theme.px(13)}px;")
        self.setFixedHeight(theme.px(HEIGHT))


def written(phase: Phase) -> str:
    """The formula with its numbers, one line a coordinate; one line where both are the same."""
    x, y = phase.filled
    return x if x == y else f"x:  {x}\ny:  {y}"
