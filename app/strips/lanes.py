"""Where the runs of a comparison stand in its film strip: each below its name, all their curves below them."""

from __future__ import annotations

from core.frozen import frozen

WIDTH, HEIGHT = 160, 120  # px of a frame
NAME, GAP = 13, 2  # px: a name's height, the room between pictures
SHAPE = 4 / 3  # of a picture: width over height
IN_A_ROW = 3


@frozen
class Place:
    """A rectangle of the frame, px."""

    left: float
    top: float
    width: float
    height: float


@frozen
class Lanes:
    """The place of each name and of each picture, in the order of the runs; that of the curves, where there is room."""

    names: tuple[Place, ...]
    pictures: tuple[Place, ...]
    curves: Place | None


def lanes(count: int) -> Lanes:
    """Of so many runs, two to four."""
    columns = count if count <= IN_A_ROW else 2
    rows = -(-count // columns)
    wide = (WIDTH - (columns - 1) * GAP) / columns
    high = min(wide / SHAPE, HEIGHT / rows - NAME)
    names, pictures = [], []
    for place in range(count):
        row, column = divmod(place, columns)
        left, top = column * (wide + GAP), row * (HEIGHT / rows if rows > 1 else 0.0)
        names.append(Place(left, top, wide, NAME))
        pictures.append(Place(left + (wide - high * SHAPE) / 2, top + NAME, high * SHAPE, high))
    foot = NAME + high + 2 * GAP
    return Lanes(tuple(names), tuple(pictures), Place(0, foot, WIDTH, HEIGHT - foot) if rows == 1 else None)
