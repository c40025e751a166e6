"""Which lines the curves draw: the parts of the data, or several players."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Collection, Mapping

from app.views.curves.plot import DASHES
from core.experiment import Experiment
from core.families import Player
from core.networks.blueprint import players_of

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


def several(experiment: Experiment | None) -> tuple[Player, ...]:
    """The networks that play against each other, each with a loss of its own; () where there is one."""
    players = players_of(experiment) if experiment is not None else ()
    return players if len(players) > 1 else ()


def series_of(kind: str, experiment: Experiment | None, metric: str) -> tuple[Series, ...]:
    """All lines that may be drawn, for the loss or the score."""
    players = several(experiment) if kind == "loss" else ()
    if players:
        return tuple(
            Series(slot, f"train.{player.measure}", player.name) for slot, player in zip(DASHES, players, strict=False)
        )
    return tuple(Series(part, f"{part}.{metric}", part) for part in DASHES)


def known(series: Collection[Series], names: Collection[str]) -> tuple[Series, ...]:
    """Those of them that have been measured."""
    return tuple(one for one in series if one.metric in names)


def reference_words(kind: str, experiment: Experiment | None, usual: str) -> str:
    """What the dotted line stands for: for several players what the first one has in the equilibrium, which cannot tell
    real from generated samples."""
    players = several(experiment)
    if not players:
        return usual
    return f"equilibrium: {players[0].short}" if kind == "loss" else "guessing"


def other_reference(kind: str, experiment: Experiment | None, baselines: Mapping[str, float]) -> float:
    """Of several players' losses the second dotted line: what the second one has in the equilibrium; nan for all
    others, and where it is not settled."""
    players = several(experiment) if kind == "loss" else ()
    return baselines.get(f"train.baseline_{players[1].measure}", math.nan) if players else math.nan


def reference_tip(kind: str, experiment: Experiment | None, baselines: Mapping[str, float]) -> str:
    """The dotted lines of several players in a sentence; "" for all others."""
    value, other = baselines.get("train.baseline_loss", math.nan), other_reference(kind, experiment, baselines)
    players = several(experiment)
    if kind != "loss" or experiment is None or not players or not math.isfinite(value):
        return ""
    judge, maker, *_ = (player.name for player in players)
    wanted = float(experiment.task.wanted(judge, experiment.loss, 1)[0, 0])
    theirs = f", that of the {maker} {value_words(other)}" if math.isfinite(other) else ""
    because = (
        ""
        if wanted == 1 or experiment.loss.kind not in HALF
        else f" With a target of {wanted:g} for real samples it then says {wanted / 2:g} everywhere, of a scale from 0, generated, to 1, real."
    )
    return (
        f"Dotted: the equilibrium. Where real and generated samples look the same, the {judge} can do no better than say one and the same to all of them."
        f"{because} Its loss is then {value_words(value)}{theirs}. "
        f"The {judge} pulls its own loss below its line, the {maker} pulls it back up: neither curve has to fall."
    )


def value_words(value: float) -> str:
    """ "0.693 = ln 2"."""
    return f"{value:.3f}" + (" = ln 2" if abs(value - math.log(2)) < 1e-6 else "")
