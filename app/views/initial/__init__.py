"""Starting weights side by side."""

from __future__ import annotations

from app.views.face import About, Face


class InitialFace(Face):
    """What each initializer makes of values and gradients, layer by layer, before the first update."""

    name = "initial"
    title = "Starting weights side by side"
    tip = "What each way of starting (initializer) makes of values and gradients, layer by layer, before the first update."
    about = About.LAYERS
    menu_order = 15
