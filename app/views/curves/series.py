"""Which lines the curves draw: the parts of the data, or the two players of a GAN."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Collection, Mapping

from app.views.curves.plot import DASHES
from core.experiment import Experiment

TWO = "gan"
HALF = (
    "cross_entropy",
    "mean_squared",
    "half_squared",
)  # losses by which half of the target for real samples is the best constant answer


@dataclasses.dataclass(frozen=True)
class Series:
    """One line: `slot` is the line of the plot whose pen it takes, `metric` the column of the history, `words` its name
    in the key."""

    slot: str
    metric: str
    words: str


PLAYERS = (Series("train", "train.loss", "discriminator"), Series("test", "train.generator_loss", "generator"))


def has_players(experiment: Experiment | None) -> bool:
    """Whether two networks play against each other, each with a loss of its own."""
    return experiment is not None and experiment.task.kind == TWO


def series_of(kind: str, experiment: Experiment | None, metric: str) -> tuple[Series, ...]:
    """All lines that may be drawn, for the loss or the score."""
    if kind == "loss" and has_players(experiment):
        return PLAYERS
    return tuple(Series(part, f"{part}.{metric}", part) for part in DASHES)


def known(series: Collection[Series], names: Collection[str]) -> tuple[Series, ...]:
    """Those of them that have been measured."""
    return tuple(one for one in series if one.metric in names)


def reference_words(kind: str, experiment: Experiment | None, usual: str) -> str:
    """What the dotted line stands for: for two players what a discriminator has that cannot tell real from generated
    samples."""
    if not has_players(experiment):
        return usual
    return "equilibrium: D" if kind == "loss" else "guessing"


def other_reference(kind: str, experiment: Experiment | None, baselines: Mapping[str, float]) -> float:
    """Of two players' losses the second dotted line: what the generator has in the equilibrium; nan for all others, and
    where it is not settled."""
    return (
        baselines.get("train.baseline_generator_loss", math.nan)
        if kind == "loss" and has_players(experiment)
        else math.nan
    )


def reference_tip(kind: str, experiment: Experiment | None, baselines: Mapping[str, float]) -> str:
    """The dotted lines of two players in a sentence; "" for all others."""
    value, other = baselines.get("train.baseline_loss", math.nan), other_reference(kind, experiment, baselines)
    if kind != "loss" or experiment is None or not has_players(experiment) or not math.isfinite(value):
        return ""
    wanted = float(getattr(experiment.task, "real_target", 1.0))
    theirs = f", that of the generator {value_words(other)}" if math.isfinite(other) else ""
    because = (
        ""
        if wanted == 1 or experiment.loss.kind not in HALF
        else f" With a target of {wanted:g} for real samples it then says {wanted / 2:g} everywhere, of a scale from 0, generated, to 1, real."
    )
    return (
        "Dotted: the equilibrium. Where real and generated samples look the same, the discriminator can do no better than say one and the same to all of them."
        f"{because} Its loss is then {value_words(value)}{theirs}. "
        "The discriminator pulls its own loss below its line, the generator pulls it back up: neither curve has to fall."
    )


def value_words(value: float) -> str:
    """ "0.693 = ln 2"."""
    return f"{value:.3f}" + (" = ln 2" if abs(value - math.log(2)) < 1e-6 else "")
