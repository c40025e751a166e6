"""Parameters that most layers share, and the words for what does not fit."""

from __future__ import annotations

from typing import Any

from core.families import Misfit, Shape
from core.params import component, flag, hidden

ROW, SEQUENCE, PICTURE = 1, 2, 3  # axes of one sample
WORDS = {
    ROW: "a row of {} numbers",
    SEQUENCE: "a sequence of {} steps with {} features each",
    PICTURE: "pictures of {} channels, {} × {} pixels",
}


def layer_name() -> Any:
    """Declares a layer's name."""
    return hidden("", help="How other keys refer to this layer.", pattern=r"^([A-Za-z][A-Za-z0-9_]{0,30})?$")


def activation(kind: str) -> Any:
    """Declares an activation, of this kind unless another is chosen."""
    return component(
        "activations", {"kind": kind}, label="Activation", help="What each unit makes of its weighted sum."
    )


def bias() -> Any:
    """Declares whether there are biases."""
    return flag(True, label="Bias", help="Whether the units have a bias, a weight that no input multiplies.")


def initializer(kind: str) -> Any:
    """Declares where the weights start."""
    return component(
        "initializers",
        {"kind": kind},
        label="Starting weights",
        term="initializer",
        picture="initial",
        help="Where the weights start.",
    )


def bias_initializer() -> Any:
    """Declares where the biases start."""
    return component(
        "initializers",
        {"kind": "zeros"},
        label="Starting biases",
        term="initializer",
        help="Where the biases start.",
        when=("bias", (True,)),
    )


def said(shape: Shape) -> str:
    """What comes in, in words."""
    if shape in ((0,), (1,)):
        return "a single number" if shape[0] else "a row of numbers"
    return (
        WORDS[len(shape)].format(*shape).replace(" 1 channels", " 1 channel").replace(" 1 features", " 1 feature")
        if len(shape) in WORDS
        else str(shape)
    )


def need_picture(label: str, inputs: Shape) -> None:
    """`Misfit` unless pictures come in."""
    if len(inputs) == PICTURE:
        return
    raise Misfit(
        f"{label} needs pictures (channels × height × width), but what comes in is {said(inputs)}; {_picture_way(inputs)}"
    )


def need_sequence(label: str, inputs: Shape) -> None:
    """`Misfit` unless a sequence comes in."""
    if len(inputs) == SEQUENCE:
        return
    if len(inputs) == PICTURE:
        channels, height, width = inputs
        way = f"a Reshape to {height} × {channels * width} before it would read the picture row by row"
    elif inputs == (0,):
        way = "the data have to be sequences"
    else:
        way = f"a Reshape to {inputs[0]} × 1 before it would make each number a step; after a recurrent layer, let that one give all its states"
    raise Misfit(f"{label} needs a sequence (steps × features), but what comes in is {said(inputs)}; {way}")


def need_axes(label: str, inputs: Shape) -> None:
    """`Misfit` unless a sequence or pictures come in."""
    if len(inputs) not in (SEQUENCE, PICTURE):
        raise Misfit(
            f"{label} needs pictures or a sequence, but what comes in is {said(inputs)}; {_picture_way(inputs)}"
        )


def _picture_way(inputs: Shape) -> str:
    if len(inputs) == ROW:
        side = round(inputs[0] ** 0.5)
        if side > 1 and side * side == inputs[0]:
            return f"a Reshape to 1 × {side} × {side} before it would fit"
        return "it has to stand before any dense or Flatten layer, and the data have to be pictures"
    if len(inputs) == SEQUENCE:
        return f"a Reshape to 1 × {inputs[0]} × {inputs[1]} before it would fit"
    return "take it away"


def divisors(number: int) -> str:
    """All divisors of a number, in words."""
    found = [str(i) for i in range(1, number + 1) if number % i == 0]
    return found[0] if len(found) == 1 else f"{', '.join(found[:-1])} or {found[-1]}"
