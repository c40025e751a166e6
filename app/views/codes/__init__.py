"""A layer's values in the plane of their two principal components."""

from __future__ import annotations

from app.views.face import About, Face


class CodesFace(Face):
    """Which samples a layer holds to be alike."""

    name = "codes"
    title = "Layer in the plane"
    tip = "What a layer makes of the samples, in the plane of its two principal components."
    about = About.LAYERS
    choices = {
        "codes.layer": "the layer whose codes are shown",
    }
    menu_order = 9
