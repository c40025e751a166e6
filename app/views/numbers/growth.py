"""Larger letters where there is room: numbers are read from the back row."""

from __future__ import annotations

import dataclasses

from app.look.theme import Theme

MOST = 1.6


def grown(theme: Theme, width: int, height: int, usual: tuple[int, int]) -> Theme:
    """The theme with text as much larger as a picture is larger than it is at its `usual` size, px at a text scale of
    1."""
    room = min(width / usual[0], height / usual[1]) / theme.scale
    return dataclasses.replace(theme, scale=theme.scale * min(max(room, 1.0), MOST))
