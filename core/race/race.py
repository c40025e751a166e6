"""Race: optimizers on a terrain of two numbers, from one start, as one frozen value; TOML in and out."""

from __future__ import annotations

import math
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError, model_validator

from core import registry
from core.documents import allowed_keys
from core.documents.document import Document
from core.documents.toml_file import Values
from core.documents.written import is_list, is_table, kind_of, said
from core.families import Optimizer
from core.families.terrain import Point, Terrain
from core.messages import BadInput, Mend, Refusal
from core.params import Model, choice, component, flag, hidden, integer, number, text

FARTHEST = 10.0  # widths of the domain from its middle that a start may be away
Player = Literal["optimizer", "anywhere", "nearby"]


class Racer(Model):
    """One ball: an optimizer with its own settings, or chance."""

    name: str = text(
        "", label="Name", max_length=40, help="What the racer is called in the legend; no two have one name."
    )
    player: Player = choice(
        "optimizer", {"optimizer": "an optimizer", "anywhere": "chance: anywhere", "nearby": "chance: near its best"},
        live=True, label="Moved by", help="Chance draws a place in each update and goes there only if it is lower: anywhere in the picture, or near the best place so far.",
    )  # fmt: skip
    optimizer: Annotated[Optimizer, registry.of("optimizers")] = component(
        "optimizers",
        {"kind": "sgd"},
        live=True,
        label="Optimizer",
        help="What is done with the gradient.",
        when=("player", ("optimizer",)),
    )
    reach: float = number(
        0.05,
        0.001,
        0.5,
        above=0.0,
        maximum=10.0,
        log=True,
        live=True,
        label="Reach",
        unit="widths",
        help="How far from its best place chance looks, as the standard deviation in widths of the picture.",
        when=("player", ("nearby",)),
    )
    computed: Literal["rule", "torch"] = choice(
        "rule", {"rule": "by its update rule", "torch": "by torch.optim itself"}, live=True, advanced=True, label="Computed", when=("player", ("optimizer",)),
        help="The update rules make the same steps as torch.optim, without PyTorch; L-BFGS, Muon and Adafactor are always computed by torch.optim itself.",
    )  # fmt: skip
    colour: int = hidden(0, live=True, help="Which colour of the palette it has, from 0.", ge=0)

    @property
    def searches(self) -> bool:
        """Whether chance moves it."""
        return self.player != "optimizer"


class RaceSeeds(Model):
    """Two separate seeds: of the gradient's noise, and of chance."""

    noise: int = integer(
        1, 1, 100, minimum=0, maximum=2**53, live=True, label="Noise seed", help="Draws the noise on the gradient."
    )
    search: int = integer(
        1, 1, 100, minimum=0, maximum=2**53, live=True, label="Search seed", help="Draws the places where chance looks."
    )


class Race(Document):
    """Any number of racers on one terrain from one start. Every key of the file is a field here."""

    kind: Literal["race"] = "race"
    speed: Annotated[float, Field(gt=0, allow_inf_nan=False)] | Literal["max"] = hidden(
        10, help="Updates a second in the window at most, or max.", type="speed", live=True, union_mode="left_to_right"
    )
    terrain: Annotated[Terrain, registry.of("terrains")] = component(
        "terrains",
        {"kind": "rosenbrock"},
        live=True,
        label="Terrain",
        help="The function whose lowest place is looked for.",
    )
    start: tuple[float, float] = hidden(
        None, type="point", live=True, help="Where all racers start, (x, y); none named: where the terrain suggests."
    )
    updates: int = integer(
        150,
        10,
        1000,
        minimum=1,
        maximum=100_000,
        live=True,
        label="Updates",
        help="How many updates every racer makes.",
        cost="every path is drawn with so many points",
    )
    tolerance: float = number(
        0.01,
        0.001,
        1,
        above=0.0,
        log=True,
        live=True,
        label="Arrived within",
        help="A racer has arrived where it comes this near to a minimum and stays; flying past is no arrival.",
    )
    noise: float = number(
        0.0,
        0,
        10,
        minimum=0.0,
        maximum=1e6,
        live=True,
        label="Noise on the gradient",
        symbol="σ",
        help="Standard deviation of a random number that is added to each component of the gradient in each update, as a small batch of samples would.",
    )
    shared_noise: bool = flag(
        True,
        live=True,
        advanced=True,
        label="Same noise for all",
        help="All racers get the same random numbers, as if they saw the same batches. Off: each has luck of its own.",
    )
    seeds: RaceSeeds = Field(default=RaceSeeds())
    racers: tuple[Racer, ...] = hidden((), live=True, type="racers", help="Who takes part.")

    @model_validator(mode="before")
    @classmethod
    def _fill(cls, values: Any) -> Any:
        """Racers get names; a race without a start begins where its terrain suggests."""
        if not isinstance(values, dict):
            return values
        values = dict(values)
        if "racers" in values:
            values["racers"] = named_racers(values["racers"])
        if values.get("start") is None:
            try:
                values["start"] = registry.read(Terrain, values.get("terrain", "rosenbrock")).start
            except ValueError:
                values["start"] = (0.0, 0.0)  # the terrain's own mistake is what has to be said
        return values

    @model_validator(mode="after")
    def _check(self) -> Race:
        for position, racer in enumerate(self.racers, start=1):
            _check_name(racer.name, position, [other.name for other in self.racers[: position - 1]])
        for axis, at, (low, high) in zip("xy", self.start, self.terrain.domain, strict=True):
            if not math.isfinite(at) or abs(at - (low + high) / 2) > FARTHEST * (high - low):
                raise Refusal(
                    "start",
                    f"{axis} = {at:g} is too far from the picture, which goes from {low:g} to {high:g}",
                    Mend("Start where the terrain suggests", (("start", None),)),
                )
        return self

    def racer(self, name: str) -> Racer:
        """The racer of this name; KeyError where there is none."""
        return next((racer for racer in self.racers if racer.name == name), None) or _missing(name)

    def another(self, optimizer: Optimizer | str = "sgd", player: Player = "optimizer") -> Racer:
        """A new racer that fits in: with a free name and the first colour that is not taken. It takes part after an
        edit of `racers`."""
        chosen = registry.read(Optimizer, optimizer)
        name = free_name(chosen.label if player == "optimizer" else "Chance", {racer.name for racer in self.racers})
        return Racer(
            name=name, player=player, optimizer=chosen, colour=free_colour({racer.colour for racer in self.racers})
        )

    # Files and edits

    @staticmethod
    def follow(before: Values, after: Values) -> None:
        """What a new terrain brings along: start and what to try of the old one do not outlive it."""
        if kind_of(before.get("terrain")) != kind_of(after.get("terrain")):
            for key in ("start", "what_to_try"):
                after.pop(key, None)

    @classmethod
    def told(cls, problem: BadInput, error: ValidationError, values: Values) -> BadInput:
        return _at_its_racer(problem, error, values)


def named_racers(racers: Any) -> Any:
    """Give every racer without a name a free one, after its optimizer, and every one without a colour the first that is
    not taken."""
    if not is_list(racers):
        return racers
    names, colours = said(racers, "name"), said(racers, "colour")
    completed = []
    for racer in racers:
        if is_table(racer):
            racer = {"name": racer.get("name") or free_name(_label(racer), names), "colour": free_colour(colours)} | {
                key: item for key, item in racer.items() if item not in (None, "")
            }
            names |= said([racer], "name")
            colours |= said([racer], "colour")
        completed.append(racer)
    return tuple(completed)


def free_colour(taken: set[Any]) -> int:
    """The first colour that nobody has."""
    return next(number for number in range(len(taken) + 1) if number not in taken)


def free_name(base: str, taken: set[Any]) -> str:
    """`base`, or `base 2`, `base 3`, … where that is taken; dots, which part a path, become commas."""
    base = base.replace(".", ",")
    names = (base if count == 1 else f"{base} {count}" for count in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)


def _label(racer: Values) -> str:
    if racer.get("player", "optimizer") != "optimizer":
        return "Chance"
    cls = registry.family("optimizers").get(kind_of(racer.get("optimizer", "sgd")))
    return cls.label if cls is not None else "Racer"


def _check_name(name: str, position: int, others: list[str]) -> None:
    path, free = f"racers.{position}.name", free_name(name.strip() or "Racer", set(others))
    if not name.strip():
        raise Refusal(path, "the racer has no name", Mend(f"Call it {free}", ((path, free),)))
    if "." in name or name.isdigit():
        other = free_name(f"No. {name}" if name.isdigit() else name, set(others))
        raise Refusal(
            path,
            f"a racer cannot be called {name}: its settings are found by its name, as in racers.Adam.optimizer.lr",
            Mend(f"Call it {other}", ((path, other),)),
        )
    if name in others:
        raise Refusal(path, f"two racers are called {name}", Mend(f"Call it {free}", ((path, free),)))


def _at_its_racer(problem: BadInput, error: ValidationError, values: Values) -> BadInput:
    """A combination that an optimizer refuses knows its own fields only ("optimizer.nesterov"): say whose they are."""
    cause, location = problem.__cause__, error.errors(include_url=False)[0]["loc"]
    if not isinstance(cause, Refusal) or location[:1] != ("racers",) or len(location) < 3:
        return problem
    owner = allowed_keys.path(values, location[:2]) + "."
    mend = cause.mend and Mend(cause.mend.label, tuple((owner + path, value) for path, value in cause.mend.edits))
    told = BadInput(problem.where, owner + cause.path, cause.reason)
    told.__cause__ = problem.__cause__ = Refusal(owner + cause.path, cause.reason, mend)
    return told


def _missing(name: str) -> Racer:
    raise KeyError(name)


def middle(terrain: Terrain) -> Point:
    """The middle of a terrain's picture."""
    (x0, x1), (y0, y1) = terrain.domain
    return (x0 + x1) / 2, (y0 + y1) / 2
