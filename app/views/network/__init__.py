"""The network as a drawing: units with their maps, edges by weight, layers as cards."""

from __future__ import annotations

from app.views.face import Face, Seat


class NetworkFace(Face):
    """The network itself, the first picture of the window."""

    name = "network"
    title = "Network"
    tip = "The network: its units, and edges as strong as their weights."
    icon = "network"
    shortcut = "1"
    menu_order = 1
    seat = Seat.LEFT
    at_once = True
