"""The race's sheet: what is drawn of a terrain."""

from __future__ import annotations

import numpy as np

from app.race.sheets import drawn
from core import registry
from core.families.terrain import Terrain
from core.race.heights import Heights, heights_of


def highest_tooth(found: Heights) -> float:
    """How far the drawn floor of Rosenbrock's valley, where f = (1 − x)², rises above the true one, as a share of the
    picture's height."""
    sheet, x = drawn(found), np.linspace(-1.7, 1.7, 2001)
    true = np.clip(sheet.scale.heights((1 - x) ** 2), 0.0, 1.0)
    return float(np.max(sheet.height_at(x, x * x) - true))


def test_the_floor_of_a_valley_that_counts_in_powers_of_ten_has_no_teeth():
    valley: Terrain = registry.parse("terrains", "rosenbrock")
    assert highest_tooth(heights_of(valley)) < 0.03 < 0.06 < highest_tooth(heights_of(valley, 121))
