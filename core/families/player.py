"""Players: the networks of a task, each with parameters, an optimizer and a loss of its own."""

from typing import Literal

from core.families.dataset import Shape
from core.families.layer import Layer
from core.families.optimizer import Optimizer
from core.frozen import frozen

SAMPLES, NOISE = "samples", "noise"  # what a player may see beside what other players make


@frozen
class Player:
    """One network that learns: its `layers`, the output layer included, take rows of the shape `inputs`.

    Where a task has one player it is the experiment's own network and has no name. Of several the experiment's own
    network is the first; they take turns in their order, each `steps` times an update, while the others stand still.

    In its turn a player `sees` samples of the data, noise, or what other players make of noise (their names), each in
    as many rows; what it makes of them goes through those who `judges`, one after the other, and the loss is of that.
    """

    name: str
    inputs: Shape
    layers: tuple[Layer, ...]
    optimizer: Optimizer
    steps: int = 1
    sees: tuple[str, ...] = (SAMPLES,)
    judges: tuple[str, ...] = ()
    noise: Literal["", "normal", "uniform"] = ""  # how the numbers are spread that it begins with, "" for none
    prefix: str = ""  # its layers and parameters are called so and then by their own names
    path: str = ""  # where its hidden layers stand in an experiment; "" where nobody can edit them
    stem: str = "h"  # a new layer of it is called so, and a number
    short: str = ""  # its letter: D
    aim: str = ""  # what it learns, in words: "to tell real from generated samples"
    measure: str = "loss"  # its loss among the figures: "train.loss"
    scored: bool = True  # the task's score is its own
    penalized: bool = False  # the experiment's penalties count its weights

    @property
    def label(self) -> str:
        """Its name as a heading."""
        return self.name.capitalize()

    @property
    def makes(self) -> bool:
        """Whether it makes samples of noise."""
        return bool(self.noise)

    @property
    def layer_names(self) -> tuple[str, ...]:
        """Its layers as their parameters are called, from left to right: "h1", …, "output"; "maker.g1", …"""
        return tuple(f"{self.prefix}{layer.name}" for layer in self.layers)

    @property
    def optimizer_path(self) -> str:
        """Where its optimizer stands in an experiment: beside its layers."""
        return f"{self.path.removesuffix('layers')}optimizer"


def memory_name(place: int) -> str:
    """What the memory of the player in this place, of several, is called in files, in the order of their turns."""
    return ("first", "second")[place] if place < 2 else str(place + 1)


def named(players: tuple[Player, ...], name: str) -> Player:
    """The player of that name; the first one for ""."""
    return next((player for player in players if player.name == name), players[0])


def makers(players: tuple[Player, ...]) -> tuple[Player, ...]:
    """Those that make samples."""
    return tuple(player for player in players if player.makes)


def makers_words(players: tuple[Player, ...]) -> str:
    """ "the left and the right"; "the network" where nobody makes samples."""
    return " and ".join(f"the {player.name}" for player in makers(players)) or "the network"


def noise_name(players: tuple[Player, ...], maker: Player) -> str:
    """What the noise of a player is called among the layers: "noise" of the first one that makes samples,
    "right.noise" of another one."""
    return NOISE if maker.name == makers(players)[0].name else f"{maker.prefix}{NOISE}"


def count_of(players: tuple[Player, ...]) -> str:
    """ "two players"."""
    words = {2: "two", 3: "three", 4: "four"}
    return f"{words.get(len(players), str(len(players)))} players"
