"""The runs that there are, of this window and of the shelf."""

from __future__ import annotations

from app.views.face import Face


class RunsFace(Face):
    """A list: letter and name, updates, figures; a press on a run shows it."""

    name = "runs"
    title = "Runs"
    tip = "All runs that were kept: show one, name it, compare it."
    icon = "table"
    shortcut = "R"
    menu_order = 12
    for_all = True
