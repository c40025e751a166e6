"""The film strip of a race for the gallery: the balls on their paths over the heat map, frame beside frame."""

from __future__ import annotations

import math

import numpy as np
from PIL import Image, ImageDraw
from PySide6.QtCore import QRectF

from app.race.colours import colour_of
from app.race.sheets import drawn
from app.race.trails import line_of
from app.strips.strip import FINER, FRAMES, HEIGHT, WIDTH, moments
from app.views.surface import paint
from app.views.surface.sheet import Sheet, finer
from core.race import Race
from core.race.heights import heights_of
from core.race.tracks import Track, tracks

FRAME = QRectF(0, 0, WIDTH * FINER, HEIGHT * FINER)
LINES = (255, 255, 255, 90)
BEYOND = 1.3  # the strip ends this far past the last arrival, or past the first that leaves the picture


def record(race: Race) -> Image.Image:
    """`FRAMES` pictures of a race side by side, early ones closer together; an image of FRAMES·160 × 120."""
    found, sheet = tracks(race), drawn(heights_of(race.terrain))
    still = _backdrop(sheet)
    strip = Image.new("RGB", (WIDTH * FRAMES, HEIGHT))
    for number, update in enumerate(moments(last_update(race, found))):
        strip.paste(picture(race, found, sheet, still, update), (number * WIDTH, 0))
    return strip


def last_update(race: Race, found: tuple[Track, ...]) -> int:
    """Where the film ends: a little past the last racer that arrives, else at the race's end."""
    arrived = [track.arrived for track in found if track.arrived is not None]
    return min(race.updates, math.ceil(BEYOND * max(arrived))) if arrived else race.updates


def picture(race: Race, found: tuple[Track, ...], sheet: Sheet, still: Image.Image, update: int) -> Image.Image:
    """The race after so many updates, 160 × 120."""
    image = still.copy()
    draw = ImageDraw.Draw(image)
    for place in race.terrain.minima:
        _star(draw, _spots(sheet, np.array([place]))[0])
    for track in found:
        spots = [tuple(spot) for spot in line_of(_spots(sheet, track.points), FRAME)[: update + 1].tolist()]
        if len(spots) > 1:
            for colour, width in ((paint.WARM, 4), (colour_of(track.racer.colour), 2)):
                draw.line(spots, fill=colour, width=width * FINER // 2, joint="curve")
    for track in found:
        (x, y), size = _spots(sheet, track.points[min(update, track.updates)][None])[0].tolist(), 4.6 * FINER
        draw.ellipse(
            [x - size, y - size, x + size, y + size],
            fill=colour_of(track.racer.colour),
            outline=paint.WARM,
            width=FINER,
        )
    return image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)


def _backdrop(sheet: Sheet) -> Image.Image:
    size = (WIDTH * FINER, HEIGHT * FINER)
    image = Image.fromarray(np.ascontiguousarray(paint.colours(finer(sheet.drawn, 3).T)[::-1])).resize(
        size, Image.Resampling.BICUBIC
    )
    draw = ImageDraw.Draw(image, "RGBA")
    a, b, _ = sheet.contours()
    ends = _spots(sheet, np.column_stack([a, b])).reshape(-1, 4)
    for line in ends.tolist():
        draw.line(line, fill=LINES, width=FINER // 2)
    return image


def _star(draw: ImageDraw.ImageDraw, spot: np.ndarray) -> None:
    size = 4.5 * FINER
    angles = [math.pi / 2 + math.pi * number / 5 for number in range(10)]
    reach = [size if number % 2 == 0 else 0.45 * size for number in range(10)]
    draw.polygon(
        [(spot[0] + r * math.cos(a), spot[1] - r * math.sin(a)) for r, a in zip(reach, angles, strict=True)],
        fill=paint.WARM,
        outline=paint.RIM,
    )


def _spots(sheet: Sheet, places: np.ndarray) -> np.ndarray:
    """Places (n, 2) -> px of the enlarged frame (n, 2)."""
    a0, a1, b0, b1 = sheet.extent
    return np.column_stack(
        [(places[:, 0] - a0) / (a1 - a0) * WIDTH * FINER, (b1 - places[:, 1]) / (b1 - b0) * HEIGHT * FINER]
    )
