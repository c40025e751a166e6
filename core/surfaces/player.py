"""A surface of one of several players: whether there is one, and what it is computed from, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.families import NOISE, named
from core.probing.moment import Moment

if TYPE_CHECKING:
    from core.surfaces.request import SurfaceRequest


def refused(request: SurfaceRequest, moment: Moment) -> str:
    """Why there is no such picture of a player; "" where there is."""
    players = moment.players
    if len(players) == 1:
        return (
            "There is one network here and no second player: a surface of each player needs a task of several."
            if request.player
            else ""
        )
    player = named(players, request.player)
    if request.player not in ("", player.name):
        return f"There is no player {request.player} here; there are {', '.join(each.name for each in players)}."
    if request.metric == "score" and not player.scored:
        judges = " and ".join(player.judges)
        return f"The {player.name} has no score of its own: what is told apart is told by the {judges}. Its loss can be drawn."
    return ""


def said(subset: str, moment: Moment) -> str:
    """What a surface is computed from, in words: players see generated samples too."""
    if not moment.player:
        return subset
    player = named(moment.players, moment.player)
    if player.sees == (NOISE,):
        return f"generated samples only, as many as {subset}"
    return f"{subset}, and as many generated"
