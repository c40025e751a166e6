"""The spread of weights, gradients and activations, layer by layer."""

from __future__ import annotations

from app.views.face import Face


class LayersFace(Face):
    """Where a signal fades or explodes."""

    name = "layers"
    title = "Layers"
    menu_order = 6
