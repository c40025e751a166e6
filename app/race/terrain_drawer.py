"""The drawer with the terrains: a choice there is another race on another terrain, from its beginning."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.documents.limits import Limits
from app.look.theme import Theme
from app.race.lab import RaceLab
from app.race.recipe import RaceRecipe
from app.race.teller import Teller
from app.race.terrain_choice import TerrainList
from app.widgets.drawer import Drawer
from app.widgets.limited import limited, restrict
from core.race import Race


class TerrainDrawer(Drawer):
    """Opens beside the recipe."""

    def __init__(self, lab: RaceLab, recipe: RaceRecipe, teller: Teller, window: QWidget) -> None:
        terrains = TerrainList()
        super().__init__("Terrain", limited(terrains, "terrain.kind"), window, recipe)
        self.terrains = terrains
        self._lab, self._recipe, self._teller = lab, recipe, teller
        recipe.terrain_wanted.connect(self._toggle)
        self.terrains.chosen.connect(self._choose)

    def show_race(self, race: Race) -> None:
        """Which terrain it has."""
        self.terrains.show_terrain(race.terrain)

    def restrict(self, limits: Limits) -> None:
        """Obey what a file hides and locks, open or not."""
        restrict(self, limits)
        if limits.hides("terrain.kind"):
            self.shut()

    def show_theme(self, theme: Theme) -> None:
        self.terrains.show_theme(theme)

    def _toggle(self) -> None:
        self.toggle(self._recipe.choice)

    def _choose(self, kind: str) -> None:
        self.shut()
        self._teller.put_away()
        self._lab.finish()
        self._lab.edit("terrain.kind", kind)
        self._lab.rewind()
