"""The weight penalties: add, remove, and their settings, with the formula and what the optimizer makes of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.documents.intents import ShowPicture
from app.forms.form import Form
from app.panels.words import Words, heading
from app.widgets.icon_button import IconButton
from app.widgets.limited import limited
from core import registry
from core.experiment import Experiment
from core.families import Penalty

FIRST_RATE = 0.001
PULLS = ShowPicture("pulls")
PLAIN = {"sgd", "asgd"}  # add the penalty's gradient to the step as it is


class PenaltyCard(QFrame):
    """One penalty; `seen()` where a person wants to see what it does to the weights."""

    removed = Signal(str)
    seen = Signal()

    def __init__(self, kind: str) -> None:
        super().__init__()
        cls = registry.kind_of(Penalty, kind)
        self.kind = kind
        self.setProperty("panel", "raised")
        self.setAccessibleName(cls.label)
        self.form = Form(f"penalties.{kind}.")
        self.remove = IconButton("delete", f"Remove {cls.label}", f"Without {cls.label}", small=True)
        self.remove.clicked.connect(self._remove)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 8, 8, 8)
        rows.setSpacing(4)
        rows.addLayout(heading(cls.label, limited(self.remove, f"penalties.{kind}")))
        rows.addWidget(Words(cls.formula))
        rows.addWidget(Words(cls.summary(), "caption"))
        rows.addSpacing(4)
        rows.addWidget(self.form)
        self.see = QPushButton("See the pull on each weight")
        self.see.setToolTip("Shows the picture Pull on the weights")
        self.see.clicked.connect(self.seen)
        rows.addWidget(limited(self.see, *PULLS.changes))

    def _remove(self) -> None:
        self.removed.emit(self.kind)


class PenaltyList(QWidget):
    """`changed(penalties)` for the list as a whole, `intent(value)` as a panel's; the cards' forms are handed to the
    drawer by `made` and `gone`."""

    changed = Signal(object)
    intent = Signal(object)
    made = Signal(object)
    gone = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.cards: dict[str, PenaltyCard] = {}
        self._penalties: tuple[Penalty, ...] = ()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self.add: dict[str, QPushButton] = {}
        row = QHBoxLayout()
        row.setSpacing(8)
        for kind, cls in registry.kinds(Penalty).items():
            button = QPushButton(f"Add {cls.label}")
            button.setToolTip(cls.summary())
            button.setObjectName(kind)
            button.clicked.connect(self._add)
            self.add[kind] = button
            row.addWidget(limited(button, "penalties"), 1)
        self.column.addLayout(row)
        self.note = Words("", "caption")
        self.column.addWidget(self.note)

    def show_experiment(self, experiment: Experiment) -> None:
        self._penalties = experiment.penalties
        kinds = [penalty.kind for penalty in experiment.penalties]
        for kind in [kind for kind in self.cards if kind not in kinds]:
            self._drop(kind)
        for place, penalty in enumerate(experiment.penalties):
            card = self.cards.get(penalty.kind) or self._make(penalty.kind, place)
            card.form.show_model(penalty)
        for kind, button in self.add.items():
            button.setVisible(kind not in kinds)
        self.note.setText(_note(experiment))
        self.note.setVisible(bool(self.note.text()))

    def _make(self, kind: str, place: int) -> PenaltyCard:
        card = PenaltyCard(kind)
        card.removed.connect(self._remove)
        card.seen.connect(self._show_pulls)
        self.cards[kind] = card
        self.column.insertWidget(place, card)
        self.made.emit(card.form)
        return card

    def _show_pulls(self) -> None:
        self.intent.emit(PULLS)

    def _drop(self, kind: str) -> None:
        card = self.cards.pop(kind)
        self.gone.emit(card.form)
        self.column.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _add(self) -> None:
        button = self.sender()
        assert button is not None
        added = registry.read(Penalty, {"kind": button.objectName(), "rate": FIRST_RATE})
        self.changed.emit((*self._penalties, added))

    def _remove(self, kind: str) -> None:
        self.changed.emit(tuple(penalty for penalty in self._penalties if penalty.kind != kind))


def _note(experiment: Experiment) -> str:
    """What the optimizer makes of an L2 penalty."""
    if "l2" not in {penalty.kind for penalty in experiment.penalties}:
        return ""
    name = experiment.optimizer.label
    if experiment.optimizer.kind in PLAIN:
        return f"With {name} this equals a weight decay of the same size."
    return f"{name} rescales the penalty's gradient like the rest, so L2 here is not the weight decay of AdamW, which shrinks all weights alike."
