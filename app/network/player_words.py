"""What one turn of several players is, in words: each with its loss before and after."""

from __future__ import annotations

from collections.abc import Mapping

from app.look.numbers import written
from core.experiment import Experiment
from core.families import Player
from core.networks.blueprint import players_of
from core.probes.boundary import Boundary
from core.threads.step_by_player import EVERYBODY, PlayerStep

STEP, STEP_TIP = "Step: one sample", "Show the next sample of the coming update in numbers; the weights stand still."
TURN = "Step: one player"


def turn_sentence(step: PlayerStep) -> str:
    """What has moved, by which numbers, and what comes next."""
    players = step.players
    before, after = step.losses[-2:]
    made = f"This was update {step.updates:,}."
    if step.frame is not None:
        shown = "The arrows show" if isinstance(step.frame.request, Boundary) else "Blue and orange show"
        moved = _of(players, step.player)
        coming = players[players.index(moved) + 1].short
        return f"{_moved(moved, players, before, after)} {shown} where {players[0].short} pushes. Step again: {coming} moves."
    if step.player != EVERYBODY:
        alone = _of(players, step.player)
        held = [player.short for player in players if player is not alone]
        was = "was" if len(held) == 1 else "were"
        return f"Only {alone.short} learns: its loss {change(before, after, alone)}; {' and '.join(held)} {was} held still. {made}"
    return f"{_moved(players[-1], players, before, after)} {made}"


def _moved(moved: Player, players: tuple[Player, ...], before: Mapping[str, float], after: Mapping[str, float]) -> str:
    """ "D has moved: its loss 0.693 → 0.671, that of G 0.7 → 0.8."."""
    others = (f"that of {player.short} {change(before, after, player)}" for player in players if player is not moved)
    return f"{moved.short} has moved: its loss {change(before, after, moved)}, {', '.join(others)}."


def _of(players: tuple[Player, ...], name: str) -> Player:
    return next(player for player in players if player.name == name)


def change(before: Mapping[str, float], after: Mapping[str, float], player: Player) -> str:
    """ "0.693 → 0.671"."""
    one, other = (written(f"{losses[player.name]:.3f}") for losses in (before, after))
    return f"{one} → {other}"


def step_words(experiment: Experiment) -> tuple[str, str]:
    """Text and tip of the smallest step: a sample, or a player's turn."""
    own, *others = players_of(experiment)
    if not others:
        return STEP, STEP_TIP
    then = ", then ".join(f"the {player.name}'s" for player in others)
    what = "the other" if len(others) == 1 else "the others"
    return TURN, f"The {own.name}'s step alone, then {then}: what each of them does to {what}."
