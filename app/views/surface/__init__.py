"""Weight space: the loss over a plane through the parameters, flat, as a relief or as slices."""

from __future__ import annotations

from app.views.face import Face, Seat


class SurfaceFace(Face):
    """Where the run stands among all that it could have become."""

    name = "surface"
    title = "Weight space"
    tip = "Show the loss over a plane of the weights."
    icon = "surface"
    shortcut = "4"
    menu_order = 4
    seat = Seat.BELOW_RIGHT
    at_once = True
