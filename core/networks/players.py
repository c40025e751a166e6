"""Which of the two players of a GAN a parameter belongs to. The experiment's own network is the discriminator; the
generator's parameters come last."""

from __future__ import annotations

import dataclasses
from typing import Literal

from core.networks.shapes import Slot, total

Player = Literal["", "discriminator", "generator"]
PLAYERS = DISCRIMINATOR, GENERATOR = "discriminator", "generator"


def own(slots: tuple[Slot, ...], player: str) -> slice:
    """The place of a player's numbers in the flat vector; all of it for ""."""
    border = next((slot.offset for slot in slots if slot.is_generators), total(slots))
    return {DISCRIMINATOR: slice(0, border), GENERATOR: slice(border, total(slots))}.get(player, slice(0, total(slots)))


def own_slots(slots: tuple[Slot, ...], player: str) -> tuple[Slot, ...]:
    """A player's slots, counted from the first of its own numbers."""
    begin = own(slots, player).start
    return tuple(
        dataclasses.replace(slot, offset=slot.offset - begin)
        for slot in slots
        if not player or slot.is_generators == (player == GENERATOR)
    )
