"""What the charts of a race draw: height above the lowest place, distance from the nearest minimum, length of the
steps, a line a racer."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.race.charts import Charts, Line
from app.race.runs import Run
from app.views.drawing.plot import say
from core.race import Race

TINY = 1e-3  # a lowest value that nobody tells from 0
NO_MINIMUM = "Where this terrain has its minima, or whether it has any, is not known: there is no distance to draw."
BOTTOMLESS = "A saddle: it has no minimum, the terrain falls without end. There is no distance to draw."


def show_on(charts: Charts, runs: Sequence[Run], race: Race, limits: Callable[[], tuple[float, float] | None]) -> None:
    """The runs as far as they are known. `limits` are the heights in the picture: the scale where no lowest value is
    known."""
    shown = tuple(run for run in runs if run.known and not run.hidden)
    terrain = race.terrain
    floor = terrain.lowest or 0.0
    charts.value.set_scale(
        f"f above its lowest value {say(floor)}" if abs(floor) > TINY else "Value f(x, y)",
        limits() if terrain.lowest is None else None,
    )
    charts.value.show_lines(
        tuple(Line(run.number, run.name, run.colour, run.values - floor) for run in shown), race.updates
    )
    if terrain.minima:
        charts.distance.show_lines(
            tuple(Line(run.number, run.name, run.colour, run.distance) for run in shown), race.updates, ""
        )
    else:
        charts.distance.show_lines((), race.updates, NO_MINIMUM if terrain.bottom else BOTTOMLESS)
    charts.steps.show_lines(tuple(Line(run.number, run.name, run.colour, run.steps) for run in shown), race.updates)
