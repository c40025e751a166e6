"""The engine of the gradient-descent room: optimizers that race on a terrain."""

from core.race.race import Player, Race, Racer, RaceSeeds, free_name

__all__ = ["Player", "Race", "RaceSeeds", "Racer", "free_name"]
