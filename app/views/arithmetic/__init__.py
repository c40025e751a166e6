"""The arithmetic of the coming update: in symbols, in numbers, and what comes out."""

from __future__ import annotations

from app.views.face import About, Face


class ArithmeticFace(Face):
    """What stands beside the network in numbers."""

    name = "arithmetic"
    title = "Arithmetic"
    tip = "The coming update in symbols and in numbers, to be copied; it stands beside Numbers."
    about = About.LAYERS
    menu_order = 92
    for_all = True
    choices = {"numbers.whiteboard": "whiteboard numbers: two digits", "numbers.unit": "the search for a unit"}
