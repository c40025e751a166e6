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
from core.studies.sought import Sought

GRID, SEARCH = "grid", "search"  # how the settings are chosen
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
    how: str = GRID

    def dumps(self) -> str:
        """As JSON."""
        plain = {"base": self.base.dumps(), "vary": self.vary, "starts": self.starts, "updates": self.updates}
        how = {"how": self.how} if self.how != GRID else {}
        return json.dumps(plain | {"luck": self.luck, "about": self.about} | how)

    @classmethod
    def loads(cls, text: str) -> Asked:
        """What `dumps` wrote; `BadInput` where it is none."""
        try:
            found = json.loads(text)
            vary = tuple((str(path), str(values)) for path, values in found["vary"])
            base, luck = Experiment.loads(found["base"], WHERE), tuple(map(str, found["luck"]))
            starts, updates, about = int(found["starts"]), int(found["updates"]), str(found["about"])
            return cls(base, vary, starts, updates, luck, about, str(found.get("how", GRID)))
        except (KeyError, TypeError, json.JSONDecodeError) as error:
            raise BadInput(WHERE, "", "cannot be read") from error

    def as_row(self, report: Report, told: str) -> Gathered:
        """ "Study: Learning rate η (9 values) × 5 starts · The ring", with the median of the best of its cells."""
        labels = " × ".join(
            f"{label_of(self.base, axis.path)} ({len(axis.values)} values)" for axis in report.study.axes
        )
        best = report.best
        median = best.figures[report.main].median if best is not None else float("nan")
        told = f"The figure is the median of its best cell. {told}"
        words = f"Study: {labels}{self._of}"
        return Gathered(STUDY, words, self.dumps(), self.updates, len(report.results), report.main, median, told)

    def as_found(self, sought: Sought, told: str) -> Gathered:
        """ "Search: Learning rate η, Units (30 trials) × 5 starts · The ring", with the best that was found."""
        labels = ", ".join(label_of(self.base, path) for path, _ in self.vary)
        best = sought.best[0].value if sought.best else float("nan")
        told = f"The figure is that of the best of {sought.count} trials. {told}"
        words = f"Search: {labels} ({sought.count} trials){self._of}"
        runs = self.starts * (sought.done - sought.refused)
        return Gathered(STUDY, words, self.dumps(), self.updates, runs, sought.figure, best, told)

    @property
    def _of(self) -> str:
        """How many starts, and of what."""
        starts = f" × {self.starts} starts" if self.starts > 1 else ""
        return f"{starts} · {self.base.title or self.base.data.label}"
