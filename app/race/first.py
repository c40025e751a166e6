"""The first race: what the room begins with, and what a new one is."""

from __future__ import annotations

from app.race import rates
from core.machine.resources import FOLDER
from core.race import Race

FIRST = FOLDER / "presets" / "three-rates.toml"


def fresh() -> Race:
    """One racer with the usual settings; its usual rate is too large for the steep walls of this terrain."""
    race = Race()
    racer = race.another("sgd")
    rate = rates.rate(race, racer, "Good")
    if rate is not None:
        racer = racer.model_copy(update={"optimizer": racer.optimizer.model_copy(update={"lr": rate})})
    return race.model_copy(update={"racers": (racer,)})
