"""Another optimizer keeps the learning rate: both numbers are told, and the usual one is offered."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.network.lab import Lab
from app.shell.notices import Notice
from core.experiment import Experiment

PATH = "optimizer.lr"


class KeptRate(QObject):
    """Speaks in a notice of its own until another rate is taken."""

    def __init__(self, lab: Lab, notice: Notice) -> None:
        super().__init__(lab)
        self._lab, self._notice = lab, notice
        self._usual = 0.0
        lab.store.changed.connect(self._on_changed)

    def _on_changed(self, old: Experiment, new: Experiment) -> None:
        usual = None if self._lab.store.opening else usual_instead(old, new)
        if usual is not None:
            self._usual = usual
            name, rate = new.optimizer.label, new.optimizer.lr
            sentence = f"{name} goes on with η = {rate:g}; usual with {name} is {usual:g}."
            self._notice.say(sentence, f"Take η = {usual:g}", self._take)
        elif (old.optimizer, old.rule) != (new.optimizer, new.rule):
            self._notice.hide()

    def _take(self) -> None:
        self._lab.store.finish()
        self._lab.edit(PATH, self._usual)


def usual_instead(old: Experiment, new: Experiment) -> float | None:
    """The learning rate that is usual with another optimizer where it has kept that of the one before; else None."""
    usual = float(type(new.optimizer).model_fields["lr"].default)
    kept = new.optimizer.kind != old.optimizer.kind and new.optimizer.lr == old.optimizer.lr != usual
    return usual if kept and new.rule.descends else None
