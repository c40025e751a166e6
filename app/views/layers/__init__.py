"""The spread of weights, gradients and activations, layer by layer."""

from __future__ import annotations

from app.views.face import About, Face


class LayersFace(Face):
    """Where a signal fades or explodes."""

    name = "layers"
    title = "Layers"
    tip = "The spread of weights, gradients and values, layer by layer."
    about = About.LAYERS
    menu_order = 6
