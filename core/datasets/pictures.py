"""What data sets of pictures share: rows of pixels, and what can be done to the pictures to see who suffers."""

from __future__ import annotations

import dataclasses
import functools
from typing import ClassVar, Literal

import numpy as np

from core import random
from core.families import Dataset, Shape, Table, imitators
from core.files.framing import Framing, framed
from core.params import choice, flag, integer, number

COLOURS = ("red", "green", "blue")
DIRECTIONS = np.array([(-1, 0), (0, -1), (0, 1), (1, 0)])  # down, along


def samples_field(default: int, most: int) -> int:
    """How many pictures are used, `most` in the friendly range."""
    return integer(default, min(100, most), most, minimum=2, maximum=200_000, live=True, label="Samples", help="How many pictures are used, training and test together.", cost="an epoch goes through all of them")  # fmt: skip


class Images(Dataset):
    """Pictures with a class each; pixels are numbers from 0 to 1, laid out as channels × height × width.

    Shifting, covering and noise act on the part that `disturbs` names; shuffling the pixels acts on all pictures alike.
    """

    geometry = "images"
    shelf = "Pictures"
    noise_kind: ClassVar[str] = "pixels"
    framing: ClassVar[Framing | None] = None  # how the pictures were cut out and centred; None: as they came
    train_share: float = number(
        0.7, 0.1, 0.9, step=0.1, above=0.0, maximum=1.0, label="Training share",
        help="The share of the pictures that training sees; the rest is the test part, which drives nothing.",
    )  # fmt: skip
    shuffle_pixels: bool = flag(
        False,
        label="Shuffle all pixels",
        help="Puts the pixels of all pictures into the same random order: nothing is lost, but neighbours are neighbours no more.",
    )
    shift: int = integer(
        0,
        0,
        6,
        minimum=0,
        maximum=200,
        live=True,
        label="Shift",
        unit="pixels",
        help="Moves every picture by so many pixels up, down, left or right.",
    )
    occlusion: float = number(
        0.0,
        0,
        0.5,
        step=0.05,
        minimum=0.0,
        maximum=1.0,
        live=True,
        label="Cover",
        help="Covers a square at a random place; its side as a share of the picture's.",
    )
    noise: float = number(
        0.0,
        0,
        1,
        step=0.05,
        minimum=0.0,
        live=True,
        label="Noise",
        symbol="σ",
        help="Standard deviation of what chance adds to every pixel; the pixels stay within 0 and 1.",
    )
    disturbs: Literal["test", "all"] = choice(
        "test",
        {"test": "the test part only", "all": "all pictures"},
        label="Disturb",
        help="Which pictures are shifted, covered and made noisy.",
    )

    @property
    def tasks(self) -> tuple[str, ...]:
        return ("classes", "autoencoder", *imitators())

    def pictures(self, seed: int) -> tuple[np.ndarray, np.ndarray, tuple[str, ...]]:
        """Pixels (samples, channels, height, width) from 0 to 1, class numbers (samples,), names of the classes."""
        raise NotImplementedError

    def table(self, seed: int) -> Table:
        pixels, y, classes = self.pictures(seed)
        return picture_table(pixels.reshape(len(pixels), -1), y, classes, pixels.shape[1:])

    def disturbed(self, table: Table, test: np.ndarray, seed: int) -> Table:
        """Shifted, covered, noisy, shuffled, in this order."""
        if not (self.shift or self.occlusion or self.noise or self.shuffle_pixels):
            return table
        pixels = table.x.reshape(-1, *table.shape).copy()
        chosen = np.arange(len(pixels)) if self.disturbs == "all" else test
        pixels[chosen] = self._disturb(pixels[chosen], chosen, seed)
        return dataclasses.replace(table, x=self.arranged(pixels, seed).reshape(len(pixels), -1))

    def arranged(self, pixels: np.ndarray, seed: int) -> np.ndarray:
        """What is done to every picture alike, drawn ones included: (n, channels, height, width) with its pixels
        shuffled, or as it is."""
        if not self.shuffle_pixels:
            return pixels
        flat = pixels.reshape(*pixels.shape[:2], -1)
        return flat[..., random.permutation(random.key(seed, "shuffled pixels"), flat.shape[-1])].reshape(pixels.shape)

    def drawn(self, ink: np.ndarray, seed: int) -> np.ndarray:
        """A drawing (height, width), ink from 0 to 1, as one raw row of these data: framed as they were, shuffled as
        they are."""
        return self.arranged(np.clip(self.laid_down(ink), 0.0, 1.0)[None], seed).ravel()

    def laid_down(self, ink: np.ndarray) -> np.ndarray:
        """A drawing as these data would have it, (channels, height, width), before anything is done to them."""
        channels, side, _ = self.sample_shape
        return np.repeat(framed(ink, side, self.framing)[None], channels, axis=0)

    def _disturb(self, pixels: np.ndarray, numbers: np.ndarray, seed: int) -> np.ndarray:
        """The luck of a picture depends on its number and the seed alone."""
        most = int(numbers.max(initial=0)) + 1
        height, width = pixels.shape[2:]
        if self.shift:
            ways = (
                DIRECTIONS[random.bits(random.key(seed, "shift"), most)[numbers] % np.uint64(len(DIRECTIONS))]
                * self.shift
            )
            pixels = (
                np.stack([shifted(picture, *way) for picture, way in zip(pixels, ways, strict=True)])
                if len(pixels)
                else pixels
            )
        if self.occlusion:
            side = max(1, round(self.occlusion * min(height, width)))
            places = random.uniform(random.key(seed, "cover"), 2 * most).reshape(most, 2)[numbers]
            for picture, (down, along) in zip(pixels, places, strict=True):
                top, left = int(down * (height - side + 1)), int(along * (width - side + 1))
                picture[:, top : top + side, left : left + side] = 0.0
        if self.noise:
            draws = random.normal(random.key(seed, "pixel noise"), most * pixels[0].size if len(pixels) else 0).reshape(
                -1, *pixels.shape[1:]
            )
            pixels = np.clip(pixels + self.noise * draws[numbers], 0.0, 1.0)
        return pixels


class ShippedImages(Images):
    """Pictures from a file of the program's own; the seed only decides the split and what is done to them."""

    file: ClassVar[str] = ""
    side: ClassVar[int] = 0
    brightest: ClassVar[float] = 255.0
    samples: int

    @property
    def sample_shape(self) -> Shape:
        return (1, self.side, self.side)

    def pictures(self, seed: int) -> tuple[np.ndarray, np.ndarray, tuple[str, ...]]:
        pixels, y = shipped(self.file, self.brightest)
        count = min(self.samples, len(y))
        chosen = spread_over_classes(y, count)
        return pixels[chosen].reshape(-1, *self.sample_shape), y[chosen], tuple("0123456789")


@functools.cache
def shipped(file: str, brightest: float) -> tuple[np.ndarray, np.ndarray]:
    """Pixels (samples, pixels) from 0 to 1 and class numbers of a shipped file; read once and shared, so read-only."""
    from core.machine.resources import DATA

    with np.load(DATA / file) as archive:
        pixels, y = archive["images"] / brightest, archive["labels"].astype(np.int64)
    pixels.setflags(write=False)
    y.setflags(write=False)
    return pixels, y


def spread_over_classes(y: np.ndarray, count: int) -> np.ndarray:
    """The first `count` sample numbers when the classes take turns, ascending: fewer samples are among the more."""
    turn = np.empty(len(y), dtype=np.int64)
    for name in np.unique(y):
        members = np.flatnonzero(y == name)
        turn[members] = np.arange(len(members))
    return np.sort(np.lexsort((y, turn))[:count])


def shifted(picture: np.ndarray, down: int, along: int) -> np.ndarray:
    """(channels, height, width) moved by whole pixels; what comes in at the sides is 0."""
    _, height, width = picture.shape
    moved = np.zeros_like(picture)
    if abs(down) < height and abs(along) < width:
        to = np.s_[:, max(down, 0) : height + min(down, 0), max(along, 0) : width + min(along, 0)]
        of = np.s_[:, max(-down, 0) : height + min(-down, 0), max(-along, 0) : width + min(-along, 0)]
        moved[to] = picture[of]
    return moved


def picture_table(
    x: np.ndarray, y: np.ndarray, classes: tuple[str, ...], shape: Shape, notes: tuple[str, ...] = ()
) -> Table:
    """The table of pictures (samples, pixels); a column is called after its row and column in the picture."""
    columns = _pixel_names(shape)
    return Table(
        x=np.asarray(x, dtype=np.float64), y=y, columns=columns, target="class", classes=classes, domain=((0.0, 1.0),) * len(columns),
        geometry="images", notes=notes, shape=tuple(shape),
    )  # fmt: skip


@functools.lru_cache(maxsize=8)
def _pixel_names(shape: Shape) -> tuple[str, ...]:
    channels, height, width = shape
    colours = (
        ("",)
        if channels == 1
        else tuple(f" {name}" for name in COLOURS)
        if channels == 3
        else tuple(f" channel {c + 1}" for c in range(channels))
    )
    return tuple(
        f"row {row + 1} column {column + 1}{colour}"
        for colour in colours
        for row in range(height)
        for column in range(width)
    )
