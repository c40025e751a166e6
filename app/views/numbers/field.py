"""On maps the place in hand, what it looks at in the layer before, and through all layers in the picture."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from app.look.theme import Theme
from app.views.numbers.columns import Column
from app.views.numbers.naming import Names
from app.views.numbers.painting import paint_frame
from app.views.numbers.places import Places, Spot, cell
from core.experiment import Experiment
from core.frozen import frozen
from core.probing.receptive_fields import reach_of


@frozen(eq=False)
class Seen:
    """Where everything stands, and the map in hand."""

    places: Places
    columns: tuple[Column, ...]
    hand: Spot | None
    theme: Theme


def paint_field(painter: QPainter, seen: Seen, names: Names) -> None:
    """Frames around the place in hand and around what it looks at."""
    unit, hand = names.account.unit, seen.hand
    if unit is None or hand is None or seen.columns[hand.column].is_row:
        return
    paint_frame(painter, cell(hand, seen.columns[hand.column], unit.place), seen.theme, 2.5)
    before = seen.columns[hand.column - 1]
    if unit.forwards is None or before.is_row or unit.forwards.places.shape[1] != before.numbers.ndim:
        return
    if hand.column > 1 and seen.columns[0].numbers.ndim == 3 and len(unit.place) == 3:
        _paint_reach(painter, seen, names.experiment, unit.layer, unit.place)
    inside = unit.forwards.places[(unit.forwards.places >= 0).all(axis=1)]
    for spot in seen.places.spots[hand.column - 1]:
        mine = inside[inside[:, 0] == spot.unit] if before.numbers.ndim == 3 else inside
        if len(mine):
            first = cell(spot, before, tuple(mine.min(axis=0).tolist()))
            last = cell(spot, before, tuple(mine.max(axis=0).tolist()))
            paint_frame(painter, first.united(last), seen.theme, 2)


def _paint_reach(painter: QPainter, seen: Seen, experiment: Experiment, layer: str, place: tuple[int, ...]) -> None:
    """In the picture what a place of a later map looks at through all layers between."""
    reach = reach_of(experiment.layers, layer)
    if reach is None:
        return
    column = seen.columns[0]
    rows, across = column.numbers.shape[1:]
    (top, bottom), (left, right) = reach.window(place[1]), reach.window(place[2])
    first, last = (0, max(top, 0), max(left, 0)), (0, min(bottom, rows) - 1, min(right, across) - 1)
    for spot in seen.places.spots[0]:
        paint_frame(painter, cell(spot, column, first).united(cell(spot, column, last)), seen.theme, 2)
