"""Which lines the curves draw: the parts of the data, or several players."""

from __future__ import annotations

from collections.abc import Collection

from app.views.curves.layers import DASHES
from core.experiment import Experiment
from core.families import Player
from core.frozen import frozen
from core.networks.blueprint import players_of


@frozen
class Series:
    """One line: `slot` is the line of the plot whose pen it takes, `metric` the column of the history, `words` its name
    in the key, `brief` its letter where it has one and the name no room."""

    slot: str
    metric: str
    words: str
    brief: str = ""


def several(experiment: Experiment | None) -> tuple[Player, ...]:
    """The networks that play against each other, each with a loss of its own; () where there is one."""
    players = players_of(experiment) if experiment is not None else ()
    return players if len(players) > 1 else ()


def series_of(kind: str, experiment: Experiment | None, metric: str) -> tuple[Series, ...]:
    """All lines that may be drawn, for the loss or the score."""
    players = several(experiment) if kind == "loss" else ()
    if players:
        return tuple(
            Series(slot, f"train.{player.measure}", player.name, player.short)
            for slot, player in zip(DASHES, players, strict=False)
        )
    return tuple(Series(part, f"{part}.{metric}", part) for part in DASHES)


def known(series: Collection[Series], names: Collection[str]) -> tuple[Series, ...]:
    """Those of them that have been measured."""
    return tuple(one for one in series if one.metric in names)
