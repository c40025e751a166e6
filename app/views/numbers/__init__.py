"""The coming update in numbers, on the network itself: values on the units, what flows along the edges."""

from __future__ import annotations

from app.views.face import Face


class NumbersFace(Face):
    """The network in numbers; its arithmetic stands beside it."""

    name = "numbers"
    title = "Numbers"
    tip = "Pause, and show the numbers of the coming update, unit by unit and weight by weight."
    icon = "numbers"
    shortcut = "X"
    menu_order = 90
    way_of = "network"
    way = "Numbers"
    column = "arithmetic"
    for_all = True
    choices = {
        "numbers.phase": "the phases of an update in numbers",
        "numbers.player": "whose update is told in numbers",
    }
