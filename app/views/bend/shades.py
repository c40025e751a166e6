"""The colours of the picture: of the grid by the answer at each place, of the samples by class."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QColor

from app.look.theme import Theme, class_colours, class_symbols, diverging, mix
from app.views.bend.course import segments
from core.frames import Frame
from core.frozen import frozen

STEPS = 9  # shades from one class to the other, an odd number: the middle one is unsure
CERTAINTIES = 3  # of several classes
FADED = 0.6  # how much of the muted colour an unsure place has: pale alone cannot be seen as a line
SHADES = 12  # of values


@frozen(eq=False)
class Thread:
    """Pieces of the grid (m, 2) of one colour."""

    colour: str
    pieces: np.ndarray


@frozen(eq=False)
class Swarm:
    """Samples of one look: their numbers among those that are drawn."""

    colour: str
    symbol: str
    part: int
    which: np.ndarray


def threads(frame: Frame, shape: tuple[int, ...], theme: Theme) -> tuple[Thread, ...]:
    """The lines of the grid, parted by what the network answers there."""
    pieces = segments(shape)
    answers = frame.arrays["answers"].reshape(-1, frame.arrays["answers"].shape[-1])
    if frame.info["task"] == "values" or len(frame.info["classes"]) <= 2:
        steps, colours = _along_one_scale(answers[:, -1], frame.info["range"], theme)
    else:
        steps, colours = _by_class(answers, frame.arrays["decisions"].ravel(), theme)
    step = steps[pieces[:, 0]]
    return tuple(Thread(colour, pieces[step == k]) for k, colour in enumerate(colours) if (step == k).any())


def swarms(frame: Frame, test: bool, theme: Theme) -> tuple[Swarm, ...]:
    """The samples by look, test samples only where they are wanted."""
    y, part, classes = frame.arrays["y"], frame.arrays["part"], frame.info["classes"]
    if classes:
        group = y.astype(int)
        looks = list(zip(class_colours(len(classes), theme), class_symbols(len(classes)), strict=True))
    else:
        low, high = frame.info["range"]
        group = np.clip(np.floor((y - low) / ((high - low) or 1.0) * SHADES), 0, SHADES - 1).astype(int)
        scale = diverging((np.arange(SHADES) + 0.5) / SHADES, 0, 1, theme)
        looks = [(_hex(colour), "o") for colour in scale]
    return tuple(
        Swarm(colour, symbol, which, np.nonzero((group == number) & (part == which))[0])
        for which in ((2, 1, 0) if test else (1, 0))
        for number, (colour, symbol) in enumerate(looks)
    )


def _along_one_scale(
    answers: np.ndarray, reach: tuple[float, float], theme: Theme
) -> tuple[np.ndarray, tuple[str, ...]]:
    low, high = reach
    share = np.clip(np.nan_to_num((answers - low) / ((high - low) or 1.0)), 0, 1)
    steps = np.minimum((share * STEPS).astype(int), STEPS - 1)
    middles = (np.arange(STEPS) + 0.5) / STEPS
    colours = [_hex(colour) for colour in diverging(middles, 0, 1, theme)]
    return steps, tuple(
        mix(colour, theme.muted, FADED * (1 - abs(2 * float(at) - 1)))
        for colour, at in zip(colours, middles, strict=True)
    )


def _by_class(answers: np.ndarray, decisions: np.ndarray, theme: Theme) -> tuple[np.ndarray, tuple[str, ...]]:
    count = answers.shape[-1]
    certain = np.clip((np.nan_to_num(answers).max(axis=-1) - 1 / count) / (1 - 1 / count), 0, 1)
    level = np.minimum((certain * CERTAINTIES).astype(int), CERTAINTIES - 1)
    colours = [
        mix(colour, theme.muted, FADED * (1 - number / (CERTAINTIES - 1)))
        for colour in class_colours(count, theme)
        for number in range(CERTAINTIES)
    ]
    return decisions * CERTAINTIES + level, tuple(colours)


def _hex(colour: np.ndarray) -> str:
    return QColor(*map(int, colour)).name()
