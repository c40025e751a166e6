"""Experiment: the whole configuration of a run as one frozen value, TOML in and out."""

from __future__ import annotations

import pathlib
from typing import Any, Self

from pydantic import model_validator

from core.experiment import consequences
from core.experiment.checks import refuse
from core.experiment.settings import Settings


class Experiment(Settings):
    """One network on one data set with one way of learning."""

    @model_validator(mode="after")
    def _check(self) -> Experiment:
        refuse(self)
        return self

    # What the fields mean together

    @property
    def effective_validation_share(self) -> float:
        """The share of the training part that is set aside: 20 % where a rule needs one and none is named."""
        watched = self.stop.needs_validation or self.schedule.watches
        return 0.2 if watched and self.validation_share == 0 else self.validation_share

    @property
    def subject(self) -> str:
        return pathlib.PurePath(self.data.source).stem

    # Files and edits

    @staticmethod
    def follow(before: dict[str, Any], after: dict[str, Any]) -> None:
        """What an edit brings along, in place."""
        consequences.follow(before, after)

    def anchored(self, folder: str | pathlib.Path) -> Self:
        return self.model_copy(update={"data": self.data.anchored(folder)})

    def relative_to(self, folder: str | pathlib.Path) -> Self:
        return self.model_copy(update={"data": self.data.relative_to(folder)})
