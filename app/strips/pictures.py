"""What a film strip shows of a network that learns pictures: some of the test part, right ones framed blue, wrong ones
orange."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw

from app.look.theme import Theme, rgb
from core import random, registry
from core.probing.probe import Probe

if TYPE_CHECKING:
    from core.training.session import Session

WIDTH, HEIGHT = 160, 120
ACROSS, DOWN, GAP, FRAME = 5, 4, 3, 2  # pictures beside and below each other; px


def answered(session: Session, look: Theme) -> Image.Image:
    """160 × 120 pixels of a run as it is."""
    frame = session.frame(registry.read(Probe, {"kind": "results", "part": "test", "most": 200, "generated": False}))
    arrays, table = frame.arrays, session.prepared.table
    chosen = random.permutation(random.key(0, "film strip"), len(arrays["index"]))[: ACROSS * DOWN]
    image = Image.new("RGB", (WIDTH, HEIGHT), look.surface)
    draw = ImageDraw.Draw(image)
    side = min((WIDTH - GAP * (ACROSS + 1)) // ACROSS, (HEIGHT - GAP * (DOWN + 1)) // DOWN)
    left, top = (WIDTH - ACROSS * (side + GAP) + GAP) // 2, (HEIGHT - DOWN * (side + GAP) + GAP) // 2
    for number, place in enumerate(chosen):
        row, column = divmod(number, ACROSS)
        x, y = left + column * (side + GAP), top + row * (side + GAP)
        right = arrays["decision"][place] == arrays["y"][place]
        draw.rectangle([x, y, x + side - 1, y + side - 1], fill=look.positive if right else look.negative)
        inner = side - 2 * FRAME
        picture = Image.fromarray(colours(table.x[arrays["index"][place]].reshape(table.shape), look)).resize(
            (inner, inner), Image.Resampling.LANCZOS
        )
        image.paste(picture, (x + FRAME, y + FRAME))
    return image


def colours(pixels: np.ndarray, look: Theme) -> np.ndarray:
    """Pixels (channels, height, width) from 0 to 1 -> (height, width, 3) uint8: grey ones as ink on paper."""
    ink = np.clip(np.moveaxis(pixels, 0, -1), 0.0, 1.0)
    shown = ink * 255 if ink.shape[-1] == 3 else rgb(look.surface) * (1 - ink) + rgb(look.text) * ink
    return np.rint(shown).astype(np.uint8)
