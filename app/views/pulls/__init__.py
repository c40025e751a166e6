"""How a weight penalty pulls on the weights."""

from __future__ import annotations

from app.views.face import About, Face


class PullsFace(Face):
    """An arrow of the penalty beside one of the loss, for each weight."""

    name = "pulls"
    title = "Pull on the weights"
    tip = "How a penalty pulls on each weight, beside how the loss does."
    about = About.LAYERS
    menu_order = 14
