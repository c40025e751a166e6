"""What a film strip shows of sequences, autoencoders and makers of pictures: the state in the course of a sequence, a
forecast, written names, pictures drawn again or out of noise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from app.look.theme import Theme, class_colours, diverging, mix
from app.strips.pictures import HEIGHT, WIDTH, colours
from core import registry
from core.frames import Frame
from core.probing.probe import Probe

if TYPE_CHECKING:
    from core.training.session import Session

FINER = 3  # drawn this much larger and scaled down
ACROSS, GAP = 4, 4  # pictures side by side; px between them
MADE = (5, 4)  # generated pictures beside and below each other
BARS = 40  # px of the gradient's bars below the state
DECADES = 6
LINES, LETTERS = 6, 15  # of written text
TAUGHT, FREE = 2, 6  # places of the two lines among the class colours


def drawer(session: Session):
    """The function that draws this task; None where the picture of the input space says more."""
    task, table = session.experiment.task.kind, session.prepared.table
    if task == "autoencoder":
        return redrawn if len(table.shape) == 3 else None
    if session.experiment.task.imitates and len(table.shape) == 3:
        return generated
    if table.geometry != "sequence":
        return None
    return {"forecast": forecast, "characters": written}.get(task, unrolled)


def _frame(session: Session, **fields: object) -> Frame:
    return session.frame(registry.read(Probe, fields))


def redrawn(session: Session, look: Theme) -> Image.Image:
    """Four pictures: as they are, as they are seen where they are damaged, as they are drawn."""
    frame = _frame(session, kind="redrawing", count=ACROSS)
    names = ("clean", "drawn") if frame.info["damage"] == "none" else ("clean", "seen", "drawn")
    image = Image.new("RGB", (WIDTH, HEIGHT), look.surface)
    side = min((WIDTH - GAP * (ACROSS + 1)) // ACROSS, (HEIGHT - GAP * (len(names) + 1)) // len(names))
    left, top = (WIDTH - ACROSS * (side + GAP) + GAP) // 2, (HEIGHT - len(names) * (side + GAP) + GAP) // 2
    for row, name in enumerate(names):
        for column in range(ACROSS):
            pixels = np.nan_to_num(np.moveaxis(frame.arrays[name][column], -1, 0))
            picture = Image.fromarray(colours(pixels, look)).resize((side, side), Image.Resampling.BOX)
            image.paste(picture, (left + column * (side + GAP), top + row * (side + GAP)))
    return image


def generated(session: Session, look: Theme) -> Image.Image:
    """What is drawn of noise, always of the same."""
    frame = _frame(session, kind="generated", count=MADE[0] * MADE[1])
    image = Image.new("RGB", (WIDTH, HEIGHT), look.surface)
    across, down = MADE
    side = min((WIDTH - GAP * (across + 1)) // across, (HEIGHT - GAP * (down + 1)) // down)
    left, top = (WIDTH - across * (side + GAP) + GAP) // 2, (HEIGHT - down * (side + GAP) + GAP) // 2
    for number, pixels in enumerate(frame.arrays["pictures"]):
        picture = Image.fromarray(colours(np.nan_to_num(np.moveaxis(pixels, -1, 0)), look)).resize(
            (side, side), Image.Resampling.BOX
        )
        image.paste(picture, (left + number % across * (side + GAP), top + number // across * (side + GAP)))
    return image


def unrolled(session: Session, look: Theme) -> Image.Image:
    """The state of the first cell over the sequence, and the gradient that comes back to each step on a log scale."""
    frame = _frame(session, kind="sequence")
    image = Image.new("RGB", (WIDTH, HEIGHT), look.surface)
    cells = frame.info["cells"]
    values = frame.arrays[f"{cells[0]['key']}.state"] if cells else frame.arrays["x"]
    strip = Image.fromarray(np.ascontiguousarray(diverging(values.T, -1.0, 1.0, look)[..., :3]))
    image.paste(strip.resize((WIDTH, HEIGHT - BARS - GAP), Image.Resampling.NEAREST), (0, 0))
    key = cells[0]["key"] if cells else ""
    slopes = frame.arrays.get(f"{key}.memory_slope", frame.arrays.get(f"{key}.slope", frame.arrays["input_slope"]))
    with np.errstate(all="ignore"):
        heights = np.clip(np.nan_to_num((np.log10(slopes) + DECADES) / DECADES, nan=0.0, neginf=0.0), 0, 1) * BARS
    draw, width = ImageDraw.Draw(image), WIDTH / len(slopes)
    for step, height in enumerate(heights):
        draw.rectangle(
            [step * width + 1, HEIGHT - height, (step + 1) * width - 1, HEIGHT],
            fill=mix(look.surface, look.text, 0.7),
        )
    return image


def forecast(session: Session, look: Theme) -> Image.Image:
    """The truth, what is said one step ahead, and how it goes on by itself."""
    frame = _frame(session, kind="continuation")
    info, arrays = frame.info, frame.arrays
    image = Image.new("RGB", (WIDTH * FINER, HEIGHT * FINER), look.surface)
    draw = ImageDraw.Draw(image)
    low, high = info["range"]
    end, margin = info["start"] + info["length"], 0.1 * (high - low)

    def line(first: int, values: np.ndarray, colour: str, width: int) -> None:
        across = (np.arange(len(values)) + first - info["first"]) / (end - info["first"]) * WIDTH * FINER
        share = (np.nan_to_num(values) - low + margin) / (high - low + 2 * margin)
        down = (1 - np.clip(share, -0.1, 1.1)) * HEIGHT * FINER
        if len(values) > 1:
            draw.line(list(zip(across.tolist(), down.tolist(), strict=True)), fill=colour, width=width, joint="curve")

    line(info["first"], arrays["truth"], look.muted, 4)
    line(info["first"], arrays["taught"], class_colours(10, look)[TAUGHT], 6)
    line(info["start"], arrays["free"], class_colours(10, look)[FREE], 6)
    return image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)


def written(session: Session, look: Theme) -> Image.Image:
    """What the network writes."""
    lines = _frame(session, kind="writing", length=LINES * LETTERS).info["lines"]
    if len(lines) == 1:
        lines = tuple(lines[0][start : start + LETTERS] for start in range(0, len(lines[0]), LETTERS))
    image = Image.new("RGB", (WIDTH * FINER, HEIGHT * FINER), look.surface)
    draw, font = ImageDraw.Draw(image), ImageFont.load_default(14 * FINER)
    for number, text in enumerate(lines[:LINES]):
        draw.text((10 * FINER, (6 + 18.5 * number) * FINER), text[:LETTERS], fill=look.text, font=font)
    return image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
