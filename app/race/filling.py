"""Which parts of the gradient-descent room give way where one of its pictures fills the room."""

from __future__ import annotations

import functools

from PySide6.QtWidgets import QWidget

from app.race.stage import Stage
from app.shell.filling import Filling, Put

TERRAIN = "terrain"  # map, relief or both, and one chart each beside them


def filling_of_stage(stage: Stage, recipe: QWidget, above: QWidget) -> Filling:
    """Of the terrain's picture or a chart; slow motion below the terrain stays."""
    charts = {chart.accessibleName() or str(number): chart for number, chart in enumerate(stage.charts.all)}
    terrain, beside = stage.widget(0), stage.widget(1)
    assert terrain is not None and beside is not None

    def others(name: str) -> list[QWidget]:
        if name == TERRAIN:
            return [recipe, above, beside]
        rest = [chart for other, chart in charts.items() if other != name]
        return [recipe, above, terrain, stage.ranking, *rest]

    def remember() -> Put:
        return functools.partial(stage.setSizes, stage.sizes())

    return Filling({TERRAIN: stage.pictures, **charts}, others, lambda: TERRAIN, remember, stage)
