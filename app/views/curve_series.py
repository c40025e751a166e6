"""Which lines the curves draw: the parts of the data, or the two players of a GAN."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Collection, Mapping
from typing import cast

from app.views.curve_plot import DASHES
from core.experiment import Experiment
from core.families import Task

TWO = "gan"


@dataclasses.dataclass(frozen=True)
class Series:
    """One line: `slot` is the line of the plot whose pen it takes, `metric` the column of the history, `words` its name in the key."""

    slot: str
    metric: str
    words: str


PLAYERS = (Series("train", "train.loss", "discriminator"), Series("test", "train.generator_loss", "generator"))


def has_players(experiment: Experiment | None) -> bool:
    """Whether two networks play against each other, each with a loss of its own."""
    return experiment is not None and cast(Task, experiment.task).kind == TWO


def series_of(kind: str, experiment: Experiment | None, metric: str) -> tuple[Series, ...]:
    """All lines that may be drawn, for the loss or the score."""
    if kind == "loss" and has_players(experiment):
        return PLAYERS
    return tuple(Series(part, f"{part}.{metric}", part) for part in DASHES)


def known(series: Collection[Series], names: Collection[str]) -> tuple[Series, ...]:
    """Those of them that have been measured."""
    return tuple(one for one in series if one.metric in names)


def reference_words(kind: str, experiment: Experiment | None, usual: str) -> str:
    """What the dotted line stands for: for two players what a discriminator has that cannot tell real from generated samples."""
    if not has_players(experiment):
        return usual
    return "equilibrium: cannot be told apart," if kind == "loss" else "guessing"


def reference_tip(kind: str, experiment: Experiment | None, baselines: Mapping[str, float]) -> str:
    """The dotted line of two players in a sentence; "" for all others."""
    value = baselines.get("train.baseline_loss", math.nan)
    if kind != "loss" or not has_players(experiment) or not math.isfinite(value):
        return ""
    name = " = ln 2" if abs(value - math.log(2)) < 1e-6 else ""
    return (
        f"Dotted: the equilibrium. Where real and generated samples look the same, the discriminator can only guess: both losses are {value:.3f}{name}. "
        "The discriminator pulls its own loss below the line, the generator pulls it back up: neither curve has to fall."
    )
