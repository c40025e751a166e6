"""The run that is drawn, and the one that stands behind it as a ghost."""

from __future__ import annotations

from collections.abc import Mapping

from app.documents.setting_words import other_words
from core.frames import POINT, Mark
from core.frozen import frozen
from core.history.metrics import History, Metrics


@frozen
class Compared:
    """`metrics` are those of the run, which owns them, `before` those of the run before; None where there is none."""

    metrics: Metrics | None = None
    before: Metrics | None = None

    @property
    def history(self) -> History:
        """The course of the run."""
        return self.metrics.history if self.metrics is not None else History()

    @property
    def between(self) -> History:
        """What was seen of it between its evaluations."""
        return self.metrics.between if self.metrics is not None else History()

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The flags on its way."""
        marks = self.metrics.marks if self.metrics is not None else ()
        return tuple(mark for mark in marks if mark.kind != POINT)

    @property
    def baselines(self) -> Mapping[str, float]:
        """What an answer without looking gets."""
        return self.metrics.baselines if self.metrics is not None else {}

    @property
    def ghost_name(self) -> str:
        """What the run before had where this one has something else."""
        if self.metrics is None or self.before is None:
            return ""
        words = other_words(self.before.experiment, self.metrics.experiment)
        if self.metrics.letter and self.before.letter not in ("", self.metrics.letter):
            return f"run {self.before.letter}" + (f": {words}" if words else "")
        return f"before: {words}" if words else "the run before"

    @property
    def ghost_brief(self) -> str:
        """The same in two words."""
        return self.ghost_name.partition(":")[0]

    def ghost_words(self, *, cut: bool) -> str:
        """Its name; where it goes on beyond the picture, also how far."""
        name = self.ghost_name
        return (
            f"{name}, to update {self.before.history.newest:,.0f}" if cut and name and self.before is not None else name
        )

    def ghost(self, kind: str) -> History:
        """The course of the run before, where both have the same loss, or the same score."""
        if self.metrics is None or self.before is None or figure_of(kind, self.before) != figure_of(kind, self.metrics):
            return History()
        return self.before.history


def figure_of(kind: str, metrics: Metrics) -> str:
    """What the number drawn is called in a run's experiment."""
    return metrics.experiment.loss.kind if kind == "loss" else metrics.experiment.task.score
