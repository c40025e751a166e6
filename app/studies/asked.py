"""Asked: a study as its sheet asks it, and what the list of runs tells of it."""

from __future__ import annotations

import json

from core.documents.labels import label_of
from core.experiment import Experiment
from core.frozen import frozen
from core.messages import BadInput
from core.runs.gathered import Gathered
from core.runs.listed import STUDY
from core.studies.report import Report

WHERE = "study"


@frozen
class Asked:
    """`vary` are the settings by path, with their values as they are typed; `about` is the word of the figures."""

    base: Experiment
    vary: tuple[tuple[str, str], ...]
    starts: int
    updates: int
    luck: tuple[str, ...]
    about: str

    def dumps(self) -> str:
        """As JSON."""
        plain = {"base": self.base.dumps(), "vary": self.vary, "starts": self.starts, "updates": self.updates}
        return json.dumps(plain | {"luck": self.luck, "about": self.about})

    @classmethod
    def loads(cls, text: str) -> Asked:
        """What `dumps` wrote; `BadInput` where it is none."""
        try:
            found = json.loads(text)
            vary = tuple((str(path), str(values)) for path, values in found["vary"])
            base, luck = Experiment.loads(found["base"], WHERE), tuple(map(str, found["luck"]))
            return cls(base, vary, int(found["starts"]), int(found["updates"]), luck, str(found["about"]))
        except (KeyError, TypeError, json.JSONDecodeError) as error:
            raise BadInput(WHERE, "", "cannot be read") from error

    def as_row(self, report: Report, told: str) -> Gathered:
        """ "Study: Learning rate η (9 values) × 5 starts · The ring", with the median of the best of its cells."""
        labels = " × ".join(
            f"{label_of(self.base, axis.path)} ({len(axis.values)} values)" for axis in report.study.axes
        )
        best = report.best
        median = best.figures[report.main].median if best is not None else float("nan")
        title = self.base.title or self.base.data.label
        starts = f" × {self.starts} starts" if self.starts > 1 else ""
        words = f"Study: {labels}{starts} · {title}"
        told = f"The figure is the median of its best cell. {told}"
        return Gathered(STUDY, words, self.dumps(), self.updates, len(report.results), report.main, median, told)
