"""A player's share of the flat vector."""

from __future__ import annotations

import dataclasses

from core.networks.shapes import Slot, total


def own(slots: tuple[Slot, ...], player: str) -> slice:
    """The place of a player's numbers in the flat vector; all of it for ""."""
    if not player:
        return slice(0, total(slots))
    mine = [slot for slot in slots if slot.player == player]
    return slice(mine[0].offset, mine[-1].where.stop) if mine else slice(0, 0)


def own_slots(slots: tuple[Slot, ...], player: str) -> tuple[Slot, ...]:
    """A player's slots, counted from the first of its own numbers; all of them for ""."""
    begin = own(slots, player).start
    return tuple(dataclasses.replace(slot, offset=slot.offset - begin) for slot in slots if player in ("", slot.player))
