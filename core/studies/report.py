"""Report: a study with what came of it, ready to be told, drawn and written."""

from __future__ import annotations

from collections.abc import Mapping

from core.frozen import frozen
from core.studies.plan import Planned
from core.studies.result import Result
from core.studies.study import Study
from core.studies.summary import Found, found


@frozen
class Report:
    """`results` are those that there are, by key; `names` the figures to be told, `kept` how many results were there
    before, `seconds` what the others took. `state` is how the study ended: "finished", "diverged" where every run
    has, "interrupted", "failed"."""

    state: str
    study: Study
    planned: tuple[Planned, ...]
    results: Mapping[str, Result]
    names: tuple[str, ...]
    kept: int
    seconds: float

    @property
    def cells(self) -> list[Found]:
        """What came of every cell."""
        return found(self.study, self.planned, self.results, self.names)

    @property
    def heading(self) -> str:
        """What the study is, in one line."""
        study = self.study
        varied = [f"{len(axis.values)} values of {axis.path}" for axis in study.axes]
        return " × ".join([*varied, "1 start" if study.starts == 1 else f"{study.starts:,} starts"])

    @property
    def goal(self) -> str:
        """The goal that runs are held against, in words; "" where there is none."""
        goal = self.study.base.goal
        return "" if goal is None else goal.text or f"{goal.metric} {goal.value:g}"
