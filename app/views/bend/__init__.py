"""Bend space: a grid and the samples on their way through the layers, act by act."""

from __future__ import annotations

from app.views.face import Face


class BendFace(Face):
    """What the layers do to the space that the samples lie in."""

    name = "bend"
    title = "Bend space"
    choices = {
        "bend.at": "how far through the layers the space is seen",
        "bend.shadow": "the shadow of wide layers",
        "bend.collapse": "linear layers as one map",
    }
    tip = "How the layers bend the space of the inputs, act by act."
    icon = "grid"
    menu_order = 91
    way_of = "network"
    way = "Bend"
