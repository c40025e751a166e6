"""One setting that a study varies: which one, and its values as they are typed after `--vary PATH=`."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.look.theme import current
from app.widgets.asked_combo import AskedCombo
from app.widgets.combo import Option
from app.widgets.labels import Elided
from app.widgets.restyle import restyle
from core.documents.labels import label_of
from core.experiment import Experiment
from core.messages import BadInput
from core.studies.axis import Axis
from core.studies.settings import settings, to_try
from core.studies.varied import varied

NOTHING = ""
WIDE, MOST = 190, 0.42  # px of the choice, and its largest share of the width
TIP = (
    "FROM..TO, with :log where they lie apart by a factor and :N for how many, or A,B,C. "
    "Any setting can be typed whole: optimizer.momentum=0..0.9:4"
)
SHOWN = 9  # values that are told


class AxisField(QWidget):
    """`changed()`: a person wants something else to be varied; `read()`: what is asked was read anew. `optional`: there
    may be no such setting."""

    changed = Signal()
    read = Signal()

    def __init__(self, label: str, word: str, *, optional: bool = False) -> None:
        super().__init__()
        self._optional, self._path = optional, NOTHING
        self._experiment: Experiment | None = None
        self.setting = AskedCombo(label, self._settings)
        self.setting.changed.connect(self.choose)
        self.values = QLineEdit()
        self.values.setAccessibleName(f"Values of {label.lower()}")
        self.values.setToolTip(TIP)
        self.values.editingFinished.connect(self._typed)
        self.told = Elided()
        row = QHBoxLayout()
        row.setSpacing(6)
        caption = QLabel(word)
        caption.setProperty("role", "caption")
        row.addWidget(caption)
        row.addWidget(self.setting)
        row.addWidget(self.values, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.told)

    def fit(self, width: int) -> None:
        """The choice leaves room for the values."""
        self.setting.setFixedWidth(min(current().px(WIDE), round(MOST * width)))

    # Asking

    @property
    def axis(self) -> Axis | None:
        """What is varied; None where nothing is, or what is typed makes no sense."""
        try:
            return self._read()
        except BadInput:
            return None

    @property
    def problem(self) -> str:
        """Why what is typed makes no sense; "" where it does."""
        try:
            self._read()
        except BadInput as error:
            return error.reason
        return ""

    def _read(self) -> Axis | None:
        if self._path == NOTHING or self._experiment is None:
            return None
        return varied(f"{self._path}={self.values.text()}", self._experiment)

    # Showing

    def show_experiment(self, experiment: Experiment) -> None:
        """Settings are those of this one from now on."""
        self._experiment = experiment
        self.show_axis(self._path, self.values.text())

    def show_axis(self, path: str, values: str) -> None:
        """What is varied; nobody is told that a person `changed` it."""
        self._path = path
        self.setting.show_choice(self._option(path))
        self.values.setText(values)
        self.values.setModified(False)
        self.values.setCursorPosition(0)
        self.values.setEnabled(path != NOTHING)
        self._tell()

    def choose(self, path: str) -> None:
        """Another setting, with the values that it begins with."""
        if self._experiment is not None:
            self.show_axis(path, to_try(self._experiment, path) if path else "")
            self.changed.emit()

    def _option(self, path: str) -> Option:
        if path == NOTHING or self._experiment is None:
            return Option(NOTHING, "nothing else" if self._optional else "choose …")
        known = {each.path: each.label for each in settings(self._experiment)}
        return Option(path, known.get(path) or label_of(self._experiment, path), path)

    def _settings(self) -> Sequence[Option]:
        if self._experiment is None:
            return ()
        offered = [Option(each.path, each.label, each.path) for each in settings(self._experiment)]
        own = [] if any(each.key == self._path for each in offered) else [self._option(self._path)]
        none = [self._option(NOTHING)] if self._optional and self._path else []
        return [*none, *own, *offered]

    # Typing

    def _typed(self) -> None:
        """A whole setting may be typed, too."""
        if not self.values.isModified():
            return
        self.values.setModified(False)
        path, sign, values = self.values.text().partition("=")
        whole = bool(sign) and "{" not in path and "[" not in path
        if whole:
            self.show_axis(path.strip(), values.strip())
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        """The values, or what is wrong with them."""
        axis, problem = self.axis, self.problem
        if axis is None:
            words = f"{problem[:1].upper()}{problem[1:]}." if problem else ""
        else:
            names = axis.names
            shown = names if len(names) <= SHOWN else (*names[: SHOWN - 2], "…", names[-1])
            words = f"{len(names)} values: {', '.join(shown)}"
        self.read.emit()
        self.told.setText(words)
        self.told.setToolTip(words)
        restyle(self.told, role="problem" if problem else "caption")
