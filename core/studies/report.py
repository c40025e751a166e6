"""Report: a study with what came of it, ready to be told, drawn and written."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Mapping, Sequence

from core.frozen import frozen
from core.studies.figures import judge, main_of
from core.studies.made import Made
from core.studies.plan import Planned
from core.studies.result import Result
from core.studies.study import Study
from core.studies.summary import Found, best, found


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

    @classmethod
    def of(cls, study: Study, planned: Sequence[Planned], made: Made, names: tuple[str, ...]) -> Report:
        """Of what was made."""
        all_diverged = all(result.ended == "diverged" for result in made.results.values())
        state = "diverged" if made.state == "finished" and made.results and all_diverged else made.state
        return cls(state, study, tuple(planned), made.results, names, made.kept, made.seconds)

    def about(self, names: tuple[str, ...]) -> Report:
        """The same, told in other figures."""
        return dataclasses.replace(self, names=names)

    @functools.cached_property
    def cells(self) -> list[Found]:
        """What came of every cell, in the figures that are told and the one that the best is chosen by."""
        return found(self.study, self.planned, self.results, tuple(dict.fromkeys((*self.names, *self.judges))))

    @property
    def known(self) -> Mapping[str, float]:
        """The figures of one of the runs; {} where there is none."""
        return next((result.figures for result in self.results.values()), {})

    @property
    def main(self) -> str:
        """The one figure that cells are compared by: that of the test part, else the first."""
        return main_of(self.names)

    @property
    def judges(self) -> tuple[str, ...]:
        """The figure by which the best is chosen; none where nothing is told."""
        return tuple(judge(name, self.known) for name in self.names[:1])

    @property
    def best(self) -> Found | None:
        """The best cell; None where no run was made."""
        return best(self.cells, self.judges[0]) if self.judges else None

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
