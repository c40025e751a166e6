"""What is seen at a place on the way through the layers, in the field's words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.views.bend.course import Course, Place
from core.frozen import frozen
from core.messages import percent

Told = Mapping[str, Any]  # an act as the probe tells of it
SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")

TITLES = {
    "map": "Linear map",
    "shift": "Shift by the bias",
    "norm": "Normalization",
    "activation": "Activation",
    "answer": "Answer",
    "whole": "The whole layer",
}
BENDS = ("activation", "whole")
OFFER = "{where}: {size} dimensions have no picture, but a shadow."
SHADOW = (
    "A shadow of {size} numbers by principal components, {share} of the spread: what overlaps in this shadow may be"
    " apart in the {size} dimensions."
)
SLICE = "The grid is a slice: what is not among its two columns rests at its middle."
STRAIGHT = "On the way there points are drawn on straight lines; in truth they jump."
ONE_MAP = "Without an activation, all so far is one linear map."


@frozen
class Sentence:
    """One with a large weight has to be read before others."""

    text: str
    weight: int


def title(course: Course, place: Place) -> str:
    """The act that is under way or done: "Hidden layer 2 · Shift by the bias"."""
    act = course.acts[place.after if place.share else place.before]
    words = _begins(act) if act["kind"] == "inputs" else f"{_where(act)} · {_act(act)}"
    player = course.frame.info["player"]  # "" where one network learns
    return f"{player.capitalize()}: {words[:1].lower()}{words[1:]}" if player else words


def sentences(course: Course, place: Place) -> tuple[Sentence, ...]:
    """What is seen there, and what has to be known of it."""
    number = place.after if place.share else place.before
    act = course.acts[number]
    share: float | None = act["share"] if course.is_drawn(place) else None
    found = [Sentence(_said(course, number), 1)]
    if not act["straight"] and place.share and share is None:
        found.append(Sentence(STRAIGHT, 2))
    if course.is_one_map(number):
        found.append(Sentence(ONE_MAP, 3))
    if place.before == course.frame.info["border"] and not place.share:
        found.append(Sentence(_border(course, number), 4))
    if share is not None:
        found.append(Sentence(SHADOW.format(size=act["size"], share=percent(share)), 5))
    return tuple(found)


def undrawn(course: Course, place: Place) -> int:
    """The number of the act that is in the way of a picture."""
    ends = (place.after, place.before) if place.share else (place.before,)
    return next(number for number in ends if not course.acts[number]["drawn"])


def offer(course: Course, place: Place) -> str:
    """What stands there in place of a picture that nobody has asked for."""
    wide = course.acts[undrawn(course, place)]
    return OFFER.format(where=_where(wide) if wide["layer"] else "The inputs", size=f"{wide['size']:,}")


def names(course: Course, number: int) -> tuple[str, ...]:
    """What runs along the axes of the space after an act."""
    act = course.acts[number]
    drawn = course.frame.arrays[f"samples.{number}"].shape[1] if act["drawn"] else 0
    if act["share"] is not None:
        return ("component 1", "component 2")
    if act["kind"] == "inputs" and not act["layer"]:
        return tuple(course.frame.info["features"][:drawn])
    output = act["layer"] == "output"
    symbol = "z" if act["kind"] in ("map", "shift", "norm") else "ŷ" if output else "h"
    if output and drawn == 1:
        return (symbol,)
    return tuple(symbol + str(unit + 1).translate(SUBSCRIPTS) for unit in range(drawn))


def _begins(act: Told) -> str:
    return f"What {act['spoken']} passes on" if act["layer"] else "Input space"


def _where(act: Told) -> str:
    where = act["spoken"].removeprefix("the ")
    if act["merged"]:
        where = f"hidden layers {_numbers(act['merged'])}"
    return where[:1].upper() + where[1:]


def _act(act: Told) -> str:
    if act["merged"] and act["kind"] == "map":
        return "One linear map"
    if act["kind"] == "activation":
        return f"Activation {act['activation']}"
    if act["kind"] == "whole":
        return f"{act['says']}, all at once"
    return TITLES[act["kind"]]


def _numbers(spoken: tuple[str, ...]) -> str:
    """("hidden layer 1", "hidden layer 2") -> "1 to 2"."""
    first, last = (each.rsplit(" ", 1)[-1] for each in (spoken[0], spoken[-1]))
    return f"{first} and {last}" if len(spoken) == 2 else f"{first} to {last}"


def _said(course: Course, number: int) -> str:
    act = course.acts[number]
    kind, comes = act["kind"], _input_of(course, number)
    if kind == "inputs":
        return _inputs(course, act)
    if kind == "map":
        return _map(act, course.acts[number - 1], comes)
    if kind == "shift":
        return f"z = W·{comes} + b: every point moves by the same step."
    if kind == "norm":
        return _norm(act)
    if kind == "activation":
        return f"h = g(z), each number alone through {act['activation']}: only here straight lines bend."
    if kind == "answer":
        alone = act["size"] == 1 or course.frame.info["apart"]
        how = "the sigmoid makes a probability of each sum" if alone else "softmax makes probabilities of the sums"
        return f"ŷ: {how}, as part of the loss."
    return f"{act['says']} is one act here, from what comes in to what it passes on."


def _input_of(course: Course, number: int) -> str:
    """What the map before a shift was put upon."""
    return "x" if number <= 2 and not course.acts[0]["layer"] else "h"


def _inputs(course: Course, act: Told) -> str:
    if act["layer"]:
        return f"What {act['spoken']} passes on, one dot a sample: the dense layers begin here."
    if not course.shape:
        return "Each sample as one dot: this is where all begins."
    border = " The dark line is where the decision changes." if course.frame.info["level"] is not None else ""
    return f"Here all begins, nothing is bent yet.{border}" + (f" {SLICE}" if act["size"] > 2 else "")


def _map(act: Told, before: Told, comes: str) -> str:
    if act["merged"]:
        return f"{len(act['merged'])} layers without activation are one map W·x: the same end, in one act."
    size = "" if before["size"] == act["size"] else f" {before['size']:,} → {act['size']:,} numbers;"
    return f"z = W·{comes}:{size} turned, stretched, sheared. Lines stay straight, and 0 stays where it is."


def _norm(act: Told) -> str:
    if act["straight"]:
        return "Batch normalization: each number is centred and scaled by itself; straight lines stay straight."
    return "Layer normalization: the numbers of each sample are centred and scaled together."


def _border(course: Course, number: int) -> str:
    """What the output can do in the space of the last hidden layer."""
    act, classes = course.acts[number], len(course.frame.info["classes"])
    kind = {1: "point", 2: "straight line", 3: "flat plane"}[act["size"]]
    if course.frame.info["apart"]:
        return f"Each output can draw just one {kind} here (dashed): its own yes or no."
    if classes > 2:
        return f"The output can part the {classes} classes by {kind}s only (dashed)."
    bent = any(each["kind"] in BENDS for each in course.acts[1 : number + 1])
    back = "; bent back, it is the border between the inputs" if bent else ""
    return f"The output can draw just one {kind} here (dashed){back}."
