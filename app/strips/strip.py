"""Film strips for the gallery: each preset recorded from its own run, frame beside frame in one picture.

`descent-lab pictures` makes them anew. The gallery plays a strip before torch is there.
"""

from __future__ import annotations

import io
import pathlib
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw

from app.look.theme import LIGHT, Theme, class_colours, diverging, rgb
from app.strips import pictures as strip_pictures
from app.strips import tasks
from core import registry
from core.experiment import Experiment
from core.frames import Frame
from core.machine.whole_file import write_whole
from core.probing.probe import Probe

if TYPE_CHECKING:
    from core.training.session import Session

WIDTH, HEIGHT, FRAMES = 160, 120, 16
FINER = 3  # drawn this much larger and scaled down: smooth dots and lines
MOST_DOTS = 120
FEW = 16  # samples that are drawn large
MOST_UPDATES = 5000
BEYOND = 1.4  # a strip ends this far past the goal: what comes later looks the same
LASTING = 60  # updates of a strip that has no goal and shows single samples: a line that never comes to rest
QUALITIES, MOST_BYTES = (82, 70, 58), 95_000  # what is full of noise is drawn more coarsely
GAP = 6  # px between the two halves of a cube


def record(experiment: Experiment) -> Image.Image:
    """Run an experiment a little beyond its goal and lay `FRAMES` pictures of its input space side by side, early ones
    closer together.

    Returns an image of FRAMES·160 × 120.
    """
    from core.training.session import Session

    session = Session(experiment)
    strip = Image.new("RGB", (WIDTH * FRAMES, HEIGHT))
    for number, update in enumerate(moments(last_update(experiment))):
        session.advance(update - session.updates)
        strip.paste(now(session), (number * WIDTH, 0))
    return strip


def now(session: Session, look: Theme = LIGHT) -> Image.Image:
    """What a strip shows of a run as it is, 160 × 120; in the light theme, as strips are, or another."""
    if not session.experiment.task.single:
        return _mosaic(session, look)
    columns, samples = session.prepared.table.columns, len(session.prepared.table.y)
    if len(columns) == 3 and samples <= FEW:
        return _cube(session, look)
    special = tasks.drawer(session)
    if special is not None:
        return special(session, look)
    if (
        session.prepared.table.geometry == "images"
        and session.prepared.task is not None
        and session.prepared.task.single
    ):
        return strip_pictures.answered(session, look)
    return picture(session.frame(request_for(len(columns))), look)


def _mosaic(session: Session, look: Theme) -> Image.Image:
    """Test pictures: what the network sees, what it draws, what it should draw, one below the other."""
    side = HEIGHT // 3
    chosen = session.prepared.test[:: max(1, len(session.prepared.test) // (WIDTH // side))][: WIDTH // side]
    x, targets = session.prepared.x[chosen], session.prepared.targets[chosen]
    image = Image.new("RGB", (WIDTH, HEIGHT), look.surface)
    answers = session.experiment.loss.answers(session.learner.outputs(x))
    for row, (pictures, shape) in enumerate(
        (
            (x, session.prepared.shape),
            (answers, session.prepared.sample_shape),
            (targets, session.prepared.sample_shape),
        )
    ):
        for column, pixels in enumerate(pictures):
            layers = (255 * np.clip(np.nan_to_num(pixels.reshape(shape)), 0, 1)).astype(np.uint8).transpose(1, 2, 0)
            tile = Image.fromarray(layers if layers.shape[2] == 3 else layers[..., 0]).convert("RGB")
            image.paste(
                tile.resize((side - 4, side - 4), Image.Resampling.NEAREST), (column * side + 2, row * side + 2)
            )
    return image


def save(strip: Image.Image, path: pathlib.Path) -> None:
    """Write a strip as WebP, as fine as is small enough to ship."""
    path.parent.mkdir(parents=True, exist_ok=True)
    finest = next((quality for quality in QUALITIES if _bytes(strip, quality) < MOST_BYTES), QUALITIES[-1])
    write_whole(path, lambda draft: strip.save(draft, "WEBP", quality=finest, method=6), shipped=True)


def _bytes(strip: Image.Image, quality: int) -> int:
    buffer = io.BytesIO()
    strip.save(buffer, "WEBP", quality=quality, method=6)
    return buffer.tell()


def last_update(experiment: Experiment) -> int:
    """Where the recording ends: a little past the goal, else where the run itself ends."""
    from core.training.session import Session

    session = Session(experiment)
    while not session.ended and session.course.watch.goal_update < 0 and session.updates < MOST_UPDATES:
        session.advance(experiment.evaluate_every)
    if session.course.watch.goal_update >= 0:
        return round(BEYOND * session.course.watch.goal_update)
    return LASTING if experiment.rule.kind == "perceptron" else session.updates


def moments(last: int) -> list[int]:
    """`FRAMES` update numbers from 0 to `last`, spaced quadratically: learning is fastest at first."""
    return [round(last * (number / (FRAMES - 1)) ** 2) for number in range(FRAMES)]


def request_for(columns: int) -> Probe:
    """The probe whose answers a strip shows; wide data along their principal components."""
    return _boundary(plane="pca" if columns > 2 else "columns")


def _boundary(**fields: object) -> Probe:
    return registry.read(Probe, {"kind": "boundary", "resolution": 60} | fields)


def _cube(session: Session, look: Theme) -> Image.Image:
    """Three yes-or-no questions: a square of the first two for a no to the third, and beside it one for a yes."""
    image = Image.new("RGB", (WIDTH, HEIGHT), look.surface)
    width, table = (WIDTH - GAP) // 2, session.prepared.table
    for half, answer in enumerate((0.0, 1.0)):
        frame = session.frame(_boundary(fixed=((table.columns[2], answer),)))
        seen = table.x[frame.arrays["index"], 2] == answer
        side = _field(frame, look, width)
        _dots(side, frame, look, frame.arrays["points"][seen], frame.arrays["y"][seen])
        image.paste(side.resize((width, HEIGHT), Image.Resampling.LANCZOS), (half * (width + GAP), 0))
    return image


def picture(frame: Frame, look: Theme = LIGHT) -> Image.Image:
    """One frame of the boundary as 160 × 120 pixels."""
    if "x" in frame.arrays and frame.info["task"] == "values":
        return _curve(frame, look)
    image = _field(frame, look)
    _dots(image, frame, look, frame.arrays["points"], frame.arrays["y"])
    return image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)


def field_colours(frame: Frame, look: Theme = LIGHT) -> np.ndarray:
    """The answers as (rows, columns, 3) uint8 in the colours of a theme."""
    answers = frame.arrays["answers"]
    answers = answers if answers.ndim == 3 else np.repeat(answers[None], 2, axis=0)
    if answers.shape[-1] == 1:
        low, high = frame.info["range"]
        return diverging(answers[..., 0], low, high, look)[..., :3]
    colours = np.stack([rgb(colour) for colour in class_colours(answers.shape[-1], look)])
    best, certainty = answers.argmax(-1), answers.max(-1, keepdims=True)
    certainty = np.clip((certainty - 1 / answers.shape[-1]) / (1 - 1 / answers.shape[-1]), 0, 1) * 0.7
    return (rgb(look.unsure) * (1 - certainty) + colours[best] * certainty).astype(np.uint8)


def _field(frame: Frame, look: Theme, width: int = WIDTH) -> Image.Image:
    size = (width * FINER, HEIGHT * FINER)
    return Image.fromarray(np.ascontiguousarray(field_colours(frame, look)[::-1])).resize(
        size, Image.Resampling.BICUBIC
    )


def _dots(image: Image.Image, frame: Frame, look: Theme, points: np.ndarray, y: np.ndarray) -> None:
    draw = ImageDraw.Draw(image)
    step = max(1, -(-len(points) // MOST_DOTS))
    few = len(points) <= FEW
    radius = FINER * (7.0 if few else 2.2)
    one_column = len(frame.info["columns"]) == 1
    for (x, up), truth in zip(points[::step], y[::step], strict=True):
        place = _place(frame, image.size, x, 0.5 if one_column else up)
        box = [place[0] - radius, place[1] - radius, place[0] + radius, place[1] + radius]
        draw.ellipse(box, fill=_dot_colour(frame, truth, look), outline=look.surface, width=FINER if few else 1)


def _dot_colour(frame: Frame, truth: float, look: Theme) -> tuple[int, int, int]:
    classes = frame.info["classes"]
    if classes:
        colour = rgb(class_colours(len(classes), look)[int(truth)])
        return tuple(int(part * 0.85) for part in colour)  # type: ignore[return-value]
    return tuple(int(part) for part in diverging(np.array(truth), *frame.info["range"], look)[:3])  # type: ignore[return-value]


def _place(frame: Frame, size: tuple[int, int], x: float, up: float) -> tuple[float, float]:
    left, right, bottom, top = frame.arrays["extent"]
    return (x - left) / (right - left) * size[0], (1 - (up - bottom) / ((top - bottom) or 1)) * size[1]


def _curve(frame: Frame, look: Theme) -> Image.Image:
    """The fitted curve over the points."""
    image = Image.new("RGB", (WIDTH * FINER, HEIGHT * FINER), look.surface)
    draw = ImageDraw.Draw(image)
    low, high = frame.info["range"]
    margin = 0.08 * (high - low)
    left, right = frame.arrays["extent"][:2]

    def place(x: float, value: float) -> tuple[float, float]:
        up = (value - low + margin) / (high - low + 2 * margin)
        return (x - left) / (right - left) * WIDTH * FINER, (1 - up) * HEIGHT * FINER

    for x, value in zip(frame.arrays["points"][:, 0], frame.arrays["y"], strict=True):
        across, down = place(x, value)
        draw.ellipse([across - 5, down - 5, across + 5, down + 5], fill=look.muted)
    answers = np.nan_to_num(frame.arrays["answers"][:, 0], nan=0.0, posinf=high, neginf=low)
    draw.line(
        [place(x, float(value)) for x, value in zip(frame.arrays["x"], answers, strict=True)],
        fill=look.positive,
        width=3 * FINER,
        joint="curve",
    )
    return image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
